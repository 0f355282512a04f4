# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which form service an export came from, told by columns that only that one writes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from porchlight.exchange.answers.export import Export
from porchlight.model.alike import alike
from porchlight.model.form_services import FormService
from porchlight.model.questionnaire import Questionnaire

PLAIN = "plain"
_SUB_QUESTION = re.compile(r"\w+\[\w+\](\..*)?", re.DOTALL)


def service_of(export: Export, questionnaire: Questionnaire, services: Mapping[str, FormService]) -> str:
    """The service's name for the remembered mapping; the poll's own provider where the file shows no other."""
    heads = [cell for head in export.heads for cell in head.cells]
    own = questionnaire.provider.service if questionnaire.provider else PLAIN
    return export.written_by or _shown(heads, own, services) or own


def _shown(heads: Sequence[str], own: str, services: Mapping[str, FormService]) -> str:
    """The service most of whose marks are among the heads, the poll's own before others; "" where no mark is there."""
    said = set(map(alike, heads))
    marks = {name: len(said & set(map(alike, each.exported.known_by))) for name, each in services.items()}
    if _are_sub_questions(heads):
        marks["limesurvey"] = marks.get("limesurvey", 0) + 1
    most = max(marks, key=lambda name: (marks[name], name == own), default="")
    return most if marks.get(most) else ""


def _are_sub_questions(heads: Iterable[str]) -> bool:
    return any(_SUB_QUESTION.fullmatch(head) and not head.startswith("fields[") for head in heads)
