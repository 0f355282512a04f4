# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a path that someone else wrote may lead to."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.reading.files import leads_out, link_on_way, plain


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    (tmp_path / "hub" / "data").mkdir(parents=True)
    (tmp_path / "hub" / "data" / "a.yaml").touch()
    (tmp_path / "hub" / "link").symlink_to("data")
    return tmp_path / "hub"


@pytest.mark.parametrize("file", ["data/a.yaml", "data", "data/not/there"])
def test_a_path_below_the_folder_stays_in_it(file: str, hub: Path) -> None:
    assert not leads_out(hub, file)


@pytest.mark.parametrize(
    "file", ["{hub}/data/a.yaml", "/etc/passwd", "data/../data/a.yaml", "../x", "link", "link/a.yaml"]
)
def test_any_other_path_leads_out(file: str, hub: Path) -> None:
    assert leads_out(hub, file.replace("{hub}", str(hub)))


def test_links_outside_of_the_hub_belong_to_whoever_names_them(hub: Path, tmp_path: Path) -> None:
    (tmp_path / "www").symlink_to(tmp_path)
    assert link_on_way(hub, tmp_path / "www" / "site") == ""
    assert link_on_way(hub, hub / "output") == ""


def test_a_link_in_the_hub_is_seen_whichever_way_leads_there(
    hub: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "also").symlink_to(hub)
    monkeypatch.chdir(tmp_path)
    for path in (hub / "link", tmp_path / "also" / "link", Path("hub/link/x.pdf"), Path("hub/data/../link")):
        assert link_on_way(hub, path).startswith("link")


def test_a_path_out_of_the_hub_is_none_in_it(hub: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(hub)
    for path in (Path("../x.pdf"), Path("data/../../x.pdf"), Path("link/../../x.pdf")):
        assert link_on_way(Path(), path) == ""
        assert plain(path) == tmp_path / "x.pdf"
    assert link_on_way(Path(), Path("../hub/link")) == "link"
