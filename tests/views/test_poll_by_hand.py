# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A poll on a host that only shows files: nobody fills in a form whose answers would get lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from porchlight.model import paths
from porchlight.model.hub import ON_THE_SITE
from porchlight.site.theme import catalog, environment, theme_folder
from porchlight.views.edition import Edition
from porchlight.views.poll_pages import poll_pages
from tests.conftest import ROOT
from tests.theme.components import THEME, site
from tests.views.fakes import POLL, edition


def pages(language: str = "en", *, form_service: str = "", contact: str = "") -> dict[str, str]:
    """The pages of the poll by path, with both of its sheets to download."""
    of = edition(language=language)
    settings = replace(of.hub.settings, address="https://h.example", form_service=form_service, contact=contact)
    sheets = {paths.ballot_file(POLL.id, each, large=False): 1000 for each in ("en", "es")}
    hub, words = replace(of.hub, settings=settings), catalog(theme_folder(ROOT), language)
    made = poll_pages(Edition(hub, language, words, of.assets, downloads=sheets), POLL)
    looks = environment(THEME)
    return {
        page.path: looks.get_template(page.template).render(site=site(language), view=page.view)
        for page in made
        if page.template.startswith("poll")
    }


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "You can’t send answers from this page yet."), ("es", "Todavía no se pueden enviar respuestas")],
)
def test_where_no_service_runs_the_page_says_so_and_offers_paper(language: str, said: str) -> None:
    (html,) = pages(language, contact="hub@example.org").values()
    assert "<form" not in html
    assert "<button" not in html.partition("<main")[2]
    assert said in html
    assert "mailto:hub@example.org?subject=needs" in html
    assert html.count('type="application/pdf"') == 2


def test_without_a_contact_it_names_who_told_about_the_poll() -> None:
    (html,) = pages().values()
    assert "Hand it to the group that told you about this poll." in html
    assert "mailto:" not in html


def test_where_a_service_runs_the_form_stands_on_every_page_of_the_poll() -> None:
    made = pages(form_service=ON_THE_SITE)
    assert len(made) == 3
    assert all('action="' in html and "</form>" in html for html in made.values())
    assert all("You can’t send answers" not in html for html in made.values())


@pytest.mark.parametrize("tree", ["", "es/"])
def test_the_hub_that_ships_has_no_form_that_nobody_takes(shipped_site: Path, tree: str) -> None:
    for page in ("poll/needs", "peers"):
        html = (shipped_site / tree / page / "index.html").read_text(encoding="utf-8")
        assert 'method="post"' not in html
    assert not (shipped_site / tree / "poll" / "needs" / "embed").exists()
