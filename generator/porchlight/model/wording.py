# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people are asked, word by word: once someone has answered, it may change only together with the version."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from porchlight.model.questionnaire import FIRST_WAVE, Block, Option, Questionnaire, Wave, Words

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


def frozen(questionnaire: Questionnaire) -> str:
    """The questionnaire as it is asked now, as JSON: what a store keeps when the first answer comes."""
    return json.dumps(as_written(questionnaire), ensure_ascii=False)


def as_written(questionnaire: Questionnaire) -> dict[str, Any]:
    """The questionnaire as its file says it, as far as an answer depends on it: what a store and a release keep."""
    return {
        "id": questionnaire.id,
        "version": str(questionnaire.version),
        "languages": list(questionnaire.languages),
        "title": dict(questionnaire.title),
        "intro": dict(questionnaire.intro),
        **({} if questionnaire.waves == (FIRST_WAVE,) else {"waves": list(map(_wave, questionnaire.waves))}),
        **({"breakdowns": list(questionnaire.breakdowns)} if questionnaire.breakdowns else {}),
        "options": list(map(_option, questionnaire.options)),
        "no_answer": _option(questionnaire.no_answer),
        "blocks": list(map(_block, questionnaire.blocks)),
    }


def _wave(wave: Wave) -> dict[str, Any]:
    days = {"opens": wave.opens, "closes": wave.closes}
    told = {name: day.isoformat() for name, day in days.items() if day}
    return {"id": wave.id, **told, **({"invited": dict(wave.invited)} if wave.invited else {})}


def _option(option: Option) -> dict[str, Any]:
    return {"code": option.code, "label": dict(option.label)}


def _block(block: Block) -> dict[str, Any]:
    items = [{"id": item.id, "label": dict(item.label)} for item in block.items]
    about = {"title": dict(block.title), "stem": dict(block.stem), "stem_source": block.stem_source}
    return {"id": block.id, **about, "items": items}
