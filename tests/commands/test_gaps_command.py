# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight gaps`: what places lack, in the numbers of their pages."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from porchlight.cli import main
from porchlight.operating.gaps import gaps_in
from tests.checking.hubs import minimal_hub

CHECKED = date(2026, 11, 2)


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """A hub with a state and a county in it, and three homes: of the county, checked; of the state; of the country."""
    root = minimal_hub(tmp_path)
    county = "id: elm-county\ncode: US-OH-901\nname: Elm County\nkind: county\n"
    (root / "data/places/elm-county.yaml").write_text(county, encoding="utf-8")
    for name, code in (("maple-house", "US-OH-901"), ("oak-house", "US-OH"), ("elm-house", "US")):
        (root / f"data/housing/{name}.yaml").write_text(
            f"id: {name}\nname: Home (made up)\nsummary: A made-up home.\nkind: transitional\n"
            f"who: Adults\ncost: free\ndoors: [stay]\nserves: [{code}]\n"
            "sources:\n  - {url: https://example.org, read_on: 2026-10-01, kind: own}\n"
            + (
                f"checks:\n  - {{as_of: {CHECKED}, how: phone, by: peer volunteer, result: right}}\n"
                if code == "US-OH-901"
                else ""
            ),
            encoding="utf-8",
        )
    return root


def numbers(hub: Path, day: date, code: str) -> tuple[int, int, int, date | None, int]:
    (gaps,) = gaps_in(hub, day, code)
    stay = next(each for each in gaps.doors if each.door == "stay")
    return stay.offers, stay.asked, stay.checked(gaps.day), stay.oldest, stay.around


def stand_still(hub: Path, day: date) -> None:
    """Show the hub as of the day, whatever day it is."""
    with (hub / "data/hub.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"\nmade_up: true\nshown_as_of: {day}\n")


def test_a_county_counts_for_its_state_and_the_state_counts_as_around(hub: Path) -> None:
    assert numbers(hub, CHECKED, "US-OH") == (2, 1, 1, date(2026, 10, 1), 0)
    assert numbers(hub, CHECKED, "US-OH-901") == (1, 1, 1, CHECKED, 1)


def test_a_check_counts_for_as_long_as_it_holds(hub: Path) -> None:
    """To the last day of its shelf life, and no day more; that they were asked stays true."""
    last = CHECKED + timedelta(days=180)
    assert numbers(hub, last, "US-OH-901")[1:3] == (1, 1)
    assert numbers(hub, last + timedelta(days=1), "US-OH-901")[1:3] == (1, 0)


def test_a_hub_that_stands_still_is_counted_on_its_day(hub: Path) -> None:
    """Its pages count from that day, so the command does too."""
    stand_still(hub, CHECKED)
    assert numbers(hub, CHECKED + timedelta(days=400), "US-OH-901")[2] == 1


def test_it_prints_every_place_with_its_doors(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stand_still(hub, CHECKED)
    assert main(["gaps", "--root", str(hub)]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == ["Place", "Door", "Offers", "Asked", "Checked", "Oldest", "Around", "Country"]
    assert lines[1] == ["Elm", "County", "stay", "1", "1", "1", "2026-11-02", "1", "1"]
    assert lines[5] == ["Ohio", "stay", "2", "1", "1", "2026-10-01", "0", "1"]


def test_programs_get_the_same_numbers(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stand_still(hub, CHECKED + timedelta(days=181))
    assert main(["gaps", "--json", "--place", "US-OH", "--root", str(hub)]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["place"], told["name"], told["day"], len(told["doors"])) == ("US-OH", "Ohio", "2027-05-02", 4)
    assert told["doors"][0] == {
        "door": "stay",
        "offers": 2,
        "asked": 1,
        "checked": 0,
        "oldest": "2026-10-01",
        "oldest_record": "housing/oak-house",
        "around": 0,
        "nation": 1,
    }


@pytest.mark.parametrize(("typed", "meant"), [("US-HO", "US-OH"), ("Ohio", "US-OH"), ("elm-county", "US-OH-901")])
def test_a_place_that_is_not_there_is_told_with_the_nearest(
    hub: Path, typed: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gaps", "--place", typed, "--root", str(hub)]) == 1
    assert f"No place of this hub has the code “{typed}”. Did you mean “{meant}”?" in capsys.readouterr().out
