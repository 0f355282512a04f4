# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page of a record that was just saved comes first, and is the page that the whole build makes, to the byte."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from porchlight.build import build
from porchlight.problems import HubHasProblems
from porchlight.site.first_pages import first_pages
from tests.checking.hubs import small_hub
from tests.conftest import ROOT

FULL = ROOT / "tests" / "hubs" / "full"
HOUSE = "data/housing/maple-house.yaml"
PAGES = {"housing/maple-house/index.html", "es/housing/maple-house/index.html"}

EDITS = (
    ("name: Maple House", "name: Maple & Oak House"),
    ("city: Springfield", "city: Columbus"),
    ("organization: example-recovery\n", ""),
    ("beds: 12", "beds: 14\nstatus: paused"),
    ("number: 1-614-555-0101", "number: 1-614-555-0109"),
    ("serves: [US-OH]", "serves: [US-OH, US-KY]"),
)
"""What a page tells itself, whom it leads on to, and what it leaves out."""


def small(folder: Path) -> Path:
    shutil.copy2(ROOT / "pelicanconf.py", small_hub(folder))
    return folder


def save(hub: Path, old: str, new: str) -> None:
    text = (hub / HOUSE).read_text("utf-8")
    assert old in text
    (hub / HOUSE).write_text(text.replace(old, new, 1), "utf-8")


def written(output: Path, pages: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: (output / path).read_bytes() for path in pages}


def test_after_each_edit_the_first_page_is_that_of_the_whole_build(tmp_path: Path) -> None:
    root, output = small(tmp_path / "hub"), tmp_path / "output"
    hub = build(root, output, has_forms=True)
    for old, new in EDITS:
        save(root, old, new)
        first = first_pages(root, hub, HOUSE)
        assert first.keys() == PAGES
        assert first != written(output, first), new
        hub = build(root, output, has_forms=True)
        assert first == written(output, first), new


def test_the_first_page_is_that_of_the_whole_build_for_records_of_every_kind(tmp_path: Path) -> None:
    """All that a page of the made-up county shows comes from the hub and one record: nothing of the build beside."""
    root = tmp_path / "hub"
    shutil.copytree(FULL, root, ignore=shutil.ignore_patterns("output", "var"))
    hub = build(root, tmp_path / "output")
    shown = hub.shown_on(hub.settings.day(date.today()))
    told = [
        schema.resource for schema in hub.package.schemas if schema.page == "each" and shown.records[schema.resource]
    ]
    for resource in told:
        file = max(shown.records[resource], key=lambda record: len(str(record))).place.file
        first = first_pages(root, hub, file)
        assert len(first) == len(hub.settings.languages), file
        assert first == written(tmp_path / "output", first), file


def test_what_is_to_be_mended_in_the_saved_file_is_told_as_the_whole_build_tells_it(tmp_path: Path) -> None:
    root = small(tmp_path / "hub")
    hub = build(root, tmp_path / "output")
    save(root, "kind: recovery_residence", "knid: recovery_residence")
    save(root, "organization: example-recovery", "organization: nobody-here")
    with pytest.raises(HubHasProblems) as first:
        first_pages(root, hub, HOUSE)
    with pytest.raises(HubHasProblems) as whole:
        build(root, tmp_path / "output")
    assert first.value.problems == whole.value.problems


def test_where_anything_but_one_record_changed_only_the_whole_build_tells(tmp_path: Path) -> None:
    root = small(tmp_path / "hub")
    hub = build(root, tmp_path / "output")
    for file in ("data/hub.yaml", "data/vocabularies.yaml", "content/en/home.md", "theme/css/base.css"):
        assert first_pages(root, hub, file) == {}
    (root / HOUSE).unlink()
    with pytest.raises(HubHasProblems, match="leads to nothing"):
        first_pages(root, hub, HOUSE)
