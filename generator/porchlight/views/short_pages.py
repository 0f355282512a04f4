# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The short address of each record, and the addresses that it had before: tiny pages that lead on and stand alone."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.model import paths
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.model.short_codes import all_codes, former_keys, records_with_pages, short_code
from porchlight.views.calls import calls
from porchlight.views.cards import not_open
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.pages import Page
from porchlight.views.service_types import ShortView
from porchlight.views.sharing import kept
from porchlight.views.trust import checked, vacancy


def short_pages(edition: Edition) -> Iterator[Page]:
    """A page per code and per former address of every record that has a page."""
    owners = {short_code(schema, record): record for schema, record in records_with_pages(edition.hub)}
    for schema, record in records_with_pages(edition.hub):
        codes = [code for code in all_codes(schema, record) if owners.setdefault(code, record) is record]
        for here in (*map(paths.short_path, codes), *(f"{key}/" for key in former_keys(schema, record))):
            yield short_page(edition, schema, record, here)


def short_page(edition: Edition, schema: Schema, record: Record, here: str) -> Page:
    """The page at `here` that leads on to the record: its name, the first number, and how sure it is."""
    name, numbers, free = edition.name(record), calls(edition, record), vacancy(edition, schema, record)
    view = ShortView(
        frame=frame(edition, here, name.value, "", "short", indexable=False),
        name=name.value,
        name_lang=name.lang,
        status=not_open(edition, schema, record),
        vacancy=free.words if free else "",
        number=numbers[0].button if numbers else "",
        href=numbers[0].href if numbers else "",
        checked=checked(edition, schema, record),
        there=edition.href(here, paths.record_path(schema.resource, record.id)),
        kept=kept(edition, schema, record),
    )
    return Page(edition.path(here), "short.html", view)
