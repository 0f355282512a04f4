# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Writes the examples that `porchlight explain` shows, from the broken hubs of the tests.

.venv/bin/python tools/examples.py    after a change to tests/hubs/broken/
"""

from __future__ import annotations

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BROKEN = ROOT / "tests" / "hubs" / "broken"
EXAMPLES = ROOT / "generator" / "porchlight" / "checking" / "examples.json"
TOLD = {"en": "expected.txt", "es": "expected.es.txt"}
LINES_AT_MOST, WIDTH = 3, 140

_PLACE = re.compile(r"(?P<file>[^:\s]+):(?P<line>\d+):\d+  ")


def examples() -> str:
    """Every code that has a broken hub: the file, the lines at the place, and what the check tells of them."""
    made = {folder.name: _example(folder) for folder in sorted(BROKEN.iterdir()) if (folder / "expected.txt").is_file()}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _example(folder: Path) -> dict[str, object]:
    told = {language: _told(folder / name) for language, name in TOLD.items() if (folder / name).is_file()}
    first = _PLACE.match(told["en"][0])
    if first is None:
        return {"told": told}
    return {"file": first["file"], "lines": _lines(folder / first["file"], int(first["line"])), "told": told}


def _told(file: Path) -> list[str]:
    """The first problem of the file, with the lines to paste."""
    told = file.read_text(encoding="utf-8").splitlines()
    also = [n for n, line in enumerate(told) if n and _PLACE.match(line)]
    return told[: also[0]] if also else told


def _lines(file: Path, line: int) -> list[str]:
    """The line at the place and the one above; nothing where they would not help anyone."""
    try:
        text = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    around = text[max(line - LINES_AT_MOST + 1, 0) : line]
    return around if all(each.isprintable() and len(each) <= WIDTH for each in around) else []


def main() -> None:
    """Writes the file."""
    EXAMPLES.write_text(examples(), encoding="utf-8")
    print(f"{EXAMPLES.relative_to(ROOT)} is up to date.")


if __name__ == "__main__":
    main()
