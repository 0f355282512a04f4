# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The poll's page offers its sheets of paper, and the address on them leads back to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from porchlight.model.ballot_codes import ballot_code
from tests.theme.test_budgets import size

OFFERED = re.compile(
    r'<a href="([^"]+\.pdf)" hreflang="(..)" type="application/pdf">([^<]+)</a> <span>PDF, (\d+) kB</span>'
)
SHORT_PAGE = 1_250


@pytest.mark.parametrize(
    ("page", "labels"),
    [
        ("poll/needs/", ["English", "English, large print", "Español", "Español, large print"]),
        ("es/poll/needs/", ["Español", "Español, letra grande", "English", "English, letra grande"]),
    ],
)
def test_the_page_offers_each_sheet_with_its_size_its_own_language_first(
    full_site: Path, page: str, labels: list[str]
) -> None:
    offered = OFFERED.findall((full_site / page / "index.html").read_text(encoding="utf-8"))

    assert [label for _, _, label, _ in offered] == labels
    for href, language, label, kilobytes in offered:
        file = (full_site / page / href).resolve()
        assert file.read_bytes().startswith(b"%PDF-")
        assert file.name == f"ballot-{language}{'' if label in ('English', 'Español') else '-large'}.pdf"
        assert 0 <= int(kilobytes) * 1000 - file.stat().st_size < 1000


@pytest.mark.parametrize("tree", ["", "es/"])
def test_the_address_on_a_sheet_leads_on_to_the_poll_without_a_script(full_site: Path, tree: str) -> None:
    here = full_site / tree / "p" / ballot_code("needs", 1).lower()
    html = (here / "index.html").read_text(encoding="utf-8")
    there = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', html)

    assert there
    assert (here / there[1]).resolve() == (full_site / tree / "poll" / "needs").resolve()
    assert "988" in html
    assert "<script" not in html
    assert size(html.encode()) <= SHORT_PAGE
