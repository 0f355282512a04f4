# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The bench measures sound records, and no command can hold it for ever."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from porchlight.checking.run import check_hub
from tools import bench, bench_forms
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
    monkeypatch.setattr(bench, "LIMIT", 0.3)
    with pytest.raises(bench.Stopped, match="took longer than"):
        bench.measured([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path / "log.txt")


def test_a_command_that_fails_is_told_with_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(bench.Stopped, match="no lamp"):
        bench.measured([sys.executable, "-c", "raise SystemExit('no lamp')"], tmp_path / "log.txt")


def test_the_cost_of_a_command_holds_the_work_of_its_children(tmp_path: Path) -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    cost = bench.measured(
        [sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"],
        tmp_path / "log.txt",
    )
    assert cost.cpu >= 0.3
    assert cost.megabytes > 1


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
