# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the made-up county must show, so that whoever weighs Porchlight sees a whole hub in a minute."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from porchlight.checking.run import Checked, check_hub
from porchlight.model.place_supply import records_by_code, records_by_reach
from porchlight.model.places import places_of
from porchlight.model.record import Record
from porchlight.reading.hub import read_hub
from porchlight.reading.opening_hours import parse
from porchlight.views.order import in_order
from tests.conftest import ROOT

FULL = ROOT / "tests" / "hubs" / "full"
DAY = date(2026, 11, 24)

SPARED = {
    "status": {"open"},  # what stands where nothing is said
    "service_kind": {"crisis_line", "overdose"},  # nobody should learn a made-up number for the worst night
    "place_kind": {"territory", "district"},  # those that there are are real, and the county lies in a state
}
ELSEWHERE = ("place", "said_by")
"""Lists longer than any county: the states, and the roles of those who can be asked."""

CORNER = {
    "housing/corner-gate-house-list": "housing/corner-gate-house",
    "services/corner-coats": "services/corner-coat-table",
}
"""The records that are there twice, and what each looks like."""

AGES = {
    "of today": (0, 0),
    "fresh": (1, 4),
    "5 days": (5, 5),
    "8 days": (8, 8),
    "a month": (28, 60),
    "a year": (360, 370),
}
"""How old what the county says of free beds is, in days."""


@cache
def checked() -> Checked:
    return check_hub(FULL, DAY)


def records(*resources: str) -> Iterator[Record]:
    for resource, found in checked().hub.records.items():
        if not resources or resource in resources:
            yield from found


def told(resource: str, field: str) -> set[str]:
    return {code for record in records(resource) for code in record.codes(field)}


def codes(vocabulary: str) -> set[str]:
    return set(checked().hub.package.vocabularies[vocabulary].labels)


def test_the_county_is_sound_and_has_enough_to_look_at() -> None:
    assert [str(problem) for problem in checked().stopping] == []
    assert len(list(records())) >= 150


def test_nearly_all_of_it_is_in_spanish_too() -> None:
    """Counted is what can be translated at all; some lack it on purpose, to show what a page does then."""
    partly = {schema.resource for schema in checked().hub.package.schemas if schema.field_named("translations")}
    spanish = [bool(record.rows("translations")) for record in records(*partly)]
    assert sum(spanish) >= 0.9 * len(spanish)
    assert not all(spanish)


@pytest.mark.parametrize(
    "question", sorted(yaml.safe_load((ROOT / "data/vocabularies.yaml").read_text())["question"]["values"])
)
def test_each_question_has_each_answer_at_some_house(question: str) -> None:
    said = {
        str(row["answer"])
        for record in records("housing")
        for row in record.rows("answers")
        if row["question"] == question
    }
    assert said == codes("answer")


@pytest.mark.parametrize(
    ("resource", "field", "vocabulary"),
    [
        ("housing", "cost", "cost"),
        ("housing", "kind", "housing_kind"),
        ("housing", "narr_level", "narr_level"),
        ("employers", "proof", "proof"),
        ("employers", "limits_why", "limit_reason"),
        ("employers", "shifts", "shift"),
        ("materials", "media", "medium"),
        ("materials", "print_inside", "print_inside"),
        ("materials", "kind", "material_kind"),
        ("materials", "extent", "extent"),
        ("facilities", "kind", "facility_kind"),
        ("events", "repeats", "repeats"),
    ],
)
def test_each_kind_is_there(resource: str, field: str, vocabulary: str) -> None:
    assert told(resource, field) == codes(vocabulary)


