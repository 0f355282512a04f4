# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an open page is told while `porchlight serve` runs for real: what to mend, and that it is mended."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.checking.hubs import small_hub
from tests.conftest import ROOT
from tests.faultless import faultless

pytestmark = pytest.mark.browser

HOUSE = "data/housing/maple-house.yaml"
TOO_LONG = 240
IN_TIME = 60_000


@dataclass
class Serving:
    hub: Path
    address: str
    process: subprocess.Popen[str]
    said: Path

    @property
    def house(self) -> str:
        return f"{self.address}housing/maple-house/"

    def save(self, old: str, new: str) -> None:
        """The house's file with one text replaced by another."""
        text = (self.hub / HOUSE).read_text("utf-8")
        assert old in text
        (self.hub / HOUSE).write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    folder = tmp_path_factory.mktemp("news")
    hub, said = small_hub(folder / "hub"), folder / "said.txt"
    shutil.copy2(ROOT / "pelicanconf.py", hub)
    command = [sys.executable, "-m", "porchlight", "serve", "--root", str(hub), "--port", "8450"]
    with said.open("w") as log, subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, text=True) as process:
        end = Timer(TOO_LONG, process.kill)
        end.start()
        yield Serving(hub, _address(said, process), process, said)
        process.send_signal(signal.SIGINT)
        process.wait(20)
        end.cancel()
    told = said.read_text("utf-8")
    assert (process.returncode, "Traceback" in told, "Cancel" in told) == (0, False, False), told
    assert told.endswith("Ended.\n")


def _address(said: Path, process: subprocess.Popen[str]) -> str:
    while process.poll() is None:
        if found := re.search(r"http://\S+", said.read_text("utf-8")):
            return found[0]
        time.sleep(0.1)
    pytest.fail(f"serve ended before it was ready: {said.read_text('utf-8')}")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a small phone, whose faults, broken policies included, fail the test."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    with faultless(context.new_page()) as page:
        yield page
    context.close()


def panel(page: Page) -> Locator:
    return page.get_by_role("alert").filter(has_text="Mend this")


def test_what_to_mend_stands_over_the_last_good_page_until_it_is_mended(page: Page, served: Serving) -> None:
    page.goto(served.house)
    served.save("kind: recovery_residence", "knid: <b>recovery</b>")
    expect(panel(page)).to_contain_text(f"{HOUSE}:", timeout=IN_TIME)
    expect(panel(page)).to_contain_text("“knid” is not a field of housing")
    expect(page.get_by_role("heading", level=1)).to_have_text("Maple House (made up)")
    assert "“knid” is not a field of housing" in served.said.read_text("utf-8")
    served.save("knid: <b>recovery</b>", "kind: recovery_residence")
    expect(panel(page)).to_have_count(0, timeout=IN_TIME)


def test_what_people_wrote_is_shown_as_they_wrote_it(page: Page, served: Serving) -> None:
    page.goto(served.house)
    served.save("  - {as_of: 2026-11-02, how: phone, by: peer", "  - {as_of: '<img src=x>', how: phone, by: peer")
    expect(panel(page)).to_contain_text("<img src=x>", timeout=IN_TIME)
    assert panel(page).locator("img, b").count() == 0
    served.save("'<img src=x>'", "2026-11-02")
    expect(panel(page)).to_have_count(0, timeout=IN_TIME)


def test_the_panel_can_be_read_on_a_small_phone_and_closed_with_the_keyboard(page: Page, served: Serving) -> None:
    page.goto(served.house)
    served.save('  registry: {answer: "no", as_of: 2026-11-02, by: house manager, how: phone}', '  registry: "no"')
    expect(panel(page)).to_contain_text("registry: {answer:", timeout=IN_TIME)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert Axe().run(page, context=".porchlight-news").violations_count == 0
    assert page.evaluate("document.querySelector('.porchlight-news').scrollWidth") <= 320
    page.keyboard.press("Tab")
    expect(panel(page).get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Enter")
    expect(panel(page)).to_have_count(0)
    page.goto(f"{served.address}housing/")
    expect(panel(page)).to_be_visible()
    served.save('  registry: "no"', '  registry: {answer: "no", as_of: 2026-11-02, by: house manager, how: phone}')
    expect(panel(page)).to_have_count(0, timeout=IN_TIME)


def test_a_page_that_nobody_sees_keeps_no_line_to_the_server(browser: Browser, served: Serving) -> None:
    """A browser holds six lines to a host: eight pages in the background must not stop the ninth."""
    context = browser.new_context()
    context.add_init_script("Object.defineProperty(document, 'hidden', {get: () => true})")
    for _ in range(8):
        context.new_page().goto(served.address)
    last = context.new_page()
    last.goto(served.house, timeout=20_000)
    expect(last.get_by_role("heading", level=1)).to_have_text("Maple House (made up)")
    context.close()


def test_nothing_of_it_is_in_the_written_files(served: Serving) -> None:
    written = [path.read_bytes() for path in (served.hub / "output").rglob("*.html")]
    assert written
    assert not [html for html in written if b"--news" in html or b"data-pages" in html]
