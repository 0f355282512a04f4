# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Doors hand out kits, facts on slides leave on their day, and whoever asks for a speaker has a way that works."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from porchlight.model.history import Change
from porchlight.model.hub import Article
from porchlight.model.record import Record, Row, Value
from porchlight.reading.slides import Figure
from porchlight.views.articles import article_pages
from porchlight.views.edition import Edition
from porchlight.views.figures import fact_told
from porchlight.views.history import history_files
from porchlight.views.kits import asking, below, kit, kits_with
from porchlight.views.slides import slide_pages
from porchlight.views.text_types import ArticleView, SlidesView
from tests.views.fakes import edition, view_of

LETTER = Article("kit/letter", "en", "A letter", "To anyone.", "Dear [name],")
DOOR = Article("help/schools", "en", "For schools", "A kit.", "Next.", kit=("slides/talk", "kit/letter"))
TALK = Article("slides/talk", "en", "A talk", "Slides.", "## One\n\n```fact\nev-one\n```\n\n```notes\nSlowly.\n```\n")
SPEAKER = Article("help/speaker", "en", "Ask for a speaker", "How to.", "Copy these lines.")
HIRE = Article("employers/partner", "en", "Hire", "How to start.", "Be listed.")
ALL = (LETTER, DOOR, TALK, SPEAKER)


def fact(**values: Value) -> Record:
    source: Row = {"url": "https://www.example.org/", "title": "A page", "read_on": date(2026, 11, 23), "kind": "own"}
    own: dict[str, Value] = {"name": "One", "summary": "Nine of ten.", "review_by": date(2027, 1, 31)}
    return Record("facts", "ev-one", {**own, **values}, {"sources": (source,)})


def on(day: date, record: Record) -> Edition:
    of_hub = edition(record, articles=ALL)
    return replace(of_hub, hub=of_hub.hub.shown_on(day))


def test_a_door_hands_out_its_kit_in_its_order() -> None:
    parts = kit(edition(articles=ALL), DOOR, "help/schools/")
    assert [(part.page.label, part.page.href) for part in parts] == [
        ("A talk", "../../slides/talk/"),
        ("A letter", "../../kit/letter/"),
    ]


def test_a_page_lists_the_doors_below_it_that_its_text_does_not_name() -> None:
    """A new door is found from /help/ on the day that it is written."""
    above = Article("help", "en", "How can you help?", "Doors.", "- [Speak](page:help/speaker)")
    named = {link.label for link in below(edition(articles=(above, *ALL)), above, "help/")}
    assert named == {"For schools"}
    assert below(edition(articles=(above, *ALL)), DOOR, "help/schools/") == ()


def test_a_part_leads_back_to_the_doors_that_hand_it_out() -> None:
    (door,) = kits_with(edition(articles=ALL), LETTER, "kit/letter/")
    assert (door.label, door.href) == ("For schools", "../../help/schools/")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"study": "A study of 2019"}, "A study of 2019"),
        ({"study": "A study"}, "A study (no date; read November 2026)"),
        ({"as_of": date(2008, 12, 31)}, "A page (no date; read November 2026)"),
    ],
)
def test_a_fact_tells_its_source_and_no_year_that_the_source_does_not(values: dict[str, Value], expected: str) -> None:
    """The day from which a law holds is not the year of the page that tells of it, nor is the day that we read it."""
    told = fact_told(on(date(2026, 11, 30), fact(**values)), Figure("facts/ev-one"))
    assert told
    assert told.source.value == expected


def test_a_page_with_a_day_gives_the_year() -> None:
    record = fact()
    (source,) = record.rows("sources")
    dated = replace(record, parts={"sources": ({**source, "page_date": date(2019, 6, 13)},)})
    told = fact_told(on(date(2026, 11, 30), dated), Figure("facts/ev-one"))
    assert told
    assert told.source.value == "A page, 2019"


def test_a_fact_says_by_which_day_it_is_looked_at_again() -> None:
    """Pages tell people to look at the day on each line, so each line has one."""
    told = fact_told(on(date(2026, 11, 30), fact()), Figure("facts/ev-one"))
    assert told
    assert told.again == "This can change. We look at it again by January 31, 2027."


