# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which form service an export came from, told by columns that only that one writes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from porchlight.exchange.answers.export import Export
from porchlight.model.alike import alike
from porchlight.model.questionnaire import Questionnaire

PLAIN = "plain"
_KOBO = frozenset({"uuid", "formhub/uuid", "meta/instanceid", "submission time"})
_LIMESURVEY = frozenset({"lastpage", "submitdate", "id. response id", "lastpage. last page"})
_SUB_QUESTION = re.compile(r"\w+\[\w+\](\..*)?", re.DOTALL)
_GOOGLE = frozenset({"timestamp", "marca temporal"})


def service_of(export: Export, questionnaire: Questionnaire) -> str:
    """The service's name for the remembered mapping; the poll's own provider where the file shows no other."""
    heads = [cell for head in export.heads for cell in head.cells]
    said = set(map(alike, heads))
    if export.written_by:
        return export.written_by
    if said & _KOBO:
        return "kobotoolbox"
    if said & _LIMESURVEY or _are_sub_questions(heads):
        return "limesurvey"
    if said & _GOOGLE:
        return "google"
    return questionnaire.provider.service if questionnaire.provider else PLAIN


def _are_sub_questions(heads: Iterable[str]) -> bool:
    return any(_SUB_QUESTION.fullmatch(head) and not head.startswith("fields[") for head in heads)
