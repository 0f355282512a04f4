# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A poll on other pages: one block on a page of the hub, the whole in a frame or pasted into another site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from porchlight.form_service.app import routes
from porchlight.form_service.settings import Settings
from porchlight.form_service.store import SqliteStore
from porchlight.model.hub import ON_THE_SITE, Article
from porchlight.model.hub import Settings as HubSettings
from porchlight.serving.app import site_app
from porchlight.serving.news import News
from tests.form_service.support import CALM
from tests.polls.receivers import listening
from tests.polls.sites import write_poll
from tests.polls.support import needs

pytestmark = pytest.mark.browser

ARTICLE = Article("training", "en", "Training", "Made up.", "Made up.", poll="needs#training")
BLOCK = next(block for block in needs().blocks if block.id == "training")


@dataclass
class Later:
    """An application that is known only once both addresses are."""

    app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert self.app
        await self.app(scope, receive, send)


@dataclass
class Sites:
    """The hub with its own form service, and a site of someone else on another port, `known` to the service or not."""

    hub: str
    known: str
    stranger: str
    folder: Path
    store: SqliteStore

    def stored(self) -> Counter[frozenset[tuple[str, str]]]:
        """What is stored: in no order, since the store keeps none."""
        return Counter(frozenset(response.answers.items()) for response in self.store.responses("needs"))

    def paste(self, html: str) -> None:
        page = f"<!doctype html><html lang=en><title>Another site</title><h1>Another site</h1>{html}</html>"
        (self.folder / "index.html").write_text(page, encoding="utf-8")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    folder = tmp_path_factory.mktemp("embedding")
    other = folder / "other"
    other.mkdir()
    theirs, ours = StaticFiles(directory=other, html=True), Later()
    with (
        SqliteStore(folder / "responses.sqlite3") as store,
        listening(theirs) as known,
        listening(theirs) as stranger,
        listening(ours) as hub,
    ):
        settings = Settings(frozenset({known}), each_network=CALM.each_network, each_poll=CALM.each_poll)
        ours.app = site_app(folder / "site", routes(lambda: [needs()], store, settings=settings), News())
        write_poll(
            folder / "site", HubSettings("A hub", {}, address=hub, form_service=ON_THE_SITE), articles=(ARTICLE,)
        )
        yield Sites(hub, known, stranger, other, store)


@pytest.mark.parametrize("scripts", [True, False])
def test_one_block_on_a_topic_page_counts_only_its_own_items(browser: Browser, sites: Sites, scripts: bool) -> None:
    before = sites.stored()
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{sites.hub}/training/")
    assert page.locator("fieldset legend").all_text_contents() == [item.label["en"] for item in BLOCK.items]
    expect(page.get_by_role("heading", level=2).first).to_have_text(BLOCK.title["en"])
    for group in page.locator("fieldset").all():
        group.get_by_role("radio", name="Agree", exact=True).check()
    page.get_by_role("button", name="Send my answers").click()
    page.wait_for_url(f"{sites.hub}/poll/needs/thanks/")
    assert sites.stored() - before == Counter([frozenset((item.id, "4") for item in BLOCK.items)])
    context.close()


def test_the_topic_page_leads_to_the_whole_poll_and_axe_finds_nothing(browser: Browser, sites: Sites) -> None:
    page = browser.new_page()
    page.goto(f"{sites.hub}/training/")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    page.get_by_role("link", name="See the whole poll").click()
    assert page.url == f"{sites.hub}/poll/needs/"
    page.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_frame_on_another_site_takes_answers_and_thanks(browser: Browser, sites: Sites, scripts: bool) -> None:
    """The frame holds the poll and no navigation, and the other site's address never changes."""
    sites.paste(f'<iframe title="Poll" width="600" height="600" src="{sites.hub}/poll/needs/embed/"></iframe>')
    before = sites.stored()
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{sites.stranger}/")
    frame = page.frame_locator("iframe")
    expect(frame.locator("fieldset")).to_have_count(20)
    assert frame.locator("nav, header, footer").count() == 0
    frame.get_by_role("group", name="Peer mentor training").get_by_role("radio", name="Neutral").check()
    frame.get_by_role("button", name="Send my answers").click()
    expect(frame.get_by_role("heading", level=1)).to_have_text("Thank you")
    assert frame.locator("nav, header, footer").count() == 0
    ways = frame.locator("main a").evaluate_all("all => all.map((one) => one.target)")
    assert ways == ["_blank"] * 5
    assert page.url == f"{sites.stranger}/"
    assert sites.stored() - before == Counter([frozenset([("training_peer_mentor", "3")])])
    context.close()


