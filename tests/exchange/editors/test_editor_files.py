# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is made for editors is current, in this repository and in a new hub, and asks nobody on the net."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from porchlight.cli import main
from porchlight.exchange.editors.files import files_of_hub, out_of_date, write_files
from porchlight.reading.package import read_package
from porchlight.starting.making import new_hub

ROOT = Path(__file__).resolve().parent.parent.parent.parent
FORMS = {path: text for path, text in files_of_hub(ROOT).items() if path.startswith(".github/ISSUE_TEMPLATE/")}


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    new_hub(tmp_path / "hub")
    return tmp_path / "hub"


def test_the_files_of_this_repository_are_current() -> None:
    assert out_of_date(ROOT, files_of_hub(ROOT)) == [], "Run: porchlight editors"


def test_none_of_them_is_ignored_by_git() -> None:
    paths = sorted(files_of_hub(ROOT))
    asked = ["git", "check-ignore", "--no-index", *paths]
    ignored = subprocess.run(asked, cwd=ROOT, check=False, capture_output=True, text=True)
    assert ignored.stdout.splitlines() == []


def test_a_new_hub_has_them(hub: Path) -> None:
    assert out_of_date(hub, files_of_hub(hub)) == []
    assert (hub / ".vscode" / "schemas" / "housing.json").is_file()


def test_the_command_says_what_is_out_of_date_and_then_writes_it(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (hub / ".vscode" / "settings.json").write_text("{}\n")
    (hub / ".vscode" / "schemas" / "castles.json").write_text("{}\n")
    (hub / ".github" / "ISSUE_TEMPLATE" / "our-own.yml").write_text("name: Our own\n")
    assert main(["editors", "--root", str(hub), "--check"]) == 1
    told = capsys.readouterr().out
    assert told.splitlines()[:2] == [".vscode/settings.json", ".vscode/schemas/castles.json"]
    assert main(["editors", "--root", str(hub)]) == 0
    assert main(["editors", "--root", str(hub), "--check"]) == 0
    assert not (hub / ".vscode" / "schemas" / "castles.json").exists()
    assert (hub / ".github" / "ISSUE_TEMPLATE" / "our-own.yml").exists()


def test_a_mistake_in_a_schema_is_told_and_nothing_is_written(
    hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (hub / "data" / "hub.yaml").write_text("nam: Ours\n")
    (hub / ".vscode" / "settings.json").write_text("{}\n")
    assert main(["editors", "--root", str(hub)]) == 1
    assert "“nam” is not a field" in capsys.readouterr().out
    assert (hub / ".vscode" / "settings.json").read_text() == "{}\n"


def test_a_schema_is_named_for_every_folder_and_lies_where_the_settings_say() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    folders = {path for path in (ROOT / "data").iterdir() if any(path.glob("*.yaml")) and path.name not in OTHERS}
    named = {
        ROOT / pattern.rpartition("/")[0] for patterns in settings["yaml.schemas"].values() for pattern in patterns
    }
    assert [path for path in settings["yaml.schemas"] if not (ROOT / path).is_file()] == []
    assert folders <= named


OTHERS = ("schemas", "polls", "results")


def test_the_settings_fetch_nothing_and_lay_out_nothing_anew() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemaStore.enable"] is False
    assert settings["redhat.telemetry.enabled"] is False
    assert settings["yaml.format.enable"] is False
    assert not any("://" in path for path in settings["yaml.schemas"])


# --- Issue forms, by the rules that GitHub has for them --------------------------------------------------------------


def form(path: str) -> Any:
    return yaml.safe_load(FORMS[path])


def elements(path: str) -> list[dict[str, Any]]:
    return [each for each in form(path).get("body", []) if each["type"] != "markdown"]


def test_there_is_a_form_for_a_mistake_and_for_each_kind_of_place_that_people_ask() -> None:
    names = {Path(path).stem for path in FORMS}
    assert names == {"config", "mistake", "add-housing", "add-services", "add-employers", "add-trainings"}


@pytest.mark.parametrize("path", [path for path in FORMS if not path.endswith("config.yml")])
def test_github_takes_the_form(path: str) -> None:
    """Unique ids and labels, options that differ, are texts and are not “None”, at least one thing to fill."""
    whole = form(path)
    fields = elements(path)
    assert {"name", "description", "body"} == set(whole)
    assert len({each["id"] for each in fields}) == len(fields) > 0
    assert len({each["attributes"]["label"] for each in fields}) == len(fields)
    for each in fields:
        options = each["attributes"].get("options", ["some"])
        assert each["type"] in ("input", "textarea", "dropdown")
        assert each["validations"]["required"] in (True, False)
        assert options
        assert len(set(options)) == len(options)
        assert all(isinstance(option, str) and option.casefold() != "none" for option in options)


@pytest.mark.parametrize("path", [path for path in FORMS if not path.endswith("config.yml")])
def test_the_form_warns_first_that_everyone_can_read_it(path: str) -> None:
    first = form(path)["body"][0]
    assert first["type"] == "markdown"
    assert "Never write where a safe house is" in first["attributes"]["value"]
    assert "address" not in {each["id"] for each in elements(path)}


def test_a_form_asks_for_what_a_record_needs_and_for_what_decides() -> None:
    asked = {each["id"]: each["validations"]["required"] for each in elements(".github/ISSUE_TEMPLATE/add-housing.yml")}
    assert [name for name, needed in asked.items() if needed] == ["name", "summary", "kind"]
    assert {"phones", "sources", "cost", "serves", "registry", "moud", "how"} <= set(asked)


def test_files_are_written_once(hub: Path) -> None:
    assert write_files(hub, files_of_hub(hub)) == []


def test_every_record_that_ships_names_its_schema_on_its_first_line() -> None:
    folders = {each.folder: each.resource for each in read_package(ROOT)[0].schemas}
    records = [
        path for root in (ROOT, ROOT / "starter") for folder in folders for path in (root / folder).glob("*.yaml")
    ]
    lines = {path: path.read_text(encoding="utf-8").partition("\n")[0] for path in records}
    assert len(records) > 400
    assert [path.name for path in records if lines[path] != f"# yaml-language-server: $schema={led(path)}"] == []


def led(path: Path) -> str:
    """The schema of the record's folder, as seen from the record."""
    return f"../../.vscode/schemas/{path.parent.name}.json"
