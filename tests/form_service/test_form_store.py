# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date
from threading import Event

import pytest

from porchlight.form_service.opening import database_at, open_store
from porchlight.form_service.rows import Kept, Row
from porchlight.form_service.store import SqlStore
from porchlight.form_service.writer import GroupWriter, StoreFailed, StoreIsBusy
from porchlight.polls.response import Response
from tests.form_service.support import HandClock, Page, serving_forms


def response(sid: str | None = None, day: str = "2026-11-02", answer: str = "4") -> Response:
    return Response("needs", 1, "en", "web", day, {"training_crisis": answer}, sid)


def test_a_store_makes_its_own_file_and_finds_everything_again(where: str) -> None:
    paper = Response("needs", 2, "es", "paper", "2026-11-03", {"training_crisis": "na"}, "Z", "2026-fall")
    with open_store(where) as store:
        assert store.keep(response("a")).result() is True
        assert store.keep(paper).result() is True
    with open_store(where) as store:
        assert list(store.responses("needs")) == [paper, response("a")]
        assert store.count_responses("needs") == 2
        assert store.count_responses("other") == 0


def test_one_sid_is_stored_once_and_what_has_none_every_time(where: str) -> None:
    with open_store(where) as store:
        assert [store.keep(response("a")).result() for _ in range(3)] == [True, False, False]
        assert [store.keep(response(None)).result() for _ in range(3)] == [True, True, True]
        assert store.count_responses("needs") == 4


def test_other_answers_with_a_sid_take_the_place_of_the_first_even_within_one_commit(where: str) -> None:
    with open_store(where) as store:
        asked = [store.keep(response("a", answer=answer)) for answer in "4523"]
        assert [future.result() for future in asked] == [True, False, False, False]
        assert list(store.responses("needs")) == [response("a", answer="3")]


def test_answers_to_one_poll_never_take_the_place_of_answers_to_another(where: str) -> None:
    with open_store(where) as store:
        store.keep(response("a")).result()
        other = replace(response("a", answer="1"), poll="other")
        assert store.keep(other).result() is True
        assert list(store.responses("needs")) == [response("a")]
        assert list(store.responses("other")) == [other]


def test_the_order_of_arrival_can_not_be_seen_in_what_is_read_back(where: str) -> None:
    with open_store(where) as store:
        for sid in "cab":
            store.keep(response(sid)).result()
        assert [found.sid for found in store.responses("needs")] == ["a", "b", "c"]


def test_what_was_still_waiting_is_written_before_the_store_closes(where: str) -> None:
    store = open_store(where)
    store.open()
    futures = [store.keep(response(f"sid-{number}")) for number in range(600)]
    store.close()
    assert all(future.done() and future.result() for future in futures)


def test_a_closed_store_takes_nothing(where: str) -> None:
    with open_store(where) as store:
        ready = [store.is_ready]
    ready.append(store.is_ready)
    assert ready == [True, False]
    with pytest.raises(StoreIsBusy):
        store.keep(response())


def test_a_commit_that_fails_is_told_and_the_next_one_works(where: str) -> None:
    with open_store(where) as store, closing(database_at(where).connect()) as other:
        other.execute("ALTER TABLE response RENAME TO gone")
        with pytest.raises(StoreFailed):
            store.keep(response("a")).result()
        well = [store.is_ready]
        other.execute("ALTER TABLE gone RENAME TO response")
        assert store.keep(response("a")).result() is True
        assert [*well, store.is_ready] == [False, True]


def test_what_was_set_aside_is_gone_after_thirty_days(where: str) -> None:
    time = HandClock()
    with open_store(where, today=time.today) as store:
        store.set_aside(response(day="2026-11-02")).result()
        time.wait_days(30)
        store.keep(response(day="2026-12-02")).result()
        assert len(store.quarantined("needs")) == 1
        time.wait_days(1)
        store.keep(response(day="2026-12-03")).result()
        assert len(store.quarantined("needs")) == 0
        assert store.count_responses("needs") == 2


def test_what_was_set_aside_too_long_ago_goes_when_the_store_opens(where: str) -> None:
    time = HandClock()
    with open_store(where, today=time.today) as store:
        store.set_aside(response()).result()
    time.wait_days(31)
    with open_store(where, today=time.today) as store:
        assert len(store.quarantined("needs")) == 0


