# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The service's own form on a small phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.form_service.support import own_service

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_hosted_form_is_for_thumbs_and_weak_eyes(
    browser: Browser, tmp_path: Path, language: str, percent: int
) -> None:
    with own_service(tmp_path) as service:
        page = browser.new_page(viewport={"width": 320, "height": 640})
        page.goto(f"{service.client.base_url}/f/needs?lang={language}".replace("//f/", "/f/"))
        page.evaluate("size => { document.documentElement.style.fontSize = size + '%'; }", percent * 1.125)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        low = page.locator("fieldset label").evaluate_all("all => Math.min(...all.map((one) => one.offsetHeight))")
        assert low >= 44
        page.close()


def test_the_other_language_keeps_the_marks_without_a_script(browser: Browser, tmp_path: Path) -> None:
    with own_service(tmp_path) as service:
        page = browser.new_page(viewport={"width": 320, "height": 640})
        page.goto(f"{service.client.base_url}/f/needs?lang=en".replace("//f/", "/f/"))
        page.get_by_role("radio").nth(3).check()
        page.get_by_role("button", name="Español").click()
        expect(page.locator("html")).to_have_attribute("lang", "es")
        expect(page.get_by_role("radio").nth(3)).to_be_checked()
        assert service.count() == 0
        page.close()


def test_enter_on_an_answer_sends_nothing_and_on_the_button_all(browser: Browser, tmp_path: Path) -> None:
    """No script runs there; browsers press the first button that sends, which leads nowhere."""
    with own_service(tmp_path) as service:
        page = browser.new_page()
        page.goto(f"{service.client.base_url}/f/needs".replace("//f/", "/f/"))
        page.get_by_role("radio").first.press("Space")
        page.keyboard.press("Enter")
        page.wait_for_timeout(200)
        assert (page.url.endswith("/f/needs"), service.count()) == (True, 0)
        expect(page.get_by_role("button")).to_have_text(["Español", "Send my answers"])
        page.get_by_role("button", name="Send my answers").press("Enter")
        page.wait_for_url("**/thanks*")
        assert service.count() == 1
        page.close()
