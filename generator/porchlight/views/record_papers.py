# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The papers of one record: those to have first, in the order in which they can be had, and those to get there."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.model import paths
from porchlight.model.paper_chain import PaperChain
from porchlight.model.record import Record
from porchlight.model.schema import Field, Schema
from porchlight.views.edition import Edition
from porchlight.views.parts import Link
from porchlight.views.record_parts import Papers


def papers(edition: Edition, schema: Schema, record: Record, chain: PaperChain, here: str) -> Papers | None:
    """What the record says of papers, and its codes as links; None where it holds nothing of it."""
    said, needs, gives = (schema.field_for(role) for role in ("papers", "needs", "gives"))
    text = edition.text(record, said.name) if said else None
    found = Papers(
        texts=(text,) if text else (),
        needs=tuple(_needs(edition, record, needs, chain, here)) if needs else (),
        gives=tuple(_gives(edition, record, gives, chain, here)) if gives else (),
    )
    return found if found != Papers() else None


def _needs(edition: Edition, record: Record, field: Field, chain: PaperChain, here: str) -> Iterator[Link]:
    codes = record.codes(field.name)
    first = list(dict.fromkeys([*chain.needed_first(codes), *codes]))
    for code in first:
        to_get = [edition.label(field.vocabulary, other) for other in first if code in chain.before.get(other, ())]
        note = edition.t("record.needs_for", papers=", ".join(to_get)) if code not in codes else ""
        yield _link(edition, field, code, chain, here, note)


def _gives(edition: Edition, record: Record, field: Field, chain: PaperChain, here: str) -> Iterator[Link]:
    for code in record.codes(field.name):
        opened = [edition.label(field.vocabulary, paper) for paper in chain.opens.get(code, ())]
        note = edition.t("record.gives_for", papers=", ".join(opened)) if opened else ""
        yield _link(edition, field, code, chain, here, note)


def _link(edition: Edition, field: Field, code: str, chain: PaperChain, here: str, note: str = "") -> Link:
    """A paper that no open record gives or needs has no page of its own, so it leads nowhere."""
    href = edition.href(here, paths.paper_path(code)) if code in chain.papers else ""
    return Link(edition.label(field.vocabulary, code), href, note=note)
