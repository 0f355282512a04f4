# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is left of the proof that someone hires, as the days go by."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.model.proof import LADDER, Proof, proof_of, rank
from porchlight.model.record import Record, Row
from tests.views.fakes import PACKAGE, edition

EMPLOYERS = PACKAGE.schema_of("employers")
SHOWN = date(2026, 9, 30)
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def employer(proof: str, on: date | None = SHOWN, *answers: Row) -> Record:
    values = {"id": "bakery", "name": "Bakery", "proof": proof} | ({"proof_on": on} if on else {})
    return Record("employers", "bakery", values, {"answers": answers})


def answered(answer: str, on: date, how: str = "phone") -> Row:
    return {"question": "conviction", "answer": answer, "as_of": on, "how": how}


def on(day: str, record: Record) -> Proof:
    proof = proof_of(EMPLOYERS, record, date.fromisoformat(day))
    assert proof
    return proof


@pytest.mark.parametrize(
    ("day", "code"), [("2027-09-30", "hired_in_last_12_months"), ("2027-10-01", "named"), ("2040-01-01", "named")]
)
def test_who_hired_is_told_for_12_months(day: str, code: str) -> None:
    assert on(day, employer("hired_in_last_12_months")).code == code


@pytest.mark.parametrize(
    ("answer", "code"), [("yes", "says_so"), ("case_by_case", "says_so"), ("no", "named"), ("not_said", "named")]
)
def test_after_that_only_their_own_word_counts(answer: str, code: str) -> None:
    record = employer("hired_in_last_12_months", SHOWN, answered(answer, date(2027, 8, 1)))
    assert on("2027-10-01", record).code == code


def test_the_newest_answer_decides_what_is_left() -> None:
    earlier, later = answered("yes", date(2026, 1, 1)), answered("no", date(2027, 1, 1))
    assert on("2028-01-01", employer("hired_in_last_12_months", SHOWN, later, earlier)).code == "named"


def test_their_own_word_has_its_own_day_and_grows_old_too() -> None:
    record = employer("hired_in_last_12_months", SHOWN, answered("yes", date(2027, 8, 1)))
    assert on("2027-10-01", record) == Proof("says_so", date(2027, 8, 1), date(2028, 1, 28))
    assert on("2028-01-29", record).was


def test_hired_on_no_day_is_never_told() -> None:
    assert on("2026-10-01", employer("hired_in_last_12_months", None)).code == "named"


@pytest.mark.parametrize("code", ["says_so", "policy_published", "partner_confirms"])
def test_any_other_proof_is_told_as_what_was_after_180_days(code: str) -> None:
    assert [on(day, employer(code)).was for day in ("2027-03-29", "2027-03-30")] == [False, True]
    assert on("2040-01-01", employer(code)).code == code


def test_to_be_named_never_runs_out() -> None:
    assert not on("2040-01-01", employer("named")).was


@pytest.mark.parametrize("code", ["says_so", "policy_published", "partner_confirms"])
def test_what_has_no_day_is_told_as_what_was_from_the_start(code: str) -> None:
    """Or a page without a day would be trusted longer than one that gives it."""
    assert on("2026-10-01", employer(code, None)) == Proof(code, was=True)
    assert rank(on("2026-10-01", employer(code, None))) > rank(on("2040-01-01", employer(code)))


@pytest.mark.parametrize("shown", [None, date(2020, 1, 1)])
def test_their_own_word_is_as_new_as_their_newest_yes(shown: date | None) -> None:
    said = on("2026-10-01", employer("says_so", shown, answered("case_by_case", SHOWN)))
    assert said == Proof("says_so", SHOWN, SHOWN + timedelta(days=180))
    assert on("2026-10-01", employer("says_so", shown, answered("no", SHOWN))).was


def test_an_older_answer_does_not_make_their_word_older() -> None:
    assert on("2026-10-01", employer("says_so", SHOWN, answered("yes", date(2020, 1, 1)))).on == SHOWN


@pytest.mark.parametrize("how", ["news", "page", ""])
def test_what_others_tell_of_them_is_not_their_own_word(how: str) -> None:
    """A magazine's day is not the day on which they said so."""
    record = employer("says_so", None, answered("yes", SHOWN, how))
    assert on("2026-10-01", record) == Proof("says_so", was=True)
    assert on("2027-10-01", employer("hired_in_last_12_months", SHOWN, answered("yes", SHOWN, how))).code == "named"


@pytest.mark.parametrize("how", ["phone", "visit", "email", "letter", "website"])
def test_what_they_tell_us_or_write_on_their_site_is_their_own_word(how: str) -> None:
    assert on("2026-10-01", employer("says_so", None, answered("yes", SHOWN, how))).on == SHOWN


def test_no_answer_makes_a_day_for_another_kind_of_proof() -> None:
    assert on("2026-10-01", employer("policy_published", None, answered("yes", SHOWN))).on is None


@given(st.sampled_from(LADDER), st.none() | DAYS, st.none() | DAYS, DAYS, st.integers(0, 4000))
def test_a_proof_never_grows_by_waiting(code: str, shown: date | None, said: date | None, day: date, more: int) -> None:
    record = employer(code, shown, *([answered("yes", said)] if said else []))
    now, later = (proof_of(EMPLOYERS, record, each) for each in (day, day + timedelta(days=more)))
    assert now
    assert later
    assert LADDER.index(later.code) <= LADDER.index(now.code)
    assert LADDER.index(later.code) <= LADDER.index(code)
    if later.code == now.code:
        assert rank(later) >= rank(now)


@pytest.mark.parametrize(("day", "code"), [(SHOWN, "partner_confirms"), (date(2030, 1, 1), "was_shown")])
def test_what_was_is_listed_and_handed_out_as_shown_once(day: date, code: str) -> None:
    """A list headed “A partner confirms it” holds nobody whom no partner confirms any more."""
    (record,) = edition(employer("partner_confirms", SHOWN)).hub.shown_on(day).records["employers"]
    assert (record.text("proof"), record.text("proof_on")) == (code, SHOWN.isoformat())


def test_who_writes_down_that_it_was_shown_once_is_told_the_same_for_good() -> None:
    assert on("2040-01-01", employer("was_shown")) == Proof("was_shown", SHOWN)


def test_a_hub_is_shown_with_what_can_still_be_claimed() -> None:
    """Lists by proof, downloads and search read the record: it must not say more than the page."""
    hub = edition(employer("hired_in_last_12_months", SHOWN, answered("yes", date(2027, 8, 1)))).hub
    (record,) = hub.shown_on(date(2027, 10, 1)).records["employers"]
    assert (record.text("proof"), record.text("proof_on")) == ("says_so", "2027-08-01")
    (record,) = hub.shown_on(date(2027, 9, 30)).records["employers"]
    assert record.text("proof") == "hired_in_last_12_months"
