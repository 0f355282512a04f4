# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight import` as it is typed: its options, its words, its exit status."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.cli import main
from tests.exchange.hubs import SOURCE, book, csv_of, read_back

ROWS = [["House", "About", "Tel.", "Floor plan"], ["Elm House", "A made-up house.", "614-555-0142", "two floors"]]
MAPS = ["--map", "House=name", "--map", "About=summary", "--map", "Tel.=phones", "--map", "Floor plan=-"]
SETS = ["--set", "kind=Recovery home", "--set", "serves=Ohio", "--source", SOURCE, "--read-on", "2026-11-24"]


def test_a_csv_file_becomes_a_record_by_one_command(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (hub / "houses.csv").write_bytes(csv_of(ROWS))
    typed = ["import", "csv", str(hub / "houses.csv"), "--to", "housing", "--root", str(hub), *MAPS, *SETS]
    assert main(typed) == 0
    assert "Nothing was written." in capsys.readouterr().out
    assert main([*typed, "--write"]) == 0
    assert "Wrote 1 record to data/housing/." in capsys.readouterr().out
    record = read_back((hub / "data" / "housing" / "elm-house.yaml").read_bytes())
    assert record["kind"] == "recovery_residence"
    assert record["sources"][0]["url"] == SOURCE
    assert "maintainer_note" not in record
    assert main(["check", "--root", str(hub)]) == 0


def test_an_excel_file_becomes_a_record_by_the_same_command(hub: Path) -> None:
    file = book(hub / "houses.xlsx", {"Houses": ROWS})
    assert main(["import", "xlsx", str(file), "--to", "housing", "--root", str(hub), *MAPS, "--write"]) == 0
    assert (hub / "data" / "housing" / "elm-house.yaml").is_file()


def test_what_can_not_be_used_is_told_in_a_sentence_and_the_status_is_1(
    hub: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "csv", str(hub / "none.csv"), "--to", "housing", "--root", str(hub)]) == 1
    assert capsys.readouterr().out == f"There is no file {hub / 'none.csv'}.\n"


@pytest.mark.parametrize("linked", ["data/housing", "var/import", "var/import/houses.csv.left-over.csv"])
def test_nothing_is_written_through_a_link_that_leads_out_of_the_hub(
    hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], linked: str
) -> None:
    away = tmp_path / "away"
    away.mkdir()
    (hub / linked).parent.mkdir(parents=True, exist_ok=True)
    (hub / linked).symlink_to(away / "new.csv" if linked.endswith(".csv") else away)
    (hub / "houses.csv").write_bytes(csv_of(ROWS))
    typed = ["import", "csv", str(hub / "houses.csv"), "--to", "housing", "--root", str(hub), *MAPS, "--write"]
    assert main(typed) == 1
    assert f" leads out of the hub by a link, to {away}" in capsys.readouterr().out
    assert list(away.iterdir()) == []
    assert not (hub / "data" / "housing" / "elm-house.yaml").exists()


def test_a_link_to_another_place_in_the_hub_is_followed(hub: Path) -> None:
    (hub / "homes").mkdir()
    (hub / "data" / "housing").symlink_to(hub / "homes")
    (hub / "houses.csv").write_bytes(csv_of(ROWS))
    typed = ["import", "csv", str(hub / "houses.csv"), "--to", "housing", "--root", str(hub), *MAPS, "--write"]
    assert main(typed) == 0
    assert (hub / "homes" / "elm-house.yaml").is_file()


def test_a_hub_whose_schemas_are_broken_is_told_before_anything_is_read(
    hub: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (hub / "data" / "datapackage.yaml").write_text("name: [", encoding="utf-8")
    (hub / "houses.csv").write_bytes(csv_of(ROWS))
    assert main(["import", "csv", str(hub / "houses.csv"), "--to", "housing", "--root", str(hub)]) == 1
    assert "data/datapackage.yaml:" in capsys.readouterr().out