@pytest.mark.parametrize(("day", "is_told"), [(date(2027, 1, 31), True), (date(2027, 2, 1), False)])
def test_a_fact_leaves_the_slides_the_day_after_its_last(day: date, is_told: bool) -> None:
    (page,) = slide_pages(on(day, fact()))
    (slide,) = view_of(page, SlidesView).slides
    assert [part.fact is not None for part in slide.parts] == [is_told]


@pytest.mark.parametrize(("day", "is_told"), [(date(2027, 1, 31), True), (date(2027, 2, 1), False)])
def test_a_fact_leaves_a_page_of_text_too_and_the_feed_never_held_it(day: date, is_told: bool) -> None:
    """A reader who comes later than the build is told by `until`; the feed names fields, not what they say."""
    text = Article("hire", "en", "Hire", "How.", "Money:\n\n```fact\nev-one\n```\n\nAsk first.")
    of_hub = edition(fact(), articles=(text,))
    change = Change("c1", datetime(2026, 11, 24, tzinfo=UTC), "facts", "changed", "ev-one", ("summary",))
    shown = replace(of_hub, hub=replace(of_hub.hub.shown_on(day), history=(change,)))
    (page,) = article_pages(shown)
    before, told, after = view_of(page, ArticleView).parts
    assert ("Money" in str(before.words), "Ask first" in str(after.words)) == (True, True)
    assert (told.fact.until if told.fact else "") == ("2027-01-31" if is_told else "")
    (feed,) = history_files(shown).values()
    assert b"Nine of ten" not in feed


def test_notes_are_apart_from_the_slide() -> None:
    (page,) = slide_pages(on(date(2026, 11, 30), fact()))
    (slide,) = view_of(page, SlidesView).slides
    assert "Slowly" in str(slide.notes)
    assert all("Slowly" not in str(part.words) for part in slide.parts)


def test_slides_are_no_page_of_text_as_well() -> None:
    of_hub = edition(fact(), articles=ALL)
    views = [page.view for page in article_pages(of_hub)]
    assert [view.title for view in views if isinstance(view, ArticleView)] == [
        "For schools",
        "Ask for a speaker",
        "A letter",
    ]


def with_contact(contact: str) -> Edition:
    of_hub = edition(articles=ALL)
    hub = of_hub.hub
    return replace(of_hub, hub=replace(hub, settings=replace(hub.settings, contact=contact)))


def test_a_speaker_is_asked_for_in_a_letter_with_the_lines_to_fill() -> None:
    asked = asking(with_contact("hub@example.org"), SPEAKER, "help/speaker/")
    assert asked
    assert asked.letter
    address = urlsplit(asked.letter.href)
    assert (address.scheme, address.path) == ("mailto", "hub@example.org")
    assert "How to reach me:\n" in parse_qs(address.query)["body"][0]


def test_an_employer_asks_to_be_listed_in_a_letter_with_what_the_page_asks() -> None:
    asked = asking(with_contact("hub@example.org"), HIRE, "employers/partner/")
    assert asked
    assert asked.letter
    body = parse_qs(urlsplit(asked.letter.href).query)["body"][0]
    for words in ("which shifts", "rule out", "medication", "without a computer", "hired someone", "How to reach us:"):
        assert words in body


def test_without_a_contact_an_employer_is_told_so_and_has_doors() -> None:
    asked = asking(with_contact(""), HIRE, "employers/partner/")
    assert asked
    assert asked.letter is None
    assert "no address yet" in asked.words
    assert asked.doors


def test_without_a_contact_other_doors_stand_there() -> None:
    asked = asking(with_contact(""), SPEAKER, "help/speaker/")
    assert asked
    assert asked.letter is None
    assert [door.href for door in asked.doors] == ["../../organizations/", "tel:211"]


def test_no_other_page_asks_for_a_speaker() -> None:
    assert asking(with_contact("hub@example.org"), DOOR, "help/schools/") is None
