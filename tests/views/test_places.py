# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page of a place: what is for it, nearest first, what is missing said plainly, never empty."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from porchlight.build import sound_hub
from porchlight.model.doors import DOORS
from porchlight.model.hub import Article, Settings
from porchlight.model.places import own_hubs
from porchlight.model.record import Record, Row, Value
from porchlight.views.edition import Edition
from porchlight.views.finder import ONE_FILE, finder_files
from porchlight.views.home import home_page
from porchlight.views.lists import list_pages
from porchlight.views.pages import Page
from porchlight.views.parts import Link
from porchlight.views.place_parts import AT_ONCE
from porchlight.views.place_types import PlacesView, PlaceView
from porchlight.views.places import place_pages
from porchlight.views.records import record_pages
from porchlight.views.service_pages import not_found_page, sitemap_page
from porchlight.views.service_types import NotFoundView, SitemapView
from porchlight.views.types import HomeView, ListView, RecordView
from tests.conftest import ROOT
from tests.views.fakes import CALLED, HOUSING, PACKAGE, PHONE, SOURCE, edition, record, view_of

STATE: dict[str, Value] = {"id": "ohio", "code": "US-OH", "name": "Ohio", "kind": "state", "also_called": ("OH",)}
COUNTY: dict[str, Value] = {"id": "elm-county", "code": "US-OH-901", "name": "Elm County", "kind": "county"}
OHIO, ELM = Record("places", "ohio", STATE), Record("places", "elm-county", COUNTY)


ABOUT = Article("about-the-data", "en", "About", "About", "## Add the first one {#add}\n")
TO_OHIO = "../../places/ohio/"


def home(name: str, *codes: str, **parts: tuple[Row, ...]) -> Record:
    return record(name, {"serves": codes, "doors": ("stay",)}, sources=(SOURCE,), **parts)


def page_of(held: Edition, path: str) -> Page:
    return at(place_pages(held), path)


def at(pages: Iterable[Page], path: str) -> Page:
    return next(page for page in pages if page.path == path)


def place(held: Edition, path: str = "places/ohio/") -> PlaceView:
    view = page_of(held, path).view
    assert isinstance(view, PlaceView)
    return view


def told(view: PlaceView, door: str = "stay") -> list[tuple[str, str]]:
    found = next(each for each in view.doors if each.anchor == door)
    return [(offer.page.label, offer.page.note) for offer in found.offers]


def test_what_is_nearest_stands_first_and_says_where_it_is_for() -> None:
    """In the state its own homes come before a county's; in the county the state's come last."""
    homes = (home("a-county", "US-OH-901"), home("b-state", "US-OH"), home("c-nation", "US"), home("d-texas", "US-TX"))
    held = edition(OHIO, ELM, *homes)
    assert told(place(held)) == [("b-state", ""), ("a-county", "US-OH-901")]
    assert told(place(held, "places/elm-county/")) == [("a-county", ""), ("b-state", "Ohio")]


def test_what_gives_a_number_comes_before_what_gives_none() -> None:
    held = edition(OHIO, home("a", "US-OH"), home("b", "US-OH", phones=(PHONE,)))
    assert [name for name, _ in told(place(held))] == ["b", "a"]


def test_of_many_behind_a_door_the_first_are_told_whole_and_the_others_by_name() -> None:
    held = edition(OHIO, *(home(f"h{number:02}", "US-OH") for number in range(20)))
    stay = place(held).doors[0]
    assert len(stay.offers) == AT_ONCE
    assert [offer.page.label for offer in stay.offers] + [link.label for link in stay.also] == [
        f"h{number:02}" for number in range(20)
    ]


def test_what_is_closed_or_past_its_day_is_not_told() -> None:
    closed = record("closed", {"serves": ("US-OH",), "doors": ("stay",), "status": "closed"})
    held = edition(OHIO, closed, home("old", "US-OH"))
    held = replace(held, hub=replace(held.hub, overdue=frozenset(["housing/old"])))
    assert told(place(held)) == []


def test_a_door_without_anything_says_so_and_gives_the_line_for_the_whole_country() -> None:
    held = edition(OHIO, home("national", "US", phones=(PHONE,)), home("far", "US-TX"))
    view = place(held)
    stay, work = view.doors[:2]
    assert "Ohio" in stay.empty
    assert stay.line
    assert stay.line.call
    assert stay.line.page.label == "national"
    assert (work.line, bool(work.empty)) == (None, True)
    assert "A place to stay, Work, Health, People" in view.missing


