# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a page says of how sure a record is, and how its numbers are dialed."""

from __future__ import annotations

import re
from datetime import date

import pytest

from porchlight.model.record import Record, Row
from porchlight.views.calls import calls, faxes, links, wrong_numbers
from porchlight.views.cards import card
from porchlight.views.parts import Line, Text
from porchlight.views.record_parts import InShort
from porchlight.views.trust import answers, checked, in_short, sources
from tests.conftest import ROOT
from tests.views.fakes import CALLED, HOUSING, PHONE, SOURCE, edition, house


def test_a_check_with_the_place_counts_for_more_than_a_page_that_was_read() -> None:
    said = checked(edition(), HOUSING, house(sources=(SOURCE,), checks=(CALLED,), phones=(PHONE,)))
    assert (said.kind, said.day, said.days) == ("checked", "2026-11-02", 180)
    assert said.words == "Checked by phone (peer volunteer) on November 2, 2026"


def test_a_record_that_was_only_read_says_that_nobody_has_called() -> None:
    said = checked(edition(), HOUSING, house(sources=(SOURCE,), phones=(PHONE,)))
    assert said.kind == "read"
    assert said.words == "We have not called. Read on November 23, 2026"


def test_a_call_that_nobody_answered_is_no_check_and_no_silence() -> None:
    unanswered = {**CALLED, "result": "no_answer"}
    said = checked(edition(), HOUSING, house(sources=(SOURCE,), checks=(unanswered,), phones=(PHONE,)))
    assert said.kind == "tried"
    assert said.words == "Tried by phone (peer volunteer) on November 2, 2026. Nobody answered"


def test_a_check_that_came_through_counts_for_more_than_a_later_one_that_did_not() -> None:
    later = {**CALLED, "result": "no_answer", "as_of": date(2026, 11, 9)}
    assert checked(edition(), HOUSING, house(checks=(CALLED, later))).day == "2026-11-02"


def test_a_number_that_was_dialed_and_wrong_is_never_offered() -> None:
    stranger: Row = {"number": "740-555-0153", "kind": "voice", "check": "wrong"}
    home = house(phones=(stranger, PHONE))
    assert [call.display for call in calls(edition(), home)] == ["614-555-0142"]
    assert wrong_numbers(edition(), home) == ("740-555-0153: Tried, and it was wrong",)


def test_a_fax_is_told_and_never_offered_to_be_called() -> None:
    fax: Row = {"number": "614-555-0144", "kind": "fax", "label": "For papers", "check": "works"}
    wrong: Row = {"number": "614-555-0146", "kind": "fax", "check": "wrong"}
    home = house(phones=(fax, wrong))
    assert calls(edition(), home) == ()
    assert faxes(edition(), home) == (Line("Fax: 614-555-0144", Text("For papers")),)
    assert card(edition(), HOUSING, home, "housing/").call is None


def test_what_to_text_is_told_in_the_page_s_language_and_a_word_that_they_wait_for_stays() -> None:
    zip_code: Row = {
        "number": "435748",
        "kind": "text",
        "keyword": "your ZIP code",
        "keyword_es": "su código postal",
        "check": "works",
    }
    word: Row = {"number": "741741", "kind": "text", "keyword": "AYUDA", "check": "works"}
    told = calls(edition(language="es"), house(phones=(zip_code, word)))
    assert [(call.action, call.href) for call in told] == [
        ("Envíe su código postal por texto al 435748", "sms:435748"),
        ("Envíe AYUDA por texto al 741741", "sms:741741?&body=AYUDA"),
    ]


def test_an_answer_without_a_day_has_no_tick_and_is_not_told_in_short() -> None:
    undated: Row = {"question": "moud", "answer": "yes"}
    home = house(answers=(undated,))
    assert {row.code for row in answers(edition(), HOUSING, home)} == {"unknown"}
    assert in_short(edition(), home) == ()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", {"They would not say: ask them", "Not known: ask them"}),
        ("es", {"No quisieron decir: pregúnteles", "No se sabe: pregúnteles"}),
    ],
)
def test_nobody_is_told_to_call_a_place_whose_number_is_not_held(language: str, words: set[str]) -> None:
    """A fax and a number that someone found wrong are none either."""
    said: Row = {"question": "moud", "answer": "not_said", "as_of": date(2026, 11, 2), "how": "visit"}
    wrong: Row = {"number": "555-0142", "kind": "voice", "check": "wrong"}
    for home in (house(answers=(said,)), house(answers=(said,), phones=(wrong,))):
        assert {row.label for row in answers(edition(language=language), HOUSING, home)} == words
        assert {line.label for line in in_short(edition(language=language), home)} < words


def test_in_short_all_questions_with_one_answer_on_one_day_share_a_line() -> None:
    day, later = date(2026, 11, 2), date(2026, 11, 9)
    rows: tuple[Row, ...] = (
        {"question": "registry", "answer": "no", "as_of": day},
        {"question": "moud", "answer": "yes", "as_of": day},
        {"question": "no_id", "answer": "yes", "as_of": day},
        {"question": "children", "answer": "yes", "as_of": later},
        {"question": "conviction", "answer": "unknown"},
    )
    assert in_short(edition(), house(answers=rows)) == (
        InShort("yes", "Yes", "Methadone or buprenorphine, No ID yet", "2027-05-01"),
        InShort("yes", "Yes", "With children", "2027-05-08"),
        InShort("no", "No", "On a registry", "2027-05-01"),
    )


