# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the first page to a number that can be pressed, for ten needs, on an old phone with a slow line.

`make walk` prints presses, bytes and seconds for each. The line is as Lighthouse has it for a slow 4G: 1.6 Mbit/s with
150 ms, and a processor four times slower than this one. Presses count links and sent searches; typing counts none.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.serving import PackingHost, serving

pytestmark = pytest.mark.browser

MOST_PRESSES = 3
SLOW = {"offline": False, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8, "latency": 150}
NUMBER = "main :is(a[href^='tel:'], a[href^='sms:'])"


@dataclass(frozen=True)
class Need:
    """What somebody needs, the words to press one after the other (“?…” is typed and sent), and what they may call."""

    words: str
    presses: tuple[str, ...]
    calls: tuple[str, ...] = ()
    tree: str = ""


SHIPPED = [
    Need("a bed tonight", ("Call 211",), ("211",)),
    Need("a bed for a man on a registry", ("A place to stay", "On a registry"), ("211",)),
    Need("a job that takes a felony", ("?job felony",)),
    Need("methadone and a place to live", ("A place to stay", "Methadone or buprenorphine"), ("211",)),
    Need("ID with no papers", ("?lost my ID and birth certificate",)),
    Need("naloxone", ("?narcan",)),
    Need("someone to talk to in Spanish", ("?hablar con alguien",), tree="es/"),
    Need("thinking of suicide", ("?i want to die",), ("988",)),
    Need("he hits me", ("?me pega",), ("+18007997233",), tree="es/"),
    Need("food", ("?food stamps",)),
]


MADE_UP = [
    Need("a bed tonight", ("Call 211",), ("211",)),
    Need("a house for a man on a registry", ("A place to stay", "On a registry", "Call")),
    Need("a job that takes a felony", ("Work", "Felony conviction", "Call")),
    Need("methadone and a place to live", ("A place to stay", "Methadone or buprenorphine", "Call")),
    Need("una casa con mis hijos", ("Un lugar donde quedarse", "Con hijos", "Llame"), tree="es/"),
]
"""The same in the made-up county, where places have been asked: the list says yes before anybody calls."""


@dataclass
class Walked:
    """What one need cost."""

    presses: int
    bytes: float
    seconds: float
    number: str


def walk(context: BrowserContext, address: str, need: Need) -> Walked:
    """Go from the first page to the first number that helps, on a slow phone."""
    page = context.new_page()
    page.set_default_timeout(60_000)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    began = time.monotonic()
    page.goto(f"{address}/{need.tree}", wait_until="load")
    for words in need.presses:
        if not number_called(words):
            press(page, words)
    number = numbers(page, need.calls).first
    expect(number).to_be_visible(timeout=60_000)
    walked = Walked(len(need.presses), sum(sizes), time.monotonic() - began, number.get_attribute("href") or "")
    page.close()
    return walked


def number_called(words: str) -> bool:
    """True where the last press is the call itself, which ends the walk."""
    return words.startswith(("Call", "Llame"))


def press(page: Page, words: str) -> None:
    """Press the link of the page that says so, or type what stands behind the “?” and send it."""
    if words.startswith("?"):
        page.get_by_role("searchbox").fill(words[1:])
        page.get_by_role("searchbox").press("Enter")
        expect(page.locator("main .results a").first).to_be_visible(timeout=60_000)
    else:
        page.locator("main").get_by_role("link", name=words).first.click()
        page.wait_for_load_state("load")


def numbers(page: Page, calls: tuple[str, ...]) -> Locator:
    """The numbers of a page that can be pressed: those that help with this need, where it must be one of them."""
    kinds = [f"main a[href^='{kind}:{call}']" for kind in ("tel", "sms") for call in calls or ("",)]
    return page.locator(", ".join(kinds))


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
def test_a_number_is_three_presses_away(phone: BrowserContext, shipped: str, need: Need) -> None:
    told(need, walk(phone, shipped, need))


@pytest.mark.parametrize("need", MADE_UP, ids=lambda need: need.words)
def test_where_places_were_asked_the_first_number_is_one_that_says_yes(
    phone: BrowserContext, made_up: str, need: Need
) -> None:
    told(need, walk(phone, made_up, need))


def told(need: Need, walked: Walked) -> None:
    kilobytes = walked.bytes / 1000
    print(f"\n{need.words:<34}{walked.presses} presses {kilobytes:7.0f} kB {walked.seconds:6.1f} s  {walked.number}")
    assert walked.presses <= MOST_PRESSES
