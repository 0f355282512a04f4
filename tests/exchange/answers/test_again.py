# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An export that is brought in again counts nobody twice: with more columns, more rows, or in another order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from random import Random

import pytest

from porchlight.exchange.sheets.sheet import CannotImport
from porchlight.form_service.store import SqliteStore
from porchlight.operating.import_keeping import People
from porchlight.operating.importing import KEY, Asked, import_answers
from porchlight.polls.response import Response
from tests.exchange.answers.support import TODAY, MemoryStore, bring, hub_with_the_poll

GOOGLE = (
    "Timestamp,rides_bus,rides_bikes",
    "2026/11/01 10:00:00,5,4",
    "2026/11/01 10:00:00,5,4",
    "2026/11/01 10:00:07,1,",
)
KOBO = (
    "_id,_uuid,_submission_time,rides_bus,rides_bikes",
    "71,aaaa-1,2026-11-01T10:00,5,4",
    "72,aaaa-2,2026-11-01T10:00,5,4",
)


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return hub_with_the_poll(tmp_path / "hub")


def kept(hub: Path, store: MemoryStore, *lines: str, people: People = "", maps: tuple[str, ...] = ()) -> list[Response]:
    file = hub.parent / "export.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    bring(hub, Asked(file, "rides", maps=maps, people=people), store)
    return list(store.kept.values())


def with_column(lines: tuple[str, ...], head: str, cells: str = "x") -> list[str]:
    return [f"{head},{lines[0]}", *(f"{cells}{number},{line}" for number, line in enumerate(lines[1:]))]


def turned(lines: tuple[str, ...]) -> list[str]:
    """The columns from the last to the first, and the rows, too."""
    head, *rows = (",".join(reversed(line.split(","))) for line in lines)
    return [head, *reversed(rows)]


@pytest.mark.parametrize("export", [GOOGLE, KOBO])
def test_one_more_column_or_another_order_counts_nobody_twice(export: tuple[str, ...], hub: Path) -> None:
    store = MemoryStore()
    people = len(export) - 1
    for lines in (export, with_column(export, "What else?"), turned(export), export[:2], [export[0], export[-1]]):
        assert len(kept(hub, store, *lines)) == people
    assert len(kept(hub, store, *export, export[-1].replace("10:00", "11:00").replace("72,aaaa-2", "73,a-3"))) == (
        people + 1
    )


def test_an_answer_that_was_mended_at_the_service_takes_the_place_of_the_old_one(hub: Path) -> None:
    path, file = hub / "var" / "responses.sqlite3", hub.parent / "export.csv"
    for line in (KOBO[1], KOBO[1].replace(",5,4", ",1,4").replace("aaaa-1", "bbbb-9")):
        file.write_text(f"{KOBO[0]}\n{line}\n", encoding="utf-8")
        import_answers(hub, Asked(file, "rides"), TODAY, True, lambda: SqliteStore(path), print)
    with SqliteStore(path) as store:
        assert [dict(each.answers) for each in store.responses("rides")] == [{"rides_bus": "1", "rides_bikes": "4"}]


def test_two_forms_of_one_service_may_both_begin_with_number_one(hub: Path) -> None:
    store = MemoryStore()
    kept(hub, store, "id,submitdate,rides_bus", "1,2026-11-01 10:00:00,5")
    assert len(kept(hub, store, "id,submitdate,rides_bus", "1,2026-11-02 12:30:00,1")) == 2


def test_what_was_stored_by_a_better_word_or_a_lesser_one_is_known_again(hub: Path) -> None:
    store = MemoryStore()
    kept(hub, store, "_submission_time,_status,rides_bus", "2026-11-01T10:00,x,5")
    both = ("_id,_submission_time,rides_bus", "71,2026-11-01T10:00,5")
    assert len(kept(hub, store, *both)) == 1
    assert len(kept(hub, store, *both, "72,2026-11-01T10:00,5")) == 2


def test_a_number_that_many_rows_share_is_refused_with_the_way_out(hub: Path) -> None:
    store = MemoryStore()
    lines = ("_id,_uuid,rides_bus", "7,a,5", "7,b,1")
    said = ""
    try:
        kept(hub, store, *lines)
    except CannotImport as refused:
        said = str(refused)
    assert "Nothing was kept" in said
    assert len(kept(hub, store, *lines, maps=("_id=-",))) == 2


def old_sid(key: bytes, cells: tuple[str, ...], time: int) -> str:
    """The word that imports made before they knew numbers and times: of every cell of the row."""
    return f"import-{blake2b(repr(('rides', cells, time)).encode(), key=key, digest_size=16).hexdigest()}"


