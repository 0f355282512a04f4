# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The form service is down, refuses or is slow: no answer is lost, and whoever stored one counts it once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.responses import HTMLResponse
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from porchlight.form_service.app import create_app
from porchlight.form_service.settings import Settings
from porchlight.form_service.store import SqliteStore
from porchlight.model.ballot_codes import ballot_code
from porchlight.model.hub import Settings as HubSettings
from tests.form_service.support import CALM, listening_socket
from tests.polls.receivers import listening
from tests.polls.sites import write_poll
from tests.polls.support import needs

pytestmark = pytest.mark.browser

CONTACT = "hub@hub.example"
CHOSEN = "#training_peer_mentor-4"


@dataclass
class Gate:
    """Stands before the real service, as a proxy does: it lets through, says 503, or lets wait."""

    app: ASGIApp
    state: str = "open"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.state == "shut":
            await HTMLResponse("<h1>Bad gateway</h1>", 503, {"Access-Control-Allow-Origin": "*"})(scope, receive, send)
            return
        while self.state == "slow":
            await asyncio.sleep(0.02)
        await self.app(scope, receive, send)


@dataclass
class Hub:
    """A site, and its service on a port where nobody listens yet."""

    address: str
    port: int
    gate: Gate
    store: SqliteStore

    def count(self) -> int:
        return self.store.count_responses("needs")


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    with listening_socket() as free:
        port = free.getsockname()[1]
    site = tmp_path / "site"
    site.mkdir()
    with (
        SqliteStore(tmp_path / "responses.sqlite3") as store,
        listening(StaticFiles(directory=site, html=True)) as address,
    ):
        write_poll(
            site, HubSettings("A hub", {}, address=address, form_service=f"http://127.0.0.1:{port}", contact=CONTACT)
        )
        settings = Settings(frozenset({address}), each_network=CALM.each_network, each_poll=CALM.each_poll)
        yield Hub(address, port, Gate(create_app(lambda: [needs()], store, settings=settings)), store)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(accept_downloads=True)
    yield context.new_page()
    context.close()


def answer(page: Page, hub: Hub) -> None:
    page.goto(f"{hub.address}/poll/needs/", wait_until="networkidle")
    page.locator(CHOSEN).check()
    page.get_by_role("button", name="Send my answers").click()


def is_kept(page: Page) -> None:
    """The mark is there, also after the page was loaded again, with every way to hand it in."""
    expect(page.get_by_role("button", name="Send again")).to_be_visible()
    page.reload(wait_until="networkidle")
    assert page.locator(":checked").evaluate_all("all => all.map((one) => '#' + one.id)") == [CHOSEN]
    expect(page.get_by_role("alert")).to_contain_text("were not sent yet")
    for way in ("Send again", "Save as a file", "Print on paper", "Clear my answers"):
        expect(page.get_by_role("button", name=way)).to_be_visible()
    expect(page.get_by_text("this tab keeps your answers")).to_be_visible()


def is_sent(page: Page, hub: Hub) -> None:
    """Thanked, stored once, and nothing of it is left on the phone for the next person."""
    page.get_by_role("button", name="Send again").click()
    page.wait_for_url(f"{hub.address}/poll/needs/thanks/")
    assert hub.count() == 1
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0
    page.go_back(wait_until="networkidle")
    assert page.locator(":checked").count() == 0
    expect(page.get_by_role("button", name="Clear my answers")).to_be_hidden()


def test_a_service_that_is_down_takes_the_answers_later(page: Page, hub: Hub) -> None:
    answer(page, hub)
    expect(page.get_by_role("alert")).to_contain_text("did not get through")
    is_kept(page)
    with listening(hub.gate, hub.port):
        is_sent(page, hub)


def test_answers_that_did_not_get_through_can_be_sent_in_the_other_language(page: Page, hub: Hub) -> None:
    """They are counted once, whatever the first sending came to, since their mark goes along."""
    answer(page, hub)
    expect(page.get_by_role("alert")).to_contain_text("did not get through")
    kept = page.evaluate("Object.values(sessionStorage).map((one) => JSON.parse(one).carry)")
    page.locator("a[hreflang=es]").first.click()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("alert")).to_contain_text("no se enviaron")
    assert page.evaluate("Object.values(sessionStorage).map((one) => JSON.parse(one).carry)") == kept
    assert kept[0]["_sid"]
    with listening(hub.gate, hub.port):
        page.get_by_role("button", name="Enviar otra vez").click()
        page.wait_for_url(f"{hub.address}/es/poll/needs/thanks/")
        assert hub.count() == 1
    assert page.evaluate("sessionStorage.length") == 0


