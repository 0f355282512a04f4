# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The fields of a record as titles and texts: first what decides whether to call, then the rest."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from porchlight.model.record import Record
from porchlight.model.schema import Field, Schema
from porchlight.views.edition import Edition
from porchlight.views.moments import moment
from porchlight.views.parts import Text
from porchlight.views.proofs import proof_text
from porchlight.views.record_parts import Detail

ELSEWHERE = frozenset(
    (
        *("id", "name", "summary", "search", "kind", "status", "first", "caveat", "email", "organization", "doors"),
        *(
            "items",
            "visibility",
            "gone_after",
            "taken_back",
            "shown_from",
            "review_by",
            "vacancy",
            "vacancy_on",
            "city",
        ),
        *("latitude", "longitude", "short", "formerly", "not_duplicate", "doubted"),
        *("hours", "open_hours", "timezone", "papers", "needs", "gives", "how_to", "will_ask", "rules"),
    )
)
"""Roles that stand in a place of their own on the page, or nowhere; every other filled field becomes a detail."""

FIRST = ("who", "who_codes", "cost", "clears", "proof", "limits", "shifts", "bus", "offline")
"""The details that decide whether to call, in the order in which they are told."""

SAID_BETTER = {"who_codes": "who"}
"""A role that is left out where the other is filled."""

GOES_WITH = {
    "clearance": "clears",
    "cost_note": "cost",
    "proof_on": "proof",
    "limits_why": "limits",
    "year": "publisher",
    "claim_source": "claim",
    "claim_on": "claim",
}
"""A role that stands below the heading of the other where that is filled."""

FEW_PLACES = 3
"""The states that stand below the name; more of them are a detail."""


def details(edition: Edition, schema: Schema, record: Record) -> tuple[tuple[Detail, ...], tuple[Detail, ...]]:
    """Who and what it costs, then the rest as the schema tells it; two fields for one thing share a heading."""
    filled = [field for field in schema.fields if _is_detail(schema, record, field)]
    roles = {field.role for field in filled}
    headed = [f for f in filled if SAID_BETTER.get(f.role) not in roles and GOES_WITH.get(f.role) not in roles]
    told = [(f.role, Detail(edition.field_title(f), _all_texts(edition, schema, filled, f, record))) for f in headed]
    decides = sorted((each for each in told if each[0] in FIRST), key=lambda each: FIRST.index(each[0]))
    return tuple(detail for _, detail in decides), tuple(detail for role, detail in told if role not in FIRST)


def host_of(url: str) -> str:
    """The name of the site, as people know it."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def texts_of(edition: Edition, schema: Schema, field: Field, record: Record, *, without: str = "") -> tuple[Text, ...]:
    """What the record says in the field, then in those that go with it but the role `without`; empty for nothing."""
    if field.name not in record.values:
        return ()
    filled = [each for each in schema.fields if each.name in record.values and each.role != without]
    return _all_texts(edition, schema, filled, field, record)


def _is_detail(schema: Schema, record: Record, field: Field) -> bool:
    if field.part or field.name not in record.values:
        return False
    if field.role == "gone_after" and schema.field_for("commitment"):  # until when a role is open decides, too
        return True
    if field.role in ELSEWHERE:
        return False
    return field.role != "where" or not is_few_places(schema, record)


def _all_texts(
    edition: Edition, schema: Schema, filled: Sequence[Field], field: Field, record: Record
) -> tuple[Text, ...]:
    if field.role == "proof" and (proof := proof_text(edition, schema, record)):
        return (proof, Text(edition.t("proof.no_opening")))
    notes = [other for other in filled if field.role and GOES_WITH.get(other.role) == field.role]
    return tuple(text for each in (field, *notes) for text in _texts(edition, each, record))


def _texts(edition: Edition, field: Field, record: Record) -> tuple[Text, ...]:
    if field.vocabulary:
        return (Text(edition.labels(field, record)),)
    if field.type == "array":
        return tuple(edition.plain(value) for value in record.codes(field.name))
    if field.type == "date":
        return (Text(edition.date_of(record, field.name)),)
    if field.role in ("starts", "ends"):
        return (Text(moment(edition, record.text(field.name))),)
    if field.role == "claim_source":
        return (Text(edition.t("compare.source", host=host_of(record.text(field.name)))),)
    text = edition.text(record, field.name)
    return (_bare(text),) if text else ()


def _bare(text: Text) -> Text:
    """A number is of no language."""
    return text if any(sign.isalpha() for sign in text.value) else Text(text.value)


def is_few_places(schema: Schema, record: Record) -> bool:
    """True where the states fit below the name."""
    field = schema.field_for("where")
    return field is None or len(record.codes(field.name)) <= FEW_PLACES
