# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Are two records one thing? Reasons for and against, each with its weight; their sum decides.

Only what may be published is compared: no message can tell a street that is withheld.

The weights were set by hand on half of the judged pairs (tests/duplicates/) and are measured on the other half.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from porchlight.duplicates.names import is_short_form, likeness, told_apart
from porchlight.duplicates.sides import Side

Sign = Literal[
    "name-same", "name-nearly", "name-short", "name-within", "name-part", "name-partly", "name-other", "name-apart",
    "phone-same", "phone-other", "email-same", "page-same", "host-same", "summary-same",
    "street-same", "street-two-cities", "street-other", "city-same", "city-other",
    "kind-other", "run-by-same", "run-by-others", "place-other",
]  # fmt: skip

WEIGHTS: dict[Sign, int] = {
    "name-same": 6,
    "name-nearly": 4,
    "name-short": 3,
    "name-within": -4,
    "name-part": -8,
    "name-partly": -5,
    "name-other": -5,
    "name-apart": -5,
    "phone-same": 4,
    "phone-other": -4,
    "email-same": 1,
    "page-same": 2,
    "host-same": 1,
    "summary-same": 3,
    "street-same": 5,
    "street-two-cities": 4,
    "street-other": -8,
    "city-same": 1,
    "city-other": -2,
    "kind-other": -1,
    "run-by-same": 1,
    "run-by-others": -1,
    "place-other": -3,
}
SAME, NEARLY, PARTLY = 0.97, 0.8, 0.45
COPIED = 90
"""From which likeness, of 100, one summary is the other with a word changed."""

ENOUGH = 7
"""From which sum on two records are told to look alike."""


@dataclass(frozen=True, slots=True)
class Judgment:
    """What speaks for and against, in the order in which it is told, and the sum."""

    signs: tuple[Sign, ...]

    @property
    def score(self) -> int:
        """The sum of the weights."""
        return sum(WEIGHTS[sign] for sign in self.signs)

    @property
    def looks_alike(self) -> bool:
        """True where a person should look at the two."""
        return self.score >= ENOUGH


def judged(one: Side, other: Side) -> Judgment:
    """Both compared; the same whichever comes first."""
    return Judgment((*_first(one, other), *_name(one, other), *_last(one, other)))


def judged_alike(one: Side, other: Side) -> Judgment | None:
    """The judgment of two that look alike, else None; names take longest, so they wait until they can still decide."""
    first, last = tuple(_first(one, other)), tuple(_last(one, other))
    if Judgment(first + last).score + _best_name(one, other) < ENOUGH:
        return None
    judgment = Judgment((*first, *_name(one, other), *last))
    return judgment if judgment.looks_alike else None


def _best_name(one: Side, other: Side) -> int:
    """The most that names can add."""
    return WEIGHTS["name-same"] + (WEIGHTS["run-by-same"] if _run_by_same(one, other) else 0)


def _run_by_same(one: Side, other: Side) -> bool:
    return bool(one.organization) and one.organization == other.organization


def _first(one: Side, other: Side) -> Iterator[Sign]:
    yield from _phone(one, other)
    yield from _where(one, other)


def _last(one: Side, other: Side) -> Iterator[Sign]:
    yield from _web(one, other)
    yield from _rest(one, other)


def _name(one: Side, other: Side) -> Iterator[Sign]:
    alike = likeness(one.name, other.name)
    if told_apart(one.name, other.name):
        yield "name-apart"
    if alike.both >= SAME:
        yield "name-same"
        if _run_by_same(one, other):
            yield "run-by-same"
    elif alike.part:
        yield "name-part"
    elif alike.both >= NEARLY and not alike.own:
        yield "name-nearly"
    elif is_short_form(one.name, other.name):
        yield "name-short"
    elif alike.less >= SAME:
        yield "name-within"
    else:
        yield "name-partly" if alike.both >= PARTLY else "name-other"


def _phone(one: Side, other: Side) -> Iterator[Sign]:
    if one.phones and other.phones:
        yield "phone-same" if one.phones & other.phones else "phone-other"


def _web(one: Side, other: Side) -> Iterator[Sign]:
    if one.emails & other.emails:
        yield "email-same"
    if {page for page in one.pages if "/" in page} & other.pages:
        yield "page-same"
    elif one.hosts & other.hosts:
        yield "host-same"


def _where(one: Side, other: Side) -> Iterator[Sign]:
    if one.states and other.states and not one.states & other.states:
        yield "place-other"
    other_city = bool(one.city and other.city and one.city != other.city)
    if one.street and other.street:
        same = one.street.is_same(other.street)
        yield ("street-two-cities" if other_city else "street-same") if same else "street-other"
    elif one.city and other.city:
        yield "city-other" if other_city else "city-same"


def _rest(one: Side, other: Side) -> Iterator[Sign]:
    if one.summary and other.summary and fuzz.ratio(one.summary, other.summary, score_cutoff=COPIED):
        yield "summary-same"
    if one.kind and other.kind and one.kind != other.kind:
        yield "kind-other"
    if one.organization and other.organization and one.organization != other.organization:
        yield "run-by-others"
