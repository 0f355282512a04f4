# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the last build made and the next one needs not make again, in a folder beside the output.

It only saves time: whatever lies there, a build writes the same pages as without it.
"""

from __future__ import annotations

import json
import logging
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

from porchlight.reading.files import leads_out
from porchlight.reading.published import tracked

PACKAGE = Path(__file__).resolve().parent.parent
DIGEST = blake2b().digest_size

Files = dict[str, bytes]

log = logging.getLogger("porchlight")


def kept_beside(output: Path) -> Path:
    """The folder of what is kept for the output folder; one build at a time is at work in both (`site/alone.py`)."""
    return output.parent / f".{output.name}.kept"


def may_be_used(folder: Path) -> bool:
    """False where git brought something along in the folder: a proposal could have pages put there that nobody made."""
    return not (folder.is_dir() and any(tracked(folder)))


def key_of(*inputs: object) -> bytes:
    """Another key for other inputs, by their `repr`, and for another Porchlight or Python."""
    return _digest(repr((sys.version, zlib.ZLIB_RUNTIME_VERSION, _code(), inputs)).encode())


def kept(folder: Path | None, name: str, key: bytes, make: Callable[[], Files]) -> Files:
    """The files that were kept by this name and key, else those that `make` makes, which are kept in their place.

    `key` has to hold all that the files hang on. Nothing is kept without a folder, through a link, or on a full disk.
    """
    files = read_kept(folder, name, key) if folder else None
    if files is None:
        files = make()
        if folder:
            keep(folder, name, key, files)
    return files


def read_kept(folder: Path, name: str, key: bytes) -> Files | None:
    """The files that were kept by this name and key; None for what is not to its last byte what was written."""
    if _is_link(folder, name):
        return None
    try:
        content = (folder / name).read_bytes()
    except OSError:
        return None
    digest, told = content[:DIGEST], content[DIGEST:]
    if _digest(told) != digest:
        log.info("What the last build kept in %s/%s is not as it was left. It is made again.", folder.name, name)
        return None
    return _files(told.removeprefix(key)) if told.startswith(key) else None


def keep(folder: Path, name: str, key: bytes, files: Files) -> None:
    """Keep the files for the next build in the place of what was kept by this name; on a full disk nothing is."""
    if not _is_link(folder, name):
        with suppress(OSError):
            _write(folder / name, key, files)


def _is_link(folder: Path, name: str) -> bool:
    return leads_out(folder.parent, f"{folder.name}/{name}")


def _files(told: bytes) -> Files:
    sizes, _, rest = told.partition(b"\n")
    files, at = Files(), 0
    for file, size in json.loads(sizes):
        files[file] = rest[at : at + size]
        at += size
    return files


def _write(path: Path, key: bytes, files: Files) -> None:
    """Whole or not at all. The half-written file has a name that the next build knows, and lies under no link."""
    sizes = json.dumps([(file, len(content)) for file, content in files.items()]).encode()
    told = b"".join((key, sizes, b"\n", *files.values()))
    path.parent.mkdir(exist_ok=True)
    half = path.with_name(f"{path.name}.half")
    half.unlink(missing_ok=True)
    try:
        with half.open("xb") as file:
            file.write(_digest(told) + told)
        half.replace(path)
    except OSError:
        half.unlink(missing_ok=True)
        raise


@cache
def _code() -> bytes:
    """One digest of all of our code: what a change of it may change is made again."""
    return _digest(b"".join(_digest(path.read_bytes()) for path in sorted(PACKAGE.rglob("*.py"))))


def _digest(content: bytes) -> bytes:
    return blake2b(content).digest()
