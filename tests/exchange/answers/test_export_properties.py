# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever stands in a file: it is read or refused, never a fault of ours, and the same words are always the same."""

from __future__ import annotations

import csv
import io
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from porchlight.exchange.answers.asked import Asked
from porchlight.exchange.answers.export import Names, export_of
from porchlight.exchange.answers.run import Imported, imported
from porchlight.exchange.answers.telling import tell_import
from porchlight.exchange.sheets.csv_file import csv_lines
from porchlight.exchange.sheets.sheet import CannotImport
from porchlight.model.alike import alike
from porchlight.model.poll_words import PollWords, readings
from tests.exchange.answers.support import SERVICES, WHERE, poll

RIDES = poll()
WORDS = PollWords(RIDES)
LABELS = [label for item in RIDES.items() for label in (item.id, *item.label.values())]
OPTIONS = [text for option in (*RIDES.options, RIDES.no_answer) for text in (option.code, *option.label.values())]
NAMES = Names(lambda cell: bool(WORDS.item(cell)), lambda cell: bool(WORDS.option(cell)))
MESS = st.text(alphabet=st.characters(codec="utf-8"), max_size=12)
SPACES = st.text(alphabet=" \t\u00a0\n", max_size=3)
CELLS = st.one_of(MESS, st.sampled_from([*LABELS, *OPTIONS, "Response", "email", "N/A", "_v", "_gotcha", "Timestamp"]))


@given(MESS)
def test_comparing_twice_changes_nothing(text: str) -> None:
    assert alike(alike(text)) == alike(text)


@given(st.sampled_from(LABELS), SPACES, SPACES)
def test_an_item_is_known_however_it_is_written(label: str, before: str, behind: str) -> None:
    item = WORDS.item(label)
    assert item
    for written in (
        label.upper(),
        label.title(),
        unicodedata.normalize("NFD", label),
        label.replace("’", "'"),
        f"{label} *",
    ):
        assert WORDS.item(f"{before}{written}{behind}") == item
    for around in ("3. {}", "Q3) {}", "Stem [{}]", "fields[{}]", "group/{}", "G01Q01[SQ001]. Stem [{}]", "fi-radio-{}"):
        assert WORDS.item(around.format(label)) == item


@given(st.sampled_from(OPTIONS), SPACES)
def test_an_option_is_known_however_it_is_written(label: str, around: str) -> None:
    said = WORDS.option(label)
    assert said
    for written in (
        label.upper(),
        label.replace(" ", "_"),
        f'"{label}"',
        f"{said.code} - {label}",
        f"{label} ({said.code})",
    ):
        found = WORDS.option(f"{around}{written}{around}")
        assert found
        assert found.code == said.code


@given(MESS)
def test_the_readings_of_a_head_begin_with_the_whole_and_end(head: str) -> None:
    found = readings(head * 50)
    assert found[0] == head * 50
    assert len(found) == len(set(found))


def brought(data: bytes) -> Imported | None:
    """What the bytes hold, or None where they are refused with words."""
    try:
        return imported(export_of(csv_lines(data), NAMES), RIDES, Asked(), (), WHERE, SERVICES)
    except CannotImport:
        return None


@given(st.lists(st.lists(CELLS, max_size=5), max_size=6))
def test_any_table_is_read_or_refused(rows: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    found = brought(text.getvalue().encode())
    if found:
        assert tell_import(found, RIDES, "export.csv")
        assert all(set(response.answers.values()) <= RIDES.codes() for response in found.responses)
        assert len({response.sid for response in found.responses}) == len(found.responses)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    brought(data)
