# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Writes requirements/*.txt: every package that a set needs, at one version that all sets share.

    .venv/bin/python tools/pins.py            what pyproject.toml asks for, at the versions pinned today where they fit
    .venv/bin/python tools/pins.py --upgrade  at the newest versions that fit together

Names and versions only: where packages come from is pip's affair, not ours.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "requirements"
HEADER = "# Made by tools/pins.py from pyproject.toml. To change it, change that, then run this again.\n"


def asked() -> dict[str, list[str]]:
    """What pyproject.toml asks for, per set."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {"run": pyproject["project"]["dependencies"], **pyproject["dependency-groups"]}


def resolved(wanted: Iterable[str], pins: Iterable[str]) -> list[str]:
    """Everything that `wanted` needs, as `name==version`, held to `pins` where they name it; nothing is installed."""
    with tempfile.TemporaryDirectory() as folder:
        constraints = Path(folder, "constraints.txt")
        constraints.write_text("\n".join(pins), encoding="utf-8")
        report = Path(folder, "report.json")
        options = ["--dry-run", "-qq", "--ignore-installed", f"--report={report}", f"--constraint={constraints}"]
        subprocess.run([sys.executable, "-m", "pip", "install", *options, *wanted], check=True)
        installs = json.loads(report.read_text(encoding="utf-8"))["install"]
    packages = ((install["metadata"]["name"], install["metadata"]["version"]) for install in installs)
    return [f"{name}=={version}" for name, version in sorted(packages, key=lambda package: package[0].lower())]


def pinned_today() -> set[str]:
    """Every pin that stands in requirements/ now."""
    lines = (line for path in PINS.glob("*.txt") for line in path.read_text(encoding="utf-8").splitlines())
    return {line for line in lines if "==" in line}


def main() -> None:
    """Finds one version of each package that suits every set, then writes each set's share."""
    sets = asked()
    together = [wish for wishes in sets.values() for wish in wishes]
    pins = resolved(together, () if "--upgrade" in sys.argv[1:] else pinned_today())
    for name, wishes in sets.items():
        lines = resolved(wishes, pins)
        (PINS / f"{name}.txt").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
        print(f"requirements/{name}.txt  {len(lines)} packages")


if __name__ == "__main__":
    main()
