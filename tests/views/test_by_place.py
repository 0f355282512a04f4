# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What each place has its own of: a row per place, each cell filled or not known, no place left out in silence."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date

import pytest

from porchlight.build import sound_hub
from porchlight.exchange.compare_files import compare_files
from porchlight.model.record import Record, Value
from porchlight.model.schema import EVERYWHERE
from porchlight.views.asked_for import asked_for_pages
from porchlight.views.by_place import by_place_pages
from porchlight.views.compare import compare_pages
from porchlight.views.compare_types import ByPlaceRow, ByPlaceView, CompareCell, CompareView
from porchlight.views.edition import Edition
from porchlight.views.lists import list_pages
from porchlight.views.poll_types import AskedForView
from porchlight.views.records import record_pages
from porchlight.views.types import ListView, RecordView
from tests.conftest import ROOT
from tests.views.fakes import FACTS, PACKAGE, SOURCE, edition, view_of

TRAININGS = PACKAGE.schema_of("trainings")
TOLD_WITH_DOUBT = {
    "us-oh": ("could not read that list", "cut off"),
    "us-tx": ("cut off", "no date"),
    "us-mo": ("cut off", "no date"),
    "us-or": ("not in what we read", "2 years or 1"),
    "us-fl": ("cut off", "did not see how it ended"),
    "us-al": ("One group's list", "alone"),
    "us-wi": ("One group:", "one group's word"),
    "us-wy": ("One group:", "one group's word"),
    "us-ia": ("One older list", "one group's older page"),
    "us-dc": ("One older list", "one group's older page"),
    "us-nc": ("Sources differ", "no date"),
    "us-de": ("no date", "older page"),
    "us-il": ("no date", "other prices"),
    "us-mi": ("no date", "differ"),
    "us-me": ("no date", "Older pages"),
    "us-ct": ("new",),
    "us-wa": ("new",),
    "us-vt": ("new",),
    "us-wv": ("new",),
    "us-nm": ("paused in June 2023", "3 or 2 years"),
    "us-sc": ("3 years or 1", "no date"),
    "us-mt": ("two ways",),
}
"""What must stand in a state's row: what we read of it is cut off, one group's word, undated, new or contradicted."""


def credential(record_id: str, place: str, values: dict[str, Value] | None = None) -> Record:
    """A peer credential of one place."""
    named: dict[str, Value] = {"name": record_id.title(), "summary": "What it is.", "kind": "state_credential"}
    return Record("trainings", record_id, {**named, "serves": (place,), **(values or {})}, {"sources": (SOURCE,)})


def page_of(of: Edition) -> ByPlaceView:
    (page,) = by_place_pages(of, TRAININGS)
    assert page.path == of.path("trainings/compare/places/")
    return view_of(page, ByPlaceView)


def words(row: ByPlaceRow) -> str:
    """All that the row says."""
    return " ".join(said(cell) for cell in row.cells if cell.is_known)


def said(cell: CompareCell) -> str:
    return "; ".join(text.value for text in cell.texts)


def cells(row: ByPlaceRow, view: ByPlaceView) -> dict[str, CompareCell]:
    """The row's cells by their heads."""
    return dict(zip(view.heads, row.cells, strict=True))


@pytest.fixture(scope="module")
def shipped() -> Edition:
    return replace(edition(), hub=sound_hub(ROOT))


def test_each_place_has_a_row_with_an_anchor_in_the_order_of_the_places() -> None:
    view = page_of(edition(credential("two", "US-OH"), credential("one", "US-AL")))
    assert [(row.anchor, row.title, row.page.label) for row in view.rows] == [
        ("us-al", "Alabama", "Alabama"),
        ("us-oh", "Ohio", "Ohio"),
    ]


def test_two_of_one_place_have_a_row_and_an_anchor_each_and_are_told_apart() -> None:
    view = page_of(edition(credential("two", "US-OH"), credential("one", "US-OH")))
    assert len({row.anchor for row in view.rows}) == 2
    assert [row.page.label for row in view.rows] == ["Ohio: One", "Ohio: Two"]


def test_what_is_not_known_says_so_and_the_doubt_is_last() -> None:
    view = page_of(edition(credential("one", "US-OH", {"hours": "40", "caveat": "No date."})))
    (row,) = view.rows
    assert {head: said(cell) for head, cell in cells(row, view).items()} == {
        **dict.fromkeys(view.heads, "Not known"),
        "Hours of class": "40",
        "What we are not sure of": "No date.",
    }
    assert view.heads[-1] == "What we are not sure of"


def test_a_cell_that_the_doubt_is_about_is_marked_and_one_that_says_nothing_is_not() -> None:
    about: dict[str, Value] = {"hours": "40", "exam": "An exam", "doubt_about": ("hours", "schooling")}
    view = page_of(edition(credential("one", "US-OH", about)))
    assert [head for head, cell in cells(view.rows[0], view).items() if cell.is_doubted] == ["Hours of class"]


