# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A questionnaire as the form that a person fills in: what a template prints, in one language, and nothing of how."""

from __future__ import annotations

from dataclasses import dataclass

from porchlight.model import poll_names as names
from porchlight.model.questionnaire import Block, Item, Option, Questionnaire


@dataclass(frozen=True, slots=True)
class HiddenField:
    """A field that travels with the answers and is not shown."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class FormOption:
    """One radio button. `id` is unique on the page; `is_no_answer` marks the one that stands apart."""

    id: str
    code: str
    label: str
    is_no_answer: bool


@dataclass(frozen=True, slots=True)
class FormItem:
    """One fieldset: `name` is the name of its radio buttons, `label` its legend."""

    name: str
    label: str
    options: tuple[FormOption, ...]


@dataclass(frozen=True, slots=True)
class FormBlock:
    """A headed part, number `number` of `count`. `stem_id` is what each fieldset is described by."""

    id: str
    number: int
    count: int
    title: str
    stem: str
    stem_id: str
    items: tuple[FormItem, ...]


@dataclass(frozen=True, slots=True)
class PollForm:
    """The whole form. `trap` names a text field that people leave empty and robots fill in."""

    id: str
    language: str
    title: str
    intro: str
    action: str
    hidden: tuple[HiddenField, ...]
    trap: str
    blocks: tuple[FormBlock, ...]


def poll_form(questionnaire: Questionnaire, language: str, action: str, next_path: str) -> PollForm:
    """The form in one language, the poll's first language standing in where a translation is not there yet.

    `next_path` is where a person goes after sending; where it is "", the form service shows its own thanks.
    """
    count = len(questionnaire.blocks)
    return PollForm(
        id=questionnaire.id,
        language=language,
        title=questionnaire.said(questionnaire.title, language),
        intro=questionnaire.said(questionnaire.intro, language),
        action=action,
        hidden=_hidden(questionnaire.version, language, next_path),
        trap=names.TRAP,
        blocks=tuple(
            _block(questionnaire, block, language, number, count)
            for number, block in enumerate(questionnaire.blocks, start=1)
        ),
    )


def _hidden(version: int, language: str, next_path: str) -> tuple[HiddenField, ...]:
    fields = (HiddenField(names.VERSION, str(version)), HiddenField(names.LANGUAGE, language))
    return (*fields, HiddenField(names.NEXT, next_path)) if next_path else fields


def _block(questionnaire: Questionnaire, block: Block, language: str, number: int, count: int) -> FormBlock:
    return FormBlock(
        id=block.id,
        number=number,
        count=count,
        title=questionnaire.said(block.title, language),
        stem=questionnaire.said(block.stem, language),
        stem_id=f"{block.id}-stem",
        items=tuple(_item(questionnaire, item, language) for item in block.items),
    )


def _item(questionnaire: Questionnaire, item: Item, language: str) -> FormItem:
    choices = (*questionnaire.options, questionnaire.no_answer)
    options = tuple(_option(questionnaire, item, choice, language) for choice in choices)
    return FormItem(item.id, questionnaire.said(item.label, language), options)


def _option(questionnaire: Questionnaire, item: Item, option: Option, language: str) -> FormOption:
    label = questionnaire.said(option.label, language)
    return FormOption(f"{item.id}-{option.code}", option.code, label, option is questionnaire.no_answer)
