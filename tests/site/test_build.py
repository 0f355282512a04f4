# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The whole program on whole hubs: what comes out, twice the same, with nothing that must stay in."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from porchlight.build import build, sound_hub
from porchlight.problems import HubHasProblems
from porchlight.site.verify import SiteIsBroken, verify
from porchlight.views.edition_pages import edition_pages
from porchlight.views.search_pages import PAGES
from tests.conftest import ROOT
from tests.views.fakes import edition

FULL = ROOT / "tests" / "hubs" / "full"
SMALLEST_SHIPPED_HUB = 330
RECORD_BYTES, PAGE_BYTES = 10_000, 30_000


def contents(folder: Path) -> Mapping[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_builds_of_one_hub_are_equal_to_the_byte(full_site: Path, tmp_path: Path) -> None:
    build(FULL, tmp_path / "again")
    first, second = contents(full_site), contents(tmp_path / "again")
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []


def test_plain_pelican_writes_the_very_same_site(full_site: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "pelican",
        "--fatal",
        "warnings",
        "-s",
        "pelicanconf.py",
        "-o",
        str(tmp_path / "p"),
    ]
    subprocess.run(command, cwd=FULL, check=True, capture_output=True)
    assert contents(tmp_path / "p") == contents(full_site)


def test_a_second_build_into_the_same_folder_takes_away_what_is_gone_and_nothing_else(tmp_path: Path) -> None:
    hub, output = tmp_path / "hub", tmp_path / "output"
    shutil.copytree(FULL, hub, ignore=shutil.ignore_patterns("output", "var"))
    build(hub, output)
    (output / "CNAME").write_text("hub.example")
    tool = min((hub / "data" / "tools").glob("*.yaml"))
    page = output / "tools" / tool.stem / "index.html"
    assert page.exists()
    tool.unlink()
    build(hub, output)
    assert not page.parent.exists()
    assert (output / "CNAME").read_text() == "hub.example"


def test_a_story_whose_consent_is_over_a_notice_and_a_role_out_of_their_days_are_gone(full_site: Path) -> None:
    everything = b"\n".join(contents(full_site).values()).decode(errors="replace")
    today = date.today().isoformat()
    for field in ("consent_until", "shown_until", "until"):
        over = []
        for path in (FULL / "data").glob("*/*.yaml"):
            read = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
            for record in read if isinstance(read, list) else [read]:
                if record.get(field, today) < today:
                    over.append(path)
                    assert record["name"] not in everything, path
                    assert not (full_site / path.parent.name / record["id"]).exists()
        assert over, f"nothing in the county is past its {field}"


def test_a_private_note_is_in_no_output_at_all(full_site: Path) -> None:
    notes = [
        record["maintainer_note"]
        for path in (FULL / "data").glob("*/*.yaml")
        if isinstance(record := yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader), dict)
        and "maintainer_note" in record
    ]
    assert notes
    everything = b"\n".join(contents(full_site).values())
    for note in notes:
        assert note.encode() not in everything


def test_a_made_up_hub_says_so_on_each_page_and_asks_not_to_be_indexed(full_site: Path) -> None:
    for page in full_site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert 'name="robots" content="noindex"' in html, page
        assert "made-up" in html or "inventado" in html, page
    assert "Disallow: /" in (full_site / "robots.txt").read_text()


def test_the_shipped_hub_holds_some_hundred_records_each_with_a_source_and_its_day() -> None:
    hub = sound_hub(ROOT)
    records = list(hub.all_records())
    assert len(records) >= SMALLEST_SHIPPED_HUB
    telling = {schema.resource for schema in hub.package.schemas if any(f.name == "sources" for f in schema.fields)}
    assert {each.resource for each in hub.package.schemas} - telling == {"places", "hours"}  # names, and own sums
    assert [r.key for r in records if r.resource in telling and not r.rows("sources")] == []
    assert [r.key for r in records if not all("read_on" in row for row in r.rows("sources"))] == []


