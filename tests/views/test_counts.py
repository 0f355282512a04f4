# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The numbers that pages tell: what was checked, what a poll's item holds, what stands behind a door."""

from __future__ import annotations

from dataclasses import replace

from porchlight.model.record import Record
from porchlight.views.doors import door_pages
from porchlight.views.item_pages import item_pages
from porchlight.views.needs import needs_page
from porchlight.views.poll_pages import poll_pages
from porchlight.views.poll_types import ItemView, NeedsView, PollView
from porchlight.views.service_pages import about_data_page
from porchlight.views.service_types import AboutDataView
from porchlight.views.types import DoorView
from tests.views.fakes import CALLED, PHONE, POLL, SOURCE, edition, fact, record, view_of


def test_only_what_was_asked_and_answered_counts_as_checked() -> None:
    homes = (
        record("right", checks=(CALLED,)),
        record("changed", checks=({**CALLED, "result": "no_answer"}, {**CALLED, "result": "changed"})),
        record("unanswered", {"caveat": "Nobody answers."}, checks=({**CALLED, "result": "no_answer"},)),
        record("wrong", checks=({**CALLED, "result": "wrong"},)),
        record("read", sources=(SOURCE,)),
        record("bare"),
    )
    view = view_of(about_data_page(edition(*homes, fact("law"))), AboutDataView)
    counted = {row.link.href: (row.records, row.checked, row.doubts) for row in view.rows if row.records}
    assert counted == {"../housing/": (6, 2, 1), "../facts/": (1, 0, 0)}
    assert view.total == "7 entries in all."


def test_a_poll_tells_item_by_item_how_much_is_here() -> None:
    hub = edition(
        record("ash", {"items": ("beds",)}), record("birch", {"items": ("beds",)}), fact("law", {"items": ("beds",)})
    )
    exists = view_of(next(iter(poll_pages(hub, POLL))), PollView).exists
    assert [(link.label, link.note, link.href) for link in exists] == [
        ("Beds", "What is here now: 3", "beds/"),
        ("Jobs", "What is here now: 0", "jobs/"),
    ]


def test_the_page_of_an_item_holds_what_the_poll_counts() -> None:
    hub = edition(record("ash", {"items": ("beds", "jobs")}), record("birch"), fact("law", {"items": ("beds",)}))
    shown = {page.path: view_of(page, ItemView) for page in item_pages(hub, POLL)}
    held = {path: [card.name for group in view.groups for card in group.cards] for path, view in shown.items()}
    assert held == {"poll/needs/beds/": ["ash", "law"], "poll/needs/jobs/": ["ash"]}


def test_item_poll_and_needs_tell_one_number_and_show_as_many_cards() -> None:
    """A closed home and a list without pages of its own would part the three."""
    homes = [record(f"home-{n}", {"items": ("beds",)}, checks=(CALLED,)) for n in range(8)]
    places = [Record("facilities", "jail", {"id": "jail", "name": "jail", "items": ("beds",)})]
    hub = edition(*homes, record("shut", {"items": ("beds",), "status": "closed"}), *places)
    (beds, _), row = (
        [view_of(page, ItemView) for page in item_pages(hub, POLL)],
        view_of(needs_page(hub, POLL), NeedsView).table.rows[0],
    )
    told = [(each.share, each.here, each.asked, each.checked, each.missing) for each in (beds.need, row)]
    assert told[0] == told[1]
    assert sum(len(group.cards) for group in beds.groups) == int(row.here) == 9
    exists = view_of(next(iter(poll_pages(hub, POLL))), PollView).exists
    assert exists[0].note == "What is here now: 9"


def test_the_page_of_an_item_leads_back_and_can_be_sent_on() -> None:
    plain = edition(record("ash", {"items": ("beds",)}))
    hub = replace(
        plain, hub=replace(plain.hub, settings=replace(plain.hub.settings, address="https://hub.example.org"))
    )
    beds, _ = (view_of(page, ItemView) for page in item_pages(hub, POLL))
    assert [door.href for door in beds.doors] == ["../results/", "../needs/", "../../../asked-for/", "../"]
    assert beds.sms_href == "sms:?&body=Beds%3A%20https%3A%2F%2Fhub.example.org%2Fpoll%2Fneeds%2Fbeds%2F"
    assert beds.empty is None
    assert [view_of(page, ItemView).sms_href for page in item_pages(plain, POLL)] == ["", ""]


def test_an_item_with_nothing_leads_to_what_the_hub_has_and_to_adding_one() -> None:
    """211 stands there only where the hub knows that it helps here."""
    help_line = record("call-211", phones=({**PHONE, "number": "211"},))
    for hub, doors in (
        (edition(record("ash")), ["../../../search/", "../../../about-the-data/"]),
        (edition(help_line), ["tel:211", "../../../search/", "../../../about-the-data/"]),
    ):
        _, jobs = (view_of(page, ItemView) for page in item_pages(hub, POLL))
        assert jobs.empty
        assert [door.href for door in jobs.empty.doors] == doors


def test_a_door_shows_the_biggest_group_first_and_only_what_names_it() -> None:
    laws = [fact(f"law-{n}", {"doors": ("stay",)}) for n in range(3)]
    homes = [record("ash", {"doors": ("stay", "health")}), record("birch", {"doors": ("work",)})]
    stay, work, health, people = (view_of(page, DoorView) for page in door_pages(edition(*homes, *laws)))
    assert [[card.name for card in group.cards] for group in stay.groups] == [["law-0", "law-1", "law-2"], ["ash"]]
    assert [[card.name for card in group.cards] for group in work.groups] == [["birch"]]
    assert [[card.name for card in group.cards] for group in health.groups] == [["ash"]]
    assert people.groups == ()


def test_see_all_tells_the_number_of_the_list_that_it_leads_to() -> None:
    homes = [record(f"home-{n}", {"doors": ("stay",)}) for n in range(8)]
    stay = view_of(next(iter(door_pages(edition(*homes, record("other"))))), DoorView)
    (group,) = stay.groups
    assert len(group.cards) == 6
    assert group.more is not None
    assert (group.more.label, group.more.href) == ("See all 9: A place to stay", "../housing/")


def test_a_door_that_shows_the_whole_list_has_no_way_to_more_of_it() -> None:
    stay = view_of(next(iter(door_pages(edition(record("ash", {"doors": ("stay",)}))))), DoorView)
    assert [group.more for group in stay.groups] == [None]
