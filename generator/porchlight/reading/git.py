# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one door to git: fixed words, no shell, and no program that a folder of others names is started."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

MISSING = "This needs the program git, which is not on this machine. Install it, then run the same again."

_NO_PROGRAMS = (
    *("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"),
    *("-c", "safe.bareRepository=explicit", "-c", "core.quotepath=off"),
)
"""A folder that others made may say which program git is to start; it is not asked."""

_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


def git(folder: Path, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes] | None:
    """What git answers in that folder to the words and to what is `given` it; None where this machine has no git."""
    if not shutil.which("git"):
        return None
    command = ["git", "-C", str(folder), *_NO_PROGRAMS, *words]
    return subprocess.run(command, input=given, capture_output=True, check=False, env={**os.environ, **_QUIET})


def contents_of(folder: Path, names: Iterable[str]) -> Mapping[str, bytes]:
    """What git keeps under each of these names, by one call for all of them; a name that it does not know is left out.

    All of it is in memory then: ask for the sizes first where others wrote the files.
    """
    rest, position = asked_of_each(folder, "--batch", names), 0
    found: dict[str, bytes] = {}
    while (end := rest.find(b"\n", position)) >= 0:
        name, _, size = rest[position:end].decode().partition(" ")
        if not size.startswith("blob"):  # a line about what is missing has nothing behind it
            position = end + 1
            continue
        length = int(size.split()[-1])
        found[name] = rest[end + 1 : end + 1 + length]
        position = end + length + 2
    return found


def asked_of_each(folder: Path, how: str, names: Iterable[str]) -> bytes:
    """What `git cat-file` tells in this way of each of these names."""
    given = "".join(f"{name}\n" for name in names).encode()
    asked = git(folder, "cat-file", how, given=given) if given else None
    return asked.stdout if asked else b""
