# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A cell's text → its place in a record. Each function gives back what has no place, and why."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain

from porchlight.exchange.sheets.columns import EXTENSION, Target
from porchlight.exchange.sheets.draft import Draft, Ground, Rest
from porchlight.exchange.sheets.phones import PhoneRow, phone_rows
from porchlight.exchange.sheets.plain_values import exact_value, shortened, unfit
from porchlight.exchange.sheets.postal import postal_code
from porchlight.exchange.sheets.web import email_and_rest, web_addresses
from porchlight.exchange.yaml_out import Value
from porchlight.model.alike import folded
from porchlight.model.places import states_of
from porchlight.model.schema import Field

Unplaced = tuple[str, str]
"""A text, "" where all of it was placed, and the reason."""
Placer = Callable[[Ground, Draft, Target, str], Unplaced]

PLACED: Unplaced = ("", "")
_LIST = re.compile(r"\s*[;,|\n]\s*")
_CODE_LIST = re.compile(r"\s*(?:[;,|\n]|\band\b)\s*")
_FALLBACK = {"cost": "cost_note", "who_codes": "who"}
"""By role: words that are no code still say something to a reader in the field beside it."""
_EXTENSION = re.compile(r"(?:(?:ext(?:ension)?|x)\.? *)?(\d{1,7})(?:\.0)?", re.ASCII | re.IGNORECASE)
LONGEST_SHORT_CODE = 6
_URL_AT_MOST = 500
LONGEST_SEARCHED = 1000
"""Characters in which a number, an address or a code is looked for: what is longer is a text, and would take long."""


def place(ground: Ground, draft: Draft, target: Target, text: str) -> Unplaced:
    """Put the text where its column belongs; what comes back goes into the note."""
    placer = _placer(target.field)
    if len(text) > LONGEST_SEARCHED and placer not in (_exact, _list, _note):
        return text, f"too long for “{target.field.name}”"
    return placer(ground, draft, target, text)


def source_row(ground: Ground, url: str) -> dict[str, Value]:
    """The source that an imported record has: a page of someone else, on the day on which it was read."""
    return {"url": url, **({"read_on": ground.read_on} if ground.read_on else {}), "kind": "second_hand"}


def _placer(field: Field) -> Placer:
    if field.private:
        return _note
    by_meaning = _BY_PART.get(field.part) or _BY_MEANING.get(field.role or field.hsds) or _BY_MEANING.get(field.format)
    if by_meaning:
        return by_meaning
    if field.reference:
        return _reference
    if field.vocabulary:
        return _code_list if field.type == "array" else _code
    return _list if field.type == "array" else _exact


def _exact(ground: Ground, draft: Draft, target: Target, text: str) -> Unplaced:
    field = target.field
    value = exact_value(field, text)
    if value is None:
        return text, unfit(field, text)
    if field.name in draft.values:
        return PLACED if draft.values[field.name] == value else (text, f"“{field.name}” has another value already")
    rest = ""
    if isinstance(value, str) and (most := field.constraints.get("maxLength")):
        value, rest = shortened(value, most)
    draft.values[field.name] = value
    return rest, f"the rest of a text that is too long for “{field.name}”"


def _list(ground: Ground, draft: Draft, target: Target, text: str) -> Unplaced:
    for item in filter(None, _LIST.split(text)):
        draft.add(target.field.name, item)
    return PLACED


def _code(ground: Ground, draft: Draft, target: Target, text: str) -> Unplaced:
    field = target.field
    match = ground.codes[field.vocabulary].find(text)
    if match is None:
        return _beside(ground, draft, target, text)
    if not match.sure:
        draft.guesses.append((field.name, text, match.code))
    if field.role == "status" and match.code == "open":
        return PLACED  # open is what every record is that says nothing else
    if draft.values.setdefault(field.name, match.code) != match.code:
        return text, f"“{field.name}” has another value already"
    return PLACED


def _code_list(ground: Ground, draft: Draft, target: Target, text: str) -> Unplaced:
    field, codes = target.field, ground.codes[target.field.vocabulary]
    pieces = [text] if codes.find(text) else list(filter(None, _CODE_LIST.split(text)))
    halves = {piece: [piece] if codes.find(piece) else piece.split("/") for piece in pieces}
    unknown = [piece for piece, several in halves.items() if not all(map(codes.find, several))]
    for half in chain.from_iterable(halves.values()):
        if match := codes.find(half):
            draft.add(field.name, match.code)
            if not match.sure:
                draft.guesses.append((field.name, half, match.code))
    if not unknown:
        return PLACED
    return _beside(ground, draft, target, text if field.role in _FALLBACK else ", ".join(unknown))