def test_the_newest_source_is_the_one_with_the_newest_page_and_a_page_without_a_date_says_so() -> None:
    old, new = {**SOURCE, "page_date": date(2020, 3, 1)}, {**SOURCE, "page_date": date(2025, 6, 2)}
    dated = replace(credential("one", "US-OH"), parts={"sources": (SOURCE, old, new)})
    (ohio,), (iowa,) = (page_of(edition(each)).rows for each in (dated, credential("two", "US-IA")))
    assert ohio.source is not None
    assert iowa.source is not None
    assert (ohio.source.words, ohio.source.day) == ("June 2, 2025", "2025-06-02")
    assert (iowa.source.words, iowa.source.day) == ("page shows no date", "")


def test_what_costs_nothing_comes_before_every_price() -> None:
    view = page_of(edition(credential("one", "US-OH", {"cost": "free", "cost_note": "Free; a book is 20 dollars"})))
    assert cells(view.rows[0], view)["About the cost"].sort == "0"


def test_only_a_column_that_names_its_unit_is_put_in_order_by_amounts_and_in_one_order_in_every_language() -> None:
    told: dict[str, Value] = {"hours": "2 días", "exam": "An exam, 75 questions", "recovery_time": "No time named"}
    for language in ("en", "es"):
        (row,) = page_of(replace(edition(credential("one", "US-OH", told)), language=language)).rows
        assert [cell.sort for cell in row.cells] == ["16", "", None, "", None, "", None, None]


def test_a_closed_record_is_not_told_and_its_place_counts_as_not_found() -> None:
    view = page_of(edition(credential("one", "US-OH"), credential("two", "US-AL", {"status": "ended"})))
    assert [row.anchor for row in view.rows] == ["us-oh"]
    assert "Alabama, " in view.lacking
    assert "Ohio" not in view.lacking


def test_a_hub_without_such_a_record_has_no_such_page_and_no_way_to_it() -> None:
    course = Record("trainings", "a", {"name": "A", "summary": "What it is.", "kind": "peer"}, {"sources": (SOURCE,)})
    assert list(by_place_pages(edition(course), TRAININGS)) == []
    assert view_of(next(iter(list_pages(edition(course), TRAININGS))), ListView).by_place is None


def test_they_stand_on_no_other_table_and_all_ways_lead_to_their_page() -> None:
    of = edition(credential("one", "US-OH"))
    compared = view_of(next(iter(compare_pages(of, TRAININGS))), CompareView)
    assert compared.tables == ()
    assert compared.places is not None
    assert compared.places.href == "places/"
    listed = view_of(next(iter(list_pages(of, TRAININGS))), ListView)
    assert listed.by_place is not None
    assert listed.by_place.href == "compare/places/"


def test_a_record_leads_to_its_own_state() -> None:
    view = view_of(next(iter(record_pages(edition(credential("one", "US-OH")), TRAININGS))), RecordView)
    assert view.compare is not None
    assert view.compare.href == "../compare/places/#us-oh"


def test_the_table_for_a_spreadsheet_holds_the_cells_of_the_page(shipped: Edition) -> None:
    content = compare_files(shipped)["trainings/compare/places/places.csv"].decode("utf-8-sig")
    heads, *rows = csv.reader(io.StringIO(content))
    view = page_of(shipped)
    assert [row[1] for row in rows] == [row.title for row in view.rows]
    assert heads[2:-2] == list(view.heads)
    ohio = next(row for row in rows if row[1] == "Ohio")
    told = next(row for row in view.rows if row.anchor == "us-oh")
    assert ohio[2:-2] == [said(cell) for cell in told.cells]
    assert told.source is not None
    assert ohio[-2:] == [f"{told.source.link.href}; {told.source.words}", told.source.checked.words]


@pytest.mark.parametrize(("language", "most"), [("en", 12), ("es", 16)])
def test_a_cell_has_few_words(shipped: Edition, language: str, most: int) -> None:
    rows = page_of(replace(shipped, language=language)).rows
    long = [(row.title, said(cell)) for row in rows for cell in row.cells[:-1] if len(said(cell).split()) > most]
    assert long == []


def test_every_state_has_a_record_or_the_page_says_that_none_was_found(shipped: Edition) -> None:
    view = page_of(shipped)
    places = set(shipped.hub.package.vocabularies["place"].labels) - {EVERYWHERE}
    told = {f"US-{block.anchor.removeprefix('us-').upper()}" for block in view.rows}
    assert places - told == {"US-SD"}
    assert view.lacking.startswith("We found nothing for: South Dakota.")


@pytest.mark.parametrize("place", TOLD_WITH_DOUBT)
def test_what_we_are_not_sure_of_is_on_the_page(shipped: Edition, place: str) -> None:
    told = words(next(row for row in page_of(shipped).rows if row.anchor == place))
    assert [doubt for doubt in TOLD_WITH_DOUBT[place] if doubt not in told] == []


def test_no_state_tells_its_record_rule_or_price_without_a_doubt(shipped: Edition) -> None:
    nothing = shipped.t("compare.no_doubt")
    assert [row.title for row in page_of(shipped).rows if said(row.cells[-1]) == nothing] == []


