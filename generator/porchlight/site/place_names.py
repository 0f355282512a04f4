# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the search knows of the pages of places: who types “Columbus” or a ZIP code is led to the page of the state."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from porchlight.model import paths
from porchlight.model.places import VOCABULARY
from porchlight.views.edition import Edition

PLACES = "places.json"
"""Stands beside the index of each language; `theme/js/search_places.js` reads it with the first search."""


class PlacePage(NamedTuple):
    """The page of a place in one language. `path` leads to it from the site's root; `others` are more of its names."""

    code: str
    path: str
    label: str
    others: tuple[str, ...] = ()


def place_files(edition: Edition) -> dict[str, bytes]:
    """The file of one language by its path; none where the hub has no pages of places."""
    pages = [
        PlacePage(
            code,
            edition.path(paths.place_path(record.id)),
            edition.label(VOCABULARY, code),
            record.codes("also_called"),
        )
        for code, record in edition.places.records.items()
    ]
    return {f"pagefind/{edition.language}/{PLACES}": places_file(pages)} if pages else {}


def places_file(pages: Iterable[PlacePage]) -> bytes:
    """The pages by the code of their place, each as its path, its name, and whatever else people call it."""
    told = {page.code: [page.path, page.label, *page.others] for page in pages}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
