# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A row becomes a record: every value in its field, and what only a person can decide is left to one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.hubs import ELM, HEADER, SOURCE, book, bring, csv_of, small_hub


def test_a_row_becomes_a_sound_record(hub: Path) -> None:
    done = bring(hub, csv_of([HEADER, ELM]), source=SOURCE)
    assert done.only == {
        "id": "elm-house",
        "name": "Elm House",
        "summary": "A made-up house for tests.",
        "kind": "community",
        "serves": ["US-OH"],
        "address": "12 Example Street",
        "city": "Springfield",
        "postal_code": "43215",
        "phones": [{"number": "614-555-0142", "kind": "voice", "check": "not_dialed"}],
        "links": [{"url": "https://www.example.org", "seen": "address_only"}],
        "sources": [{"url": SOURCE, "read_on": "2026-11-24", "kind": "second_hand"}],
    }
    assert done.problems == ()


def test_an_excel_sheet_becomes_the_same_record(hub: Path, tmp_path: Path) -> None:
    sheet = book(tmp_path / "list.xlsx", {"Help": [list(HEADER), [*ELM[:6], 43215, *ELM[7:]]]})
    assert bring(hub, sheet, source=SOURCE).only["postal_code"] == "43215"
    assert bring(small_hub(tmp_path / "other"), csv_of([HEADER, ELM])).only["name"] == "Elm House"


def test_an_address_is_never_shown_because_of_an_import(hub: Path) -> None:
    done = bring(hub, csv_of([HEADER, ELM]))
    assert "address_visibility" not in done.only
    assert done.said.count("address_visibility: full") == 1


def test_only_a_person_shows_addresses_by_asking_for_it(hub: Path) -> None:
    assert bring(hub, csv_of([HEADER, ELM]), sets=["address_visibility=full"]).only["address_visibility"] == "full"


def test_the_parts_of_an_address_make_one(hub: Path) -> None:
    done = bring(hub, csv_of([["name", "address_line1", "address_line2"], ["Elm", "12 Example Street", "Suite 2"]]))
    assert done.only["address"] == "12 Example Street, Suite 2"


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("12 Example St, Unit 2, Springfield, OH 43215", ("12 Example St, Unit 2", "Springfield", "43215", ["US-OH"])),
        ("12 Example St., Mt. Airy, West Virginia 25301-1234", ("12 Example St.", "Mt. Airy", "25301-1234", ["US-WV"])),
        ("12 Example Street Springfield OH 43215", ("12 Example Street Springfield", None, "43215", ["US-OH"])),
        ("12 Example Street, Suite 4 Springfield, Ohio, 43215",
         ("12 Example Street, Suite 4 Springfield, Ohio, 43215", None, "43215", ["US-OH"])),
        ("12 Example Street, Suite B Springfield OH 43215",
         ("12 Example Street, Suite B Springfield", None, "43215", ["US-OH"])),
        ("12 Example Street, S.E. Springfield OH 43215",
         ("12 Example Street, S.E. Springfield", None, "43215", ["US-OH"])),
        ("Various Locations", ("Various Locations", None, None, None)),
        ("Route 43215", ("Route 43215", None, None, None)),
    ],
)  # fmt: skip
def test_city_state_and_zip_code_are_taken_from_an_address_where_they_are_certain(
    hub: Path, address: str, parts: tuple[object, ...]
) -> None:
    record = bring(hub, csv_of([["name", "address"], ["Elm", address]])).only
    found = tuple(record.get(name) for name in ("address", "city", "postal_code", "serves"))
    assert found[1:] == parts[1:]
    assert str(found[0]) in address


def test_an_address_is_left_alone_where_a_column_gives_the_city(hub: Path) -> None:
    rows = [["name", "address", "city"], ["Elm", "12 Example St, Springfield, OH 43215", "Springfield"]]
    assert bring(hub, csv_of(rows)).only["address"] == "12 Example St, Springfield, OH 43215"


def test_an_address_in_another_state_than_its_column_says_is_left_alone(hub: Path) -> None:
    rows = [["name", "address", "state"], ["Elm", "12 Example St, Springfield, OH 43215", "Indiana"]]
    record = bring(hub, csv_of(rows)).only
    assert (record["address"], record["serves"]) == ("12 Example St, Springfield, OH 43215", ["US-IN"])


