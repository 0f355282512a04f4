# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The line that says what is open now, as a reader gets it: words, zones, midnight, and no jump."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from porchlight.site.assets import bundle
from porchlight.site.theme import environment
from porchlight.views.hours import hours_data, hours_words, zone_words
from porchlight.views.record_parts import OpenHours
from tests.serving import serving
from tests.theme.components import THEME, site
from tests.views.fakes import edition

pytestmark = pytest.mark.browser

EASTERN = "America/New_York"
FAR_AHEAD = date(2099, 1, 1)
WEEK = "Mo-Fr 09:00-17:00; PH off"
NIGHTS = "22:00-06:00"
CALLS = 'Tu 10:00-14:00 "by appointment"'
PAGES = {
    "week": WEEK,
    "nights": NIGHTS,
    "calls": CALLS,
    "always": "24/7",
    "one": "Mo-Fr 13:00-13:30",
    "days": "Mo-Fr 00:00-24:00",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("open-now")
    for path, content in bundle(THEME).files.items():
        write(folder / path, content)
    for language in ("en", "es"):
        for name, text in PAGES.items():
            write(folder / language / name / "index.html", made_page(language, text).encode())
    with serving(folder) as base:
        yield base


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def made_page(language: str, text: str) -> str:
    """The component alone on a page in one language, under the policy that every page has."""
    of, assets = edition(language=language), bundle(THEME).assets
    zone = "" if text == "24/7" else zone_words(of, EASTERN)
    hours = OpenHours(hours_words(of, text, EASTERN), hours_data(text, EASTERN, FAR_AHEAD), zone)
    call = '{% from "components/open_now/open_now.html" import open_now %}{{ open_now(hours=hours, site=site) }}'
    body = environment(THEME).from_string(call).render(hours=hours, site=site(language))
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>x</title>'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
        f'<link rel="stylesheet" href="/{assets.stylesheet}"><script type="module" src="/{assets.script}"></script>'
        f"</head><body>{body}<p>After</p></body></html>"
    )


def open_at(browser: Browser, address: str, path: str, moment: str, zone: str = EASTERN) -> Page:
    """A page whose reader's clock stands at a moment, in a zone."""
    page = browser.new_context(timezone_id=zone, viewport={"width": 320, "height": 600}).new_page()
    page.clock.install(time=moment)
    page.goto(f"{address}/{path}/")
    return page


@pytest.mark.parametrize(
    ("path", "moment", "words"),
    [
        ("en/week", "2026-11-23T10:00:00-05:00", "Open now. Closes at 5 p.m."),
        ("en/week", "2026-11-23T18:00:00-05:00", "Closed now. Opens at 9 a.m. tomorrow."),
        ("en/week", "2026-11-27T17:00:00-05:00", "Closed now. Opens on Monday at 9 a.m."),
        ("en/week", "2026-11-25T20:00:00-05:00", "Closed now. Opens on Friday at 9 a.m."),  # over Thanksgiving
        ("en/nights", "2026-11-23T23:30:00-05:00", "Open now. Closes at 6 a.m. tomorrow."),
        ("en/nights", "2026-11-24T03:00:00-05:00", "Open now. Closes at 6 a.m."),
        ("en/days", "2026-11-25T03:00:00-05:00", "Open now. Closes on Friday at midnight."),
        ("en/days", "2026-11-28T03:00:00-05:00", "Closed now. Opens on Monday."),
        ("en/days", "2026-11-29T03:00:00-05:00", "Closed now. Opens at midnight."),
        ("en/calls", "2026-11-24T11:00:00-05:00", "Open now. By appointment: call first."),
        ("en/calls", "2026-11-23T11:00:00-05:00", "Closed now. By appointment: call first."),
        ("es/week", "2026-11-23T10:00:00-05:00", "Abierto ahora. Cierra a las 5 p. m."),
        ("es/week", "2026-11-23T18:00:00-05:00", "Cerrado ahora. Abre mañana a las 9 a. m."),
        ("es/week", "2026-11-27T17:00:00-05:00", "Cerrado ahora. Abre el lunes a las 9 a. m."),
        ("es/one", "2026-11-23T13:10:00-05:00", "Abierto ahora. Cierra a la 1:30 p. m."),
        ("es/days", "2026-11-29T03:00:00-05:00", "Cerrado ahora. Abre a la medianoche."),
    ],
)
def test_it_says_what_holds_now_and_until_when(
    browser: Browser, address: str, path: str, moment: str, words: str
) -> None:
    page = open_at(browser, address, path, moment)
    expect(page.locator("[data-room]")).to_have_text(words)
    page.context.close()


def test_a_reader_in_another_zone_is_told_whose_clock_it_is(browser: Browser, address: str) -> None:
    page = open_at(browser, address, "en/week", "2026-11-23T10:00:00-05:00", "America/Los_Angeles")
    expect(page.locator("[data-room]")).to_have_text("Open now. Closes at 5 p.m., Eastern time.")
    page.context.close()


def test_it_stays_true_while_the_page_is_open(browser: Browser, address: str) -> None:
    page = open_at(browser, address, "en/week", "2026-11-23T16:58:00-05:00")
    expect(page.locator("[data-room]")).to_contain_text("Open now.")
    page.clock.fast_forward("05:00")
    expect(page.locator("[data-room]")).to_contain_text("Closed now.")
    page.context.close()


def test_day_and_night_needs_no_line(browser: Browser, address: str) -> None:
    page = open_at(browser, address, "en/always", "2026-11-23T16:58:00-05:00")
    expect(page.locator(".open-now")).to_have_text("Day and night, every day.")
    page.context.close()


@pytest.mark.parametrize("path", ["en/week", "es/week", "en/nights"])
def test_nothing_moves_when_the_line_is_filled_in(browser: Browser, address: str, path: str) -> None:
    """The room is kept whatever it says, for a reader in another zone too."""
    page = open_at(browser, address, path, "2026-11-23T18:00:00-05:00", "America/Los_Angeles")
    line = page.locator("[data-room]")
    expect(line.locator("b")).to_have_count(1)
    filled = line.evaluate("line => line.offsetHeight")
    assert line.evaluate("line => { line.replaceChildren(); return line.offsetHeight; }") == filled
    page.context.close()


def test_without_a_script_only_the_week_is_told(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/en/week/")
    expect(page.locator("[data-room]")).to_be_hidden()
    expect(page.get_by_text("Monday to Friday, 9 a.m. to 5 p.m.")).to_be_visible()
    context.close()
