# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What search knows of a record: what it is found by, and what a result says of it."""

from __future__ import annotations

import json

from porchlight.model import paths
from porchlight.model.places import states_of
from porchlight.model.record import Record
from porchlight.model.schema import EVERYWHERE, Schema
from porchlight.views.calls import button_words, calls
from porchlight.views.cards import not_open, role_text, town_and_states
from porchlight.views.edition import Edition
from porchlight.views.notices import carried, notices_about
from porchlight.views.pages import Found
from porchlight.views.parts import Text
from porchlight.views.proofs import proof_text
from porchlight.views.trust import checked, review, vacancy


def found(edition: Edition, schema: Schema, record: Record) -> Found:
    """What search knows of the record: name, kind, place, what decides, and the words that people type."""
    meta = _meta(edition, schema, record)
    words = [meta["title"], record.text("name"), *record.codes("also_called"), meta["kind"], edition.title(schema),
             edition.words(schema.singular), meta["place"], meta["who"], meta["cost"],
             _takes(edition, record), (edition.text(record, "summary") or Text("")).value]  # fmt: skip
    return Found(
        url=edition.path(paths.record_path(schema.resource, record.id)),
        language=edition.language,
        content=". ".join(word for word in words if word),
        meta=tuple((name, value) for name, value in meta.items() if value),
    )


def _meta(edition: Edition, schema: Schema, record: Record) -> dict[str, str]:
    """What a result shows: what decides, how sure it is, and the number to call."""
    mark, name, numbers = checked(edition, schema, record), edition.name(record), calls(edition, record)
    who, status = _who(edition, schema, record), not_open(edition, schema, record)
    notices = carried(notices_about(edition, record))
    proof = proof_text(edition, schema, record) or Text("")
    beds, over = vacancy(edition, schema, record), review(edition, schema, record)
    return {
        "title": name.value,
        "lang": name.lang,
        "resource": schema.resource,
        "kind": role_text(edition, schema, record, "kind"),
        "status": status,
        "full": beds.full if beds and not status else "",
        "full_until": beds.until if beds and beds.full and not status else "",
        "notices": json.dumps(notices, ensure_ascii=False) if notices else "",
        "until": over.day if over else "",
        "who": who.value,
        "who_lang": who.lang,
        "cost": role_text(edition, schema, record, "cost"),
        "proof": proof.value,
        "proof_until": proof.until,
        "proof_then": proof.then,
        "place": town_and_states(edition, schema, record),
        "at": _states(schema, record),
        "checked_words": mark.words,
        "day": mark.day,
        "days": str(mark.days),
        "use": "yes" if record.codes("doors") and schema.field_for("how_to") else "",
        "call": button_words(numbers[0]) if numbers else "",
        "call_href": numbers[0].href if numbers else "",
    }


def _who(edition: Edition, schema: Schema, record: Record) -> Text:
    field = schema.field_for("who")
    text = edition.text(record, field.name) if field else None
    return text or Text(role_text(edition, schema, record, "who_codes"))


def _states(schema: Schema, record: Record) -> str:
    """The letters of the states that it serves and no other, or that it tells of; none where it serves the country."""
    codes = (*schema.codes_of(record, "where"), *schema.codes_of(record, "place_code"))
    return "" if EVERYWHERE in codes else " ".join(state.removeprefix("US-") for state in states_of(codes))


def _takes(edition: Edition, record: Record) -> str:
    """The questions that they answer with yes or "ask first", in the words that people search by."""
    asked = (str(row["question"]) for row in record.rows("answers") if row.get("answer") in ("yes", "case_by_case"))
    words = [(edition.label("question", code), f"search.question.{code}") for code in asked]
    return ". ".join(f"{label} {edition.t(key) if edition.t.has(key) else ''}" for label, key in words)
