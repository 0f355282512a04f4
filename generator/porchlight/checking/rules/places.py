# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A hub's own places: each with a code of its own that suits its kind, its state and the place that it lies in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from porchlight.checking.context import Context
from porchlight.model.places import VOCABULARY, places_schema, state_of
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.problems import Problem
from porchlight.reading.gazetteer import county_point
from porchlight.reading.saying import listed, shown

COUNTY, CITY = "county", "city"
_DIGITS = {COUNTY: 3, CITY: 5}
"""How many digits follow the state in the code of each kind; a state has none."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A place as it was written."""

    schema: Schema
    record: Record

    def says(self, role: str) -> str:
        return self.schema.text_of(self.record, role)

    def problem(self, context: Context, code: str, role: str, message: str, hint: str) -> Problem:
        field = self.schema.field_for(role)
        place = context.place_of(self.record, field.name) if field else self.record.place
        return Problem(place, code, message, shown(self.says(role)), hint)


def place_code_taken(context: Context) -> Iterator[Problem]:
    """No two places have one code: what serves it could not tell which is meant."""
    first: dict[str, Record] = {}
    for each in _places(context):
        other = first.setdefault(each.says("place_code"), each.record)
        if other is not each.record:
            message = f"Two places have this code; the first is in {other.place.file}."
            yield each.problem(context, "place-code-taken", "place_code", message, "Look up the code of this one.")


def place_kind(context: Context) -> Iterator[Problem]:
    """A county's code has 3 digits, a city's 5, a state's none."""
    for each in _places(context):
        digits = _DIGITS.get(each.says("kind"), 0)
        if len(_number(each.says("place_code"))) != digits:
            hint = "A state is like US-OH, a county in it like US-OH-049, a city like US-OH-18000."
            message = "This code is not that of such a kind of place."
            yield each.problem(context, "place-kind", "place_code", message, hint)


def place_within(context: Context) -> Iterator[Problem]:
    """What a place lies in is its own state, or for a city a county of that state that the hub has."""
    counties = {each.says("place_code") for each in _places(context) if each.says("kind") == COUNTY}
    for each in _places(context):
        within, code = each.says("within"), each.says("place_code")
        around = {state_of(code)} - {code}
        if each.says("kind") == CITY:
            around |= {county for county in counties if state_of(county) == state_of(code)}
        if within and within not in around:
            message = "By its code, this place does not lie there."
            hint = f"It can be {listed(sorted(around))}." if around else "Take the line out: a state lies in none."
            yield each.problem(context, "place-within", "within", message, hint)


def place_elsewhere(context: Context) -> Iterator[Problem]:
    """A county lies in the state that its code tells, as the Census Bureau lists them."""
    for each in _places(context):
        state, name = state_of(each.says("place_code")), each.says("name").partition(",")[0]
        if each.says("kind") == COUNTY and not _is_made_up(context, each) and not county_point(name, state):
            label = context.hub.package.vocabularies[VOCABULARY].labels.get(state, {}).get("en", state)
            message = f"The Census Bureau lists no county of this name in {label}."
            hint = "Look at the state in its code, and at how the name is written."
            yield each.problem(context, "place-elsewhere", "name", message, hint)


def _is_made_up(context: Context, place: _Written) -> bool:
    """True for a county of a made-up hub with a number that no county has, as 555-01xx is nobody's phone."""
    return context.hub.settings.made_up and _number(place.says("place_code")).startswith("9")


def _places(context: Context) -> Iterator[_Written]:
    schema = places_schema(context.hub.package)
    for record in context.hub.records.get(schema.resource, ()) if schema else ():
        if schema:
            yield _Written(schema, record)


def _number(code: str) -> str:
    """What follows the state."""
    return code.removeprefix(state_of(code)).strip("-")
