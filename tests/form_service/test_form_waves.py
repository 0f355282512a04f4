# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from porchlight.form_service.opening import open_store
from porchlight.form_service.parse import Post
from porchlight.form_service.settings import Settings
from porchlight.form_service.store import SqliteStore
from porchlight.model.questionnaire import Wave
from porchlight.polls.response import Response
from tests.form_service.support import CALM, NO_LIMIT, HandClock, Page, Service, serving_forms
from tests.polls.support import needs

WAVES = (
    Wave("2026-fall", date(2026, 11, 2), date(2026, 11, 30)),
    Wave("2027-fall", date(2027, 11, 1), date(2027, 11, 30)),
)
JSON = {"Accept": "application/json"}


@pytest.fixture
def in_waves(where: str) -> Iterator[Service]:
    """A poll that is asked in two Novembers, on the first day of the first."""
    time = HandClock()
    poll = replace(needs(), waves=WAVES)
    with open_store(where, today=time.today) as store, serving_forms(store, CALM, time, [poll]) as service:
        yield service


@pytest.mark.parametrize("day", [date(2026, 11, 2), date(2026, 11, 30)])
def test_a_poll_takes_answers_on_the_first_and_on_the_last_day_of_a_wave(in_waves: Service, day: date) -> None:
    in_waves.time.day = day
    assert in_waves.send(training_crisis="4").status_code == 303
    assert in_waves.count() == 1


@pytest.mark.parametrize(
    ("day", "language", "words"),
    [
        (date(2026, 11, 1), "en", ["not open yet", "It opens on November 2, 2026.", "until November 30, 2026."]),
        (date(2026, 12, 1), "en", ["It closed on November 30, 2026.", "It opens on November 1, 2027."]),
        (date(2027, 12, 1), "es", ["Esta encuesta está cerrada.", "Cerró el 30 de noviembre de 2027."]),
    ],
)
def test_outside_of_its_waves_a_poll_says_when_it_is_open(
    in_waves: Service, day: date, language: str, words: list[str]
) -> None:
    in_waves.time.day = day
    reply = in_waves.client.get(f"/f/needs?lang={language}")
    page = Page(reply.text)
    assert (reply.status_code, page.radios) == (200, {})
    assert all(each in page.text for each in words), page.text


def test_who_opened_the_form_in_time_reads_the_answers_back_and_what_to_do(in_waves: Service) -> None:
    in_waves.time.day = date(2026, 12, 1)
    reply = in_waves.send(training_crisis="5", programs_housing="na", _lang="en")
    page = Page(reply.text)
    assert (reply.status_code, in_waves.count()) == (403, 0)
    for item in needs().items():
        assert (item.label["en"] in page.text) == (item.id in {"training_crisis", "programs_housing"})
    assert "Strongly agree" in page.text
    assert "they can still take your answers on paper" in page.text
    assert "button" not in page.tags


def test_a_script_reads_that_the_poll_is_closed(in_waves: Service) -> None:
    in_waves.time.day = date(2026, 12, 1)
    reply = in_waves.send(training_crisis="5", headers=JSON)
    assert (reply.status_code, reply.json()["errors"][0]["code"]) == (403, "closed")


def test_a_response_belongs_to_the_wave_that_its_post_was_given() -> None:
    post = Post({"training_crisis": "4"}, 1, "en", wave="2027-fall")
    assert post.to_keep("needs", "2027-11-02", "a-sid").wave == "2027-fall"


def test_a_poll_that_closes_does_not_take_back_what_it_stored(in_waves: Service) -> None:
    in_waves.send(training_crisis="5")
    in_waves.time.day = date(2026, 12, 1)
    in_waves.send(training_crisis="4")
    assert in_waves.count() == 1


def test_a_page_that_stayed_open_into_the_next_wave_changes_nothing_of_the_first(in_waves: Service) -> None:
    """The last answers of a wave take the place of the first ones; those of another wave are another sending."""
    for day, codes in ((date(2026, 11, 3), "45"), (date(2027, 11, 1), "312")):
        in_waves.time.day = day
        for code in codes:
            assert in_waves.send(training_crisis=code, _sid="one-word-of-a-page").status_code == 303
    kept = {each.wave: each.answers["training_crisis"] for each in in_waves.store.responses("needs")}
    assert kept == {"2026-fall": "5", "2027-fall": "2"}
    assert in_waves.count() == 2


def test_no_post_takes_the_place_of_an_imported_answer_or_is_lost_to_it(in_waves: Service) -> None:
    sid = "import-" + "a" * 32
    brought = Response("needs", 1, "und", "import", "2026-11-02", {"training_crisis": "5"}, sid, "2026-fall")
    in_waves.store.keep(brought).result()
    assert in_waves.send(training_crisis="1", _sid=sid).status_code == 303
    kept = sorted((each.mode, each.answers["training_crisis"]) for each in in_waves.store.responses("needs"))
    assert kept == [("import", "5"), ("web", "1")]


def test_a_named_site_may_post_by_script_and_a_strange_one_is_told_nothing(tmp_path: Path) -> None:
    settings = Settings(frozenset({"https://hub.example"}), each_network=NO_LIMIT, each_poll=NO_LIMIT)
    with SqliteStore(tmp_path / "r.sqlite") as store, serving_forms(store, settings) as service:
        for path in ("/f/needs", "/f/report"):
            asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
            named = service.client.options(path, headers={"Origin": "https://hub.example", **asked})
            assert (named.status_code, named.content) == (204, b"")
            assert named.headers["access-control-allow-origin"] == "https://hub.example"
            assert named.headers["access-control-allow-headers"] == "Content-Type"
            assert "POST" in named.headers["access-control-allow-methods"]
            for origin in ("https://evil.example", "https://hub.example.evil.example", "http://hub.example", "null"):
                strange = service.client.options(path, headers={"Origin": origin, **asked})
                assert not [name for name in strange.headers if name.startswith("access-control-")]
            for reply in (named, strange):
                assert "Origin" in reply.headers["vary"]
                assert "access-control-allow-credentials" not in reply.headers


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_what_no_form_sends_is_refused_by_name(service: Service, method: str) -> None:
    reply = service.client.request(method, "/f/needs")
    assert reply.status_code == 405
    assert {"GET", "POST", "OPTIONS"} <= set(reply.headers["allow"].split(", "))
