# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The crisis line stands on every page, on the screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving import serving

PAGES = (
    *("", "es/", "stay/", "housing/", "housing/ask/registry/", "housing/maple-house/", "es/housing/maple-house/"),
    *("words/", "poll/needs/", "poll/needs/embed/", "kept/", "papers/", "search/", "offline/", "tonight/", "404.html"),
)


@pytest.mark.parametrize("site", ["shipped_site", "full_site"])
def test_every_page_has_the_crisis_line(request: pytest.FixtureRequest, site: str) -> None:
    pages = sorted(request.getfixturevalue(site).rglob("*.html"))
    assert pages
    without = [
        str(page)
        for page in pages
        if 'href="tel:988"' not in (text := page.read_text(encoding="utf-8")) or 'href="sms:988' not in text
    ]
    assert without == []


@pytest.fixture(scope="module")
def printed(browser: Browser, full_site: Path) -> Iterator[tuple[Page, str]]:
    page = browser.new_page()
    page.emulate_media(media="print")
    with serving(full_site) as address:
        yield page, address
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("path", PAGES)
def test_it_is_on_every_print(printed: tuple[Page, str], path: str) -> None:
    page, address = printed
    page.goto(f"{address}/{path}")
    line = page.locator(".crisis")
    expect(line).to_be_visible()
    expect(line).to_contain_text("988")