def test_what_comes_while_the_disk_is_busy_goes_into_one_commit_of_at_most_256_and_is_told_of_once() -> None:
    disk, reached = Event(), Event()
    sizes: list[int] = []
    answered: list[int] = []

    def commit(rows: Sequence[int]) -> Sequence[bool]:
        sizes.append(len(rows))
        reached.set()
        disk.wait()
        return [True for _ in rows]

    writer = GroupWriter(commit, lambda: answered.append(sum(future.done() for future in (first, *rest))))
    rest: list[Future[bool]] = []
    writer.start()
    first = writer.put(0)
    reached.wait()
    rest += [writer.put(number) for number in range(300)]
    assert not any(future.done() for future in (first, *rest))
    disk.set()
    wait(rest)
    writer.stop()
    assert sizes == [1, 256, 44]
    assert answered == [1, 257, 301]


def test_a_writer_that_has_too_much_before_it_takes_no_more() -> None:
    disk = Event()

    def commit(rows: Sequence[int]) -> Sequence[bool]:
        disk.wait()
        return [True for _ in rows]

    writer = GroupWriter(commit, lambda: None)
    writer.start()
    taken = 0
    with suppress(StoreIsBusy):
        while taken < 3_000:
            writer.put(taken)
            taken += 1
    assert 2_000 <= taken <= 2_256  # the thread may have some in its hands
    assert not writer.is_ready
    disk.set()
    writer.stop()


class Slow(SqlStore):
    """A store whose disk is done when a test says so."""

    def __init__(self, where: str) -> None:
        super().__init__(database_at(where), date.today)
        self.asked, self.disk = Event(), Event()

    def _commit(self, rows: Sequence[Row]) -> Sequence[bool]:
        self.asked.set()
        self.disk.wait()
        return super()._commit(rows)


def test_nobody_is_thanked_before_the_commit_and_nobody_else_waits_for_it(where: str) -> None:
    with Slow(where) as store, serving_forms(store) as service, ThreadPoolExecutor() as pool:
        replies = [pool.submit(service.send, training_crisis="4") for _ in range(2)]
        store.asked.wait()
        assert service.client.get("/f/health").status_code == 200
        assert service.count() == 0
        assert not any(reply.done() for reply in replies)
        store.disk.set()
        assert [reply.result().status_code for reply in replies] == [303, 303]
        assert service.count() == 1


def test_who_sends_again_after_a_failure_is_stored_and_not_taken_for_a_double_click(where: str) -> None:
    with open_store(where) as store, serving_forms(store) as service, closing(database_at(where).connect()) as other:
        other.execute("ALTER TABLE response RENAME TO gone")
        assert service.send(training_crisis="4").status_code == 503
        assert service.client.get("/f/health").status_code == 503
        other.execute("ALTER TABLE gone RENAME TO response")
        assert service.send(training_crisis="4").status_code == 303
        assert service.client.get("/f/health").json() == {"ok": True}
        assert service.count() == 1


class Unwell:
    """A store that can't take anything: at once, or only when it comes to writing."""

    is_ready = False

    def __init__(self, at_once: bool) -> None:
        self.at_once = at_once

    def when_answered(self, then: Callable[[], None]) -> None:
        """It never answers from another thread."""

    def keep(self, kept: Kept) -> Future[bool]:
        if self.at_once:
            raise StoreIsBusy
        future: Future[bool] = Future()
        future.set_exception(StoreFailed())
        return future

    def set_aside(self, kept: Kept) -> Future[bool]:
        return self.keep(kept)

    def count_responses(self, poll: str) -> int:
        return 0

    def responses(self, poll: str) -> Iterator[Response]:
        yield from ()

    def freeze(self, poll: str, version: int, wording: str) -> str:
        return wording


@pytest.mark.parametrize("at_once", [True, False])
def test_a_store_that_is_unwell_never_thanks_and_hands_the_answers_back(at_once: bool) -> None:
    with serving_forms(Unwell(at_once)) as service:
        for _ in range(2):
            reply = service.send(training_crisis="4", _lang="es")
            assert (reply.status_code, reply.headers["retry-after"]) == (503, "5")
            page = Page(reply.text)
            assert "Siguen aquí." in page.text
            assert page.hidden["training_crisis"] == "4"
            assert len(page.hidden["_sid"]) >= 16
        assert service.client.get("/f/health").status_code == 503
