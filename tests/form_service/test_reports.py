# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote_from_bytes, urlencode

import httpx
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from porchlight.form_service.kept_reports import reports_in
from porchlight.form_service.limits import Rate
from porchlight.form_service.report_words import say
from porchlight.form_service.settings import Settings
from porchlight.form_service.store import SqliteStore
from porchlight.model.poll_names import is_poll_id
from porchlight.model.report import Report
from porchlight.model.report_names import CHOICES, is_record
from porchlight.site.theme import catalog
from tests.conftest import ROOT
from tests.form_service.support import FORM, NO_LIMIT, SID, Page, Service, own_service, serving_forms
from tests.form_service.test_form_store import Unwell

MAPLE = {"record": "housing/maple-house"}
CLOSED = {**MAPLE, "what": "closed"}
JSON = {"Accept": "application/json"}


@dataclass
class Reporting:
    """A form service that takes reports, and the file behind it."""

    service: Service
    path: Path

    def send(self, *given: dict[str, str], headers: dict[str, str] | None = None, **fields: str) -> httpx.Response:
        return self.service.send(*given, poll="report", headers=headers, **fields)

    def kept(self) -> list[Report]:
        return reports_in(self.path)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Reporting]:
    with own_service(tmp_path) as service:
        yield Reporting(service, tmp_path / "responses.sqlite")


@dataclass
class Handed(Page):
    """A page that hands a report back, with what stands in its text areas."""

    areas: dict[str, str] = field(default_factory=dict)
    area: str = ""
    selected: dict[str, str] = field(default_factory=dict)
    select: str = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        self.area = str(dict(attrs)["name"]) if tag == "textarea" else self.area
        self.areas.setdefault(self.area, "")
        self.select = str(dict(attrs)["name"]) if tag == "select" else self.select
        if tag == "option" and "selected" in dict(attrs):
            self.selected[self.select] = str(dict(attrs)["value"])

    def handle_endtag(self, tag: str) -> None:
        self.area = "" if tag == "textarea" else self.area

    def handle_data(self, data: str) -> None:
        super().handle_data(data)
        self.areas[self.area] = self.areas.get(self.area, "") + data

    def again(self) -> dict[str, str]:
        """What a browser would send; it leaves out the first line break of a text area."""
        written = {name: text.removeprefix("\n") for name, text in self.areas.items() if name}
        return {**self.hidden, **self.checked, **self.selected, **written}


def test_a_report_is_stored_and_the_person_goes_on_to_where_the_form_says(desk: Reporting) -> None:
    reply = desk.send(CLOSED, words="Nobody is there.", lang="es", _next="/es/housing/maple-house/#told")
    assert (reply.status_code, reply.headers["location"]) == (303, "/es/housing/maple-house/#told")
    (report,) = desk.kept()
    assert (report.record, report.what, report.words) == ("housing/maple-house", "closed", "Nobody is there.")
    assert (report.language, report.day) == ("es", "2026-11-02")


def test_a_person_whose_form_names_no_way_on_reads_our_thanks_in_their_language(desk: Reporting) -> None:
    reply = desk.send(CLOSED, lang="es")
    thanks = desk.service.client.get(reply.headers["location"])
    assert thanks.status_code == 200
    assert "Lo que nos dijo está guardado" in thanks.text


def test_a_script_that_asks_for_json_gets_json(desk: Reporting) -> None:
    stored = desk.send(CLOSED, _next="/thanks/", headers=JSON)
    assert (stored.status_code, stored.json()) == (200, {"ok": True, "next": "/thanks/"})
    refused = desk.send(MAPLE, headers=JSON)
    assert (refused.status_code, refused.json()["ok"]) == (422, False)
    assert [error["code"] for error in refused.json()["errors"]] == ["nothing-said"]


WORDS = [
    "No",
    "07102",
    "#",
    ":",
    "- a: b",
    " with space around \t",
    "👩‍👩‍👧 🏠 ña",
    "\u202eשלום عليكم",
    "“she said: 'no'” \"\\\" -- ; DROP TABLE report",
    "<b>bold</b> &amp; {{ t }}",
    "=HYPERLINK(1)",
    "\r\nfirst line is empty\r\n\r\n",
]


