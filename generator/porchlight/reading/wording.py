# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A verdict on a cell → a problem in plain words, with the line to paste."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from porchlight.model.days import FIRST_YEAR, LAST_YEAR
from porchlight.model.places import VOCABULARY as PLACES
from porchlight.model.places import state_of
from porchlight.model.schema import Field, Vocabulary
from porchlight.problems import Place, Problem
from porchlight.reading.exact import is_day
from porchlight.reading.hidden import is_hidden, unquoted
from porchlight.reading.judge import Verdict
from porchlight.reading.nodes import Node, key_place, place_at, step
from porchlight.reading.saying import LISTED_AT_MOST, listed, nearest, shown
from porchlight.reading.tables import VALUE, Table, TextRow

_HOST_FIRST = re.compile(r"[\w-]+(\.[\w-]+)+(/\S*)?", re.ASCII)
_LOOSE_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Case:
    """A verdict with all that its sentence needs.

    `name` is the field as the person wrote it; `key_of` the nested field whose entries are named by this very text.
    """

    name: str
    field: Field
    text: str
    place: Place
    resource: str
    vocabulary: Vocabulary | None
    choices: Collection[str] = ()
    first: Place | None = None
    key_of: str = ""
    hidden: bool = False

    @property
    def says(self) -> str:
        """What stands there now, safe to quote."""
        return shown(self.text)

    def problem(self, code: str, message: str, hint: str = "", paste: str = "") -> Problem:
        """The problem at this place, quoting what stands there."""
        return Problem(self.place, code, message, self.says, hint, paste)


class Wording:
    """Words the verdicts on one set of tables."""

    def __init__(self, tables: list[Table], vocabularies: Mapping[str, Vocabulary]) -> None:
        self._tables = {table.name: table for table in tables}
        self._vocabularies = vocabularies

    def problem(self, verdict: Verdict) -> Problem:
        """The verdict in words."""
        case = self._case(verdict)
        problem = _WORDS[verdict.kind](case)
        return unquoted(problem, case.field.description) if case.hidden and case.text else problem

    def row(self, verdict: Verdict) -> TextRow:
        """The row that the verdict is about."""
        return self._tables[verdict.table].rows[verdict.row]

    def target(self, verdict: Verdict) -> str:
        """What the cell of a dangling reference points at, as `organizations/example`; "" for other verdicts."""
        table = self._tables[verdict.table]
        index = table.index_of(verdict.field)
        text = table.rows[verdict.row].cells[index]
        return f"{table.fields[index].reference}/{text}" if verdict.kind == "foreignKey" else ""

    def _case(self, verdict: Verdict) -> Case:
        table = self._tables[verdict.table]
        index = table.index_of(verdict.field)
        field, row = table.fields[index], table.rows[verdict.row]
        text = row.cells[index] or ""
        return Case(
            name=table.holder.name if table.holder and field.name == VALUE else field.name,
            field=field,
            text=text,
            place=cell_place(row, field.name),
            resource=table.schema.resource,
            vocabulary=self._vocabularies.get(field.vocabulary),
            choices=self._ids(field.reference) if verdict.kind == "foreignKey" else field.constraints.get("enum", ()),
            first=self._first(table, field.name, text) if verdict.kind in ("primaryKey", "unique") else None,
            hidden=is_hidden(field) or bool(table.holder and is_hidden(table.holder)),
            key_of=table.holder.name if table.holder and row.path[1:] == (text,) else "",
        )

    def _ids(self, resource: str) -> list[str]:
        return [text for text in self._tables[resource].column("id") if text]

    def _first(self, table: Table, field: str, text: str) -> Place:
        return cell_place(table.rows[table.column(field).index(text)], field)


def cell_place(row: TextRow, field: str) -> Place:
    """Where a cell stands: its value; the key that names it; or the row, where nothing is filled."""
    node: Node = row.raw.node
    for name in row.path[:-1]:
        node = step(node, name) or node
    last = row.path[-1] if row.path else None
    below = step(node, last) if last is not None else node
    if below is None:
        return node.place
    if isinstance(last, str) and step(below, field) is None:
        return key_place(node, last)
    return place_at(below, (field,))


def _type(case: Case) -> Problem:
    example = case.field.example
    match case.field.type:
        case "integer":
            return case.problem("whole-number", f"“{case.name}” should be a whole number, like {example or '12'}.")
        case "number":
            return case.problem("number", f"“{case.name}” should be a number, like {example or '12.5'}.")
        case "year":
            return case.problem("year", f"“{case.name}” should be a year, like {example or '2026'}.")
        case "date":
            return _day(case)
    return case.problem("form", f"“{case.name}” should look like {example}.", case.field.description)


