# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One cell at a time: what it becomes, and what stays a text because it isn't sure."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.exchange.sheets.cells import tidy
from porchlight.exchange.sheets.codes import Codes, Match
from porchlight.exchange.sheets.phones import phone_rows
from porchlight.exchange.sheets.plain_values import exact_value, shortened
from porchlight.exchange.sheets.postal import postal_code
from porchlight.exchange.sheets.web import email_and_rest, web_addresses
from porchlight.exchange.yaml_out import record_yaml
from porchlight.model.schema import Field
from porchlight.reading.package import read_package
from porchlight.reading.yaml_text import read_yaml
from tests.conftest import ROOT

PACKAGE, _ = read_package(ROOT)


def field(kind: str, **constraints: int) -> Field:
    return Field("x", kind, {"en": "X"}, constraints=constraints)


# --- Tidying ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "  ", "N/A", "n/a", "None", "null", "-", "—", "NaN", "#REF!", '""', ' "" '])
def test_what_says_nothing_is_empty(text: str) -> None:
    assert tidy(text) == ""


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("  Elm\u00a0 House\t", "Elm House"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("pay\u202elap\u200b\ufeff\x07", "paylap"),
        ("👩\u200d👧 سلام", "👩👧 سلام"),  # the check refuses what joins them
        ('"Henderson Hall, Rm 210"', "Henderson Hall, Rm 210"),
        ('"""None Available"""', "None Available"),
        ('"Porch" and "Light"', '"Porch" and "Light"'),
        ('="07016"', "07016"),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("@home", "@home"),
        ("-5", "-5"),
        ("none available", "none available"),
        ("Nan", "Nan"),
    ],
)
def test_a_cell_is_tidied_and_nothing_else(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


@given(st.text())
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@pytest.mark.parametrize("start", [0, 0x2000, 0x3000, 0xF000, 0xE0000, 0xE1000])
def test_no_character_that_the_check_refuses_is_left_in_a_cell(start: int) -> None:
    text = tidy("".join(f"a{chr(code)}b\n" for code in range(start, start + 0x1000)))
    _, problems = read_yaml(record_yaml({"a": text}).encode(), "record.yaml")
    assert [problem for problem in problems if problem.code == "odd-character"] == []


# --- Phones -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number", "more"),
    [
        ("6145550142", "614-555-0142", {}),
        ("(614) 555- 0142", "614-555-0142", {}),
        ("+1 800 555 0142", "1-800-555-0142", {}),
        ("(614) 555-0142 x1818", "614-555-0142 ext. 1818", {}),
        ("614.555.0142, ext. 040", "614-555-0142 ext. 040", {}),
        ("(800) 555-0142 Intake", "1-800-555-0142", {"label": "Intake"}),
        ("Toll free: 800-555-0142", "1-800-555-0142", {"label": "Toll free"}),
        ("(800) 555- 0142 24/7 Hotline", "1-800-555-0142", {"label": "24/7 Hotline"}),
        ("614-555-0142 (fax)", "614-555-0142", {"kind": "fax"}),
        ("Phone: 614-555-0142", "614-555-0142", {}),
        ("Call or text 614-555-0142", "614-555-0142", {"label": "Call or text"}),
        ("TTY 614-555-0142", "614-555-0142", {"kind": "tty"}),
        ("614) 555-0142 24 hour line", "614-555-0142", {"label": "24 hour line"}),
        ("1-800-GET-HOME", "1-800-438-4663", {"label": "1-800-GET-HOME"}),
        ("(614) 555- FACE (3223)", "614-555-3223", {"label": "(614) 555- FACE (3223)"}),
        ("+52 55 5555 0142", "+52 55 5555 0142", {}),
        ("Dial 211", "211", {}),
        ("988", "988", {}),
    ],
)
def test_a_number_is_written_as_people_write_it(text: str, number: str, more: dict[str, str]) -> None:
    rows, rest = phone_rows(text, "voice", "")
    assert rows == [{"number": number, "kind": "voice", "check": "not_dialed"} | more]
    assert rest == ""


