# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""“Help us check”: what anyone can help with, and what only the group itself looks after."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date

from porchlight.care.queue import queue
from porchlight.care.tasks import Due
from porchlight.exchange.care_list import care_files, care_table
from porchlight.model.record import Record, Value
from porchlight.views.care import care_lines
from porchlight.views.care_page import MOST, care_page
from porchlight.views.edition import Edition
from porchlight.views.service_types import CareView
from tests.views.fakes import PHONE, SOURCE, edition, record, view_of

DAY = date(2026, 11, 30)
LINE = Record(
    "services",
    "night-line",
    {"id": "night-line", "name": "Night Line", "summary": "A line.", "kind": "crisis_line"},
    {"phones": (PHONE,), "sources": (SOURCE,)},
)


def way_in(record_id: str) -> Record:
    return record(record_id, {"kind": "way_in", "city": "Lantern"}, phones=(PHONE,), sources=(SOURCE,))


def counted(*records: Record, language: str = "en") -> Edition:
    of = edition(*records, language=language)
    return replace(of, due=Due(DAY, queue(of.hub, DAY)))


def page(*records: Record, language: str = "en") -> CareView:
    return view_of(care_page(counted(*records, language=language)), CareView)


def test_each_task_leads_to_the_page_where_a_reader_tells_what_came_out() -> None:
    (task,) = page(way_in("maple")).tasks
    assert (task.link.label, task.link.href, task.link.note) == ("maple", "../housing/maple/", "Lantern")
    assert (task.urgent, task.how) == ("A number that people call", "Anyone with a phone")
    assert [(way.label, way.href) for way in task.ways] == [("Call 614-555-0142", "tel:+16145550142")]
    assert [ask.words for ask in task.asks] == ["Does 614-555-0142 reach them?"]


def test_each_task_leads_into_the_form_where_there_is_one() -> None:
    of = counted(way_in("maple"))
    takes = replace(of, hub=replace(of.hub, settings=replace(of.hub.settings, form_service="/")))
    (task,) = view_of(care_page(takes), CareView).tasks
    assert task.tell == "../housing/maple/#tell"
    silent = view_of(care_page(of), CareView)
    assert [task.tell for task in silent.tasks] == [""]
    assert "tell us" not in silent.lead


def test_pages_to_read_can_be_pressed() -> None:
    long_ago = {**SOURCE, "read_on": date(2025, 1, 2)}
    (task,) = page(record("maple", {"kind": "model"}, sources=(long_ago,))).tasks
    assert [(way.label, way.href) for way in task.ways] == [("example.org", "https://www.example.org/")]


def test_nobody_is_sent_to_a_line_for_people_in_danger() -> None:
    """Calls to try it out could keep someone from getting through, so the group itself checks those."""
    of = counted(LINE)
    assert of.due
    assert [task.harm for task in of.due.tasks] == ["crisis"]
    assert view_of(care_page(of), CareView).tasks == ()
    assert b"night-line" not in care_files(of)["care/care.csv"]


def test_a_story_that_goes_is_told_to_its_keepers_only_and_without_a_word_of_it() -> None:
    given: dict[str, Value] = {"name": "My coat", "summary": "She kept it.", "told_by": "Ana", "consent_for": ("site",)}
    ends = Record("stories", "one", given | {"consent_until": date(2026, 12, 15)}, {"sources": (SOURCE,)})
    back = Record("stories", "two", given | {"withdrawn_on": date(2026, 11, 20)}, {"sources": (SOURCE,)})
    of = counted(ends, back)
    assert of.due
    lines = list(care_lines(of, of.due.tasks, DAY))
    assert [(line.key, line.name.value, line.harm, line.who) for line in lines] == [
        ("stories/one", "stories/one", "consent", "keeper"),
        ("stories/two", "stories/two", "consent", "keeper"),
    ]
    assert "for the time up to December 15, 2026. Ask for a new one" in lines[0].asks[0].words
    assert "Taken back on November 20, 2026." in lines[1].asks[0].words
    assert lines[1].settle[0].startswith("git rm ")
    assert all(word not in care_table(lines, DAY) for word in ("coat", "kept", "Ana"))
    assert view_of(care_page(of), CareView).tasks == ()
    assert b"stories/" not in care_files(of)["care/care.csv"]


def test_the_page_stays_small_and_the_table_holds_all() -> None:
    of = counted(*(way_in(f"h{n:03}") for n in range(MOST + 3)))
    view = view_of(care_page(of), CareView)
    assert (len(view.tasks), view.more) == (MOST, "And 3 more.")
    assert view.table
    assert view.table.href == "care.csv"
    (table,) = care_files(of).values()
    assert len(list(csv.DictReader(table.decode("utf-8-sig").splitlines()))) == MOST + 3


def test_the_spanish_page_has_its_own_table() -> None:
    assert list(care_files(counted(way_in("a"), language="es"))) == ["es/care/care.csv"]
    assert page(way_in("a"), language="es").title == "Ayúdenos a revisar"


def test_what_the_site_does_not_show_is_not_on_it() -> None:
    """A story whose consent is over is counted in the queue, and its record is in no edition."""
    shown, hidden = way_in("a"), way_in("b")
    tasks = queue(edition(shown, hidden).hub, DAY)
    of = replace(edition(shown), due=Due(DAY, tasks))
    assert [task.link.label for task in view_of(care_page(of), CareView).tasks] == ["a"]
    assert b"housing/b" not in care_files(of)["care/care.csv"]


def test_search_engines_leave_it_alone() -> None:
    assert not page(way_in("a")).frame.indexable


def test_where_nobody_counted_it_says_so_and_promises_no_table() -> None:
    view = view_of(care_page(edition(way_in("a"))), CareView)
    assert (view.tasks, view.total, view.table) == ((), "Nothing to look at again today.", None)
    assert care_files(edition(way_in("a"))) == {}
