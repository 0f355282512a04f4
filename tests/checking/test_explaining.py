# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every kind of problem can be looked up by its name."""

from __future__ import annotations

import pytest

from porchlight.checking.codes import CODES
from porchlight.checking.explaining import NoSuchCode, explained
from porchlight.checking.translating import words_in
from tools.examples import EXAMPLES, examples


def test_a_code_is_explained_with_lines_and_with_what_is_told_of_them() -> None:
    told = explained("hash-in-text")
    assert told.startswith("hash-in-text\n\nA “#” behind a space begins a comment")
    assert "    city: Springfield #4\n" in told
    assert "data/housing/elm-house.yaml:8:19  From “#” on" in told


@pytest.mark.parametrize("code", CODES)
def test_each_code_has_an_example(code: str) -> None:
    assert "it is told:" in explained(code)


def test_a_code_is_explained_in_spanish() -> None:
    told = explained("hash-in-text", words_in("es"))
    assert told.startswith("hash-in-text\n\nUn “#” después de un espacio empieza un comentario")
    assert "Por ejemplo, donde data/housing/elm-house.yaml dice:" in told
    assert "data/housing/elm-house.yaml:8:19  Desde “#”, el resto" in told
    with pytest.raises(NoSuchCode, match=r"se llama “hash-in-txt”.*Quiso decir “hash-in-text”"):
        explained("hash-in-txt", words_in("es"))


def test_a_slip_in_the_name_is_told() -> None:
    with pytest.raises(NoSuchCode, match="Did you mean “hash-in-text”"):
        explained("hash-in-txt")


def test_the_examples_that_travel_are_those_of_the_tests() -> None:
    assert EXAMPLES.read_text(encoding="utf-8") == examples(), "Run: python tools/examples.py"
