# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What one field said before and says now, in a sentence; a field that is not for everyone is never quoted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from porchlight.changes.saying import Said, Sentence, several
from porchlight.model.record import Value
from porchlight.model.schema import Field, Package
from porchlight.reading.hidden import is_hidden

_TOWN = ("city", "county")
"""Roles of what is withheld with the street where nothing may be shown; so a town that goes is not named once more."""

LONG_FROM = 90
"""From so many characters on, a text stands below the sentence and not in it."""

LANGUAGE = "en"
"""The language of maintainers; a title stands in English always."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that a reader will see change. A long text stands in `before` and `after` instead of the sentence."""

    sentence: Sentence
    before: str = ""
    after: str = ""

    def about(self, *what: str | Said) -> Told:
        """The same, said of a part of the record."""
        return Told((*what, ": ", *self.sentence), self.before, self.after)


def title(field: Field) -> Said:
    """The field as people know it."""
    return Said(field.titles.get(LANGUAGE, field.name))


def day_in_words(day: date) -> str:
    """2 November 2026."""
    return f"{day.day} {day:%B} {day.year}"


@dataclass(frozen=True, slots=True)
class Values:
    """Puts values into words, by the vocabularies of a hub."""

    package: Package

    def words(self, field: Field, value: Value) -> str:
        """The label of a code, a day in words, anything else as it was written."""
        if isinstance(value, date):
            return day_in_words(value)
        if isinstance(value, tuple):
            return ", ".join(self.words(field, each) for each in value)
        known = self.package.vocabularies.get(field.vocabulary)
        labels: Mapping[str, str] = known.labels.get(str(value), {}) if known else {}
        return labels.get(LANGUAGE, str(value))

    def field(self, field: Field, before: Value | None, after: Value | None) -> Iterator[Told]:
        """What is told of a field; nothing where it stayed the same."""
        if before == after:
            return
        if is_hidden(field) or (field.role in _TOWN and (before is None or after is None)):
            yield _unquoted(field, before, after)
        elif isinstance(before, tuple) or isinstance(after, tuple):
            yield self._codes(field, _listed(before), _listed(after))
        else:
            yield self._one(field, before, after)

    def _one(self, field: Field, before: Value | None, after: Value | None) -> Told:
        was = "" if before is None else self.words(field, before)
        now = "" if after is None else self.words(field, after)
        if _is_long(was) or _is_long(now):
            how = "was changed." if was and now else "is new." if now else "is no longer told."
            return Told((title(field), f" {how}"), was, now)
        if not was:
            return Told((title(field), " is now told: ", Said(now), "."))
        if not now:
            return Told((title(field), " is no longer told. It was ", Said(was), "."))
        return Told((title(field), " was ", Said(was), ", is now ", Said(now), "."))

    def _codes(self, field: Field, before: tuple[str, ...], after: tuple[str, ...]) -> Told:
        more = [self.words(field, code) for code in after if code not in before]
        less = [self.words(field, code) for code in before if code not in after]
        parts: Sentence = (title(field), ": ")
        parts += ("now also " if before else "now ", *several(more)) if more else ()
        parts += ("; ",) if more and less else ()
        parts += ("no longer ", *several(less)) if less else ()
        return Told((*parts, "." if more or less else "the same in another order."))


def _listed(value: Value | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _is_long(text: str) -> bool:
    return len(text) >= LONG_FROM or "\n" in text.strip()


def _unquoted(field: Field, before: Value | None, after: Value | None) -> Told:
    how = "is shown now" if before is None else "is no longer shown" if after is None else "was changed"
    return Told((title(field), f" {how}."))
