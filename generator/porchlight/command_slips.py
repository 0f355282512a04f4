# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A slip at the command line, told like one in a record: one plain sentence, what was typed, and what to write."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NoReturn

from porchlight.checking.translating import FIRST, languages, words_in
from porchlight.command_line import CannotDo
from porchlight.problems import Place, Problem
from porchlight.reading.saying import did_you_mean, listed, nearest, shown

_LANGUAGE = "--lang"


class Parser(argparse.ArgumentParser):
    """A parser that raises CannotDo where another prints its usage; in the language of `--lang` where it has one."""

    def parse_known_args(  # type: ignore[override] # the class above has one signature for each way to call it
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[Any, list[str]]:
        """What was typed as the commands take it; nothing is ever left over."""
        self._typed = list(sys.argv[1:] if args is None else args)
        found, rest = super().parse_known_args(self._typed, namespace)
        if rest:
            self._stop(self._too_much(rest[0].partition("=")[0]))
        return found, rest

    def error(self, message: str) -> NoReturn:
        """Raises CannotDo with what argparse found, in words of ours."""
        for pattern, slip in _SLIPS.items():
            if found := re.fullmatch(pattern, message, re.DOTALL):
                self._stop(slip(self, **{name: text.strip("'\"") for name, text in found.groupdict().items()}))
        self._stop(_slip(f"This can't be understood: {message}."))

    def _stop(self, slip: Problem) -> NoReturn:
        words = words_in(self._language())
        raise CannotDo(words.sentence(words.problem(slip)))

    def _language(self) -> str:
        typed = " ".join(self._typed).replace(f"{_LANGUAGE}=", f"{_LANGUAGE} ").split()
        asked = typed[typed.index(_LANGUAGE) + 1 :][:1] if _LANGUAGE in typed and self._takes(_LANGUAGE) else []
        return asked[0] if asked and asked[0] in languages() else FIRST

    def _takes(self, option: str) -> bool:
        return option in self._option_string_actions

    def _too_much(self, word: str) -> Problem:
        if not word.startswith("-"):
            return _slip(f"“{shown(word)}” is one word too many.", "Put quotes around words that belong together.")
        near = did_you_mean(word, self._option_string_actions)
        return _slip(f"“{shown(word)}” is no option of {self.prog}.", near or "See all of them:", f"{self.prog} --help")

    def not_among(self, name: str, said: str) -> Problem:
        """What was typed is none of the choices."""
        action = next(each for each in self._actions if _name_of(each) == name)
        choices = [str(each) for each in action.choices or ()]
        if isinstance(action, argparse._SubParsersAction):
            near = did_you_mean(said, choices)
            line = f"{self.prog} {nearest(said, choices) or '--help'}"
            return _slip(f"“{shown(said)}” is no command of {self.prog}.", near or "See all of them:", line)
        message, near = f"“{name}” should be {listed(choices)}.", nearest(said, choices)
        paste = f"{name} {near}" if near and action.option_strings else ""
        return _slip(message, did_you_mean(said, choices), paste, says=said)

    def not_of_kind(self, name: str, kind: str, said: str) -> Problem:
        """What was typed is no day, or no number."""
        match kind:
            case "fromisoformat":
                today = date.today()
                message = f"“{name}” should be a day, as year-month-day, like {today}."
                return _slip(message, "Write:", f"{name} {today}", says=said)
            case "_count":
                return _slip(f"“{name}” should be 1 or more.", says=said)
        return _slip(f"“{name}” should be a whole number, like 12.", says=said)

    def nothing_behind(self, name: str) -> Problem:
        """An option stands without what belongs to it."""
        action = next(each for each in self._actions if _name_of(each) == name)
        return _slip(f"Behind “{name}” something is missing.", "Write:", _written(action))

    def missing(self, names: str) -> Problem:
        """Something that must be told is not."""
        if any(isinstance(each, argparse._SubParsersAction) and _name_of(each) == names for each in self._actions):
            return _slip("Here a command is missing.", "See all of them:", f"{self.prog} --help")
        needed = " ".join(_written(each) for each in self._actions if each.required)
        return _slip(f"“{names.partition(',')[0]}” is missing.", "Write:", f"{self.prog} {needed}")

    def several(self, said: str, names: str) -> Problem:
        """The beginning of an option could be that of several."""
        return _slip(f"“{said}” should be {listed(names.split(', '))}.")


_SLIPS: dict[str, Callable[..., Problem]] = {
    r"argument (?P<name>\S+): invalid choice: (?P<said>.*) \(choose from .*\)": Parser.not_among,
    r"argument (?P<name>\S+): invalid (?P<kind>\w+) value: (?P<said>.*)": Parser.not_of_kind,
    r"argument (?P<name>\S+): expected .*": Parser.nothing_behind,
    r"the following arguments are required: (?P<names>.*)": Parser.missing,
    r"ambiguous option: (?P<said>\S+) could match (?P<names>.*)": Parser.several,
}
"""What argparse says, and who tells it in words of ours."""


def _slip(message: str, hint: str = "", paste: str = "", says: str = "") -> Problem:
    """A problem that stands in no file."""
    return Problem(Place(""), "slip", message, shown(says), hint, paste)


def _name_of(action: argparse.Action) -> str:
    """The action as argparse names it."""
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    return "/".join(action.option_strings) or metavar or action.dest


def _written(action: argparse.Action) -> str:
    """What is typed for it: its first choice, or in capitals what belongs there."""
    choice = str(next(iter(action.choices or ()), ""))
    value = choice or (action.metavar if isinstance(action.metavar, str) else action.dest.upper())
    return " ".join([*action.option_strings[:1], value])
