# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Seeing that the files of a hub have changed, while something else is being served."""

from __future__ import annotations

import asyncio
from asyncio import Event
from collections.abc import AsyncIterator, Iterable, Mapping
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch

Stamps = Mapping[str, tuple[int, int, int]]
"""When each file was written, how long and which one it is: another stamp, another file."""


class _Shown(DefaultFilter):
    """Leaves out what is hidden: nothing reads it, and our own half-written files are among it."""

    ignore_entity_patterns = (*DefaultFilter.ignore_entity_patterns, r"^\.")


_SHOWN = _Shown()


async def changes(
    root: Path, names: Iterable[str], stop: Event, before: Stamps | None = None
) -> AsyncIterator[tuple[str, ...]]:
    """At each change below one of the names in the hub's folder, the files that changed; until `stop` is set.

    What changes before the next one is asked for is told then; first of all, what is no longer as `before`.
    """
    paths = _below(root, names)
    watched = awatch(*paths, watch_filter=_SHOWN, stop_event=stop, debounce=200, recursive=True)
    heard = asyncio.ensure_future(anext(watched, None))
    await asyncio.sleep(0)  # from here on it is watched: what changed earlier has its stamp
    if before is not None and (missed := _differing(before, stamps(root, names))):
        yield missed
    while found := await heard:
        yield tuple(sorted({Path(path).relative_to(root).as_posix() for _, path in found}))
        heard = asyncio.ensure_future(anext(watched, None))


def stamps(root: Path, names: Iterable[str]) -> Stamps:
    """The stamp of each file that would be watched."""
    found: dict[str, tuple[int, int, int]] = {}
    for path in (file for each in _below(root, names) for file in (each.rglob("*") if each.is_dir() else (each,))):
        if _SHOWN(Change.modified, str(path)) and path.is_file():
            seen = path.stat()
            found[path.relative_to(root).as_posix()] = (seen.st_mtime_ns, seen.st_size, seen.st_ino)
    return found


def _below(root: Path, names: Iterable[str]) -> list[Path]:
    return [root / name for name in names if (root / name).exists()]


def _differing(before: Stamps, now: Stamps) -> tuple[str, ...]:
    return tuple(sorted(file for file in before.keys() | now.keys() if before.get(file) != now.get(file)))
