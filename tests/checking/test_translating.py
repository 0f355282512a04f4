# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The check in Spanish: all that the code tells is there, and what people wrote comes through as they wrote it."""

from __future__ import annotations

import ast
import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import porchlight
from porchlight.checking.codes import CODES
from porchlight.checking.memory import LONGEST, Memory, Translated, pieces
from porchlight.checking.report import report
from porchlight.checking.translating import languages, words_in
from porchlight.duplicates import telling
from porchlight.problems import SAYS, Place, Problem
from tests.checking.test_report import BARE, OLD, checked_with

SOURCES = Path(porchlight.__file__).parent
ROOT = Path(__file__).parents[2]
X = "x"
"""What stands for a value in a sentence."""

OTHERS = [language for language in languages() if language != "en"]
ES = words_in("es")
WORDY = re.compile(r"(?=.*[a-z]{2})(?=.* )[A-Za-z“][\w“”'’,;() -]*")
"""Some words that are no sentence: a part of one."""

NOT_TOLD = {
    *("by appointment", "by appointment only", "appointment only", "call first", "call ahead"),  # typed by people
    *("a tag", "an anchor", "an alias", "libyaml ended inside a node"),  # said by libyaml and to us
    *("git rm --cached x", "x --help"),  # to paste
    "x x",
    "x x x",
}


def modules() -> Iterator[ast.Module]:
    """All that makes problems."""
    files = itertools.chain((SOURCES / "reading").rglob("*.py"), (SOURCES / "checking").rglob("*.py"))
    for file in (*files, SOURCES / "operating" / "wordings.py", SOURCES / "command_slips.py"):
        if file.name != "codes.py":
            yield ast.parse(file.read_text(encoding="utf-8"))


def texts(module: ast.Module) -> Iterator[str]:
    """Every text of the code with x for each value, but descriptions of code, and what others say and is compared."""
    skipped: set[int] = set()
    for node in ast.walk(module):
        below = itertools.islice(ast.walk(node), 1, None)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(id(node.value))
        elif isinstance(node, (ast.JoinedStr, ast.Compare)):
            skipped.update(map(id, below))
        if isinstance(node, (ast.Constant, ast.JoinedStr)) and id(node) not in skipped:
            yield from alternatives(node)


def alternatives(node: ast.expr) -> list[str]:
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=one, orelse=other):
            return alternatives(one) + alternatives(other)
        case ast.FormattedValue(value=ast.IfExp() as choice):
            return alternatives(choice)
        case ast.JoinedStr(values=values):
            return ["".join(each) for each in itertools.product(*map(alternatives, values))]
    return [X]


def skeleton(template: str) -> str:
    return plain("".join(words + (X if name else "") for words, name, _ in pieces(template)))


def plain(text: str) -> str:
    """The text with x for numbers, days and paths too, which stand in the code or are filled in."""
    return re.sub(r"x(/[\w-]+)+(\.yaml)?", X, re.sub(r"\d[\d-]*", X, text))


def known(memory: Memory) -> set[str]:
    return {skeleton(each.en) for each in memory.known}


TEXTS = {plain(text) for module in modules() for text in texts(module)}
SENTENCES = {text for text in TEXTS if re.fullmatch(r"[A-Z“x].* .*([.:?…]|\. x)|[A-Z][a-z]+:", text)}


def test_each_sentence_of_the_code_is_there() -> None:
    """A new message needs its Spanish: the missing ones are printed, with x for what is filled in."""
    assert sorted(SENTENCES - known(ES.sentences)) == []


def test_each_sentence_that_is_there_is_one_of_the_code() -> None:
    told = TEXTS | {f"{text[:-1]}." for text in TEXTS} | {skeleton(SAYS)}
    assert sorted(known(ES.sentences) - told) == []


def test_each_part_of_a_sentence_is_there() -> None:
    parts = set().union(*map(known, ES.sentences.parts.values()))
    assert sorted({text for text in TEXTS - SENTENCES - NOT_TOLD if WORDY.fullmatch(text)} - parts) == []


def test_what_form_services_say_of_themselves_is_there() -> None:
    services = yaml.safe_load((ROOT / "data/form_services.yaml").read_text("utf-8"))
    reasons = {each["why"] for each in services.values() if "why" in each}
    assert reasons == known(ES.sentences.parts["why"])


def test_why_two_records_look_alike_is_told_sentence_by_sentence() -> None:
    filled = {"number": "614-555-0101", "street": "“12 St. Mary Rd”", "towns": "“Springfield” and “St. Paul”"}
    reasons = [each.format(**filled) for each in telling._WORDS.values()]
    told = ES.told(f"This may be the same as “housing/maple-house”. {' '.join(reasons)}")
    assert told.startswith(
        "Esto puede ser lo mismo que “housing/maple-house”. Mismo teléfono: 614-555-0101. Mismo correo"
    )
    assert [each for each in reasons if each in told] == []


