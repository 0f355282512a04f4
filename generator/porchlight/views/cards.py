# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A record as it stands in a list: first what decides, then the way to reach it."""

from __future__ import annotations

from dataclasses import replace

from porchlight.model import paths
from porchlight.model.record import Record
from porchlight.model.schema import EVERYWHERE, Schema
from porchlight.views.calls import calls
from porchlight.views.edition import Edition
from porchlight.views.list_parts import Card
from porchlight.views.moments import when
from porchlight.views.notices import notice, notices_about
from porchlight.views.once import once_a_record
from porchlight.views.parts import Line, Link, Text
from porchlight.views.proofs import proof_text
from porchlight.views.trust import checked, review, sources, vacancy

DECIDES = (
    *("starts", "who", "cost", "clears", "where", "proof", "limits", "limits_why", "shifts", "bus", "offline"),
    *("publisher", "say", "noticed_on", "mended_on"),
)
"""The roles whose fields decide whether a record is worth a call, in the order in which a card tells them."""


def card(edition: Edition, schema: Schema, record: Record, here: str) -> Card:
    """The record's card on the page `here`; records without a page of their own stand on their list, by id."""
    own = _own_card(edition, schema, record)
    if schema.field_for("about"):
        own = replace(own, notice=notice(edition, schema, record, here))
    if schema.page != "each":
        return own
    return replace(own, href=edition.href(here, paths.record_path(schema.resource, record.id)))


@once_a_record
def _own_card(edition: Edition, schema: Schema, record: Record) -> Card:
    """The card but for what hangs on the page that it stands on."""
    numbers, name = calls(edition, record), edition.name(record)
    status, beds = not_open(edition, schema, record), vacancy(edition, schema, record)
    again = review(edition, schema, record)
    return Card(
        href=f"#{record.id}",
        name=name.value,
        name_lang=name.lang,
        kind=role_text(edition, schema, record, "kind"),
        lines=deciding_lines(edition, schema, record),
        checked=checked(edition, schema, record),
        call=numbers[0] if numbers else None,
        status=status,
        until=again.day if again and not again.over else "",
        begins=schema.text_of(record, "shown_from"),
        ends=schema.text_of(record, "gone_after"),
        full=beds if beds and beds.full and not status else None,
        notices=notices_about(edition, record),
        source=_to_look_at(edition, record) if again and again.over else None,
    )


def _to_look_at(edition: Edition, record: Record) -> Link | None:
    return next((Link(each.title, each.href, lang=each.lang) for each in sources(edition, record)), None)


def not_open(edition: Edition, schema: Schema, record: Record) -> str:
    """The status in words where the record is not simply open, else ""."""
    return "" if record.text("status") in ("", "open") else role_text(edition, schema, record, "status")


def role_text(edition: Edition, schema: Schema, record: Record, role: str) -> str:
    """The words of the field that plays a role, or "" where there is none or it is not filled."""
    field = schema.field_for(role)
    return edition.labels(field, record) if field else ""


def deciding_lines(edition: Edition, schema: Schema, record: Record) -> tuple[Line, ...]:
    """What decides, line by line, and the summary where nothing does or where no page of its own will tell it."""
    lines = tuple(line for role in DECIDES if (line := deciding_line(edition, schema, record, role)))
    if lines and schema.page == "each":
        return lines
    return (*_summary_line(edition, schema, record), *lines)


def deciding_line(edition: Edition, schema: Schema, record: Record, role: str) -> Line | None:
    """The line for one role: who falls back to its codes, and the whole country goes without saying."""
    field = schema.field_for(role)
    if role == "who" and (field is None or field.name not in record.values):
        field = schema.field_for("who_codes")
    if role == "mended_on" and field and field.name not in record.values:
        return Line(edition.field_title(field), Text(edition.t("correction.not_yet")))
    if field is None or field.name not in record.values or record.codes(field.name) == (EVERYWHERE,):
        return None
    if role == "proof" and (proof := proof_text(edition, schema, record)):
        return Line(edition.field_title(field), proof)
    if role == "starts":
        return Line(edition.field_title(field), Text(when(edition, schema, record)))
    if role == "where":
        return Line(edition.field_title(field), Text(town_and_states(edition, schema, record)))
    if field.type == "date":
        return Line(edition.field_title(field), Text(edition.date_of(record, field.name)))
    text = edition.text(record, field.name) if field.translate else Text(edition.labels(field, record))
    return Line(edition.field_title(field), text) if text else None


def town_and_states(edition: Edition, schema: Schema, record: Record) -> str:
    """The town, where it is told, and the states that it serves; the whole country goes without saying."""
    everywhere = schema.codes_of(record, "where") in ((), (EVERYWHERE,))
    states = "" if everywhere else role_text(edition, schema, record, "where")
    return ", ".join(part for part in (role_text(edition, schema, record, "city"), states) if part)


def _summary_line(edition: Edition, schema: Schema, record: Record) -> tuple[Line, ...]:
    field = schema.field_for("summary")
    text = edition.text(record, field.name) if field else None
    return (Line(edition.field_title(field), text),) if field and text else ()
