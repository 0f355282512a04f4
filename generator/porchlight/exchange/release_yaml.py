# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A release → the file in `data/results/` that holds it."""

from __future__ import annotations

from collections.abc import Mapping

from porchlight.exchange.yaml_out import Value, record_yaml
from porchlight.model.released import Release
from porchlight.reading.results import FOLDER, HIDDEN

_ON_TOP = """\
# Counts of many answers, released by a person. This file never changes: its seal would no longer fit.
# Results: CC-BY-4.0, like the hub's other data.
"""


def release_path(release: Release) -> str:
    """Where the release lies, below the hub's folder."""
    return f"{FOLDER}/{release.poll}/{release.wave}-{release.number}.yaml"


def release_yaml(release: Release) -> str:
    """The file's text; reading it gives the same release, with the same seal."""
    content: dict[str, Value] = {
        "poll": release.poll,
        "version": release.version,
        "wave": release.wave,
        "number": release.number,
        "made_on": release.made_on,
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
        "seal": release.seal,
    }
    return _ON_TOP + record_yaml(content)


def _told(counts: Mapping[str, int | None]) -> dict[str, Value]:
    return {name: HIDDEN if count is None else count for name, count in counts.items()}
