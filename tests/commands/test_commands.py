# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The command as a person meets it: in a shell, with its exit status and its words."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checking.hubs import say_made_up
from tests.conftest import ROOT

HOUSE = """\
id: porch-house
name: Porch House (made up)
summary: A made-up home for a test.
kind: recovery_residence
beds: twelve
phnoe: 614-555-0142
answers:
  registry: yes
sources:
  - url: https://www.example.org/
    read_on: 2026-11-23
    kind: own
"""


def porchlight(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "porchlight", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def new_hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hub as the command makes it, once for all tests: none may change it."""
    folder = tmp_path_factory.mktemp("new") / "my-hub"
    made = porchlight("new", folder, "--no-build", "--name", "Lantern: the “#1” hub")
    assert made.returncode == 0, made.stderr
    return say_made_up(folder)


@pytest.fixture
def hub(new_hub: Path, tmp_path: Path) -> Path:
    """The new hub, a copy of its own for each test."""
    return shutil.copytree(new_hub, tmp_path / "my-hub", symlinks=True)


def test_a_new_hub_is_sound_at_once(hub: Path) -> None:
    checked = porchlight("check", "--root", hub)
    assert checked.returncode == 0, checked.stdout
    assert "0 problems" in checked.stdout


def test_a_new_hub_builds_at_once_under_its_own_name(hub: Path) -> None:
    built = porchlight("build", "--root", hub)
    assert built.returncode == 0, built.stderr
    assert "Lantern: the “#1” hub" in (hub / "output" / "index.html").read_text(encoding="utf-8")


def test_new_never_writes_over_what_is_there(hub: Path) -> None:
    before = (hub / "data" / "hub.yaml").read_text(encoding="utf-8")
    again = porchlight("new", hub, "--name", "Other")
    assert again.returncode == 1
    assert "is not empty" in again.stdout
    assert (hub / "data" / "hub.yaml").read_text(encoding="utf-8") == before


def test_a_mistake_is_told_in_spanish_to_who_asks_for_it(hub: Path) -> None:
    (hub / "data" / "housing").mkdir()
    (hub / "data" / "housing" / "porch-house.yaml").write_text(HOUSE, encoding="utf-8")
    checked = porchlight("check", "--root", hub, "--lang", "es")
    assert checked.returncode == 1
    assert "“beds” debe ser un número entero, como 12. Dice: “twelve”." in checked.stdout
    assert "3 problemas, 1 por revisar de nuevo" in checked.stdout
    assert "Un “#” después de un espacio" in porchlight("explain", "hash-in-text", "--lang", "es").stdout


def test_three_mistakes_get_three_sentences_each_with_its_place(hub: Path) -> None:
    house = hub / "data" / "housing" / "porch-house.yaml"
    house.parent.mkdir()
    house.write_text(HOUSE, encoding="utf-8")
    checked = porchlight("check", "--root", hub)
    assert checked.returncode == 1
    lines = [line for line in checked.stdout.splitlines() if line.startswith("data/housing/porch-house.yaml:")]
    assert [line.partition("  ")[0] for line in lines] == [
        "data/housing/porch-house.yaml:5:7",
        "data/housing/porch-house.yaml:6:1",
        "data/housing/porch-house.yaml:8:13",
    ]
    assert "should be a whole number" in checked.stdout
    assert "Did you mean “phones”?" in checked.stdout
    assert "registry: {answer: yes, as_of:" in checked.stdout


def test_the_check_without_shortcuts_says_the_same(hub: Path) -> None:
    (hub / "data" / "housing").mkdir(exist_ok=True)
    (hub / "data" / "housing" / "porch-house.yaml").write_text(HOUSE, encoding="utf-8")
    quick, thorough = porchlight("check", "--root", hub), porchlight("check", "--root", hub, "--thorough")
    assert (thorough.returncode, thorough.stdout) == (quick.returncode, quick.stdout)
    assert "beds" in thorough.stdout


def test_problems_can_be_read_by_tools(hub: Path) -> None:
    house = hub / "data" / "housing" / "porch-house.yaml"
    house.parent.mkdir()
    house.write_text(HOUSE, encoding="utf-8")
    as_json = json.loads(porchlight("check", "--root", hub, "--format", "json").stdout)
    assert [each["code"] for each in as_json["problems"] if each["file"] == "data/hub.yaml"] == ["not-made-up"]
    assert len(as_json["problems"]) == 4
    sarif = json.loads(porchlight("check", "--root", hub, "--format", "sarif").stdout)
    assert sarif["version"] == "2.1.0"
    assert len(sarif["runs"][0]["results"]) == 4
    github = porchlight("check", "--root", hub, "--format", "github").stdout
    assert github.count("::error file=data/housing/porch-house.yaml,line=") == 3


def test_outside_a_hub_the_command_says_where_to_go(tmp_path: Path) -> None:
    for command in ("check", "build", "serve", "reports"):
        answer = porchlight(command, "--root", tmp_path)
        assert answer.returncode == 1
        assert "There is no hub in" in answer.stdout
        assert "Traceback" not in answer.stderr


def test_every_command_explains_itself() -> None:
    for command in ("new", "check", "build", "serve", "import", "reports"):
        answer = porchlight(command, "--help")
        assert answer.returncode == 0
        assert "usage: porchlight" in answer.stdout


def test_no_color_when_piped(hub: Path) -> None:
    assert "\x1b" not in porchlight("check", "--root", hub).stdout
    assert "\x1b" not in porchlight("build", "--root", hub).stderr


def test_a_hub_can_be_made_from_the_wheel_alone(tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", str(wheels), "."]
    subprocess.run(pip, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = wheels.glob("*.whl")
    unpacked = tmp_path / "unpacked"
    subprocess.run([sys.executable, "-m", "zipfile", "-e", str(wheel), str(unpacked)], check=True)
    program = f"import sys; sys.path.insert(0, {str(unpacked)!r}); from porchlight.cli import main; sys.exit(main())"
    steps = (
        ["new", str(tmp_path / "h"), "--place", "Franklin County"],
        ["upgrade", "--root", str(tmp_path / "h")],
    )
    for step in steps:
        done = subprocess.run(
            [sys.executable, "-c", program, *step], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, (step, done.stdout, done.stderr)
    assert (tmp_path / "h" / "output" / "es" / "index.html").exists()
    assert not (tmp_path / "h" / "data" / "schemas").exists()
    command = tmp_path / "porchlight"
    command.write_text(f"#!{sys.executable}\n{program}\n", encoding="utf-8")
    command.chmod(0o755)
    tested = subprocess.run(
        ["make", "-C", str(tmp_path / "h"), "test", f"PORCHLIGHT={command}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert tested.returncode == 0, (tested.stdout, tested.stderr)
    assert "0 problems" in tested.stdout
    flows = {path.name for path in (tmp_path / "h" / ".github" / "workflows").iterdir()}
    assert flows == {"care.yml", "check.yml", "comment.yml", "deploy.yml"}
    assert (tmp_path / "h" / ".gitlab-ci.yml").is_file()
