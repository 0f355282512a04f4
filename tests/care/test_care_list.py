# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The care queue in words: for people, for spreadsheets, for programs, as an issue, and as commands that settle it."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from porchlight.care.queue import queue
from porchlight.care.settling import TO_FILL
from porchlight.cli import main
from porchlight.exchange.care_list import COLUMNS, MARKER, CareList, care_list
from porchlight.exchange.host_text import MOST
from porchlight.model.record import Record, Row, Value
from porchlight.operating.caring import due_in
from porchlight.views.care import care_lines
from tests.conftest import ROOT
from tests.views.fakes import PHONE, SOURCE, edition, record

DAY = date(2026, 11, 30)
FULL = ROOT / "tests" / "hubs" / "full"
FORMS = ("text", "csv", "markdown", "json")
HOSTILE = "=1+1 @everyone <img src=x> [a](http://x.example) ` #12 www.x.example \u202e"


def listed(*records: Record, language: str = "en") -> CareList:
    of = edition(*records, language=language)
    tasks = queue(of.hub, DAY)
    return CareList(of, tuple(care_lines(of, tasks, DAY)), len(tasks), DAY)


def way_in(record_id: str, values: dict[str, Value] | None = None, **parts: tuple[Row, ...]) -> Record:
    return record(record_id, {"kind": "way_in", **(values or {})}, **parts)


def test_a_person_reads_what_to_ask_whom_to_call_and_what_to_paste() -> None:
    told = care_list(listed(way_in("maple", {"name": "Maple House"}, phones=(PHONE,), sources=(SOURCE,))), "text")
    assert told.splitlines() == [
        "1 thing to look at again.",
        "",
        "1. A number that people call: Maple House. Waits since November 23, 2026.",
        "   Anyone with a phone. Call 614-555-0142",
        "   - Does 614-555-0142 reach them? Nobody from here has asked yet.",
        "   Then write it down:",
        "     porchlight edit housing/maple phones.1.check=WHAT phones.1.checked_on=2026-11-30",
    ]


def test_a_list_with_nothing_on_it_says_so() -> None:
    assert care_list(listed(), "text") == "Nothing to look at again today."


def test_the_table_has_a_line_for_each_task_and_no_cell_that_a_sheet_would_run() -> None:
    text = care_list(listed(way_in("a", {"name": HOSTILE}, phones=(PHONE,), sources=(SOURCE,))), "csv")
    head, line = csv.reader(io.StringIO(text))
    assert tuple(head) == COLUMNS
    assert dict(zip(head, line, strict=True)) | {"name": ""} == {
        "place": "housing/a",
        "name": "",
        "kind": "place to stay",
        "city": "",
        "urgent": "A number that people call",
        "who": "Anyone with a phone",
        "how": "Call 614-555-0142",
        "ask": "Does 614-555-0142 reach them?",
        "last_known": "",
        "waits_since": "2026-11-23",
        "days": "7",
        "then": "porchlight edit housing/a phones.1.check=WHAT phones.1.checked_on=2026-11-30",
    }
    assert not [cell for cell in line if cell.startswith(("=", "+", "-", "@"))]


def test_nothing_that_others_wrote_does_something_in_an_issue() -> None:
    """What stands outside of code is our own words: no mention, link, picture or number of an issue."""
    phone: Row = {**PHONE, "label": HOSTILE}
    values: dict[str, Value] = {"name": HOSTILE, "city": HOSTILE}
    told = care_list(listed(way_in("a", values, phones=(phone,), sources=(SOURCE,))), "markdown")
    outside = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", told.removeprefix(MARKER))
    assert "@everyone" in told
    assert not re.search(r"[@<>\[\]`*_]|www|://|#\d", outside)
    assert "\u202e" not in told


def test_an_issue_is_no_longer_than_a_host_takes_and_says_how_much_more_there_is() -> None:
    many = [way_in(f"house-{n:04}", phones=(PHONE,), sources=(SOURCE,)) for n in range(600)]
    told = care_list(listed(*many), "markdown")
    assert len(told) <= MOST
    (more,) = re.findall(r"And (\d+) more\.$", told)
    assert told.count("porchlight edit") + int(more) == 600


