# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A real directory of 2,266 places, brought in from its public sheet: lists, finder and search hold at that size.

Nobody has asked these places anything, so each question ends in “Not known: call”: all of them are still there.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from porchlight.build import build
from porchlight.exchange.sheets.run import Asked, import_sheet
from porchlight.starting.asking import Answers
from porchlight.starting.making import new_hub
from tests.conftest import ROOT
from tests.serving import PackingHost, serving

SHEET = ROOT.parent / "shared/realdata/bestrehabs__california-treatment-facility-licenses/data/facilities.csv"
PLACES = 2266

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not SHEET.is_file(), reason="the public sheets are not beside this checkout"),
]


@dataclass(frozen=True)
class Directory:
    """The built site and its address."""

    site: Path
    address: str


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Directory]:
    hub = tmp_path_factory.mktemp("directory") / "hub"
    new_hub(hub, Answers("A directory for a test"))
    sets = ("kind=recovery_residence", "summary=Someone wrote this for a test.")
    asked = Asked(SHEET, "csv", "housing", (), sets, "https://directory.example/list", date.today())
    import_sheet(hub, asked, write=True, say=lambda _: None)
    build(hub, hub / "output")
    with serving(hub / "output", PackingHost) as address:
        yield Directory(hub / "output", address)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.set_default_timeout(30_000)
    yield page
    context.close()


def travels(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def test_no_page_is_heavier_for_it(directory: Directory) -> None:
    pages = list((directory.site / "housing").rglob("index.html"))
    heaviest = sorted(((travels(path), path.parent.name) for path in pages), reverse=True)[:10]
    print(*heaviest, sep="\n")
    assert len(pages) > PLACES
    assert heaviest[0][0] <= 10_000


def test_a_list_sorted_by_a_question_still_holds_every_place(directory: Directory) -> None:
    first = directory.site / "housing" / "ask" / "registry"
    pages = [first / "index.html", *sorted(first.glob("page-*/index.html"))]
    cards = sum(path.read_text(encoding="utf-8").count('<article class="card"') for path in pages)
    assert cards == PLACES
    assert "2266 not known" in pages[0].read_text(encoding="utf-8").replace(",", "")


def test_the_finder_asks_for_a_place_first_and_sorts_by_distance(page: Page, directory: Directory) -> None:
    sizes: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(f"{directory.address}/housing/#place=US-CA&near=Fresno,+CA&q=registry", wait_until="networkidle")
    first = page.locator(".results .card").first
    expect(first).to_contain_text("Fresno", ignore_case=True)
    miles = [int(text) for text in re.findall(r"about (\d+) mile", page.locator("main").inner_text())]
    assert miles == sorted(miles)
    print(f"the list, sorted by distance: {sum(sizes):,} bytes")
    assert sum(sizes) <= 150_000


@pytest.mark.parametrize("typed", ["fresno", "treatment san diego", "a bed tonight", "zoloft house xyzzy"])
def test_the_first_result_of_a_search_is_light(page: Page, directory: Directory, typed: str) -> None:
    sizes: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(f"{directory.address}/search/")
    page.get_by_role("searchbox").fill(typed)
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator("[role=status]")).not_to_be_empty()
    expect(page.locator(".results[aria-busy=false]")).to_be_attached()
    print(f"“{typed}”: {sum(sizes):,} bytes")
    assert sum(sizes) <= 200_000
