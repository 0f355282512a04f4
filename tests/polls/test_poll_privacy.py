# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from porchlight.model.questionnaire import Questionnaire, Wave
from porchlight.polls.privacy import Keeping, privacy_in_short, privacy_note
from tests.conftest import ROOT
from tests.polls.support import needs

CLOSING = replace(needs(), waves=(Wave("2026-fall", None, date(2026, 11, 30)),))


def note(questionnaire: Questionnaire, months: int = 12, language: str = "en", service: str = "") -> str:
    return " ".join(privacy_note(Keeping(months), questionnaire, language, service))


def test_the_months_are_those_of_the_settings() -> None:
    assert "12 months after the poll has closed" in note(CLOSING)
    assert "6 months after the poll has closed" in note(CLOSING, months=6)
    assert "One month after the poll has closed" in note(CLOSING, months=1)


def test_where_a_wave_never_closes_no_day_is_promised() -> None:
    assert "after the poll has closed" not in note(needs())
    assert "This poll has no last day." in note(needs())


def test_answers_that_go_to_others_are_not_said_to_be_kept_by_us_alone() -> None:
    assert "We keep no name, no address" in note(CLOSING)
    told = note(CLOSING, service="Formspree")
    assert "Your answers go to Formspree." in told
    assert "It may see and keep the address of your phone or computer" in told
    assert "We keep no name" not in told
    assert "scrambled mark" not in told


def test_the_host_that_gets_the_answers_is_named_whatever_the_service_is_called() -> None:
    named = privacy_note(Keeping(), CLOSING, "en", "Formspree", "evil.example")
    assert named[0].startswith("Your answers go to Formspree (evil.example).")
    assert privacy_note(Keeping(), CLOSING, "en", host="evil.example")[0] == (
        "Your answers go to evil.example, the server that the people who keep this site chose."
    )


def test_the_handbook_quotes_what_the_page_says() -> None:
    page = " ".join((ROOT / "docs" / "other-form-services.md").read_text(encoding="utf-8").split())
    assert f"“{privacy_note(Keeping(), CLOSING, 'en', 'Formspree', 'formspree.io')[0]}”" in page


HARD = re.compile(r"network|robot|pseudonym|scrambled|server|\bred\b|servidor|huella")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("service", "host"), [("", ""), ("", "forms.example.org"), ("Formspree", "formspree.io")])
@pytest.mark.parametrize("months", [1, 12])
@pytest.mark.parametrize("poll", [needs(), CLOSING], ids=["no last day", "closing"])
def test_three_short_sentences_in_plain_words_name_the_host(
    poll: Questionnaire, months: int, service: str, host: str, language: str
) -> None:
    short = privacy_in_short(Keeping(months), poll, language, service, host)
    assert len(short) == 3
    for sentence in short:
        assert len(sentence.split()) <= 16
        assert sentence.endswith(".")
        assert not HARD.search(sentence)
        assert not {"{", "}"} & set(sentence)
    assert host in short[0]


def test_the_short_sentences_are_made_from_the_settings() -> None:
    assert (
        privacy_in_short(Keeping(6), CLOSING, "en")[1] == "6 months after the poll has closed we delete your answers."
    )
    assert privacy_in_short(Keeping(1), CLOSING, "en")[1].startswith("One month after")
    assert "no last day" in privacy_in_short(Keeping(6), needs(), "en")[1]
    others = " ".join(privacy_in_short(Keeping(6), CLOSING, "en", "Formspree", "formspree.io"))
    assert "not your name" not in others
    assert "address of your phone" in others


def test_groups_are_named_only_where_results_are_split_by_them() -> None:
    assert "may also be shown" not in note(CLOSING)
    assert "shown by how people answered, where" in note(replace(CLOSING, breakdowns=("mode",)))
    assert "by how people answered and by language," in note(replace(CLOSING, breakdowns=("mode", "language")))


@pytest.mark.parametrize(("poll", "service"), [(needs(), ""), (CLOSING, ""), (CLOSING, "Formspree")])
def test_both_languages_say_the_same_sentences(poll: Questionnaire, service: str) -> None:
    english, spanish = (privacy_note(Keeping(), poll, language, service) for language in ("en", "es"))
    assert len(english) == len(spanish)
    assert not set(english) & set(spanish)
    assert privacy_note(Keeping(), poll, "fr", service) == english


def test_no_setting_leaves_a_hole_in_a_sentence() -> None:
    for poll in (needs(), CLOSING, replace(CLOSING, breakdowns=("mode", "language"))):
        for language, service in product(("en", "es"), ("", "Formspree")):
            assert not {"{", "}"} & set(note(poll, language=language, service=service))