def test_every_item_of_the_poll_is_served_by_a_record_or_a_page() -> None:
    hub = sound_hub(ROOT)
    served = {item for record in hub.all_records() for item in record.codes("items")}
    served |= {item for article in hub.articles for item in article.items}
    assert [item.id for q in hub.questionnaires for item in q.items() if item.id not in served] == []


def test_every_door_and_every_gift_of_a_peer_has_a_home(shipped_site: Path) -> None:
    gifts = ("trust", "navigation", "staying-well", "less-return", "empowerment")
    for page in ("stay", "work", "health", "people", "peers", *gifts):
        for tree in ("", "es/"):
            assert (shipped_site / f"{tree}{page}" / "index.html").exists(), f"{tree}{page}"


def test_a_resource_with_nothing_in_it_says_so_and_how_to_add_the_first(shipped_site: Path) -> None:
    html = (shipped_site / "facilities" / "index.html").read_text(encoding="utf-8")
    assert 'href="../about-the-data/#add"' in html


def test_a_broken_hub_builds_nothing_and_tells_every_problem(tmp_path: Path) -> None:
    hub = tmp_path / "hub"
    shutil.copytree(FULL, hub, ignore=shutil.ignore_patterns("output", "var"))
    house = min((hub / "data" / "housing").glob("*.yaml"))
    house.write_text(house.read_text(encoding="utf-8") + "phnoe: 1\nbeds: twelve\n", encoding="utf-8")
    with pytest.raises(HubHasProblems) as found:
        build(hub, tmp_path / "output")
    assert any("phnoe" in str(problem) for problem in found.value.problems)
    assert not (tmp_path / "output").exists()


def test_a_plugin_that_fails_to_register_is_a_fault_and_not_done(tmp_path: Path) -> None:
    conf = tmp_path / "pelicanconf.py"
    lines = (
        (FULL / "pelicanconf.py")
        .read_text(encoding="utf-8")
        .replace("Path(__file__).resolve().parent", f"Path({str(FULL)!r})")
    )
    (tmp_path / "lame_plugin.py").write_text("def register():\n    raise RuntimeError('no')\n")
    conf.write_text(f"import sys\nsys.path.insert(0, {str(tmp_path)!r})\n{lines}\nPLUGINS = ['lame_plugin']\n")
    (tmp_path / "data").mkdir()
    with pytest.raises(RuntimeError):
        build(tmp_path, tmp_path / "output")


def test_a_dead_link_stops_the_build() -> None:
    with pytest.raises(SiteIsBroken, match=r"index\.html leads to gone/, which is not there"):
        verify({"index.html": b'<a href="gone/">x</a>'}, "/")


def test_only_what_another_build_puts_beside_the_pages_may_be_missing() -> None:
    page = b'<a href="ohio/">x</a><a href="ohio/es/">x</a><a href="ohio-east/">x</a>'
    with pytest.raises(SiteIsBroken) as told:
        verify({"index.html": page}, "/", ["ohio"])
    assert str(told.value) == "index.html leads to ohio-east/, which is not there (1 in all)."


def test_a_page_that_loads_from_another_host_stops_the_build() -> None:
    with pytest.raises(SiteIsBroken, match="another host"):
        verify({"index.html": b'<img alt="" src="https://tracker.example/x.gif">'}, "/")


def test_the_search_index_holds_every_record_and_page_in_both_languages(full_site: Path) -> None:
    hub = sound_hub(FULL)
    records = sum(hub.package.schema_of(record.resource).page == "each" for record in hub.all_records())
    for language in ("en", "es"):
        pages = edition_pages(replace(edition(language=language), hub=hub.shown_on(date.today())))
        others = sum(dict(page.found.meta)["resource"] == PAGES for page in pages if page.found)
        entry = json.loads((full_site / "pagefind" / language / "pagefind-entry.json").read_text())
        assert entry["languages"][language]["page_count"] == records + others


def test_every_page_carries_its_own_strict_policy(shipped_site: Path) -> None:
    for page in shipped_site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
        assert policy, page
        assert "unsafe-inline" not in policy[1]
        assert "default-src" in policy[1]
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", html), page
