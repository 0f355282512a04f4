# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words as a browser finds them in a text that people paste: one file for each language."""

from __future__ import annotations

import hashlib
import json

from porchlight.model import paths
from porchlight.model.hub import Hub
from porchlight.wording.of_hub import lexicons

DIGITS = 10


def word_list_files(hub: Hub) -> dict[str, bytes]:
    """Each language's words by path below the first page, named by what is in the file."""
    files = {}
    for language, lexicon in lexicons(hub).items():
        content = json.dumps(lexicon.plain(), ensure_ascii=False, separators=(",", ":")).encode()
        files[paths.word_list(language, hashlib.sha256(content).hexdigest()[:DIGITS])] = content
    return files
