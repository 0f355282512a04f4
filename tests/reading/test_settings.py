# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings that tell where answers travel lead to a plain host over https, and whoever looks is told which."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from porchlight.reading.settings import FILE, read_settings


def told(hub: Path, lines: str) -> list[str]:
    (hub / "data").mkdir()
    (hub / FILE).write_text(f"name: Made up\naddress: https://hub.example.org/\n{lines}\n", encoding="utf-8")
    return [str(problem).removeprefix(f"{FILE}:") for problem in read_settings(hub)[1]]


@pytest.mark.parametrize("setting", ["form_service", "poll_sites"])
@pytest.mark.parametrize(
    "address",
    ["http://forms.example.org", "https://hub.example.org@evil.example", "https://évil.example", "javascript:x"],
)
def test_answers_travel_over_https_to_a_plain_host(tmp_path: Path, setting: str, address: str) -> None:
    value = f"[{address!r}]" if setting == "poll_sites" else address
    (line,) = told(tmp_path, f"{setting}: {value}")
    assert f"“{setting}” should" in line


def test_a_server_on_this_machine_may_be_tried_without_https(tmp_path: Path) -> None:
    assert told(tmp_path, "form_service: http://127.0.0.1:8000") == [
        "3:15  Answers of polls go to 127.0.0.1:8000.  Does your group know who keeps that server?"
    ]


@pytest.mark.parametrize("own", ["https://hub.example.org", "/"])
def test_the_sites_own_host_needs_no_look(tmp_path: Path, own: str) -> None:
    assert told(tmp_path, f"form_service: {own}") == []


def test_whoever_looks_at_a_change_is_told_whose_pages_ask_the_polls(tmp_path: Path) -> None:
    assert told(tmp_path, "poll_sites: [https://church.example.org]") == [
        "3:13  Pages of church.example.org may ask your polls.  Does your group know who keeps that site?"
    ]


def test_a_made_up_hub_may_stand_still_on_one_day(tmp_path: Path) -> None:
    assert told(tmp_path, "made_up: true\nshown_as_of: 2026-11-24") == []
    settings = read_settings(tmp_path)[0]
    assert settings.day(date(2031, 5, 6)) == date(2026, 11, 24)


@pytest.mark.parametrize("day", ["next week", "2026-02-30", "11/24/2026"])
def test_what_is_no_day_is_told_and_days_go_on(tmp_path: Path, day: str) -> None:
    (line,) = told(tmp_path, f"made_up: true\nshown_as_of: {day}")
    assert "“shown_as_of” should be a day, as year-month-day, like 2026-11-24." in line
    assert read_settings(tmp_path)[0].day(date(2031, 5, 6)) == date(2031, 5, 6)


@pytest.mark.parametrize("made_up", ["made_up: false\n", ""])
def test_real_pages_never_stand_still(tmp_path: Path, made_up: str) -> None:
    (line,) = told(tmp_path, f"{made_up}shown_as_of: 2026-11-24")
    assert "Only a made-up hub may stand still on one day" in line
    assert read_settings(tmp_path)[0].day(date(2031, 5, 6)) == date(2031, 5, 6)
