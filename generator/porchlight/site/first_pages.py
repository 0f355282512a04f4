# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of one record whose file was saved, before the whole build: what the person who saved it waits for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from porchlight.checking.changed import check_changed
from porchlight.model.hub import Hub
from porchlight.model.record import Record
from porchlight.problems import HubHasProblems
from porchlight.site.assets import bundle
from porchlight.site.render import render_pages
from porchlight.site.theme import catalog, theme_folder
from porchlight.views.edition import Edition
from porchlight.views.records import record_pages


def first_pages(root: Path, hub: Hub, file: str) -> dict[str, bytes]:
    """The record's own page in each language, as the whole build will make it; none where only that build can tell.

    `hub` is what the last build handed back, and nothing but `file` may have changed since. Raises HubHasProblems where
    something in it is to be mended: the whole check would say the same (checking/changed.py).
    """
    before = [record for record in hub.all_records() if record.place.file == file]
    if len(before) != 1 or hub.package.schema_of(before[0].resource).page != "each":
        return {}
    today = date.today()
    record = _read_again(root, before[0], today)
    if record is None:
        return {}
    shown = _with(hub, record).shown_on(hub.settings.day(today))
    return _rendered(shown, record, theme_folder(root))


def _read_again(root: Path, before: Record, today: date) -> Record | None:
    """The record as its file holds it now; None where the file holds another one, or more."""
    file = before.place.file
    checked = check_changed(root, today, {file: _names_in(before)}).checked
    if checked.stopping:
        raise HubHasProblems(checked.stopping)
    now = [record for record in checked.hub.all_records() if record.place.file == file]
    return now[0] if [record.key for record in now] == [before.key] else None


def _names_in(record: Record) -> bytes:
    """What the check asks of a file as it was: its id, and the names of the fields that it filled."""
    filled = (name for name in (*record.values, *record.parts) if name != "id")
    return "".join([f"id: {record.id}\n", *(f"{name}:\n" for name in filled)]).encode()


def _with(hub: Hub, record: Record) -> Hub:
    of_resource = tuple(record if each.id == record.id else each for each in hub.records[record.resource])
    return replace(hub, records={**hub.records, record.resource: of_resource})


def _rendered(hub: Hub, record: Record, theme: Path) -> dict[str, bytes]:
    schema, assets = hub.package.schema_of(record.resource), bundle(theme).assets
    files: dict[str, bytes] = {}
    for language in hub.settings.languages:
        edition = Edition(hub, language, catalog(theme, language), assets)
        files |= render_pages(edition, theme, record_pages(edition, schema, (record.id,)))
    return files