def test_the_table_counts_what_is_for_the_place_or_a_part_of_it() -> None:
    """Days are told, never “still good”: how old they are is counted when the page is read."""
    old: Row = {**CALLED, "as_of": date(2024, 5, 3)}
    homes = (home("a", "US-OH", checks=(old,)), home("b", "US-OH-901", checks=(CALLED,)), home("c", "US"))
    row = place(edition(OHIO, ELM, *homes, articles=(ABOUT,))).sums[0]
    assert row.add
    assert (row.here, row.asked, row.add.label) == ("2", "2", "Add one")
    assert row.oldest
    assert (row.oldest.kind, row.oldest.day, row.oldest.days) == ("checked", "2024-05-03", 180)


def test_the_first_one_is_added_where_the_hub_takes_it() -> None:
    """The host's form where there is one, else a letter, else the part of the text that says how, else nowhere."""
    held = edition(OHIO, home("c", "US"), articles=(ABOUT,))
    told = place(held)
    assert told.add
    assert [link and link.href for link in (told.sums[0].add, told.add)] == ["../../about-the-data/#add"] * 2
    silent = place(edition(OHIO, home("c", "US")))
    assert (silent.add, {row.add for row in silent.sums}) == (None, {None})

    def at(repository: str) -> str:
        settings = Settings("Hub", {"en": "A hub"}, repository=repository)
        add = place(replace(held, hub=replace(held.hub, settings=settings))).sums[0].add
        return add.href if add else ""

    assert at("https://github.com/a/b") == "https://github.com/a/b/issues/new?template=add-housing.yml"
    assert at("https://codeberg.org/a/b") == "https://codeberg.org/a/b/_new/main/data/housing"


def test_a_door_whose_records_give_no_number_gives_the_line_for_the_whole_country() -> None:
    """Then the first words may speak of a number; where a door has none at all they speak of a page."""
    held = edition(OHIO, home("a", "US-OH"), *(line(door) for door in DOORS))
    view = place(held)
    assert [door.line and door.line.page.label for door in view.doors] == list(DOORS)
    assert view.doors[0].line_words == "To call someone now, take the line for the whole country:"
    assert view.doors[3].line_words.startswith("We know no line to talk to just for Ohio.")
    assert "call the first number" in view.lead
    assert "call the first number" not in place(edition(OHIO, *(line(door) for door in DOORS[1:]))).lead
    assert place(edition(OHIO, home("a", "US-OH", phones=(PHONE,)), line("stay"))).doors[0].line is None


def line(door: str) -> Record:
    return record(door, {"serves": ("US",), "doors": (door,)}, sources=(SOURCE,), phones=(PHONE,))


def test_to_talk_a_help_line_comes_before_a_line_that_finds_others() -> None:
    both = {"serves": ("US",), "doors": ("stay", "people")}
    finder = Record("services", "finder", {"id": "finder", "name": "F", "kind": "finder", "first": 1, **both})
    talk = Record("services", "talk", {"id": "talk", "name": "T", "kind": "help_line", "first": 5, **both})
    lines = [replace(each, parts={"phones": (PHONE,)}) for each in (finder, talk)]
    stay, _, _, people = place(edition(OHIO, *lines)).doors
    assert [door.line and door.line.page.label for door in (stay, people)] == ["F", "T"]


def test_the_page_that_someone_has_read_is_led_to_before_one_that_nobody_has() -> None:
    unread: Row = {"url": "https://a.example.org/", "seen": "address_only"}
    read: Row = {"url": "https://b.example.org/", "seen": "read"}
    held = edition(OHIO, home("a", "US-OH", links=(unread, read)), home("b", "US-OH", links=(unread,)))
    links = [offer.link for offer in place(held).doors[0].offers]
    assert [(link.href, link.note) for link in links if link] == [
        ("https://b.example.org/", ""),
        ("https://a.example.org/", "We know the address but have not read this page"),
    ]


def test_a_doubt_is_told_always_and_a_long_one_on_the_page_of_the_record() -> None:
    base: dict[str, Value] = {"serves": ("US-OH",), "doors": ("stay",), "who": "Men"}
    short = record("a", {**base, "caveat": "No date."})
    long = record("b", {**base, "caveat": "No date. " * 30})
    first, second = place(edition(OHIO, short, long)).doors[0].offers
    assert (first.caveat and first.caveat.value, first.doubt) == ("No date.", None)
    assert (second.caveat, second.doubt and second.doubt.href) == (None, "../../housing/b/#caveat")


