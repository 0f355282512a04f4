# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from pathlib import Path

import httpx
import pytest

from porchlight.form_service.operator.app import operator_app
from porchlight.form_service.operator.bands import band
from porchlight.form_service.operator.desk import Hand, Told, Tools
from porchlight.form_service.operator.door import Door
from porchlight.form_service.operator.guard import COOKIE
from porchlight.form_service.store import SqliteStore, SqlStore
from porchlight.form_service.style import SOURCE
from porchlight.polls.response import Response
from tests.form_service.support import HandClock, Page, running
from tests.polls.support import needs

PATHS = ("/", "/quarantine", "/export", "/purge", "/key-in", "/release")


def response(number: int, day: str = "2026-11-02") -> Response:
    return Response("needs", 1, "en", "web", day, {"training_crisis": "5"}, f"sid-{number:04}")


@dataclass
class Operating:
    """The operator's pages as a browser sees them, and what is behind them."""

    client: httpx.Client
    store: SqlStore
    door: Door
    time: HandClock
    keyed: list[tuple[str, Hand, str, str]] = field(default_factory=list)

    def kept(self) -> list[Response]:
        return list(self.store.responses("needs"))

    def enter(self) -> httpx.Response:
        return self.client.post("/enter", data={"token": self.door.token})

    def send(self, path: str, **fields: str) -> httpx.Response:
        """Post what the form on the page would."""
        hidden = Page(self.client.get(path).text).hidden
        return self.client.post(path, data={"seal": hidden["seal"], **fields})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    with SqliteStore(tmp_path / "r.sqlite", today=lambda: date(2026, 11, 30)) as store:
        yield store


@pytest.fixture
def outside(store: SqlStore) -> Iterator[Operating]:
    """Nobody has come in yet. Three answers are stored, two are set aside."""
    time = HandClock()
    for each in (response(1), response(2), response(3, "2026-11-20")):
        store.keep(each).result()
    for each in (response(8), response(9)):
        store.set_aside(each).result()
    door = Door(lambda: time.now)
    keyed: list[tuple[str, Hand, str, str]] = []

    def key_in(text: str, hand: Hand, poll: str, wave: str) -> Told:
        keyed.append((text, hand, poll, wave))
        return Told(("Line 1: <b>one mark</b> is missing.",), done="missing" not in text)

    tools = Tools(key_in, lambda poll, wave: Told((f"{poll} {wave} is released.",), done=True))
    app = operator_app(lambda: [needs()], store, door, tools)
    with running(app) as base, httpx.Client(base_url=base) as client:
        yield Operating(client, store, door, time, keyed)


@pytest.fixture
def inside(outside: Operating) -> Operating:
    assert outside.enter().status_code == 303
    return outside


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_shown_or_changed_without_the_token(outside: Operating, path: str) -> None:
    for reply in (
        outside.client.get(path),
        outside.client.post(path, data={"poll": "needs", "before": "2030-01-01", "sure": "yes"}),
        outside.client.get(path, headers={"Authorization": "Bearer wrong"}),
        outside.client.get(path, headers={"Cookie": f"{COOKIE}=wrong"}),
    ):
        assert reply.status_code == 401
        assert "Paste it here." in reply.text
        assert "1 to 10" not in reply.text
    assert len(outside.kept()) == 3


@pytest.mark.parametrize("token", ["", "wrong", "é"])
def test_the_wrong_token_opens_nothing(outside: Operating, token: str) -> None:
    reply = outside.client.post("/enter", data={"token": token})
    assert (reply.status_code, "set-cookie" in reply.headers) == (401, False)


def test_the_cookie_is_hidden_from_scripts_and_from_other_sites(outside: Operating) -> None:
    cookie = outside.enter().headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert outside.door.token not in cookie


def test_a_session_ends_by_leaving_and_by_eight_hours_of_rest(inside: Operating) -> None:
    inside.time.wait(8 * 3600)
    assert inside.client.get("/").status_code == 200
    inside.time.wait(8 * 3600 + 1)
    assert inside.client.get("/").status_code == 401
    inside.enter()
    old = dict(inside.client.cookies)
    inside.client.get("/leave")
    assert inside.client.get("/", headers={"Cookie": f"{COOKIE}={old[COOKIE]}"}).status_code == 401


def test_a_script_comes_in_by_its_header(outside: Operating) -> None:
    word = {"Authorization": f"Bearer {outside.door.token}"}
    assert "1 to 10" in outside.client.get("/", headers=word).text
    gone = outside.client.post("/purge", data={"poll": "needs", "before": "2026-11-10", "sure": "yes"}, headers=word)
    assert (gone.status_code, len(outside.kept())) == (200, 1)


@pytest.mark.parametrize("path", PATHS[1:])
def test_a_form_that_the_session_did_not_get_changes_nothing(inside: Operating, path: str) -> None:
    for seal in ({}, {"seal": ""}, {"seal": "0" * 32}, {"seal": inside.door.seal("another")}):
        fields = {"poll": "needs", "before": "2030-01-01", "sure": "yes", "sid": "sid-0008", "who": "robot", **seal}
        reply = inside.client.post(path, data=fields)
        assert (reply.status_code, "Nothing was changed." in reply.text) == (403, True)
    assert (len(inside.kept()), len(inside.store.quarantined("needs"))) == (3, 2)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example"])
def test_a_name_that_a_stranger_pointed_at_this_machine_gets_nothing_of_the_operators(
    inside: Operating, host: str
) -> None:
    assert inside.client.get("/", headers={"Host": host}).status_code == 400


