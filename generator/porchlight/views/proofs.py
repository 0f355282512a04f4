# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How sure it is that an employer hires people with records, in words that carry their day and grow old."""

from __future__ import annotations

from datetime import timedelta

from porchlight.model.proof import Proof, proof_of
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.views.edition import Edition
from porchlight.views.parts import Text


def proof_text(edition: Edition, schema: Schema, record: Record) -> Text | None:
    """What stands today, and what will be said of it once it has run out; None where nothing is known."""
    proof = edition.hub.proofs.get(record.key)
    if proof is None:
        return None
    words = _words(edition, schema, proof)
    if proof.until is None or proof.was:
        return Text(words)
    later = proof_of(schema, record, proof.until + timedelta(days=1))
    return Text(words, until=proof.until.isoformat(), then=_words(edition, schema, later) if later else "")


def _words(edition: Edition, schema: Schema, proof: Proof) -> str:
    field = schema.field_for("proof")
    label = edition.label(field.vocabulary, proof.code) if field else proof.code
    if proof.on is None:
        return edition.t("proof.no_day", label=label) if proof.was else label
    return edition.t("proof.was" if proof.was else "proof.on", label=label, day=edition.day(proof.on))
