# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Nothing is guessed in silence: what can't be told is refused, all of it at once, with the words to paste."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from porchlight.exchange.answers.run import Imported
from porchlight.exchange.sheets.sheet import CannotImport
from porchlight.model.import_map import ImportMap
from tests.exchange.answers.support import EXPORTS, answers, looked_at


def export(folder: Path, text: str) -> Path:
    file = folder / "export.csv"
    file.write_text(text, encoding="utf-8")
    return file


def pasted(found: Imported) -> list[str]:
    return [problem.paste() for problem in found.problems]


def test_all_that_is_not_understood_is_told_at_once(tmp_path: Path) -> None:
    file = export(
        tmp_path, "Buses at nigth too,rides_bikes,Rides\nAgree,Strongly agre,Agree\nNeutral,whatever,Disagree\n"
    )
    found = looked_at(file)
    assert found.responses == ()
    assert pasted(found) == [
        "--map 'Buses at nigth too=rides_bus'",
        "--map Rides=ITEM",
        "--value 'Strongly agre=5'",
        "--value whatever=CODE",
    ]


def test_what_is_pasted_is_understood(tmp_path: Path) -> None:
    file = export(tmp_path, 'Buses at nigth too,rides_bikes\nAgree,"say ""a lot"" = yes"\n')
    words = shlex.split(" ".join(pasted(looked_at(file))).replace("CODE", "5"))
    maps, values = (
        [words[at + 1] for at, word in enumerate(words) if word == option] for option in ("--map", "--value")
    )
    assert answers(looked_at(file, maps=maps, values=values)) == [{"rides_bus": "4", "rides_bikes": "5"}]


def test_codes_of_another_program_are_proposed_by_their_place_and_never_taken() -> None:
    maps = [f"G01Q01[SQ00{n}]={item}" for n, item in enumerate(("rides_bus", "rides_meetings", "rides_bikes"), start=1)]
    file = EXPORTS / "limesurvey_codes.csv"
    assert sorted(pasted(looked_at(file, maps=maps))) == [f"--value AO0{n}={n}" for n in (1, 3, 4, 5)]
    turned = [f"AO0{n}={6 - n}" for n in (1, 3, 4, 5)]
    found = looked_at(file, maps=maps, values=turned)
    assert answers(found) == [{"rides_bus": "1", "rides_meetings": "2"}, {"rides_bus": "5", "rides_bikes": "3"}]
    assert [response.language for response in found.responses] == ["en", "es"]


def test_a_number_that_contradicts_its_label_is_asked_about(tmp_path: Path) -> None:
    assert pasted(looked_at(export(tmp_path, "rides_bus\n1 - Strongly agree\n"))) == ["--value '1 - Strongly agree=5'"]


def test_a_column_of_answers_without_a_name_is_asked_about_while_an_item_has_none(tmp_path: Path) -> None:
    file = export(tmp_path, "rides_bus,,Age\n4,2,44\n5,1,51\n")
    assert pasted(looked_at(file)) == ["--map 'Column B=ITEM'"]
    assert answers(looked_at(file, maps=["Column B=-"])) == [{"rides_bus": "4"}, {"rides_bus": "5"}]


def test_an_item_that_is_misspelled_is_proposed_even_where_it_sounds_like_a_person(tmp_path: Path) -> None:
    file = export(tmp_path, "Name of the ride [Bike s],rides_bus\n4,5\n")
    assert pasted(looked_at(file)) == ["--map 'Name of the ride [Bike s]=rides_bikes'"]


@pytest.mark.parametrize("head", ["Rides to meetings", "Rides (meetings)", "Transporte a reuniones"])
def test_a_head_that_was_shortened_is_told_as_what_it_may_be_and_refused(head: str, tmp_path: Path) -> None:
    found = looked_at(export(tmp_path, f'rides_bus,"{head}",rides_bikes\n4,Agree,5\n'))
    assert found.responses == ()
    assert pasted(found) == [f"--map {shlex.quote(f'{head}=rides_meetings')}"]
    assert found.columns[1].why == "not brought in yet: perhaps rides_meetings"
    maps = [f"{head}=rides_meetings"]
    assert answers(looked_at(export(tmp_path, f'"{head}"\nAgree\n'), maps=maps)) == [{"rides_meetings": "4"}]


def test_a_shortened_head_is_asked_about_even_where_nobody_knows_its_texts(tmp_path: Path) -> None:
    found = looked_at(export(tmp_path, "rides_bus,Rides to meetings,rides_bikes\n4,AO02,5\n"))
    assert pasted(found) == ["--map 'Rides to meetings=rides_meetings'"]


