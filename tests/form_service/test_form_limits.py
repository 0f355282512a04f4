# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.form_service import intake
from porchlight.form_service.limits import Buckets, Rate, Tags, network
from porchlight.form_service.parse import Post
from porchlight.form_service.repeats import Repeats
from porchlight.form_service.sender import Sender
from porchlight.form_service.settings import Settings
from porchlight.form_service.store import SqliteStore
from porchlight.form_service.tickets import Tickets
from tests.form_service.support import NO_LIMIT, SID, HandClock, Page, Service, own_service

JSON = {"Accept": "application/json"}


@pytest.fixture
def narrow(tmp_path: Path) -> Iterator[Service]:
    """One network may send three at once and one every two seconds; the poll itself is never under pressure."""
    with own_service(tmp_path, Settings(each_network=Rate(3, 0.5), each_poll=NO_LIMIT)) as running:
        yield running


@pytest.fixture
def pressed(tmp_path: Path) -> Iterator[Service]:
    """Two posts at once are calm; what comes then must be confirmed."""
    with own_service(tmp_path, Settings(each_network=NO_LIMIT, each_poll=Rate(2, 1 / 3))) as running:
        yield running


def test_a_network_that_sends_too_much_is_asked_to_wait_and_keeps_its_answers(narrow: Service) -> None:
    for code in "123":
        assert narrow.send(training_crisis=code).status_code == 303
    reply = narrow.send(training_crisis="4", _lang="es", _next="/es/gracias/")
    assert (reply.status_code, reply.headers["retry-after"]) == (429, "2")
    assert "Usted no hizo nada malo." in reply.text
    narrow.time.wait(2)
    page = Page(reply.text)
    again = narrow.send(page.hidden)
    assert (again.status_code, again.headers["location"]) == (303, "/es/gracias/")
    assert narrow.count() == 4


def test_one_network_that_floods_does_not_shut_out_another(narrow: Service) -> None:
    for _ in range(5):
        narrow.send(training_crisis="1")
    with narrow.from_address("127.0.0.2") as other:
        assert other.post("/f/needs", data={"training_crisis": "1"}).status_code == 303


def test_a_double_click_is_counted_once_where_there_is_no_script(service: Service) -> None:
    assert [service.send(training_crisis="4").status_code for _ in range(2)] == [303, 303]
    assert service.count() == 1


def test_a_person_who_sends_what_a_robot_sent_before_is_counted(service: Service) -> None:
    for trap in ("http://buy.example", "", ""):
        assert service.send(training_crisis="4", _gotcha=trap).status_code == 303
    assert service.count() == 1


def test_the_same_answers_after_a_minute_are_another_person(service: Service) -> None:
    service.send(training_crisis="4")
    service.time.wait(59)
    service.send(training_crisis="4")
    assert service.count() == 1
    service.time.wait(1)
    service.send(training_crisis="4")
    assert service.count() == 2


def test_a_double_click_across_the_hour_is_still_counted_once(service: Service) -> None:
    service.time.wait(3599.9)
    service.send(training_crisis="4")
    service.time.wait(0.2)
    service.send(training_crisis="4")
    assert service.count() == 1


def test_the_same_answers_from_another_network_are_another_person(service: Service) -> None:
    service.send(training_crisis="4")
    with service.from_address("127.0.0.2") as other:
        other.post("/f/needs", data={"training_crisis": "4"})
    assert service.count() == 2


def test_other_answers_from_the_same_network_are_another_person(service: Service) -> None:
    service.send(training_crisis="4")
    service.send(training_crisis="5")
    assert service.count() == 2


def test_a_page_marked_by_a_script_is_counted_once_for_ever(service: Service) -> None:
    service.send(training_crisis="4", _sid=SID)
    service.time.wait(100_000)
    assert service.send(training_crisis="4", _sid=SID).status_code == 303
    assert service.count() == 1


def test_a_person_who_changes_an_answer_and_sends_again_is_counted_with_the_last_one(service: Service) -> None:
    service.send(training_crisis="4", _sid=SID, _lang="en")
    service.time.wait_days(1)
    for _ in range(2):
        assert service.send(training_crisis="2", programs_housing="5", _sid=SID, _lang="es").status_code == 303
    (response,) = service.store.responses("needs")
    assert response.answers == {"training_crisis": "2", "programs_housing": "5"}
    assert (response.language, response.day) == ("es", "2026-11-03")


