# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The service worker: one file at the site's root, which knows what to keep from the start."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from porchlight.model import paths
from porchlight.site.theme import catalog
from porchlight.site.writing import file_of

KEPT_PAGES = ("", "tonight/", paths.KEPT, paths.OFFLINE)
DIGITS = 10


def worker_files(
    theme: Path, languages: Sequence[str], files: Mapping[str, bytes], beside: Sequence[str] = ()
) -> dict[str, bytes]:
    """`sw.js` for a site of these files: it keeps the pages of help, the list, the first page and the assets.

    What lies in the folders `beside` these is left to the workers there.
    """
    folders = {"" if language == languages[0] else f"{language}/": language for language in languages}
    kept = [folder + page for folder in folders for page in KEPT_PAGES if file_of(folder + page) in files]
    assets = sorted(name for name in files if name.startswith("assets/"))
    site = {
        "version": _version(files, [*map(file_of, kept), *assets]),
        "shell": [*kept, *assets],
        "beside": [f"{folder}/" for folder in beside],
        "words": {
            folder: {"lang": language, "saved": catalog(theme, language)("offline.saved", day="{day}")}
            for folder, language in folders.items()
        },
    }
    script = (theme / "worker" / "sw.js").read_bytes()
    return {"sw.js": f"const SITE = {json.dumps(site)};\n".encode() + script}


def _version(files: Mapping[str, bytes], names: Sequence[str]) -> str:
    digest = hashlib.sha256()
    for name in names:
        digest.update(name.encode() + b"\0" + files[name] + b"\0")
    return digest.hexdigest()[:DIGITS]
