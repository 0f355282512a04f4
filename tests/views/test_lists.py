# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A resource's list: what a facet says it leaves is what it leaves, and every record stands on one page."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin

from porchlight.views.finder import PICKS
from porchlight.views.lists import list_pages
from porchlight.views.pages import Page
from porchlight.views.types import ListView
from tests.views.fakes import HOUSING, PACKAGE, edition, record, view_of

HOMES = (
    record("ash", {"cost": "free", "populations": ("men", "veterans")}),
    record("birch", {"cost": "free", "populations": ("women",)}),
    record("cedar", {"cost": "fee", "populations": ("men",)}),
    record("dogwood", {"cost": "free"}),
)


def by_path(pages: list[Page]) -> Mapping[str, ListView]:
    shown = {page.path: view_of(page, ListView) for page in pages}
    assert len(shown) == len(pages)
    return shown


def names(view: ListView) -> list[str]:
    return [card.name for group in view.groups for card in group.cards]


def test_a_facet_counts_the_records_that_hold_each_code() -> None:
    whole = by_path(list(list_pages(edition(*HOMES), HOUSING)))["housing/"]
    assert {facet.title: [(value.label, value.count) for value in facet.values] for facet in whole.facets} == {
        "Groups it is for": [("Men", 2), ("Women", 1), ("Veterans", 1)],
        "Cost": [("Free", 3), ("Has a price", 1)],
    }
    assert whole.count == "4 entries."


def test_a_facet_leads_to_a_list_of_exactly_the_records_that_it_counts() -> None:
    pages = by_path(list(list_pages(edition(*HOMES), HOUSING)))
    led_to = {
        value.label: (names(pages[there]), value.count, pages[there].count)
        for facet in pages["housing/"].facets
        for value in facet.values
        for there in [urljoin("housing/", value.href)]
    }
    assert led_to == {
        "Men": (["ash", "cedar"], 2, "2 entries."),
        "Women": (["birch"], 1, "1 entry."),
        "Veterans": (["ash"], 1, "1 entry."),
        "Free": (["ash", "birch", "dogwood"], 3, "3 entries."),
        "Has a price": (["cedar"], 1, "1 entry."),
    }
    assert len(pages) == 1 + len(led_to)


def test_a_narrowed_list_marks_its_facet_and_leads_back_to_everything() -> None:
    men = by_path(list(list_pages(edition(*HOMES), HOUSING)))["housing/by/populations/men/"]
    assert men.title == "A place to stay: Men"
    assert [(facet.title, [v.label for v in facet.values if v.current]) for facet in men.facets if facet.current] == [
        ("Groups it is for", ["Men"])
    ]
    assert men.everything is not None
    assert men.everything.href == "../../../"


def test_a_facet_with_one_value_narrows_nothing_and_is_left_out() -> None:
    (page,) = list_pages(edition(record("ash"), record("birch")), HOUSING)
    assert view_of(page, ListView).facets == ()


def test_sixty_one_records_take_two_pages_and_each_stands_on_one() -> None:
    homes = [record(f"home-{n:02}") for n in range(61)]
    pages = by_path(list(list_pages(edition(*homes), HOUSING)))
    assert {path: len(names(view)) for path, view in pages.items()} == {"housing/": 60, "housing/page-2/": 1}
    assert [*names(pages["housing/"]), *names(pages["housing/page-2/"])] == [home.id for home in homes]
    first, second = pages["housing/"], pages["housing/page-2/"]
    assert (first.count, second.count) == ("61 entries. Page 1 of 2.", "61 entries. Page 2 of 2.")
    assert first.next is not None
    assert second.previous is not None
    assert (first.previous, first.next.href) == (None, "page-2/")
    assert (second.previous.href, second.next) == ("../", None)


def test_sixty_records_take_one_page() -> None:
    (page,) = list_pages(edition(*(record(f"home-{n:02}") for n in range(60))), HOUSING)
    view = view_of(page, ListView)
    assert (len(names(view)), view.count, view.previous, view.next) == (60, "60 entries.", None, None)


def test_a_narrowed_list_has_pages_of_its_own() -> None:
    homes = [record(f"home-{n:02}") for n in range(61)]
    pages = by_path(list(list_pages(edition(*homes, record("paid", {"cost": "fee"})), HOUSING)))
    more = pages["housing/by/cost/free/"].next
    assert more is not None
    assert urljoin("housing/by/cost/free/", more.href) == "housing/by/cost/free/page-2/"
    assert names(pages["housing/by/cost/free/page-2/"]) == ["home-60"]


def test_an_empty_list_says_so_and_offers_the_next_doors() -> None:
    (page,) = list_pages(edition(), HOUSING)
    view = view_of(page, ListView)
    assert view.groups == ()
    assert view.empty is not None
    assert view.empty.words == "Nothing is here yet. We would rather say so than make something up."
    assert len(view.empty.doors) == 3


def test_help_for_the_whole_country_follows_that_of_a_state() -> None:
    homes = [record("ash", {"serves": ("US-OH",)}), record("oak", {"serves": ("US-TX",)})]
    nation = [record(f"nation-{n}", {"serves": ("US",)}) for n in range(8)]
    pages = by_path(list(list_pages(edition(*homes, *nation), HOUSING)))
    ohio = pages["housing/by/serves/us-oh/"]
    assert [(group.title, [card.name for card in group.cards]) for group in ohio.groups] == [
        ("", ["ash"]),
        ("Whole country", [f"nation-{n}" for n in range(6)]),
    ]
    assert ohio.count == "1 entry."
    more = ohio.groups[1].more
    assert more is not None
    assert urljoin("housing/by/serves/us-oh/", more.href) == "housing/by/serves/us/"
    assert [group.title for group in pages["housing/by/serves/us/"].groups] == [""]


def test_what_a_script_can_narrow_a_list_by_has_pages_without_one() -> None:
    asked = [schema for schema in PACKAGE.schemas if schema.questions]
    assert [schema.resource for schema in asked] == ["services", "housing", "employers", "trainings"]
    fields = [field for schema in asked for role in PICKS.values() if (field := schema.field_for(role))]
    assert [field.name for field in fields if not field.facet] == []
    assert {field.role for field in fields} == set(PICKS.values())
