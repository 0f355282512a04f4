# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the cells below an item say: an option, nothing, or a text that nobody has explained yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from porchlight.exchange.answers.asked import Asked, compared
from porchlight.exchange.answers.export import Export
from porchlight.exchange.answers.perhaps import Column
from porchlight.exchange.answers.proposals import Proposal
from porchlight.exchange.sheets.cells import tidy
from porchlight.model.alike import alike
from porchlight.model.import_map import LEFT_OUT, ImportMap
from porchlight.model.poll_words import PollWords, Said
from porchlight.model.questionnaire import Questionnaire
from porchlight.reading.saying import nearest

_NOTHING = Said("")


@dataclass(frozen=True, slots=True)
class Values:
    """The meaning of each text that stands in a column of answers. `remember` holds those that are no plain code."""

    meanings: Mapping[str, Said]
    proposals: tuple[Proposal, ...] = ()
    remember: Mapping[str, str] = field(default_factory=dict)

    def said(self, text: str) -> Said | None:
        """The option that the cell holds; None where it holds none."""
        found = self.meanings.get(text, _NOTHING)
        return found if found.code else None


def understand_values(
    export: Export, columns: Sequence[Column], questionnaire: Questionnaire, asked: Asked, known: ImportMap
) -> Values:
    """Say of each different text what it means."""
    words = PollWords(questionnaire)
    said, before = compared(asked.values), compared(known.values)
    meanings: dict[str, Said] = {}
    remember: dict[str, str] = {}
    unknown: list[str] = []
    for text in _texts(export, columns):
        by_hand = said.get(alike(text), "")
        meaning = Said(by_hand) if by_hand else words.option(text) or _known(before, text) or _nothing(text)
        if meaning is None:
            unknown.append(text)
            continue
        meanings[text] = Said("") if meaning.code == LEFT_OUT else meaning
        if meaning.code and meaning.code != alike(text):
            remember[" ".join(tidy(text).split())] = meaning.code
    return Values(meanings, tuple(_proposals(unknown, questionnaire)), remember)


def _texts(export: Export, columns: Sequence[Column]) -> Counter[str]:
    """Each different text of the columns of answers."""
    indexes = [column.index for column in columns]
    return Counter(cells[index] for _, cells in export.rows for index in indexes if index < len(cells))


def _known(before: Mapping[str, str], text: str) -> Said | None:
    code = before.get(alike(text), "")
    return Said(code) if code else None


def _nothing(text: str) -> Said | None:
    """No answer, for a cell that is empty or says N/A."""
    return None if tidy(text) else _NOTHING


def _proposals(unknown: Sequence[str], questionnaire: Questionnaire) -> Iterator[Proposal]:
    """What each text may mean: the option whose label is near, or the one at the place that the text counts."""
    labels = {label: option.code for option in questionnaire.options for label in option.label.values()}
    codes = ", ".join(f"{option.code} {questionnaire.said(option.label, 'en')}" for option in questionnaire.options)
    why = f"These texts are no answer of this poll. Say what each means ({codes}), or “-” for no answer."
    for text in unknown:
        near = labels.get(nearest(text, labels), "")
        yield Proposal(why, "--value", " ".join(tidy(text).split()), near or _at_place(text, questionnaire) or "CODE")


def _at_place(text: str, questionnaire: Questionnaire) -> str:
    """The option that A1, AO01 or 1 counts to, if the first option is the first in that program, too."""
    place = alike(text).removeprefix("a").removeprefix("o").removeprefix("0")
    by_place = {str(number): option.code for number, option in enumerate(questionnaire.options, start=1)}
    return by_place.get(place, "")
