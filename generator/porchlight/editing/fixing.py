# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is certain enough to be mended by a machine, as the smallest change of the text; all else waits for a person.

A day is mended where it can be read in one way only; a code where the schema's own words name it; a number where only
its dots and brackets differ. The order of lists is left alone, since a person may mean it, but checks go by their days.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import phonenumbers
from yaml.error import YAMLError

from porchlight.editing.changing import Change
from porchlight.editing.scalars import scalar_like
from porchlight.editing.spans import Span, spans_of
from porchlight.exchange.sheets.codes import Codes
from porchlight.exchange.sheets.phones import REGION, written
from porchlight.exchange.sheets.plain_values import exact_value
from porchlight.exchange.yaml_out import MISLEADING, Item
from porchlight.model.schema import Field, Package, Schema
from porchlight.problems import Problem
from porchlight.reading.exact import is_exact
from porchlight.reading.files import YAML_ENDINGS, files_in, whole_text
from porchlight.reading.package import read_package
from porchlight.reading.rewritten import is_free, turns
from porchlight.reading.saying import quoted
from porchlight.reading.yaml_text import read_yaml

PASSES_AT_MOST = 40
"""Lines that keep a file from being read come to light one after the other."""

_MONTH_OR_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/\d{4}", re.ASCII)
_AS_WRITTEN = re.compile(r"(1-)?\d{3}-\d{3}-\d{4}", re.ASCII)
_NOT_ONLY_DIGITS = re.compile(r"[^\d\s().+-]")

Cut = tuple[int, int, str]
"""From where to where in the text, and what belongs there."""


def fixed(text: str, schema: Schema, package: Package) -> str:
    """The text of a resource's file with all that is certain mended; the same text, to the byte, where nothing is."""
    text = _text_mended(text)
    for find in (*dict.fromkeys(_OF_RECORD.values()), _checks_by_day):
        if read_yaml(text.encode(), "")[1]:
            return text
        cuts = [cut for record in _records(text) for cut in find(text, record, schema, package)]
        for start, end, new in sorted(cuts, reverse=True):
            text = text[:start] + new + text[end:]
    return text


def _text_mended(text: str) -> str:
    """Both mends of the text by turns: one that makes it readable shows where spaces mean nothing."""
    for _ in range(PASSES_AT_MOST):
        before, text = text, _readable(_visible(text))
        if text == before:
            break
    return text


def _records(text: str) -> tuple[Span, ...]:
    root = spans_of(text)
    records = root.parts if root and root.kind == "sequence" else (root,) if root else ()
    return tuple(record for record in records if record.kind == "mapping")


def _visible(text: str) -> str:
    """Without what nobody can see or what means nothing: spaces behind a line; and with a line end at the end."""
    clean = MISLEADING.sub("", text)
    try:
        blocks = list(_blocks(spans_of(clean)))
    except YAMLError:
        blocks = [(0, len(clean))]
    kept: list[str] = []
    at = block = 0
    for line in clean.splitlines(keepends=True):
        while block < len(blocks) and blocks[block][1] <= at:  # they stand in the order of the text
            block += 1
        inside = block < len(blocks) and blocks[block][0] <= at
        ending = line[len(line.rstrip("\r\n")) :]
        kept.append(line if inside else line[: len(line) - len(ending)].rstrip(" \t") + ending)
        at += len(line)
    tidy = "".join(kept)
    return tidy if not tidy or tidy.endswith("\n") else tidy + "\n"


def _blocks(node: Span | None) -> Iterator[tuple[int, int]]:
    """Texts over several lines, in which a space at the end of a line may belong to what is said."""
    if node and node.style:
        yield node.start, node.end
    for part in node.parts if node else ():
        yield from _blocks(part)


def _readable(text: str) -> str:
    """With quotes around what means something else in YAML, where the check has the whole line to paste."""
    for _ in range(PASSES_AT_MOST):
        _, problems = read_yaml(text.encode(), "")
        lines = text.split("\n")
        due = next(
            (each for each in problems if _OF_TEXT.get(each.code) is _readable and _is_one_line(each, lines)), None
        )
        if due is None:
            return text
        here = due.place.line - 1
        indent = len(lines[here]) - len(lines[here].lstrip())
        lines[here] = lines[here][:indent] + due.paste.strip() + "\r" * lines[here].endswith("\r")
        text = "\n".join(lines)
    return text


def _is_one_line(problem: Problem, lines: list[str]) -> bool:
    paste = problem.paste.strip()
    return bool(paste) and "\n" not in paste and lines[problem.place.line - 1].strip() != paste


# --- Values -----------------------------------------------------------------------------------------------------------


def _names_of_fields(text: str, record: Span, schema: Schema, package: Package) -> Iterator[Cut]:
    yield from _names(record, [field.name for field in schema.fields])
    for field, value in _fields(record, schema):
        for entry in value.parts if field.part else ():
            yield from _names(entry, [inner.name for inner in package.parts[field.part].fields])


