# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of one record whose file was saved, before the whole build: what the person who saved it waits for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from porchlight.checking.changed import check_saved
from porchlight.checking.glance import Glance, glances
from porchlight.model.hub import Hub
from porchlight.model.record import Record
from porchlight.problems import HubHasProblems
from porchlight.reading.gazetteer import Point
from porchlight.site.assets import bundle
from porchlight.site.render import render_pages
from porchlight.site.theme import catalog, theme_folder
from porchlight.views.edition import Edition
from porchlight.views.records import record_pages
from porchlight.views.whereabouts import points_of


@dataclass(frozen=True, slots=True)
class Built:
    """A hub as the last build handed it back, and what its next save needs of it, made beforehand.

    It holds as long as nothing but single files of records has changed since.
    """

    root: Path
    hub: Hub
    day: date
    shown: Hub
    files: dict[str, Glance]
    points: dict[str, dict[str, Point]]

    @classmethod
    def of(cls, root: Path, hub: Hub) -> Built:
        """The hub at `root`, as it is shown today."""
        day = hub.settings.day(date.today())
        files = {glance.file: glance for glance in glances(root, hub.package)}
        for glance in files.values():
            glance.look()
        shown = hub.shown_on(day)
        each = (schema for schema in hub.package.schemas if schema.page == "each")
        points = {schema.resource: points_of(schema, shown.records[schema.resource]) for schema in each}
        return cls(root, hub, day, shown, files, points)


def first_pages(built: Built, file: str) -> dict[str, bytes]:
    """The record's own page in each language, as the whole build will make it; none where only that build can tell.

    Nothing but `file` may have changed since the build. Raises HubHasProblems where something in it is to be mended:
    the whole check would say the same (checking/changed.py).
    """
    hub, today = built.hub, date.today()
    before = [record for record in hub.all_records() if record.place.file == file]
    is_same_day = hub.settings.day(today) == built.day
    if len(before) != 1 or not is_same_day or hub.package.schema_of(before[0].resource).page != "each":
        return {}
    record = _read_again(built, before[0], today)
    if record is None:
        return {}
    return _rendered(built, built.shown.with_shown(record, built.day), record)


def _read_again(built: Built, before: Record, today: date) -> Record | None:
    """The record as its file holds it now; None where the file holds another one, or more."""
    file = before.place.file
    checked = check_saved(built.root, today, {file: _names_in(before)}, built.hub, built.files).checked
    if checked.stopping:
        raise HubHasProblems(checked.stopping)
    now = [record for record in checked.hub.all_records() if record.place.file == file]
    return now[0] if [record.key for record in now] == [before.key] else None


def _names_in(record: Record) -> bytes:
    """What the check asks of a file as it was: its id, and the names of the fields that it filled."""
    filled = (name for name in (*record.values, *record.parts) if name != "id")
    return "".join([f"id: {record.id}\n", *(f"{name}:\n" for name in filled)]).encode()


def _rendered(built: Built, hub: Hub, record: Record) -> dict[str, bytes]:
    schema, theme = hub.package.schema_of(record.resource), theme_folder(built.root)
    assets, own = bundle(theme).assets, [each for each in hub.records[record.resource] if each.id == record.id]
    others = {name: point for name, point in built.points[record.resource].items() if name != record.id}
    points = others | points_of(schema, own)
    files: dict[str, bytes] = {}
    for language in hub.settings.languages:
        edition = Edition(hub, language, catalog(theme, language), assets)
        files |= render_pages(edition, theme, record_pages(edition, schema, (record.id,), points))
    return files
