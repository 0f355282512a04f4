# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A questionnaire as the form that a person fills in: what a template prints, in one language, and nothing of how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from porchlight.model.form_services import Trap
from porchlight.model.questionnaire import Block, Item, Option, Questionnaire
from porchlight.polls.wire import HiddenField, Script, Wire, own_wire


@dataclass(frozen=True, slots=True)
class FormOption:
    """One radio button. `id` is unique on the page; `is_no_answer` marks the one that stands apart.

    `code` is what we store, `value` what is sent: a form service may want the words instead.
    """

    id: str
    code: str
    value: str
    label: str
    is_no_answer: bool


@dataclass(frozen=True, slots=True)
class FormItem:
    """One fieldset: `name` is the name of its radio buttons on the wire, `id` the item's own, `label` its legend."""

    id: str
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
    """The whole form, or one block of it. `trap` is a field that people leave empty and robots fill in.

    `script` is None where a script must leave the sending to the browser.
    """

    id: str
    version: int
    language: str
    title: str
    intro: str
    action: str
    hidden: tuple[HiddenField, ...]
    attributes: Mapping[str, str]
    trap: Trap | None
    script: Script | None
    blocks: tuple[FormBlock, ...]


def poll_form(questionnaire: Questionnaire, language: str, action: str, next_path: str) -> PollForm:
    """The form for our own service in one language, the poll's first language standing in where words are missing.

    `next_path` is where a person goes after sending; where it is "", the form service shows its own thanks.
    """
    return form_on(own_wire(questionnaire, language, action, next_path), questionnaire, language)


def form_on(wire: Wire, questionnaire: Questionnaire, language: str, block: str = "") -> PollForm:
    """The form for any service; with `block`, that part alone."""
    count = len(questionnaire.blocks)
    return PollForm(
        id=questionnaire.id,
        version=questionnaire.version,
        language=language,
        title=questionnaire.said(questionnaire.title, language),
        intro=questionnaire.said(questionnaire.intro, language),
        action=wire.action,
        hidden=wire.hidden,
        attributes=wire.attributes,
        trap=wire.trap,
        script=wire.script,
        blocks=tuple(
            _block(wire, questionnaire, each, language, number, count)
            for number, each in enumerate(questionnaire.blocks, start=1)
            if block in ("", each.id)
        ),
    )


def _block(wire: Wire, questionnaire: Questionnaire, block: Block, language: str, number: int, count: int) -> FormBlock:
    return FormBlock(
        id=block.id,
        number=number,
        count=count,
        title=questionnaire.said(block.title, language),
        stem=questionnaire.said(block.stem, language),
        stem_id=f"{block.id}-stem",
        items=tuple(_item(wire, questionnaire, item, language) for item in block.items),
    )


def _item(wire: Wire, questionnaire: Questionnaire, item: Item, language: str) -> FormItem:
    choices = (*questionnaire.options, questionnaire.no_answer)
    options = tuple(_option(wire, questionnaire, item, choice, language) for choice in choices)
    return FormItem(item.id, wire.names[item.id], questionnaire.said(item.label, language), options)


def _option(wire: Wire, questionnaire: Questionnaire, item: Item, option: Option, language: str) -> FormOption:
    label = questionnaire.said(option.label, language)
    value = option.code if wire.value == "code" else label
    return FormOption(f"{item.id}-{option.code}", option.code, value, label, option is questionnaire.no_answer)
