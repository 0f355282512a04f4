# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How sure it is that an employer hires: one wording on card, page and in search, and what it turns into."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from porchlight.model.record import Record, Row, Value
from porchlight.views.cards import card
from porchlight.views.details import details
from porchlight.views.edition import Edition
from porchlight.views.lists import list_pages
from porchlight.views.parts import Text
from porchlight.views.search_records import found
from porchlight.views.types import ListView
from tests.views.fakes import PACKAGE, PHONE, edition, view_of

EMPLOYERS = PACKAGE.schema_of("employers")
SHOWN = date(2026, 9, 30)
SAID: Row = {"question": "conviction", "answer": "yes", "as_of": date(2027, 8, 1), "how": "phone"}
HIRED = "Hired someone in the last 12 months (September 30, 2026)"


def employer(id_: str, proof: str, day: date | None = SHOWN, **parts: tuple[Row, ...]) -> Record:
    values: dict[str, Value] = {"id": id_, "name": id_, "summary": "Bakes bread.", "kind": "31-33", "proof": proof}
    return Record("employers", id_, values | ({"proof_on": day} if day else {}), parts)


def on(day: date, *records: Record) -> Edition:
    of_hub = edition(*records)
    return replace(of_hub, hub=of_hub.hub.shown_on(day))


def told(day: date, record: Record) -> Text:
    """What the card says, having looked that the page and the search say the same."""
    of_day = on(day, record)
    (shown,) = of_day.hub.records["employers"]
    (line,) = (line for line in card(of_day, EMPLOYERS, shown, "employers/").lines if line.label == "How sure is it")
    (detail,) = (each for each in details(of_day, EMPLOYERS, shown)[0] if each.title == "How sure is it")
    meta = dict(found(of_day, EMPLOYERS, shown).meta)
    assert detail.texts[0] == line.text
    assert (meta["proof"], meta.get("proof_until", ""), meta.get("proof_then", "")) == (
        line.text.value,
        line.text.until,
        line.text.then,
    )
    return line.text


def test_a_proof_says_its_day_and_what_will_be_said_after_its_life() -> None:
    record = employer("bakery", "hired_in_last_12_months", answers=(SAID,))
    then = "They say so themselves (August 1, 2027)"
    assert told(date(2026, 11, 30), record) == Text(HIRED, until="2027-09-30", then=then)
    assert told(date(2027, 10, 1), record).value == then


def test_what_nobody_looked_at_again_is_told_as_what_was() -> None:
    record = employer("bakery", "partner_confirms")
    was = "Was: A partner confirms it. That is from September 30, 2026."
    assert told(date(2026, 11, 30), record).then == was
    assert told(date(2027, 3, 30), record) == Text(was)


def test_where_no_day_is_known_that_is_said() -> None:
    assert (
        told(SHOWN, employer("bakery", "says_so", None)).value == "Was: They say so themselves. We know no day for it."
    )


def test_the_page_says_that_a_proof_is_no_opening() -> None:
    of_day = on(SHOWN, employer("bakery", "hired_in_last_12_months"))
    (decides, _) = details(of_day, EMPLOYERS, of_day.hub.records["employers"][0])
    assert [text.value for text in decides[0].texts] == [
        HIRED,
        "This does not mean that a job is open today. Ask them first.",
    ]


def test_a_list_goes_by_proof_and_then_by_the_newest() -> None:
    """A number to call comes after that: a name of long ago with a number is still no employer."""
    page, *_ = list_pages(
        on(
            date(2026, 11, 30),
            employer("named", "named", date(2026, 11, 1), phones=(PHONE,)),
            employer("partner-long-ago", "partner_confirms", date(2019, 1, 1)),
            employer("says", "says_so", date(2026, 11, 1)),
            employer("policy", "policy_published", date(2026, 6, 30)),
            employer("policy-newer", "policy_published", date(2026, 7, 1)),
            employer("hired-long-ago", "hired_in_last_12_months", date(2020, 1, 1)),
            employer("hired", "hired_in_last_12_months", date(2026, 1, 1)),
        ),
        EMPLOYERS,
    )
    (group,) = view_of(page, ListView).groups
    assert [each.name for each in group.cards] == [
        "hired", "policy-newer", "policy", "says", "partner-long-ago", "named", "hired-long-ago"
    ]  # fmt: skip


def test_a_list_is_narrowed_by_what_still_stands() -> None:
    page, *_ = list_pages(
        on(
            date(2026, 11, 30),
            employer("partner-long-ago", "partner_confirms", date(2019, 1, 1)),
            employer("says-long-ago", "says_so", None),
            employer("says", "says_so", date(2026, 11, 1)),
        ),
        EMPLOYERS,
    )
    (facet,) = (each for each in view_of(page, ListView).facets if each.title == "How sure is it")
    assert [(value.label, value.count) for value in facet.values] == [
        ("Was shown once", 2),
        ("They say so themselves", 1),
    ]
