# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The further sections of a place's page: the way home step by step, becoming a peer, hiring, and all else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from porchlight.model import paths
from porchlight.model.pages import has_partners
from porchlight.model.place_supply import is_behind
from porchlight.model.places import states_of
from porchlight.model.record import Record
from porchlight.views.by_place_link import by_place_link
from porchlight.views.doors import by_resource
from porchlight.views.home import TIMES
from porchlight.views.parts import Link, LinkGroup
from porchlight.views.place_here import Here
from porchlight.views.place_parts import way
from porchlight.views.place_types import PlaceStep


def times(place: Here) -> Iterator[PlaceStep]:
    """The steps of the way home, each with what is for this place at that time."""
    edition, package = place.edition, place.edition.hub.package
    slugs = {article.time: f"{article.slug}/" for article in edition.articles if article.time}
    pages = {time: edition.href(place.path, slug) for time, slug in slugs.items()}
    for time, _ in TIMES:
        codes = ((record, package.schema_of(record.resource).codes_of(record, "when")) for record in place.near)
        ways = tuple(way(place, record) for record, of in codes if time in of)
        if ways or time in pages:
            yield PlaceStep(edition.t(f"times.{time}.title"), pages.get(time, ""), ways)


def peer_records(place: Here) -> tuple[Record, ...]:
    """What each place has its own of, such as how to become a peer."""
    package = place.edition.hub.package
    return tuple(record for record in place.near if package.schema_of(record.resource).is_by_place(record))


def peer_ways(place: Here) -> Iterator[Link]:
    """The pages on which all places have their own of it, at this place where it has one."""
    return _tables(place, peer_records(place), are_law=False)


def _tables(place: Here, own: Iterable[Record], *, are_law: bool) -> Iterator[Link]:
    first = {record.resource: record for record in reversed([*own])}
    for schema in place.edition.hub.package.schemas:
        if bool(schema.law_kinds) == are_law:
            link = by_place_link(place.edition, schema, place.path, first.get(schema.resource))
            yield from [link] if link else []


def hire_records(place: Here) -> tuple[Record, ...]:
    """What the law says of hiring here, then whom employers can call."""
    return (*place.laws, *(record for record in place.near if record.resource == paths.PARTNERS_OF))


def hire_ways(place: Here) -> Iterator[Link]:
    """The pages that tell all states' rules and partners, at this state where it stands there."""
    edition = place.edition
    yield from _tables(place, place.laws, are_law=True)
    anchor = "".join(f"#{paths.slug(state)}" for state in states_of([place.code]))
    for article in edition.articles:
        if article.state_by_state:
            yield Link(article.title, edition.href(place.path, f"{article.slug}/") + (anchor if place.laws else ""))
    if has_partners(edition.hub):
        has_own = any(record.resource == paths.PARTNERS_OF for record in place.near)
        yield Link(edition.t("partners.title"), edition.href(place.path, paths.PARTNERS) + (anchor if has_own else ""))


def more(place: Here) -> Iterator[LinkGroup]:
    """All that is for this place and stands nowhere else on its page, by list."""
    told = {record.key for record in (*peer_records(place), *hire_records(place))}
    rest = (record for record in place.near if not is_behind(record) and record.key not in told)
    for schema, records in by_resource(place.edition, rest):
        yield LinkGroup(place.edition.title(schema), tuple(_ways(place, records)))


def _ways(place: Here, records: Iterable[Record]) -> Iterator[Link]:
    return (way(place, record) for record in records)
