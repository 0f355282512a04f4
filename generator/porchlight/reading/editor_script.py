# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The editor of the forms at /admin/ in a hub's folder: taken only where it is, byte for byte, the pinned release.

It runs in the browser of a keeper who is signed in, so nobody's script but that one is published there.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from porchlight.problems import Place, Problem
from porchlight.reading.files import leads_out, link_problem

FOLDER = "admin"
PINNED = {
    name: digest
    for digest, name in map(str.split, Path(__file__).with_suffix(".sha256").read_text("ascii").splitlines())
}
"""The SHA-256 of each file by its name; tools/admin.sh holds what it fetches against the same list."""


def editor_script(root: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """The editor's files by name, as far as they are in the hub's folder; one that is another is a problem."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name, digest in PINNED.items():
        file = f"{FOLDER}/{name}"
        if leads_out(root, file):
            problems.append(link_problem(file))
        elif (root / file).is_file():
            content = (root / file).read_bytes()
            if sha256(content).hexdigest() == digest:
                files[name] = content
            else:
                problems.append(_unknown(file))
    return files, problems


def _unknown(file: str) -> Problem:
    return Problem(
        Place(file),
        "editor-unknown",
        "This is not the file that this version of Porchlight knows, and it would run for whoever opens /admin/.",
        hint="Delete the folder admin. To have its forms, fetch them again from a checkout of Porchlight:",
        paste="sh tools/admin.sh FOLDER-OF-THE-HUB",
    )
