# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A fact as it stands on paper: what it says, what it does not show, where it is from, when it is looked at again."""

from __future__ import annotations

from typing import NamedTuple

from porchlight.views.edition import Edition
from porchlight.views.parts import Text
from porchlight.views.text_types import FactTold


class FactLines(NamedTuple):
    """The lines in the order in which they are read, each a sentence or more; None where there is nothing to say."""

    words: Text
    caveat: Text | None
    source: Text
    again: Text | None


def fact_lines(edition: Edition, fact: FactTold) -> FactLines:
    """The fact in full: paper can't take a line away on its day, so each sheet tells the day."""
    source, doubt = edition.t("slides.source", source=fact.source.value), fact.caveat
    return FactLines(
        fact.words,
        Text(f"{edition.t('record.caveat')}: {doubt.value}", doubt.lang) if doubt else None,
        Text(source, fact.source.lang),
        Text(fact.again) if fact.again else None,
    )