def test_what_was_stored_by_the_old_word_is_known_again(hub: Path) -> None:
    """Rows from before this change: every cell of them made the word."""
    store = MemoryStore()
    first = kept(hub, store, *GOOGLE)
    key, met = (hub / KEY).read_bytes(), Counter[str]()
    store.kept.clear()
    for response, line in zip(first, GOOGLE[1:], strict=True):
        met[line] += 1
        sid = old_sid(key, tuple(line.rstrip(",").split(",")), met[line])  # as the file is read
        store.kept["rides", sid] = replace(response, sid=sid)
    assert len(kept(hub, store, *GOOGLE)) == 3
    assert len(kept(hub, store, *with_column(GOOGLE, "What else?"))) == 3


@pytest.mark.parametrize(("people", "count"), [("same", 3), ("other", 6)])
def test_where_times_are_written_otherwise_a_person_says_whether_they_are_the_same_people(
    people: People, count: int, hub: Path
) -> None:
    store = MemoryStore()
    kept(hub, store, *GOOGLE)
    others = [line.replace("2026/11/01", "11/1/2026") for line in GOOGLE]
    with pytest.raises(CannotImport, match="3 rows say what an import before said") as refused:
        kept(hub, store, *others)
    assert "--people same" in str(refused.value)
    assert len(store.kept) == 3
    assert len(kept(hub, store, *others, people=people)) == count
    assert len(kept(hub, store, *others, "11/2/2026 9:00:00,2,2")) == count + 1


def test_an_item_that_was_left_out_before_is_asked_about_and_comes_in(hub: Path) -> None:
    store = MemoryStore()
    kept(hub, store, *GOOGLE, maps=("rides_bikes=-",))
    (hub / "data" / "polls" / "imports" / "rides-google.yaml").unlink()
    with pytest.raises(CannotImport, match="--people same"):
        kept(hub, store, *GOOGLE)
    found = kept(hub, store, *GOOGLE, people="same")
    assert sorted(each.answers.get("rides_bikes", "") for each in found) == ["", "4", "4"]


def test_new_people_who_say_what_few_others_said_are_taken_without_a_question(hub: Path) -> None:
    store = MemoryStore()
    many = [f"2026/11/01 10:{minute:02}:00,5,{minute % 3 + 1}" for minute in range(30)]
    kept(hub, store, GOOGLE[0], *many)
    assert len(kept(hub, store, GOOGLE[0], *many, "2026/11/01 11:00:00,5,1", "2026/11/01 11:00:00,5,2")) == 32


def people(numbers: Iterable[int], hour: str = "10") -> list[str]:
    """Lines of people who each say something else; of 125 things, when there are so many people."""
    says = ([str(number // 5**place % 5 + 1) for place in range(3)] for number in numbers)
    return [f"2026/11/01 {hour}:{n // 60:02}:{n % 60:02},{','.join(said)}" for n, said in enumerate(says)]


HEAD = "Timestamp,rides_bus,rides_bikes,rides_meetings"


@pytest.mark.parametrize(("others", "new"), [(range(40, 52), 6), (range(30, 100), 6), (range(30, 40), 20)])
def test_an_import_taken_again_is_asked_about_also_where_others_were_brought_in_that_day(
    others: Iterable[int], new: int, hub: Path
) -> None:
    """Who came by which import is not stored, only the day."""
    store = MemoryStore()
    kept(hub, store, HEAD, *people(range(12)))
    before = len(kept(hub, store, HEAD, *people(others, "11")))
    again = [HEAD, *people([*range(12), *range(124, 124 - new, -1)], "12")]
    with pytest.raises(CannotImport, match="12 rows say what an import before said"):
        kept(hub, store, *again)
    assert len(store.kept) == before
    assert len(kept(hub, store, *again, people="same")) == before + new


def test_a_second_form_whose_people_answer_as_those_of_the_first_is_taken_without_a_question(hub: Path) -> None:
    """Of so many, some say the same by chance: no more of them than within each of the two."""
    store, draw = MemoryStore(), Random(7)
    first, second = (people([draw.randrange(125) for _ in range(60)], hour) for hour in ("10", "11"))
    kept(hub, store, HEAD, *first)
    assert len(kept(hub, store, HEAD, *second)) == 120


def test_without_a_number_or_a_time_the_person_is_told_to_bring_all_at_once(hub: Path) -> None:
    file = hub.parent / "export.csv"
    file.write_text("rides_bus\n5\n5\n", encoding="utf-8")
    said = bring(hub, Asked(file, "rides"), MemoryStore(), write=False)
    assert "This file has no number and no time for each person." in said
    assert "Language not known: 1 to 10." in said


def test_a_hub_says_itself_which_column_of_its_service_numbers_people(hub: Path) -> None:
    (hub / "data" / "form_services.yaml").write_text(
        "google:\n  title: Ours\n  address: https://docs.google.com/{key}\n  exported: {numbers: [Ticket]}\n",
        encoding="utf-8",
    )
    store = MemoryStore()
    kept(hub, store, "Ticket,rides_bus", "A7,5", "A8,5")
    assert len(kept(hub, store, "rides_bus,Ticket,More", "5,A8,x")) == 2
