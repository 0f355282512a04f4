# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How to go about it: what to say, what they ask, the steps, and the rules of the house."""

from __future__ import annotations

import re

from porchlight.model.record import Record, Row
from porchlight.model.schema import Schema
from porchlight.views.edition import Edition
from porchlight.views.parts import Text
from porchlight.views.record_parts import AnswerCode, Detail, HouseRule

SCRIPT_LINES = 3

STEP = re.compile(r"^\s*\d{1,2}[.)]\s+")
AS_ANSWERED: dict[str, AnswerCode] = {"yes": "yes", "sometimes": "case_by_case", "no": "no"}
"""An answer about a rule, and the answer that has its shape; any other has the shape of what is not known."""


def to_say(edition: Edition, schema: Schema, record: Record) -> tuple[str, ...]:
    """Lines to say on the phone, the same for all of a resource; none for kinds for which they would not be true."""
    return _lines(edition, "say", schema, record)


def will_ask(edition: Edition, schema: Schema, record: Record) -> Detail | None:
    """What this place asks, where it is known; else what such kinds often ask; None where neither is written."""
    field = schema.field_for("will_ask")
    own = edition.text(record, field.name) if field else None
    if field and own:
        return Detail(edition.field_title(field), _split(own))
    usual = tuple(Text(line) for line in _lines(edition, "ask", schema, record))
    return Detail(edition.t("record.may_ask"), usual) if usual else None


def steps(edition: Edition, schema: Schema, record: Record) -> Detail | None:
    """How to apply: several texts where the data holds steps of its own, else one."""
    field = schema.field_for("how_to")
    text = edition.text(record, field.name) if field else None
    return Detail(edition.field_title(field), _split(text)) if field and text else None


def house_rules(edition: Edition, record: Record) -> tuple[HouseRule, ...]:
    """Every rule of the house that someone asked about, in the vocabulary's order."""
    rows = {str(row["rule"]): row for row in record.rows("house_rules")}
    return tuple(
        _rule(edition, rows[code]) for code in edition.hub.package.vocabularies["house_rule"].labels if code in rows
    )


def _rule(edition: Edition, row: Row) -> HouseRule:
    answer = str(row["answer"])
    return HouseRule(
        rule=edition.label("house_rule", str(row["rule"])),
        code=AS_ANSWERED.get(answer, "unknown"),
        label=edition.label("rule_answer", answer),
        words=edition.row_text(row, "words"),
    )


def _split(text: Text) -> tuple[Text, ...]:
    """A text that is written as lines with numbers, or with blank lines between, in its parts; else as it is."""
    lines = [line for line in text.value.splitlines() if line.strip()]
    if len(lines) > 1 and all(STEP.match(line) for line in lines):
        return tuple(Text(STEP.sub("", line).strip(), text.lang) for line in lines)
    return tuple(Text(part.strip(), text.lang) for part in re.split(r"\n\s*\n", text.value) if part.strip())


def _lines(edition: Edition, about: str, schema: Schema, record: Record) -> tuple[str, ...]:
    if schema.script_for and schema.text_of(record, "kind") not in schema.script_for:
        return ()
    key = f"{about}.{schema.resource}"
    return tuple(edition.t(f"{key}.{n}") for n in range(1, SCRIPT_LINES + 1) if edition.t.has(f"{key}.{n}"))
