# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The Markdown that a hub is written in: pages, files and the check must read a text alike."""

from __future__ import annotations

from markdown_it import MarkdownIt


class Markdown(MarkdownIt):
    """CommonMark with tables; raw HTML is the text it is."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False})
        self.enable("table")
