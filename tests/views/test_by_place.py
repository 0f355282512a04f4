# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What each place has its own of: a block per place, what is not known named once, no place left out in silence."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from porchlight.build import sound_hub
from porchlight.exchange.compare_files import compare_files
from porchlight.model.record import Record, Value
from porchlight.model.schema import EVERYWHERE
from porchlight.views.asked_for import asked_for_pages
from porchlight.views.by_place import by_place_pages
from porchlight.views.compare import compare_pages
from porchlight.views.compare_types import ByPlaceView, CompareView, PlaceRecord
from porchlight.views.edition import Edition
from porchlight.views.list_parts import OfPlace
from porchlight.views.lists import list_pages
from porchlight.views.poll_types import AskedForView
from porchlight.views.records import record_pages
from porchlight.views.types import ListView, RecordView
from tests.conftest import ROOT
from tests.views.fakes import PACKAGE, SOURCE, edition, view_of

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
"""What must stand in a state's block: what we read of it is cut off, one group's word, undated, new or contradicted."""


def credential(record_id: str, place: str, values: dict[str, Value] | None = None) -> Record:
    """A peer credential of one place."""
    named: dict[str, Value] = {"name": record_id.title(), "summary": "What it is.", "kind": "state_credential"}
    return Record("trainings", record_id, {**named, "serves": (place,), **(values or {})}, {"sources": (SOURCE,)})


def page_of(of: Edition) -> ByPlaceView:
    (page,) = by_place_pages(of, TRAININGS)
    assert page.path == of.path("trainings/compare/places/")
    return view_of(page, ByPlaceView)


def words(block: OfPlace[PlaceRecord]) -> str:
    """All that the block says."""
    return " ".join(
        text.value for each in block.told for line in each.lines for text in line.cell.texts if line.cell.is_known
    )


@pytest.fixture(scope="module")
def shipped() -> Edition:
    return replace(edition(), hub=sound_hub(ROOT))


def test_each_place_has_a_block_with_an_anchor_in_the_order_of_the_places() -> None:
    view = page_of(edition(credential("two", "US-OH"), credential("one", "US-AL")))
    assert [(block.anchor, block.title) for block in view.places] == [("us-al", "Alabama"), ("us-oh", "Ohio")]


def test_what_is_not_known_is_named_once_and_has_no_line() -> None:
    (block,) = page_of(edition(credential("one", "US-OH", {"length": "40 hours"}))).places
    (told,) = block.told
    assert told.silent.startswith("Not known: What you get; Who certifies; ")
    assert "How long" not in told.silent
    assert [line.head for line in told.lines if line.cell.is_known] == ["How long", "What we are not sure of"]


def test_a_closed_record_is_not_told_and_its_place_counts_as_not_found() -> None:
    view = page_of(edition(credential("one", "US-OH"), credential("two", "US-AL", {"status": "ended"})))
    assert [block.anchor for block in view.places] == ["us-oh"]
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
    blocks = page_of(shipped).places
    assert [row[1] for row in rows] == [block.title for block in blocks for _ in block.told]
    assert heads[2:-1] == [line.head for line in blocks[0].told[0].lines]
    ohio = next(row for row in rows if row[1] == "Ohio")
    (told,) = next(block for block in blocks if block.anchor == "us-oh").told
    assert ohio[2:-1] == ["; ".join(text.value for text in line.cell.texts) for line in told.lines]


def test_every_state_has_a_record_or_the_page_says_that_none_was_found(shipped: Edition) -> None:
    view = page_of(shipped)
    places = set(shipped.hub.package.vocabularies["place"].labels) - {EVERYWHERE}
    told = {f"US-{block.anchor.removeprefix('us-').upper()}" for block in view.places}
    assert places - told == {"US-SD"}
    assert view.lacking.startswith("We found nothing for: South Dakota.")


@pytest.mark.parametrize("place", TOLD_WITH_DOUBT)
def test_what_we_are_not_sure_of_is_on_the_page(shipped: Edition, place: str) -> None:
    said = words(next(block for block in page_of(shipped).places if block.anchor == place))
    assert [doubt for doubt in TOLD_WITH_DOUBT[place] if doubt not in said] == []


def test_no_state_tells_its_record_rule_or_price_without_a_doubt(shipped: Edition) -> None:
    bare = [
        each.row.page.label
        for block in page_of(shipped).places
        for each in block.told
        if each.lines[-1].cell.texts[0].value == shipped.t("compare.no_doubt")
    ]
    assert bare == []


def test_no_state_answers_yes_or_no_for_someone_with_a_record(shipped: Edition) -> None:
    told = [each for each in shipped.hub.records["trainings"] if TRAININGS.is_by_place(each) and each.rows("answers")]
    assert told == []


def test_who_asked_for_peer_mentors_finds_the_page_first(shipped: Edition) -> None:
    (page,) = asked_for_pages(shipped)
    items = [item for block in view_of(page, AskedForView).blocks for item in block.items]
    firsts = [item.pages[0].href for item in items if item.item.href.endswith("training-peer-mentor/")]
    assert firsts
    assert set(firsts) == {"../trainings/compare/places/"}
