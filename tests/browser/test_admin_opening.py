# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The first page of the forms at /admin/: it opens in a browser of any language, with one way to sign in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from porchlight.exchange.editors.admin import admin_files
from porchlight.model.hub import Hub, Settings
from porchlight.reading.package import read_package
from tests.editing_tools import TOOLS, need_editors
from tests.serving import serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FULL = Path(__file__).resolve().parent.parent / "hubs" / "full"
SETTINGS = Settings(name="Made up", taglines={}, repository="https://github.com/example/hub")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the forms alone, of a hub that is kept on GitHub."""
    need_editors()
    folder = tmp_path_factory.mktemp("forms")
    (folder / "admin").mkdir()
    for name, content in admin_files(TOOLS, Hub(SETTINGS, read_package(FULL)[0], {})).items():
        (folder / name).write_bytes(content)
    with serving(folder) as base:
        yield base


@pytest.fixture
def asked() -> list[str]:
    """Every address of words in another language that the page asked for, though its policy refused it."""
    return []


@pytest.fixture(params=["en-US", "es-MX", "en-GB"])
def page(request: pytest.FixtureRequest, site: str, browser: Browser, asked: list[str]) -> Iterator[Page]:
    """The first page as a browser of that language opens it."""

    def note(sent: Request) -> None:
        if "/locales/" in sent.url:
            asked.append(sent.url)

    context = browser.new_context(locale=request.param)
    tab = context.new_page()
    tab.on("request", note)
    tab.goto(f"{site}/admin/")
    tab.get_by_role("button", name="Sign In").first.wait_for()
    yield tab
    context.close()


def test_it_opens_in_a_browser_of_any_language(page: Page, asked: list[str]) -> None:
    """Also when it is opened again, after someone chose a language in its settings."""
    page.evaluate("""localStorage.setItem("sveltia-cms.prefs", '{"locale": "es-CO", "theme": "dark"}')""")
    page.reload()
    page.get_by_role("button", name="Sign In").first.wait_for()
    assert page.evaluate("""JSON.parse(localStorage.getItem("sveltia-cms.prefs")).theme""") == "dark"
    assert asked == []


def test_the_one_way_to_sign_in_is_a_token(page: Page) -> None:
    """The other one would lead through a service that is nobody's here, and get stuck."""
    names = [each.inner_text().strip() for each in page.get_by_role("button").all()]
    assert [name for name in names if name.startswith("Sign In")] == ["Sign In Using Access Token"]