@pytest.mark.parametrize("language", OTHERS)
def test_each_kind_of_problem_has_its_sentence(language: str) -> None:
    meanings = words_in(language).meanings
    assert set(meanings) == set(CODES)
    assert [code for code, meaning in meanings.items() if not meaning.endswith(".") or len(meaning) > 120] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_fills_in_what_the_sentence_does(language: str) -> None:
    sentences = words_in(language).sentences
    whole = itertools.chain(sentences.known, *(each.known for each in sentences.parts.values()))
    assert [each.en for each in whole if names(each.en) != names(each.other)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_sentence_is_there_twice(language: str) -> None:
    sentences = words_in(language).sentences
    assert len(known(sentences)) == len(sentences.known)


def names(template: str) -> list[str]:
    return sorted(name for _, name, _ in pieces(template) if name)


# --- What people wrote ------------------------------------------------------------------------------------------------

SCRAPS = (
    "“",
    "”",
    "{name}",
    "{{",
    "}",
    "{0.__class__}",
    "”. It says “",
    "” is missing.",
    "Did you mean “x”?",
    "\n",
    ".",
)
HOSTILE = st.lists(st.sampled_from(SCRAPS) | st.text(max_size=8), min_size=1, max_size=4).map("".join)
FREE = [each for each in ES.sentences.known if not set(names(each.en)) & set(ES.sentences.parts)]
"""Sentences that take any text."""


@given(st.sampled_from(FREE), st.lists(HOSTILE, min_size=4, max_size=4))
def test_a_value_comes_through_as_it_was_written(sentence: Translated, values: list[str]) -> None:
    """A sentence is English or Spanish with the same values; where it reads as another one too, that one's may be."""
    filled = dict(zip(dict.fromkeys(names(sentence.en)), values, strict=False))
    told = filled_in(sentence.en, filled)
    twin = len([each for each in ES.sentences.known if re.fullmatch(expression(each.en), told, re.DOTALL)]) > 1
    assert twin or ES.told(told) in (told, filled_in(sentence.other, filled))


def filled_in(template: str, values: dict[str, str]) -> str:
    return "".join(words + values.get(name, "") for words, name, _ in pieces(template))


def expression(template: str) -> str:
    return "".join(re.escape(words) + (".*" if name else "") for words, name, _ in pieces(template))


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_what_is_no_sentence_of_ours_is_never_changed(message: str, says: str, hint: str, paste: str) -> None:
    problem = Problem(Place("data/housing/“x”.yaml", 3, 4), "form", f"{message}!", says, f"{hint}!", paste, "care")
    assert ES.problem(problem) == problem
    assert ES.sentence(problem).count(says) >= 1


def test_what_can_be_read_in_two_ways_stays_english() -> None:
    told = "“beds” is not a field of x” is not a field of housing."
    assert ES.told("“beds” is not a field of housing.") == "“beds” no es un campo de housing."
    assert ES.told(told) == told


def test_a_sentence_as_long_as_a_file_stays_english() -> None:
    told = f"“{'“ should be ' * LONGEST}” is missing."
    assert ES.told(told) == told


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("“a: {name}” is missing.", "Falta “a: {name}”."),
        ("A poll needs “id”.", "A una encuesta le falta “id”."),
        ("“x” is not a field of the service acme.", "“x” no es un campo de “acme” (un servicio)."),
        ("“level” should be 1, 2 or other.", "“level” debe ser 1, 2 u other."),
        ("Put quotes around all of it.", "Póngalo todo entre comillas."),
        ("This pattern can't be read: nothing to repeat.", "Este patrón no se puede leer: nothing to repeat."),
    ],
)
def test_parts_are_translated_and_values_are_not(english: str, spanish: str) -> None:
    assert ES.told(english) == spanish


# --- The report -------------------------------------------------------------------------------------------------------


def test_people_read_the_report_in_spanish() -> None:
    told = report(checked_with(BARE, OLD), "text", ES)
    assert told == (
        "data/housing/maple-house.yaml:9:12  “registry: yes” necesita una fecha y decir de dónde se sabe.  Escriba:\n"
        "    registry: {answer: yes, as_of: 2026-11-02, how: phone}\n"
        "\n"
        "1 housing: 1 problema, 1 por revisar de nuevo, primero lo que más espera:\n"
        "    data/facts/a,b:c.yaml:2:1  100% old."
    )


def test_programs_read_the_same_places_in_any_language() -> None:
    english, spanish = (
        json.loads(report(checked_with(BARE), "json", words))["problems"][0] for words in (words_in("en"), ES)
    )
    assert spanish.pop("message") == "“registry: yes” necesita una fecha y decir de dónde se sabe."
    assert spanish.pop("hint") == "Escriba:"
    assert spanish == {name: each for name, each in english.items() if name not in ("message", "hint")}


def test_github_and_code_scanning_are_told_in_spanish() -> None:
    quoting = Problem(Place("data/x.yaml"), "file-link", "This number can't be dialed.", "555")
    told = json.loads(report(checked_with(quoting), "sarif", ES))["runs"][0]
    assert told["results"][0]["message"]["text"] == "Este número no se puede marcar. Dice: “555”."
    rules = {rule["id"]: rule["shortDescription"]["text"] for rule in told["tool"]["driver"]["rules"]}
    assert rules["file-empty"].startswith("Un archivo que solo")
    assert "::Este número no se puede marcar. Dice: “555”." in report(checked_with(quoting), "github", ES)


def test_a_file_that_could_not_be_read_to_the_end_is_told_in_spanish() -> None:
    tab = Problem(Place("data/x.yaml"), "tab", "This line begins with a tab.")
    assert report(checked_with(tab), "text", ES).endswith(
        "Un archivo no se pudo leer hasta el final. Corríjalo y revise otra vez: puede haber más."
    )
