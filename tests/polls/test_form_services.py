# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every form service on the list is posted to, with and without a script, as its documented contract wants it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect
from starlette.staticfiles import StaticFiles

from porchlight.model.form_services import OWN
from porchlight.model.hub import Settings
from porchlight.model.questionnaire import Provider
from porchlight.reading.form_services import read_form_services
from tests.conftest import ROOT
from tests.form_service.support import Page
from tests.polls.receivers import ENTRIES, GONE, KEY, Kept, OwnHost, Receivers, listening
from tests.polls.sites import services_at, write_poll
from tests.polls.support import needs

SERVICES = read_form_services(ROOT)[0]
POSTED = [name for name, service in SERVICES.items() if service.kind == "post" and name != OWN.name]
LINKED = [name for name, service in SERVICES.items() if service.kind == "link"]
WITH_A_KEY = [name for name in POSTED if name != "staticman"]
STATICMAN = {"host": "github", "user": "someone", "repository": "hub", "branch": "main", "property": "answers"}

ITEMS = tuple(ENTRIES)
"""The two items that the tests answer."""


@dataclass
class Asked:
    """A site whose poll posts to one service: its address, the page as it is served, and what the service kept."""

    address: str
    html: str
    kept: Kept

    @property
    def page(self) -> Page:
        return Page(self.html)

    def trap(self) -> tuple[str, str]:
        found = re.search(r'class="trap" aria-hidden="true"><input type="(\w+)" name="([^"]+)"', self.html)
        return (found[1], found[2]) if found else ("", "")


class Hosts:
    """One host for all services and one for the site, on two ports: two origins, as in life."""

    def __init__(self, folder: Path, kept: Kept, services: str, site: str) -> None:
        self.folder, self.kept, self.services, self.site = folder, kept, services, site
        self.contracts = services_at(services, folder / "hub")

    def ask(self, service: str, key: str = KEY) -> Asked:
        """Publishes the poll with that service."""
        settings = {name: f"{self.services}/{service}" for name in SERVICES[service].settings() if name == "base"}
        settings |= STATICMAN if service == "staticman" else {}
        numbers = {item.id: ENTRIES.get(item.id, "1999") for item in needs().items()}
        fields = numbers if "field" in SERVICES[service].places() else {}
        provider = Provider(service, key, settings, fields)
        hub = Settings("A made-up hub", {}, address=f"{self.site}/")
        write_poll(self.folder / "site", hub, services=self.contracts, provider=provider)
        html = (self.folder / "site" / "poll" / "needs" / "index.html").read_text("utf-8")
        self.kept.taken.clear()
        self.kept.trapped.clear()
        self.kept.html = html
        return Asked(f"{self.site}/poll/needs/", html, self.kept)


@pytest.fixture(scope="module")
def hosts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosts]:
    folder, kept = tmp_path_factory.mktemp("services"), Kept()
    (folder / "site").mkdir()
    pages = StaticFiles(directory=folder / "site", html=True)
    with listening(Receivers(kept).app()) as services, listening(OwnHost(kept, pages).app) as site:
        yield Hosts(folder, kept, services, site)


def filled_in(asked: Asked, *, trapped: bool = False) -> dict[str, str]:
    """What a browser sends of the form: what is hidden, the empty trap, and “Agree” for two items."""
    kind, trap = asked.trap()
    answers = {name: values[3] for name, values in asked.page.radios.items() if _asks(name)}
    left_empty = {trap: "on" if kind == "checkbox" else "x"} if trapped else {trap: ""} if kind == "text" else {}
    return asked.page.hidden | left_empty | answers


def _asks(name: str) -> bool:
    return any(name.endswith((item, f"{item}]", f".{ENTRIES[item]}")) for item in ITEMS)


def answers_in(sent: dict[str, str]) -> list[str]:
    return [value for name, value in sent.items() if _asks(name)]


def post(asked: Asked, fields: dict[str, str], **headers: str) -> httpx.Response:
    address = httpx.URL(asked.address).join(asked.page.action)
    return httpx.post(address, data=fields, headers=headers)


def agreed(service: str) -> list[str]:
    return ["Agree", "Agree"] if service == "google" else ["4", "4"]


@pytest.mark.parametrize("service", POSTED)
def test_a_plain_post_is_taken_and_leads_back_where_the_service_can(hosts: Hosts, service: str) -> None:
    asked = hosts.ask(service)
    reply = post(asked, filled_in(asked))
    assert reply.status_code in (200, 302, 303)
    assert [answers_in(sent) for sent in asked.kept.taken] == [agreed(service)]
    if SERVICES[service].thanks_field:
        assert reply.headers["location"] == f"{asked.address}thanks/"


