# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the first page to a number that can be pressed, for ten needs, on an old phone with a slow line.

`make walk` prints presses, bytes and seconds for each. A press is a page that opens, or the call at the end. The
line is Lighthouse's slow 4G: 1.6 Mbit/s with 150 ms, and a processor four times slower than this one.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.serving import PackingHost, serving

pytestmark = pytest.mark.browser

MOST_PRESSES = 3
MOST_KILOBYTES = 150
SLOW = {"offline": False, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8, "latency": 150}
NUMBERS = "main :is(a[href^='tel:'], a[href^='sms:']):visible"


@dataclass(frozen=True)
class Need:
    """What somebody needs, the links to press one after the other (“?…” is typed and sent), and which number is right.

    `calls` are the numbers of which one must be the first that the last page shows.
    """

    words: str
    presses: tuple[str, ...]
    calls: tuple[str, ...] = ()
    tree: str = ""


SHIPPED = [
    Need("a bed tonight", (), ("211",)),
    Need("a bed for a man on a registry", ("A place to stay", "On a registry"), ("211",)),
    Need("a job that takes a felony", ("?job felony",), ("+18778725627",)),
    Need("methadone and a place to live", ("A place to stay", "Methadone or buprenorphine"), ("211", "+18006624357")),
    Need("ID with no papers", ("?lost my ID and birth certificate",), ("+18007721213", "211")),
    Need("naloxone", ("?narcan",), ("+18009720590", "211", "+18006624357")),
    Need("someone to talk to in Spanish", ("?hablar con alguien",), ("988",), "es/"),
    Need("thinking of suicide", ("?i want to die",), ("911", "988")),
    Need("he hits me", ("?me pega",), ("+18007997233", "911"), "es/"),
    Need("food", ("?food stamps",), ("211",)),
]
"""Where nobody has asked a place yet, the right number is the national door."""

MADE_UP = [
    Need("a house for a man on a registry", ("A place to stay", "On a registry")),
    Need("a job that takes a felony", ("Work", "Felony conviction")),
    Need("methadone and a place to live", ("A place to stay", "Methadone or buprenorphine")),
    Need("una casa con mis hijos", ("Un lugar donde quedarse", "Con hijos"), tree="es/"),
]
"""The same in the made-up county, where places have been asked: the first number is one that says yes."""


@dataclass
class Walked:
    """What one need cost, and the first number that the last page shows."""

    presses: int
    bytes: float
    seconds: float
    number: Locator


@contextmanager
def walk(context: BrowserContext, address: str, need: Need) -> Iterator[Walked]:
    """Go from the first page to the one with the number, on a slow phone."""
    page = context.new_page()
    page.set_default_timeout(60_000)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    opened: list[str] = []
    page.on("framenavigated", lambda frame: opened.append(frame.url.partition("#")[0]))
    began = time.monotonic()
    page.goto(f"{address}/{need.tree}", wait_until="load")
    for words in need.presses:
        press(page, words)
    number = page.locator(NUMBERS).first
    expect(number).to_be_visible()
    pages = len(dict.fromkeys(opened))
    yield Walked(pages, sum(sizes), time.monotonic() - began, number)  # the first page is no press, but the call is
    page.close()


def press(page: Page, words: str) -> None:
    """Press the link of the page that says so, or type what stands behind the “?” and send it."""
    if words.startswith("?"):
        page.get_by_role("searchbox").fill(words[1:])
        page.get_by_role("searchbox").press("Enter")
        expect(page.locator("main .results a").first).to_be_visible()
    else:
        page.locator("main").get_by_role("link", name=words).first.click()
        page.wait_for_load_state("load")


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True)
    yield context
    context.close()


@pytest.fixture(scope="module")
def shipped(shipped_site: Path) -> Iterator[str]:
    with serving(shipped_site, PackingHost) as base:
        yield base


@pytest.fixture(scope="module")
def made_up(full_site: Path) -> Iterator[str]:
    with serving(full_site, PackingHost) as base:
        yield base


@pytest.mark.parametrize("need", SHIPPED, ids=lambda need: need.words)
def test_the_right_number_is_three_presses_away(phone: BrowserContext, shipped: str, need: Need) -> None:
    with walk(phone, shipped, need) as walked:
        told(need, walked)
        href = walked.number.get_attribute("href") or ""
        assert href.partition(":")[2].partition("?")[0] in need.calls


@pytest.mark.parametrize("need", MADE_UP, ids=lambda need: need.words)
def test_where_places_were_asked_the_first_number_is_one_that_says_yes(
    phone: BrowserContext, made_up: str, need: Need
) -> None:
    with walk(phone, made_up, need) as walked:
        told(need, walked)
        band = walked.number.locator("xpath=ancestor::*[contains(@class, 'band ')]")
        says_yes = {"": "Say yes", "es/": "Dicen que sí"}[need.tree]
        expect(band.get_by_role("heading", level=2)).to_contain_text(says_yes)


def told(need: Need, walked: Walked) -> None:
    """Print what it cost, and see that it is not more than it may be."""
    number, kilobytes = walked.number.get_attribute("href"), walked.bytes / 1000
    print(f"\n{need.words:<34}{walked.presses} presses {kilobytes:7.0f} kB {walked.seconds:6.1f} s  {number}")
    assert walked.presses <= MOST_PRESSES
    assert kilobytes <= MOST_KILOBYTES
