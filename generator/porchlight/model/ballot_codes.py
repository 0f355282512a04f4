# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The code on a sheet of paper: which poll and version it asks, and the letter of its pile, written by hand."""

from __future__ import annotations

from collections.abc import Iterable

from porchlight.model.questionnaire import Questionnaire
from porchlight.model.short_codes import ALPHABET, code_of

LENGTH = 4
PILES = "".join(sign for sign in ALPHABET if sign.isalpha()).upper()
"""The letters that a pile may have."""


def ballot_code(poll: str, version: int) -> str:
    """The four signs of a version of a poll: the same for ever, since they stand on paper."""
    return code_of(f"poll/{poll} {version}")[:LENGTH].upper()


def find(code: str, questionnaires: Iterable[Questionnaire]) -> Questionnaire | None:
    """The questionnaire that four signs stand for, in capitals or not; None where it is none of these."""
    wanted = code.upper()
    return next((each for each in questionnaires if ballot_code(each.id, each.version) == wanted), None)
