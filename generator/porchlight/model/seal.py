# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the file of a release says, and its seal: a hash, so that a file that was changed afterwards is found out.

The seal is of the file's content and not of a type in this program: a later Porchlight reads what an older one sealed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from porchlight.model.released import Release

HIDDEN = "hidden"
"""How a file writes a number that is not told."""

FORM = 1
"""Raised when files say more than before; what an older file does not say has its default."""


def content_of(release: Release) -> dict[str, Any]:
    """All that the file says before its seal, in its order."""
    return {
        "form": FORM,
        "poll": release.poll,
        "version": release.version,
        "wave": release.wave,
        "number": release.number,
        "made_on": release.made_on.isoformat(),
        "people": release.people,
        "modes": _told(release.modes),
        "languages": _told(release.languages),
        "is_last": "true" if release.is_last else "false",
        "figures": [
            {
                "item": each.item,
                "people": each.people,
                "detail": each.detail,
                "since": each.since,
                "counts": dict(each.counts),
            }
            for each in release.figures
        ],
        "breakdown": [
            {"by": cell.by, "group": cell.group, "item": cell.item, "people": cell.people, "counts": _told(cell.counts)}
            for cell in release.breakdown
        ],
        "wording": release.wording,
        "before": release.before,
    }


def seal_of(content: Mapping[str, Any]) -> str:
    """The SHA-256 of the content without a seal, every number as its digits, as hexadecimal digits."""
    said = {name: _as_text(value) for name, value in content.items() if name != "seal"}
    written = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(written.encode()).hexdigest()


def sealed(release: Release) -> Release:
    """The release with its seal."""
    return replace(release, seal=seal_of(content_of(release)))


def _told(counts: Mapping[str, int | None]) -> dict[str, int | str]:
    return {name: HIDDEN if count is None else count for name, count in counts.items()}


def _as_text(value: Any) -> Any:
    """The same with every scalar as text, which is what a file gives back."""
    if isinstance(value, Mapping):
        return {str(name): _as_text(each) for name, each in value.items()}
    return [_as_text(each) for each in value] if isinstance(value, list) else str(value)
