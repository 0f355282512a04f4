# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sheets of paper keyed in as lines: what is read, what is told, and what two people are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.model.ballot_codes import PILES, ballot_code, find
from porchlight.model.questionnaire import Block, Item, Option, Questionnaire
from porchlight.polls.keying import (
    MOST_OPTIONS,
    Sheet,
    can_be_keyed,
    compare,
    kept,
    read_lines,
    to_keep,
    write_line,
)
from tests.polls.support import needs

NEEDS = needs()
CODE = f"B{ballot_code('needs', 1)}"
MARKS = "4435 5421 33.5 2211 555x"


def told(text: str) -> list[str]:
    return [str(problem) for problem in read_lines(text, [NEEDS])[1]]


def sheets(text: str) -> tuple[Sheet, ...]:
    found, problems = read_lines(text, [NEEDS])
    assert problems == ()
    return found


def made_up(options: int, blocks: list[int]) -> Questionnaire:
    return Questionnaire(
        id="made-up",
        version=3,
        title={"en": "Made up"},
        intro={"en": "Made up."},
        options=tuple(Option(f"o{n}", {"en": f"Option {n}"}) for n in range(1, options + 1)),
        no_answer=Option("na", {"en": "No answer"}),
        blocks=tuple(
            Block(f"b{b}", {"en": "Made up"}, {"en": "Made up."}, "editor", tuple(_items(b, items)))
            for b, items in enumerate(blocks)
        ),
        languages=("en",),
    )


def _items(block: int, count: int) -> list[Item]:
    return [Item(f"b{block}_i{n}", {"en": f"Item {n}"}) for n in range(count)]


@st.composite
def keyed(draw: st.DrawFn) -> Sheet:
    questionnaire = made_up(draw(st.integers(1, 9)), draw(st.lists(st.integers(1, 6), min_size=1, max_size=6)))
    count = sum(1 for _ in questionnaire.items())
    signs = [*map(str, range(len(questionnaire.options) + 1)), ".", "x"]
    marks = "".join(draw(st.lists(st.sampled_from(signs), min_size=count, max_size=count)))
    return Sheet(questionnaire, draw(st.sampled_from(PILES)), draw(st.integers(1, 9999)), marks)


# --- The code ---------------------------------------------------------------------------------------------------------


def test_the_code_of_a_poll_never_changes() -> None:
    assert ballot_code("needs", 1) == "VDZY"
    assert ballot_code("needs", 2) != "VDZY"


def test_a_code_finds_its_questionnaire_in_small_letters_too() -> None:
    assert find("vdzy", [made_up(2, [1]), NEEDS]) is NEEDS
    assert find("VDZZ", [NEEDS]) is None


# --- Reading ----------------------------------------------------------------------------------------------------------


def test_a_line_is_read_with_each_kind_of_mark() -> None:
    (sheet,) = sheets(f"{CODE} 017 {MARKS}")

    assert (sheet.code, sheet.poll, sheet.version, sheet.batch, sheet.number) == (CODE, "needs", 1, "B", 17)
    assert sheet.marks == "44355421" + "33.5" + "2211" + "555x"
    assert list(sheet.answers.values())[:4] == ["4", "4", "3", "5"]
    assert "education_presentations" not in sheet.answers
    assert list(sheet.answers.values())[-1] == "na"


def test_no_answer_is_an_answer_and_a_blank_is_none() -> None:
    (sheet,) = sheets(f"{CODE} 1 0................... ")

    assert dict(sheet.answers) == {"training_peer_mentor": "na"}


@pytest.mark.parametrize(
    "line",
    [
        f"  {CODE.lower()}   17  443554213 3.522 11555X",
        f"{CODE}\t0017\t4 4 3 5 5 4 2 1 3 3 . 5 2 2 1 1 5 5 5 x\r",
        f"\ufeff# a note\n\n{CODE} 17 {MARKS}",
    ],
)
def test_spaces_case_and_comments_are_free(line: str) -> None:
    assert sheets(line) == sheets(f"{CODE} 017 {MARKS}")


def test_a_sheet_keyed_twice_is_counted_once() -> None:
    assert len(sheets(f"{CODE} 017 {MARKS}\n{CODE} 17 {MARKS.replace(' ', '')}")) == 1


def test_a_sheet_keyed_twice_with_other_marks_counts_not_at_all_and_is_told() -> None:
    found, problems = read_lines(f"{CODE} 017 {MARKS}\n{CODE} 018 {MARKS}\n{CODE} 017 {'1' * 20}", [NEEDS])

    assert [sheet.number for sheet in found] == [18]
    assert [str(problem) for problem in problems] == [
        f"Line 3: Sheet {CODE} 017 stands on line 1 too, with other marks. It says “{CODE} 017 11111111111111111111”."
        "  Look at the sheet, keep the right line and delete the other."
    ]


