# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""No file of a hub leads whoever looks for a place to another: by its name, its state, or other words for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.checking.run import check_hub
from porchlight.checking.translating import words_in
from porchlight.problems import Problem
from porchlight.reading.package import read_package
from tests.checking.hubs import TODAY, with_file

COLUMBUS = "id: columbus\ncode: US-OH-18000\nname: Columbus\nkind: city\n"
FRANKLIN = "id: franklin-county\ncode: US-OH-049\nname: Franklin County\nkind: county\n"
WEST = "translations:\n  es:\n    state: unreviewed\n    name: {}\n"


def told(hub: Path, name: str, text: str) -> list[Problem]:
    """What the check stops at in one more place of the hub, all of which it can say in Spanish."""
    checked = check_hub(with_file(hub, f"data/places/{name}.yaml", text), TODAY)
    sentences = words_in("es").sentences
    assert [
        p for p in checked.stopping for said in (p.message, p.hint) if said and not sentences.translation(said)
    ] == []
    return [problem for problem in checked.stopping if problem.place.file.startswith("data/places/")]


def test_no_file_gives_a_state_another_name(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "ohio", "id: ohio\ncode: US-OH\nname: Texas\nkind: state\n")

    assert (problem.place.line, problem.code, problem.paste) == (3, "place-elsewhere", "name: Ohio")
    assert read_package(tmp_path)[0].vocabularies["place"].labels["US-OH"]["en"] == "Ohio"


def test_no_translation_gives_a_state_another_name(tmp_path: Path) -> None:
    text = "id: new-mexico\ncode: US-NM\nname: New Mexico\nkind: state\n"

    (problem,) = told(tmp_path, "new-mexico", text + WEST.format("Texas"))
    assert (problem.place.line, problem.paste) == (8, "name: Nuevo México")
    assert told(tmp_path / "plain", "new-mexico", text + WEST.format("Nuevo Mexico")) == []


def test_the_line_to_paste_is_quoted_where_yaml_needs_it(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "washington-dc", "id: washington-dc\ncode: US-DC\nname: Texas\nkind: district\n")

    assert problem.paste == 'name: "Washington, DC"'


@pytest.mark.parametrize("code", ["US-ZZ", "US-ZZ-12345", "US-ZZ-001"])
def test_a_place_lies_in_a_state_that_there_is(code: str, tmp_path: Path) -> None:
    """Its own file does not make it one, nor does a file for the state."""
    kind = {5: "state", 9: "county"}.get(len(code), "city")
    with_file(tmp_path, "data/places/zz.yaml", "id: zz\ncode: US-ZZ\nname: Elmland\nkind: state\n")
    (tmp_path / "data/places/elm.yaml").write_text(f"id: elm\ncode: {code}\nname: Elm\nkind: {kind}\n")
    problems = [each for each in check_hub(tmp_path, TODAY).stopping if each.place.file == "data/places/elm.yaml"]

    assert "No state has these two letters." in [each.message for each in problems]


@pytest.mark.parametrize("word", ["California", "californía", "CA", "Nueva York"])
def test_no_place_takes_the_name_of_another_state(word: str, tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "columbus", f"{COLUMBUS}also_called: [C-bus, {word}]\n")

    assert (problem.place.line, problem.says, problem.hint) == (5, word, "Take the word out.")


@pytest.mark.parametrize(
    "text",
    [
        "id: delaware-county\ncode: US-OH-041\nname: Delaware County\nkind: county\nalso_called: [Delaware]\n",
        "id: los-angeles\ncode: US-CA-44000\nname: Los Angeles\nkind: city\nalso_called: [LA]\n",
        f"{COLUMBUS}also_called: [Columbus OH, Ohio]\n",
    ],
)
def test_a_place_keeps_the_short_words_for_its_own_name(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, text.split("\n", maxsplit=1)[0].removeprefix("id: "), text) == []


@pytest.mark.parametrize("line", ["name: C\u043elumbus", "name: Columbus\nalso_called: [C\u043elumbus]"])
def test_no_word_for_a_place_mixes_alphabets(line: str, tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "columbus", COLUMBUS.replace("name: Columbus", line))

    assert "letters of several alphabets" in problem.message


def test_no_two_places_of_one_kind_and_state_have_one_name(tmp_path: Path) -> None:
    with_file(tmp_path, "data/places/columbus.yaml", COLUMBUS)
    (tmp_path / "data/places/franklin-county.yaml").write_text(FRANKLIN)
    twin = "id: columbus-2\ncode: US-OH-18001\nname: COLUMBÚS\nkind: city\n"
    (tmp_path / "data/places/columbus-2.yaml").write_text(twin)
    (tmp_path / "data/places/columbus-in.yaml").write_text(
        "id: columbus-in\ncode: US-IN-14734\nname: Columbus\nkind: city\n"
    )
    (problem,) = check_hub(tmp_path, TODAY).stopping

    assert (problem.place.file, problem.code) == ("data/places/columbus-2.yaml", "place-code-taken")
    assert "data/places/columbus.yaml" in problem.message


def test_a_city_is_told_that_the_file_of_its_county_is_missing(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "columbus", f"{COLUMBUS}within: US-OH-049\n")
    assert problem.message == "This hub has no file for US-OH-049."

    (tmp_path / "data/places/franklin-county.yaml").write_text(FRANKLIN)
    assert check_hub(tmp_path, TODAY).stopping == ()


def test_a_county_has_its_own_number(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "franklin-county", FRANKLIN.replace("049", "050"))

    assert (problem.place.line, problem.code, problem.paste) == (2, "place-elsewhere", "code: US-OH-049")
    assert problem.message == "The Census Bureau gives this county of Ohio another number."


@pytest.mark.parametrize("code", ["US-VA-067", "US-VA-620"])
def test_a_name_of_a_county_and_a_city_beside_it_may_mean_either(code: str, tmp_path: Path) -> None:
    assert told(tmp_path, "franklin", f"id: franklin\ncode: {code}\nname: Franklin\nkind: county\n") == []


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("US-OH-950", "Write US-OH for its state, or make a file for the place in data/places."),
        ("US-TX-049", "Write US-TX for its state, or make a file for the place in data/places."),
    ],
)
def test_a_record_serves_no_county_without_a_file(code: str, hint: str, tmp_path: Path) -> None:
    """The county's own file is held to its state and its number, so a code that no county has never passes."""
    hub = with_file(tmp_path, "data/places/franklin-county.yaml", FRANKLIN)
    house = hub / "data/housing/oak-house.yaml"
    house.write_text(f"id: oak-house\nname: Oak House\nserves: [{code}]\n", encoding="utf-8")
    (problem,) = (each for each in check_hub(hub, TODAY).stopping if each.code == "not-in-list" and each.says == code)

    assert (problem.message, problem.hint) == ("No place of this hub has this code.", hint)
