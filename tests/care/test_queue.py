# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What there is to look at again: what comes first, who can do it, and when it is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from porchlight.care.queue import queue
from porchlight.care.tasks import HARMS, Ask, Task
from porchlight.checking.run import check_hub
from porchlight.model.hub import Hub, Settings
from porchlight.model.record import Record, Row, Value
from porchlight.model.report import Report
from tests.conftest import ROOT
from tests.views.fakes import CALLED, PACKAGE, PHONE, SOURCE, fact, house, record

DAY = date(2026, 11, 30)
FULL = ROOT / "tests" / "hubs" / "full"
DIALED: Row = {"number": "614-555-0142", "kind": "voice", "check": "works", "checked_on": date(2026, 11, 2)}


def due(*records: Record, day: date = DAY, reports: tuple[Report, ...] = ()) -> tuple[Task, ...]:
    held: dict[str, tuple[Record, ...]] = {}
    for each in records:
        held[each.resource] = (*held.get(each.resource, ()), each)
    return queue(Hub(Settings("Test hub", {}), PACKAGE, held), day, reports)


def asks(*records: Record, day: date = DAY, reports: tuple[Report, ...] = ()) -> list[Ask]:
    return [ask for task in due(*records, day=day, reports=reports) for ask in task.asks]


def model(record_id: str = "plain", **parts: tuple[Row, ...]) -> Record:
    """A record of a kind that is asked no questions."""
    return record(record_id, {"kind": "way_in"}, **parts)


def line(kind: str, **parts: tuple[Row, ...]) -> Record:
    values = {"id": kind, "name": kind, "summary": "A line.", "kind": kind}
    return Record("services", kind.replace("_", "-"), values, {"sources": (SOURCE,), **parts})


def law(until: date) -> Record:
    return replace(fact("law", {"review_by": until}), parts={"sources": (SOURCE,)})


def answered(question: str, day: date) -> Row:
    return {"question": question, "answer": "yes", "as_of": day, "how": "phone"}


@pytest.mark.parametrize("code", ["211", "711", "988"])
def test_nobody_is_asked_to_try_a_code_that_belongs_to_all(code: str) -> None:
    assert [ask.what for ask in asks(model(phones=({**PHONE, "number": code},), sources=(SOURCE,)))] == []


def test_the_worst_harm_comes_first() -> None:
    old = date(2026, 1, 5)
    beds = replace(
        house(sources=(SOURCE,)),
        id="b",
        values={**house().values, "kind": "way_in", "beds_free": 1, "beds_free_on": old},
    )
    tasks = due(
        law(old),
        record("p", {"kind": "way_in"}, answers=(answered("children", old),), sources=(SOURCE,)),
        record("m", {"kind": "way_in"}, answers=(answered("moud", old),), sources=(SOURCE,)),
        record("r", {"kind": "way_in"}, answers=(answered("registry", old),), sources=(SOURCE,)),
        beds,
        model("n", phones=(PHONE,), sources=(SOURCE,)),
        line("crisis_line", phones=(PHONE,)),
    )
    assert [task.harm for task in tasks] == ["crisis", "phone", "vacancy", "registry", "medication", "policy", "law"]


def test_of_two_with_one_harm_the_one_that_waits_longer_comes_first() -> None:
    read = [{**SOURCE, "read_on": date(2026, 11, day)} for day in (20, 3, 11)]
    tasks = due(*(model(f"h{n}", phones=(PHONE,), sources=(row,)) for n, row in enumerate(read)))
    assert [task.record for task in tasks] == ["housing/h1", "housing/h2", "housing/h0"]


def test_a_number_is_asked_about_until_someone_dials_it_and_again_after_its_days() -> None:
    assert [ask.due for ask in asks(model(phones=(PHONE,), sources=(SOURCE,)))] == [date(2026, 11, 23)]
    assert asks(model(phones=(DIALED,))) == []
    last = date(2026, 11, 2) + timedelta(days=90)
    assert asks(model(phones=(DIALED,)), day=last) == []
    (ask,) = asks(model(phones=(DIALED,)), day=last + timedelta(days=1))
    assert (ask.what, ask.name, ask.known, ask.due) == ("number", "1", date(2026, 11, 2), last + timedelta(days=1))


def test_where_nobody_answered_it_is_dialed_again_after_three_days() -> None:
    silent = {**DIALED, "check": "no_answer", "checked_on": date(2026, 11, 26)}
    assert asks(model(phones=(silent,)), day=date(2026, 11, 29)) == []
    assert [ask.what for ask in asks(model(phones=(silent,)), day=date(2026, 11, 30))] == ["number"]


def test_a_number_that_is_wrong_is_looked_up_and_never_dialed() -> None:
    wrong = {**DIALED, "check": "wrong", "checked_on": date(2026, 7, 1)}
    (task,) = due(model(phones=(wrong,), sources=(SOURCE,)))
    assert (task.who, [ask.what for ask in task.asks]) == ("web", ["no_number"])


def test_a_fax_is_never_dialed() -> None:
    assert due(model(phones=({**PHONE, "kind": "fax"},), sources=(SOURCE,))) == ()


def test_every_question_that_nobody_asked_is_in_it_and_none_that_is_not_for_that_kind() -> None:
    (task,) = due(house(phones=(DIALED,), sources=(SOURCE,)))
    questions = PACKAGE.schema_of("housing").questions
    assert sorted(ask.name for ask in task.asks) == sorted(questions)
    assert task.asks[0].harm == "registry"
    assert due(model(phones=(DIALED,), sources=(SOURCE,))) == ()


def test_who_is_closed_is_not_asked_whom_they_take() -> None:
    closed = record("gone", {"status": "closed"}, phones=(PHONE,), sources=(SOURCE,))
    assert due(closed) == ()