def test_a_sign_that_no_keyboard_writes_and_one_database_refuses_is_shown_as_a_gap(desk: Reporting) -> None:
    assert desk.send(MAPLE, words="nul\0in it").status_code == 303
    assert [report.words for report in desk.kept()] == ["nul\ufffdin it"]


@pytest.mark.parametrize("words", WORDS)
def test_words_are_stored_to_the_letter(desk: Reporting, words: str) -> None:
    assert desk.send(MAPLE, words=words).status_code == 303
    assert [report.words for report in desk.kept()] == [words]


@pytest.mark.parametrize("value", WORDS)
def test_what_is_proposed_for_a_line_is_stored_to_the_letter(desk: Reporting, value: str) -> None:
    assert desk.send(MAPLE, value=value, line="phones.1.number").status_code == 303
    assert [(report.line, report.value) for report in desk.kept()] == [("phones.1.number", value)]


@pytest.mark.parametrize("line", ["../x", "A", "x" * 61, "phones[1]", "a b", "<b>"])
def test_what_can_be_no_line_is_left_out_and_the_rest_is_kept(desk: Reporting, line: str) -> None:
    assert desk.send(MAPLE, value="new", line=line).status_code == 303
    assert [(report.line, report.value) for report in desk.kept()] == [("", "new")]


def test_a_proposal_that_is_too_long_is_handed_back_with_its_line(desk: Reporting) -> None:
    reply = desk.send(MAPLE, value="x" * 5_001, line="summary")
    assert reply.status_code == 422
    again = Handed(reply.text).again()
    assert (again["line"], again["value"]) == ("summary", "x" * 5_001)


def test_a_line_alone_says_that_it_is_wrong(desk: Reporting) -> None:
    assert desk.send(MAPLE, line="phones.1.number", value="", words="").status_code == 303
    assert [(report.line, report.what) for report in desk.kept()] == [("phones.1.number", "")]


@pytest.mark.parametrize(
    ("language", "line", "words"),
    [
        ("en", "phones.2.number", "Phone number 2"),
        ("es", "phones.2.number", "Número de teléfono 2"),
        ("en", "answers.moud", "The line that you chose"),
    ],
)
def test_a_report_that_is_handed_back_shows_its_line_so_that_it_can_be_left_out(
    desk: Reporting, language: str, line: str, words: str
) -> None:
    page = Handed(desk.send(MAPLE, value="x" * 5_001, line=line, lang=language).text)
    assert "line" not in page.hidden
    assert page.selected == {"line": line}
    assert words in page.text
    assert desk.send(page.again(), value="new", line="").status_code == 303
    assert [(report.line, report.value) for report in desk.kept()] == [("", "new")]


def test_a_report_that_is_handed_back_names_its_record_and_lists_its_lines_in_the_words_of_the_page(
    desk: Reporting,
) -> None:
    labels = "answers.moud=Methadone or buprenorphine: Yes\r\nsummary=In <b>short</b>\r\n../evil=x\r\nno label"
    known = {**MAPLE, "_name": "Maple  House", "_labels": labels, "lang": "en"}
    page = Handed(desk.send(known, words="").text)
    assert "Mark one of these" in page.text
    assert "About the page: Maple House" in page.text
    assert "housing/maple-house" not in page.text
    for told in ("Methadone or buprenorphine: Yes", "In <b>short</b>", "I don't know"):
        assert told in page.text
    assert "evil" not in page.text
    again = Handed(desk.send(page.again(), words="", line="answers.moud", value="x" * 5_001).text)
    assert again.selected == {"line": "answers.moud"}
    assert "moud" not in again.text
    assert "In <b>short</b>" in again.text
    assert desk.send(again.again(), value="No").status_code == 303
    assert [(report.line, report.value) for report in desk.kept()] == [("answers.moud", "No")]


