# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which paper comes before which, whatever a hub says: each once, and never for ever."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from porchlight.model.hub import Hub, Settings
from porchlight.model.paper_chain import PaperChain, paper_chain
from porchlight.model.record import Record, Value
from porchlight.reading.package import read_package
from tests.conftest import ROOT

PACKAGE, _ = read_package(ROOT)
PAPERS = tuple(PACKAGE.vocabularies["paper"].labels)

Way = tuple[tuple[str, ...], tuple[str, ...]]

codes = st.lists(st.sampled_from(PAPERS[:6]), max_size=3, unique=True).map(tuple)
ways: st.SearchStrategy[list[Way]] = st.lists(st.tuples(codes, codes), max_size=8)


def chain(*held: Way, status: str = "open") -> PaperChain:
    """The chain of a hub with one record for each (needs, gives)."""
    records = tuple(_record(str(number), needs, gives, status) for number, (needs, gives) in enumerate(held))
    return paper_chain(Hub(Settings("Test hub", {"en": "A hub"}), PACKAGE, {"services": records}))


def _record(record_id: str, needs: tuple[str, ...], gives: tuple[str, ...], status: str) -> Record:
    values: dict[str, Value] = {"id": record_id, "name": record_id, "status": status}
    filled: dict[str, Value] = {name: held for name, held in (("needs", needs), ("gives", gives)) if held}
    return Record("services", record_id, values | filled)


ID_CHAIN: tuple[Way, ...] = (
    (("birth_certificate", "proof_of_address"), ("state_id",)),
    (("mailing_address",), ("birth_certificate",)),
    ((), ("mailing_address",)),
    (("state_id",), ("bank_account",)),
)


def test_what_is_needed_for_an_id_comes_in_the_order_in_which_it_can_be_had() -> None:
    assert chain(*ID_CHAIN).needed_first(("state_id",)) == (
        "proof_of_address",
        "mailing_address",
        "birth_certificate",
        "state_id",
    )


def test_all_papers_stand_in_the_order_of_the_chain() -> None:
    assert chain(*ID_CHAIN).papers == (
        "proof_of_address",
        "mailing_address",
        "birth_certificate",
        "state_id",
        "bank_account",
    )


def test_the_way_with_the_fewest_steps_is_taken() -> None:
    short = ((("release_papers",), ("state_id",)),)
    assert chain(*ID_CHAIN, *short).needed_first(("bank_account",)) == ("release_papers", "state_id", "bank_account")


def test_a_place_that_asks_for_nothing_is_the_way_in() -> None:
    found = chain((("birth_certificate",), ("state_id",)), (("state_id",), ("birth_certificate",)), ((), ("state_id",)))
    assert found.out_of_reach == frozenset()
    assert found.needed_first(("birth_certificate",)) == ("state_id", "birth_certificate")


def test_a_circle_without_a_way_in_is_out_of_reach_with_all_that_hangs_on_it() -> None:
    found = chain(
        (("birth_certificate",), ("state_id",)),
        (("state_id",), ("birth_certificate",)),
        (("state_id",), ("bank_account",)),
        ((), ("phone_number",)),
    )
    assert found.out_of_reach == {"state_id", "birth_certificate", "bank_account"}
    assert found.row("birth_certificate", "state_id") == ("birth_certificate", "state_id")
    assert found.row("birth_certificate", "bank_account") == ()
    assert found.papers[0] == "phone_number"


def test_a_paper_that_nobody_gives_holds_up_nothing() -> None:
    assert chain((("court_papers",), ("state_id",))).out_of_reach == frozenset()


def test_a_place_that_is_closed_gives_and_needs_nothing() -> None:
    assert chain(*ID_CHAIN, status="closed").papers == ()


@given(ways)
def test_whatever_records_need_and_give_each_paper_comes_once_and_after_what_it_needs(held: list[Way]) -> None:
    found = chain(*held)
    named = {code for needs, gives in held for code in (*needs, *gives)}
    order = {code: place for place, code in enumerate(found.papers)}

    assert sorted(found.papers) == sorted(named)
    for code, needs in found.before.items():
        assert needs in found.ways.get(code, ((),))
        assert all(order[need] < order[code] for need in needs)
    for code in found.papers:
        steps = found.needed_first((code,))
        assert len(steps) == len(set(steps))
        assert steps[-1] == code


@given(ways)
def test_a_paper_is_out_of_reach_exactly_where_every_way_to_it_needs_another_one_that_is(held: list[Way]) -> None:
    found = chain(*held)
    assert found.out_of_reach.isdisjoint(found.before)
    assert found.out_of_reach | found.before.keys() == set(found.papers)
    for code in found.out_of_reach:
        assert all(found.out_of_reach.intersection(needs) for needs in found.ways[code])
        assert found.row(code, code) == (code,)