def test_who_changed_an_answer_does_not_swallow_the_first_one_from_somebody_else(service: Service) -> None:
    for code in "45":
        service.send(training_crisis=code, _sid=SID)
    service.send(training_crisis="4")
    assert sorted(response.answers["training_crisis"] for response in service.store.responses("needs")) == ["4", "5"]


def test_two_people_in_one_library_with_the_same_answers_are_two_where_a_script_marks_their_pages(
    service: Service,
) -> None:
    service.send(training_crisis="4", _sid=SID + "-a")
    service.send(training_crisis="4", _sid=SID + "-b")
    assert service.count() == 2


def test_a_mark_that_no_script_of_ours_makes_is_as_good_as_none(service: Service) -> None:
    service.send(training_crisis="4", _sid="ana")
    service.send(training_crisis="5", _sid="ana")
    assert service.count() == 2


def test_under_pressure_a_person_confirms_once_and_is_counted_once(pressed: Service) -> None:
    for code in "12":
        assert pressed.send(training_crisis=code).status_code == 303
    asked = pressed.send(training_crisis="3", _lang="es", _next="/es/gracias/")
    assert (asked.status_code, pressed.count()) == (200, 2)
    page = Page(asked.text)
    assert "Un paso más" in page.text
    pressed.time.wait(2)
    for _ in range(2):
        reply = pressed.send(page.hidden)
        assert (reply.status_code, reply.headers["location"]) == (303, "/es/gracias/")
    assert pressed.count() == 3


def test_a_double_click_under_pressure_is_counted_once_even_where_both_pages_are_confirmed(pressed: Service) -> None:
    pages = [_asked(pressed), Page(pressed.send(training_crisis="3").text)]
    before = pressed.count()
    for page in pages:
        pressed.time.wait(601)
        assert pressed.send(page.hidden).status_code == 303
    assert pressed.count() == before + 1


def test_a_confirmation_that_comes_faster_than_reading_is_asked_for_again_with_the_same_ticket(
    pressed: Service,
) -> None:
    page = _asked(pressed)
    hasty = pressed.send(page.hidden)
    assert hasty.status_code == 200
    assert Page(hasty.text).hidden == page.hidden


def test_a_ticket_is_good_for_one_response_however_its_answers_are_changed(pressed: Service) -> None:
    page = _asked(pressed)
    pressed.time.wait(2)
    before = pressed.count()
    for code in "12345":
        assert pressed.send(page.hidden, training_crisis=code).status_code == 303
    assert pressed.count() == before + 1


def test_a_ticket_does_not_go_with_another_mark(pressed: Service) -> None:
    page = _asked(pressed)
    pressed.time.wait(2)
    assert pressed.send(page.hidden, _sid=SID).status_code == 200


def test_a_robot_can_not_shake_off_the_trap_by_confirming(pressed: Service) -> None:
    page = _asked(pressed, trap="spam")
    pressed.time.wait(2)
    before = pressed.count()
    assert pressed.send(page.hidden).status_code == 303
    assert pressed.count() == before


def test_a_script_under_pressure_is_told_what_to_send_along(pressed: Service) -> None:
    for code in "12":
        pressed.send(training_crisis=code)
    asked = pressed.send(training_crisis="3", headers=JSON).json()
    assert (asked["ok"], asked["errors"][0]["code"]) == (False, "please-confirm")
    pressed.time.wait(2)
    assert pressed.send(asked["carry"], training_crisis="3", headers=JSON).json()["ok"] is True


def test_pressure_passes(pressed: Service) -> None:
    _asked(pressed)
    pressed.time.wait(3)
    assert pressed.send(training_crisis="5").status_code == 303


def test_a_post_whose_page_is_not_known_meets_pressure_sooner(pressed: Service) -> None:
    replies = [pressed.send(training_crisis=code, headers={"Origin": "null"}) for code in "12"]
    assert [reply.status_code for reply in replies] == [303, 200]
    assert pressed.count() == 1


def _asked(pressed: Service, trap: str = "") -> Page:
    for code in "12":
        pressed.send(training_crisis=code)
    return Page(pressed.send(training_crisis="3", _gotcha=trap).text)


