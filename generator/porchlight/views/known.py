# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a hub knows of itself, in words, for documents that fill themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from porchlight.model.template import OF_RECORDS, Template
from porchlight.polls.shares import Share
from porchlight.views.care import public_tasks
from porchlight.views.edition import Edition
from porchlight.views.told import Told, told

MOST = 3
"""Items that are named as what most people agreed with; more where the answers don't tell them apart."""


def known_values(edition: Edition, template: Template, day: date | None) -> dict[str, str]:
    """What fills the template's fields unasked, by their names; "" is left out. `day` is the day of the document."""
    known = known_sources(edition, day)
    return {field.name: known[field.source] for field in template.fields if known.get(field.source)}


def known_sources(edition: Edition, day: date | None) -> Mapping[str, str]:
    """Everything that can fill a field, by the names of model/template.py; what the hub does not know is ""."""
    hub, schemas = edition.hub, edition.hub.package.schemas
    counts = {schema.resource: len(hub.records.get(schema.resource, ())) for schema in schemas}
    return {
        "today": edition.day(day) if day else "",
        "hub_name": hub.settings.name,
        "hub_address": hub.settings.address,
        "hub_contact": hub.settings.contact,
        "records": f"{sum(counts.values()):,}",
        "care_due": f"{len(public_tasks(edition, edition.due)):,}" if edition.due else "",
        "counted_on": edition.day(edition.due.day) if edition.due else "",
        **{f"{OF_RECORDS}{resource}": f"{count:,}" for resource, count in counts.items()},
        **_poll(edition),
    }


def _poll(edition: Edition) -> Mapping[str, str]:
    """The newest results of the first poll that has any; before a release nothing is told."""
    for poll in edition.hub.questionnaires:
        for latest in told(edition.hub, poll)[-1:]:
            return {
                "poll_title": edition.words(latest.asked.title),
                "poll_day": edition.day(latest.release.made_on),
                "poll_people": f"{latest.release.people:,}",
                "poll_most": "; ".join(_most(edition, latest)),
            }
    return {}


def _most(edition: Edition, latest: Told) -> Iterator[str]:
    items = {item.id: edition.words(item.label) for item in latest.asked.items()}
    for share in latest.shares:
        if share.first <= MOST:
            yield f"{items[share.item]} ({_agree(edition, share)})"


def _agree(edition: Edition, share: Share) -> str:
    if share.detail == "sides":
        return edition.t("results.of", count=share.counts.get("agree", 0), people=share.people)
    return edition.t("results.percent", percent=share.agree)
