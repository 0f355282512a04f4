# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading a poll's YAML as plain text with places, the way that the hub's reader hands it over."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from porchlight.model.questionnaire import Questionnaire
from porchlight.problems import Place, Problem
from porchlight.reading.questionnaires import read_questionnaire

NEEDS = Path(__file__).parents[2] / "data" / "polls" / "needs.yaml"


def read(text: str) -> tuple[Questionnaire | None, list[Problem]]:
    root: Any = yaml.compose(text, Loader=yaml.BaseLoader)

    def place_of(path: tuple[str | int, ...]) -> Place:
        node = root
        for key in path:
            node = _child(node, key)
        return Place("poll.yaml", node.start_mark.line + 1, node.start_mark.column + 1)

    return read_questionnaire(yaml.load(text, Loader=yaml.BaseLoader), place_of)


@cache
def needs() -> Questionnaire:
    questionnaire, problems = read(NEEDS.read_text(encoding="utf-8"))
    assert questionnaire, problems
    return questionnaire


def _child(node: Any, key: str | int) -> Any:
    if isinstance(key, int):
        return node.value[key]
    return next(value for name, value in node.value if name.value == key)
