# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The gazetteer knows the country's towns, counties and ZIP codes as people write them, and travels light."""

from __future__ import annotations

import gzip
import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.reading import gazetteer
from porchlight.reading.gazetteer import (
    across,
    counties_named,
    county_point,
    fold,
    ground,
    miles,
    point_of,
    spots,
    towns,
    zip_point,
)
from porchlight.site.gazetteer import gazetteer_files
from tests.conftest import ROOT

PACKED_BYTES = 1_000_000
LOOKUP_BYTES = 30_000
STATES = 52  # the fifty, the District of Columbia and Puerto Rico


@pytest.mark.parametrize(
    ("city", "state", "lat", "lon"),
    [
        ("Columbus", "US-OH", 39.99, -82.99),
        ("COLUMBUS ", "US-OH", 39.99, -82.99),
        ("Columbus", "US-GA", 32.51, -84.87),
        ("St. Louis", "US-MO", 38.64, -90.24),
        ("Saint Louis", "US-MO", 38.64, -90.24),
        ("Ft Worth", "US-TX", 32.78, -97.35),
        ("Cañon City", "US-CO", 38.44, -105.22),
        ("Canon City", "US-CO", 38.44, -105.22),
        ("O’Fallon", "US-MO", 38.78, -90.72),
        ("Nashville", "US-TN", 36.17, -86.79),
        ("Macon", "US-GA", 32.81, -83.69),
        ("Lexington", "US-KY", 38.04, -84.46),
        ("Paso Robles", "US-CA", 35.63, -120.65),
        ("San Francisco", "US-CA", 37.76, -122.43),
        ("Washington", "US-DC", 38.9, -77.02),
        ("San Juan", "US-PR", 18.4, -66.06),
        ("Honolulu", "US-HI", 21.32, -157.85),
        ("Anchorage", "US-AK", 61.19, -149.87),
        ("Brooklyn", "US-NY", 40.64, -73.95),
        ("Bronx", "US-NY", 40.85, -73.85),
        ("Queens", "US-NY", 40.65, -73.84),
        ("Manhattan", "US-NY", 40.78, -73.97),
        ("Staten Island", "US-NY", 40.56, -74.14),
    ],
)
def test_a_town_is_found_as_people_write_it(city: str, state: str, lat: float, lon: float) -> None:
    assert point_of(city, state) == pytest.approx((lat, lon), abs=0.015)


@pytest.mark.parametrize(
    ("city", "state"), [("Columbus", "US-NV"), ("Columbus", "OH"), ("", "US-OH"), ("Nowhere", "US")]
)
def test_a_town_that_is_not_there_is_not_guessed(city: str, state: str) -> None:
    assert point_of(city, state) is None


@pytest.mark.parametrize(
    ("code", "lat", "lon"),
    [
        ("43215", 39.97, -83.0),
        ("43215-1234", 39.97, -83.0),
        ("07102", 40.74, -74.17),
        ("00601", 18.18, -66.75),
        ("99501", 61.22, -149.85),
        ("99503", 61.19, -149.88),
        ("99701", 64.84, -147.7),
    ],
)
def test_a_zip_code_is_text_and_may_begin_with_zeros(code: str, lat: float, lon: float) -> None:
    assert zip_point(code) == pytest.approx((lat, lon), abs=0.05)


@pytest.mark.parametrize(
    ("city", "state", "codes"),
    [
        (
            "Anchorage",
            "US-AK",
            ["99501", "99502", "99503", "99504", "99507", "99508", "99515", "99516", "99519", "99695"],
        ),
        ("Fairbanks", "US-AK", ["99701", "99703", "99706", "99707", "99709", "99712", "99775", "99790"]),
        ("Aniak", "US-AK", ["99557"]),
        ("Boise", "US-ID", ["83702", "83716"]),
        ("Auburn", "US-CA", ["95603", "95604"]),
    ],
)
def test_a_zip_code_stands_near_the_town_of_its_post_office(city: str, state: str, codes: list[str]) -> None:
    town = point_of(city, state)
    assert town is not None
    for code in codes:
        at = zip_point(code)
        assert at is not None
        assert miles(at, town) < 20, code


@pytest.mark.parametrize("code", ["", "7102", "4321", "432150", "43215-", "43215-12", "٤٣٢١٥", "99999", "43 215"])
def test_what_is_no_zip_code_has_no_point(code: str) -> None:
    assert zip_point(code) is None


def test_a_county_is_found_with_and_without_the_word() -> None:
    assert county_point("Franklin County", "US-OH") == county_point("franklin", "US-OH") == (39.97, -83.01)
    assert county_point("Orleans Parish", "US-LA") == county_point("Orleans", "US-LA")
    assert county_point("Orleans", "US-LA") is not None
    assert county_point("Hartford County", "US-CT") == pytest.approx((41.81, -72.73), abs=0.02)
    assert county_point("Doña Ana", "US-NM") == county_point("Dona Ana County", "US-NM")
    assert county_point("Franklin County", "US-HI") is None


