# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a person said of columns and texts on the command line, and what is remembered from before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from porchlight.exchange.sheets.sheet import CannotImport
from porchlight.model.alike import alike
from porchlight.model.import_map import LEFT_OUT, ImportMap
from porchlight.model.questionnaire import Questionnaire
from porchlight.reading.saying import did_you_mean, shown


@dataclass(frozen=True, slots=True)
class Asked:
    """Columns with their item and texts with their code, as typed; LEFT_OUT for what is left out."""

    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)


def asked_of(maps: Iterable[str], values: Iterable[str], questionnaire: Questionnaire) -> Asked:
    """Each COLUMN=item and Text=code; CannotImport names what this poll does not have."""
    items, codes = {item.id for item in questionnaire.items()}, questionnaire.codes()
    columns = dict(_pair("--map", "COLUMN=item", each) for each in maps)
    texts = dict(_pair("--value", "Text=code", each) for each in values)
    for item in columns.values():
        if item not in (*items, LEFT_OUT):
            raise CannotImport(f"This poll has no item “{shown(item)}”. {did_you_mean(item, items)}".rstrip())
    for code in texts.values():
        if code not in (*codes, LEFT_OUT):
            raise CannotImport(f"This poll has no answer “{shown(code)}”. Its codes are: {', '.join(sorted(codes))}.")
    return Asked(columns, texts)


def remembered(maps: Iterable[ImportMap], poll: str, service: str) -> ImportMap:
    """All that is remembered of a service's exports of the poll."""
    fitting = [each for each in maps if (each.poll, each.service) == (poll, service)]
    columns = {name: item for each in fitting for name, item in each.columns.items()}
    return ImportMap(poll, service, columns, {text: code for each in fitting for text, code in each.values.items()})


def compared(said: Mapping[str, str]) -> dict[str, str]:
    """The same, by texts as they are compared."""
    return {alike(text): meaning for text, meaning in said.items()}


def _pair(option: str, form: str, typed: str) -> tuple[str, str]:
    text, sign, meaning = typed.rpartition("=")
    if not sign or not text.strip():
        raise CannotImport(f'{option} needs {form}, like {option} "{form}". It says “{shown(typed)}”.')
    return text.strip(), meaning.strip()