def test_how_to_become_a_peer_says_what_is_said_of_a_record_and_how_to_reach_who_certifies() -> None:
    values: dict[str, Value] = {"id": "peer", "name": "Peer", "kind": "state_credential", "serves": ("US-OH",)}
    said: dict[str, Value] = {"certified_by": "A board", "record_rule": "They ask.", "doubt_about": ("record_rule",)}
    (peer,) = place(edition(OHIO, Record("trainings", "peer", {**values, **said}))).peer
    assert [(line.label, line.text.value) for line in peer.lines][-2:] == [
        ("Who certifies", "A board"),
        ("With a record (we are not sure of this)", "They ask."),
    ]
    assert (peer.link, peer.none) == (None, "We know no address of theirs.")


def test_places_lead_to_each_other() -> None:
    held = edition(OHIO, ELM)
    assert [link.href for link in place(held).inside] == ["../elm-county/"]
    assert [link.href for link in place(held, "places/elm-county/").around] == ["../ohio/"]


@pytest.mark.parametrize(("language", "way"), [("en", "../../buckeye/"), ("es", "../../../buckeye/es/")])
def test_a_place_with_a_hub_of_its_own_leads_to_its_pages_in_the_same_language(language: str, way: str) -> None:
    own = Record("places", "ohio", STATE | {"own_hub": "buckeye"})
    held = edition(own, ELM, language=language)
    view = place(held, held.path("places/ohio/"))
    assert view.own_hub
    assert view.own_hub.href == way
    assert view.lead == held.t("place.lead.own", place="Ohio")
    nothing = {door.empty for door in view.doors} - {""}
    assert nothing == {held.t("place.empty.own", place="Ohio")}
    assert place(held, held.path("places/elm-county/")).own_hub is None
    assert own_hubs(held.hub) == ("buckeye",)


def test_the_page_of_all_places_counts_what_is_for_each() -> None:
    view = page_of(edition(OHIO, ELM, home("a", "US-OH"), home("b", "US-OH-901"), home("c", "US")), "places/").view
    assert isinstance(view, PlacesView)
    assert [(tile.code, tile.href, tile.count) for tile in view.places] == [
        ("US-OH", "ohio/", 2),
        ("US-OH-901", "elm-county/", 1),
    ]
    assert view.maps == ()


def test_a_record_a_narrowed_list_and_the_first_page_lead_to_the_place() -> None:
    held = edition(OHIO, home("a", "US-OH"), home("b", "US-TX"))
    assert [link.href for link in view_of(at(record_pages(held, HOUSING), "housing/a/"), RecordView).places] == [
        TO_OHIO
    ]
    assert view_of(at(record_pages(held, HOUSING), "housing/b/"), RecordView).places == ()
    narrowed = view_of(at(list_pages(held, HOUSING), "housing/by/serves/us-oh/"), ListView)
    assert [link.href for link in narrowed.places] == ["../../../../places/ohio/"]
    first = home_page(held).view
    assert isinstance(first, HomeView)
    assert first.places == Link("Help by place", "places/")


def test_all_pages_and_the_page_for_a_missing_address_lead_to_places() -> None:
    """Whoever typed the address of a place that has no page is told so, and gets the list, without a script."""
    held = edition(OHIO)
    every, lost = sitemap_page(held).view, not_found_page(held).view
    assert isinstance(every, SitemapView)
    assert isinstance(lost, NotFoundView)
    assert ["../places/", "../places/ohio/"] in [[link.href for link in group.links] for group in every.groups]
    assert [each.places for each in lost.told] == [Link("Help by place", "/places/")]
    assert [each.places for each in view_of(not_found_page(edition()), NotFoundView).told] == [None]


def test_the_page_for_a_missing_address_leads_in_each_language_to_the_places_of_that_language() -> None:
    """A host shows one such page, below /es/ too."""
    page = not_found_page(edition(OHIO), [edition(OHIO, language="es")])
    assert [(each.lang, each.sought[:14], each.places) for each in view_of(page, NotFoundView).told] == [
        ("", "If you looked ", Link("Help by place", "/places/")),
        ("es", "Si buscaba un ", Link("Ayuda por lugar", "/es/places/")),
    ]