def test_one_text_of_its_own_does_not_hide_a_column_of_answers(tmp_path: Path) -> None:
    found = looked_at(export(tmp_path, "rides_bus,xyz\n4,Agree\n4,Disagree\n4,It depends\n"))
    assert pasted(found) == ["--map xyz=ITEM"]


def test_texts_that_were_explained_are_answers_too(tmp_path: Path) -> None:
    file = export(tmp_path, "rides_bus,xyz\nyes,yes\n")
    assert pasted(looked_at(file, values=["yes=5"])) == ["--map xyz=ITEM"]


def test_words_of_an_answer_are_one_whatever_the_head_speaks_of(tmp_path: Path) -> None:
    file = export(tmp_path, "rides_bus,Time,Age,Comments\n4,Agree,3,it was fine\n5,Disagree,4,\n")
    found = looked_at(file)
    assert pasted(found) == ["--map Time=ITEM"]
    assert [column.why for column in found.columns[2:]] == [
        "left out: something about the person, which may say who it was",
        "left out: words of a person’s own, which may say who it was",
    ]


def test_where_two_items_are_as_near_nobody_chooses(tmp_path: Path) -> None:
    assert pasted(looked_at(export(tmp_path, "x,Rides\n4,Agree\n")))[-1] == "--map Rides=ITEM"


def test_answers_to_another_question_are_left_out_with_the_reason_once_each_item_has_its_column(tmp_path: Path) -> None:
    found = looked_at(export(tmp_path, "rides_bus,rides_meetings,rides_bikes,Something else\n4,4,4,Agree\n"))
    assert found.problems == ()
    assert found.columns[3].why == "left out: it holds answers, but each item of this poll has its column"


def test_two_columns_for_one_item_are_refused(tmp_path: Path) -> None:
    file = export(tmp_path, "rides_bus,x [rides_bus],rides_bus\n4,2,1\n")
    assert pasted(looked_at(file)) == ["--map 'x [rides_bus]=-'", "--map 'rides_bus (2)=-'"]
    assert answers(looked_at(file, maps=["x [rides_bus]=-", "rides_bus (2)=-"])) == [{"rides_bus": "4"}]


def test_a_text_can_count_as_no_answer(tmp_path: Path) -> None:
    file = export(tmp_path, "rides_bus,rides_bikes\nCan't say,5\n")
    assert answers(looked_at(file, values=["can’t  SAY=-"])) == [{"rides_bikes": "5"}]


def test_a_column_that_is_not_there_is_told_with_the_one_that_is_near(tmp_path: Path) -> None:
    file = export(tmp_path, "Busses,rides_bikes\n5,5\n")
    (problem, *_) = looked_at(file, maps=["Buses=rides_bus"]).problems
    assert (problem.why, problem.text) == ("The file has no column “Buses”.", "Busses")


@pytest.mark.parametrize(
    ("maps", "values", "words"),
    [
        (["Bus=rides_buss"], [], "This poll has no item “rides_buss”. Did you mean “rides_bus”?"),
        ([], ["Yes=7"], "This poll has no answer “7”. Its codes are: 1, 2, 3, 4, 5, na."),
        (["Bus"], [], '--map needs COLUMN=item, like --map "COLUMN=item". It says “Bus”.'),
        ([], ["=5"], '--value needs Text=code, like --value "Text=code". It says “=5”.'),
    ],
)
def test_what_was_typed_wrong_is_told(maps: list[str], values: list[str], words: str) -> None:
    with pytest.raises(CannotImport) as refused:
        looked_at(EXPORTS / "own.csv", maps=maps, values=values)
    assert str(refused.value) == words


def test_a_file_without_any_item_is_refused_with_its_columns(tmp_path: Path) -> None:
    with pytest.raises(CannotImport, match=r"No column of this file is an item of this poll. Its columns are “a”, “b”"):
        looked_at(export(tmp_path, "a,b\nhello,you\n"))


def test_what_was_said_once_is_remembered_and_can_be_said_anew(tmp_path: Path) -> None:
    file = export(tmp_path, "Getting home,rides_bikes\nyes please,5\n")
    known = [ImportMap("rides", "google", {"Getting  HOME": "rides_bus"}, {"Yes please": "4"})]
    assert answers(looked_at(file, known=known)) == [{"rides_bus": "4", "rides_bikes": "5"}]
    assert answers(looked_at(file, known=known, values=["yes please=5"])) == [{"rides_bus": "5", "rides_bikes": "5"}]
    others = [ImportMap("rides", "kobotoolbox", known[0].columns, known[0].values)]
    assert answers(looked_at(file, known=others)) == [{"rides_bikes": "5"}]
