# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one door to git: fixed words, no shell, and no program that a folder of others names is started."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

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
