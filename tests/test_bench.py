# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The bench measures sound records, and no command can hold it for ever."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from porchlight.checking.run import check_hub
from tools import bench_forms
from tools.bench import measuring
from tools.bench.measuring import Cost, least, put_between
from tools.bench.records import AGAIN
from tools.bench.saving import saved
from tools.bench.table import table
from tools.bench.ways import (
    AGAIN_ALL,
    CHECK,
    CHECK_ONE,
    ELEVENTY,
    FEW_WORDS,
    FULL,
    HUGO,
    ONE,
    OURS,
    PELICAN,
    READER,
    SAVED,
)
from tools.made_up_records import TODAY, made_up_records, write_hub


def test_made_up_records_have_no_problem(tmp_path: Path) -> None:
    write_hub(tmp_path, list(made_up_records(40)))
    checked = check_hub(tmp_path, TODAY)
    assert list(map(str, checked.stopping)) == []
    assert sum(1 for _ in checked.hub.all_records()) == 40


def test_the_same_seed_makes_the_same_records() -> None:
    assert list(made_up_records(20, seed=7)) == list(made_up_records(20, seed=7))
    assert list(made_up_records(20, seed=7)) != list(made_up_records(20, seed=8))


def test_a_made_up_record_weighs_about_as_much_as_a_real_one(tmp_path: Path) -> None:
    write_hub(tmp_path, list(made_up_records(40)))
    sizes = [path.stat().st_size for path in (tmp_path / "data").glob("*/*.yaml")]
    assert 2_000 < sum(sizes) / len(sizes) < 3_000


def test_a_command_that_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "LIMIT", 0.3)
    with pytest.raises(measuring.Stopped, match="took longer than"):
        measuring.measured([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path / "log.txt")


def test_a_command_that_fails_is_told_with_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(measuring.Stopped, match="no lamp"):
        measuring.measured([sys.executable, "-c", "raise SystemExit('no lamp')"], tmp_path / "log.txt")


def test_the_cost_of_a_command_holds_the_work_of_its_children(tmp_path: Path) -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    cost = measuring.measured(
        [sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"],
        tmp_path / "log.txt",
    )
    assert cost.cpu >= 0.3
    assert cost.megabytes > 1


def test_of_several_rounds_the_least_of_each_figure_counts() -> None:
    assert least([Cost(3, 2, 10), Cost(1, 4, 12)]) == Cost(1, 2, 10)


def test_the_table_tells_how_much_of_the_peers_work_ours_is_and_what_was_not_measured() -> None:
    figures = {
        (HUGO.name, FULL): Cost(10, 20, 400),
        (OURS.name, FULL): Cost(5, 30, 100),
        (FEW_WORDS.name, FULL): Cost(5, 10, 300),
        (READER.name, FULL): Cost(2, 4, 90),
        (PELICAN.name, FULL): Cost(40, 40, 200),
        **{(way.name, asked): Cost(1, 2, 9) for way in (HUGO, OURS, PELICAN) for asked in (AGAIN_ALL, ONE)},
        **{(OURS.name, asked): Cost(1, 2, 9) for asked in (CHECK, CHECK_ONE)},
        (OURS.name, SAVED): Cost(0.5, 0, 0),
    }
    lines = table(figures, {ELEVENTY.name: "not installed here"}).split("\n")
    assert "| full build | work | ×1.50 | ×1.00 | ×0.50 | ×2.00 | not installed here |" in lines
    assert "| full build | clock | ×0.50 | ×1.00 | ×0.50 | ×4.00 | not installed here |" in lines
    assert f"| {SAVED} | clock | ×0.50 | – | – | – | not installed here |" in lines
    assert not any(line.startswith(f"| {SAVED} | work") for line in lines)
    assert "| peak memory of one process | full build | ×0.25 | ×1.00 | ×0.75 | ×0.50 | not installed here |" in lines


def test_a_save_is_timed_until_its_page_is_there(tmp_path: Path) -> None:
    hub, output = tmp_path / "hub", tmp_path / "output"
    write_hub(hub, list(made_up_records(10)))
    took = saved(hub, output, 2, tmp_path / "log.txt")
    [page] = [path for path in output.glob("housing/*/index.html") if AGAIN in path.read_text(encoding="utf-8")]
    assert page.parent.name == sorted((hub / "data" / "housing").iterdir())[2].stem
    assert took.wall > 0


def test_a_server_that_ends_is_told(tmp_path: Path) -> None:
    write_hub(tmp_path / "hub", list(made_up_records(10)))
    (tmp_path / "hub" / "data" / "hub.yaml").unlink()
    with pytest.raises(measuring.Stopped, match="ended with 1"):
        saved(tmp_path / "hub", tmp_path / "output", 0, tmp_path / "log.txt")


def test_only_what_stands_between_the_two_marks_is_written_anew() -> None:
    page = "Before\n<!-- it -->\nold\n<!-- end of it -->\nAfter"
    assert put_between(page, "it", "new") == "Before\n<!-- it -->\n\nnew\n\n<!-- end of it -->\nAfter"
    with pytest.raises(ValueError, match="<!-- other -->"):
        put_between(page, "other", "new")


def test_a_turn_counts_what_a_form_service_thanked_for() -> None:
    stack = bench_forms.our_stack("ours", lambda folder: str(folder / "rows.sqlite3"))
    assert bench_forms.turn(stack, connections=2, seconds=0.2) > 0
    with pytest.raises(SystemExit, match="thanked for, 0 are there"):
        bench_forms.turn(replace(stack, rows=lambda folder: 0), connections=2, seconds=0.2)


def test_each_way_to_keep_a_post_stands_beside_ours_of_the_same_round() -> None:
    rates = {
        (name, number): given
        for number in bench_forms.CONNECTIONS
        for name, given in ((bench_forms.OURS, [100.0, 200.0, 400.0]), ("other", [50.0, 50.0, 400.0]))
    }
    assert "| other | 50 | ×0.50 | 50 | ×0.50 |" in bench_forms.table(rates, [bench_forms.OURS, "other"])
