# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files that a server runs the form service by: they call what there is, and keep it shut in."""

from __future__ import annotations

import configparser
import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from porchlight.cli import parser

ROOT = Path(__file__).resolve().parent.parent
UNIT = ROOT / "deploy" / "porchlight-forms.service"
CONTAINER = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")


@pytest.fixture
def service() -> configparser.SectionProxy:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(UNIT, encoding="utf-8")
    return unit["Service"]


def test_the_unit_starts_a_command_that_there_is(service: configparser.SectionProxy) -> None:
    program, *arguments = shlex.split(service["ExecStart"])
    chosen = parser().parse_args(arguments)
    assert Path(program).name == "porchlight"
    assert chosen.unix == "/run/porchlight/forms.sock"
    assert service["Environment"].startswith("PORCHLIGHT_STORE=/var/lib/porchlight/")
    assert service["StateDirectory"] == service["RuntimeDirectory"] == "porchlight"


def test_the_unit_shuts_the_service_in(service: configparser.SectionProxy) -> None:
    shut = {
        "DynamicUser": "yes",
        "NoNewPrivileges": "yes",
        "ProtectSystem": "strict",
        "ProtectHome": "yes",
        "StateDirectoryMode": "0700",
        "CapabilityBoundingSet": "",
        "SystemCallFilter": "@system-service",
    }
    assert {name: service[name] for name in shut} == shut
    assert "password" not in UNIT.read_text(encoding="utf-8")


def test_systemd_understands_the_unit(tmp_path: Path, service: configparser.SectionProxy) -> None:
    systemd = shutil.which("systemd-analyze")
    if systemd is None:
        pytest.skip("systemd is not installed, so its own check of the unit can't be asked")
    here = tmp_path / UNIT.name
    program = shlex.split(service["ExecStart"])[0]
    here.write_text(UNIT.read_text(encoding="utf-8").replace(program, sys.executable), encoding="utf-8")
    told = subprocess.run([systemd, "verify", "--man=no", here], capture_output=True, text=True, check=False)
    assert [line for line in told.stderr.splitlines() if UNIT.name in line] == []


def test_the_container_starts_a_command_that_there_is_and_runs_as_nobody_in_particular() -> None:
    program, *arguments = json.loads(_last("ENTRYPOINT"))
    chosen = parser().parse_args([*arguments, "--proxy", "10.88.0.0/16"])
    assert (program, chosen.host, chosen.root) == ("porchlight", "0.0.0.0", Path("/hub"))
    assert _last("USER") == "porchlight"
    assert f":{chosen.port}/f/health" in _last("HEALTHCHECK")
    assert "PORCHLIGHT_STORE=/answers/" in _last("ENV")
    assert _last("VOLUME") == "/answers"


def test_what_the_container_copies_is_there() -> None:
    copied = re.findall(r"^COPY (?!--from)(\S+) ", CONTAINER, re.MULTILINE)
    assert copied
    assert [path for path in copied if not (ROOT / path).exists()] == []


def test_the_container_installs_only_what_is_pinned() -> None:
    """Each step names a file of pins or asks for nothing else; to build the wheel fetches no newer tool either."""
    steps = re.findall(r"pip (?:install|wheel) ([^&]+?)\s*(?:\\\n|&&|\n)", CONTAINER)
    assert len(steps) == 4
    assert [step for step in steps if "--requirement" not in step and "--no-deps" not in step] == []
    assert "--no-build-isolation" in CONTAINER
    for name in ("build.txt", "run.txt"):
        assert f"requirements/{name}" in CONTAINER
        pins = [line for line in (ROOT / "requirements" / name).read_text().splitlines() if line[:1] not in "#"]
        assert [pin for pin in pins if "==" not in pin] == []


def _last(instruction: str) -> str:
    return str(re.findall(rf"^{instruction} (.*)$", CONTAINER, re.MULTILINE)[-1])