def test_a_frame_speaks_the_other_language_too_and_has_the_line_for_danger(browser: Browser, sites: Sites) -> None:
    sites.paste(f'<iframe title="Poll" width="600" height="600" src="{sites.hub}/poll/needs/embed/"></iframe>')
    page = browser.new_page()
    page.goto(f"{sites.stranger}/")
    frame = page.frame_locator("iframe")
    expect(frame.locator(".crisis")).to_contain_text("Call 988")
    frame.get_by_role("link", name="Español").click()
    expect(frame.get_by_role("button", name="Enviar mis respuestas")).to_be_attached()
    expect(frame.locator(".crisis")).to_contain_text("Llame al 988")
    assert page.url == f"{sites.stranger}/"
    page.close()


def fragment(sites: Sites, tree: str = "") -> str:
    return (sites.folder.parent / "site" / tree / "poll" / "needs" / "fragment.txt").read_text("utf-8")


@pytest.mark.parametrize(("scripts", "tree", "code"), [(True, "", "na"), (False, "es/", "2")])
def test_a_pasted_fragment_posts_home_and_leads_to_our_thanks(
    browser: Browser, sites: Sites, scripts: bool, tree: str, code: str
) -> None:
    sites.paste(fragment(sites, tree))
    before = sites.stored()
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{sites.known}/")
    assert page.locator("fieldset").count() == 20
    page.locator("fieldset").first.locator(f"[value='{code}']").check()
    page.get_by_role("button").click()
    page.wait_for_url(f"{sites.hub}/{tree}poll/needs/thanks/")
    assert sites.stored() - before == Counter([frozenset([("training_peer_mentor", code)])])
    context.close()


def test_a_site_that_the_service_does_not_know_is_refused(browser: Browser, sites: Sites) -> None:
    sites.paste(fragment(sites))
    before = sites.stored()
    page = browser.new_page()
    page.goto(f"{sites.stranger}/")
    page.locator("fieldset").first.get_by_role("radio").first.check()
    with page.expect_response("**/f/needs") as reply:
        page.get_by_role("button").click()
    assert reply.value.status == 403
    assert sites.stored() == before
    page.close()


@pytest.mark.parametrize(("site", "is_read"), [("known", True), ("stranger", False)])
def test_only_a_known_sites_script_may_read_the_answer(
    browser: Browser, sites: Sites, site: str, is_read: bool
) -> None:
    """A form of another site's own works by pointing it here, with a script or without."""
    sites.paste("")
    page = browser.new_page()
    page.goto(f"{getattr(sites, site)}/")
    told = page.evaluate(
        """async (address) => {
            const body = new URLSearchParams({ training_crisis: "5" });
            const headers = { Accept: "application/json" };
            const reply = await fetch(address, { method: "POST", body, headers }).catch(() => null);
            return reply ? (await reply.json()).ok : null;
        }""",
        f"{sites.hub}/f/needs",
    )
    assert told == (True if is_read else None)
    page.close()


def test_a_fragment_holds_no_script_no_style_and_no_address_that_is_not_whole(sites: Sites) -> None:
    html = fragment(sites)
    assert html.startswith("<form ")
    assert not any(word in html for word in ("<script", "<style", "style=", "class=", "<link", "<!doctype"))
    assert f'action="{sites.hub}/f/needs"' in html
