# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the first page to an answer for one's own state, at 320 px: three presses at most, or told what is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving import serving

pytestmark = pytest.mark.browser

MOST_PRESSES = 3


@dataclass(frozen=True)
class Walk:
    """What is pressed, one after the other (“?…” is typed and sent), and what the last page then says."""

    presses: tuple[str, ...]
    says: str
    tree: str = ""
    scripts: bool = True


WALKS = [
    Walk(("?43215, no ID", "Ohio: birth certificate"), "What we are not sure of"),
    Walk(("?Texas, become a peer with a felony", "Help in Texas", "Peer credential in Texas"), "charges"),
    Walk(("?Alaska, someone to talk to", "Help in Alaska"), "no line to talk to just for Alaska"),
    Walk(("?Wyoming, a bed tonight", "Help in Wyoming"), "We have nothing just for Wyoming"),
    Walk(("?Columbus OH", "Help in Ohio"), "Ohio Recovery Housing"),
    Walk(("?naloxone Texas", "Texas: free naloxone"), "naloxone"),
    Walk(("?hire someone with a record Ohio", "Help in Ohio"), "Public employers in Ohio may not ask"),
    Walk(("?acta de nacimiento Puerto Rico", "Puerto Rico: acta de nacimiento"), "Puerto Rico", "es/"),
    Walk(("?Nueva York", "Ayuda en Nueva York", "Credencial de par en Nueva York"), "Nueva York", "es/"),
    Walk(("?42223", "Help in Tennessee"), "Help in Tennessee"),
    Walk(("?42223", "Help in Kentucky"), "Help in Kentucky"),
    Walk(
        ("Help by place", "Georgia", "Georgia: birth certificate and state ID"),
        "What we are not sure of",
        scripts=False,
    ),
]


@pytest.fixture(scope="module")
def address(shipped_site: Path) -> Iterator[str]:
    with serving(shipped_site) as base:
        yield base


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: ", then ".join(walk.presses))
def test_who_names_a_state_is_answered_in_three_presses(browser: Browser, address: str, walk: Walk) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=walk.scripts)
    page = context.new_page()
    page.goto(f"{address}/{walk.tree}")
    for press in walk.presses:
        take(page, press)
    assert len(walk.presses) <= MOST_PRESSES
    expect(page.locator("main")).to_contain_text(walk.says)
    context.close()


def take(page: Page, press: str) -> None:
    """One press; what is typed is sent by the button beside it."""
    if press.startswith("?"):
        page.get_by_role("searchbox").first.fill(press[1:])
        page.locator("form[role=search] button, search button").first.click()
        expect(page.locator(".results")).to_have_attribute("aria-busy", "false")
    else:
        page.locator("main").get_by_role("link", name=re.compile(rf"^{re.escape(press)}(?!\w)")).first.click()