def test_an_answer_that_was_only_read_is_no_check_either() -> None:
    read: Row = {"question": "moud", "answer": "yes", "as_of": date(2026, 11, 2), "how": "news", "by": "a newspaper"}
    (row,) = [r for r in answers(edition(), HOUSING, house(answers=(read,))) if r.code == "yes"]
    assert row.checked is not None
    assert (row.checked.kind, row.checked.words) == ("read", "in the news (a newspaper)")


def test_no_date_gives_no_tick() -> None:
    said = checked(edition(), HOUSING, house())
    assert (said.kind, said.day) == ("none", "")
    assert said.words == "Not checked yet: nobody from this hub has called them"


def test_a_question_that_nobody_asked_is_an_answer_too() -> None:
    asked: Row = {"question": "moud", "answer": "case_by_case", "as_of": date(2026, 11, 2), "how": "phone"}
    rows = answers(edition(), HOUSING, house(answers=(asked,)))
    assert {row.question: row.code for row in rows}["Methadone or buprenorphine"] == "case_by_case"
    assert {row.code for row in rows if row.question != "Methadone or buprenorphine"} == {"unknown"}
    assert len(rows) == len(HOUSING.questions)


def test_a_question_outside_the_usual_ones_is_shown_as_well() -> None:
    pets: Row = {"question": "pets", "answer": "no", "as_of": date(2026, 11, 2), "how": "phone"}
    assert answers(edition(), HOUSING, house(answers=(pets,)))[-1].question == "With a pet"


@pytest.mark.parametrize(
    ("row", "href"),
    [
        ({"number": "614-555-0142", "kind": "voice"}, "tel:+16145550142"),
        ({"number": "1-800-662-4357", "kind": "tty"}, "tel:+18006624357"),
        ({"number": "614-555-0142 ext. 7", "kind": "voice"}, "tel:+16145550142;ext=7"),
        ({"number": "988", "kind": "voice"}, "tel:988"),
        ({"number": "741741", "kind": "text", "keyword": "HOME"}, "sms:741741?&body=HOME"),
        ({"number": "435748", "kind": "text", "keyword": "your ZIP code"}, "sms:435748"),
        ({"number": "614-555-0142", "kind": "whatsapp"}, "https://wa.me/16145550142"),
    ],
)
def test_a_number_is_dialed_as_a_phone_expects_it(row: dict[str, str], href: str) -> None:
    (call,) = calls(edition(), house(phones=({"check": "not_dialed", **row},)))
    assert call.href == href
    assert not call.dialed
    assert call.checked == "Nobody here has tried it yet"


def test_a_link_that_nobody_read_says_so() -> None:
    unread: Row = {"url": "https://www.example.org/apply", "seen": "address_only"}
    read: Row = {"url": "https://www.example.org/", "label": "Their page", "seen": "read"}
    shown = links(edition(), house(links=(unread, read)))
    assert [(link.label, link.note) for link in shown] == [
        ("example.org", "We know the address but have not read this page"),
        ("Their page", ""),
    ]


def test_an_address_to_write_to_comes_after_the_pages() -> None:
    read: Row = {"url": "https://www.example.org/", "seen": "read"}
    record = house(links=(read,))
    with_mail = Record(record.resource, record.id, {**record.values, "email": "home@example.org"}, record.parts)
    assert [link.href for link in links(edition(), with_mail)] == [
        "https://www.example.org/",
        "mailto:home@example.org",
    ]


def test_a_source_says_what_kind_of_page_it_is_and_its_days() -> None:
    paper: Row = {
        "url": "https://news.example.net/1",
        "title": "A paper",
        "kind": "news",
        "page_date": date(2025, 3, 9),
    }
    said = sources(edition(), house(sources=(SOURCE, paper)))
    assert [(s.title, s.host, s.kind) for s in said] == [
        ("example.org", "example.org", "Their own page"),
        ("A paper", "news.example.net", "News"),
    ]
    assert [(s.read_on, s.page_date) for s in said] == [("November 23, 2026", ""), ("", "March 9, 2025")]


@pytest.mark.parametrize(("language", "said"), [("en", "we did not keep where"), ("es", "no anotamos dónde")])
def test_a_source_says_in_the_language_of_the_page_how_it_was_read(language: str, said: str) -> None:
    copy: Row = {**SOURCE, "kind": "copy", "read_as": "not_kept"}
    assert [each.read_as for each in sources(edition(language=language), house(sources=(SOURCE, copy)))] == ["", said]


def test_no_title_of_a_source_holds_a_note_of_ours() -> None:
    """A title stands as it is on pages in every language; how it was read has a field of its own."""
    noted = re.compile(r"^ +(?:- )?title: .*\((?:[^()]*\b(?:copy|reprint)|[^()]*\bwe )[^()]*\)", re.MULTILINE)
    files = sorted((ROOT / "data").rglob("*.yaml"))
    assert [line for file in files for line in noted.findall(file.read_text(encoding="utf-8"))] == []


def test_a_card_says_first_what_decides() -> None:
    shown = card(edition(), HOUSING, house(phones=(PHONE,)), "housing/")
    assert shown.href == "maple/"
    assert [(line.label, line.text.value) for line in shown.lines] == [("Cost", "Free")]
    assert shown.call is not None
    assert shown.call.action == "Call Maple House"