def test_a_tag_lasts_an_hour_is_known_for_one_more_and_then_can_not_be_made_again() -> None:
    time = HandClock()
    tags = Tags(lambda: time.now)
    first = tags.now("192.0.2.7")
    time.wait(3599)
    assert tags.now("192.0.2.7") == first
    time.wait(1)
    assert tags.now("192.0.2.7") != first
    assert tags.before("192.0.2.7") == first
    time.wait(3600)
    assert first not in {tags.now("192.0.2.7"), tags.before("192.0.2.7")}


def test_after_a_quiet_day_no_old_key_is_left() -> None:
    time = HandClock()
    tags = Tags(lambda: time.now)
    first = tags.now("192.0.2.7")
    time.wait(86_400)
    assert first not in {tags.now("192.0.2.7"), tags.before("192.0.2.7")}


def test_old_keys_go_though_nobody_posts_any_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "TURN_AFTER", 0.01)
    turned: list[Tags] = []

    def turn(tags: Tags) -> None:
        turned.append(tags)

    async def one_post_and_then_nobody() -> None:
        sender = Sender("192.0.2.7", is_known_page=True)
        intake.Intake(SqliteStore(tmp_path / "r"), Settings(), HandClock().clock()).admit(sender)
        monkeypatch.setattr(Tags, "turn", turn)
        while len(turned) < 2:
            await asyncio.sleep(0.01)

    asyncio.run(asyncio.wait_for(one_post_and_then_nobody(), 60))


def test_two_services_do_not_tag_one_address_alike() -> None:
    assert Tags(lambda: 0.0).now("192.0.2.7") != Tags(lambda: 0.0).now("192.0.2.7")


@pytest.mark.parametrize(
    ("address", "sender"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("testclient", "testclient"),
    ],
)
def test_a_network_is_what_one_customer_is_given(address: str, sender: str) -> None:
    assert network(address) == sender


@given(st.lists(st.floats(0, 100), max_size=60))
def test_no_pattern_of_waiting_gets_more_out_of_a_bucket_than_its_rate(waits: list[float]) -> None:
    time = HandClock()
    buckets = Buckets(Rate(5, 0.5), lambda: time.now)
    taken = 0
    for wait in waits:
        time.wait(wait)
        taken += buckets.take("key") == 0.0
    assert taken <= 5 + sum(waits) * 0.5 + 1e-6


def test_who_waits_as_long_as_told_is_let_through() -> None:
    time = HandClock()
    buckets = Buckets(Rate(1, 0.5), lambda: time.now)
    assert buckets.take("key") == 0.0
    time.wait(buckets.take("key"))
    assert buckets.take("key") == 0.0


def test_a_flood_of_networks_does_not_fill_the_memory() -> None:
    buckets = Buckets(Rate(5, 0.5), lambda: 0.0)
    for number in range(45_000):
        assert buckets.take(number) == 0.0
    assert len(buckets._left) <= 20_000


def test_a_flood_of_posts_does_not_fill_the_memory_of_double_clicks() -> None:
    repeats = Repeats(lambda: 0.0)
    posts = [Post({"a": str(number)}, 1, "en") for number in range(20_100)]
    sendings = [repeats.sending([b"tag"], "needs", post) for post in posts]
    assert repeats.sending([b"tag"], "needs", posts[-1]) is sendings[-1]
    assert repeats.sending([b"tag"], "needs", posts[0]) is not sendings[0]
    assert len(repeats._lately) == 20_000


def test_a_ticket_grows_good_grows_old_and_belongs_to_one_poll() -> None:
    time = HandClock()
    tickets = Tickets(lambda: time.now)
    ticket = tickets.mint("needs", SID)
    assert tickets.standing(ticket, "needs", SID) == "early"
    time.wait(2)
    assert tickets.standing(ticket, "needs", SID) == "good"
    assert tickets.standing(ticket, "other", SID) == "none"
    time.wait(4 * 3600)
    assert tickets.standing(ticket, "needs", SID) == "none"


@pytest.mark.parametrize("ticket", ["", ".", "1", "nan.x", "1000.000.", "é.é", "." * 50])
def test_what_is_no_ticket_is_none(ticket: str) -> None:
    assert Tickets(lambda: 0.0).standing(ticket, "needs", SID) == "none"
