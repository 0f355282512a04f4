# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The box on the words page: a text is marked where it is pasted, and nobody gets it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from porchlight.model import paths
from porchlight.reading.hub import read_hub
from porchlight.site.assets import bundle
from porchlight.site.theme import catalog, environment
from porchlight.site.word_lists import word_list_files
from porchlight.site.writing import file_of
from porchlight.views.edition import Edition
from porchlight.views.parts import Site
from porchlight.views.words_page import words_page
from tests.faultless import faultless
from tests.serving import serving
from tests.theme.components import THEME
from tests.wording.judging import ROOT

pytestmark = pytest.mark.browser

PASTED = "Many addicts relapse. “Junkies,” he said. I am an alcoholic. Read https://example.org/addicts <b>addict</b>"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The words page of the shipped hub in both languages, with all that it loads."""
    folder = tmp_path_factory.mktemp("words")
    hub, looks = read_hub(ROOT).hub, bundle(THEME)
    files, schema = word_list_files(hub), hub.package.schema_of("words")
    sizes = {path: len(content) for path, content in files.items()}
    for path, content in {**files, **looks.files}.items():
        _write(folder / path, content)
    for language in ("en", "es"):
        edition = Edition(hub, language, catalog(THEME, language), looks.assets, sizes)
        page = words_page(edition, schema)
        site = Site(hub.settings.name, language, edition.t)
        html = environment(THEME).get_template(page.template).render(site=site, view=page.view)
        _write(folder / file_of(page.path), html.encode())
    with serving(folder) as base:
        yield base


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page whose faults, broken policies included, fail the test."""
    context = browser.new_context(viewport={"width": 320, "height": 800})
    with faultless(context.new_page()) as page:
        yield page
    context.close()


def test_a_pasted_text_is_marked_and_told_what_to_say_and_why(page: Page, address: str) -> None:
    page.goto(f"{address}/words/")
    page.get_by_label("Your text").fill(PASTED)
    page.get_by_role("button", name="Mark the words").click()
    expect(page.get_by_role("status")).to_have_text("3 words to look at")
    assert page.locator(".marked").inner_text() == PASTED
    assert page.locator("mark:not(.kept)").all_inner_texts() == ["addicts", "relapse", "addict"]
    assert page.locator("mark.kept").all_inner_texts() == ["Junkies", "alcoholic"]
    lines = page.locator(".word-box li").all_inner_texts()
    assert len(lines) == 4  # one word found twice is told once
    assert lines[0].startswith("addicts: Most guides say to change it.")
    assert "person with a substance use disorder" in lines[0]
    assert "It makes an illness the whole of a person." in lines[0]
    assert "People disagree" in lines[1]
    assert [line.strip() for line in lines[2:]] == [
        "Junkies: Leave it, it stands in a quote.",
        "alcoholic: Leave it, people may say it about themselves.",
    ]


def test_a_text_without_such_words_says_so(page: Page, address: str) -> None:
    page.goto(f"{address}/es/words/")
    page.get_by_label("Su texto").fill("Toallas limpias para todas las personas.")
    page.get_by_role("button", name="Marcar las palabras").click()
    expect(page.get_by_role("status")).to_contain_text("Ninguna de nuestras palabras")
    expect(page.locator(".marked")).to_be_hidden()


def test_the_language_of_the_text_can_be_another_than_that_of_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}/words/")
    page.get_by_label("Your text").fill("Los adictos")
    page.get_by_label("Its language").select_option(label="Spanish")
    page.get_by_role("button", name="Mark the words").click()
    expect(page.locator("mark")).to_have_text("adictos")
    assert page.locator(".marked").get_attribute("lang") == "es"


def test_nothing_is_asked_for_before_the_field_is_used_and_nothing_is_sent_after(page: Page, address: str) -> None:
    page.goto(f"{address}/words/", wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    page.get_by_label("Your text").focus()
    page.wait_for_function("performance.getEntriesByType('resource').some((each) => each.name.includes('/words/en-'))")
    assert [each.startswith(f"GET {address}/{paths.word_list('en')}") for each in asked] == [True]
    page.get_by_label("Your text").fill(PASTED)
    page.get_by_role("button", name="Mark the words").click()
    expect(page.locator("mark").first).to_be_visible()
    page.get_by_label("Your text").press("Tab")
    assert len(asked) == 1
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, location.href]") == [
        *(0, 0, ""),
        f"{address}/words/",
    ]


def test_without_the_list_it_says_so_and_a_second_press_asks_again(page: Page, address: str) -> None:
    page.goto(f"{address}/words/")
    expect(page.get_by_label("Your text")).to_be_visible()
    page.context.set_offline(True)
    page.get_by_label("Your text").fill("addicts")
    press = page.get_by_role("button", name="Mark the words")
    press.click()
    expect(page.get_by_role("status")).to_contain_text("Try again when you are online")
    page.context.set_offline(False)
    press.click()
    expect(page.locator("mark")).to_have_text("addicts")


def test_without_scripts_the_box_is_not_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/words/")
    expect(page.get_by_role("heading", name="Words that help")).to_be_visible()
    expect(page.locator(".word-box")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_marked_text(page: Page, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{address}/words/")
    page.get_by_label("Your text").fill(PASTED)
    page.get_by_role("button", name="Mark the words").click()
    expect(page.locator("mark").first).to_be_visible()
    found = Axe().run(page)
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
