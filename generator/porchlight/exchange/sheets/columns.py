# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which field each column of a sheet belongs to, and how we know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz import fuzz, process

from porchlight.exchange.sheets import synonyms
from porchlight.exchange.sheets.names import squashed, words
from porchlight.exchange.sheets.sheet import CannotImport
from porchlight.model.schema import Field, Schema
from porchlight.reading.convert import VISIBILITY
from porchlight.reading.saying import did_you_mean, shown

How = Literal["asked", "name", "synonym", "guess", "unknown", "left out"]
LEAVE_OUT = "-"
EXTENSION = "extension"
SURE_ENOUGH, NEAR = 88, 75
"""Likeness from 0 to 100 from which a name is taken as a guess, and from which it is only mentioned."""
_SHORTEST_GUESS = 5
_BY_HAND = ("answers", "checks", "translations")
"""Parts that no single cell can fill: an answer needs its day, a check its person."""
_KINDS = {"fax": "fax", "tty": "tty", "tdd": "tty", "whatsapp": "whatsapp", "text": "text", "sms": "text"}
_PLAIN_LABELS = frozenset({"phone", "phones", "phonenumber", "phonenumbers", "telephone", "telephonenumber", "tel",
                           "telefono", *synonyms.FIELDS["links"], *_KINDS, "faxnumber", "ttytdd"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """Where values go: a field; for numbers also which kind, for numbers and pages what they are called."""

    field: Field
    kind: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet; `near` names the field it may be where that is too unsure to be used."""

    name: str
    index: int
    target: Target | None = None
    how: How = "unknown"
    near: str = ""


@dataclass(frozen=True, slots=True)
class _Claim:
    """One way to understand one column; the smallest rank is the surest."""

    rank: tuple[int, int, int]
    target: Target
    how: How


def understand(names: tuple[str, ...], schema: Schema, asked: Mapping[str, str]) -> tuple[Column, ...]:
    """Every column with its field or none. `asked` (column → field) is obeyed; CannotImport names what is not there."""
    columns = {name: Column(name, index) for index, name in enumerate(names)}
    for name, field in asked.items():
        columns[_column_named(name, names)] = _as_asked(columns[_column_named(name, names)], field, schema)
    open_ones = [column for column in columns.values() if column.how == "unknown"]
    taken = {column.target.field.name for column in columns.values() if column.target}
    claims = sorted(_claims(open_ones, schema, taken), key=lambda claim: claim.rank)
    for claim in claims:
        name = names[claim.rank[2]]
        if columns[name].target is None and _is_free(claim, taken):
            columns[name] = replace(columns[name], target=claim.target, how=claim.how)
            taken.add(claim.target.field.name)
    return tuple(column if column.target else _with_near(column, schema) for column in columns.values())


def fillable(schema: Schema) -> list[Field]:
    """The fields that a cell can fill."""
    return [field for field in schema.fields if field.part not in _BY_HAND]


def field_asked(name: str, schema: Schema) -> Field:
    """The fillable field with that name; CannotImport where there is none."""
    names = [field.name for field in fillable(schema)]
    if name in names:
        return next(field for field in schema.fields if field.name == name)
    raise CannotImport(
        f"“{shown(name)}” is not a field of {schema.resource} that a column can fill. "
        f"{did_you_mean(name, names)}".strip()
    )


def _column_named(name: str, names: tuple[str, ...]) -> str:
    found = name if name in names else next((each for each in names if words(each) == words(name)), None)
    if found is None:
        raise CannotImport(f"There is no column “{shown(name)}”. {did_you_mean(name, names)}".strip())
    return found


def _as_asked(column: Column, asked: str, schema: Schema) -> Column:
    if asked == LEAVE_OUT:
        return replace(column, how="left out")
    name, _, kind = asked.partition(".")
    field = field_asked(name, schema)
    if kind and (field.part != "phones" or kind not in (*_KINDS.values(), "voice", EXTENSION)):
        raise CannotImport(
            f"“{shown(asked)}” is no field. For numbers there are phones.voice, phones.text, phones.fax …"
        )
    target = _target(field, column.name)
    return replace(column, target=replace(target, kind=kind) if kind else target, how="asked")


def _claims(columns: list[Column], schema: Schema, taken: set[str]) -> Iterator[_Claim]:
    own, known = _own_words(schema), _synonyms(schema)
    yield from _name_claim(columns, schema, taken)
    for column in columns:
        squash = squashed(column.name)
        if squash in own:
            field, order = own[squash]
            yield _Claim((1, order, column.index), _target(field, column.name), "name")
        elif squash in synonyms.EXTENSION and (phones := _field_meant(schema, "phones")):
            yield _Claim((2, 0, column.index), Target(phones, EXTENSION), "synonym")
        elif squash in known:
            field, order = known[squash]
            yield _Claim((2, order, column.index), _target(field, column.name), "synonym")
        elif squash not in synonyms.NO_FIELD and not _is_elsewhere(column.name):
            yield from _guesses(column, schema, _guessable(known | own))


def _name_claim(columns: list[Column], schema: Schema, taken: set[str]) -> Iterator[_Claim]:
    field = schema.field_for("name")
    if field is None or field.name in taken:
        return
    wanted = [squashed(title) for title in (field.name, *field.titles.values())] + list(synonyms.NAME)
    by_word = {squashed(column.name): column for column in reversed(columns)}
    found = next((by_word[word] for word in wanted if word in by_word), None)
    if found:
        how: How = "name" if squashed(found.name) == field.name else "synonym"
        yield _Claim((0, 0, found.index), Target(field), how)


def _own_words(schema: Schema) -> dict[str, tuple[Field, int]]:
    """A field's own name, its titles, its HSDS name; the name goes before another field's title."""
    fields = [field for field in fillable(schema) if field.role != "id"]
    found = {squashed(field.name): (field, 0) for field in fields}
    for field in fields:
        for word in (*field.titles.values(), field.hsds):
            if word and field.role != "name":
                found.setdefault(squashed(word), (field, 1))
    return found


def _synonyms(schema: Schema) -> dict[str, tuple[Field, int]]:
    """Words that mean a field of this schema, with their place in the order of preference."""
    found: dict[str, tuple[Field, int]] = {}
    own = {squashed(each) for each in (schema.hsds, schema.resource, schema.singular.get("en", "")) if each}
    for meant, several in synonyms.FIELDS.items():
        field = _field_meant(schema, meant)
        for order, word in enumerate(several if field else ()):
            if field:
                found.setdefault(word, (field, order))
                for owner in own:
                    found.setdefault(owner + word, (field, order))
    return found


def _field_meant(schema: Schema, meant: str) -> Field | None:
    by_others = next((field for field in schema.fields if meant in (field.part, field.hsds)), None)
    return schema.field_for(meant) or schema.field_named(meant) or by_others


def _guesses(column: Column, schema: Schema, known: Mapping[str, tuple[Field, int]]) -> Iterator[_Claim]:
    several = words(column.name)
    for meant, signs in (("phones", synonyms.PHONE_WORDS), ("links", synonyms.LINK_WORDS)):
        field = _field_meant(schema, meant)
        if field and signs & set(several) and not synonyms.ABOUT_IT & set(several):
            yield _Claim((3, 0, column.index), _target(field, column.name), "guess")
    rest = "".join(several[1:])
    if several and several[0] in synonyms.OWNERS and rest in known:
        yield _Claim((3, 1, column.index), _target(known[rest][0], column.name), "guess")
    word, likeness = _nearest(squashed(column.name), known)
    if likeness >= SURE_ENOUGH:
        yield _Claim((4, 100 - likeness, column.index), _target(known[word][0], column.name), "guess")


def _guessable(known: Mapping[str, tuple[Field, int]]) -> dict[str, tuple[Field, int]]:
    """Without what likeness must not decide: whether an address is shown, and which record is meant by a number."""
    return {word: found for word, found in known.items() if found[0].name != VISIBILITY and not found[0].reference}


def _nearest(word: str, known: Iterable[str]) -> tuple[str, int]:
    if len(word) < _SHORTEST_GUESS:
        return "", 0
    found = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=NEAR)
    return (found[0], int(found[1])) if found else ("", 0)


def _is_free(claim: _Claim, taken: set[str]) -> bool:
    """A field of many values takes every sure column; a guess only where nothing surer fills it already."""
    field = claim.target.field
    if field.name not in taken or field.part:
        return True
    many = field.type == "array" or field.role == "address"
    return many and claim.how != "guess"


def _with_near(column: Column, schema: Schema) -> Column:
    if column.how == "left out" or squashed(column.name) in synonyms.NO_FIELD or _is_elsewhere(column.name):
        return column
    known = _guessable(_synonyms(schema) | _own_words(schema))
    word, _likeness = _nearest(squashed(column.name), known)
    return replace(column, near=known[word][0].name) if word else column


def _is_elsewhere(name: str) -> bool:
    return not synonyms.ELSEWHERE.isdisjoint(words(name)[:1])


def _target(field: Field, column: str) -> Target:
    label = "" if squashed(column) in _PLAIN_LABELS else column.replace("_", " ").strip()
    if field.part == "phones":
        kind = next((_KINDS[word] for word in words(column) if word in _KINDS), "voice")
        return Target(field, kind, label)
    return Target(field, label=label) if field.part == "links" else Target(field)
