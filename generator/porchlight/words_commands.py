# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The command that looks at any text by the words of a hub."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from porchlight.command_line import DATA_NEEDS_A_CHANGE, FINE, CannotDo, hub_folder

if TYPE_CHECKING:
    from porchlight.operating.word_texts import Text

TYPED = "-"


def add_words_commands(commands: Any, hub: argparse.ArgumentParser) -> None:
    """Add them to the program's commands; `hub` holds what every command of a hub takes."""
    words = commands.add_parser("words", parents=[hub], help="show which words of a text could be said better, and why")
    words.add_argument("files", nargs="+", metavar="FILE", help="Markdown, text, HTML or YAML; - for what is typed")
    words.add_argument("--language", choices=("en", "es"), default="", help="the language of the text")
    words.add_argument("--format", choices=("text", "json"), default="text", help="for people or tools")
    words.set_defaults(run=_words)


def _words(chosen: argparse.Namespace) -> int:
    from porchlight.operating.word_look import NoWords, WordLook, told
    from porchlight.operating.word_texts import CannotRead

    look = WordLook(hub_folder(chosen.root))
    if not look.languages:
        raise CannotDo("This hub has no words yet: there is no record in data/words.")
    language = chosen.language or look.languages[0]
    try:
        found = list(look.seen(text for name in chosen.files for text in _texts(name, language, look.languages)))
    except NoWords as missing:
        raise CannotDo(f"This hub has no words in the language “{missing}”.") from None
    except CannotRead as problem:
        raise CannotDo(str(problem)) from None
    print(told(found, chosen.format))
    return DATA_NEEDS_A_CHANGE if any(each.found.counts for each in found) else FINE


def _texts(name: str, language: str, languages: tuple[str, ...]) -> Iterator[Text]:
    from porchlight.operating.word_texts import texts_in

    return texts_in(_bytes(name), name, language, languages)


def _bytes(name: str) -> bytes:
    if name == TYPED:
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError:
        raise CannotDo(f"There is no file “{name}” that can be read.") from None
