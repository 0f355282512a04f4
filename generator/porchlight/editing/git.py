# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one door to git for commands that write: fixed words, no shell, no hook of the folder."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


class GitCannot(Exception):
    """Git could not do it; the message says why, and what to do."""


def git(folder: Path, *words: str) -> str:
    """What git prints; raises GitCannot. No hook is run: beside a stranger's proposal it could be hers."""
    quiet = os.environ | {"GIT_TERMINAL_PROMPT": "0"}
    command = ["git", "-C", str(folder), "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", *words]
    try:
        return subprocess.run(command, capture_output=True, text=True, env=quiet, check=True).stdout
    except FileNotFoundError:
        raise GitCannot("This needs git, which is not installed.") from None
    except subprocess.CalledProcessError as fault:
        told = fault.stderr.strip().splitlines() or [words[0]]
        raise GitCannot(f"Git could not do it: {told[-1]}") from None


def changed_on(root: Path, file: str) -> str:
    """The day (ISO) on which the file was last committed; "" where git knows nothing of it."""
    try:
        return git(root, "log", "-1", "--format=%cs", "--", file).strip()
    except GitCannot:
        return ""
