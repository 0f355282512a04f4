# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records of several hubs: one model, whatever engine runs it, and a plain word where none is installed."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from porchlight.cli import main
from porchlight.duplicates.linking import linked, model, row_of
from porchlight.duplicates.sides import made
from porchlight.duplicates.telling import told
from tests.checking.hubs import small_hub

HAS_DUCKDB = all(importlib.util.find_spec(name) for name in ("splink", "duckdb"))
HAS_SPARK = all(importlib.util.find_spec(name) for name in ("splink", "pyspark"))
ENGINES = [
    pytest.param("duckdb", marks=pytest.mark.skipif(not HAS_DUCKDB, reason="the extra “linking” is not installed")),
    pytest.param("spark", marks=pytest.mark.skipif(not HAS_SPARK, reason="the extra “linking-spark” is not installed")),
]

OURS = [
    made("housing/maple", "Maple House", phones=["614-555-0101"], address="12 Oak Street", city="Wick"),
    made("housing/casa-luz", "Casa Luz", phones=["614-555-0102"], address="5 Mill Lane", city="Wick"),
]
THEIRS = [
    made("housing/the-maple-house", "The Maple House, Inc.", phones=["(614) 555-0101"], address="12 Oak St"),
    made("housing/casa-luz-north", "Casa Luz", phones=["614-555-0102"], address="90 Hill Road", city="Ember Creek"),
    made("services/casa-luz", "Casa Luz", phones=["614-555-0102"]),
]


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_one_thing_in_two_hubs_is_found_and_a_branch_is_not(engine: str) -> None:
    pairs = linked({"ours": OURS, "theirs": THEIRS}, engine)

    assert told(pairs, "", "text") == (
        "ours:housing/maple  “Maple House”\n"
        "theirs:housing/the-maple-house  “The Maple House, Inc.”\n"
        "    Same phone number 614-555-0101. Same street address “12 Oak Street”. Same name.\n\n"
        " 1 pair looks alike."
    )


def test_the_model_names_only_columns_that_a_row_has() -> None:
    columns = set(row_of("a", OURS[0]))
    said = json.dumps(model())

    assert {name for name in columns if f"{name}_l" in said or f"l.{name}" in said} == columns - {"unique_id"}


def test_the_parts_of_each_comparison_add_up() -> None:
    for comparison in model()["comparisons"]:
        levels = [level for level in comparison["comparison_levels"] if "m_probability" in level]
        for kind in ("m_probability", "u_probability"):
            assert sum(level[kind] for level in levels) == pytest.approx(1, abs=0.001)


@pytest.mark.skipif(HAS_DUCKDB, reason="the extra is installed")
def test_without_the_extra_the_command_says_what_to_type(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ours, theirs = small_hub(tmp_path / "ours"), small_hub(tmp_path / "theirs")

    assert main(["duplicates", "--root", str(ours), "--with", str(theirs)]) == 1
    assert capsys.readouterr().out == (
        "To compare several hubs, one more package is needed. Type: pip install 'porchlight-hub[linking]'\n"
    )