@pytest.mark.parametrize(
    ("onward", "page"),
    [
        ("/housing/maple-house/#told", "/housing/maple-house/"),
        ("/hub/es/housing/maple-house/#told", "/hub/es/housing/maple-house/"),
        ("https://evil.example/housing/maple-house/#told", ""),
        ("//evil.example/housing/maple-house/#told", ""),
        ("/elsewhere/", ""),
        ("/housing/another/#told", ""),
    ],
)
def test_a_report_that_is_handed_back_leads_to_its_page_where_that_is_ours(
    desk: Reporting, onward: str, page: str
) -> None:
    links = [value for name, value in Handed(desk.send(MAPLE, _next=onward).text).attributes if name == "href"]
    assert [link for link in links if "maple-house" in str(link) or "evil" in str(link)] == ([page] if page else [])


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_report_that_is_handed_back_says_what_is_kept_of_it(desk: Reporting, language: str) -> None:
    page = Handed(desk.send(MAPLE, lang=language, _name="Maple House", _next="/housing/maple-house/#told").text)
    assert say(language, "private") in page.text
    assert "housing/maple-house" not in page.text


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(str.strip))
def test_any_words_are_stored_to_the_letter(desk: Reporting, words: str) -> None:
    sid = sha256(words.encode()).hexdigest()
    assert desk.send(MAPLE, words=words, _sid=sid).status_code == 303
    assert words in [report.words for report in desk.kept() if report.sid == sid]


def test_the_longest_words_fit_even_where_each_letter_is_an_emoji_and_one_more_does_not(desk: Reporting) -> None:
    long = "🏠" * 4_999 + "\r\n"
    assert desk.send(MAPLE, words=long).status_code == 303
    assert [len(report.words) for report in desk.kept()] == [5_001]
    reply = desk.send(MAPLE, words="x" * 5_001)
    assert reply.status_code == 422
    assert "Your words are longer than fits" in reply.text
    assert Handed(reply.text).again()["words"] == "x" * 5_001
    assert len(desk.kept()) == 1


def test_a_body_too_large_for_any_report_is_not_read_to_its_end(desk: Reporting) -> None:
    reply = desk.send(MAPLE, words="x" * 131_072)
    assert reply.status_code == 413
    assert "make your words shorter" in reply.text


def test_a_report_may_be_a_choice_alone_or_words_alone_but_not_nothing(desk: Reporting) -> None:
    assert [desk.send(MAPLE, what=code).status_code for code in CHOICES] == [303] * len(CHOICES)
    assert desk.send(MAPLE, words="x").status_code == 303
    empty = desk.send(MAPLE, words=" \r\n ", lang="es", _next="/gracias/")
    assert empty.status_code == 422
    page = Handed(empty.text)
    assert "Marque una opción o escriba unas palabras" in page.text
    assert (page.checked, page.radios) == ({}, {"what": list(CHOICES)})
    assert desk.send(page.again(), what="moved").headers["location"] == "/gracias/"
    assert desk.send(MAPLE, value="614-555-0199", line="phones.1.number").status_code == 303
    assert len(desk.kept()) == len(CHOICES) + 3


def test_a_record_that_the_service_has_never_heard_of_is_stored_as_told(desk: Reporting) -> None:
    assert desk.send(CLOSED, record="star_charts/no-such-place-2").status_code == 303
    assert desk.kept()[0].record == "star_charts/no-such-place-2"


BAD_RECORDS = [
    "",
    "housing",
    "housing/",
    "/maple",
    "housing/maple/x",
    "housing/Maple House",
    "../../etc",
    "housing/maple\n",
    "http://evil.example/x",
    "<script>/x",
    "a/" + "x" * 101,
    "a" * 41 + "/x",
    "housing/مرحبا",
]


@pytest.mark.parametrize("record", BAD_RECORDS)
def test_what_can_be_no_record_is_told_and_the_words_are_not_lost(desk: Reporting, record: str) -> None:
    assert not is_record(record)
    reply = desk.send(CLOSED, record=record, words="They moved: ring twice")
    assert reply.status_code == 422
    page = Handed(reply.text)
    assert "open the page that is wrong" in page.text
    assert (page.areas["words"].removeprefix("\n"), page.checked) == ("They moved: ring twice", {"what": "closed"})
    assert desk.kept() == []