def test_of_a_notice_that_is_over_only_that_is_told() -> None:
    names = {field.role: field.name for field in PACKAGE.schema_of("notices").fields if field.role}
    values: dict[str, Value] = {"id": "n", "name": "N", names["gone_after"]: date(2026, 2, 1)}
    (task,) = due(Record("notices", "n", values, {"sources": ({**SOURCE, "read_on": date(2020, 1, 1)},)}))
    assert (task.who, [ask.what for ask in task.asks]) == ("keeper", ["over"])


def test_a_law_past_its_day_is_for_someone_who_reads_law() -> None:
    (task,) = due(law(date(2026, 11, 29)))
    assert (task.who, task.harm, task.due) == ("law", "law", date(2026, 11, 30))
    assert due(law(date(2026, 11, 30))) == ()


def test_a_figure_past_its_day_is_no_law() -> None:
    """Nobody who reads law is needed to look for a newer study."""
    held = law(date(2026, 11, 29))
    (task,) = due(replace(held, values={**held.values, "kind": "figure"}))
    assert (task.who, task.harm, [ask.what for ask in task.asks]) == ("web", "page", ["review"])
    read = replace(held, values={"id": "x", "name": "X", "kind": "research"})
    assert [(task.who, task.harm) for task in due(read, day=date(2027, 11, 30))] == [("web", "page")]


def test_a_place_without_a_number_is_visited_where_its_address_is_shown() -> None:
    values: dict[str, Value] = {
        "kind": "way_in",
        "address": "12 Example Street",
        "city": "Lantern",
        "address_visibility": "full",
    }
    old = {**SOURCE, "read_on": date(2025, 1, 1)}
    assert [task.who for task in due(record("a", values, sources=(old,)), model("b", sources=(old,)))] == [
        "visit",
        "web",
    ]


def test_every_line_on_the_federal_list_for_people_hurt_by_a_partner_is_a_crisis_line() -> None:
    """None of them is on a public list of numbers to try."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "data" / "services").glob("*.yaml")]
    kinds = [text.partition("\nkind: ")[2].split()[0] for text in texts if "justice.gov/ovw/areas-focus" in text]
    assert len(kinds) > 2
    assert set(kinds) <= set(PACKAGE.schema_of("services").crisis_kinds)


def report(what: str, day: str) -> Report:
    return Report("housing/plain", what, "Ask for Jane at 614-555-0100", "en", day, "x")


def test_what_readers_reported_is_in_it_until_someone_asked_the_place() -> None:
    told = (report("number_wrong", "2026-11-01"), report("number_wrong", "2026-11-05"), report("", "2026-11-06"))
    here = model(phones=(DIALED,), sources=(SOURCE,))
    found = [(ask.name, ask.harm, ask.due) for ask in asks(here, reports=told)]
    assert found == [("number_wrong", "phone", date(2026, 11, 1)), ("other", "policy", date(2026, 11, 6))]
    called = model(phones=(DIALED,), checks=({**CALLED, "as_of": date(2026, 11, 6)},), sources=(SOURCE,))
    assert asks(called, reports=told) == []


def test_who_found_all_of_it_right_gives_nobody_work() -> None:
    assert asks(model(phones=(DIALED,), sources=(SOURCE,)), reports=(report("called_right", "2026-11-05"),)) == []


def test_no_word_of_a_record_or_a_report_is_in_a_task() -> None:
    told = (report("other", "2026-11-05"),)
    assert "Jane" not in repr(due(model(phones=(DIALED,), sources=(SOURCE,)), reports=told))


def test_what_is_in_it_agrees_with_what_the_check_says_has_grown_old() -> None:
    """Every record that the check calls old is in the queue on the same day."""
    checked = check_hub(FULL, DAY)
    places = {each.key: each.place.file for each in checked.hub.all_records()}
    told = {places[task.record] for task in queue(checked.hub, DAY)}
    old = {problem.place.file for problem in checked.care if problem.code in ("stale", "review-passed")}
    closed = {each.place.file for each in checked.hub.all_records() if not each.is_open}
    assert old
    assert old - told - closed == set()


@settings(max_examples=20)
@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.randoms())
def test_the_order_does_not_depend_on_how_records_came(day: date, shuffled: Random) -> None:
    hub = HUB_FULL
    mixed = {name: tuple(sorted(held, key=lambda _: shuffled.random())) for name, held in hub.records.items()}
    tasks = queue(hub, day)
    assert queue(replace(hub, records=mixed), day) == tasks
    assert [HARMS.index(task.harm) for task in tasks] == sorted(HARMS.index(task.harm) for task in tasks)
    assert all(ask.due <= day for task in tasks for ask in task.asks)


HUB_FULL = check_hub(FULL, DAY).hub


def story(**values: Value) -> Record:
    return Record("stories", "coat", {"consent_for": ("site",), **values}, {"sources": (SOURCE,)})


@pytest.mark.parametrize(("ends", "told"), [(29, True), (30, True), (31, False), (-1, True), (-400, True)])
def test_a_consent_is_on_the_list_from_thirty_days_before_it_ends(ends: int, told: bool) -> None:
    listed = asks(story(consent_until=DAY + timedelta(days=ends)))
    assert ("consent" in [ask.what for ask in listed]) is told


def test_a_story_that_was_taken_back_stays_on_the_list_until_its_file_is_gone() -> None:
    listed = asks(story(consent_until=DAY, withdrawn_on=DAY - timedelta(days=400)))
    assert [(ask.what, ask.harm, ask.due) for ask in listed] == [("withdrawn", "consent", DAY - timedelta(days=400))]
