# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The terms of a poll: when and in which languages it is asked, who takes the answers, what the hub holds for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import get_args

from porchlight.model.days import FIRST_YEAR, LAST_YEAR
from porchlight.model.questionnaire import FIRST_WAVE, BreakdownBy, Provider, Query, Wave
from porchlight.reading.exact import is_day
from porchlight.reading.poll_parts import Parts, Path, PlainMap, Whither

_WAVE = ("id", "opens", "closes", "invited")
_WAVE_TERMS = ("opens", "closes", "invited")
_WAVE_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PROVIDER = ("service", "key", "settings", "fields")
_QUERY = ("from", "where")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,8})?")


def languages(parts: Parts, top: PlainMap, title: Iterable[str]) -> tuple[str, ...]:
    """What `languages` lists; where nothing does, English and whatever else the title is written in."""
    if "languages" not in top:
        return tuple(dict.fromkeys(("en", *title)))
    listed = tuple(parts.texts(top, (), "languages", "A poll", "languages: [en, es]"))
    for position, code in enumerate(listed):
        if not _LANGUAGE.fullmatch(code):
            message = "A language is told by its code."
            parts.note(("languages", position), "poll-language", message, code, "Write it like en or es.")
    return tuple(dict.fromkeys(listed))


def waves(parts: Parts, top: PlainMap) -> tuple[Wave, ...]:
    """The times of asking; one without an end where the poll names none."""
    if "waves" not in top:
        return (FIRST_WAVE,)
    entries = parts.sequence(top, (), "waves", "A poll")
    found = tuple((_wave(parts, entry, path), path) for entry, path in entries)
    _apart(parts, found)
    return tuple(wave for wave, _ in found) or (FIRST_WAVE,)


def of_a_wave(raw: object) -> dict[str, Whither]:
    """Where terms of a wave go that stand in the poll itself: each time of asking has its own."""
    if not isinstance(raw, dict) or "waves" in raw:
        return dict.fromkeys(_WAVE_TERMS, ("It belongs to one of the “waves”.", ""))
    written = [f"    {name}: {raw[name]}" for name in _WAVE_TERMS if isinstance(raw.get(name), str)]
    paste = "\n".join(("waves:", f"  - id: {FIRST_WAVE.id}", *written))
    return dict.fromkeys(_WAVE_TERMS, ("It belongs to a wave. Take it out here, and write:", paste))


def _wave(parts: Parts, raw: object, path: Path) -> Wave:
    wave = parts.mapping(raw, path, "A wave", _WAVE)
    wave_id = parts.text(wave, path, "id", "A wave", "id: 2026-fall")
    if wave_id and not (_WAVE_ID.fullmatch(wave_id) and len(wave_id) <= 40):
        hint = "Use up to 40 small letters, digits and “-”, like 2026-fall."
        parts.note((*path, "id"), "poll-wave-id", "A wave's id is part of a file name.", wave_id, hint)
    opens, closes = _day(parts, wave, path, "opens"), _day(parts, wave, path, "closes")
    if opens and closes and closes < opens:
        parts.note((*path, "closes"), "poll-wave-days", "This wave closes before it opens.", closes.isoformat())
    invited = parts.words(wave, path, "invited", "A wave") if "invited" in wave else {}
    return Wave(wave_id, opens, closes, invited)


def _day(parts: Parts, wave: PlainMap, path: Path, key: str) -> date | None:
    if key not in wave:
        return None
    written = parts.text(wave, path, key, "A wave", f"{key}: 2026-12-01")
    if is_day(written):
        return date.fromisoformat(written)
    if written:
        message = f"“{key}” should be a day in the years {FIRST_YEAR} to {LAST_YEAR}, like 2026-12-01."
        parts.note((*path, key), "poll-day", message, written)
    return None


def _apart(parts: Parts, found: tuple[tuple[Wave, Path], ...]) -> None:
    """Note waves with one id, and those that are open on one day: an answer must belong to one of them."""
    for position, (wave, path) in enumerate(found):
        before = [each for each, _ in found[:position]]
        if wave.id and wave.id in {each.id for each in before}:
            parts.note((*path, "id"), "poll-wave-twice", "Two waves have the same id.", wave.id, "Give one another.")
        elif any(_meet(wave, other) for other in before):
            message = "Two waves are open on the same day, so nobody could tell which one an answer belongs to."
            parts.note(path, "poll-wave-days", message, hint="Let one close before the next opens.")


def _meet(one: Wave, other: Wave) -> bool:
    first = max(one.opens or date.min, other.opens or date.min)
    return first <= min(one.closes or date.max, other.closes or date.max)


def provider(parts: Parts, top: PlainMap) -> Provider | None:
    """The form service that takes the answers; None where it is our own."""
    if "provider" not in top:
        return None
    raw = parts.mapping(top["provider"], ("provider",), "“provider”", _PROVIDER)
    return Provider(
        service=parts.text(raw, ("provider",), "service", "“provider”", "service: formspree"),
        key=parts.text(raw, ("provider",), "key", "“provider”", "key: …") if "key" in raw else "",
        settings=parts.pairs(raw, ("provider",), "settings"),
        fields=parts.pairs(raw, ("provider",), "fields"),
    )


def breakdowns(parts: Parts, top: PlainMap) -> tuple[BreakdownBy, ...]:
    """By what results are split, one way at most; by nothing where nothing is written, which is safest."""
    known = get_args(BreakdownBy)
    if "breakdowns" not in top:
        return ()
    written = tuple(parts.texts(top, (), "breakdowns", "A poll", "breakdowns: [mode]"))
    for position, each in enumerate(written):
        if each not in known:
            message = "Results can be split by “mode” (web, paper) and by “language”, by nothing else."
            parts.note(("breakdowns", position), "poll-breakdown", message, each)
        elif position:
            message = "Results can be split in one way only: from two, what one hides could be worked out."
            parts.note(("breakdowns", position), "poll-breakdown", message, each, "Choose one.")
    return tuple(by for by in known if by in written)


def supply(parts: Parts, item: PlainMap, path: Path) -> tuple[Query, ...]:
    """The queries over the hub that answer an item."""
    if "supply" not in item:
        return ()
    return tuple(_query(parts, raw, at) for raw, at in parts.sequence(item, path, "supply", "An item"))


def _query(parts: Parts, raw: object, path: Path) -> Query:
    query = parts.mapping(raw, path, "A line of “supply”", _QUERY)
    resource = parts.text(query, path, "from", "A line of “supply”", "from: trainings")
    where = parts.lists(query, path, "where") if "where" in query else {}
    return Query(resource, where)
