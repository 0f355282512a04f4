# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever is typed wrong is told in a plain sentence with what to write, never in the words of a parser."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.cli import main, parser
from porchlight.command_line import CannotDo

TODAY = "(today)"
HELP = "\n    porchlight check --help"
PARSERS_WORDS = re.compile(r"usage:|invalid|argument|choose from|required|unrecognized|fromisoformat|None", re.ASCII)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("chek", "“chek” is no command of porchlight.  Did you mean “check”?\n    porchlight check"),
        ("zzzz", "“zzzz” is no command of porchlight.  See all of them:\n    porchlight --help"),
        ("", "Here a command is missing.  See all of them:\n    porchlight --help"),
        ("poll", "Here a command is missing.  See all of them:\n    porchlight poll --help"),
        (
            "poll cont",
            "“cont” is no command of porchlight poll.  Did you mean “count”?\n    porchlight poll count",
        ),
        (
            "confirm maple --how mail",
            "“--how” should be phone, visit, website, email or letter. It says “mail”.  Did you mean “email”?\n"
            "    --how email",
        ),
        ("confirm maple", "“--how” is missing.  Write:\n    porchlight confirm RECORD --how phone"),
        ("edit maple", "“FIELD=VALUE” is missing.  Write:\n    porchlight edit RECORD FIELD=VALUE"),
        ("edit", "“record” is missing.  Write:\n    porchlight edit RECORD FIELD=VALUE"),
        (
            "confirm maple --how phone --on 11/30",
            f"“--on” should be a day, as year-month-day, like {TODAY}. It says “11/30”.  Write:\n    --on {TODAY}",
        ),
        ("confirm maple --how phone --on", "Behind “--on” something is missing.  Write:\n    --on DAY"),
        ("serve --port lots", "“--port” should be a whole number, like 12. It says “lots”."),
        ("care --limit 0", "“--limit” should be 1 or more. It says “0”."),
        ("check --formt=json", f"“--formt” is no option of porchlight check.  Did you mean “--format”?{HELP}"),
        ("check maple house", "“maple” is one word too many.  Put quotes around words that belong together."),
        ("new hub --n x", "“--n” should be --name or --no-build."),
        ("check --lang es --format pdf", "“--format” debe ser text, json, github, gitlab o sarif. Dice: “pdf”."),
        ("check --lang=es --formt", f"“--formt” no es una opción de porchlight check.  ¿Quiso decir “--format”?{HELP}"),
        ("explain --lang es", "Falta “code”.  Escriba:\n    porchlight explain CODE"),
    ],
)  # fmt: skip
def test_a_slip_is_told_in_one_sentence_with_what_to_write(
    typed: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(shlex.split(typed)) == 1
    captured = capsys.readouterr()
    assert captured.out == f"{told}\n".replace(TODAY, str(date.today()))
    assert captured.err == ""


def options(of: argparse.ArgumentParser, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command with one of its options, as it is typed."""
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield from options(command, (*before, name))
        elif before and "--help" not in action.option_strings:
            yield (*before, *action.option_strings[-1:])


@given(
    st.sampled_from(list(options(parser()))),
    st.lists(st.text("abc01 -=.é“", max_size=9) | st.sampled_from(["--", "-1", "--x=1"])),
)
def test_no_slip_is_ever_told_in_the_words_of_a_parser(option: tuple[str, ...], more: list[str]) -> None:
    told = ""
    try:
        parser().parse_args([*option, *more])
    except CannotDo as slip:
        told = str(slip)
    except SystemExit as asked:  # -h among them
        told = str(asked.code or "")
    assert not PARSERS_WORDS.search(told)
