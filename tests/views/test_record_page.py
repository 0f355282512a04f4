# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the page of one record, and its card, must not leave out."""

from __future__ import annotations

from datetime import date

import pytest

from porchlight.views.cards import card
from porchlight.views.nearby import neighbors
from porchlight.views.parts import Link, Review, Text
from porchlight.views.record_parts import Neighbor
from porchlight.views.records import record_pages
from porchlight.views.trust import review, vacancy
from porchlight.views.types import RecordView
from tests.views.fakes import FACTS, HOUSING, PHONE, SOURCE, edition, fact, record, view_of

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("status", "said"),
    [("closed", "Closed for good"), ("paused", "Closed for now"), ("moved", "Moved"), ("ended", "Ended")],
)
def test_what_is_not_open_says_so_on_its_card_and_its_page(status: str, said: str) -> None:
    shut = record("maple", {"status": status})
    hub = edition(shut)
    (page,) = record_pages(hub, HOUSING)
    assert card(hub, HOUSING, shut, "housing/").status == said
    instead = view_of(page, RecordView).next_best
    assert instead is not None
    assert (instead.title, instead.until) == (said, "")


@pytest.mark.parametrize("values", [{"status": "open"}, {}])
def test_what_is_open_needs_no_mark(values: dict[str, str]) -> None:
    open_house = record("maple", {**values})
    hub = edition(open_house)
    (page,) = record_pages(hub, HOUSING)
    assert card(hub, HOUSING, open_house, "housing/").status == ""
    assert view_of(page, RecordView).next_best is None


def test_a_bare_number_is_of_no_language() -> None:
    (page,) = record_pages(edition(record("maple", {"beds": 12, "stay": "Up to a year"}), language="es"), HOUSING)
    told = {text.value: text.lang for detail in view_of(page, RecordView).details for text in detail.texts}
    assert (told["12"], told["Up to a year"]) == ("", "en")


def test_a_doubt_that_was_written_down_stands_on_the_page() -> None:
    doubtful, sure = record_pages(edition(record("a", {"caveat": "The fee may differ."}), record("b")), HOUSING)
    assert view_of(doubtful, RecordView).caveat == Text("The fee may differ.")
    assert view_of(sure, RecordView).caveat is None


def test_a_page_holds_its_numbers_links_hours_and_sources() -> None:
    whole = record(
        "maple",
        {"hours": "Day and night"},
        phones=(PHONE,),
        links=({"url": "https://www.example.org/", "seen": "address_only"},),
        sources=(SOURCE,),
    )
    (page,) = record_pages(edition(whole), HOUSING)
    view = view_of(page, RecordView)
    assert [call.display for call in view.calls] == ["614-555-0142"]
    assert [link.note for link in view.links] == ["We know the address but have not read this page"]
    assert view.hours == Text("Day and night")
    assert [source.kind for source in view.sources] == ["Their own page"]
    assert view.say


def test_a_law_says_until_when_it_may_be_told_as_true() -> None:
    law = fact("ban-the-box", {"review_by": DAY})
    hub = edition(law)
    (page,) = record_pages(hub, FACTS)
    until = Review("2026-11-20", "November 20, 2026")
    assert review(hub, FACTS, law) == until
    assert view_of(page, RecordView).review == until
    assert card(hub, FACTS, law, "facts/").until == "2026-11-20"


def test_a_law_without_such_a_day_and_a_house_are_told_without_end() -> None:
    law, home = fact("ban-the-box"), record("maple")
    hub = edition(law, home)
    assert review(hub, FACTS, law) is None
    assert review(hub, HOUSING, home) is None
    assert card(hub, FACTS, law, "facts/").until == ""


@pytest.mark.parametrize(
    ("free", "words"),
    [
        (0, "No bed was free on November 20, 2026. Ask about the list."),
        (1, "1 bed was free on November 20, 2026. It can go in an hour: call."),
        (3, "3 beds were free on November 20, 2026. They can go in an hour: call."),
    ],
)
def test_free_beds_are_told_with_their_day_and_for_a_week(free: int, words: str) -> None:
    home = record("maple", {"beds_free": free, "beds_free_on": DAY})
    hub = edition(home)
    said = vacancy(hub, HOUSING, home)
    assert said is not None
    assert (said.words, said.until) == (words, "2026-11-27")
    view = view_of(next(iter(record_pages(hub, HOUSING))), RecordView)
    assert view.vacancy == (said if free else None)
    assert (view.next_best is None) == bool(free)


def test_free_beds_without_a_day_are_not_told() -> None:
    assert vacancy(edition(), HOUSING, record("maple", {"beds_free": 3})) is None
    assert vacancy(edition(), HOUSING, record("maple", {"beds_free_on": DAY})) is None


def test_a_page_leads_on_to_others_of_its_kind_and_never_to_itself() -> None:
    homes = [record(f"home-{n}") for n in range(3)]
    shelters = [record("shelter", {"kind": "emergency_shelter"})]
    near = neighbors(HOUSING, [*homes, *shelters], {})
    assert {key: [each.id for each in others] for key, others in near.items()} == {
        "home-0": ["home-1", "home-2"],
        "home-1": ["home-2", "home-0"],
        "home-2": ["home-0", "home-1"],
        "shelter": [],
    }


def test_of_many_of_a_kind_each_is_led_to_by_five_others() -> None:
    near = neighbors(HOUSING, [record(f"home-{n}") for n in range(8)], {})
    led_to = [each.id for others in near.values() for each in others]
    assert {led_to.count(key) for key in near} == {5}
    assert not [key for key, others in near.items() if key in [each.id for each in others]]


def test_the_way_on_is_a_link_from_the_page() -> None:
    pages = list(record_pages(edition(record("maple"), record("oak")), HOUSING))
    assert [view_of(page, RecordView).related for page in pages] == [
        (Neighbor(Link("oak", "../oak/")),),
        (Neighbor(Link("maple", "../maple/")),),
    ]
