# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the program keeps in var/, people's answers among it, stays there and on this machine."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

from porchlight.problems import Place, Problem
from porchlight.reading.files import leads_out, link_problem
from porchlight.reading.published import published

FOLDER = "var"


def own_folder(root: Path) -> Iterator[Problem]:
    """The folder is no link, by which answers would land where others read them, and git takes nothing of it along."""
    if leads_out(root, FOLDER):
        yield link_problem(FOLDER)
    for file in published(root):
        if file.startswith(f"{FOLDER}/"):
            yield _published(file)


def _published(file: str) -> Problem:
    return Problem(
        Place(file),
        "raw-answers",
        "The folder var is for this machine only, and git takes this file of it along.",
        hint="Take it out of git, and write /var into the file .gitignore. If it was ever pushed, tell who keeps the "
        "repository:",
        paste=f"git rm --cached {shlex.quote(file)}",
    )
