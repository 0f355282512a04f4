# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the finder sorts with in a browser: every record once, what its card needs, and nothing that is withheld."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from porchlight.build import sound_hub
from porchlight.model.record import Record, Row, Value
from porchlight.site.theme import catalog, theme_folder
from porchlight.views.edition import Assets, Edition
from porchlight.views.finder import ONE_FILE, finder_files, picks
from porchlight.views.lists import list_pages
from porchlight.views.types import ListView
from tests.conftest import ROOT
from tests.views.fakes import CALLED, HOUSING, PHONE, edition, record, view_of

FULL = ROOT / "tests" / "hubs" / "full"
LIST_BYTES = 25_000

ANSWERED: tuple[Row, ...] = (
    {"question": "conviction", "answer": "yes", "as_of": date(2026, 11, 2), "how": "phone", "by": "staff"},
    {"question": "registry", "answer": "no", "as_of": date(2026, 11, 3), "how": "website"},
    {"question": "moud", "answer": "case_by_case", "as_of": date(2026, 11, 2), "how": "phone"},
    {"question": "no_id", "answer": "yes"},
    {"question": "children", "answer": "not_said", "as_of": date(2026, 11, 2), "how": "phone"},
)


def data(of: Edition, path: str = "housing/find.json") -> dict[str, Any]:
    told: dict[str, Any] = json.loads(finder_files(of)[path])
    return told


def test_a_record_brings_what_its_card_needs() -> None:
    values: dict[str, Value] = {"who": "Men", "serves": ("US-OH",), "populations": ("men",), "languages": ("en", "es")}
    told = data(edition(record("ash", values, phones=(PHONE,), checks=(CALLED,))))
    (row,) = told["rows"]
    assert {key: row[key] for key in ("n", "h", "k", "c", "place", "who", "cost", "lang")} == {
        "n": "ash",
        "h": "ash/",
        "k": "Recovery home",
        "c": ["614-555-0142", "tel:+16145550142"],
        "place": ["US-OH"],
        "who": ["men"],
        "cost": ["free"],
        "lang": ["en", "es"],
    }
    assert [[told["labels"][label], text] for label, text in row["d"]] == [
        ["Who it is for", "Men"],
        ["Cost", "Free"],
        ["Place", "Ohio"],
    ]
    assert row["m"] == ["checked", "Checked by phone (peer volunteer) on ", "", "2026-11-02", 180]
    assert told["days"]["2026-11-02"] == "November 2, 2026"


def test_answers_are_a_letter_each_in_the_order_of_the_questions() -> None:
    """Without a day there is no yes; what nobody asked is as unknown as that."""
    (row,) = data(edition(record("ash", answers=ANSWERED)))["rows"]
    assert dict(zip(HOUSING.questions, row["a"], strict=True)) == {
        "conviction": "y",
        "registry": "n",
        "moud": "c",
        "no_id": "u",
        "children": "s",
        "apply_inside": "u",
    }
    assert row["o"][0] == ["checked", "by phone (staff), ", "", "2026-11-02", 180]
    assert row["o"][1][0] == "read"  # nobody asked them
    assert row["o"][5] == 0


def test_what_an_answer_depends_on_travels_with_it_and_with_its_language() -> None:
    said: Row = {**ANSWERED[2], "words": "Not on the nights when kids sleep here."}
    homes = (record("ash", answers=(said,)), record("oak", answers=(ANSWERED[0],)))
    for language, words in (
        ("en", ["Not on the nights when kids sleep here."]),
        ("es", ["Not on the nights when kids sleep here.", "en"]),
    ):
        told = data(edition(*homes, language=language), edition(language=language).path("housing/find.json"))
        ash, oak = told["rows"]
        assert ash["w"] == [words if question == "moud" else 0 for question in HOUSING.questions]
        assert "w" not in oak


def test_a_full_home_says_so_until_a_week_is_over() -> None:
    beds: dict[str, Value] = {"beds_free": 0, "beds_free_on": date(2026, 11, 24)}
    rows = data(
        edition(
            record("ash", beds),
            record("elm", beds | {"beds_free": 2}),
            record("oak", beds | {"status": "closed"}),
        )
    )["rows"]
    assert {row["n"]: row.get("f") for row in rows} == {
        "ash": ["Full on November 24, 2026", "2026-12-01"],
        "elm": None,
        "oak": None,  # it is closed: that says more
    }


def test_a_question_is_a_dash_where_the_kind_is_not_asked() -> None:
    homes = (record("front", {"kind": "way_in"}), record("hall", {"kind": "way_in"}, answers=ANSWERED[:1]))
    assert {row["n"]: row["a"] for row in data(edition(*homes))["rows"]} == {"front": "------", "hall": "y-----"}


def test_what_is_for_all_genders_is_for_men_and_for_women() -> None:
    (row,) = data(edition(record("ash", {"populations": ("all_genders", "veterans")})))["rows"]
    assert row["who"] == ["all_genders", "men", "women", "veterans"]


