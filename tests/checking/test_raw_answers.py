# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A file with what single people answered never passes the check, whatever its form; a file of counts does."""

from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from porchlight.checking.rules.polls_raw import raw_answers
from porchlight.checking.run import check_hub
from porchlight.form_service.store import SqliteStore
from porchlight.reading.loose_files import HEAD, loose_files
from tests.checking.hubs import TODAY, with_file
from tests.exchange.answers.support import hub_with_the_poll, poll
from tests.exchange.hubs import book

ROWS = [["when", "rides_bus", "rides_meetings", "rides_bikes"], ["2026-11-01", "5", "", "1"]]
JSON = '[\n{"when": "2026-11-01", "rides_bus": "5", "rides_meetings": "na", "rides_bikes": 1},\n{"rides_bus": 2}]'
YAML = "- answers: {rides_bus: 5, rides_meetings: 4}\n- rides_bikes: na\n"
RAW = {
    "data/a.csv": ",".join(ROWS[0]) + "\n" + ",".join(ROWS[1]),
    "data/housing/a.tsv": "My poll\n\n" + "\t".join(ROWS[0]) + "\n" + "\t".join(ROWS[1]),
    "content/en/a.csv": "Stem [Bikes];Stem [Autobuses de noche];Rides to people's meetings\nAgree;Neutral;No answer",
    "data/results/a.txt": "rides_bus|rides_meetings|rides_bikes\n5|4|3",
    "data/polls/imports/a.json": JSON,
    "data/a.yaml": YAML,
    "content/es/a.yml": YAML,
    "docs/a.md": "Answers\n\n" + "|".join(ROWS[0]) + "\n" + "|".join(ROWS[1]),
    "answers": ",".join(ROWS[0]) + "\n" + ",".join(ROWS[1]),
    "data/housing/README.yaml": YAML,
    "notes/a.csv": "A note, of many\n" * 900 + ";".join(ROWS[0]) + "\n" + ";".join(ROWS[1]),
}
FINE = {
    "data/counts.csv": "option,rides_bus,rides_meetings,rides_bikes\n5,104,23,61\n4,12,33,27",
    "data/long.csv": "item,code,count\nrides_bus,5,4\nrides_bikes,5,5\nrides_meetings,5,3",
    "data/words.csv": "id,rides_bus,rides_meetings,rides_bikes\nes,Autobuses,Reuniones,Bicicletas",
    "data/counts.json": '{"rides_bus": {"5": 4}, "rides_bikes": {"5": 1}, "rides_meetings": {"5": 2}}',
    "var/a.csv": RAW["data/a.csv"],
    "data/broken.xlsx": "PK\x03\x04 no more",
    "data/long_cell.csv": '"' + "x" * 200_000,
}


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return hub_with_the_poll(tmp_path / "hub")


def found(hub: Path) -> list[str]:
    return [str(problem.place) for problem in raw_answers(hub, [poll()])]


def git(hub: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(hub), *words], check=True, capture_output=True)


def put(hub: Path, file: str, text: str) -> None:
    (hub / file).parent.mkdir(parents=True, exist_ok=True)
    (hub / file).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("file", RAW)
def test_answers_of_single_people_are_found_in_any_form(file: str, hub: Path) -> None:
    put(hub, file, RAW[file])
    (place,) = found(hub)
    assert place.startswith(f"{file}:")


def test_an_excel_file_is_looked_into(hub: Path) -> None:
    book(hub / "data" / "a.xlsx", {"Notes": [["nothing"]], "Answers": [["Title"], *ROWS]})
    assert found(hub) == ["data/a.xlsx:2:1"]


@pytest.mark.parametrize("file", FINE)
def test_counts_and_words_and_what_is_not_published_are_fine(file: str, hub: Path) -> None:
    put(hub, file, FINE[file])
    assert found(hub) == []


def test_a_link_is_not_followed(hub: Path, tmp_path: Path) -> None:
    put(tmp_path, "a.csv", RAW["data/a.csv"])
    (hub / "data" / "a.csv").symlink_to(tmp_path / "a.csv")
    (hub / "elsewhere").symlink_to(tmp_path, target_is_directory=True)
    assert found(hub) == []
    git(hub, "init", "-q")
    git(hub, "add", "-A")
    assert found(hub) == []


@pytest.mark.parametrize("name", ["responses.sqlite3", "docs/old", "data/backup.bak"])
def test_the_store_itself_is_found_by_what_it_is(name: str, hub: Path) -> None:
    (hub / name).parent.mkdir(exist_ok=True)
    with SqliteStore(hub / name):
        pass
    assert found(hub) == [f"{name}:1:1"]


def test_another_database_is_fine_and_nothing_is_written_beside_it(hub: Path) -> None:
    with closing(sqlite3.connect(hub / "other.sqlite3")) as other, other:
        other.execute("CREATE TABLE response (id TEXT)")
    (hub / "broken.sqlite3").write_bytes(b"SQLite format 3\0 and no more")
    before = sorted(hub.iterdir())
    assert found(hub) == []
    assert sorted(hub.iterdir()) == before


def test_where_git_is_all_that_it_takes_is_looked_at_and_nothing_else(hub: Path) -> None:
    git(hub, "init", "-q")
    put(hub, ".gitignore", "/var/\n")
    for file in ("var/a.csv", ".hidden/tracked.csv", "docs/not yet added.csv"):
        put(hub, file, RAW["data/a.csv"])
    git(hub, "add", ".hidden")
    assert found(hub) == [".hidden/tracked.csv:1:1", "docs/not yet added.csv:1:1"]
    git(hub, "add", "-f", "var/a.csv")
    assert found(hub)[-1] == "var/a.csv:1:1"


def test_a_folder_that_names_a_program_for_git_does_not_start_it(hub: Path) -> None:
    """A pull request can hold what looks like a repository of its own, with settings."""
    git(hub, "init", "-q", "--bare", ".")
    ran = hub.parent / "ran"
    for name, value in {"bare": "false", "worktree": ".", "fsmonitor": f"touch {ran};"}.items():
        git(hub, "config", "-f", "config", f"core.{name}", value)
    put(hub, "data/a.csv", RAW["data/a.csv"])
    assert found(hub) == ["data/a.csv:1:1"]
    assert not ran.exists()


def test_records_and_pictures_are_not_opened_for_it(hub: Path) -> None:
    """What keeps the check of ten thousand files fast: their readers look at records, and pictures hold no answers."""
    put(hub, "data/notes.yaml", YAML)
    for number in range(50):
        put(hub, f"data/housing/house-{number}.yaml", YAML)
        put(hub, f"content/en/house-{number}.JPG", JSON)
    opened = {each.file for each in loose_files(hub)}
    assert "data/notes.yaml" in opened
    assert not any("house" in file for file in opened)


def test_no_more_than_the_beginning_of_a_text_is_read(hub: Path) -> None:
    put(hub, "notes.txt", "x" * 10 * HEAD)
    (loose,) = [each for each in loose_files(hub) if each.file == "notes.txt"]
    assert len(loose.text) == HEAD


def test_the_way_out_can_be_pasted_whatever_the_file_is_called(tmp_path: Path) -> None:
    answers = "training_peer_mentor,training_crisis,training_facilitator\n5,5,5\n"
    hub = with_file(tmp_path / "hub", "data/my answers.csv", answers)
    (problem,) = check_hub(hub, TODAY).problems
    assert problem.paste == "mv 'data/my answers.csv' ..\ngit rm --cached 'data/my answers.csv'"