def test_several_numbers_in_a_cell_become_several_rows_each_with_its_words() -> None:
    rows, rest = phone_rows("Office: 614-555-0142 or (614) 555-0143 (24 hours); Fax: 614-555-0144", "voice", "")
    assert [(row["number"], row["kind"], row.get("label", "")) for row in rows] == [
        ("614-555-0142", "voice", "Office"),
        ("614-555-0143", "voice", "24 hours"),
        ("614-555-0144", "fax", ""),
    ]
    assert rest == ""


def test_a_code_to_text_is_a_number_only_where_texts_go() -> None:
    assert phone_rows("741741", "text", "")[0][0]["number"] == "741741"
    assert phone_rows("741741", "voice", "") == ([], "741741")


@pytest.mark.parametrize("text", ["Call for info", "555-0142", "(611) 402-7060", "000-000-0000", "614-555-014", "12"])
def test_what_can_not_be_dialed_stays_text(text: str) -> None:
    assert phone_rows(text, "voice", "") == ([], text)


def test_words_too_long_for_a_label_are_kept_whole() -> None:
    text = "614-555-0142 " + "ask for the person at the desk " * 6
    rows, rest = phone_rows(text, "voice", "")
    assert "label" not in rows[0]
    assert rest == text


# --- Web and e-mail ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("www.example.org", ["https://www.example.org"]),
        ("HTTP://Example.org/A", ["http://Example.org/A"]),
        ("example.edu/continuing", ["https://example.edu/continuing"]),
        ("<https://example.org>; www.example.com", ["https://example.org", "https://www.example.com"]),
        ("https://peñasco.example.org/ñ", ["https://peñasco.example.org/ñ"]),
        ("www.example.co m", []),
        ("http://example.org/local- offices", []),
        ("ask@example.org", []),
        ("javascript:alert(1)", []),
        ("https://user:pass@example.org", []),
        ("591 Summit Ave", []),
        ("www:example.org", []),
        ("http://[", []),
        ("localhost", []),
        ("12.5", []),
    ],
)
def test_a_web_address_is_one_that_can_be_opened_or_none(text: str, found: list[str]) -> None:
    assert web_addresses(text) == found


def test_the_first_e_mail_address_is_taken_and_the_rest_is_kept() -> None:
    assert email_and_rest("mailto:help@example.org; ana@example.org") == ("help@example.org", "ana@example.org")
    assert email_and_rest("help@example.org") == ("help@example.org", "")
    assert email_and_rest("ask at the desk") == ("", "ask at the desk")


# --- ZIP codes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "states", "code"),
    [
        ("43215", [], "43215"),
        ("43215-1234", [], "43215-1234"),
        ("432151234", [], "43215-1234"),
        ("43215.0", [], "43215"),
        ("7016", ["US-NJ"], "07016"),
        ("7016-1234", ["US-NJ"], "07016-1234"),
        ("2134", ["US-MA"], "02134"),
        ("601", ["US-PR"], "00601"),
        ("7016", ["US-OH"], ""),
        ("7016", [], ""),
        ("7016", ["US-NJ", "US-PA"], ""),
        ("1234", ["US-NJ"], ""),
        ("S6H 1C4", ["US-NJ"], ""),
        ("123456", [], ""),
    ],
)
def test_a_lost_0_comes_back_only_where_the_state_makes_it_certain(text: str, states: list[str], code: str) -> None:
    assert postal_code(text, states) == code


# --- Numbers, days, texts ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "value"), [("12", 12), ("12.0", 12), ("1,200", 1200), ("0", None), ("9999", None)])
def test_a_whole_number_fits_its_bounds_or_is_none(text: str, value: int | None) -> None:
    assert exact_value(field("integer", minimum=1, maximum=5000), text) == value


