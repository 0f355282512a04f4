# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The map of squares in a real Chromium: a list for the ear and on a phone, the country where there is room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from porchlight.reading.gazetteer import spots
from porchlight.site.assets import stylesheet
from porchlight.site.patterns import render_example
from porchlight.site.theme import environment
from porchlight.views.tile_map import Tile, tile_map
from tests.serving import serving
from tests.theme.components import THEME, site

pytestmark = pytest.mark.browser

LABELS = {spot.state: spot.name for spot in reversed(spots("states"))}
SPANISH = {spot.state: spot.name for spot in spots("states")}
NARROW: ViewportSize = {"width": 320, "height": 700}
WIDE: ViewportSize = {"width": 1280, "height": 900}
THUMB = 44
BOX = "square => square.getBoundingClientRect().toJSON()"


def html(language: str, labels: dict[str, str]) -> str:
    """A page with made-up counts; Wyoming has no page and Ohio has most."""
    tiles = [
        Tile(code, label, "" if code == "US-WY" else f"{code}.html", 12 if code == "US-OH" else n % 9)
        for n, (code, label) in enumerate(labels.items())
    ]
    made = tile_map("Made up", tiles, lambda n: f"{n} (example)" if n else "nothing (example)")
    drawn = render_example(environment(THEME), site(language), "tile_map", {"map": made})
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Made up</title>'
        '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="site.css">'
        f"<main><h1>Made up</h1>{drawn}</main></html>"
    )


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("tiles")
    Path(folder, "site.css").write_text(stylesheet(THEME), encoding="utf-8")
    Path(folder, "en.html").write_text(html("en", LABELS), encoding="utf-8")
    Path(folder, "es.html").write_text(html("es", SPANISH), encoding="utf-8")
    with serving(folder) as base:
        yield base


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(java_script_enabled=True)
    yield context
    context.close()


def opened(context: BrowserContext, address: str, language: str, size: ViewportSize) -> Page:
    page = context.new_page()
    page.set_viewport_size(size)
    page.goto(f"{address}/{language}.html")
    return page


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["phone", "desk"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_ear_gets_a_list_by_name_with_each_count(
    context: BrowserContext, address: str, language: str, size: ViewportSize
) -> None:
    page = opened(context, address, language, size)
    links = page.locator(".tiles a")
    expect(links).to_have_count(51)
    expect(page.get_by_role("link", name="Ohio", exact=False)).to_have_accessible_name(
        "Ohio 12 (example)" if size == NARROW else "Ohio OH 12 (example)"
    )
    expect(page.locator(".tiles li.no")).to_contain_text("no page yet" if language == "en" else "aún sin página")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("language", ["en", "es"])
def test_on_a_phone_it_is_a_list_with_room_for_a_thumb(context: BrowserContext, address: str, language: str) -> None:
    page = opened(context, address, language, NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    boxes = [link.bounding_box() for link in page.locator(".tiles a").all()]
    assert all(box and box["height"] >= THUMB and box["width"] >= THUMB for box in boxes)
    expect(page.get_by_text("OH", exact=True)).to_be_hidden()
    expect(page.get_by_text("12 (example)")).to_be_visible()


@pytest.mark.parametrize("width", [640, 1280])
def test_where_there_is_room_states_stand_as_on_a_map(context: BrowserContext, address: str, width: int) -> None:
    page = opened(context, address, "en", {"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") == width
    ohio, indiana, kentucky = (
        page.locator(".tiles a").filter(has=page.get_by_text(letters, exact=True)).evaluate(BOX)
        for letters in ("OH", "IN", "KY")
    )
    assert indiana["right"] <= ohio["left"]
    assert indiana["top"] == ohio["top"]
    assert kentucky["top"] >= ohio["bottom"]
    assert min(ohio["width"], ohio["height"]) >= THUMB


def test_how_much_there_is_shows_without_color(context: BrowserContext, address: str) -> None:
    """The foot grows, and a square without anything is dashed, also where the reader chose the colors."""
    page = opened(context, address, "en", WIDE)
    page.emulate_media(forced_colors="active")
    foot = "el => parseFloat(getComputedStyle(el).borderBlockEndWidth)"
    feet = [page.locator(f".tiles p .n{step}").evaluate(foot) for step in (1, 2, 3, 4)]
    assert feet == sorted(set(feet))
    dashes = [
        page.locator(f".tiles li.{name}").first.evaluate("el => getComputedStyle(el).borderTopStyle")
        for name in ("n0", "no", "n1")
    ]
    assert dashes == ["dashed", "dotted", "solid"]
    expect(page.locator(".tiles li.n0 b").first).to_have_text("none")