def test_programs_get_the_same() -> None:
    found = json.loads(care_list(listed(way_in("a", phones=(PHONE,), sources=(SOURCE,))), "json"))
    (task,) = found["tasks"]
    assert (found["day"], found["total"], task["harm"], task["days"]) == ("2026-11-30", 1, "phone", 7)


def test_it_speaks_spanish() -> None:
    told = care_list(listed(way_in("a", phones=(PHONE,), sources=(SOURCE,)), language="es"), "text")
    assert "¿Contestan ellos en el 614-555-0142?" in told


def hidden_texts() -> Iterator[str]:
    """The notes for maintainers, and the streets of places that do not show theirs."""
    for path in (FULL / "data").rglob("*.yaml"):
        node = yaml.safe_load(path.read_text(encoding="utf-8"))
        for values in node if isinstance(node, list) else [node]:
            names = ["maintainer_note"] + (["address"] if values.get("address_visibility") in ("city", "none") else [])
            yield from (str(values[name]) for name in names if values.get(name))


@pytest.mark.parametrize("form", FORMS)
def test_a_private_or_withheld_text_is_in_no_list(form: str) -> None:
    told, hidden = care_list(due_in(FULL, date(2027, 11, 30)), form), list(hidden_texts())
    assert len(hidden) > 1
    assert [text for text in hidden if text in told] == []