def test_a_county_has_its_number() -> None:
    """Each number stands once in a state, and none is one that a made-up county may have."""
    numbers = Counter((spot.state, spot.number) for spot in spots("counties"))
    assert [spot.number for name in ("Franklin County", "cuyahoga") for spot in counties_named(name, "US-OH")] == [
        49,
        35,
    ]
    assert [spot.number for spot in counties_named("Franklin", "US-VA")] == [67, 620]
    assert all(0 < number < 900 for _, number in numbers)
    assert [each for each, times in numbers.items() if times > 1] == []


def test_a_county_comes_before_the_city_of_its_name() -> None:
    assert county_point("Baltimore", "US-MD") == county_point("Baltimore County", "US-MD")
    assert county_point("Baltimore city", "US-MD") != county_point("Baltimore", "US-MD")


def test_a_zip_code_that_lies_in_several_states_names_the_others() -> None:
    """Fort Campbell lies on the line of Kentucky and Tennessee; no other state is told for most codes."""
    assert across()["42223"] == ("US-TN",)
    assert across()["82082"] == ("US-CO", "US-NE")
    assert "43215" not in across()
    own = {spot.name: spot.state for spot in spots("zips")}
    assert all(own[code] not in others for code, others in across().items())
    assert len(across()) == 137


@pytest.mark.parametrize(("code", "state"), [("06390", "US-NY"), ("73960", "US-TX"), ("83414", "US-WY")])
def test_a_zip_code_that_begins_like_another_states_stands_in_its_own(code: str, state: str) -> None:
    assert [spot.state for spot in spots("zips") if spot.name == code] == [state]
    assert code not in across()


@given(st.text(), st.text())
def test_any_text_is_safe(one: str, other: str) -> None:
    for found in (point_of(one, other), point_of(one, "US-OH"), county_point(one, "US-OH"), zip_point(one)):
        assert found is None or -90 <= found[0] <= 90
    assert fold(fold(one)) == fold(one)


def test_every_state_has_towns_counties_codes_and_a_point() -> None:
    for kind in ("states", "places", "counties", "zips"):
        assert len({spot.state for spot in spots(kind)} - {"US-VI"}) == STATES, kind
    assert not any(spot for spot in towns("US-XX"))
    assert len(ground("US-OH")) > 2_000


def test_every_point_lies_where_its_state_is() -> None:
    """No farther than 3.5 degrees from another point of its state's ZIP codes; Alaska's islands are wider apart."""
    codes = {state: [at for spot in spots("zips") if spot.state == state for at in [spot.point]] for state in known()}
    lost = [
        spot
        for kind in ("states", "counties", "places")
        for spot in spots(kind)
        if spot.state != "US-AK"
        and not any(abs(a - spot.point[0]) + abs(b - spot.point[1]) < 3.5 for a, b in codes[spot.state])
    ]
    assert lost == []


def known() -> set[str]:
    return {spot.state for spot in spots("zips")}


def test_no_name_stands_twice_in_a_state() -> None:
    for kind in ("places", "counties", "zips"):
        twice = [name for name, n in Counter((fold(s.name), s.state) for s in spots(kind)).items() if n > 1]
        assert twice == [], kind


def test_the_files_say_whose_they_are_and_are_small() -> None:
    folder = ROOT / "generator" / "porchlight" / "reading" / "gazetteer"
    files = sorted(folder.glob("*.txt"))
    assert [path.stem for path in files] == ["counties", "crossings", "places", "states", "zips"]
    assert all("Census Bureau" in path.read_text(encoding="utf-8").splitlines()[0] for path in files)
    assert sum(path.stat().st_size for path in files) <= PACKED_BYTES


def test_one_lookup_gets_little() -> None:
    """The states and one piece, as they travel."""
    sizes = {path: len(gzip.compress(content, 9)) for path, content in gazetteer_files().items()}
    states = sizes.pop("gazetteer/states.json")
    worst = sorted(sizes, key=lambda path: -sizes[path])[:10]
    print(f"states: {states} bytes", *(f"{path}: {sizes[path]} bytes" for path in worst), sep="\n")
    assert states + sizes[worst[0]] <= LOOKUP_BYTES


def test_the_pieces_hold_every_town_and_code_where_a_browser_looks() -> None:
    files = gazetteer_files()
    rows = json.loads(files["gazetteer/co.json"])
    assert rows[0] == ["Columbus", "OH", 3999, -8299]
    assert ["07102", "NJ", 4074, -7417, 3] in json.loads(files["gazetteer/07.json"])
    assert ["42223", "KY", 3664, -8747, 3, ["TN"]] in json.loads(files["gazetteer/42.json"])
    held = sum(len(json.loads(content)) for path, content in files.items() if path != "gazetteer/states.json")
    cities = sum(spot.name.endswith(" city") for spot in spots("counties"))
    assert held == sum(len(spots(kind)) for kind in ("places", "counties", "zips")) - cities


def test_the_pieces_are_the_same_each_time() -> None:
    before = dict(gazetteer_files())
    gazetteer_files.cache_clear()
    gazetteer.spots.cache_clear()
    assert gazetteer_files() == before
