# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Opening hours are told as people say them, in English and in Spanish."""

from __future__ import annotations

from datetime import date

import pytest

from porchlight.model.record import Row, Value
from porchlight.views.hours import hours_data, hours_words, open_hours, own_hours, zone_words
from porchlight.views.parts import Text
from porchlight.views.record_parts import OpenHours
from tests.views.fakes import HOUSING, edition, record

EN, ES = edition(), edition(language="es")
EASTERN = "America/New_York"
FAR_AHEAD = date(2099, 1, 1)


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ("24/7", ["Day and night, every day."], ["De día y de noche, todos los días."]),
        (
            "Mo-Fr 09:00-17:00; PH off",
            ["Monday to Friday, 9 a.m. to 5 p.m.", "Closed on public holidays."],
            ["De lunes a viernes, de 9 a. m. a 5 p. m.", "Cerrado en días feriados."],
        ),
        (
            "Mo,We,Fr 08:30-12:00,13:00-16:45",
            ["Monday, Wednesday and Friday, 8:30 a.m. to noon and 1 p.m. to 4:45 p.m."],
            ["Lunes, miércoles y viernes, de 8:30 a. m. a mediodía y de 1 p. m. a 4:45 p. m."],
        ),
        ("Fr-Mo 22:00-06:00", ["Friday to Monday, 10 p.m. to 6 a.m."], ["De viernes a lunes, de 10 p. m. a 6 a. m."]),
        ("16:00-24:00", ["Every day, 4 p.m. to midnight."], ["Todos los días, de 4 p. m. a medianoche."]),
        (
            "Mo-Fr 00:00-24:00",
            ["Monday to Friday, day and night."],
            ["De lunes a viernes, de día y de noche."],
        ),
        (
            "Mo-Th 17:00-23:00; Fr 17:00-24:00; Sa 00:00-02:00",
            ["Monday to Thursday, 5 p.m. to 11 p.m.", "Friday, 5 p.m. to 2 a.m."],
            ["De lunes a jueves, de 5 p. m. a 11 p. m.", "Viernes, de 5 p. m. a 2 a. m."],
        ),
        (
            'Tu 10:00-14:00 "call first"',
            ["Tuesday, 10 a.m. to 2 p.m. By appointment: call first."],
            ["Martes, de 10 a. m. a 2 p. m. Con cita: llame primero."],
        ),
        ('"by appointment"', ["By appointment: call first."], ["Con cita: llame primero."]),
        (
            'Mo-Fr "by appointment"',
            ["Monday to Friday. By appointment: call first."],
            ["De lunes a viernes. Con cita: llame primero."],
        ),
        (
            "Mo 09:00-12:00; PH 10:00-11:00; 2026 Dec 24 off; Dec 31-Jan 02 off",
            [
                "Monday, 9 a.m. to noon.",
                "On public holidays, 10 a.m. to 11 a.m.",
                "December 24, 2026: closed.",
                "December 31 to January 2: closed.",
            ],
            [
                "Lunes, de 9 a. m. a mediodía.",
                "En días feriados, de 10 a. m. a 11 a. m.",
                "24 de diciembre de 2026: cerrado.",
                "Del 31 de diciembre al 2 de enero: cerrado.",
            ],
        ),
    ],
)
def test_hours_are_told_as_people_say_them(text: str, english: list[str], spanish: list[str]) -> None:
    said = [line.replace("\xa0", " ") for line in hours_words(ES, text, "")]
    assert (list(hours_words(EN, text, "")), said) == (english, spanish)


@pytest.mark.parametrize(
    ("zone", "english", "spanish"),
    [
        ("America/Detroit", "Eastern time", "hora del Este"),
        ("America/Phoenix", "Arizona time", "hora de Arizona"),
        ("Pacific/Pago_Pago", "Pago Pago time", "hora de Pago Pago"),
        ("", "", ""),
    ],
)
def test_a_zone_is_told_by_the_name_that_people_use(zone: str, english: str, spanish: str) -> None:
    assert (zone_words(EN, zone), zone_words(ES, zone)) == (english, spanish)


def test_the_zone_comes_last() -> None:
    assert hours_words(EN, "Mo 09:00-12:00", EASTERN) == ("Monday, 9 a.m. to noon.", "Eastern time.")


@pytest.mark.parametrize(("text", "zone"), [("Monday", EASTERN), ("", EASTERN), ("Mo 09:00-12:00", "")])
def test_without_readable_hours_and_a_zone_nothing_is_said_of_now(text: str, zone: str) -> None:
    assert hours_data(text, zone, FAR_AHEAD) == ""


def test_a_record_has_its_hours_or_none() -> None:
    read: tuple[Row, ...] = ({"read_on": date(2026, 11, 2)},)
    told = record("oak", {"name": "Oak", "opening_hours": "Mo 09:00-12:00", "timezone": EASTERN}, sources=read)
    data = '{"z":"America/New_York","u":"2027-01-31","r":[[1,[540,720]]]}'
    assert open_hours(EN, HOUSING, told) == OpenHours(
        ("Monday, 9 a.m. to noon.", "Eastern time."), data, "Eastern time"
    )
    always = record("oak", {"name": "Oak", "opening_hours": "24/7", "timezone": EASTERN}, sources=read)
    whole_week = '{"u":"2027-01-31","r":[[127,[0,1440]]]}'
    assert open_hours(EN, HOUSING, always) == OpenHours(("Day and night, every day.",), whole_week)
    assert open_hours(EN, HOUSING, record("oak", {"name": "Oak"})) is None


@pytest.mark.parametrize(
    ("hours", "said", "told"),
    [
        ("24/7", "Every day, day and night", False),
        ("24/7", "Every day of the year, day and night", False),
        ("24/7", "Every day, day and night. Nobody answers at noon.", True),
        ("Mo 09:00-12:00", "Monday, 9 a.m. to noon", False),
        ("Mo 09:00-12:00", "Monday, 9 a.m. to noon (Eastern time)", False),
        ("Mo 09:00-12:00", "Monday, 9 p.m. to noon", True),
        ("Mo 09:00-12:00", "Every day of the year, day and night", True),
        ("Monday", "Every day, day and night", True),
        ("", "Every day, day and night", True),
    ],
)
def test_hours_are_not_told_twice(hours: str, said: str, told: bool) -> None:
    values: dict[str, Value] = {"hours": said, "opening_hours": hours, "timezone": EASTERN}
    assert own_hours(EN, HOUSING, record("oak", values)) == (Text(said) if told else None)


@pytest.mark.parametrize("said", ["Todos los días, de día y de noche", "Todos los días del año, de día y de noche"])
def test_hours_are_not_told_twice_in_spanish_either(said: str) -> None:
    spanish: tuple[Row, ...] = ({"language": "es", "hours": said},)
    oak = record("oak", {"hours": "Day and night, they say", "opening_hours": "24/7"}, translations=spanish)
    assert own_hours(ES, HOUSING, oak) is None


def test_hours_without_a_day_on_which_they_were_known_tell_nothing_of_now() -> None:
    told = open_hours(EN, HOUSING, record("oak", {"name": "Oak", "opening_hours": "24/7"}))
    assert told == OpenHours(("Day and night, every day.",), "")
