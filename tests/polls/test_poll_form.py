# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

from dataclasses import replace

from porchlight.model.form_services import Trap
from porchlight.polls.form import poll_form
from porchlight.polls.wire import HiddenField
from tests.polls.support import needs


def test_a_form_carries_version_language_and_the_way_on() -> None:
    form = poll_form(needs(), "es", "/f/needs", "/es/gracias/")
    assert form.action == "/f/needs"
    assert form.hidden == (
        HiddenField("_v", "1"),
        HiddenField("_lang", "es"),
        HiddenField("_next", "/es/gracias/"),
    )
    assert form.trap == Trap("_gotcha")


def test_a_form_without_a_way_on_sends_none() -> None:
    assert [field.name for field in poll_form(needs(), "en", "/f/needs", "").hidden] == ["_v", "_lang"]


def test_each_item_offers_the_options_in_order_and_no_answer_last() -> None:
    form = poll_form(needs(), "en", "/f/needs", "")
    for block in form.blocks:
        for item in block.items:
            assert [option.code for option in item.options] == ["1", "2", "3", "4", "5", "na"]
            assert [option.is_no_answer for option in item.options] == [False] * 5 + [True]


def test_parts_are_numbered_and_every_id_on_the_page_is_another() -> None:
    form = poll_form(needs(), "en", "/f/needs", "")
    assert [(block.number, block.count) for block in form.blocks] == [(n, 5) for n in range(1, 6)]
    items = [item for block in form.blocks for item in block.items]
    ids = [option.id for item in items for option in item.options]
    ids += [block.id for block in form.blocks] + [block.stem_id for block in form.blocks]
    assert len(ids) == len(set(ids)) == 20 * 6 + 10


def test_the_words_are_those_of_the_language() -> None:
    item = poll_form(needs(), "es", "/f/needs", "").blocks[0].items[2]
    assert item.label == "Capacitación para responder en una crisis"
    assert item.options[5].label == "Sin respuesta"


def test_english_stands_in_for_what_is_not_translated() -> None:
    untranslated = replace(needs(), title={"en": "Needs"})
    assert poll_form(untranslated, "es", "/f/needs", "").title == "Needs"
