# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A story is where its consent covers it, and nowhere once it is over, taken back or given for something else."""

from __future__ import annotations

import gzip
import io
import shutil
from datetime import date
from pathlib import Path

import pypdf
import pytest

import porchlight.build as building
from porchlight.build import publish
from porchlight.site.pelican_plugin import How
from tests.conftest import ROOT, let_days_go_on

STORY = "data/stories/the-number.yaml"
TRACES = ("the-number", "One man had kept", "lo había guardado", "A peer who does not exist")


def on(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    class Clock(date):
        @classmethod
        def today(cls) -> Clock:
            return cls(day.year, day.month, day.day)

    monkeypatch.setattr(building, "date", Clock)


def text_of(path: Path) -> str:
    """What a file says once it is unpacked: search is gzipped, a PDF has its own way."""
    content = path.read_bytes()
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    return (gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content).decode(errors="replace")


def traces(output: Path) -> set[str]:
    """The endings of the files that tell anything of the story, by name or by content."""
    files = [path for path in output.rglob("*") if path.is_file()]
    return {
        path.suffix for path in files if any(trace in f"{path.relative_to(output)} {text_of(path)}" for trace in TRACES)
    }


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests" / "hubs" / "full", tmp_path / "hub", ignore=shutil.ignore_patterns("output", "var"))
    return let_days_go_on(tmp_path / "hub")


def test_past_its_consent_no_file_tells_of_a_story(hub: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages, search, feeds, tables and papers, built twice into one folder with the clock moved between."""
    on(monkeypatch, date(2027, 11, 2))
    publish(hub, tmp_path / "output", How())
    assert {".html", ".pf_fragment"} <= traces(tmp_path / "output"), "the last day counts"
    on(monkeypatch, date(2027, 11, 3))
    publish(hub, tmp_path / "output", How())
    assert traces(tmp_path / "output") == set()


@pytest.mark.parametrize(
    ("before", "after"),
    [("consent_until:", "withdrawn_on: 2026-11-29\nconsent_until:"), ("[site]", "[talks, press]")],
    ids=["taken back", "given for something else"],
)
def test_no_file_tells_of_a_story(hub: Path, tmp_path: Path, before: str, after: str) -> None:
    story = hub / STORY
    story.write_text(story.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    publish(hub, tmp_path / "output", How())
    assert traces(tmp_path / "output") == set()
