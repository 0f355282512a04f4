# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page of a record that was just saved comes first, and is the page that the whole build makes, to the byte."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from porchlight.build import build
from porchlight.checking.run import check_hub
from porchlight.problems import HubHasProblems
from porchlight.site.assets import bundle
from porchlight.site.first_pages import Built, first_pages
from porchlight.site.render import render_pages
from porchlight.site.theme import catalog
from porchlight.views.edition import Edition
from porchlight.views.records import record_pages
from tests.checking.hubs import small_hub
from tests.conftest import ROOT

FULL = ROOT / "tests" / "hubs" / "full"
THEME = ROOT / "theme"
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
        built = Built.of(root, hub)
        save(root, old, new)
        first = first_pages(built, HOUSE)
        assert first.keys() == PAGES
        assert first != written(output, first), new
        hub = build(root, output, has_forms=True)
        assert first == written(output, first), new


def test_a_house_that_moved_is_as_far_from_the_others_as_the_whole_hub_tells(tmp_path: Path) -> None:
    root = small(tmp_path / "hub")
    other = (root / HOUSE).read_text("utf-8").replace("id: maple-house", "id: elm-house").replace("Maple", "Elm")
    (root / HOUSE).with_stem("elm-house").write_text(other, "utf-8")
    built = Built.of(root, check_hub(root, date.today()).hub)
    save(root, "city: Springfield", "city: Columbus")
    first = first_pages(built, HOUSE)
    assert all(b"43 " in page for page in first.values()), "miles as the crow flies"
    assert first == plain(root, built, HOUSE)


def test_the_first_page_is_that_of_the_whole_build_for_records_of_every_kind(tmp_path: Path) -> None:
    """All that a page of the made-up county shows comes from the hub and one record: nothing of the build beside."""
    root = tmp_path / "hub"
    shutil.copytree(FULL, root, ignore=shutil.ignore_patterns("output", "var"))
    hub = build(root, tmp_path / "output")
    built = Built.of(root, hub)
    shown = built.shown
    told = [
        schema.resource for schema in hub.package.schemas if schema.page == "each" and shown.records[schema.resource]
    ]
    for resource in told:
        file = max(shown.records[resource], key=lambda record: len(str(record))).place.file
        first = first_pages(built, file)
        assert len(first) == len(hub.settings.languages), file
        assert first == written(tmp_path / "output", first), file


def plain(root: Path, built: Built, file: str) -> dict[str, bytes]:
    """The pages of a file's records, made of the whole hub as it is read now, as `build` makes them."""
    checked = check_hub(root, date.today())
    if checked.stopping:
        raise HubHasProblems(checked.stopping)
    hub = replace(checked.hub, history=built.hub.history, settings=built.hub.settings).shown_on(built.day)
    files: dict[str, bytes] = {}
    for language in hub.settings.languages:
        edition = Edition(hub, language, catalog(THEME, language), bundle(THEME).assets)
        for schema in hub.package.schemas:
            ids = {record.id for record in hub.records[schema.resource] if record.place.file == file}
            for page in record_pages(edition, schema) if ids else ():
                if page.path.strip("/").split("/")[-1] in ids:
                    files |= render_pages(edition, THEME, [page])
    return files


def outcome(make: Callable[[], dict[str, bytes]]) -> object:
    try:
        return make()
    except HubHasProblems as found:
        return found.problems


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("county") / "hub"
    shutil.copytree(FULL, root, ignore=shutil.ignore_patterns("output", "var"))
    return Built.of(root, check_hub(root, date.today()).hub)


TEXTS: dict[str, str] = {}


@settings(max_examples=12, deadline=None, phases=[Phase.generate])
@given(data=st.data())
def test_whatever_is_saved_the_first_page_is_that_of_the_whole_hub(county: Built, data: st.DataObject) -> None:
    """A field left out, another status, another town: in any record of the county, sound or broken by it."""
    each = {schema.resource for schema in county.hub.package.schemas if schema.page == "each"}
    told = sorted(record.place.file for record in county.hub.all_records() if record.resource in each)
    file = data.draw(st.sampled_from(told))
    path = county.root / file
    text = county.files[file].content.decode() if file not in TEXTS else TEXTS[file]
    TEXTS[file] = text  # as it was built: what is drawn hangs on nothing that another example did
    fields = re.split(r"(?m)^(?=[a-z_]+:)", text)
    kept = [field for field in fields if field.startswith("id:") or data.draw(st.integers(0, 5))]
    changed = {"status": ("closed", "paused", "open"), "city": ("Columbus", "Nowhere"), "name": ("A", "Maple & Oak")}
    for name in data.draw(st.lists(st.sampled_from(sorted(changed)), max_size=2, unique=True)):
        kept = [field for field in kept if not field.startswith(f"{name}:")]
        kept.append(f"{name}: {data.draw(st.sampled_from(changed[name]))}\n")
    try:
        path.write_text("".join(field.rstrip("\n") + "\n" for field in kept), "utf-8")
        first = outcome(lambda: first_pages(county, file))
        assert first == outcome(lambda: plain(county.root, county, file))
    finally:
        path.write_text(text, "utf-8")


def test_what_is_to_be_mended_in_the_saved_file_is_told_as_the_whole_build_tells_it(tmp_path: Path) -> None:
    root = small(tmp_path / "hub")
    built = Built.of(root, build(root, tmp_path / "output"))
    save(root, "kind: recovery_residence", "knid: recovery_residence")
    save(root, "organization: example-recovery", "organization: nobody-here")
    with pytest.raises(HubHasProblems) as first:
        first_pages(built, HOUSE)
    with pytest.raises(HubHasProblems) as whole:
        build(root, tmp_path / "output")
    assert first.value.problems == whole.value.problems


def test_where_anything_but_one_record_changed_only_the_whole_build_tells(tmp_path: Path) -> None:
    root = small(tmp_path / "hub")
    built = Built.of(root, build(root, tmp_path / "output"))
    for file in ("data/hub.yaml", "data/vocabularies.yaml", "content/en/home.md", "theme/css/base.css"):
        assert first_pages(built, file) == {}
    (root / HOUSE).unlink()
    with pytest.raises(HubHasProblems, match="leads to nothing"):
        first_pages(built, HOUSE)