def test_each_code_of_each_list_is_used_by_a_record() -> None:
    package = checked().hub.package
    used: defaultdict[str, set[str]] = defaultdict(set)
    for schema in package.schemas:
        for record in records(schema.resource):
            for field in schema.fields:
                used[field.vocabulary].update(record.codes(field.name))
    for part in package.parts.values():
        for row in (row for record in records() for row in record.rows(part.name)):
            for field in part.fields:
                used[field.vocabulary].add(str(row.get(field.name, "")))
    wanted = {name: codes(name) - SPARED.get(name, set()) for name in package.vocabularies if name not in ELSEWHERE}
    assert {name: left for name, all_of in wanted.items() if (left := all_of - used[name])} == {}


@pytest.mark.parametrize("age", AGES)
def test_free_beds_of_each_age_are_told(age: str) -> None:
    least, most = AGES[age]
    days = [
        (DAY - said).days
        for record in records("housing")
        if isinstance(said := record.values.get("beds_free_on"), date)
    ]
    assert [each for each in days if least <= each <= most]


def test_opening_hours_have_each_shape() -> None:
    """Those that no rule can hold, such as a first Monday, stand in words alone."""
    written = {record.key: record.text("opening_hours") for record in records("housing", "services", "locations")}
    rules = {key: parse(text).rules for key, text in written.items() if text}
    spans = [span for of in rules.values() for rule in of for span in rule.spans]
    assert any("24/7" in text for text in written.values()), "always"
    assert any(end > 1440 for _, end in spans), "overnight"
    assert any(rule.appointment for of in rules.values() for rule in of), "by appointment"
    assert any(rule.holidays and not rule.spans for of in rules.values() for rule in of), "closed on holidays"
    assert any(len(rule.spans) > 1 for of in rules.values() for rule in of), "a day in two parts"
    assert any(rule.dates for of in rules.values() for rule in of), "other hours on some dates"
    assert any("irst Monday" in record.text("hours") for record in records("housing", "services")), "first Monday"
    assert any(not record.text("hours") and not written[record.key] for record in records("services")), "never told"


def test_addresses_are_shown_in_part_or_not_at_all() -> None:
    """A withheld street is dropped while reading, so it is looked for in what was written."""
    raw = [
        each for path in FULL.glob("data/housing/*.yaml") for each in _as_list(yaml.safe_load(path.read_text("utf-8")))
    ]
    assert {each.get("address_visibility") for each in raw if "address" in each} == {None, "full", "city", "none"}


def _as_list(loaded: Any) -> list[dict[str, Any]]:
    return loaded if isinstance(loaded, list) else [loaded]


def test_bosses_tell_limits_of_single_jobs() -> None:
    limited = [record for record in records("employers") if record.rows("job_limits")]
    assert len(limited) >= 5
    assert {row.get("why") for record in limited for row in record.rows("job_limits")} == codes("limit_reason") | {None}


def test_trainings_roles_notices_and_stories_have_days_before_and_after() -> None:
    assert len([record for record in records("trainings") if record.text("next_date") > DAY.isoformat()]) >= 4
    for resource, field in (("volunteering", "until"), ("notices", "shown_until"), ("stories", "consent_until")):
        over = {record.text(field) < DAY.isoformat() for record in records(resource) if record.text(field)}
        assert over == {True, False}, resource
    assert [record for record in records("stories") if record.text("withdrawn_on")]


def test_jails_and_prisons_do_not_agree_on_mail() -> None:
    rules = [record.text("paper_rule") for record in records("facilities")]
    assert len(rules) >= 4
    assert len(set(rules)) == len(rules)


def test_a_poll_has_two_released_waves() -> None:
    """The check has compared their seals: results that were written by hand would have stopped it."""
    assert len({release.wave for release in checked().hub.releases}) == 2


def test_what_is_there_twice_stands_in_a_corner_and_stops_nothing() -> None:
    found = {problem.place.file: problem for problem in checked().care if problem.code == "looks-alike"}
    assert sorted(found) == [f"data/{key}.yaml" for key in sorted(CORNER)]
    assert all(f"“{CORNER[key]}”" in found[f"data/{key}.yaml"].message for key in CORNER)