def test_every_bad_line_is_told_at_once_with_what_it_should_look_like() -> None:
    like = f"  Write it like this:  {CODE} 017 1234 50.x 1234 50.x 1234"

    assert told(f"{CODE} 001 {MARKS[:-1]}\n\n{CODE} 000 {MARKS}\n{CODE} 2 6{MARKS[1:]}\n{CODE}") == [
        "Line 1: This sheet has 20 lines, so it needs 20 marks. Here are 19."
        f" It says “{CODE} 001 4435 5421 33.5 2211 555”.{like}",
        f"Line 3: Behind the code stands the number of the sheet, from 1 to 9999. It says “{CODE} 000 {MARKS}”.{like}",
        "Line 4: A mark is 1 to 5, 0 for “no answer”, “.” for an empty line or “x” for two marks, not “6”."
        f" It says “{CODE} 2 6435 5421 33.5 2211 555x”.{like}",
        "Line 5: Behind the code stands the number of the sheet, from 1 to 9999."
        f" This sheet has 20 lines, so it needs 20 marks. Here are 0. It says “{CODE}”.{like}",
    ]


def test_a_code_that_is_nearly_right_is_told_which_was_meant() -> None:
    assert told(f"BVOZY 1 {MARKS}")[0].endswith("Did you mean “VDZY”?")
    assert told(f"VDZY 1 {MARKS}")[0].endswith("Write it before the code, like BVDZY.")
    assert told(f"AVDZY 1 {MARKS}")[0].startswith("Line 1: A pile has a letter that can't be mistaken.")
    assert told(f"B2222 1 {MARKS}")[0].endswith("Here the code ends in VDZY. It stands at the foot of the sheet.")


def test_a_poll_with_more_options_than_digits_is_not_keyed() -> None:
    assert can_be_keyed(made_up(MOST_OPTIONS, [1]))
    assert not can_be_keyed(made_up(MOST_OPTIONS + 1, [1]))


@given(keyed())
def test_what_is_written_is_read_back(sheet: Sheet) -> None:
    for change in (str, str.lower):
        assert read_lines(change(write_line(sheet)), [sheet.questionnaire]) == ((sheet,), ())


@given(
    st.one_of(
        st.text(),
        st.text(alphabet="BVDZY7 .x05\n#\t\u2028é"),
        st.builds(f"{CODE} {{}} {{}}".format, st.text(), st.text()),
    )
)
def test_any_text_is_read_or_told_and_never_raises(text: str) -> None:
    found, problems = read_lines(text, [NEEDS])

    assert len(found) + len(problems) <= len(text) + 1
    for problem in problems:
        assert str(problem).isprintable()


@given(st.text(), keyed())
def test_a_line_is_never_dropped_without_a_word(text: str, sheet: Sheet) -> None:
    line = " ".join(text.split())
    found, problems = read_lines(f"{write_line(sheet)}\n{line}", [sheet.questionnaire])

    if line and not line.startswith(("#", "\ufeff")):
        assert problems or len(found) == 2 or line == write_line(sheet)


# --- Two people -------------------------------------------------------------------------------------------------------


def test_only_what_two_people_keyed_differently_is_shown() -> None:
    first = sheets(f"{CODE} 1 {MARKS}\n{CODE} 2 {MARKS}\n{CODE} 3 {MARKS}")
    second = sheets(f"{CODE} 4 {MARKS}\n{CODE} 2 3{MARKS[1:-1]}.\n{CODE} 1 {MARKS}")

    compared = compare(first, second)

    assert [sheet.number for sheet in compared.agreed] == [1]
    assert [str(difference) for difference in compared.differences] == [
        f"{CODE} 002  Peer mentor training: first “4”, second “3”",
        f"{CODE} 002  Volunteer training and orientation: first “x”, second “.”",
    ]
    assert [sheet.number for sheet in compared.only_first] == [3]
    assert [sheet.number for sheet in compared.only_second] == [4]


@given(st.lists(keyed(), unique_by=lambda sheet: sheet.name, max_size=5))
def test_the_same_sheets_agree_in_any_order(keyed_in: list[Sheet]) -> None:
    compared = compare(keyed_in, reversed(keyed_in))

    assert compared.agreed == tuple(keyed_in)
    assert (compared.differences, compared.only_first, compared.only_second) == ((), (), ())


def test_two_marks_and_no_answer_are_no_difference_since_they_count_the_same() -> None:
    compared = compare(sheets(f"{CODE} 1 {MARKS}"), sheets(f"{CODE} 1 {MARKS[:-1]}0"))

    assert len(compared.agreed) == 1
    assert compared.differences == ()


@given(keyed())
def test_what_is_kept_for_the_other_person_comes_back_with_the_same_answers(sheet: Sheet) -> None:
    stored = to_keep(sheet, "first", 2, "2026-11-30")
    again = kept(stored, sheet.questionnaire)

    assert (again.name, again.answers) == (sheet.name, sheet.answers)
    assert stored.sid() == f"paper:first:{sheet.code}:{sheet.number}"