def test_every_price_has_its_year_or_says_that_it_has_none(shipped: Edition) -> None:
    view = page_of(shipped)
    prices = [said(cells(row, view)["About the cost"]) for row in view.rows]
    assert [price for price in prices if "dollars" in price and not re.search(r"no date|\b20\d\d\b", price)] == []


def test_no_state_answers_yes_or_no_for_someone_with_a_record(shipped: Edition) -> None:
    told = [each for each in shipped.hub.records["trainings"] if TRAININGS.is_by_place(each) and each.rows("answers")]
    assert told == []


def test_who_asked_for_peer_mentors_finds_the_page_first(shipped: Edition) -> None:
    (page,) = asked_for_pages(shipped)
    items = [item for block in view_of(page, AskedForView).blocks for item in block.items]
    firsts = [item.pages[0].href for item in items if item.item.href.endswith("training-peer-mentor/")]
    assert firsts
    assert set(firsts) == {"../trainings/compare/places/"}


RULE: dict[str, Value] = {
    "kind": "law",
    "topics": ("hiring",),
    "serves": ("US-OH",),
    "public_employers": "After the offer",
    "certificates": "A court paper",
    "caveat": "One page only.",
    "review_by": date(2027, 2, 21),
}


def rule(record_id: str, **values: Value) -> Record:
    """A law about hiring in Ohio."""
    named: dict[str, Value] = {"name": record_id.title(), "summary": "It says so."}
    return Record("facts", record_id, {**named, **RULE, **values}, {"sources": (SOURCE,)})


def laws_on(day: date, *records: Record) -> Edition:
    of = edition(*records)
    return replace(of, hub=of.hub.shown_on(day))


def test_only_laws_about_hiring_of_a_place_stand_in_the_table_of_laws() -> None:
    others = rule("benefits", topics=("benefits",)), rule("study", kind="evidence"), rule("country", serves=("US",))
    (page,) = by_place_pages(laws_on(date(2027, 2, 21), rule("ohio"), *others), FACTS)
    assert [row.name for row in view_of(page, ByPlaceView).rows] == ["Ohio"]


@pytest.mark.parametrize(("day", "is_told"), [(date(2027, 2, 21), True), (date(2027, 2, 22), False)])
def test_a_law_past_its_day_is_told_neither_on_the_page_nor_in_the_file(day: date, is_told: bool) -> None:
    of = laws_on(day, rule("ohio"))
    (row,) = view_of(next(iter(by_place_pages(of, FACTS))), ByPlaceView).rows
    assert [said(cell) for cell in row.cells] == (
        ["After the offer", "Not known", "A court paper", "Not known", "One page only."] if is_told else []
    )
    assert row.source is not None
    content = compare_files(of)["facts/compare/places/places.csv"].decode("utf-8-sig")
    _, (name, place, *cells, source, _, until) = csv.reader(io.StringIO(content))
    assert (name, place, until) == ("Ohio", "Ohio", "2027-02-21")
    assert ("After the offer" in cells) == is_told
    assert all("re-checking" in cell for cell in cells) == (not is_told)
    assert source.startswith("https://www.example.org/")


def test_the_file_runs_nothing_in_a_spreadsheet() -> None:
    of = laws_on(date(2027, 2, 21), rule("ohio", certificates="=HYPERLINK(1)"))
    assert "'=HYPERLINK" in compare_files(of)["facts/compare/places/places.csv"].decode("utf-8-sig")


@pytest.mark.parametrize(("language", "most"), [("en", 12), ("es", 16)])
def test_a_cell_about_a_law_has_few_words(shipped: Edition, language: str, most: int) -> None:
    (page,) = by_place_pages(replace(shipped, language=language), FACTS)
    rows = view_of(page, ByPlaceView).rows
    long = [(row.title, said(cell)) for row in rows for cell in row.cells[:-1] if len(said(cell).split()) > most]
    assert long == []


ORDERED = {"az", "ga", "in", "ks", "ky", "mi", "mo", "nc", "ok"}
NONE_FOUND = {"id", "ms", "mt", "tx", "wv", "wy", "sc"}


def test_no_order_of_a_governor_is_told_as_standing_and_no_state_as_having_none(shipped: Edition) -> None:
    """Both rest on pages without a date, or on lists of others: the sign leads to that doubt."""
    rows = {row.anchor[-2:]: row for row in view_of(next(iter(by_place_pages(shipped, FACTS))), ByPlaceView).rows}
    public = {code: rows[code].cells[0] for code in rows}
    assert [code for code in ORDERED if "rdered" not in said(public[code]) or not public[code].is_doubted] == []
    assert [code for code in NONE_FOUND if said(public[code]) != "We found none" or not public[code].is_doubted] == []
    assert "re-checking" in said(public["nh"])
    assert said(public["ga"]) != said(rows["ga"].cells[3]) == "Not known"


def test_no_cell_of_a_law_says_that_there_is_none(shipped: Edition) -> None:
    rows = view_of(next(iter(by_place_pages(shipped, FACTS))), ByPlaceView).rows
    told = [said(cell) for row in rows for cell in row.cells[:-1]]
    assert [words for words in told if re.search(r"(?<!found )no (law|rule)|there is none", words, re.IGNORECASE)] == []
