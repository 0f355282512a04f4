# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Roles by skill, with the checks before them; past their life they are to be asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from porchlight.model.hub import Article
from porchlight.model.record import Record, Row, Value
from porchlight.views.edition import Edition
from porchlight.views.lists import list_pages
from porchlight.views.matching import match_link, match_pages, start_link
from porchlight.views.records import record_pages
from porchlight.views.thanks import thanks_pages
from porchlight.views.trust import checked
from porchlight.views.types import ListView, RecordView
from porchlight.views.volunteer_types import MatchView, ThanksView
from tests.views.fakes import edition, view_of


def role(name: str, **values: Value) -> Record:
    source: Row = {"url": "https://www.example.org/", "title": "A page", "read_on": date(2026, 11, 23), "kind": "own"}
    return Record("volunteering", name, {"name": name, "summary": "Help here.", **values}, {"sources": (source,)})


DRIVE = role("drive", skills=("driving", "listening"), commitment="weekly", clears=("facility",), clearance="4 weeks.")
ANY = role("any-hand", skills=("any",), commitment="flexible", clears=("none",))
SHUT = role("shut", skills=("driving",), status="closed")
OTHER = role("standard", commitment="weekly")


def matched(of_hub: Edition) -> MatchView:
    (page,) = match_pages(of_hub, of_hub.hub.package.schema_of("volunteering"))
    return view_of(page, MatchView)


def test_each_open_role_stands_below_each_skill_that_it_asks_for() -> None:
    groups = matched(edition(DRIVE, ANY, SHUT, OTHER)).groups
    assert [(g.title, [r.page.label for r in g.roles]) for g in groups] == [
        ("Driving", ["drive"]),
        ("Listening", ["drive"]),
        ("Any skill", ["any-hand"]),
    ]


def test_what_rules_nobody_out_is_neither_picked_nor_asked_for() -> None:
    view = matched(edition(DRIVE, ANY))
    codes = {option.code for pick in view.picks for option in pick.options}
    assert {"skills/any/", "commitment/flexible/", "commitment/unknown/", "clears/none/"}.isdisjoint(codes)
    fits = {r.page.label: r.fits for g in view.groups for r in g.roles}
    assert fits == {"drive": "commitment/weekly/ clears/facility/", "any-hand": ""}


def test_the_clearance_to_enter_a_facility_is_told_with_how_it_works() -> None:
    lines = [(line.label, line.text.value) for line in matched(edition(DRIVE)).groups[0].roles[0].lines]
    assert ("Checks before you start", "Clearance by the jail or prison") in lines
    assert ("How the checks work", "4 weeks.") in lines


def test_the_doubt_about_a_role_stands_with_it() -> None:
    of_hub = edition(role("old", skills=("any",), caveat="Our source is from 2008."))
    lines = [(line.label, line.text.value) for line in matched(of_hub).groups[0].roles[0].lines]
    assert ("What we are not sure of", "Our source is from 2008.") in lines


def test_a_role_with_a_last_day_tells_it_and_is_gone_the_day_after() -> None:
    of_hub = edition(role("summer", skills=("driving",), until=date(2026, 8, 30)))
    ((told,),) = (group.roles for group in matched(of_hub).groups)
    assert ("Last day", "August 30, 2026") in [(line.label, line.text.value) for line in told.lines]
    assert told.ends == "2026-08-30", "an old page on a phone drops it by this"
    last, after = (replace(of_hub, hub=of_hub.hub.shown_on(date(2026, 8, day))) for day in (30, 31))
    assert matched(last).groups
    assert not matched(after).groups


def test_a_role_past_its_life_is_one_to_ask_about_first() -> None:
    of_hub = edition(DRIVE)
    told = checked(of_hub, of_hub.hub.package.schema_of("volunteering"), DRIVE)
    assert (told.kind, told.day) == ("role", "2026-11-23")
    assert of_hub.t("checked.old.role", age="12 months ago") == "Ask first: we last looked 12 months ago."


@pytest.mark.parametrize(("contact", "is_letter"), [("hub@example.org", True), ("https://example.org/us", False)])
def test_an_offer_goes_to_the_coordinator(contact: str, is_letter: bool) -> None:
    of_hub = edition(DRIVE)
    view = matched(replace(of_hub, hub=replace(of_hub.hub, settings=replace(of_hub.hub.settings, contact=contact))))
    assert view.letter
    assert view.takes_picks == is_letter
    if is_letter:
        assert parse_qs(urlsplit(view.letter.href).query)["body"][0].endswith("What I can give:")
    else:
        assert view.letter.href == contact


def test_without_a_contact_no_letter_goes_nowhere() -> None:
    assert matched(edition(DRIVE)).letter is None


def test_only_a_list_of_roles_leads_to_a_match() -> None:
    of_hub = edition(DRIVE)
    link = match_link(of_hub, of_hub.hub.package.schema_of("volunteering"), "volunteering/")
    assert link
    assert link.href == "match/"
    assert match_link(of_hub, of_hub.hub.package.schema_of("housing"), "housing/") is None


def test_a_list_a_role_the_match_and_the_thanks_lead_to_the_first_steps_of_a_volunteer() -> None:
    """Whoever comes by “I want to help” on the first page meets no other door to them."""
    first = Article("help/volunteer", "en", "Start as a volunteer", "Five steps.", "One.")
    of_hub = edition(DRIVE, articles=(first,))
    schema = of_hub.hub.package.schema_of("volunteering")
    link = start_link(of_hub, schema, "volunteering/")
    assert link
    assert (link.label, link.href) == ("Start as a volunteer", "../help/volunteer/")
    assert matched(of_hub).start
    assert link in view_of(next(list_pages(of_hub, schema)), ListView).helping
    assert view_of(next(record_pages(of_hub, schema)), RecordView).start
    (thanked,) = thanks_pages(of_hub, schema)
    empty = view_of(thanked, ThanksView).empty
    assert empty
    assert "Start as a volunteer" in [door.label for door in empty.doors]


def test_where_no_such_page_is_written_nothing_leads_there() -> None:
    of_hub = edition(DRIVE)
    assert start_link(of_hub, of_hub.hub.package.schema_of("volunteering"), "volunteering/") is None