def _day(case: Case) -> Problem:
    loose = _LOOSE_DAY.fullmatch(case.text.strip())
    tidy = f"{loose[1]}-{int(loose[2]):02}-{int(loose[3]):02}" if loose else ""
    if is_day(tidy):
        return case.problem(
            "day",
            f"“{case.name}” should have two digits for the month and for the day.",
            "Write:",
            f"{case.name}: {tidy}",
        )
    if loose and not FIRST_YEAR <= int(loose[1]) <= LAST_YEAR:
        return case.problem("day", f"“{case.name}” should be a day in the years {FIRST_YEAR} to {LAST_YEAR}.")
    if loose:
        return case.problem("day", f"“{case.name}” should be a day that exists, as year-month-day.")
    return case.problem("day", f"“{case.name}” should be a day, as year-month-day, like {case.field.example}.")


def _required(case: Case) -> Problem:
    if case.field.name == VALUE:
        return case.problem("field-missing", f"One entry of “{case.name}” is empty.", "Fill it or take the line out.")
    field, message = case.field, f"“{case.name}” is missing."
    is_own = field.type == "string" and not (field.vocabulary or field.format or "pattern" in field.constraints)
    if is_own or not field.example:  # an example of a name, pasted, would be another's
        return case.problem("field-missing", message, field.description)
    return case.problem("field-missing", message, "Write a line like:", f"{case.name}: {field.example}")


def _enum(case: Case) -> Problem:
    near = nearest(case.text, case.choices) or _by_label(case)
    message = f"“{case.name}” should be one of the codes on its list."
    state = state_of(case.text)
    if case.field.vocabulary == PLACES and state != case.text and state in case.choices:
        hint = f"Write {state} for its state, or make a file for the place in data/places."
        return case.problem("not-in-list", "No place of this hub has this code.", hint)
    if case.key_of:
        message, hint = f"No entry of “{case.key_of}” has this name.", f"It can be {listed(case.choices)}."
        return case.problem("not-in-list", message, f"Did you mean “{near}”?" if near else hint)
    if near:
        return case.problem("not-in-list", message, f"Did you mean “{near}”?")
    if len(case.choices) <= LISTED_AT_MOST:
        return case.problem("not-in-list", f"“{case.name}” should be {listed(case.choices)}.")
    return case.problem("not-in-list", message, f"The list is “{case.field.vocabulary}” in data/vocabularies.yaml.")


def _by_label(case: Case) -> str:
    """The code whose words stand there, as in “kind: Recovery home”."""
    if case.vocabulary is None:
        return ""
    codes = {word: code for code in case.choices for word in case.vocabulary.labels.get(code, {}).values()}
    return codes.get(nearest(case.text, codes), "")


def _pattern(case: Case) -> Problem:
    message, meant = f"“{case.name}” should look like {case.field.example}.", ""
    if case.field.name == "id":
        meant = _as_id(case.text)
    elif case.field.constraints["pattern"].startswith("http") and _HOST_FIRST.fullmatch(case.text):
        meant = f"https://{case.text}"
    if meant:
        return case.problem("form", message, "Write:", f"{case.name}: {meant}")
    return case.problem("form", message, case.field.description)


def _as_id(text: str) -> str:
    """The text as an id: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def _short(case: Case) -> Problem:
    least = case.field.constraints["minLength"]
    return case.problem("too-short", f"“{case.name}” should have at least {least} characters.", case.field.description)


def _long(case: Case) -> Problem:
    most = case.field.constraints["maxLength"]
    return case.problem(
        "too-long",
        f"“{case.name}” should have at most {most:,} characters. Now it has {len(case.text):,}.",
        "Say it shorter.",
    )


def _small(case: Case) -> Problem:
    return case.problem("out-of-range", f"“{case.name}” should be {case.field.constraints['minimum']} or more.")


def _big(case: Case) -> Problem:
    return case.problem("out-of-range", f"“{case.name}” should be {case.field.constraints['maximum']} or less.")


def _doubled_id(case: Case) -> Problem:
    return case.problem(
        "id-doubled",
        f"Two records of {case.resource} have this id; the first is in {case.first}.",
        "Give one of them another id, or delete one.",
    )


def _doubled(case: Case) -> Problem:
    return case.problem(
        "value-doubled", f"“{case.name}” should differ in every record; it also stands in {case.first}."
    )


def _reference(case: Case) -> Problem:
    near, resource = nearest(case.text, case.choices), case.field.reference
    hint = f"Did you mean “{near}”?" if near else f"Make a file for it in data/{resource}, or take the line out."
    message = f"“{case.name}” should be the id of a record in {resource}."
    return case.problem("reference-dangling", message, hint)


_WORDS: dict[str, Callable[[Case], Problem]] = {
    "type": _type,
    "required": _required,
    "enum": _enum,
    "pattern": _pattern,
    "minLength": _short,
    "maxLength": _long,
    "minimum": _small,
    "maximum": _big,
    "primaryKey": _doubled_id,
    "unique": _doubled,
    "foreignKey": _reference,
}
