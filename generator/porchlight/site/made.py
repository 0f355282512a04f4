# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files of the site as they are made: pages lie on the disk at once, so that no build holds a whole state in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple


class Keyed(NamedTuple):
    """What a page was made from, and what was made: two digests."""

    key: str
    content: str


@dataclass(slots=True)
class Made(Mapping[str, bytes]):
    """What was made of the site, by path below the output folder.

    Some is `held`; what is `laid` lies in a file, below the stage or in the output itself where it stands already, and
    is read when someone asks for it. `page_keys` are those of pages that the next build need not render again.
    """

    held: dict[str, bytes] = field(default_factory=dict)
    laid: dict[str, Path] = field(default_factory=dict)
    page_keys: dict[str, Keyed] = field(default_factory=dict)

    def __getitem__(self, path: str) -> bytes:
        return self.held[path] if path in self.held else self.laid[path].read_bytes()

    def __contains__(self, path: object) -> bool:
        return path in self.held or path in self.laid

    def __iter__(self) -> Iterator[str]:
        yield from self.held
        yield from self.laid

    def __len__(self) -> int:
        return len(self.held) + len(self.laid)

    def take(self, other: Made) -> None:
        """Add what another part of the build made."""
        self.held |= other.held
        self.laid |= other.laid
        self.page_keys |= other.page_keys
