# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The seal of a release: a hash of all that it says, so that a file that was changed afterwards is found out."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from hashlib import sha256

from porchlight.model.released import Release


def seal_of(release: Release) -> str:
    """The SHA-256 of everything in the release but its seal, as hexadecimal digits."""
    content = asdict(replace(release, seal=""))
    content["made_on"] = release.made_on.isoformat()
    written = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(written.encode()).hexdigest()


def sealed(release: Release) -> Release:
    """The release with its seal."""
    return replace(release, seal=seal_of(release))
