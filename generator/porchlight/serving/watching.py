# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Seeing that the files of a hub have changed, while something else is being served."""

from __future__ import annotations

from asyncio import Event
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

from watchfiles import DefaultFilter, awatch


class _Shown(DefaultFilter):
    """Leaves out what is hidden: nothing reads it, and our own half-written files are among it."""

    ignore_entity_patterns = (*DefaultFilter.ignore_entity_patterns, r"^\.")


async def changes(root: Path, names: Iterable[str], stop: Event) -> AsyncIterator[str]:
    """At each change below one of the names in the hub's folder, what has changed; until `stop` is set."""
    paths = [root / name for name in names if (root / name).exists()]
    async for changed in awatch(*paths, watch_filter=_Shown(), stop_event=stop, debounce=200, recursive=True):
        yield ", ".join(sorted({str(Path(path).relative_to(root)) for _, path in changed}))
