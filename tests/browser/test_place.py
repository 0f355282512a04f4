# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A place typed by hand is found in a real Chromium, by one small piece of the gazetteer and nothing else."""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Iterator
from math import acos, cos, radians, sin
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from porchlight.reading.gazetteer import Point, across, spots
from porchlight.site.assets import modules
from porchlight.site.gazetteer import gazetteer_files
from porchlight.site.theme import theme_folder
from tests.conftest import ROOT
from tests.serving import serving

pytestmark = pytest.mark.browser

PLACE_JS_BYTES = 1_250  # with the folding of names, which the search page shares

Found = list[dict[str, Any]]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A folder with the module, the gazetteer and one empty page."""
    folder = tmp_path_factory.mktemp("place")
    (folder / "index.html").write_text("<!doctype html><title>Place</title>", encoding="utf-8")
    (folder / "place.js").write_bytes((ROOT / "theme" / "js" / "place.js").read_bytes())
    for path, content in gazetteer_files().items():
        Path(folder, path).parent.mkdir(exist_ok=True)
        Path(folder, path).write_bytes(content)
    with serving(folder) as base:
        yield base


@pytest.fixture
def asked() -> list[str]:
    """The addresses that the page asked for, below the site's root."""
    return []


@pytest.fixture
def page(browser: Browser, address: str, asked: list[str]) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/", wait_until="networkidle")
    page.on("request", lambda request: asked.append(request.url.removeprefix(f"{address}/")))
    yield page
    context.close()


def lookup(page: Page, *typed: str) -> list[Found]:
    """What each of these leads to."""
    found: list[Found] = page.evaluate(
        """async (all) => {
            const { lookup } = await import("/place.js");
            return Promise.all(all.map((typed) => lookup(typed, "gazetteer/")));
        }""",
        list(typed),
    )
    return found


def great_circle(one: Point, other: Point) -> float:
    """Miles by the law of cosines, on a ball as large as the earth."""
    (a, b), (c, d) = ((radians(lat), radians(lon)) for lat, lon in (one, other))
    return 3959 * acos(sin(a) * sin(c) + cos(a) * cos(c) * cos(b - d))


def labels(page: Page, typed: str) -> list[str]:
    (found,) = lookup(page, typed)
    return [one["label"] for one in found]


def test_the_module_is_small() -> None:
    travels = len(gzip.compress(modules(theme_folder(ROOT))["place.js"], 9))
    print(f"place.js: {travels} bytes")
    assert travels <= PLACE_JS_BYTES


TYPED = {
    "43215": {"label": "43215, OH", "state": "US-OH", "point": [39.97, -83.01], "kind": "zip"},
    " 43215-1234 ": {"label": "43215, OH", "state": "US-OH", "point": [39.97, -83.01], "kind": "zip"},
    "07102": {"label": "07102, NJ", "state": "US-NJ", "point": [40.74, -74.17], "kind": "zip"},
    "Columbus": {"label": "Columbus, OH", "state": "US-OH", "point": [39.99, -82.99], "kind": "city"},
    "Columbus, OH": {"label": "Columbus, OH", "state": "US-OH", "point": [39.99, -82.99], "kind": "city"},
    "columbus georgia": {"label": "Columbus, GA", "state": "US-GA", "point": [32.51, -84.87], "kind": "city"},
    "Washington DC": {"label": "Washington, DC", "state": "US-DC", "point": [38.9, -77.02], "kind": "city"},
    "kent county, ri": {"label": "Kent County, RI", "state": "US-RI", "point": [41.68, -71.58], "kind": "county"},
    "Ohio": {"label": "Ohio", "state": "US-OH", "point": [40.38, -82.73], "kind": "state"},
    "oh": {"label": "Ohio", "state": "US-OH", "point": [40.38, -82.73], "kind": "state"},
}  # fmt: skip

FORGIVEN = {
    "hartford county connecticut": "Hartford County, CT",
    "DC": "District of Columbia",
    "D.C.": "District of Columbia",
    "Nueva York": "New York",
    "san juan puerto rico": "San Juan, PR",
    "canon city": "Cañon City, CO",
    "Cañon City": "Cañon City, CO",
    "Saint Louis": "St. Louis, MO",
    "st. louis, mo": "St. Louis, MO",
    "Sainte Genevieve": "Ste. Genevieve, MO",
    "ofallon missouri": "O'Fallon, MO",
    "West Virginia": "West Virginia",
    "Kansas City KS": "Kansas City, KS",
    "Colubmus, OH": "Columbus, OH",
    "Cincinatti": "Cincinnati, OH",
    "Clevelnd": "Cleveland, OH",
}


def test_a_place_is_found_as_people_type_it(page: Page) -> None:
    wanted = {typed: {**place, "also": []} for typed, place in TYPED.items()}
    assert dict(zip(TYPED, (found[0] for found in lookup(page, *TYPED)), strict=True)) == wanted


