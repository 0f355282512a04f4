# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every code has a broken hub with one fault, and the exact words that it gets, in English and in Spanish.

After a wanted change of the Spanish: PORCHLIGHT_GOLDEN=write pytest tests/checking/test_broken_hubs.py, then read it.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import porchlight
from porchlight.checking.codes import CODES
from porchlight.checking.run import Checked, check_hub
from porchlight.checking.translating import ENGLISH, Words, words_in
from tests.checking.hubs import BROKEN, TODAY, broken_hub, descriptions, minimal_hub

WRITING = os.environ.get("PORCHLIGHT_GOLDEN") == "write"
FIXTURES = sorted(folder.name for folder in BROKEN.iterdir())
SOURCES = Path(porchlight.__file__).parent
MAKERS = ("Problem", "problem", "add", "_add", "note", "once", "_other")
"""What a problem is made with: its class, and the small helpers of the modules that make many."""

BESIDE = {"too-many": {"field-unknown"}}
"""Codes that can't come alone."""


@pytest.mark.parametrize("code", FIXTURES)
def test_one_fault_gets_exactly_the_expected_words(code: str, tmp_path: Path) -> None:
    checked, spanish = check_hub(broken_hub(code, tmp_path), TODAY), BROKEN / code / "expected.es.txt"
    if WRITING:
        spanish.write_text(_told(checked, words_in("es")), "utf-8")

    assert {problem.code for problem in checked.problems} - BESIDE.get(code, set()) == {code}
    assert _told(checked, ENGLISH) == (BROKEN / code / "expected.txt").read_text("utf-8")
    assert _told(checked, words_in("es")) == spanish.read_text("utf-8")
    assert list(_left_in_english(checked)) == []


def _told(checked: Checked, words: Words) -> str:
    told = map(words.problem, checked.problems)
    return "".join(f"{problem.place}  {words.sentence(problem)}\n" for problem in told)


def _left_in_english(checked: Checked) -> Iterator[str]:
    """Sentences that stay English although no schema made them."""
    kept, memory = descriptions(checked.hub.package) | {""}, words_in("es").sentences
    for sentence in (each for problem in checked.problems for each in (problem.message, problem.hint)):
        if sentence not in kept and memory.translation(sentence) is None:
            yield sentence


def test_every_code_has_a_broken_hub() -> None:
    assert sorted(CODES) == FIXTURES


def test_every_code_that_a_module_gives_is_in_the_table() -> None:
    given = {code for module in _modules() for code in _codes(module)}

    assert given - set(CODES) == set()
    assert set(CODES) - given == set()


def test_each_code_is_told_in_one_sentence() -> None:
    assert [code for code, meaning in CODES.items() if not meaning.endswith(".") or len(meaning) > 120] == []


def test_the_made_up_hub_has_no_problem(tmp_path: Path) -> None:
    checked = check_hub(minimal_hub(tmp_path), TODAY)

    assert list(map(str, checked.problems)) == []
    assert all(checked.hub.records.values())


def _modules() -> Iterator[ast.Module]:
    for folder in ("reading", "checking"):
        for file in sorted((SOURCES / folder).rglob("*.py")):
            yield ast.parse(file.read_text(encoding="utf-8"))


def _codes(module: ast.Module) -> Iterator[str]:
    """The text literals given as a code: where a problem is made, or in `code, message = …` and `code = …`."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and _name(node.func) in MAKERS:
            yield from _literals(*node.args[:2])
        elif isinstance(node, ast.Assign) and _name(_first(node.targets[0])) == "code":
            yield from _literals(_first(node.value))


def _first(node: ast.expr) -> ast.expr:
    return node.elts[0] if isinstance(node, ast.Tuple) else node


def _literals(*nodes: ast.expr) -> Iterator[str]:
    """Each literal that looks like a code, in either branch of a choice too."""
    for node in nodes:
        if isinstance(node, ast.IfExp):
            yield from _literals(node.body, node.orelse)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch("[a-z0-9-]+", node.value):
            yield node.value


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
