# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages kept on a phone: only where the reader asks for it, with the day on which they were saved, gone when told."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.serving import StaticHost, serving

pytestmark = pytest.mark.browser

RECORD = "housing/maple-house/"


class ForgetfulHost(StaticHost):
    """Answers one question a connection: none is left open through which a host that has gone would still answer."""

    protocol_version = "HTTP/1.0"


class Host:
    """A host that can go away: to a phone that is the same as no connection, and the browser can't see through it."""

    def __init__(self, site: Path) -> None:
        self._open = ExitStack()
        self.address = self._open.enter_context(serving(site, ForgetfulHost))

    def goes_away(self) -> None:
        """From now on nobody answers at the address."""
        self._open.close()


@pytest.fixture
def host(aging_site: Path) -> Iterator[Host]:
    host = Host(aging_site)
    yield host
    host.goes_away()


@pytest.fixture
def address(host: Host) -> str:
    return host.address


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    yield context
    context.close()


def kept(phone: BrowserContext, address: str, tree: str = "") -> Page:
    """A page of a phone whose reader pressed the button."""
    page = phone.new_page()
    page.goto(f"{address}/{tree}offline/", wait_until="networkidle")
    page.locator(".offline button").first.click()
    expect(page.locator(".offline [role=status]")).not_to_be_empty()
    return page


def test_nothing_is_kept_before_somebody_asks(phone: BrowserContext, address: str) -> None:
    page = phone.new_page()
    for path in ("", RECORD, "offline/"):
        page.goto(f"{address}/{path}", wait_until="networkidle")
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_a_page_opened_once_opens_without_a_connection_and_says_when_it_was_saved(
    phone: BrowserContext, host: Host, address: str
) -> None:
    page = kept(phone, address)
    page.goto(f"{address}/{RECORD}", wait_until="networkidle")
    assert page.locator(".saved").count() == 0
    host.goes_away()
    page.goto(f"{address}/{RECORD}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Maple House")
    year = page.evaluate("new Date().getFullYear()")
    expect(page.locator(".saved")).to_contain_text(str(year))
    expect(page.locator(".saved")).to_contain_text("call first")
    assert page.evaluate("getComputedStyle(document.querySelector('.crisis')).backgroundColor") != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize(("tree", "words"), [("", "No connection?"), ("es/", "¿Sin conexión?")])
def test_a_page_that_was_not_saved_leads_to_numbers_that_work_without_data(
    phone: BrowserContext, host: Host, address: str, tree: str, words: str
) -> None:
    page = kept(phone, address, tree)
    host.goes_away()
    page.goto(f"{address}/{tree}employers/")
    expect(page.locator(".lead")).to_contain_text(words)
    expect(page.locator("main a[href='tel:988']")).to_be_visible()
    expect(page.locator("main a[href='tel:211']")).to_be_visible()


def test_online_the_newest_page_is_shown(phone: BrowserContext, address: str, aging_site: Path) -> None:
    page = kept(phone, address)
    page.goto(f"{address}/{RECORD}", wait_until="networkidle")
    file = aging_site / RECORD / "index.html"
    before = file.read_bytes()
    try:
        file.write_bytes(before.replace(b"Maple House (made up)</h1>", b"Maple House, mended</h1>"))
        page.goto(f"{address}/{RECORD}")
        expect(page.get_by_role("heading", level=1)).to_have_text("Maple House, mended")
    finally:
        file.write_bytes(before)


@contextmanager
def changed(file: Path, before: bytes, after: bytes) -> Iterator[None]:
    """The site with other words in one file, for as long as it is needed."""
    content = file.read_bytes()
    assert before in content
    file.write_bytes(content.replace(before, after))
    try:
        yield
    finally:
        file.write_bytes(content)