@pytest.mark.parametrize("text", ["twelve", "12 beds", "1.5", "12-14", "٣", "1" * 400])
def test_what_is_no_whole_number_is_not_guessed(text: str) -> None:
    assert exact_value(field("integer"), text) is None


@pytest.mark.parametrize(
    "text", ["2026-05-01", "2026-5-1", "2026/05/01 00:00", "5/1/2026", "05/01/2026 12:00:00 AM", "2026-05-01T09:30:00"]
)
def test_a_day_is_read_with_the_month_first(text: str) -> None:
    assert exact_value(field("date"), text) == date(2026, 5, 1)


@pytest.mark.parametrize("text", ["13/25/2026", "5/1/26", "May 2026", "2026-02-30", "46143"])
def test_a_day_that_is_not_certain_is_not_guessed(text: str) -> None:
    assert exact_value(field("date"), text) is None


def test_a_coordinate_is_a_number() -> None:
    assert exact_value(field("number", minimum=-90, maximum=90), "37.827325") == 37.827325
    assert exact_value(field("number", minimum=-90, maximum=90), "-122.1") is None


def test_a_name_stands_on_one_line_hours_are_joined_and_a_long_text_keeps_its_lines() -> None:
    assert exact_value(field("string", maxLength=140), "Elm\nHouse") == "Elm House"
    assert exact_value(field("string", maxLength=200), "Mon 9–5\nTue 9–5") == "Mon 9–5; Tue 9–5"
    assert exact_value(field("string", maxLength=700), "One.\nTwo.") == "One.\nTwo."


def test_a_text_that_is_too_long_is_cut_behind_a_sentence() -> None:
    assert shortened("One is here. Two is here. Three is here.", 30) == ("One is here. Two is here.", "Three is here.")


def test_a_text_without_sentences_is_cut_between_words_and_shows_it() -> None:
    assert shortened("one two three four five", 14) == ("one two …", "three four five")


@given(st.text(alphabet="ab .\n", min_size=1), st.integers(20, 60))
def test_cutting_loses_no_letter(text: str, most: int) -> None:
    text = tidy(text)
    head, rest = shortened(text, most)
    assert len(head) <= most
    assert [c for c in head.removesuffix(" …") + rest if c.isalpha()] == [c for c in text if c.isalpha()]


# --- Codes ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vocabulary", "text", "code"),
    [
        ("place", "NJ", "US-NJ"),
        ("place", "new jersey", "US-NJ"),
        ("place", "Nueva Jersey", "US-NJ"),
        ("place", "US-NJ", "US-NJ"),
        ("place", "Washington", "US-WA"),
        ("place", "Washington, DC", "US-DC"),
        ("language", "Español", "es"),
        ("language", "Tagalog (Philippines)", "tl"),
        ("population", "WOMEN ONLY", "women"),
        ("housing_kind", "Re-entry center", "reentry_center"),
        ("industry", "33", "31-33"),
        ("status", "temporarily closed", "paused"),
    ],
)
def test_a_code_is_known_by_itself_by_its_label_or_by_its_ending(vocabulary: str, text: str, code: str) -> None:
    assert Codes(PACKAGE.vocabularies[vocabulary]).find(text) == Match(code, True)


def test_a_close_label_is_a_guess() -> None:
    assert Codes(PACKAGE.vocabularies["service_kind"]).find("Veteran") == Match("veterans", False)


@pytest.mark.parametrize("text", ["C", "Nowhere", "Id", "N. J. area"])
def test_a_word_that_is_not_close_is_no_code(text: str) -> None:
    assert Codes(PACKAGE.vocabularies["language"]).find(text) is None


def test_no_code_of_ours_hides_another_one(tmp_path: Path) -> None:
    for vocabulary in PACKAGE.vocabularies.values():
        codes = Codes(vocabulary)
        for code in vocabulary.labels:
            assert codes.find(code) == Match(code, True)
