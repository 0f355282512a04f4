# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lists and answers of two records as one: each entry once, and of two that say different things the newer one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any

from porchlight.model.phones import phone_of

Entry = dict[str, Any]

_KEYS: Mapping[str, Callable[[Entry], Hashable]] = {
    "phones": phone_of,
    "links": lambda entry: str(entry.get("url", "")).rstrip("/"),
    "sources": lambda entry: str(entry.get("url", "")).rstrip("/"),
}
"""By what an entry of a list is known; another is known by all that it says."""

_DAYS = ("as_of", "checked_on", "read_on")


def joined_list(part: str, have: list[Any], more: list[Any]) -> list[Any]:
    """Every entry of `have`, then what only `more` holds; of two entries for one thing what was found later."""
    known = _KEYS.get(part, str)
    entries = list(have)
    places: dict[Hashable, int] = {}
    for position, entry in enumerate(have):
        places.setdefault(known(entry), position)
    for entry in more:
        place = places.setdefault(known(entry), len(entries))
        if place == len(entries):
            entries.append(entry)
        else:
            entries[place] = _newer(entries[place], entry)
    return sorted(entries, key=_day) if part == "checks" else entries


def newer_answers(have: Mapping[str, Entry], more: Mapping[str, Entry]) -> tuple[Entry, list[tuple[str, str]]]:
    """One answer to each question, the newer where they differ, and the older ones in words."""
    both: Entry = dict(have)
    older = []
    for name, entry in more.items():
        old = both.get(name)
        if old is None or old == entry:
            both[name] = entry
            continue
        both[name] = _newer(old, entry)
        lost = entry if both[name] == old else old
        if lost.get("answer") != both[name].get("answer"):
            older.append((name, " ".join(filter(None, (str(lost.get("answer", "")), _day(lost))))))
    return both, older


def _newer(old: Any, new: Any) -> Any:
    """`old` with what only `new` says; where `new` has the later day, with its day and what was found on it."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return old
    later = _day(new) > _day(old)
    if "answer" in old:
        return new if later else old  # an answer's words belong to that answer
    found = {name: new[name] for name in (*_DAYS, "check") if later and name in new}
    return {**old, **{name: said for name, said in new.items() if name not in old}, **found}


def _day(entry: Any) -> str:
    """The day of an entry; days in this form are in order as texts."""
    return next((str(entry[name]) for name in _DAYS if name in entry), "") if isinstance(entry, dict) else ""


def differences(have: Any, new: Any) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Where `new` says something else or more than `have`, and what: so that all the rest stays as it is written."""
    if isinstance(have, dict) and isinstance(new, dict) and not set(have) - set(new):
        for name, said in new.items():
            yield from (((name, *path), value) for path, value in differences(have.get(name), said))
    elif isinstance(have, list) and have and isinstance(new, list) and len(have) <= len(new):
        for position, said in enumerate(new):
            old = have[position] if position < len(have) else None
            yield from (((position, *path), value) for path, value in differences(old, said))
    elif have != new:
        yield (), new