def test_accents_saints_spanish_names_and_slips_are_forgiven(page: Page) -> None:
    found = lookup(page, *FORGIVEN)
    assert dict(zip(FORGIVEN, (places[0]["label"] for places in found), strict=True)) == FORGIVEN


def test_a_name_that_many_places_have_leads_to_all_of_them_the_largest_first(page: Page) -> None:
    columbus = labels(page, "Columbus")
    assert columbus[0] == "Columbus, OH"
    assert {"Columbus, GA", "Columbus, IN", "Columbus, MS"} <= set(columbus)
    assert len(set(columbus)) == len(columbus) >= 10
    assert len(labels(page, "Franklin County")) >= 20
    assert labels(page, "Washington")[:2] == ["Washington", "Washington, DC"]


def test_a_zip_code_in_two_states_says_both_its_own_first(page: Page) -> None:
    (campbell,), (three,), (whole,) = lookup(page, "42223", "82082", "43215")
    assert (campbell["label"], campbell["state"], campbell["also"]) == ("42223, KY/TN", "US-KY", ["US-TN"])
    assert (three["state"], three["also"]) == ("US-WY", ["US-CO", "US-NE"])
    assert whole["also"] == []
    assert labels(page, "42223, TN") == labels(page, "42223 Kentucky") == ["42223, KY/TN"]
    assert labels(page, "42223, OH") == []


NONSENSE = ("", " ", "x", "00000", "99999", "1234", "123456", "zzzzzz", "Qqqqville, OH", "../../etc/passwd", "%2e%2e/")
HOSTILE = ("💡💡💡", "<script>alert(1)</script>", "a" * 10_000, "__proto__x", "\x00\ud800", "ohio ohio ohio")


def test_nonsense_leads_nowhere_and_breaks_nothing(page: Page, asked: list[str]) -> None:
    typed = (*NONSENSE, *HOSTILE)
    assert dict(zip(typed, lookup(page, *typed), strict=True)) == {one: [] for one in typed}
    assert all(re.fullmatch(r"place\.js|gazetteer/(states|[a-z0-9]{1,2})\.json", path) for path in asked)


def test_one_lookup_asks_for_the_states_and_one_piece_and_nothing_before(page: Page, asked: list[str]) -> None:
    page.evaluate("import('/place.js')")
    assert asked == ["place.js"]
    lookup(page, "Columbus, OH")
    assert sorted(asked[1:]) == ["gazetteer/co.json", "gazetteer/states.json"]


def test_every_name_is_found_under_itself(page: Page) -> None:
    """The browser folds names as the generator does: a sample of all, and every one with a letter beyond English."""
    named = [spot for kind in ("places", "counties") for spot in spots(kind) if not spot.name.endswith(" city")]
    sample = [*random.Random(43215).sample(named, 300), *(spot for spot in named if not spot.name.isascii())]
    codes = random.Random(7102).sample(spots("zips"), 100)
    wanted = [
        f"{spot.name}, {spot.state[3:]}" for spot in [*sample, *(code for code in codes if code.name not in across())]
    ]
    missed = [
        (label, found[:3])
        for label, found in zip(wanted, lookup(page, *wanted), strict=True)
        if label not in {one["label"] for one in found}
    ]
    assert missed == []


def test_an_unreachable_gazetteer_is_told_from_a_place_that_is_not_there(page: Page) -> None:
    page.evaluate("import('/place.js')")
    page.context.set_offline(True)
    said = page.evaluate(
        """() => import("/place.js").then((m) => m.lookup("Columbus", "gazetteer/")).catch(() => "out")"""
    )
    assert said == "out"


def test_miles_are_as_the_crow_flies(page: Page) -> None:
    """From Columbus: the same as by another formula for the great circle, and nothing to itself."""
    columbus = (39.99, -82.99)
    others = [(41.48, -81.68), (21.32, -157.85), (51.88, 176.65)]
    measured = page.evaluate(
        """async ([from, to]) => {
            const { miles } = await import("/place.js");
            return to.map((point) => miles(from, point));
        }""",
        [columbus, [*others, columbus]],
    )
    assert measured == pytest.approx([*(great_circle(columbus, other) for other in others), 0], rel=1e-6)
    assert round(measured[0]) == 124


def test_where_the_reader_is_is_asked_only_when_told_to_and_a_no_is_a_no(browser: Browser, address: str) -> None:
    allowed = browser.new_context(geolocation={"latitude": 39.96, "longitude": -83.0}, permissions=["geolocation"])
    page = allowed.new_page()
    page.goto(f"{address}/")
    assert page.evaluate("import('/place.js').then((m) => m.here())") == [39.96, -83.0]
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    allowed.close()
    refused = browser.new_context()
    page = refused.new_page()
    page.goto(f"{address}/")
    assert page.evaluate("import('/place.js').then((m) => m.here()).catch((no) => no.code)") == 1
    refused.close()
