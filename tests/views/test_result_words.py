# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""With each figure of a poll stands what it is about: the question, when it was asked, and who answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from porchlight.model.hub import Hub
from porchlight.model.questionnaire import Questionnaire
from porchlight.site.theme import catalog, theme_folder
from porchlight.views.codebook import codebook_page
from porchlight.views.edition import Assets, Edition
from porchlight.views.item_pages import item_pages
from porchlight.views.needs import needs_page
from porchlight.views.poll_types import CodebookView, ItemView, NeedsView, ResultsView
from porchlight.views.results import results_page
from tests.conftest import ROOT
from tests.views.fakes import view_of
from tests.views.results import REWORDED, SHARES, SMALL, hub_with_results


def edition(language: str = "en", hub: Hub | None = None) -> Edition:
    words = catalog(theme_folder(ROOT), language)
    return Edition(hub or hub_with_results(), language, words, Assets("a.css", "m.js", "i.svg"))


def poll_of(each: Edition) -> Questionnaire:
    return each.hub.questionnaires[0]


def results(each: Edition) -> ResultsView:
    return view_of(results_page(each, poll_of(each)), ResultsView)


def item(each: Edition, item_id: str) -> ItemView:
    ids = [asked.id for asked in poll_of(each).items()]
    return view_of(list(item_pages(each, poll_of(each)))[ids.index(item_id)], ItemView)


@pytest.mark.parametrize(
    ("language", "question", "when"),
    [
        ("en", "The question on each line: “{}”", "When: October 1, 2026 to October 31, 2026."),
        ("es", "La pregunta en cada línea: “{}”", "Cuándo: Del 1 de octubre de 2026 al 31 de octubre de 2026."),
    ],
)
def test_results_say_what_was_asked_and_when(language: str, question: str, when: str) -> None:
    each = edition(language)
    assert results(each).question == (question.format(poll_of(each).blocks[0].stem[language]), when)


def test_each_block_with_a_question_of_its_own_is_named() -> None:
    """The words stand as they were asked: also those of a former version."""
    each = edition()
    blocks = poll_of(each).blocks
    poll = replace(poll_of(each), blocks=(replace(blocks[0], stem={"en": "Do we have enough of it?"}), *blocks[1:]))
    hub = replace(each.hub, questionnaires=(poll,))
    question = results(edition(hub=hub)).question
    assert question[:2] == (
        f"The question on each line of “{blocks[0].title['en']}”: “Do we have enough of it?”",
        f"The question on each line of “{blocks[1].title['en']}”: “{blocks[1].stem['en']}”",
    )
    assert view_of(needs_page(edition(hub=hub), poll), NeedsView).question == question[:-1]
    assert item(edition(hub=hub), "training_peer_mentor").question.endswith("“Do we have enough of it?”")


@pytest.mark.parametrize(
    ("language", "question", "asked"),
    [
        ("en", "The question on this line: “{}”", "chose to take part, so this is not everyone"),
        ("es", "La pregunta en esta línea: “{}”", "Decidieron participar: no son todo el mundo"),
    ],
)
def test_the_page_of_a_line_says_what_the_page_of_needs_says(language: str, question: str, asked: str) -> None:
    each = edition(language)
    view = item(each, "training_peer_mentor")
    assert view.question == question.format(poll_of(each).blocks[0].stem[language])
    assert view.asked == view_of(needs_page(each, poll_of(each)), NeedsView).lead
    assert asked in view.asked
    assert each.day(each.hub.releases[-1].made_on) in view.asked


def test_what_nobody_was_asked_in_these_words_names_no_people() -> None:
    before = replace(hub_with_results(), releases=tuple(r for r in hub_with_results().releases if r.wave == "fall"))
    assert item(edition(hub=before), REWORDED).asked == ""
    assert item(edition(hub=before), "programs_hiring").asked != ""


@pytest.mark.parametrize(("language", "mark"), [("en", "(small group)"), ("es", "(grupo pequeño)")])
def test_every_table_marks_a_small_group(language: str, mark: str) -> None:
    each = edition(language)
    view, poll = results(each), poll_of(each)
    labels = {asked.id: asked.label[language] for asked in poll.items()}
    assert view.waves
    waves = {row.label.value: row.cells for row in view.waves.rows}
    needs = {row.item.label: row.share for row in view_of(needs_page(each, poll), NeedsView).table.rows}
    for small in (SMALL, SHARES):
        assert [cell.endswith(mark) for cell in waves[labels[small]]] == [False, True]
        assert needs[labels[small]].endswith(mark)
        assert item(each, small).need.share.endswith(mark)
    assert mark not in needs[labels["training_peer_mentor"]]
    assert [mark in cell for cell in view.groups[0].rows[0].cells] == [True, False]


def test_the_codebook_names_each_time_of_asking_by_its_days() -> None:
    each = edition()
    asked = view_of(codebook_page(each, poll_of(each)), CodebookView).asked
    assert [(line.label, line.text.value) for line in asked] == [
        ("March 1, 2026 to April 30, 2026", "Everyone at our meetings. In the files this time is called “fall”."),
        ("October 1, 2026 to October 31, 2026", "Everyone in the county. In the files this time is called “winter”."),
    ]
