# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people are asked, word by word: once someone has answered, it may change only together with the version."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256

from porchlight.model.questionnaire import Questionnaire, Words

Path = tuple[str | int, ...]
"""Where words stand in the file of the questionnaire."""


def wording(questionnaire: Questionnaire) -> Mapping[Path, Words]:
    """Every word that gives an answer its meaning, by where it stands: stems, items and options, with ids and codes."""
    return dict(_wording(questionnaire))


def _wording(questionnaire: Questionnaire) -> Iterator[tuple[Path, Words]]:
    for position, option in enumerate(questionnaire.options):
        yield ("options", position), {"code": option.code, **option.label}
    for at, block in enumerate(questionnaire.blocks):
        yield ("blocks", at, "stem"), block.stem
        for place, item in enumerate(block.items):
            yield ("blocks", at, "items", place), {"id": item.id, **item.label}


def wording_hash(questionnaire: Questionnaire) -> str:
    """The SHA-256 of the wording, as hexadecimal digits."""
    content = [[list(path), dict(words)] for path, words in wording(questionnaire).items()]
    return sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
