# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A hub's own places: each with a code of its own that suits its kind, its state and the place that it lies in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from porchlight.checking.context import Context
from porchlight.model.places import VOCABULARY, places_schema, state_of
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.problems import Problem
from porchlight.reading.gazetteer import counties_named, fold
from porchlight.reading.saying import listed, shown

COUNTY, CITY = "county", "city"
_DIGITS = {COUNTY: 3, CITY: 5}
"""How many digits follow the state in the code of each kind; a state has none."""


@dataclass(frozen=True, slots=True)
class Written:
    """A place as it was written."""

    schema: Schema
    record: Record

    def says(self, role: str) -> str:
        """What it says in the field of that role; "" where it says nothing."""
        return self.schema.text_of(self.record, role)

    def problem(self, context: Context, code: str, role: str, message: str, hint: str, meant: str = "") -> Problem:
        """What to mend in the field of that role, with the line to paste where it is known what was meant."""
        field = self.schema.field_for(role)
        place = context.place_of(self.record, field.name) if field else self.record.place
        paste = f"{field.name}: {meant}" if field and meant else ""
        return Problem(place, code, message, shown(self.says(role)), hint, paste)


def place_code_taken(context: Context) -> Iterator[Problem]:
    """No two places have one code: what serves it could not tell which is meant."""
    first: dict[str, Record] = {}
    for each in written(context):
        other = first.setdefault(each.says("place_code"), each.record)
        if other is not each.record:
            message = f"Two places have this code; the first is in {other.place.file}."
            yield each.problem(context, "place-code-taken", "place_code", message, "Look up the code of this one.")


def place_twice(context: Context) -> Iterator[Problem]:
    """No two places of one kind in one state have one name: nobody could pick the right one from a list."""
    first: dict[tuple[str, str, str], Written] = {}
    for each in written(context):
        code = each.says("place_code")
        other = first.setdefault((each.says("kind"), state_of(code), fold(each.says("name"))), each)
        if other.says("place_code") != code:
            message = f"A place of this kind and state has this name already, in {other.record.place.file}."
            hint = "Take out the one with the wrong code. Are they two? Say in the names which is which."
            yield each.problem(context, "place-code-taken", "name", message, hint)


def place_kind(context: Context) -> Iterator[Problem]:
    """A county's code has 3 digits, a city's 5, a state's none."""
    for each in written(context):
        digits = _DIGITS.get(each.says("kind"), 0)
        if len(_number(each.says("place_code"))) != digits:
            hint = "A state is like US-OH, a county in it like US-OH-049, a city like US-OH-18000."
            message = "This code is not that of such a kind of place."
            yield each.problem(context, "place-kind", "place_code", message, hint)


def place_within(context: Context) -> Iterator[Problem]:
    """What a place lies in is its own state, or for a city a county of that state that the hub has."""
    own = {each.says("place_code"): each.says("kind") for each in written(context)}
    for each in written(context):
        within, code = each.says("within"), each.says("place_code")
        around = {state_of(code)} - {code}
        if each.says("kind") == CITY:
            around |= {other for other in own if own[other] == COUNTY and state_of(other) == state_of(code)}
        if within and within not in around:
            lacks = each.says("kind") == CITY and within not in own and within.startswith(f"{state_of(code)}-")
            message, hint = _no_file(within) if lacks else _not_there(around)
            yield each.problem(context, "place-within", "within", message, hint)


def _no_file(within: str) -> tuple[str, str]:
    return f"This hub has no file for {within}.", "Make one in data/places, or take the line out."


def _not_there(around: Iterable[str]) -> tuple[str, str]:
    message = "By its code, this place does not lie there."
    return message, f"It can be {listed(sorted(around))}." if around else "Take the line out: a state lies in none."


def place_elsewhere(context: Context) -> Iterator[Problem]:
    """A place lies in a state that there is, and a county is that of its code, as the Census Bureau lists them."""
    known = context.hub.package.vocabularies.get(VOCABULARY)
    if known is None:  # its file could not be read, which is told
        return
    for each in written(context):
        state = state_of(each.says("place_code"))
        if state not in known.labels or state in known.own:
            message, hint = "No state has these two letters.", "They are those of its mail: US-OH is Ohio."
            yield each.problem(context, "place-elsewhere", "place_code", message, hint)
        elif each.says("kind") == COUNTY and not _is_made_up(context, each):
            yield from _county(context, each, state, known.labels[state].get("en", state))


def _county(context: Context, each: Written, state: str, label: str) -> Iterator[Problem]:
    """It lies in that state, and its number is its own."""
    numbers = [f"{spot.number:03}" for spot in counties_named(each.says("name").partition(",")[0], state)]
    number = _number(each.says("place_code"))
    if not numbers:
        message = f"The Census Bureau lists no county of this name in {label}."
        hint = "Look at the state in its code, and at how the name is written."
        yield each.problem(context, "place-elsewhere", "name", message, hint)
    elif number not in numbers and len(number) == _DIGITS[COUNTY]:
        message = f"The Census Bureau gives this county of {label} another number."
        hint, meant = "If the name is right, write:", f"{state}-{numbers[0]}"
        yield each.problem(context, "place-elsewhere", "place_code", message, hint, meant)


def _is_made_up(context: Context, place: Written) -> bool:
    """True for a county of a made-up hub with a number that no county has, as 555-01xx is nobody's phone."""
    return context.hub.settings.made_up and _number(place.says("place_code")).startswith("9")


def written(context: Context) -> Iterator[Written]:
    """Every place of the hub."""
    schema = places_schema(context.hub.package)
    for record in context.hub.records.get(schema.resource, ()) if schema else ():
        if schema:
            yield Written(schema, record)


def _number(code: str) -> str:
    """What follows the state."""
    return code.removeprefix(state_of(code)).strip("-")