def test_the_state_in_an_address_goes_before_one_that_was_set(hub: Path) -> None:
    rows = [["name", "address"], ["Elm", "12 Example St, Springfield, OH 43215"], ["Oak", "Various"]]
    done = bring(hub, csv_of(rows), sets=["serves=Indiana"]).records
    assert (done["elm"]["serves"], done["oak"]["serves"]) == (["US-OH"], ["US-IN"])


def test_a_lost_0_of_a_zip_code_comes_back(hub: Path) -> None:
    rows = [["ZIP", "name", "state"], ["7016", "Elm", "NJ"], ["7016", "Oak", "OH"]]
    done = bring(hub, csv_of(rows)).records
    assert done["elm"]["postal_code"] == "07016"
    assert done["oak"]["maintainer_note"] == "ZIP: 7016"


def test_several_phone_columns_become_several_numbers_with_their_kinds_and_extension(hub: Path) -> None:
    rows = [["name", "phone", "Ext", "Fax", "Crisis Line"], ["Elm", "6145550142", "12", "6145550143", "988"]]
    assert bring(hub, csv_of(rows)).only["phones"] == [
        {"number": "614-555-0142 ext. 12", "kind": "voice", "check": "not_dialed"},
        {"number": "614-555-0143", "kind": "fax", "check": "not_dialed"},
        {"number": "988", "kind": "voice", "label": "Crisis Line", "check": "not_dialed"},
    ]


def test_an_extension_that_belongs_to_no_one_number_is_kept(hub: Path) -> None:
    record = bring(hub, csv_of([["name", "phone", "ext"], ["Elm", "614-555-0142; 614-555-0143", "12"]])).only
    assert record["maintainer_note"] == "ext: 12"


def test_an_organization_of_the_hub_is_found_by_name_or_id_and_another_one_is_kept(hub: Path) -> None:
    rows = [
        ["name", "organization"],
        ["Elm", "EXAMPLE Recovery (made up)"],
        ["Oak", "example-recovery"],
        ["Ash", "Other"],
    ]
    done = bring(hub, csv_of(rows)).records
    assert done["elm"]["organization"] == done["oak"]["organization"] == "example-recovery"
    assert done["ash"]["maintainer_note"] == "organization: Other"


def test_codes_are_found_in_lists_and_what_is_no_code_is_kept(hub: Path) -> None:
    record = bring(hub, csv_of([["name", "languages"], ["Elm", "English, Español/French; Klingon"]])).only
    assert record["languages"] == ["en", "es", "fr"]
    assert record["maintainer_note"] == "languages: Klingon"


def test_words_about_the_price_stand_beside_the_code(hub: Path) -> None:
    done = bring(hub, csv_of([["name", "cost"], ["Elm", "Free"], ["Oak", "$150 a week"]])).records
    assert done["elm"]["cost"] == "free"
    assert done["oak"]["cost_note"] == "$150 a week"


def test_open_is_what_a_record_is_that_says_nothing(hub: Path) -> None:
    done = bring(hub, csv_of([["name", "status"], ["Elm", "active"], ["Oak", "defunct"]])).records
    assert "status" not in done["elm"]
    assert done["oak"]["status"] == "closed"


def test_only_the_first_e_mail_address_is_shown_and_a_person_is_asked_to_look(hub: Path) -> None:
    done = bring(hub, csv_of([["name", "email"], ["Elm", "help@example.org; ana@example.org"]]))
    assert done.only["email"] == "help@example.org"
    assert done.only["maintainer_note"] == "email: ana@example.org"
    assert "Take out those of a private person." in done.said


def test_each_row_may_name_its_own_source(hub: Path) -> None:
    record = bring(hub, csv_of([["name", "source"], ["Elm", "www.example.org/elm"]]), source=SOURCE).only
    assert [row["url"] for row in record["sources"]] == ["https://www.example.org/elm", SOURCE]


def test_a_note_of_the_sheet_is_part_of_the_note(hub: Path) -> None:
    record = bring(hub, csv_of([["name", "parish", "maintainer_note"], ["Elm", "Here", "Call first."]])).only
    assert record["maintainer_note"] == "Call first.\nparish: Here"
