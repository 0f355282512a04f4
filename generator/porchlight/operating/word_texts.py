# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The texts of a file that someone wants to look at: all of it, or the sentences of a YAML file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from porchlight.problems import Place
from porchlight.reading.files import YAML_ENDINGS
from porchlight.reading.nodes import Mapping, Node, Scalar, Sequence
from porchlight.reading.yaml_text import decoded, read_yaml

_ABOUT_A_WORD = {"say", "standing"}
"""What a record has that explains a word: it holds the word on purpose."""

_OF_OTHERS = ("sources", "also_called")
"""Titles of other people's pages, and the names by which people look for something."""


_NO_TEXT = (".docx", ".doc", ".odt", ".rtf", ".pdf")
"""Endings of files whose words can't be read as they lie."""


class CannotRead(Exception):
    """The file holds no text; the message says why."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in one language; `place` is where it begins. `whole` texts stand in the file character for character."""

    text: str
    language: str
    place: Place
    whole: bool = True

    def at(self, start: int) -> Place:
        """Where a character of it stands; of a YAML file, where the value begins."""
        if not self.whole:
            return self.place
        before = self.text[:start].split("\n")
        return Place(self.place.file, len(before), len(before[-1]) + 1)


def texts_in(data: bytes, file: str, language: str, languages: Collection[str]) -> Iterator[Text]:
    """What stands in the file to be read by people. Below a key that is one of the `languages`, it is in that one."""
    if PurePath(file).suffix.lower() in _NO_TEXT:
        raise CannotRead(
            f"{file} holds more than its words. Save it as text (.txt), or paste it into “Words that help”."
        )
    if PurePath(file).suffix not in YAML_ENDINGS:
        text, problems = decoded(data, file)
        if problems:
            raise CannotRead("\n".join(map(str, problems)))
        yield Text(text, language, Place(file))
        return
    node, problems = read_yaml(data, file)
    if problems:
        raise CannotRead("\n".join(map(str, problems)))
    yield from _of_node(node, language, languages)


def _of_node(node: Node | None, language: str, languages: Collection[str]) -> Iterator[Text]:
    match node:
        case Scalar(text=text, place=place) if " " in text.strip():  # one word alone is a code, a name or an address
            yield Text(text, language, place, whole=False)
        case Mapping(entries=entries) if not entries.keys() >= _ABOUT_A_WORD:
            for name, entry in entries.items():
                if name not in _OF_OTHERS:
                    yield from _of_node(entry.value, _language(name, language, languages), languages)
        case Sequence(items=items):
            for item in items:
                yield from _of_node(item, language, languages)


def _language(name: str, language: str, languages: Collection[str]) -> str:
    """That of a key such as `es` or `words_es`."""
    return next((each for each in (name, name.rpartition("_")[2]) if each in languages), language)
