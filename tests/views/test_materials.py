# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The library that ships: what people narrow it by, and what it says of printing."""

from __future__ import annotations

from dataclasses import replace

from porchlight.build import sound_hub
from porchlight.views.lists import list_pages
from porchlight.views.types import ListView
from tests.conftest import ROOT
from tests.views.fakes import PACKAGE, edition, view_of

FREE_TO_COPY = {"US-Gov", "CC0-1.0", "CC-BY-4.0"}


def test_people_narrow_the_library_by_what_decides() -> None:
    of = replace(edition(), hub=sound_hub(ROOT))
    (whole, *_) = list_pages(of, PACKAGE.schema_of("materials"))
    titles = {facet.title for facet in view_of(whole, ListView).facets}
    told = {"For whom", "To read, watch or hear", "How long", "Licence", "May be printed to send inside"}
    assert told <= titles
    assert PACKAGE.schema_of("materials").field_named("reading_level") in PACKAGE.schema_of("materials").facets


def test_nothing_may_be_printed_that_its_licence_does_not_let_anyone_copy() -> None:
    for record in sound_hub(ROOT).records["materials"]:
        if record.text("print_inside") == "yes":
            assert record.text("licence") in FREE_TO_COPY, record.id
