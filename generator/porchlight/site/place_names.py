# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the search knows of the pages of places: who types “Columbus” or a ZIP code is led to the page of the state."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

PLACES = "places.json"
"""Stands beside the index of each language; `theme/js/search_places.js` reads it with the first search."""


class PlacePage(NamedTuple):
    """The page of a place in one language. `path` leads to it from the site's root; `others` are more of its names."""

    code: str
    path: str
    label: str
    others: tuple[str, ...] = ()


def places_file(pages: Iterable[PlacePage]) -> bytes:
    """The pages by the code of their place, each as its path, its name, and whatever else people call it."""
    told = {page.code: [page.path, page.label, *page.others] for page in pages}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
