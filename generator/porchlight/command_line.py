# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What all commands share: the hub's folder, where answers are kept, how to call it again, what a person is told."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

FINE, DATA_NEEDS_A_CHANGE, FAULT_OF_OURS = 0, 1, 2


class CannotDo(Exception):
    """Something has to be said or done first; the message tells what."""


def hub_folder(root: Path) -> Path:
    """The whole path of the hub's folder; CannotDo where there is no hub in it."""
    if not (root / "data" / "hub.yaml").is_file():
        raise CannotDo(
            f"There is no hub in {root.resolve()}: it has no data/hub.yaml.\n"
            "Go to your hub's folder, name it with --root, or make one: porchlight new my-hub"
        )
    return root.resolve()


def store_of(chosen: argparse.Namespace, root: Path) -> str:
    """Where answers are kept: a path or the address of a database."""
    # The environment is there so that no password stands where every user of the machine can read it.
    return chosen.store or os.environ.get("PORCHLIGHT_STORE") or str(root / "var" / "responses.sqlite3")


def program() -> str:
    """How this command can be typed again: its name where the shell knows it, else its whole path."""
    called = Path(sys.argv[0])
    if called.name == "__main__.py":
        return f"{sys.executable} -m porchlight"
    return called.name if shutil.which(called.name) else str(called.resolve())


def say(words: str) -> None:
    """Tell it at once, also where the output is a file or a pipe."""
    print(words, flush=True)