def test_a_list_narrowed_to_a_county_goes_on_with_its_state_and_the_country() -> None:
    """Nobody who picks the county misses what is for all of the state."""
    held = edition(OHIO, ELM, home("a", "US-OH-901"), home("b", "US-OH"), home("c", "US"), home("d", "US-TX"))
    labels = {**PACKAGE.vocabularies["place"].labels, "US-OH-901": {"en": "Elm County"}}
    vocabulary = replace(PACKAGE.vocabularies["place"], labels=labels)
    package = replace(PACKAGE, vocabularies={**PACKAGE.vocabularies, "place": vocabulary})
    held = replace(held, hub=replace(held.hub, package=package))
    county = view_of(at(list_pages(held, HOUSING), "housing/by/serves/us-oh-901/"), ListView)
    state = view_of(at(list_pages(held, HOUSING), "housing/by/serves/us-oh/"), ListView)
    assert [(group.title, [card.name for card in group.cards]) for group in county.groups] == [
        ("", ["a"]),
        ("Ohio", ["b"]),
        ("Whole country", ["c"]),
    ]
    assert [card.name for card in state.groups[0].cards] == ["a", "b"]


def test_who_picks_a_state_finds_its_counties_and_who_picks_a_county_finds_its_state() -> None:
    """In the reader's own browser too; a long list travels in a file per state, whatever part of it a record is for."""
    held = edition(OHIO, ELM, home("a", "US-OH-901"), home("b", "US-OH"), home("c", "US"))
    rows = json.loads(finder_files(held)["housing/find.json"])["rows"]
    assert {row["n"]: set(row["place"]) for row in rows} == {
        "a": {"US-OH-901", "US-OH"},
        "b": {"US-OH-901", "US-OH"},
        "c": {"US"},
    }
    many = [home(f"h{n}", "US-OH-901" if n % 2 else "US-TX") for n in range(ONE_FILE + 1)]
    assert {name for name in finder_files(edition(OHIO, ELM, *many)) if name.startswith("housing/")} == {
        "housing/find-us-oh.json",
        "housing/find-us-tx.json",
    }


def test_a_hub_without_places_has_no_such_page() -> None:
    assert list(place_pages(edition(home("a", "US-OH")))) == []


@pytest.fixture(scope="module")
def shipped() -> Edition:
    return replace(edition(language="es"), hub=sound_hub(ROOT))


def test_each_state_has_a_page_that_leads_on_in_spanish_too(shipped: Edition) -> None:
    """Four doors, each with something or with a line to call; how to become a peer and how to hire; the table."""
    views = [page.view for page in place_pages(shipped) if isinstance(page.view, PlaceView)]
    assert len(views) == 52
    for view in views:
        assert all(door.offers or door.also or door.line for door in view.doors), view.title
        assert len(view.sums) == 4
        assert view.peer_ways, view.title
        assert view.hire, view.title
        assert len(view.times) == 4


def test_search_knows_a_place_by_its_letters_and_by_its_name_in_each_language(shipped: Edition) -> None:
    found = page_of(shipped, "es/places/new-york/").found
    assert found
    assert {"Nueva York", "New York", "NY"} <= set(found.content.split(". "))


def test_most_of_the_country_is_drawn_three_times(shipped: Edition) -> None:
    """What is there, what was asked of them, and where a door has nothing; a map of nothing but 0 is one sentence."""
    view = next(page.view for page in place_pages(shipped) if isinstance(page.view, PlacesView))
    assert [len(drawn.squares) for drawn in view.maps] + [52] * len(view.nothing) == [52, 52, 52]
    assert all(any(square.count for square in drawn.squares) for drawn in view.maps)
    assert view.places == ()
    assert all(square.href for drawn in view.maps for square in drawn.squares)


def test_what_stands_behind_two_doors_is_told_once_and_led_to_once(shipped: Edition) -> None:
    """First comes what is for the door alone, told whole; what another door tells is a link."""
    led: set[str] = set()
    for view in (page.view for page in place_pages(shipped) if isinstance(page.view, PlaceView)):
        told = [offer.page.href for door in view.doors for offer in door.offers]
        also = {link.href for door in view.doors for link in door.also}
        assert len(told) == len(set(told)), view.title
        assert also <= set(told) or any(len(door.offers) == AT_ONCE for door in view.doors), view.title
        led |= also
    assert led


def test_the_table_of_laws_is_led_to_where_hiring_is_told(shipped: Edition) -> None:
    ohio = next(page.view for page in place_pages(shipped) if page.path.endswith("places/ohio/"))
    assert isinstance(ohio, PlaceView)
    assert not any("facts/compare" in way.href for way in ohio.peer_ways)
    assert any("facts/compare" in way.href for way in ohio.hire_ways)