@pytest.mark.parametrize("service", [name for name in POSTED if SERVICES[name].trap])
def test_what_a_robot_fills_in_is_taken_for_a_robots(hosts: Hosts, service: str) -> None:
    asked = hosts.ask(service)
    post(asked, filled_in(asked, trapped=True))
    assert len(asked.kept.trapped) == 1
    assert asked.kept.taken == []


@pytest.mark.parametrize("service", WITH_A_KEY)
def test_a_form_that_the_service_does_not_know_is_refused(hosts: Hosts, service: str) -> None:
    asked = hosts.ask(service, GONE)
    assert post(asked, filled_in(asked)).status_code >= 400
    assert asked.kept.taken == []


@pytest.mark.browser
@pytest.mark.parametrize("service", POSTED)
def test_a_browser_sends_the_form_under_the_pages_own_policy(hosts: Hosts, service: str, browser: Browser) -> None:
    """With the script: on to our own thanks where a script may read the answer, else where the service leads."""
    asked = hosts.ask(service)
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(asked.address, wait_until="networkidle")
    for item in ITEMS:
        page.locator(f"#{item}-4").check()
    page.get_by_role("button", name="Send my answers").click()
    own_page = SERVICES[service].script or service == "cloudflare"
    page.wait_for_url(f"{asked.address}thanks/" if own_page else re.compile("formResponse|webhook"))
    assert [answers_in(sent) for sent in asked.kept.taken] == [agreed(service)]
    assert [fault for fault in faults if "favicon" not in fault] == []
    assert page.evaluate("sessionStorage.length") == 0
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("service", [name for name in WITH_A_KEY if SERVICES[name].script])
def test_a_browser_is_told_when_the_service_refuses(hosts: Hosts, service: str, browser: Browser) -> None:
    """Also where it says no with status 200: the data tells where the word stands."""
    asked = hosts.ask(service, GONE)
    page = browser.new_page()
    page.goto(asked.address, wait_until="networkidle")
    page.locator(f"#{ITEMS[0]}-4").check()
    page.get_by_role("button", name="Send my answers").click()
    expect(page.get_by_role("button", name="Send again")).to_be_visible()
    expect(page.get_by_role("alert")).not_to_be_empty()
    assert page.url == asked.address
    assert page.locator(f"#{ITEMS[0]}-4").is_checked()
    page.close()


@pytest.mark.parametrize("service", LINKED)
def test_a_service_that_takes_no_form_of_ours_is_reached_by_a_link(hosts: Hosts, service: str, tmp_path: Path) -> None:
    there = "https://forms.example.org/needs"
    provider = Provider(service, settings={"address": there})
    write_poll(tmp_path, services=hosts.contracts, provider=provider)
    html = (tmp_path / "poll" / "needs" / "index.html").read_text("utf-8")
    assert f'href="{there}"' in html
    assert "<form" not in html
    assert "form-action &#39;self&#39;;" in html
    assert not (tmp_path / "poll" / "needs" / "embed").exists()


@pytest.mark.parametrize("service", POSTED)
def test_a_page_says_that_another_company_takes_the_answers(hosts: Hosts, service: str) -> None:
    title = SERVICES[service].title
    host = " (127.0.0.1:" if service not in ("netlify", "cloudflare") else "."
    named = f"Your answers go to {title}{host}"
    assert named in hosts.ask(service).html


def test_every_contract_says_how_it_is_known_and_marks_what_is_not() -> None:
    parts = {"trap", "thanks_field", "success", "errors"}
    for service in SERVICES.values():
        assert set(service.unverified) <= parts
        assert service.why or service.kind == "post"


KNOWN_BY = {
    "source": ("its own code", "its own script library"),
    "documentation": ("its documentation",),
    "public_code": ("code of others",),
    "not_verified": ("not verified",),
}


def test_the_handbook_names_every_service_and_how_it_is_known() -> None:
    page = (ROOT / "docs" / "other-form-services.md").read_text("utf-8")
    for name, service in SERVICES.items():
        row = next((line for line in page.splitlines() if line.startswith("|") and f"| `{name}` |" in line), "")
        assert f"`{name}`" in page
        assert bool(row) == (service.kind == "post")
        assert not row or row.endswith(tuple(f"| {known} |" for known in KNOWN_BY[service.evidence]))
        assert not row or bool(service.unverified) == ("not verified" in row)
        assert all(f"`{setting}`" in row or f"{{{setting}: …}}" in row for setting in service.settings() if row)


def test_the_handbook_names_every_part_of_a_contract() -> None:
    page = (ROOT / "docs" / "other-form-services.md").read_text("utf-8")
    assert [part.name for part in fields(OWN) if part.name != "name" and f"`{part.name}`" not in page] == []
