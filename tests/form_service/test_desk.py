# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Literal

import pytest

from porchlight.form_service.desk import Purge
from porchlight.form_service.opening import open_store
from porchlight.form_service.store import SqlStore
from porchlight.model.report import Report
from porchlight.polls.keyed import KeyedSheet
from tests.form_service.support import HandClock
from tests.form_service.test_form_store import response


@pytest.fixture
def store(where: str) -> Iterator[SqlStore]:
    with open_store(where, today=HandClock().today) as opened:
        yield opened


def sheet(number: int, hand: Literal[1, 2], answer: str = "4") -> KeyedSheet:
    return KeyedSheet("needs", 1, "2026-fall", "B7K3Q", number, hand, "2026-11-02", {"training_crisis": answer})


def test_answers_are_counted_per_wave_and_version(store: SqlStore) -> None:
    for wave, version in (("first", 1), ("first", 1), ("first", 2), ("later", 2)):
        store.keep(replace(response(), wave=wave, version=version)).result()
    store.keep(replace(response(), poll="other")).result()
    assert store.counts("needs") == {("first", 1): 2, ("first", 2): 1, ("later", 2): 1}


def test_a_sheet_is_counted_once_both_hands_agree(store: SqlStore) -> None:
    keyed = [sheet(1, 1), sheet(1, 2), sheet(2, 1), sheet(2, 2, "5"), sheet(3, 1)]
    for each in keyed:
        store.key_in(each)
    assert store.accept_keyed("needs").counted == 1
    assert store.keyed("needs") == keyed[2:]
    (counted,) = store.responses("needs")
    assert (counted.mode, counted.wave, counted.answers) == ("paper", "2026-fall", {"training_crisis": "4"})
    assert counted.sid == "paper:2026-fall:B7K3Q:1"


def test_who_keys_a_sheet_again_means_the_last_one(store: SqlStore) -> None:
    for each in (sheet(1, 1), sheet(1, 2, "5"), sheet(1, 2, "4")):
        store.key_in(each)
    assert store.accept_keyed("needs").counted == 1


def test_a_sheet_keyed_and_accepted_twice_is_counted_once(store: SqlStore) -> None:
    for _ in range(2):
        store.key_in(sheet(1, 1))
        store.key_in(sheet(1, 2))
        store.accept_keyed("needs")
        assert store.accept_keyed("needs").counted == 0
    assert store.count_responses("needs") == 1


def test_sheets_of_one_number_in_two_waves_are_two_sheets(store: SqlStore) -> None:
    for first in (sheet(1, 1), sheet(1, 2)):
        store.key_in(first)
        store.key_in(replace(first, wave="2027-fall"))
    assert store.accept_keyed("needs").counted == 2
    assert store.counts("needs") == {("2026-fall", 1): 1, ("2027-fall", 1): 1}


def test_the_first_wording_of_a_version_is_the_one_that_is_kept(store: SqlStore) -> None:
    assert store.wording("needs", 1) is None
    assert [store.freeze("needs", 1, "abc"), store.freeze("needs", 1, "def")] == ["abc", "abc"]
    assert store.freeze("needs", 2, "def") == "def"
    assert (store.wording("needs", 1), store.wording("other", 1)) == ("abc", None)


def test_what_was_set_aside_can_be_counted_after_all_but_never_twice(store: SqlStore) -> None:
    for sid in "abc":
        store.set_aside(response(sid)).result()
    store.keep(response("b")).result()
    assert store.release_from_quarantine("needs", ["a", "b", "never sent"]) == 1
    assert [found.sid for found in store.responses("needs")] == ["a", "b"]
    assert store.quarantined("needs") == [response("c")]
    assert store.release_from_quarantine("other", ["c"]) == 0


def test_what_a_robot_sent_can_be_deleted_and_the_log_says_so(store: SqlStore) -> None:
    for sid in "abc":
        store.set_aside(response(sid)).result()
    assert store.delete_from_quarantine("needs", ["a", "b"]) == 2
    assert [found.sid for found in store.quarantined("needs")] == ["c"]
    assert store.purges() == [Purge("2026-11-02", "quarantine", 2)]


def test_a_purge_takes_all_answers_from_before_a_day_and_logs_how_many(store: SqlStore) -> None:
    for day in ("2026-10-30", "2026-10-31", "2026-11-01"):
        store.keep(response(day=day)).result()
        store.set_aside(response(day=day)).result()
    store.keep(replace(response(day="2026-10-01"), poll="other")).result()
    store.key_in(replace(sheet(1, 1), day="2026-10-30"))
    assert [store.purge("needs", date(2026, 11, 1)) for _ in range(2)] == [2, 0]
    assert [found.day for found in store.responses("needs")] == ["2026-11-01"]
    assert store.count_responses("other") == 1
    assert store.keyed("needs") == []
    assert [(purge.what, purge.count) for purge in store.purges()] == [
        ("keyed of needs", 1),
        ("quarantine of needs", 2),
        ("response of needs", 2),
    ]


def test_two_purges_of_one_day_are_one_line_of_the_log(store: SqlStore) -> None:
    for _ in range(2):
        store.keep(response()).result()
        store.purge("needs", date(2027, 1, 1))
    assert store.purges() == [Purge("2026-11-02", "response of needs", 2)]


def test_reports_come_back_newest_first_with_every_letter_that_a_database_holds(store: SqlStore) -> None:
    words = "“No”: #07102\r\n🏠 \x1b \ufeff"
    old, new = (Report("housing/maple", "closed", words, "es", f"2026-11-0{day}", "s" * 16) for day in (2, 3))
    for report in (old, replace(new, sid="t" * 16)):
        store.keep(report).result()
    store.keep(Report("housing/oak", "", "a\0b", "en", "2026-11-01", "u" * 16)).result()
    assert [(found.day, found.words) for found in store.reports()] == [
        ("2026-11-03", words),
        ("2026-11-02", words),
        ("2026-11-01", "a\ufffdb"),
    ]


def test_a_response_is_kept_by_another_sid_from_then_on(store: SqlStore) -> None:
    for each in (replace(response(), sid="old"), replace(response(), sid="old", poll="other")):
        store.keep(each).result()
    store.rename("needs", {"old": "new", "nobody": "none"})
    assert [each.sid for each in store.responses("needs")] == ["new"]
    assert [each.sid for each in store.responses("other")] == ["old"]
