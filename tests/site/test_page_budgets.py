# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What one page costs a phone with 200 MB a month: bytes as they travel, gzipped. The worst ten are printed."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

KILO = 1000
RECORD, LIST, FIRST_VIEW = 10 * KILO, 25 * KILO, 40 * KILO
LISTS = (
    "list",
    "door",
    "papers",
    "kept",
    "care",
    "offline",
    "results",
    "codebook",
    "needs",
    "partners",
    "place",
    "places",
)

PAGE_TYPE = re.compile(r'<meta name="page-type" content="([^"]+)">')
LOADED = re.compile(r'<(?:link rel="(?:stylesheet|icon)"|script)[^>]*? (?:href|src)="([^"]+)"')


@pytest.fixture(scope="session", params=["shipped_site", "full_site"])
def site(request: pytest.FixtureRequest) -> Path:
    built: Path = request.getfixturevalue(request.param)
    return built


def travels(content: bytes) -> int:
    return len(gzip.compress(content, 9))


def pages(site: Path) -> dict[str, tuple[str, int]]:
    """Kind and bytes of every page, by its path."""
    found = {}
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        kind = PAGE_TYPE.search(text)
        found[str(path.relative_to(site).parent)] = (kind[1] if kind else "", travels(text.encode()))
    return found


def worst(sizes: dict[str, int]) -> list[tuple[str, int]]:
    ten = sorted(sizes.items(), key=lambda pair: -pair[1])[:10]
    print(*(f"{size:>7,}  {path}" for path, size in ten), sep="\n")
    return ten


def test_a_record_page_is_at_most_10_kb(site: Path) -> None:
    sizes = {path: size for path, (kind, size) in pages(site).items() if kind == "record"}
    assert worst(sizes)[0][1] <= RECORD


def test_a_list_page_is_at_most_25_kb(site: Path) -> None:
    sizes = {path: size for path, (kind, size) in pages(site).items() if kind in LISTS}
    assert worst(sizes)[0][1] <= LIST


def test_the_first_view_of_every_page_is_at_most_40_kb(site: Path) -> None:
    """The page and all that it loads before a press: stylesheet, icon, and the scripts that its elements ask for."""
    weights: dict[Path, int] = {}
    scripts = {path.stem: path for path in (site / "assets").rglob("*.js")}
    sizes = {}
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        asked = {scripts[name] for name in re.findall(r'data-enhance="(\w+)"', text) if name in scripts}
        loaded = {
            (site / src[1:] if src.startswith("/") else path.parent / src).resolve() for src in LOADED.findall(text)
        } | asked
        for file in loaded:
            weights.setdefault(file, travels(file.read_bytes()))
        sizes[str(path.relative_to(site).parent)] = travels(text.encode()) + sum(weights[file] for file in loaded)
    assert worst(sizes)[0][1] <= FIRST_VIEW