@pytest.mark.parametrize("form", FORMS)
def test_the_command_prints_the_same_for_one_day_again_and_again(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["care", "--root", str(FULL), "--day", "2026-11-30", "--limit", "3", "--format", form]
    assert [main(command), main(command)] == [0, 0]
    told = capsys.readouterr().out
    assert told[: len(told) // 2] == told[len(told) // 2 :]


def test_a_language_that_the_hub_does_not_speak_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["care", "--root", str(FULL), "--language", "fr"]) == 1
    assert "Take en or es" in capsys.readouterr().out


def test_free_beds_are_written_with_their_day() -> None:
    beds: dict[str, Value] = {"beds_free": 3, "beds_free_on": date(2026, 11, 16)}
    (line,) = listed(way_in("a", beds, sources=(SOURCE,))).lines
    assert line.settle == ("porchlight edit housing/a beds_free=WHAT beds_free_on=2026-11-30",)


def test_the_day_of_a_proof_is_never_that_on_which_someone_looked_for_it() -> None:
    """“Shown on” tells when a source showed it; today's date would make a list of 2021 look new."""
    values: dict[str, Value] = {"id": "a", "name": "A", "proof": "named", "proof_on": date(2021, 4, 26)}
    (line,) = listed(Record("employers", "a", values, {"sources": (SOURCE,)})).lines
    assert "Is there newer proof (Shown on)? On which day?" in [ask.words for ask in line.asks]
    assert "porchlight edit employers/a proof_on=WHAT" in line.settle


def test_who_heard_only_a_greeting_claims_only_that_the_number_was_tried() -> None:
    """No line checks the whole record, and none says what came of the call before anyone called."""
    text: Row = {**PHONE, "kind": "text"}
    (line,) = listed(way_in("a", phones=(PHONE, text), sources=(SOURCE,))).lines
    assert line.settle == (
        "porchlight edit housing/a phones.1.check=WHAT phones.1.checked_on=2026-11-30",
        "porchlight edit housing/a phones.2.check=WHAT phones.2.checked_on=2026-11-30",
    )


def test_who_asked_about_the_whole_record_says_which_number_it_was() -> None:
    tried: Row = {**PHONE, "check": "works", "checked_on": date(2026, 11, 2)}
    other: Row = {**tried, "number": "614-555-0143 ext. 2"}
    late = date(2027, 11, 30)
    of = edition(way_in("a", phones=(tried, other), sources=(SOURCE,)))
    (line,) = care_lines(of, queue(of.hub, late), late)
    assert line.settle[-1] == "porchlight confirm housing/a --how phone --number 614-555-0142"


def asked(resource: str, day: date, **values: Value) -> list[str]:
    of = edition(Record(resource, "a", {"id": "a", "name": "A", **values}, {"sources": (SOURCE,)}))
    return [ask.words for line in care_lines(of, queue(of.hub, day), day) for ask in line.asks]


def test_only_a_place_is_asked_about_its_hours() -> None:
    late = date(2028, 11, 30)
    assert asked("services", late, kind="job_help")[-1].startswith("Is all of it still right: open, address, hours")
    assert asked("facts", late, kind="figure") == ["Do its sources still say so? Read them again."]
    assert asked("words", late) == ["Are these still the words to use? Read its sources again."]
    assert asked("tools", late) == ["Is all of it still right? Read it beside their page."]


def test_only_a_law_is_asked_whether_it_still_is_the_law() -> None:
    passed = date(2026, 11, 29)
    assert asked("facts", DAY, kind="law", review_by=passed) == ["Is it still the law? Read its sources again."]
    assert asked("facts", DAY, kind="figure", review_by=passed) == [
        "Is there a newer study or figure? Read its sources again."
    ]


def crisis_line(*phones: Row, **more: Row) -> Record:
    values: dict[str, Value] = {"id": "line", "name": "Line", "kind": "crisis_line"}
    return Record("services", "line", values, {"phones": phones, "sources": (SOURCE, *more.values())})


CODE: Row = {**PHONE, "number": "741741", "kind": "text", "keyword": "HOME"}


def test_nobody_writes_to_a_line_for_people_in_danger_to_try_it() -> None:
    """Of the voice line a call is told, and of the code their page; neither list says first “Text HOME to …”."""
    partner: Row = {**SOURCE, "kind": "partner"}
    record = crisis_line(PHONE, CODE)
    of = edition(replace(record, parts={**record.parts, "sources": (partner,)}))
    call, page = care_lines(of, queue(of.hub, DAY), DAY)
    assert (call.who, call.ways) == ("phone", ("Call 614-555-0142",))
    assert call.settle == ("porchlight edit services/line phones.1.check=WHAT phones.1.checked_on=2026-11-30",)
    assert (page.who, page.ways) == ("web", ("https://www.example.org/",))
    assert page.asks[0].words == (
        "Does their own page still say so: Text HOME to 741741? Read it there, and send nothing."
    )
    assert page.settle == (
        "porchlight edit services/line sources.2.url=WHAT sources.2.read_on=2026-11-30 sources.2.kind=own",
    )


def test_a_code_waits_until_their_own_page_has_grown_old_and_reading_it_settles_that() -> None:
    of = edition(crisis_line(CODE))
    assert queue(of.hub, DAY) == ()
    late = date(2027, 11, 30)
    (line,) = care_lines(of, queue(of.hub, late), late)
    assert set(line.settle) == {"porchlight edit services/line sources.1.read_on=2027-11-30"}


def test_a_line_for_people_in_danger_is_not_called_to_ask_about_its_hours() -> None:
    tried: Row = {**PHONE, "check": "works", "checked_on": date(2027, 11, 29)}
    of = edition(crisis_line(tried, {**PHONE, "number": "988"}))
    tasks = queue(of.hub, date(2028, 4, 1))
    assert {(task.who, ask.what) for task in tasks for ask in task.asks} == {("phone", "number"), ("web", "record")}


SETTLED = ("services/porch-law", "services/naloxone-box", "facts/money-lantern-food")


def test_what_is_pasted_settles_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A call, a visit and a law: their commands, filled in, take them off the list."""
    hub = tmp_path / "hub"
    shutil.copytree(FULL, hub)
    tasks = {line.key: line for line in due_in(hub, date.today()).lines if line.key in SETTLED}
    assert {line.who for line in tasks.values()} >= {"phone", "visit", "law"}
    for line in tasks.values():
        for command in line.settle:
            filled = (
                command.replace("answer=WHAT", "answer=yes").replace("check=WHAT", "check=works").replace(TO_FILL, "2")
            )
            assert main([*shlex.split(filled)[1:], "--root", str(hub)]) == 0, (command, capsys.readouterr().out)
    assert [line.key for line in due_in(hub, date.today()).lines if line.key in SETTLED] == []


def test_what_is_pasted_without_an_answer_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hub = tmp_path / "hub"
    shutil.copytree(FULL, hub)
    (line,) = (line for line in due_in(hub, date.today()).lines if line.key == "services/naloxone-box")
    (command,) = (each for each in line.settle if TO_FILL in each)
    before = (hub / "data/services/naloxone-box.yaml").read_text(encoding="utf-8")
    assert main([*shlex.split(command)[1:], "--root", str(hub)]) == 1
    assert "Nothing was written" in capsys.readouterr().out
    assert (hub / "data/services/naloxone-box.yaml").read_text(encoding="utf-8") == before
