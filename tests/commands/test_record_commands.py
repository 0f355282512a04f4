# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records mended from the command line: only the lines that must change do, and nothing unsound is ever written."""

from __future__ import annotations

import difflib
from datetime import date
from pathlib import Path

import pytest

from porchlight.cli import main
from tests.checking.hubs import say_made_up

HOUSE = """\
# Made up, for a test.
id: maple-house
name: Maple House   # as they write it
summary: A made-up home for a test.
kind: recovery_residence
beds: 12
phones:
  - {number: 614-555-0142, kind: voice, check: works, checked_on: 2026-11-02}
sources:
  - url: https://www.example.org/
    read_on: 2026-11-23
    kind: own
"""
FILE = "data/housing/maple-house.yaml"


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    root = tmp_path / "hub"
    assert main(["new", str(root), "--no-build"]) == 0
    say_made_up(root)
    (root / "data" / "housing").mkdir()
    (root / FILE).write_text(HOUSE, encoding="utf-8")
    return root


def run(hub: Path, *words: str) -> int:
    return main([words[0], "--root", str(hub), *words[1:]])


def diff(hub: Path) -> list[str]:
    """The lines that went and came since the house was written."""
    now = (hub / FILE).read_text(encoding="utf-8").splitlines()
    lines = difflib.unified_diff(HOUSE.splitlines(), now, n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def test_a_corrected_number_is_a_diff_of_one_line_that_claims_no_call(hub: Path) -> None:
    assert run(hub, "edit", "maple-house", "phones.number=614-555-0199") == 0
    assert diff(hub) == [
        "-  - {number: 614-555-0142, kind: voice, check: works, checked_on: 2026-11-02}",
        "+  - {number: 614-555-0199, kind: voice, check: not_dialed}",
    ]


def test_a_number_that_was_dialed_keeps_what_is_said_of_the_call(hub: Path) -> None:
    words = ["phones.1.number=614-555-0199", "phones.1.check=works", "phones.1.checked_on=2026-11-09"]
    assert run(hub, "edit", "housing/maple-house", *words) == 0
    assert diff(hub)[1:] == ["+  - {number: 614-555-0199, kind: voice, check: works, checked_on: 2026-11-09}"]


ANSWER = """\
answers:
  registry: {answer: "no", as_of: 2026-11-02, by: house manager, how: phone, words: We can't., words_es: No podemos.}
house_rules:
  curfew: {answer: "yes", words: By 11., words_es: A las 11.}
"""


def answer_of(hub: Path) -> str:
    lines = (hub / FILE).read_text(encoding="utf-8").splitlines()
    return next(line.strip() for line in lines if line.startswith("  registry:"))


def test_under_a_new_answer_nobody_is_quoted_with_the_old_one(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """“We can't” of the summer would otherwise stand as what they said this week."""
    (hub / FILE).write_text(HOUSE + ANSWER, encoding="utf-8")
    words = ["answers.registry.answer=case_by_case", "answers.registry.as_of=2026-11-28"]
    assert run(hub, "edit", "maple-house", *words) == 0
    assert answer_of(hub) == 'registry: {answer: "case_by_case", as_of: 2026-11-28, how: phone}'
    told = capsys.readouterr().out
    assert "If it was said again, give it, too: answers.registry.by='…'" in told
    assert "answers.registry.words went: it was said with the old answer." in told


def test_what_is_given_with_the_new_answer_stands(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (hub / FILE).write_text(HOUSE + ANSWER, encoding="utf-8")
    words = ["answers.registry.as_of=2026-11-28", "answers.registry.words=We can't.", "answers.registry.by=owner"]
    assert run(hub, "edit", "maple-house", *words) == 0
    assert answer_of(hub) == 'registry: {answer: "no", as_of: 2026-11-28, by: owner, how: phone, words: We can\'t.}'
    assert "words went" not in capsys.readouterr().out


def test_what_stands_beside_an_answer_stays_while_the_answer_does(
    hub: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (hub / FILE).write_text(HOUSE + ANSWER, encoding="utf-8")
    assert run(hub, "edit", "maple-house", "answers.registry.answer=no", "answers.registry.how=visit") == 0
    assert "words: We can't., words_es: No podemos." in answer_of(hub)
    assert " went" not in capsys.readouterr().out


def test_a_house_rule_that_changed_loses_the_words_of_the_old_one(hub: Path) -> None:
    (hub / FILE).write_text(HOUSE + ANSWER, encoding="utf-8")
    assert run(hub, "edit", "maple-house", "house_rules.curfew.answer=no") == 0
    assert '  curfew: {answer: "no"}' in (hub / FILE).read_text(encoding="utf-8")


def test_a_comment_behind_a_changed_name_stays(hub: Path) -> None:
    assert run(hub, "edit", "maple-house", "name=No. 7: the house") == 0
    assert diff(hub) == [
        "-name: Maple House   # as they write it",
        '+name: "No. 7: the house"   # as they write it',
    ]


def test_what_the_check_would_refuse_is_told_and_not_written(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(hub, "edit", "maple-house", "beds=twelve") == 1
    told = capsys.readouterr().out
    assert f"{FILE}:6:7  “beds” should be a whole number, like 12. It says “twelve”." in told
    assert "Nothing was written." in told
    assert diff(hub) == []


def test_a_dry_run_only_shows(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(hub, "edit", "maple-house", "beds=9", "--dry-run") == 0
    assert "+beds: 9" in capsys.readouterr().out
    assert diff(hub) == []


def test_nothing_behind_the_sign_takes_a_field_out(hub: Path) -> None:
    assert run(hub, "edit", "maple-house", "beds=") == 0
    assert diff(hub) == ["-beds: 12"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["maple-hous", "name=x"], "No record is called “maple-hous”. Did you mean “maple-house”?"),
        (["maple-house", "nmae=x"], "“nmae” is not a field of housing. Did you mean “name”?"),
        (["maple-house", "name"], "“name” should be a field, “=” and what to write, like name='Maple House'."),
        (["maple-house", "phones.numbr=1"], "Did you mean “number”?"),
        (["maple-house", "phones.4.number=1"], "Say which entry: phones.1.FIELD=…."),
        (["maple-house", "answers=yes"], "Say which one: answers.NAME.FIELD=…."),
        (["../hub", "name=x"], "No record is called"),
    ],
)
def test_a_slip_in_the_words_is_told_with_what_to_write(
    hub: Path, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    assert run(hub, "edit", *words) == 1
    assert told in capsys.readouterr().out
    assert diff(hub) == []


def test_a_call_is_written_down_with_its_day_role_and_number(hub: Path) -> None:
    assert run(hub, "confirm", "maple-house", "--how", "phone", "--by", "peer volunteer", "--on", "2026-11-28") == 0
    assert diff(hub) == [
        "-  - {number: 614-555-0142, kind: voice, check: works, checked_on: 2026-11-02}",
        "+  - {number: 614-555-0142, kind: voice, check: works, checked_on: 2026-11-28}",
        "+checks:",
        "+  - as_of: 2026-11-28",
        "+    how: phone",
        "+    by: peer volunteer",
        "+    result: right",
    ]


def test_several_records_are_confirmed_at_once_today(hub: Path) -> None:
    assert run(hub, "confirm", "maple-house", "maple-house", "--how", "website") == 0
    assert [line for line in diff(hub) if "as_of" in line] == [f"+  - as_of: {date.today()}"]


def test_a_day_to_come_is_refused_like_anywhere(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(hub, "confirm", "maple-house", "--how", "visit", "--on", "2999-01-01") == 1
    assert "2999-01-01" in capsys.readouterr().out
    assert diff(hub) == []


def test_of_several_numbers_the_called_one_must_be_named(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(hub, "edit", "maple-house", "phones.2.number=614-555-0143") == 1  # a number needs its kind, too
    two = ["phones.2.number=614-555-0143", "phones.2.kind=voice", "phones.2.check=not_dialed"]
    assert run(hub, "edit", "maple-house", *two) == 0
    assert run(hub, "confirm", "maple-house", "--how", "phone") == 1
    assert "Say which one you called: --number 614-555-0142 or --number 614-555-0143." in capsys.readouterr().out
    assert run(hub, "confirm", "maple-house", "--how", "phone", "--number", "(614) 555-0143") == 0
    assert '{number: "614-555-0143", kind: voice, check: works, checked_on:' in (hub / FILE).read_text()


def numbers(hub: Path, *entries: str) -> None:
    """The house with these numbers, which nobody has called."""
    file = hub / FILE
    lines = file.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if "number:" not in line]
    at = kept.index("phones:\n") + 1
    file.write_text("".join([*kept[:at], *(f"  - {{{entry}, check: not_dialed}}\n" for entry in entries), *kept[at:]]))


def marked(hub: Path) -> list[bool]:
    """Which of its numbers say that someone called them."""
    return ["check: works" in line for line in (hub / FILE).read_text("utf-8").splitlines() if "number:" in line]


@pytest.mark.parametrize("words", [["--number", "988"], []])
def test_a_call_marks_the_voice_and_not_the_text_to_the_same_number(hub: Path, words: list[str]) -> None:
    numbers(hub, "number: '988', kind: text", "number: '988', kind: voice")
    assert run(hub, "confirm", "maple-house", "--how", "phone", *words) == 0
    assert marked(hub) == [False, True]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("614-555-0142 ext. 6", [False, True, False]),
        ("(614) 555-0142 x5", [True, False, False]),
        ("+1 614 555 0143 ext 2", [False, False, True]),
    ],
)
def test_a_number_with_its_extension_is_found(hub: Path, wanted: str, found: list[bool]) -> None:
    written = ("614-555-0142 ext. 5", "614-555-0142 ext. 6", "614-555-0143")
    numbers(hub, *(f"number: {number}, kind: voice" for number in written))
    assert run(hub, "confirm", "maple-house", "--how", "phone", "--number", wanted) == 0
    assert marked(hub) == found


def test_without_the_extension_the_line_to_write_is_told(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    numbers(hub, *(f"number: 614-555-0142 ext. {extension}, kind: voice" for extension in (5, 6)))
    assert run(hub, "confirm", "maple-house", "--how", "phone", "--number", "614-555-0142") == 1
    assert "--number '614-555-0142 ext. 5' or --number '614-555-0142 ext. 6'." in capsys.readouterr().out


def test_one_record_of_a_list_in_one_file_is_changed_alone(hub: Path) -> None:
    record = HOUSE.partition("\n")[2].strip().replace("\n", "\n  ")
    two = f"- {record}\n- {record.replace('maple-house', 'oak-house')}\n"
    (hub / FILE).rename(hub / "data" / "housing" / "two.yaml").write_text(two, encoding="utf-8")
    assert run(hub, "edit", "oak-house", "beds=3") == 0
    first, _, second = two.rpartition("beds: 12")
    assert (hub / "data" / "housing" / "two.yaml").read_text(encoding="utf-8") == f"{first}beds: 3{second}"


def test_check_mends_what_is_certain_and_tells_the_rest(hub: Path, capfd: pytest.CaptureFixture[str]) -> None:
    slips = HOUSE.replace("beds: 12", "beds: 1,200 ").replace("kind: recovery_residence", "kind: Recovery residence")
    (hub / FILE).write_text(f"{slips}phnoe: 1\n", encoding="utf-8")
    assert run(hub, "check", "--fix") == 1
    told = capfd.readouterr()
    assert "+beds: 1200\n" in told.err
    assert "Mended what is certain in 1 file." in told.err
    assert "“phnoe” is not a field of housing." in told.out
    assert (hub / FILE).read_text(encoding="utf-8") == f"{HOUSE}phnoe: 1\n".replace("beds: 12", "beds: 1200")


def test_what_comes_to_light_in_one_file_keeps_no_file_from_being_mended(
    hub: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    slips = HOUSE.replace("A made-up home for a test.", "A home: made up").replace("beds: 12", "beds: twelve")
    (hub / FILE).write_text(slips, encoding="utf-8")
    oak = HOUSE.replace("maple-house", "oak-house").replace("recovery_residence", "Recovery residence")
    (hub / "data/housing/oak-house.yaml").write_text(oak, encoding="utf-8")
    assert run(hub, "check", "--fix") == 1
    fixed = capfd.readouterr()
    assert "Mended what is certain in 2 files." in fixed.err
    assert 'summary: "A home: made up"' in (hub / FILE).read_text(encoding="utf-8")
    assert "kind: recovery_residence" in (hub / "data/housing/oak-house.yaml").read_text(encoding="utf-8")
    assert "It says “twelve”." in fixed.out
    assert run(hub, "check") == 1
    assert capfd.readouterr().out == fixed.out


def test_a_code_can_be_looked_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "tab"]) == 0
    assert "takes no tabs" in capsys.readouterr().out
    assert main(["explain", "tabs"]) == 1
    assert "Did you mean “tab”?" in capsys.readouterr().out