def test_a_choice_that_is_not_ours_is_handed_back_with_the_words(desk: Reporting) -> None:
    reply = desk.send(MAPLE, what="on_fire", words="Look.")
    assert reply.status_code == 422
    page = Handed(reply.text)
    assert "This form has changed" in page.text
    assert page.checked == {}
    assert desk.send(page.again()).status_code == 303
    assert [(report.what, report.words) for report in desk.kept()] == [("", "Look.")]


@pytest.mark.parametrize("more", ["words=b", "what=moved", "record=housing/other-house"])
def test_a_field_that_comes_twice_is_not_guessed_at(desk: Reporting, more: str) -> None:
    body = f"{urlencode({**CLOSED, 'words': 'a'})}&{more}"
    reply = desk.service.client.post("/f/report", content=body, headers=FORM)
    assert reply.status_code == 422
    assert "One field came twice." in reply.text
    assert desk.kept() == []


def test_a_field_of_no_report_is_not_lost_in_silence(desk: Reporting) -> None:
    assert desk.send(CLOSED, telephone="614-555-0142").status_code == 422
    assert desk.send(CLOSED, _subject="a setting of another form service").status_code == 303


@pytest.mark.parametrize("content_type", ["multipart/form-data; boundary=x", "text/plain", "application/json", ""])
def test_only_what_a_plain_form_sends_is_read(desk: Reporting, content_type: str) -> None:
    headers = {"Content-Type": content_type}
    reply = desk.service.client.post("/f/report", content=urlencode(CLOSED), headers=headers)
    assert reply.status_code == 415


def test_bytes_that_are_no_text_are_refused(desk: Reporting) -> None:
    body = urlencode(MAPLE) + "&words=" + quote_from_bytes(b"caf\xe9")
    assert desk.service.client.post("/f/report", content=body, headers=FORM).status_code == 400
    assert desk.kept() == []


@hypothesis_settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                [b"record=", b"what=", b"words=", b"line=", b"value=", b"lang=", b"_next=", b"_sid=", b"_ticket=", b""]
            ),
            st.binary(max_size=40),
        ),
        max_size=8,
    )
)
def test_no_body_is_ever_a_fault_of_ours(desk: Reporting, parts: list[tuple[bytes, bytes]]) -> None:
    body = b"&".join(head + tail for head, tail in parts)
    reply = desk.service.client.post("/f/report", content=body, headers=FORM)
    assert reply.status_code in {303, 400, 413, 422}


