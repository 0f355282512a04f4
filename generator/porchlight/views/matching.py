# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Roles by what a person can give: skills, time and the checks that they would pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from porchlight.model import paths
from porchlight.model.pages import is_matched
from porchlight.model.record import Record
from porchlight.model.schema import Field, Schema
from porchlight.views.cards import role_text
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.kits import article_link, letter
from porchlight.views.list_parts import Pick
from porchlight.views.order import in_order
from porchlight.views.pages import Page
from porchlight.views.parts import Choice, Line, Link, Text
from porchlight.views.search_pages import found_page
from porchlight.views.trust import checked
from porchlight.views.volunteer_types import MatchView, Role, RoleGroup

ASKED = ("skills", "commitment", "clears")
"""The roles of the fields by which people pick."""

SUITS_ALL = ("any", "flexible", "unknown", "none")
"""Codes that rule nobody out: nothing is picked by them."""

TOLD = ("who", "commitment", "clears", "clearance", "caveat", "gone_after")
"""The roles of the fields that a role tells on this page."""


def match_pages(edition: Edition, schema: Schema) -> Iterator[Page]:
    """The page of a resource whose records name skills; without a script it is a list by skill."""
    if not is_matched(schema):
        return
    here, title, lead = paths.match_path(schema.resource), edition.t("match.title"), edition.t("match.lead")
    whole = paths.list_path(schema.resource)
    found = letter(edition, "match")
    view = MatchView(
        frame=frame(edition, here, title, lead, "match", [(edition.title(schema), whole)]),
        title=title,
        lead=lead,
        picks=tuple(_pick(edition, field) for role in ASKED if (field := schema.field_for(role))),
        groups=tuple(_groups(edition, schema, here)),
        letter=found,
        takes_picks=bool(found and found.href.startswith("mailto:")),
        start=start_link(edition, schema, here),
        everything=Link(edition.t("list.all", title=edition.title(schema)), edition.href(here, whole)),
    )
    yield Page(edition.path(here), "match.html", view, found_page(edition, here, title, lead))


def match_link(edition: Edition, schema: Schema, here: str) -> Link | None:
    """The way from the resource's list to its match page, where there is one."""
    if not is_matched(schema):
        return None
    return Link(edition.t("match.title"), edition.href(here, paths.match_path(schema.resource)))


def start_link(edition: Edition, schema: Schema, here: str) -> Link | None:
    """The way to the first steps of a volunteer, where the records are roles and that page is written."""
    if not schema.field_for("skills"):
        return None
    written = (each for each in edition.articles if each.slug == paths.START)
    return next((article_link(edition, each, here) for each in written), None)


def _codes(edition: Edition, field: Field) -> list[str]:
    return [code for code in edition.hub.package.vocabularies[field.vocabulary].labels if code not in SUITS_ALL]


def _pick(edition: Edition, field: Field) -> Pick:
    options = (Choice(_said(field, code), edition.label(field.vocabulary, code)) for code in _codes(edition, field))
    return Pick(field.name, edition.t(f"match.pick.{field.role}"), tuple(options))


def _said(field: Field, code: str) -> str:
    """A pick as it stands in the address; its end is marked, so that none is part of another."""
    return f"{field.name}/{code}/"


def _groups(edition: Edition, schema: Schema, here: str) -> Iterator[RoleGroup]:
    field = schema.field_for("skills")
    records = [each for each in in_order(edition.hub.records.get(schema.resource, ())) if each.is_open]
    for code in edition.hub.package.vocabularies[field.vocabulary].labels if field else ():
        asking = [record for record in records if code in schema.codes_of(record, "skills")]
        if field and asking:
            fits = "" if code in SUITS_ALL else _said(field, code)
            roles = tuple(_role(edition, schema, record, here) for record in asking)
            yield RoleGroup(edition.label(field.vocabulary, code), fits, roles)


def _role(edition: Edition, schema: Schema, record: Record, here: str) -> Role:
    name, there = edition.name(record), paths.record_path(schema.resource, record.id)
    fields = [field for role in ("commitment", "clears") if (field := schema.field_for(role))]
    return Role(
        page=Link(name.value, edition.href(here, there), lang=name.lang),
        lines=tuple(_lines(edition, schema, record)),
        checked=checked(edition, schema, record),
        fits=" ".join(_fits(record, fields)),
        ends=schema.text_of(record, "gone_after"),
    )


def _fits(record: Record, fields: Sequence[Field]) -> Iterator[str]:
    for field in fields:
        yield from (_said(field, code) for code in record.codes(field.name) if code not in SUITS_ALL)


def _lines(edition: Edition, schema: Schema, record: Record) -> Iterator[Line]:
    for role in TOLD:
        field = schema.field_for(role)
        if field and field.name in record.values:
            yield Line(edition.field_title(field), _words(edition, schema, record, field))


def _words(edition: Edition, schema: Schema, record: Record, field: Field) -> Text:
    if field.type == "date":
        return Text(edition.date_of(record, field.name))
    words = Text(role_text(edition, schema, record, field.role))
    return edition.text(record, field.name) or words if field.translate else words
