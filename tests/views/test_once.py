# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What many pages tell of a record is made once an edition, and never told of another record or language."""

from __future__ import annotations

import pickle
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from porchlight.model.record import Record, Row
from porchlight.views import bands, cards, trust
from porchlight.views import calls as calls_module
from porchlight.views.bands import band_pages
from porchlight.views.calls import calls
from porchlight.views.cards import card
from porchlight.views.edition_pages import edition_pages
from porchlight.views.finder import finder_files
from porchlight.views.pages import PAGE_SIZE
from porchlight.views.trust import answers
from tests.views.fakes import CALLED, HOUSING, PHONE, edition, record

YES: Row = {"question": "registry", "answer": "yes", "as_of": date(2026, 11, 2), "how": "phone"}
HOMES = [
    record(name, {"doors": ("stay",), "who_codes": ("men",)}, phones=(PHONE,), checks=(CALLED,), answers=(YES,))
    for name in ("ash", "birch", "cedar")
]


def times(monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> Counter[tuple[object, ...]]:
    """How often the module's function is asked for each record (or for what else it is asked)."""
    asked: Counter[tuple[object, ...]] = Counter()
    make = getattr(module, name)

    def counted(*args: object) -> object:
        asked[tuple(arg.key if isinstance(arg, Record) else arg for arg in args if isinstance(arg, Record | str))] += 1
        return make(*args)

    monkeypatch.setattr(module, name, counted)
    return asked


def test_however_many_pages_list_a_record_its_card_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    lines, marks = times(monkeypatch, cards, "deciding_lines"), times(monkeypatch, trust, "_checked")
    said = times(monkeypatch, trust, "answer")
    of = edition(*HOMES)
    listing = [page for page in edition_pages(of) if page.template in ("list.html", "bands.html", "door.html")]
    finder_files(of)
    assert len(listing) > len(HOUSING.questions)
    assert lines == marks == {(home.key,): 1 for home in HOMES}
    assert said == {(home.key, question): 1 for home in HOMES for question in HOUSING.questions}


def test_a_number_to_call_is_put_into_words_once(monkeypatch: pytest.MonkeyPatch) -> None:
    words = times(monkeypatch, calls_module, "_call")
    for _ in edition_pages(edition(*HOMES)):
        pass
    assert words == {(home.id,): 1 for home in HOMES}


def test_each_page_has_its_own_way_to_the_record() -> None:
    of, home = edition(*HOMES), HOMES[0]
    near, far = (card(of, HOUSING, home, here) for here in ("housing/", "housing/ask/registry/"))
    assert (near.href, far.href) == ("ash/", "../../ash/")
    assert near == replace(far, href=near.href)


def test_each_language_has_its_own_words() -> None:
    english, spanish = (calls(edition(*HOMES, language=code), HOMES[0])[0].action for code in ("en", "es"))
    assert english != spanish


def test_a_changed_copy_of_a_record_is_told_as_it_is() -> None:
    """Care lists tell of some of a record's numbers only: neither may pass for the other."""
    of, home = edition(*HOMES), HOMES[0]
    copy = replace(home, parts={})
    assert calls(of, home)
    assert not calls(of, copy)
    assert calls(of, home)


def test_a_further_edition_begins_anew() -> None:
    of, home = edition(*HOMES), HOMES[0]
    assert answers(of, HOUSING, home)
    bare = replace(home, parts={})
    assert of.made
    again = replace(of, hub=replace(of.hub, records={"housing": (bare,)}))
    assert not again.made
    assert {row.code for row in answers(again, HOUSING, bare)} == {"unknown"}


def test_an_edition_travels_to_another_process_with_what_it_made() -> None:
    of = edition(*HOMES)
    told = card(of, HOUSING, HOMES[0], "housing/")
    there = pickle.loads(pickle.dumps(of))
    assert card(there, HOUSING, there.hub.records["housing"][0], "housing/") == told


def test_what_stands_on_each_page_of_a_list_is_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A count over all records on each page of them would grow with the square of a hub."""
    homes = [record(f"home-{n:03}", phones=(PHONE,), answers=(YES,)) for n in range(3 * PAGE_SIZE)]
    of = edition(*homes)
    looked_at = times(monkeypatch, bands, "_as_of")
    found = [page for page in band_pages(of, HOUSING) if "/registry/" in page.path]
    assert len(found) == 3
    assert [looked_at[home.key, "registry"] for home in homes] == [1] * len(homes)
