# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""However an export is cut, turned and widened before it comes in again: the same responses are kept, none twice."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from porchlight.exchange.answers.asked import Asked
from porchlight.exchange.answers.export import Names, export_of
from porchlight.exchange.answers.run import imported
from porchlight.exchange.sheets.csv_file import csv_lines
from porchlight.model.poll_words import PollWords
from porchlight.operating.import_keeping import People, keep
from tests.exchange.answers.support import SERVICES, WHERE, MemoryStore, poll

RIDES = poll()
WORDS = PollWords(RIDES)
NAMES = Names(lambda cell: bool(WORDS.item(cell)), lambda cell: bool(WORDS.option(cell)))
ITEMS = ["rides_bus", "rides_meetings", "rides_bikes"]
TIMES = ["2026-11-01 10:00:00", "2026-11-01 10:00:01"]
Table = list[dict[str, str]]

ANSWERS = st.lists(st.fixed_dictionaries({item: st.sampled_from(["5", "4", "na", ""]) for item in ITEMS}), min_size=1)
UNKNOWN = st.sampled_from(["Anything more", "Favorite color", "zzz", ""])
WORDS_OF_SOMEONE = st.sampled_from(["hello", "maybe later", "", "a car, and a bus"])


@st.composite
def tables(draw: st.DrawFn, numbered: bool) -> Table:
    """An export of people who may have answered in the same second, and the same; numbered by the service or not."""
    people = [{"Timestamp": draw(st.sampled_from(TIMES)), **said} for said in draw(ANSWERS)]
    if not numbered:
        return people
    return [{"_id": str(1000 + n), "_submission_time": each.pop("Timestamp"), **each} for n, each in enumerate(people)]


@st.composite
def written(draw: st.DrawFn, table: Sequence[dict[str, str]]) -> bytes:
    """The same rows in any order, their columns in any order, and perhaps one more that nobody knows."""
    heads: list[str] = list(draw(st.permutations(list(table[0]))))
    rows = [[each[head] for head in heads] for each in draw(st.permutations(table))]
    if draw(st.booleans()):
        at = draw(st.integers(0, len(heads)))
        heads.insert(at, draw(UNKNOWN))
        for row in rows:
            row.insert(at, draw(WORDS_OF_SOMEONE))
    text = io.StringIO()
    csv.writer(text).writerows([heads, *rows])
    return text.getvalue().encode()


def bring(store: MemoryStore, data: bytes, people: People = "") -> None:
    found = imported(export_of(csv_lines(data), NAMES), RIDES, Asked(), (), WHERE, SERVICES)
    assert found.problems == ()
    keep(lambda: store, RIDES, found, people)


def pieces_of(table: Table, cuts: Sequence[int]) -> list[Table]:
    at = sorted({0, len(table), *(cut for cut in cuts if cut < len(table))})
    return [table[begin:end] for begin, end in pairwise(at)]


def told(store: MemoryStore) -> Counter[tuple[tuple[str, str], ...]]:
    return Counter(tuple(sorted(each.answers.items())) for each in store.kept.values())


def said(table: Table) -> Counter[tuple[tuple[str, str], ...]]:
    """What the people of the table said, by hand."""
    all_said = (tuple(sorted((item, each[item]) for item in ITEMS if each[item])) for each in table)
    return Counter(each for each in all_said if each)


@given(st.data(), st.booleans(), st.lists(st.integers(1, 20), max_size=4))
def test_an_export_that_comes_again_in_any_form_and_in_pieces_changes_nothing(
    data: st.DataObject, numbered: bool, cuts: list[int]
) -> None:
    table = data.draw(tables(numbered))
    store = MemoryStore()
    bring(store, data.draw(written(table)))
    assert told(store) == said(table)
    before = set(store.kept)
    for piece in [table, *pieces_of(data.draw(st.permutations(table)), cuts)]:
        bring(store, data.draw(written(piece)))
    assert set(store.kept) == before
    assert told(store) == said(table)


@given(st.data(), st.lists(st.integers(1, 20), max_size=4))
def test_pieces_of_an_export_with_numbers_make_the_whole(data: st.DataObject, cuts: list[int]) -> None:
    """These may say what others said, so a person was asked, and said that they are other people."""
    table = data.draw(tables(numbered=True))
    store = MemoryStore()
    for piece in [*pieces_of(data.draw(st.permutations(table)), cuts), table]:
        bring(store, data.draw(written(piece)), "other")
    assert told(store) == said(table)


@given(st.data())
def test_numbers_that_come_and_go_between_exports_count_nobody_twice(data: st.DataObject) -> None:
    """A person who is asked says that they are the same people."""
    table = data.draw(tables(numbered=True))
    plain = [{head: text for head, text in each.items() if head != "_id"} for each in table]
    store = MemoryStore()
    for version in data.draw(st.permutations([table, plain, table])):
        bring(store, data.draw(written(version)), "same")
    assert told(store) == said(table)
