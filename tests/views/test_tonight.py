# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page of help right now: the first page leads to it where it is written, and a new hub starts with it."""

from __future__ import annotations

import pytest

from porchlight.model.hub import Article
from porchlight.views.home import home_page
from porchlight.views.types import HomeView
from tests.conftest import ROOT
from tests.views.fakes import edition, view_of

TONIGHT = Article("tonight", "en", "Help tonight", "What to do now.", "Call.")


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_first_page_leads_to_help_tonight(language: str) -> None:
    view = view_of(home_page(edition(language=language, articles=(TONIGHT,))), HomeView)
    assert view.tonight == "tonight/"


def test_a_hub_that_has_not_written_it_has_no_way_to_it() -> None:
    assert view_of(home_page(edition()), HomeView).tonight == ""


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_new_hub_starts_with_the_page_that_is_shipped(language: str) -> None:
    name = f"content/{language}/tonight.md"
    assert (ROOT / "starter" / name).read_bytes() == (ROOT / name).read_bytes()


@pytest.mark.parametrize("language", ["en", "es"])
def test_its_first_line_says_whom_to_call(language: str) -> None:
    text = (ROOT / f"content/{language}/tonight.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    first = text.strip().partition("\n")[0]
    assert [number in first for number in ("(tel:911)", "(tel:988)", "(sms:988")] == [True, True, True]


@pytest.mark.parametrize("language", ["en", "es"])
def test_who_is_hurt_finds_the_line_for_it(language: str) -> None:
    text = (ROOT / f"content/{language}/tonight.md").read_text(encoding="utf-8")
    for line in ("(tel:18007997233)", "(record:services/childhelp)", "(record:services/rainn)"):
        assert line in text