def test_a_service_that_refuses_takes_the_answers_later(page: Page, hub: Hub) -> None:
    with listening(hub.gate, hub.port):
        hub.gate.state = "shut"
        answer(page, hub)
        expect(page.get_by_role("alert")).to_contain_text("could not be saved just now")
        is_kept(page)
        hub.gate.state = "open"
        is_sent(page, hub)


def test_what_a_slow_service_stored_after_all_is_counted_once(page: Page, hub: Hub) -> None:
    page.clock.install()
    with listening(hub.gate, hub.port):
        hub.gate.state = "slow"
        answer(page, hub)
        expect(page.get_by_role("button", name="Sending your answers")).to_be_visible()
        page.clock.fast_forward(31_000)
        expect(page.get_by_role("alert")).to_contain_text("we stopped waiting")
        is_kept(page)
        hub.gate.state = "open"
        is_sent(page, hub)


def test_answers_that_were_being_sent_when_the_page_was_left_are_still_there(page: Page, hub: Hub) -> None:
    with listening(hub.gate, hub.port):
        hub.gate.state = "slow"
        answer(page, hub)
        expect(page.get_by_role("button", name="Sending your answers")).to_be_visible()
        page.reload(wait_until="networkidle")
        assert page.locator(CHOSEN).is_checked()
        hub.gate.state = "open"
        is_sent(page, hub)


def test_another_tab_knows_nothing_of_them(page: Page, hub: Hub) -> None:
    answer(page, hub)
    expect(page.get_by_role("button", name="Send again")).to_be_visible()
    other = page.context.new_page()
    other.goto(f"{hub.address}/poll/needs/", wait_until="networkidle")
    assert other.locator(":checked").count() == 0


def test_nothing_is_kept_before_someone_sends(page: Page, hub: Hub) -> None:
    page.goto(f"{hub.address}/poll/needs/", wait_until="networkidle")
    page.locator(CHOSEN).check()
    assert page.evaluate("sessionStorage.length + localStorage.length + document.cookie.length") == 0


def test_a_file_holds_a_line_as_it_is_keyed_in_from_paper(page: Page, hub: Hub) -> None:
    """Who keys it in gives it a pile and a number; what was skipped is a dot, “No answer” a 0."""
    page.goto(f"{hub.address}/poll/needs/", wait_until="networkidle")
    page.locator("#training_crisis-na").check()
    page.locator(CHOSEN).check()
    page.get_by_role("button", name="Send my answers").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a file").click()
    assert saved.value.suggested_filename == "needs.txt"
    *comments, line = Path(saved.value.path()).read_text("utf-8").splitlines()
    assert line == f"?{ballot_code('needs', 1)} ??? 4.0. .... .... .... ...."
    assert comments[0] == "# Answers of one person to: What does our community need? (needs, version 1)"
    assert f"# Ask here where to hand it in: {CONTACT}" in comments
    assert all(comment.startswith("# ") for comment in comments)


def test_the_page_prints_on_a_press(page: Page, hub: Hub) -> None:
    page.add_init_script("window.print = () => { document.title = 'printed'; }")
    answer(page, hub)
    page.get_by_role("button", name="Print on paper").click()
    assert page.title() == "printed"


def test_who_clears_the_answers_leaves_none_behind(page: Page, hub: Hub) -> None:
    answer(page, hub)
    page.get_by_role("button", name="Clear my answers").click()
    assert page.evaluate("sessionStorage.length") == 0
    page.reload(wait_until="networkidle")
    assert page.locator(":checked").count() == 0
    expect(page.get_by_role("alert")).to_be_empty()


def test_without_a_script_the_page_says_beforehand_what_to_do(browser: Browser, hub: Hub) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{hub.address}/poll/needs/")
    expect(page.get_by_text("Go back one step: your marks should still be there")).to_be_visible()
    for way in ("Save as a file", "Clear my answers"):
        expect(page.get_by_role("button", name=way)).to_be_hidden()
    context.close()