def test_counts_are_told_in_bands_only(inside: Operating) -> None:
    page = inside.client.get("/")
    assert "<td>1 to 10</td>" in page.text
    for number in range(10, 18):
        inside.store.keep(response(number)).result()
    assert "<td>11 to 29</td>" in inside.client.get("/").text
    inside.store.purge("needs", date(2030, 1, 1))
    assert "<td>none</td>" in inside.client.get("/").text


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "none"),
        (1, "1 to 10"),
        (10, "1 to 10"),
        (11, "11 to 29"),
        (30, "30 to 46"),
        (47, "47 to 99"),
        (100, "100 to 199"),
        (1_250, "1,200 to 1,299"),
    ],
)
def test_each_count_lies_in_one_band(count: int, words: str) -> None:
    assert band(count) == words


def test_what_was_set_aside_is_counted_or_deleted_as_a_person_says(inside: Operating) -> None:
    shown = inside.client.get("/quarantine").text
    assert shown.count("Strongly agree") == 2
    assert "It is counted now." in inside.send("/quarantine", poll="needs", sid="sid-0008", who="person").text
    assert "It is deleted." in inside.send("/quarantine", poll="needs", sid="sid-0009", who="robot").text
    assert "Nothing is set aside." in inside.client.get("/quarantine").text
    assert [each.sid for each in inside.kept()] == ["sid-0001", "sid-0002", "sid-0003", "sid-0008"]


def test_lines_that_need_mending_stay_in_the_page_and_read_lines_do_not(inside: Operating) -> None:
    typed = "B7K3Q 017 4435\n</textarea><b>missing"
    told = inside.send("/key-in", lines=typed, hand="2", wave="needs first")
    assert inside.keyed[-1] == (typed, 2, "needs", "first")
    assert "</textarea><b>" not in told.text
    assert "&lt;/textarea&gt;&lt;b&gt;missing" in told.text
    assert "&lt;b&gt;one mark&lt;/b&gt; is missing." in told.text
    read = inside.send("/key-in", lines="B7K3Q 017 4435", hand="1", wave="needs first")
    assert "B7K3Q" not in read.text


@pytest.mark.parametrize("fields", [{"hand": "3"}, {"wave": "needs second"}, {"wave": "others first"}, {"wave": ""}])
def test_paper_of_nobody_or_of_no_wave_is_not_keyed_in(inside: Operating, fields: dict[str, str]) -> None:
    told = inside.send("/key-in", **{"lines": "B7K3Q 017 4435", "hand": "1", "wave": "needs first"} | fields)
    assert "Say who you are" in told.text
    assert "B7K3Q 017 4435" in told.text
    assert inside.keyed == []


def test_a_wave_is_released_by_a_press(inside: Operating) -> None:
    assert "needs first is released." in inside.send("/release", wave="needs first").text


def test_the_export_has_a_line_for_each_response_and_no_mark_of_it(inside: Operating) -> None:
    reply = inside.send("/export", poll="needs")
    assert reply.headers["content-disposition"] == 'attachment; filename="needs-answers.csv"'
    lines = list(csv.DictReader(StringIO(reply.text)))
    assert [(line["day"], line["training_crisis"]) for line in lines] == [(each.day, "5") for each in inside.kept()]
    assert set(lines[0]) == {"poll", "version", "wave", "day", "language", "mode", *(i.id for i in needs().items())}
    assert "sid-" not in reply.text


def test_answers_are_deleted_only_after_a_second_press_and_it_is_logged(inside: Operating) -> None:
    asked = inside.send("/purge", poll="needs", before="2026-11-10")
    assert "1 to 10. They can’t come back." in asked.text
    assert len(inside.kept()) == 3
    told = inside.client.post("/purge", data=Page(asked.text).hidden)
    assert "2 answers are deleted." in told.text
    assert "2026-11-30: 2 response of needs" in told.text
    assert len(inside.kept()) == 1


@pytest.mark.parametrize("fields", [{"poll": "others"}, {"before": "soon"}, {"before": "2026-13-01"}, {"before": ""}])
def test_what_names_no_poll_or_no_day_deletes_nothing(inside: Operating, fields: dict[str, str]) -> None:
    told = inside.send("/purge", **{"poll": "needs", "before": "2026-11-10", "sure": "yes"} | fields)
    assert "Choose a poll and a day" in told.text
    assert len(inside.kept()) == 3


def test_a_tool_that_is_not_there_has_no_page(outside: Operating) -> None:
    app = operator_app(lambda: [needs()], outside.store, outside.door, Tools())
    with running(app) as base, httpx.Client(base_url=base) as client:
        client.post("/enter", data={"token": outside.door.token})
        assert [client.get(path).status_code for path in ("/key-in", "/release")] == [404, 404]
        assert not re.search("Key in paper|Release results", client.get("/").text)


@pytest.mark.parametrize("path", PATHS)
def test_every_page_of_the_operator_stands_alone_without_script(inside: Operating, path: str) -> None:
    reply = inside.client.get(path)
    page = Page(reply.text)
    assert reply.headers["content-security-policy"].startswith("default-src 'none';")
    assert reply.headers["cache-control"] == "no-store"
    assert not {"script", "link", "img"} & set(page.tags)
    assert page.tags.count("style") == 1
    assert SOURCE in reply.headers["content-security-policy"]
    assert "set-cookie" not in reply.headers
