# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What we got wrong is told with its days, newest first; an empty page does not say that all is right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from porchlight.checking.run import check_hub
from porchlight.model.record import Record, Value
from porchlight.reading.package import read_package
from porchlight.site.patterns import render_example
from porchlight.site.theme import environment
from porchlight.starting.making import new_hub
from porchlight.views.corrections import corrections_of
from porchlight.views.lists import list_pages
from porchlight.views.types import ListView
from tests.checking.hubs import say_made_up
from tests.conftest import ROOT
from tests.theme.components import THEME, site
from tests.views.fakes import SOURCE, edition, house, record, view_of

PACKAGE, _ = read_package(ROOT)
CORRECTIONS = PACKAGE.schema_of("corrections")


def mistake(its_id: str, noticed: date, **more: Value) -> Record:
    values: dict[str, Value] = {"id": its_id, "name": its_id, "summary": "It was wrong.", "noticed_on": noticed, **more}
    return Record("corrections", its_id, values, {"sources": (SOURCE,)})


def page_of(*records: Record, language: str = "en") -> ListView:
    (page,) = list_pages(edition(house(), *records, language=language), CORRECTIONS)
    return view_of(page, ListView)


def test_the_newest_mistake_stands_first() -> None:
    old, new = mistake("a-old", date(2026, 1, 2)), mistake("z-new", date(2026, 11, 2))
    (group,) = page_of(old, new).groups
    assert [card.name for card in group.cards] == ["z-new", "a-old"]


def test_a_mistake_tells_when_we_learned_of_it_when_it_was_mended_and_what_it_is_about() -> None:
    told = mistake("number", date(2026, 11, 2), mended_on=date(2026, 11, 3), about=("housing/maple",))
    ((card,),) = [group.cards for group in page_of(told).groups]
    assert [(line.label, line.text.value) for line in card.lines] == [
        ("What happened", "It was wrong."),
        ("We learned of it on", "November 2, 2026"),
        ("Mended on", "November 3, 2026"),
    ]
    assert card.notice is not None
    assert [(link.label, link.href) for link in card.notice.about] == [("Maple House", "../housing/maple/")]


@pytest.mark.parametrize(("language", "words"), [("en", "not yet"), ("es", "todavía no")])
def test_a_mistake_that_still_stands_says_that_it_is_not_mended(language: str, words: str) -> None:
    ((card,),) = [group.cards for group in page_of(mistake("number", date(2026, 11, 2)), language=language).groups]
    assert card.lines[-1].text.value == words


def test_a_record_leads_to_what_was_wrong_about_it_and_others_do_not() -> None:
    told = mistake("number", date(2026, 11, 2), about=("housing/maple",))
    of = edition(house(), record("oak"), told)
    assert [(link.label, link.href) for link in corrections_of(of, house(), "housing/maple/")] == [
        ("number", "../../corrections/#number")
    ]
    assert corrections_of(of, record("oak"), "housing/oak/") == ()


def test_a_mistake_stands_once_with_each_record_that_it_is_about() -> None:
    both = mistake("both", date(2026, 11, 2), about=("housing/ash", "housing/oak", "housing/ash"))
    of = edition(record("ash"), record("oak"), both, mistake("one", date(2026, 11, 3), about=("housing/oak",)))
    found = {home: [link.label for link in corrections_of(of, record(home), "housing/x/")] for home in ("ash", "oak")}
    assert found == {"ash": ["both"], "oak": ["both", "one"]}


@pytest.mark.parametrize(("language", "marked"), [("en", False), ("es", True)])
def test_a_card_shows_its_source_and_says_where_it_is_not_translated(language: str, marked: bool) -> None:
    ((card,),) = [group.cards for group in page_of(mistake("number", date(2026, 11, 2)), language=language).groups]
    html = render_example(environment(THEME), site(language), "card", {"card": card})
    assert 'href="https://www.example.org/"' in html
    assert ("está en inglés" in html) == marked


@pytest.mark.parametrize(("language", "words"), [("en", "not mean that there are none"), ("es", "no quiere decir")])
def test_an_empty_page_says_that_nothing_is_written_and_how_to_tell_us(language: str, words: str) -> None:
    empty = page_of(language=language).empty
    assert empty is not None
    assert words in empty.words
    assert empty.doors[0].href.endswith("about-the-data/#mend")


@pytest.mark.parametrize("field", ["noticed_on", "mended_on"])
def test_nothing_was_noticed_or_mended_on_a_day_that_is_still_to_come(field: str, tmp_path: Path) -> None:
    hub = tmp_path / "hub"
    new_hub(hub)
    say_made_up(hub)
    (hub / "data" / "corrections").mkdir()
    days = {"noticed_on": "2026-11-01", "mended_on": "2026-11-02", field: "2027-01-01"}
    lines = [
        *("id: number", "name: A number was wrong", "summary: It led to someone else."),
        *(f"{name}: {day}" for name, day in days.items()),
        *("sources:", "  - {url: https://www.example.org/, read_on: 2026-11-02, kind: own}"),
    ]
    (hub / "data" / "corrections" / "number.yaml").write_text("\n".join([*lines, ""]), encoding="utf-8")
    (problem,) = check_hub(hub, date(2026, 11, 25)).stopping
    assert (problem.code, problem.says) == ("date-in-future", "2027-01-01")
