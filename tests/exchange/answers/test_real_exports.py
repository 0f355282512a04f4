# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Exports of real surveys, read with questionnaires that describe them; shares that were published come out the same.

The exports lie beside the checkout: FiveThirtyEight's surveys (CC BY 4.0) and stacksgov's (CC0). Published numbers are
quoted with the page on which they were read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

import pytest

from porchlight.exchange.answers.run import Imported
from tests.conftest import ROOT
from tests.exchange.answers.support import HERE, looked_at, poll

REAL = ROOT.parent / "shared" / "realdata"
STAR_WARS = "fivethirtyeight__data/star-wars-survey/StarWars.csv"
FLYING = "fivethirtyeight__data/flying-etiquette-survey/flying-etiquette.csv"
COMMA = "fivethirtyeight__data/comma-survey/comma-survey.csv"
STEAK = "fivethirtyeight__data/steak-survey/steak-risk-survey.csv"
STACKS = "stacksgov__resources/survey/results-anonymized-randomized.csv"

NOT_RUDE = "No, not rude at all=3"
"""Two questions of the survey have the option in another order of words."""
MISSPELLED = (
    "Is itrude to move to an unsold seat on a plane?=unsold",
    "Generally speaking, is it rude to say more than a few words tothe stranger sitting next to you on a plane?=talk",
    "Is itrude to recline your seat on a plane?=recline",
    "Is itrude to ask someone to switch seats with you in order to be closer to family?=family",
    "Is itrude to wake a passenger up if you are trying to walk around?=wake_walk",
    "In general, is itrude to bring a baby on a plane?=baby",
)
CARE_DATA = (
    "How much, if at all, do you care about the debate over the use of the word data"
    " as a singluar or plural noun?=care_data",
)

real = pytest.mark.skipif(
    not REAL.is_dir(), reason="the public exports (../shared/realdata) are not beside this checkout"
)


def brought(name: str, file: str, maps: Sequence[str] = (), values: Sequence[str] = ()) -> Imported:
    return looked_at(REAL / file, poll(HERE / "real" / f"{name}.yaml"), maps, values)


def counts(found: Imported, item: str) -> Counter[str]:
    assert found.problems == ()
    return Counter(response.answers[item] for response in found.responses if item in response.answers)


def share(count: int, of: int, digits: str = "1") -> Decimal:
    """A percentage as newspapers print it."""
    return (Decimal(100 * count) / of).quantize(Decimal(digits), ROUND_HALF_UP)


def shares(counted: Mapping[str, int]) -> dict[str, Decimal]:
    return {code: share(count, sum(counted.values())) for code, count in counted.items()}


@real
def test_how_often_people_recline_comes_out_as_published() -> None:
    """“Of 858 respondents, 16 percent always recline, 20 percent usually do, 14 percent … about half the time, 30
    percent … once in a while, and 20 percent never” (FiveThirtyEight, 2014, quoted at
    https://libertyunyielding.com/2014/09/08/poll-41-believe-reclining-seat-airplane-rude/)."""
    found = brought("flying-recline", FLYING)
    assert len(found.responses) == 858
    assert shares(counts(found, "recline")) == {"5": 16, "4": 20, "3": 14, "2": 30, "1": 20}


@real
def test_what_is_rude_on_a_plane_comes_out_as_published() -> None:
    """“Only 41 percent of respondents thought it was very or somewhat rude to recline” (the same page)."""
    found = brought("flying-rude", FLYING, MISSPELLED, (NOT_RUDE,))
    recline = counts(found, "recline")
    assert share(recline["1"] + recline["2"], recline.total()) == 41
    assert {item: counts(found, item).total() for item in ("unsold", "friends", "unruly")} == {
        "unsold": 855,
        "friends": 850,
        "unruly": 849,
    }


@real
def test_how_characters_are_liked_comes_out_as_published() -> None:
    """Luke Skywalker 93 percent, Han Solo 92, Princess Leia, Obi Wan Kenobi and Yoda 91, R2-D2 90, C-3PO 85, Jar Jar
    Binks 29 (FiveThirtyEight, 2014, quoted at http://ktar.com/story/293249/); people who did not know them count."""
    found = brought("star-wars", STAR_WARS)
    liked = {item.id: counts(found, item.id) for item in poll(HERE / "real" / "star-wars.yaml").items()}
    published = {"luke": 93, "han": 92, "leia": 91, "obi_wan": 91, "yoda": 91, "r2d2": 90, "c3po": 85, "jar_jar": 29}
    assert {item: share(liked[item]["4"] + liked[item]["5"], liked[item].total()) for item in published} == published
    assert min(liked, key=lambda item: share(liked[item]["4"] + liked[item]["5"], liked[item].total())) == "jar_jar"


@real
def test_which_verb_data_takes_comes_out_as_published() -> None:
    """“79 percent of respondents liking “data is” to 21 percent preferring “data are”” (FiveThirtyEight, 2014, quoted
    at http://freebeacon.com/blog/the-serial-comma-one-space-after-a-period-and-more)."""
    assert shares(counts(brought("comma-data", COMMA), "data_word")) == {"is": 79, "are": 21}


def test_a_table_with_counts_comes_out_as_published() -> None:
    """Question 67C of study 12969 in the catalog of the International Household Survey Network, cases and percent
    (http://datacatalog.ihsn.org/catalog/12969/variable/F1/V239?name=Q67C)."""
    table = {"very negative": (184, "7.7"), "somewhat negative": (281, "11.7"), "neither": (105, "4.4"),
             "somewhat positive": (701, "29.2"), "very positive": (376, "15.7"), "refused": (5, "0.2"),
             "don't know": (748, "31.2")}  # fmt: skip
    people = sum(cases for cases, _ in table.values())
    assert people == 2400
    assert [str(share(cases, people, "0.1")) for cases, _ in table.values()] == [
        printed for _, printed in table.values()
    ]


@real
@pytest.mark.parametrize(
    ("name", "file", "responses", "columns", "maps"),
    [
        ("star-wars", STAR_WARS, 834, 38, ()),
        ("comma-care", COMMA, 1099, 13, CARE_DATA),
        ("steak", STEAK, 432, 15, ()),
        ("stacks", STACKS, 63, 53, ()),
    ],
)
def test_a_real_export_comes_in_whole(name: str, file: str, responses: int, columns: int, maps: Sequence[str]) -> None:
    found = brought(name, file, maps)
    items = list(poll(HERE / "real" / f"{name}.yaml").items())
    assert found.problems == ()
    assert len(found.responses) == responses
    assert len(found.columns) == columns
    assert sorted(column.item for column in found.columns if column.item) == sorted(item.id for item in items)
    assert len({response.sid for response in found.responses}) == responses


@real
def test_what_is_misspelled_in_a_real_export_is_proposed() -> None:
    found = brought("flying-rude", FLYING)
    assert found.responses == ()
    assert [f"{each.text}={each.meaning}" for each in found.problems] == list(MISSPELLED)