def test_the_newest_copy_is_shown_whoever_kept_it(phone: BrowserContext, host: Host, aging_site: Path) -> None:
    page = kept(phone, host.address)
    page.goto(f"{host.address}/tonight/", wait_until="networkidle")
    with (
        changed(aging_site / "tonight" / "index.html", b"</h1>", b", with a new number</h1>"),
        changed(aging_site / "sw.js", b'"version": "', b'"version": "next'),
    ):
        page.goto(f"{host.address}/offline/", wait_until="networkidle")
        page.evaluate("navigator.serviceWorker.getRegistration().then((kept) => kept.update())")
        page.wait_for_timeout(1_000)
        host.goes_away()
        page.goto(f"{host.address}/tonight/")
        expect(page.get_by_role("heading", level=1)).to_contain_text("with a new number")


def test_a_saved_page_ages_though_the_files_of_its_time_are_gone(
    phone: BrowserContext, host: Host, aging_site: Path
) -> None:
    page = kept(phone, host.address)
    page.goto(f"{host.address}/{RECORD}", wait_until="networkidle")
    (folder,) = (aging_site / "assets").iterdir()
    later = folder.with_name("later")
    with changed(aging_site / "sw.js", folder.name.encode(), b"later"):
        folder.rename(later)
        try:
            page.evaluate("navigator.serviceWorker.getRegistration().then((kept) => kept.update())")
            page.wait_for_timeout(1_000)
            host.goes_away()
            page.clock.set_fixed_time(datetime.now() + timedelta(days=200))
            page.goto(f"{host.address}/{RECORD}", wait_until="networkidle")
            expect(page.locator(".saved")).to_be_visible()
            expect(page.locator(".fresh")).to_have_count(0)
        finally:
            later.rename(folder)


def test_a_page_that_was_taken_down_goes_from_the_phone_too(
    phone: BrowserContext, host: Host, aging_site: Path
) -> None:
    page = kept(phone, host.address)
    page.goto(f"{host.address}/{RECORD}", wait_until="networkidle")
    folder = aging_site / RECORD
    away = folder.rename(folder.with_name("taken-down"))
    try:
        page.goto(f"{host.address}/{RECORD}", wait_until="networkidle")
        host.goes_away()
        page.goto(f"{host.address}/{RECORD}")
        expect(page.locator(".lead")).to_contain_text("No connection?")
    finally:
        away.rename(folder)


def test_a_line_that_hangs_gets_the_saved_page(phone: BrowserContext, host: Host) -> None:
    page = kept(phone, host.address)
    page.goto(f"{host.address}/{RECORD}", wait_until="networkidle")
    port = int(host.address.rpartition(":")[2])
    host.goes_away()
    with socket.create_server(("127.0.0.1", port)):  # takes every connection and answers none
        page.goto(f"{host.address}/{RECORD}", timeout=20_000)
        expect(page.locator(".saved")).to_be_visible()


def test_what_is_saved_is_listed_and_goes_at_one_press(phone: BrowserContext, address: str) -> None:
    page = kept(phone, address)
    page.goto(f"{address}/{RECORD}", wait_until="networkidle")
    page.goto(f"{address}/offline/", wait_until="networkidle")
    expect(page.locator(".offline li a", has_text="Maple House")).to_be_visible()
    page.get_by_role("button", name="Take it off this phone").click()
    expect(page.locator(".offline li")).to_have_count(0)
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_an_answer_to_a_poll_is_never_kept(phone: BrowserContext, address: str) -> None:
    page = kept(phone, address)
    page.goto(f"{address}/poll/needs/?secret=word", wait_until="networkidle")
    names = page.evaluate(
        "caches.open('porchlight / pages').then((c) => c.keys()).then((all) => all.map((one) => one.url))"
    )
    assert not [name for name in names if "secret" in name or "/f/" in name]


def test_without_a_script_there_is_no_dead_button(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/offline/")
    expect(page.locator(".offline")).to_be_hidden()
    expect(page.get_by_text("If you press the button")).to_be_hidden()
    assert "Write the numbers on paper" in page.content()
    context.close()