def test_hours_and_points_come_ready_for_the_scripts() -> None:
    values: dict[str, Value] = {"opening_hours": "24/7", "city": "Columbus", "serves": ("US-OH",)}
    (row,) = data(edition(record("ash", values, sources=({"read_on": date(2026, 11, 2)},))))["rows"]
    assert row["hours"] == {"u": "2027-01-31", "r": [[127, [0, 1440]]]}
    assert row["at"] == [pytest.approx(39.97, abs=0.1), pytest.approx(-83.0, abs=0.1)]
    (unknown,) = data(edition(record("oak", {"opening_hours": "now and then"})))["rows"]
    assert not unknown.keys() & {"hours", "at", "city", "s", "l"}


def test_each_language_has_its_own_words_and_the_same_records() -> None:
    spanish = finder_files(edition(record("ash"), language="es"))
    assert list(spanish) == ["es/housing/find.json"]
    assert json.loads(spanish["es/housing/find.json"])["rows"][0]["k"] == "Casa de recuperación"


def many(count: int) -> list[Record]:
    places: tuple[tuple[str, ...], ...] = (("US-OH",), ("US-TX", "US-OH"), ("US",), ("US", "US-TX"), ())
    return [record(f"home-{n:03}", {"serves": places[n % 5]} if places[n % 5] else None) for n in range(count)]


def test_four_hundred_travel_in_one_file_and_more_by_place() -> None:
    assert list(finder_files(edition(*many(ONE_FILE)))) == ["housing/find.json"]
    assert set(finder_files(edition(*many(ONE_FILE + 5)))) == {
        f"housing/find-{place}.json" for place in ("us", "us-oh", "us-tx")
    }


def test_a_place_and_the_whole_country_together_hold_each_record_once() -> None:
    homes = many(ONE_FILE + 5)
    of = edition(*homes)
    ohio, nation = ([row["n"] for row in data(of, f"housing/find-{place}.json")["rows"]] for place in ("us-oh", "us"))
    wanted = [home.id for home in homes if "US-OH" in home.codes("serves")]
    assert sorted(ohio) == wanted
    assert not set(ohio) & set(nation)
    assert len(ohio) + len(nation) == len(homes)


def test_a_list_whose_records_help_in_one_place_is_never_cut_by_place() -> None:
    homes = [record(f"home-{n:03}", {"serves": ("US-OH",)}) for n in range(ONE_FILE + 1)]
    assert list(finder_files(edition(*homes))) == ["housing/find.json"]


def test_only_what_tells_records_apart_can_be_picked() -> None:
    homes = [record("ash", {"serves": ("US-OH",)}), record("oak", {"serves": ("US", "US-OH"), "cost": "fee"})]
    assert [(pick.name, [option.code for option in pick.options]) for pick in picks(edition(), HOUSING, homes)] == [
        ("place", ["US", "US-OH"]),
        ("cost", ["free", "fee"]),
    ]


@pytest.mark.parametrize(
    ("number", "base", "gazetteer"), [(0, "./", "../../gazetteer/"), (1, "../", "../../../gazetteer/")]
)
def test_each_page_of_the_whole_list_leads_to_the_same_data(number: int, base: str, gazetteer: str) -> None:
    homes = [record(f"home-{n:02}") for n in range(61)]
    view = view_of(list(list_pages(edition(*homes, language="es"), HOUSING))[number], ListView)
    assert view.finder is not None
    assert (view.finder.base, view.finder.gazetteer) == (base, f"../{base.removeprefix('./')}../gazetteer/")


def test_a_narrowed_list_has_no_finder() -> None:
    homes = [record("ash"), record("oak", {"cost": "fee"})]
    pages = {page.path: view_of(page, ListView) for page in list_pages(edition(*homes), HOUSING)}
    assert pages["housing/by/cost/fee/"].finder is None


def full_files(language: str = "en") -> dict[str, bytes]:
    hub = sound_hub(FULL)
    words = catalog(theme_folder(ROOT), language)
    return finder_files(Edition(hub, language, words, Assets("site.css", "main.js", "icon.svg")))


def test_nothing_withheld_or_private_is_in_the_data() -> None:
    """The made-up county hides a street, a town and notes of its keepers."""
    told = b"".join(full_files().values()).decode()
    hidden = ("Hidden Hollow", "00077", "Secret Cove", "Hushaby Hollow", "00099", "blue heron", "gray owl")
    assert [words for words in hidden if words in told] == []
    assert "Maple House" in told  # they are there themselves
    assert "Quiet Harbor" in told


@pytest.mark.parametrize("hub", [ROOT, FULL], ids=["shipped", "made up"])
def test_the_data_of_a_list_is_small(hub: Path) -> None:
    words = catalog(theme_folder(ROOT), "es")
    files = finder_files(Edition(sound_hub(hub), "es", words, Assets("site.css", "main.js", "icon.svg")))
    sizes = {path: len(gzip.compress(content, 9)) for path, content in files.items()}
    print(sorted(sizes.items(), key=lambda each: -each[1])[:10])
    assert files
    assert max(sizes.values()) <= LIST_BYTES
