# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people asked for beside what the hub holds: which need has nothing, and which has nothing that was checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from porchlight.model import paths
from porchlight.model.questionnaire import Item, Questionnaire
from porchlight.model.record import Record
from porchlight.model.schema import EVERYWHERE
from porchlight.model.shelf_life import DAYS
from porchlight.polls.shares import Share
from porchlight.polls.supply import held_for
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.pages import Page
from porchlight.views.parts import Checked, CheckKind, Link
from porchlight.views.poll_types import NeedsView
from porchlight.views.result_parts import Need, NeedsTable
from porchlight.views.told import Told, told, worded, wordings_of
from porchlight.views.trust import asked_on, read_on
from porchlight.views.wave_parts import agree_words


def needs_page(edition: Edition, questionnaire: Questionnaire) -> Page:
    """The table of needs and supply, made to be printed on one sheet."""
    here = paths.needs_path(questionnaire.id)
    latest = next(iter(told(edition.hub, questionnaire)[-1:]), None)
    title = edition.t("needs.title")
    poll, results = paths.poll_path(questionnaire.id), paths.results_path(questionnaire.id)
    crumbs = [(edition.words(questionnaire.title), poll)]
    lead = _lead(edition, latest)
    view = NeedsView(
        frame=frame(edition, here, title, lead, "needs", crumbs),
        title=title,
        lead=lead,
        stem=edition.words(questionnaire.blocks[0].stem),
        table=needs_table(edition, questionnaire, latest, here),
        doors=(
            Link(edition.t("results.title"), edition.href(here, results)),
            Link(edition.words(questionnaire.title), edition.href(here, poll)),
        ),
    )
    return Page(edition.path(here), "needs.html", view)


def needs_table(edition: Edition, questionnaire: Questionnaire, latest: Told | None, here: str) -> NeedsTable:
    """Every item by its best rank, and where that is the same, least supply first.

    What was answered to other words is not set beside the words of today.
    """
    shares = worded(latest) if latest else {}
    asked = zip(questionnaire.items(), wordings_of(questionnaire), strict=True)
    held = [_held(edition, item, wording in shares, shares.get(wording)) for item, wording in asked]
    rows = sorted(held, key=lambda each: each.rank) if latest else held
    return NeedsTable(
        id="by-need",
        caption=edition.t("needs.caption"),
        rows=tuple(_need(edition, questionnaire, each, here) for each in rows),
        add=_add(edition, here),
    )


@dataclass(frozen=True, slots=True)
class _Held:
    item: Item
    records: tuple[Record, ...]
    was_asked: bool
    share: Share | None

    @property
    def rank(self) -> tuple[bool, int, int]:
        return self.share is None, self.share.first if self.share else 0, len(self.records)


def _held(edition: Edition, item: Item, was_asked: bool, share: Share | None) -> _Held:
    records = tuple(record for record in held_for(edition.hub, item) if record.is_open)
    return _Held(item, records, was_asked, share)


def _need(edition: Edition, questionnaire: Questionnaire, held: _Held, here: str) -> Need:
    there = paths.item_path(questionnaire.id, held.item.id)
    return Need(
        item=Link(edition.words(held.item.label), edition.href(here, there)),
        share=_share(edition, held),
        here=str(len(held.records)),
        asked=str(sum(asked_on(record) is not None for record in held.records)),
        checked=_newest(edition, held.records),
        missing=_missing(edition, held.records),
    )


def _share(edition: Edition, held: _Held) -> str:
    if held.share:
        return agree_words(edition, held.share)
    return edition.t("results.not_told" if held.was_asked else "needs.unasked")


def _newest(edition: Edition, records: tuple[Record, ...]) -> Checked | None:
    """The newest check of all records with its life, else the newest reading; ages are counted when it is read."""
    checks = _days(edition, [(asked_on(record), record) for record in records])
    reads = _days(edition, [(read_on(record), record) for record in records])
    if not checks and not reads:
        return None
    day, life = max(checks or reads)
    kind: CheckKind = "checked" if checks else "read"
    words = edition.t(f"needs.{kind}_on", day=edition.day(day))
    return Checked(kind, words, day.isoformat(), edition.day(day), life)


def _days(edition: Edition, dated: list[tuple[date | None, Record]]) -> list[tuple[date, int]]:
    package = edition.hub.package
    return [(day, DAYS[package.schema_of(record.resource).shelf_life]) for day, record in dated if day]


def _missing(edition: Edition, records: tuple[Record, ...]) -> str:
    """What is missing, in plain words; "" where nothing stands out.

    A hub does not say where it is, so “near by” can't be told: only that nothing is for a place at all.
    """
    if not records:
        return edition.t("needs.missing.all")
    unchecked = not any(map(asked_on, records))
    national = all(_is_national(edition, record) for record in records)
    found = [("unchecked", unchecked), ("local", national)]
    return " ".join(edition.t(f"needs.missing.{key}") for key, holds in found if holds)


def _is_national(edition: Edition, record: Record) -> bool:
    places = edition.hub.package.schema_of(record.resource).codes_of(record, "where")
    return not places or EVERYWHERE in places


def _add(edition: Edition, here: str) -> Link:
    """Where to bring something in: the hub's files, else the page that says how the data is made."""
    repository = edition.hub.settings.repository
    return Link(edition.t("needs.add"), repository or edition.href(here, "about-the-data/"))


def _lead(edition: Edition, latest: Told | None) -> str:
    if latest is None:
        return edition.t("needs.lead.unasked")
    return edition.t("needs.lead", n=latest.release.people, day=edition.day(latest.release.made_on))
