# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Taking a plain structure of dicts, lists and text apart, with a problem and a place for whatever is not there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches

from porchlight.problems import Place, Problem
from porchlight.reading.saying import shown

Path = tuple[str | int, ...]
PlaceOf = Callable[[Path], Place]
PlainMap = dict[str, object]


class Parts:
    """The parts of one file. Every method answers with something of the right shape and notes what was wrong."""

    def __init__(self, place_of: PlaceOf) -> None:
        self._place_of = place_of
        self.problems: list[Problem] = []

    def note(self, path: Path, code: str, message: str, says: str = "", hint: str = "", paste: str = "") -> None:
        """Add a problem at the place of `path`."""
        self.problems.append(Problem(self._place_of(path), code, message, shown(says), hint, paste))

    def mapping(self, raw: object, path: Path, what: str, known: tuple[str, ...]) -> PlainMap:
        """The mapping that stands there, or an empty one; keys that are not `known` are problems."""
        if not isinstance(raw, dict) or not raw:
            self.note(path, "poll-shape", f"{what} should have these parts: {', '.join(known)}.", _says(raw))
            return {}
        for key in raw:
            if key not in known:
                message = f"“{shown(key)}” is not a part of {_low(what)}."
                self.note((*path, key), "poll-unknown-part", message, hint=_near(key, known))
        return raw

    def sequence(self, mapping: PlainMap, path: Path, key: str, what: str) -> Iterator[tuple[object, Path]]:
        """Each entry of the list at `key` with its path; nothing where there is no list."""
        raw = self.need(mapping, path, key, what, f"{key}:\n  - …")
        if raw is not None and not isinstance(raw, list):
            message = f"“{key}” should be a list: lines that start with a dash."
            self.note((*path, key), "poll-shape", message, _says(raw))
        for index, entry in enumerate(raw if isinstance(raw, list) else ()):
            yield entry, (*path, key, index)

    def need(self, mapping: PlainMap, path: Path, key: str, what: str, paste: str) -> object:
        """What stands at `key`; where nothing does, None and a problem with the lines to write."""
        raw = mapping.get(key)
        if raw not in (None, "", [], {}):
            return raw
        if mapping:  # an empty one has been told about already
            self.note(path, "poll-missing", f"{what} needs “{key}”.", hint="Write:", paste=paste)
        return None

    def text(self, mapping: PlainMap, path: Path, key: str, what: str, paste: str) -> str:
        """The text at `key`, or ""."""
        raw = self.need(mapping, path, key, what, paste)
        if raw is not None and not isinstance(raw, str):
            self.note((*path, key), "poll-shape", f"“{key}” should be one piece of text.", hint="Write:", paste=paste)
        return raw.strip() if isinstance(raw, str) else ""

    def words(self, mapping: PlainMap, path: Path, key: str, what: str) -> dict[str, str]:
        """The text per language at `key`. English must be there, since it stands in for what is not translated yet."""
        paste = f"{key}: {{en: …, es: …}}"
        raw = self.need(mapping, path, key, what, paste)
        if raw is None:
            return {}
        if not isinstance(raw, dict) or not all(isinstance(text, str) for text in raw.values()):
            message = f"“{key}” should have its words per language."
            self.note((*path, key), "poll-words", message, _says(raw), "Write:", paste)
            return {}
        if not raw.get("en", "").strip():
            self.note((*path, key), "poll-english", f"“{key}” needs its words in English.", hint="Write:", paste=paste)
        return {language: text.strip() for language, text in raw.items() if text.strip()}


def _says(raw: object) -> str:
    return raw if isinstance(raw, str) else ""


def _near(key: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(key, known, n=1)
    return f"Did you mean “{near[0]}”?" if near else f"Its parts are: {', '.join(known)}."


def _low(what: str) -> str:
    return what[0].lower() + what[1:]
