# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page to write: where, with which template, from which view, and what search should know of it."""

from __future__ import annotations

from dataclasses import dataclass

from porchlight.views.types import View

PAGE_SIZE = 60
"""Cards on one page of a list."""


@dataclass(frozen=True, slots=True)
class Found:
    """What search knows of a record: short, so that a phone's first query stays small.

    `meta` is what a result shows, its `title` among it; `content` the words that it is found by besides the title.
    """

    url: str
    language: str
    content: str
    meta: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `path` is a folder below the output ("es/housing/") or a file ("404.html")."""

    path: str
    template: str
    view: View
    found: Found | None = None