def test_records_of_the_corner_disagree() -> None:
    of = {record.key: record for record in records()}
    old, new = of["housing/corner-gate-house-list"], of["housing/corner-gate-house"]
    assert old.text("cost") != new.text("cost")
    answers = [{row["question"]: row["answer"] for row in record.rows("answers")} for record in (old, new)]
    assert answers[0]["moud"] != answers[1]["moud"]


def test_most_of_the_county_s_help_is_its_own() -> None:
    """Its page is the full one; the state's tells it as help in a part of Ohio."""
    hub = checked().hub
    reached = records_by_reach(records_by_code(hub), places_of(hub), "US-OH-949")
    assert len(reached["here"]) > len(reached["around"]) > 0
    assert len(reached["inside"]) > 5


def test_the_longest_record_leads_no_list() -> None:
    """It is there to try the layout; whoever looks at the county first should meet a plain record."""
    ordered = in_order(records("housing"))
    assert next(n for n, record in enumerate(ordered) if record.id == "house-on-the-hill") > 20


def test_every_number_is_kept_for_stories_and_every_page_for_examples() -> None:
    numbers = [str(row["number"]) for record in records() for row in record.rows("phones")]
    assert [number for number in numbers if not re.search(r"555-01\d\d( ext\. \d+)?$", number)] == []
    assert {
        host for host in map(_host, _addresses()) if not re.fullmatch(r"(.+\.)?example(\.(org|com|net))?", host)
    } == set()


def _addresses() -> Iterator[str]:
    for path in FULL.glob("data/**/*.yaml"):
        yield from re.findall(r"https?://[^\s}'\"]+", path.read_text("utf-8"))
        yield from (f"https://{host}" for host in re.findall(r"[\w.+-]+@([\w.-]+\w)", path.read_text("utf-8")))


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""


def named() -> Iterator[Record]:
    """The records that are made up and have a name; the state, Ohio, is real."""
    return (each for each in records() if each.resource not in ("words", "hours") and each.key != "places/ohio")


def test_every_name_says_that_it_is_made_up() -> None:
    assert [record.key for record in named() if not re.search(r"\(made.up( text)?\)", record.text("name"))] == []


def test_every_page_says_that_it_is_made_up_on_which_day_it_stands_and_asks_not_to_be_found(full_site: Path) -> None:
    words = {
        "en": ("This is a made-up example.", "It shows the day November 24, 2026"),
        "es": ("Este es un ejemplo inventado.", "Muestra el día 24 de noviembre de 2026"),
    }
    pages = [path for path in full_site.rglob("*.html") if "admin" not in path.relative_to(full_site).parts]
    assert len(pages) > 500
    for path in pages:
        text = path.read_text("utf-8")
        language = re.search(r'<html lang="(\w+)"', text)
        assert language, path
        assert '<meta name="robots" content="noindex">' in text, path
        assert [each for each in words[language[1]] if each not in text] == [], path


def test_nothing_made_up_is_in_the_public_hub(shipped_site: Path) -> None:
    """No name and no number of the county is on a page for people who need one that is real.

    The pages of patterns show components with made-up words, and ask not to be found.
    """
    names = {record.text("name") for record in named()}
    numbers = {str(row["number"]) for record in records() for row in record.rows("phones")}
    pages = (each for each in shipped_site.rglob("*.html") if not each.parent.name.startswith("patterns"))
    public = "\n".join(_texts(pages))
    assert {each for each in names | numbers if each in public} == set()


def test_no_organization_of_the_public_hub_is_in_the_made_up_one(full_site: Path) -> None:
    names = {record.text("name") for record in read_hub(ROOT).hub.records["organizations"]}
    county = "\n".join(_texts(full_site.rglob("*.html")))
    assert {name for name in names if name in county} == set()


def _texts(paths: Iterable[Path]) -> Iterator[str]:
    return (path.read_text("utf-8") for path in paths)
