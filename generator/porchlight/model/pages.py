# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which pages a hub has: asked by the view that makes a page and by the check of the ways to it, so that both agree.

A hub is taken here as it is shown on the day (`Hub.shown_on`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from porchlight.model import paths
from porchlight.model.by_state import by_state
from porchlight.model.doors import DOORS
from porchlight.model.hub import Hub
from porchlight.model.paper_chain import paper_chain
from porchlight.model.places import Places, places_of
from porchlight.model.questionnaire import Questionnaire
from porchlight.model.record import Record
from porchlight.model.schema import Field, Package, Schema

ALWAYS = (
    *("", "search/", "all-pages/", "about-the-data/", "patterns/"),
    *(paths.KEPT, paths.CARE, paths.CALENDAR, paths.OFFLINE),
    *(f"{door}/" for door in DOORS),
)
"""Pages that every hub has, whatever it holds."""


def is_about_words(schema: Schema) -> bool:
    """True for the resource in which words stand that people may want to change, each with what to say instead."""
    return schema.field_for("say") is not None


def is_of_posters(schema: Schema) -> bool:
    """True for the resource whose records are made into sheets and cards."""
    return schema.field_for("color") is not None


def is_listed(schema: Schema) -> bool:
    """True where the records stand as cards in a list, with all the pages that a list brings along."""
    return schema.page != "none" and not is_about_words(schema) and not is_of_posters(schema)


def narrowed(hub: Hub, schema: Schema) -> dict[str, Mapping[str, int]]:
    """How many records hold each code, by the name of each facet that tells them apart: one code narrows nothing."""
    places = places_of(hub)
    counts = ((field.name, _count(hub, schema, field, places)) for field in schema.facets if is_listed(schema))
    return {name: count for name, count in counts if len(count) > 1}


def narrows_to(field: Field, record: Record, places: Places) -> tuple[str, ...]:
    """The codes under which a list narrowed by the field holds the record: help for a county is help in its state."""
    codes = record.codes(field.name)
    return places.with_above(codes) if field.role == "where" else codes


def _count(hub: Hub, schema: Schema, field: Field, places: Places) -> Mapping[str, int]:
    """The codes that are in use, in the vocabulary's order."""
    records = hub.records.get(schema.resource, ())
    used = Counter(code for record in records for code in narrows_to(field, record, places))
    return {code: used[code] for code in hub.package.vocabularies[field.vocabulary].labels if code in used}


def sorted_by(hub: Hub, schema: Schema) -> tuple[str, ...]:
    """The questions by which the list is sorted; a list that holds nothing has none."""
    return schema.questions if is_listed(schema) and hub.records.get(schema.resource) else ()


def is_compared(hub: Hub, schema: Schema) -> bool:
    """True where the records stand side by side."""
    return bool(is_listed(schema) and schema.compare and schema.page == "each" and hub.records.get(schema.resource))


def has_places(hub: Hub, schema: Schema) -> bool:
    """True where records that each place has its own of stand place by place."""
    return is_listed(schema) and any(map(schema.is_by_place, hub.records.get(schema.resource, ())))


def is_matched(schema: Schema) -> bool:
    """True where the records are roles, found by what a person can give."""
    return is_listed(schema) and schema.field_for("skills") is not None


def is_thanked(package: Package, schema: Schema) -> bool:
    """True where the records are roles that people take, and the hub can hold their hours."""
    return is_matched(schema) and tallies_of(package) is not None


def tallies_of(package: Package) -> Schema | None:
    """The resource of hours by month, where the hub has one."""
    return next((schema for schema in package.schemas if schema.field_for("month")), None)


def has_partners(hub: Hub) -> bool:
    """True where the hub knows an open program for employers in any state."""
    schemas = (schema for schema in hub.package.schemas if schema.resource == paths.PARTNERS_OF)
    held = ((schema, hub.records.get(schema.resource, ())) for schema in schemas)
    return any(by_state(schema, (record for record in records if record.is_open)) for schema, records in held)


def own_pages(hub: Hub) -> Iterator[str]:
    """The path of each page that is made from data, but those of single records, of texts and of what changed.

    Further pages of a long list are left out, and so is what no text leads to: short addresses, forms for other sites.
    """
    yield from ALWAYS
    for schema in hub.package.schemas:
        yield from _of_resource(hub, schema)
    for questionnaire in hub.questionnaires:
        yield from _of_poll(questionnaire)
    if hub.questionnaires:
        yield paths.ASKED_FOR
    if has_partners(hub):
        yield paths.PARTNERS
    if places := places_of(hub).records.values():
        yield from (paths.PLACES, *(paths.place_path(record.id) for record in places))
    if papers := paper_chain(hub).papers:
        yield from (paths.papers_path(), *map(paths.paper_path, papers))


def _of_resource(hub: Hub, schema: Schema) -> Iterator[str]:
    resource = schema.resource
    if schema.page != "none":
        yield paths.list_path(resource)
    for name, codes in narrowed(hub, schema).items():
        yield from (paths.facet_path(resource, name, code) for code in codes)
    yield from (paths.band_path(resource, question) for question in sorted_by(hub, schema))
    found = (
        (is_compared(hub, schema), paths.compare_path(resource)),
        (has_places(hub, schema), paths.by_place_path(resource)),
        (is_matched(schema), paths.match_path(resource)),
        (is_thanked(hub.package, schema), paths.thanks_path(resource)),
    )
    yield from (path for is_there, path in found if is_there)


def _of_poll(questionnaire: Questionnaire) -> Iterator[str]:
    here = paths.poll_path(questionnaire.id)
    yield from (here, f"{here}thanks/")
    yield from (path(questionnaire.id) for path in (paths.results_path, paths.codebook_path, paths.needs_path))
    yield from (paths.item_path(questionnaire.id, item.id) for item in questionnaire.items())