@pytest.mark.parametrize(
    "address", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_nobody_is_sent_to_an_address_that_a_stranger_made_up(desk: Reporting, address: str) -> None:
    reply = desk.send(CLOSED, _next=address)
    assert (reply.status_code, reply.headers["location"]) == (303, "/f/report/thanks?lang=en")
    assert address not in Handed(desk.send(MAPLE, _next=address).text).hidden.values()


def test_words_of_a_report_can_not_become_markup(desk: Reporting) -> None:
    nasty = "</textarea></title><script>alert(1)</script>\"'><b>"
    for fields in (
        {"record": nasty, "what": nasty, "words": nasty, "lang": nasty, "_next": nasty, "_sid": nasty},
        {**MAPLE, "words": nasty + "x" * 5_000, "value": nasty, "line": nasty, "_ticket": nasty},
    ):
        reply = desk.send(fields)
        assert reply.status_code == 422
        page = Handed(reply.text)
        assert not {"script", "b"} & set(page.tags)
        assert page.areas["words"].startswith("\n" + nasty)
        assert reply.headers["content-security-policy"].startswith("default-src 'none';")


def test_a_robot_in_the_trap_sees_what_a_person_sees_and_is_kept_apart(desk: Reporting) -> None:
    person = desk.send(CLOSED, _next="/thanks/")
    robot = desk.send(MAPLE, words="buy", _next="/thanks/", _gotcha="http://buy.example")
    assert (robot.status_code, robot.headers["location"]) == (person.status_code, person.headers["location"])
    assert [report.what for report in desk.kept()] == ["closed"]
    assert _set_aside(desk.path) == ["buy"]


def test_a_robot_can_not_shake_off_the_trap_by_mending(desk: Reporting) -> None:
    page = Handed(desk.send(MAPLE, _gotcha="spam").text)
    assert desk.send(page.again(), words="buy").status_code == 303
    assert desk.kept() == []


def test_what_a_robot_sent_is_gone_after_thirty_days(desk: Reporting) -> None:
    desk.send(MAPLE, words="buy", _gotcha="spam")
    desk.service.time.wait_days(31)
    desk.send(CLOSED)
    assert _set_aside(desk.path) == []
    assert len(desk.kept()) == 1


def _set_aside(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as file:
        return [words for (words,) in file.execute("SELECT words FROM report_quarantine")]


def test_a_double_click_is_stored_once_with_a_mark_or_without(desk: Reporting) -> None:
    for _ in range(2):
        assert desk.send(CLOSED).status_code == 303
        assert desk.send(CLOSED, words="marked", _sid=SID).status_code == 303
    assert sorted(report.words for report in desk.kept()) == ["", "marked"]


def test_who_changes_the_words_and_sends_again_means_the_last_ones(desk: Reporting) -> None:
    for words in ("the first", "the last"):
        desk.send(CLOSED, words=words, _sid=SID)
    assert [report.words for report in desk.kept()] == ["the last"]


def test_a_mark_that_is_used_for_two_records_hides_neither(desk: Reporting) -> None:
    for record in ("housing/maple-house", "housing/oak-house"):
        desk.send(CLOSED, record=record, _sid=SID)
    assert [report.record for report in desk.kept()] == ["housing/maple-house", "housing/oak-house"]


def test_a_mark_that_is_used_for_two_polls_hides_neither(desk: Reporting) -> None:
    desk.send(CLOSED, _sid=SID)
    desk.service.send(training_crisis="4", _sid=SID)
    assert (len(desk.kept()), desk.service.count()) == (1, 1)


def test_a_network_that_sends_too_much_is_asked_to_wait_and_keeps_its_words(tmp_path: Path) -> None:
    with own_service(tmp_path, Settings(each_network=Rate(2, 0.5), each_poll=NO_LIMIT)) as service:
        desk = Reporting(service, tmp_path / "responses.sqlite")
        for number in "12":
            assert desk.send(CLOSED, words=number).status_code == 303
        reply = desk.send(CLOSED, words="the third", lang="es")
        assert (reply.status_code, reply.headers["retry-after"]) == (429, "2")
        page = Handed(reply.text)
        assert "Usted no hizo nada malo." in page.text
        service.time.wait(2)
        assert desk.send(page.again()).status_code == 303
        assert sorted(report.words for report in desk.kept()) == ["1", "2", "the third"]


def test_under_pressure_a_person_confirms_once_and_is_stored_once(tmp_path: Path) -> None:
    with own_service(tmp_path, Settings(each_network=NO_LIMIT, each_poll=Rate(2, 1 / 3))) as service:
        desk = Reporting(service, tmp_path / "responses.sqlite")
        for number in "12":
            desk.send(CLOSED, words=number)
        asked = desk.send(CLOSED, words="the third", _next="/thanks/")
        page = Handed(asked.text)
        assert (asked.status_code, len(desk.kept())) == (200, 2)
        assert service.send(training_crisis="4").status_code == 303  # a flood of reports shuts out no answers
        service.time.wait(2)
        for _ in range(2):
            assert desk.send(page.again()).headers["location"] == "/thanks/"
        assert len(desk.kept()) == 3


def test_a_report_from_a_strange_page_is_handed_back_and_stored_once_the_person_confirms_it(desk: Reporting) -> None:
    strange = desk.send(CLOSED, words="Ring twice", headers={"Origin": "https://evil.example"})
    assert (strange.status_code, desk.kept()) == (403, [])
    assert desk.send(Handed(strange.text).again()).status_code == 303
    assert [report.words for report in desk.kept()] == ["Ring twice"]


@pytest.mark.parametrize("at_once", [True, False])
def test_nobody_is_thanked_where_the_report_could_not_be_stored(at_once: bool) -> None:
    with serving_forms(Unwell(at_once)) as service:
        reply = service.send(CLOSED, poll="report", words="Ring twice")
        assert (reply.status_code, reply.headers["retry-after"]) == (503, "5")
        page = Handed(reply.text)
        assert "Your words are still here." in page.text
        assert page.again()["words"] == "Ring twice"
        assert len(page.hidden["_sid"]) >= 16


def test_nothing_that_tells_who_reported_is_in_the_stored_files(tmp_path: Path) -> None:
    traces = {"User-Agent": "PocketBrowser/77.1", "Referer": "http://127.0.0.1/private-page", "Cookie": "who=ana-maria"}
    with own_service(tmp_path) as service, service.from_address("127.0.0.99") as client:
        assert client.post("/f/report", data=CLOSED, headers=traces).status_code == 303
        trap = {**CLOSED, "_gotcha": "spam-words"}
        assert client.post("/f/report", data=trap, headers=traces).status_code == 303
    stored = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"housing/maple-house" in stored
    for trace in (b"127.0.0.", b"PocketBrowser", b"private-page", b"ana-maria", b"spam-words", b"python-httpx"):
        assert trace not in stored
    assert socket.inet_aton("127.0.0.99") not in stored


def test_the_order_of_arrival_is_not_stored(desk: Reporting) -> None:
    for sid in "cab":
        desk.send(CLOSED, _sid=SID + sid)
    assert [report.sid[-1] for report in desk.kept()] == ["a", "b", "c"]
    with closing(sqlite3.connect(desk.path)) as file:
        columns = [row[1] for row in file.execute("PRAGMA table_info(report)")]
        assert columns == ["record", "what", "words", "lang", "day", "sid", "line", "value"]
        with pytest.raises(sqlite3.OperationalError, match="rowid"):
            file.execute("SELECT rowid FROM report")


def test_the_newest_day_comes_first_and_reading_changes_nothing(desk: Reporting) -> None:
    desk.send(CLOSED, words="older")
    desk.service.time.wait_days(1)
    desk.send(CLOSED, words="newer")
    assert [report.words for report in desk.kept()] == ["newer", "older"]


def test_where_there_is_no_file_or_one_from_before_there_are_no_reports(tmp_path: Path) -> None:
    path = tmp_path / "responses.sqlite3"
    assert reports_in(path) == []
    assert not path.exists()
    sqlite3.connect(path).close()
    path.touch()
    assert reports_in(path) == []


def test_a_report_is_there_after_the_store_has_closed(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    told = Report("housing/maple-house", "", "Nobody answers.", "en", "2026-11-02", SID)
    with SqliteStore(path) as store:
        assert store.keep(told).result() is True
        assert store.keep(told).result() is False
    assert reports_in(path) == [told]


def test_no_poll_can_take_the_address_of_reports(desk: Reporting) -> None:
    assert not is_poll_id("report")
    assert desk.service.client.get("/f/report").status_code == 404


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_and_the_service_call_things_by_the_same_names(language: str) -> None:
    page = catalog(ROOT / "theme", language)
    keys = {f"what.{code}": f"report.what_{code}" for code in CHOICES}
    keys |= {
        "line": "report.line",
        "no_line": "report.no_line",
        "private": "report.private",
        "value": "report.value",
        "what": "report.what",
        "words": "report.words",
        "hint": "report.hint",
        "send": "report.send",
    }
    assert {key: say(language, key) for key in keys} == {key: page(theirs) for key, theirs in keys.items()}


@pytest.mark.parametrize(
    ("language", "words", "text"),
    [
        ("en", "Call 988 or text 988", "sms:988"),
        (
            "es",
            "Llame al 988 y oprima 2, o envíe AYUDA por texto al 988",
            "sms:988?&body=AYUDA",
        ),  # in Spanish 988 asks for this word
    ],
)
def test_every_page_of_the_service_begins_with_who_to_call_in_danger(
    desk: Reporting, language: str, words: str, text: str
) -> None:
    client = desk.service.client
    replies = [
        client.get(f"/f/needs?lang={language}"),
        client.get(f"/f/needs/thanks?lang={language}"),
        client.get(f"/f/report/thanks?lang={language}"),
        client.get(f"/f/nothing?lang={language}"),
        desk.service.send(_lang=language),
        desk.send(MAPLE, lang=language),
    ]
    for reply in replies:
        page = Page(reply.text)
        assert words in page.text
        assert page.tags.index("aside") < page.tags.index("main")
        assert {("href", "tel:988"), ("href", text)} <= set(page.attributes)
