# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A release is made of the words that people answered, builds on the one before, and loses no answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from porchlight.form_service.store import SqliteStore
from porchlight.model.wording import frozen, wording_hash
from porchlight.operating.polls import read_all_polls
from porchlight.operating.releasing import Released, release
from porchlight.polls.response import Response
from porchlight.starting.making import new_hub

TODAY, LATER = date(2026, 12, 1), date(2026, 12, 9)


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    new_hub(tmp_path / "hub")
    return tmp_path / "hub"


@pytest.fixture
def store(hub: Path) -> Iterator[SqliteStore]:
    with SqliteStore(hub / "var" / "responses.sqlite3") as opened:
        yield opened


def answer(hub: Path, store: SqliteStore, people: range) -> None:
    """So many made-up people answer the poll as it stands now."""
    poll = read_all_polls(hub).named("needs")
    store.freeze(poll.id, poll.version, frozen(poll))
    for number in people:
        answers = {"training_crisis": str(1 + number % 5)}
        store.keep(Response("needs", poll.version, "en", "web", "2026-11-30", answers, f"person-{number:04}")).result()


def change(hub: Path, old: str, new: str) -> None:
    file = next((hub / "data" / "polls").glob("needs.*"))
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def let_see(hub: Path, store: SqliteStore, today: date = TODAY) -> Released:
    return release(hub, read_all_polls(hub), "needs", "", store, today)


def test_answers_are_told_in_the_words_that_were_asked_whatever_the_poll_says_now(
    hub: Path, store: SqliteStore
) -> None:
    answer(hub, store, range(60))
    asked = wording_hash(read_all_polls(hub).named("needs"))
    change(hub, "We need more of this", "We have far too much of this")
    change(hub, "version: 1", "version: 2")
    assert let_see(hub, store).files == ("data/results/needs/first-1.yaml", "data/results/needs/wording-1.yaml")
    polls = read_all_polls(hub)
    assert [(each.version, wording_hash(each)) for each in polls.former] == [(1, asked)]
    assert [each.wording for each in polls.releases] == [asked]


def test_sheets_of_a_former_version_can_still_be_keyed_though_nothing_was_released(
    hub: Path, store: SqliteStore
) -> None:
    answer(hub, store, range(1))
    change(hub, "version: 1", "version: 2")
    assert [each.version for each in read_all_polls(hub).with_answered(store).on_paper] == [2, 1]


def test_where_the_file_of_the_last_release_is_missing_no_other_is_made(hub: Path, store: SqliteStore) -> None:
    answer(hub, store, range(60))
    assert let_see(hub, store).files
    (hub / "data" / "results" / "needs" / "first-1.yaml").unlink()
    answer(hub, store, range(60, 61))
    refused = let_see(hub, store, LATER)
    assert refused.files == ()
    assert "Take its file back from git" in refused.words[0]


def test_a_poll_in_a_file_of_another_ending_is_released_whole(hub: Path, store: SqliteStore) -> None:
    (hub / "data" / "polls" / "needs.yaml").rename(hub / "data" / "polls" / "needs.yml")
    answer(hub, store, range(20))
    assert len(let_see(hub, store).files) == 2


def test_answers_to_two_versions_in_one_wave_are_told_apart_and_said(hub: Path, store: SqliteStore) -> None:
    answer(hub, store, range(20))
    change(hub, "version: 1", "version: 2")
    answer(hub, store, range(20, 40))
    made = let_see(hub, store)
    assert read_all_polls(hub).releases[0].people == 20
    assert "This wave was answered as version 1" in made.words[-1]