def _values_of_fields(text: str, record: Span, schema: Schema, package: Package) -> Iterator[Cut]:
    for field, value in _fields(record, schema):
        if not field.part:
            yield from _values(text, value, field, package)
            continue
        part = package.parts[field.part]
        for entry in value.parts:  # of a list, or behind the keys of a mapping
            for key, inner in zip(entry.keys, entry.parts, strict=False):
                if inner_field := part.field_named(key.text):
                    yield from _values(text, inner, inner_field, package)


def _checks_by_day(text: str, record: Span, schema: Schema, package: Package) -> Iterator[Cut]:
    """Checks in the order of their days, where nothing but line breaks stands between them."""
    checks = record.at("checks")
    days = [_day_of(entry) for entry in checks.parts] if checks else []
    known = [day for day in days if day]
    if not checks or len(known) != len(days) or known == sorted(known) or "#" in text[checks.start : checks.end]:
        return
    order = sorted(range(len(days)), key=lambda n: known[n])
    for place, source in zip(checks.parts, (checks.parts[n] for n in order), strict=True):
        if place is not source:
            yield place.start, place.end, text[source.start : source.end]


def _fields(record: Span, schema: Schema) -> Iterator[tuple[Field, Span]]:
    for key, value in zip(record.keys, record.parts, strict=True):
        if field := schema.field_named(key.text):
            yield field, value


def _names(entry: Span, known: list[str]) -> Iterator[Cut]:
    """Names of fields that differ from the schema's in capitals, spaces and hyphens only."""
    taken = {key.text for key in entry.keys}
    for key in entry.keys:
        meant = re.sub(r"[\s-]+", "_", key.text.strip()).casefold()
        if key.text not in known and meant in known and meant not in taken:
            taken.add(meant)
            yield key.start, key.end, meant


def _values(text: str, value: Span, field: Field, package: Package) -> Iterator[Cut]:
    if value.kind == "scalar":
        new = _value(value.text, field, package)
        if new is None and is_free(field) and turns(value.text, value.style):
            yield value.start, value.end, quoted(value.text)
        written_anew = scalar_like(text, value, new) if new is not None and value.start < value.end else None
        if written_anew is not None:
            yield value.start, value.end, written_anew
    elif value.kind == "sequence" and (field.vocabulary or is_free(field)):
        for item in value.parts:
            yield from _values(text, item, field, package)


def _value(said: str, field: Field, package: Package) -> Item | None:
    """What the text certainly means, where the field doesn't take it as it stands."""
    said = said.strip()
    if field.vocabulary:
        vocabulary = package.vocabularies[field.vocabulary]
        match = None if said in vocabulary.labels else Codes(vocabulary).find(said)
        return match.code if match and match.sure else None
    if field.type in ("integer", "year", "date"):
        new = None if is_exact(field.type, said) or not _one_day_only(said) else exact_value(field, said)
        return new if new is not None and is_exact(field.type, str(new)) else None  # 26 is a number, and no year
    return _number(said) if field.name == "number" else None


def _one_day_only(said: str) -> bool:
    """False for 3/4/2026, which is a day in March to one reader and in April to another."""
    found = _MONTH_OR_DAY.match(said)
    return not found or int(found[2]) > 12 or found[1] == found[2]


def _number(said: str) -> str | None:
    """A number of ten digits as it is written everywhere here; one with words or an extension is left alone."""
    if _NOT_ONLY_DIGITS.search(said):
        return None
    try:
        number = phonenumbers.parse(said, REGION)
    except phonenumbers.NumberParseException:
        return None
    is_whole = number.country_code == 1 and phonenumbers.is_valid_number(number)
    return written(number) if is_whole and not _AS_WRITTEN.fullmatch(said) else None


def _day_of(entry: Span) -> date | None:
    day = entry.at("as_of")
    try:
        return date.fromisoformat(day.text) if day and len(day.text) == len("2026-11-02") else None
    except ValueError:
        return None


_OF_TEXT: Mapping[str, Callable[[str], str]] = {
    "odd-character": _visible,
    "anchor": _readable,
    "needs-quotes": _readable,
    "tag": _readable,
}
_OF_RECORD: Mapping[str, Callable[[str, Span, Schema, Package], Iterator[Cut]]] = {
    "field-unknown": _names_of_fields,
    "day": _values_of_fields,
    "not-in-list": _values_of_fields,
    "quotes-better": _values_of_fields,
    "whole-number": _values_of_fields,
    "year": _values_of_fields,
}
MENDED = frozenset({*_OF_TEXT, *_OF_RECORD})
"""The kinds of problems that are mended where it is certain what was meant."""

# --- A whole hub ------------------------------------------------------------------------------------------------------


def fixes(root: Path) -> list[Change]:
    """What is certain in every file of records; a file that is too big, no text or a link is left alone."""
    package, problems = read_package(root)
    changes = []
    for schema in () if problems else package.schemas:
        for file in files_in(root, schema.folder, YAML_ENDINGS)[0]:
            if (text := whole_text(root, file)) is not None:
                changes.append(Change(file, text, fixed(text, schema, package)))
    return [change for change in changes if change.before != change.after]
