# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Partners by state: what is known of each, how old it is, and what to do where nobody is known."""

from __future__ import annotations

from datetime import date

from porchlight.model.record import Record, Row, Value
from porchlight.views.edition import Edition
from porchlight.views.partner_types import PartnersView
from porchlight.views.partners import partner_pages
from tests.views.fakes import PHONE, SOURCE, edition, view_of


def program(name: str, *phones: Row, source: Row = SOURCE, **values: Value) -> Record:
    parts = {"sources": (source,), "phones": phones}
    return Record("programs", name, {"name": name, "summary": f"What {name} does.", **values}, parts)


OHIO = program("ohio-bonds", PHONE, serves=("US-OH",), caveat="The page is old.", review_by=date(2027, 2, 21))
TWO = program("two-states", source={**SOURCE, "page_date": date(2018, 7, 24)}, serves=("US-OH", "US-KY"))
CLOSED = program("closed-one", serves=("US-TX",), status="closed")
EVERYWHERE = program("job-centers", PHONE, serves=("US",))
SILENT = program("no-number", serves=("US",))


def shown(of_hub: Edition) -> PartnersView:
    (page,) = partner_pages(of_hub)
    assert page.path.endswith("employers/partners/")
    return view_of(page, PartnersView)


def test_each_open_partner_stands_below_each_of_its_states() -> None:
    states = shown(edition(OHIO, TWO, CLOSED, EVERYWHERE)).states
    assert [(s.anchor, s.title, [p.page.label for p in s.told]) for s in states] == [
        ("us-ky", "Kentucky", ["two-states"]),
        ("us-oh", "Ohio", ["ohio-bonds", "two-states"]),
    ]


def test_a_number_that_nobody_dialed_says_so_beside_its_doubt_and_age() -> None:
    partner = shown(edition(OHIO)).states[0].told[0]
    (call,) = partner.calls
    assert (call.href, call.dialed, call.checked) == ("tel:+16145550142", False, "Nobody here has tried it yet")
    assert partner.caveat
    assert partner.caveat.value == "The page is old."
    assert partner.until == "2027-02-21"
    assert "November 23, 2026" in partner.checked.words


def test_the_day_of_the_page_is_told_and_so_is_that_it_has_none() -> None:
    first, second = shown(edition(OHIO, TWO)).states[1].told
    assert first.dated == "The page that we read shows no date."
    assert second.dated == "The page that we read is of July 24, 2018."


def test_a_state_without_partner_is_named_below_the_national_number() -> None:
    view = shown(edition(OHIO, EVERYWHERE, SILENT))
    assert [partner.page.label for partner in view.national] == ["job-centers"]
    assert view.lacking.startswith("We found nothing for: Alabama, ")
    assert ", Texas, " in view.lacking
    assert "Ohio" not in view.lacking


def test_states_stand_in_the_order_of_their_names_in_this_language() -> None:
    told = shown(edition(OHIO, language="es")).lacking
    assert told.index("Carolina del Norte") < told.index("Iowa") < told.index("Pensilvania")
    assert told.index("Massachusetts") < told.index("Míchigan") < told.index("Montana")


def test_a_hub_that_knows_no_partner_in_a_state_has_no_such_page() -> None:
    assert list(partner_pages(edition(EVERYWHERE, CLOSED))) == []
