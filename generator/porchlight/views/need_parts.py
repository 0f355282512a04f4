# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One item of a poll beside what the hub holds for it: the same words on the page of needs and on the item's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from porchlight.model import paths
from porchlight.model.aging import asked_on, read_on
from porchlight.model.questionnaire import Item, Questionnaire, Words
from porchlight.model.record import Record
from porchlight.model.schema import EVERYWHERE
from porchlight.model.shelf_life import DAYS
from porchlight.polls.shares import Share
from porchlight.polls.supply import open_for
from porchlight.views.edition import Edition
from porchlight.views.parts import Checked, CheckKind, Link
from porchlight.views.result_parts import Need
from porchlight.views.told import Told, worded, wordings_of
from porchlight.views.wave_parts import agree_words


@dataclass(frozen=True, slots=True)
class Held:
    """An item below its question, what is listed for it, and its share where that is told of today's words."""

    item: Item
    stem: Words
    records: tuple[Record, ...]
    was_asked: bool
    share: Share | None

    @property
    def rank(self) -> tuple[bool, int, int]:
        """Best rank first, what is not told last; where that is the same, least supply first."""
        return self.share is None, self.share.first if self.share else 0, len(self.records)


def held(edition: Edition, questionnaire: Questionnaire, latest: Told | None) -> Iterator[Held]:
    """Every item in the order of the poll; what was answered to other words is not set beside the words of today."""
    shares = worded(latest) if latest else {}
    for item, wording in zip(questionnaire.items(), wordings_of(questionnaire), strict=True):
        yield Held(item, dict(wording[2]), open_for(edition.hub, item), wording in shares, shares.get(wording))


def asked_words(edition: Edition, latest: Told | None) -> str:
    """Who answered and by when, on each page that sets shares beside what is here; or that nothing is told yet."""
    if latest is None:
        return edition.t("needs.lead.unasked")
    lead = edition.t("needs.lead", n=latest.release.people, day=edition.day(latest.release.made_on))
    return lead if latest.release.is_last else f"{lead} {edition.t('results.so_far')}"


def need(edition: Edition, questionnaire: Questionnaire, held: Held, here: str) -> Need:
    """What is told of the item on a page `here`."""
    there, label = paths.item_path(questionnaire.id, held.item.id), edition.words(held.item.label)
    return Need(
        item=Link(label, edition.href(here, there)),
        add=add_link(edition, here, label).href,
        share=_share(edition, held),
        here=str(len(held.records)),
        asked=str(sum(asked_on(record) is not None for record in held.records)),
        checked=_newest(edition, held.records),
        missing=_missing(edition, held.records),
    )


def add_link(edition: Edition, here: str, about: str = "") -> Link:
    """How anyone with a phone can bring something in for the line: a mail, else the page that says who to ask."""
    words = edition.t("needs.add")
    write = edition.hub.settings.way_to_write(f"{words}: {about}" if about else words)
    return Link(words, write or edition.href(here, "about-the-data/"))


def _share(edition: Edition, held: Held) -> str:
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
