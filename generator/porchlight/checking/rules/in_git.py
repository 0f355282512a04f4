# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What git may not bring along with a hub: links, the build's own lists, and the program of the forms at /admin/."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from porchlight.problems import Place, Problem
from porchlight.reading import editor_script
from porchlight.reading.files import link_problem
from porchlight.reading.published import tracked

_BESIDE_THE_PAGES = re.compile(r"\.[^/]+\.(manifest|kept/.+)", re.DOTALL)


def in_git(root: Path) -> Iterator[Problem]:
    """No link is tracked, and nothing that each machine makes or fetches for itself."""
    for file, is_link in tracked(root):
        if is_link:
            yield link_problem(file)
        elif _BESIDE_THE_PAGES.fullmatch(file):
            yield _list_of_the_build(file)
        elif file.startswith(f"{editor_script.FOLDER}/"):
            yield _forms(file)


def editor_known(root: Path) -> Iterator[Problem]:
    """What lies in the folder of the forms is the editor that the program knows."""
    yield from editor_script.editor_script(root)[1]


def _list_of_the_build(file: str) -> Problem:
    return Problem(
        Place(file),
        "made-here",
        "Each machine makes this list for itself while building, and git takes it along.",
        hint="Take it out of git, and write /.output.* into the file .gitignore:",
        paste=f"git rm --cached {shlex.quote(file)}",
    )


def _forms(file: str) -> Problem:
    return Problem(
        Place(file),
        "made-here",
        "What is in the folder admin runs for whoever opens /admin/, and git takes this file of it along.",
        hint="Take it out of git, and write /admin into the file .gitignore. tools/admin.sh fetches the forms:",
        paste=f"git rm --cached {shlex.quote(file)}",
    )
