# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files put into a hub: whole or not at all, and through no link that a proposal can bring."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from porchlight.reading.files import leads_out, link_on_way, plain


class NotWritten(Exception):
    """Nothing was written; the message says why, and what to do."""


class LeadsOut(NotWritten):
    """A file that should be written is a link, or lies behind one; nothing was written."""


@contextmanager
def in_words(folder: Path) -> Iterator[None]:
    """Tell in a sentence, as NotWritten, that the system refused to write something into the folder."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        at = error.filename2 or error.filename
        where = f" at {at}" if at else ""
        why = "its disk is full" if full else f"the system says “{error.strerror}”{where}"
        raise NotWritten(f"The pages can't be written to {folder}: {why}. Mend that, then build again.") from error


def refuse_link(root: Path, file: str) -> None:
    """Raise LeadsOut where the path below the root is a link, or lies behind one."""
    if leads_out(root, file):
        raise LeadsOut(f"{file} is a link to something else. Put the file itself there.")


def put_named(root: Path, path: Path, content: bytes) -> None:
    """Write to where someone said, whole or not at all; raises LeadsOut where that leads through a link in the hub."""
    if file := link_on_way(root, path):
        raise LeadsOut(f"{file} is a link to something else. Take it away, or name another file with --output.")
    target = plain(path).resolve()
    if target.exists() and not target.is_file():
        target.write_bytes(content)  # a pipe or a printer is written to, never replaced
    else:
        put_file(target, content)


def put_file(path: Path, content: bytes | None) -> None:
    """Put the content in the place of the file, whole or not at all; None takes the file away.

    The half-written file has a name that nobody can have laid a link under before.
    """
    if content is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".half", dir=path.parent)
    half = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            os.fchmod(file.fileno(), path.stat().st_mode & 0o777 if path.is_file() else 0o644)
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
