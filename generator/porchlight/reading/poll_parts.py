# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Taking a plain structure of dicts, lists and text apart, with a problem and a place for whatever is not there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from porchlight.problems import Place, Problem
from porchlight.reading.saying import shown

Path = tuple[str | int, ...]
PlaceOf = Callable[[Path], Place]
PlainMap = dict[str, object]

Whither = tuple[str, str]
"""A hint, and the lines to write."""
NOWHERE: Mapping[str, Whither] = MappingProxyType({})


class Parts:
    """The parts of one file. Every method answers with something of the right shape and notes what was wrong.

    `first` is the language that stands in for the others.
    """

    def __init__(self, place_of: PlaceOf) -> None:
        self._place_of = place_of
        self.first = "en"
        self.problems: list[Problem] = []

    def note(self, path: Path, code: str, message: str, says: str = "", hint: str = "", paste: str = "") -> None:
        """Add a problem at the place of `path`."""
        self.problems.append(Problem(self._place_of(path), code, message, shown(says), hint, paste))

    def mapping(
        self, raw: object, path: Path, what: str, known: tuple[str, ...], elsewhere: Mapping[str, Whither] = NOWHERE
    ) -> PlainMap:
        """The mapping that stands there, or an empty one; keys that are not `known` are problems.

        `elsewhere` tells of keys that belong into another part where they go, and the lines to write.
        """
        if not isinstance(raw, dict) or not raw:
            self.note(path, "poll-shape", f"{what} should have these parts: {', '.join(known)}.", _says(raw))
            return {}
        for key in raw:
            if key not in known:
                message = f"“{shown(key)}” is not a part of {_low(what)}."
                hint, paste = elsewhere.get(key) or (_near(key, known), "")
                self.note((*path, key), "poll-unknown-part", message, hint=hint, paste=paste)
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

    def texts(self, mapping: PlainMap, path: Path, key: str, what: str, paste: str) -> Iterator[str]:
        """The texts of the list at `key`."""
        for entry, at in self.sequence(mapping, path, key, what):
            if isinstance(entry, str) and entry.strip():
                yield entry.strip()
            else:
                self.note(at, "poll-shape", f"“{key}” should be a list of words.", hint="Write:", paste=paste)

    def pairs(self, mapping: PlainMap, path: Path, key: str) -> dict[str, str]:
        """Names and texts at `key`, as many as are there."""
        raw = mapping.get(key, {})
        if isinstance(raw, dict) and all(isinstance(text, str) for text in raw.values()):
            return dict(raw)
        self.note((*path, key), "poll-shape", f"“{key}” should hold names, each with one text.", _says(raw))
        return {}

    def lists(self, mapping: PlainMap, path: Path, key: str) -> dict[str, tuple[str, ...]]:
        """Names and lists of texts at `key`."""
        raw = mapping.get(key)
        if isinstance(raw, dict) and all(map(_is_texts, raw.values())):
            return {name: tuple(texts) for name, texts in raw.items()}
        message = f"“{key}” should hold names, each with a list."
        self.note((*path, key), "poll-shape", message, _says(raw), "Write:", f"{key}: {{topics: [peer_mentor]}}")
        return {}

    def words(self, mapping: PlainMap, path: Path, key: str, what: str) -> dict[str, str]:
        """The text per language at `key`. The first language must be there: it stands in for what is not translated."""
        paste = f"{key}: {{{', '.join(f'{code}: …' for code in dict.fromkeys((self.first, 'es')))}}}"
        raw = self.need(mapping, path, key, what, paste)
        if raw is None:
            return {}
        if not isinstance(raw, dict) or not all(isinstance(text, str) for text in raw.values()):
            message = f"“{key}” should have its words per language."
            self.note((*path, key), "poll-words", message, _says(raw), "Write:", paste)
            return {}
        if not raw.get(self.first, "").strip():
            message = f"“{key}” needs its words in {_NAMES.get(self.first, f'the first language, “{self.first}”')}."
            self.note((*path, key), "poll-first-language", message, hint="Write:", paste=paste)
        return {language: text.strip() for language, text in raw.items() if text.strip()}


_NAMES = {"en": "English", "es": "Spanish"}


def _is_texts(raw: object) -> bool:
    return isinstance(raw, list) and bool(raw) and all(isinstance(text, str) for text in raw)


def _says(raw: object) -> str:
    return raw if isinstance(raw, str) else ""


def _near(key: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(key, known, n=1)
    return f"Did you mean “{near[0]}”?" if near else f"Its parts are: {', '.join(known)}."


def _low(what: str) -> str:
    return what[0].lower() + what[1:]
