# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How well it is shown that an employer hires people with records, and what is left of that on a later day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.model.shelf_life import DAYS

LADDER = ("named", "was_shown", "says_so", "policy_published", "partner_confirms", "hired_in_last_12_months")
"""The levels, the weakest first."""

NAMED, ONCE, SAYS_SO, HIRED = LADDER[0], LADDER[1], LADDER[2], LADDER[-1]
FOR_GOOD = frozenset({NAMED, ONCE})
"""What is true however old it is."""

YEAR = timedelta(days=365)
OWN_VOICE = frozenset({"phone", "visit", "email", "letter", "website"})
"""Ways in which they told us themselves; the news and other people's pages only tell of them."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A level and the day on which it was shown; after `until` it is told no more, or only as what `was`.

    Without a day nobody knows how old it is: then it only `was`, from the start. To be named by others never runs out.
    """

    code: str
    on: date | None = None
    until: date | None = None
    was: bool = False

    @property
    def group(self) -> str:
        """The code under which it is listed, counted and handed out; what only `was` was shown once."""
        return ONCE if self.was else self.code

    @property
    def stands(self) -> bool:
        """True where someone showed it, and not too long ago."""
        return self.until is not None and not self.was


Proofs = Mapping[str, Proof]
"""What stands on one day, by the key of the record."""


def proof_of(schema: Schema, record: Record, day: date) -> Proof | None:
    """What the record can claim on the day; None where its resource knows no proof.

    Who hired more than 12 months ago, or on no day that we know, falls back to their own word where they gave it.
    Their own word is as new as the newest day on which they gave it, to us or on their own site.
    """
    code, on = schema.text_of(record, "proof"), schema.day_of(record, "proof_on")
    if not code:
        return None
    if code == HIRED and (on is None or on + YEAR < day):
        return _own_word(record, day) or Proof(NAMED, on)
    shown = _aged(code, on, day)
    return _newer(shown, _own_word(record, day)) if code == SAYS_SO else shown


def as_proved(schema: Schema, record: Record, proof: Proof | None) -> Record:
    """The record with what it can still claim in the place of what it says."""
    says, dated = schema.field_for("proof"), schema.field_for("proof_on")
    if proof is None or says is None or dated is None or record.text(says.name) == proof.group:
        return record
    values = {name: value for name, value in record.values.items() if name != dated.name}
    return replace(record, values=values | {says.name: proof.group} | ({dated.name: proof.on} if proof.on else {}))


def rank(proof: Proof | None) -> tuple[int, int]:
    """Sorts the best proof first, then the newest; what stood once comes after all that stands."""
    if proof is None:
        return (0, 0)
    height = LADDER.index(proof.code) + len(LADDER) * proof.stands
    return (-height, -proof.on.toordinal() if proof.on else 0)


def _own_word(record: Record, day: date) -> Proof | None:
    """Their newest answer about records, where that was no “no”."""
    told = [(on, row) for row in record.rows("answers") if row.get("question") == "conviction"
            and row.get("how") in OWN_VOICE and isinstance(on := row.get("as_of"), date)]  # fmt: skip
    on, row = max(told, key=lambda each: each[0], default=(None, {}))
    return _aged(SAYS_SO, on, day) if row.get("answer") in ("yes", "case_by_case") else None


def _newer(shown: Proof, word: Proof | None) -> Proof:
    return word if word and word.on and (shown.on is None or word.on > shown.on) else shown


def _aged(code: str, on: date | None, day: date) -> Proof:
    if on is None or code in FOR_GOOD:
        return Proof(code, on, was=code not in FOR_GOOD)
    until = on + (YEAR if code == HIRED else timedelta(days=DAYS["policy"]))
    return Proof(code, on, until, was=until < day)