def _beside(ground: Ground, draft: Draft, target: Target, text: str) -> Unplaced:
    """Into the field beside it that takes words, where there is one and it is free."""
    field = ground.schema.field_for(_FALLBACK.get(target.field.role, "none"))
    if field and field.name not in draft.values:
        return _exact(ground, draft, Target(field), text)
    return text, f"no code of “{target.field.name}”"


def _reference(ground: Ground, draft: Draft, target: Target, text: str) -> Unplaced:
    known = ground.references.get(target.field.reference, {})
    found = known.get(folded(text))
    if found is None:
        return text, f"no record of {target.field.reference} has this name"
    draft.values[target.field.name] = found
    return PLACED


def _address(ground: Ground, draft: Draft, target: Target, text: str) -> Unplaced:
    """Several columns make one address: street, then suite or floor."""
    name = target.field.name
    lines = [str(draft.values[name])] if name in draft.values else []
    whole = ", ".join([*lines, *(text.split("\n"))])
    if len(whole) > target.field.constraints.get("maxLength", len(whole)):
        return text, f"too long for “{name}”"
    draft.values[name] = whole
    return PLACED


def _postal_code(ground: Ground, draft: Draft, target: Target, text: str) -> Unplaced:
    where = ground.schema.field_for("where")
    states = set(states_of(draft.codes(where.name))) if where else set()
    code = postal_code(text, states)
    if code and draft.values.setdefault(target.field.name, code) == code:
        return PLACED
    return text, "no ZIP code that is certain"


def _email(ground: Ground, draft: Draft, target: Target, text: str) -> Unplaced:
    address, rest = email_and_rest(text)
    if not address or target.field.name in draft.values:
        return text, "“email” has another value already" if address else "no e-mail address"
    draft.values[target.field.name] = address
    return rest, "beside the first e-mail address"


def _phones(ground: Ground, draft: Draft, target: Target, text: str) -> Unplaced:
    if target.kind == EXTENSION:
        return _extension(draft, target, text)
    rows, rest = phone_rows(text, target.kind or "voice", target.label)
    for row in rows:
        draft.add(target.field.name, row)
    return rest, "more words than a number can carry" if rows else "no number that can be dialed"


def _extension(draft: Draft, target: Target, text: str) -> Unplaced:
    """Behind the one full number that is a voice line and has none; of several, nobody knows which is meant."""
    rows = draft.values.get(target.field.name)
    lines = [row for row in rows if _is_full_line(row)] if isinstance(rows, list) else []
    digits = _EXTENSION.fullmatch(text)
    if len(lines) != 1 or not digits:
        return text, "no extension of one number"
    lines[0]["number"] += f" ext. {digits[1]}"
    return PLACED


def _is_full_line(row: PhoneRow) -> bool:
    return row["kind"] == "voice" and len(row["number"]) > LONGEST_SHORT_CODE and "ext." not in row["number"]


def _links(ground: Ground, draft: Draft, target: Target, text: str) -> Unplaced:
    found = _web(text)
    for url in found:
        draft.add(target.field.name, {"url": url} | ({"label": target.label} if target.label else {}) | _SEEN)
    return PLACED if found else (text, "no web address")


def _sources(ground: Ground, draft: Draft, target: Target, text: str) -> Unplaced:
    found = _web(text)
    for url in found:
        draft.add(target.field.name, source_row(ground, url))
    return PLACED if found else (text, "no web address")


def _web(text: str) -> list[str]:
    found = web_addresses(text)
    return found if all(len(url) <= _URL_AT_MOST for url in found) else []


def _note(ground: Ground, draft: Draft, target: Target, text: str) -> Unplaced:
    draft.rests.insert(0, Rest("", text))
    return PLACED


_SEEN = {"seen": "address_only"}
_BY_PART: dict[str, Placer] = {"phones": _phones, "links": _links, "sources": _sources}
_BY_MEANING: dict[str, Placer] = {"address": _address, "postal_code": _postal_code, "email": _email}
