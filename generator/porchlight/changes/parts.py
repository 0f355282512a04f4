# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What changed in the nested parts of a record: answers, numbers, links, checks, translations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from porchlight.changes.saying import Said, Sentence
from porchlight.changes.values import Told, Values, title
from porchlight.model.record import Row
from porchlight.model.schema import Field, PartSchema
from porchlight.reading.hidden import is_hidden

_ANSWER = "answer"
_CHECKS = "checks"


def part_changes(values: Values, holder: Field, before: Sequence[Row], after: Sequence[Row]) -> Iterator[Told]:
    """Everything that is told of one nested part of a record."""
    part = values.package.parts[holder.part]
    if is_hidden(holder):
        if before != after:
            yield Told((title(holder), " was changed."))
    elif part.shape == "keyed":
        yield from _keyed(values, part, before, after)
    else:
        yield from _list(values, part, holder, before, after)


def _keyed(values: Values, part: PartSchema, before: Sequence[Row], after: Sequence[Row]) -> Iterator[Told]:
    was, now = ({str(row.get(part.key, "")): row for row in rows} for rows in (before, after))
    key = part.field_named(part.key)
    for name in dict.fromkeys((*now, *was)):
        label = Said(values.words(key, name) if key else name)
        old, new = was.get(name, {}), now.get(name, {})
        if old == new:
            continue
        if part.field_named(_ANSWER):
            yield from _answer(values, part, label, old, new)
        else:
            yield from (told.about(label) for told in _row(values, part, old, new, (part.key,)))


def _answer(values: Values, part: PartSchema, label: Said, old: Row, new: Row) -> Iterator[Told]:
    """An answer and the call behind it are one thing to tell."""
    field = part.field_named(_ANSWER)
    assert field  # _keyed has looked
    was, now = (Said(values.words(field, row[_ANSWER])) if _ANSWER in row else None for row in (old, new))
    asked = _asked(values, part, new)
    told_by = ("as_of", "how") if asked else ()
    said = (" They said so", *asked, ".") if asked else ()
    if was and now and was != now:
        yield Told((label, " was ", was, ", is now ", now, ".", *said))
    elif now and not was:
        yield Told((label, " is now ", now, ".", *said))
    elif was and not now:
        yield Told((label, " is no longer told. It was ", was, "."))
    elif now and asked and any(old.get(name) != new.get(name) for name in told_by):
        yield Told((label, " was asked again", *asked, ": still ", now, "."))
    if new:
        yield from (told.about(label) for told in _row(values, part, old, new, (part.key, _ANSWER, *told_by)))


def _asked(values: Values, part: PartSchema, row: Row) -> Sentence:
    """The words “by phone on 2 November 2026”; none where the row does not tell."""
    how, day = part.field_named("how"), part.field_named("as_of")
    if not (how and day and "how" in row and "as_of" in row):
        return ()
    return (" ", Said(values.words(how, row["how"]), quoted=False), f" on {values.words(day, row['as_of'])}")


def _list(
    values: Values, part: PartSchema, holder: Field, before: Sequence[Row], after: Sequence[Row]
) -> Iterator[Told]:
    gone = [row for row in before if row not in after]
    new = [row for row in after if row not in before]
    if not gone and not new and list(before) != list(after):
        yield Told((title(holder), ": the same in another order."))
    name = next((field.name for field in part.fields if field.required), part.fields[0].name)
    for same in (_by(name), _by("label", "kind")) if part.name != _CHECKS else ():
        for old, now in _pairs(gone, new, same):
            about = Said(str(old.get("label", now.get(name, ""))) if old.get(name) != now.get(name) else str(now[name]))
            yield from (told.about(title(holder), ", ", about) for told in _row(values, part, old, now, ()))
    for row in new:
        yield _checked(values, part, row) if part.name == _CHECKS else _entry("New in ", holder, name, row)
    for row in gone:
        yield _entry("No longer in ", holder, name, row)


def _by(*names: str) -> Callable[[Row], object]:
    """What two rows must share to be the same thing changed; None where a row does not tell."""
    return lambda row: tuple(row[name] for name in names) if all(name in row for name in names) else None


def _pairs(gone: list[Row], new: list[Row], same: Callable[[Row], object]) -> Iterator[tuple[Row, Row]]:
    """Rows that are one thing before and after, taken out of both lists."""
    for old in list(gone):
        now = next((row for row in new if same(row) is not None and same(row) == same(old)), None)
        if now is not None:
            gone.remove(old)
            new.remove(now)
            yield old, now


def _row(values: Values, part: PartSchema, old: Row, new: Row, but: Sequence[str]) -> Iterator[Told]:
    for field in part.fields:
        if field.name not in but:
            yield from values.field(field, old.get(field.name), new.get(field.name))


def _checked(values: Values, part: PartSchema, row: Row) -> Told:
    result = part.field_named("result")
    came = (": ", Said(values.words(result, row["result"]))) if result and "result" in row else ()
    return Told(("Checked", *_asked(values, part, row), *came, "."))


def _entry(how: str, holder: Field, name: str, row: Row) -> Told:
    label = (" (", Said(str(row["label"])), ")") if "label" in row else ()
    return Told((how, title(holder), ": ", Said(str(row.get(name, ""))), *label, "."))
