# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages that stand are not rendered again; whatever lies there, a build makes what a clean one makes."""

from __future__ import annotations

import logging
import random
import re
import shutil
from pathlib import Path

import pytest
from jinja2 import Environment

from porchlight.build import build
from porchlight.cli import main
from porchlight.site import laying, render, side_by_side
from porchlight.site.kept import kept_beside, key_of
from porchlight.site.laying import KeysAreWrong, Laying, TwoPagesOfOneAddress
from porchlight.site.made import Keyed
from porchlight.site.page_keys import keep_page_keys, page_key, page_keys_of_last_build, rendering_key
from porchlight.site.theme import theme_folder
from porchlight.views.catalog import Catalog
from porchlight.views.pages import Page
from porchlight.views.parts import Site
from tests.checking.hubs import small_hub
from tests.conftest import ROOT
from tests.site.test_cut_off import contents

SITE = Site("Hub", "en", Catalog("en", {}))


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    folder = small_hub(tmp_path / "hub")
    shutil.rmtree(folder / "data" / "polls")
    shutil.copy(ROOT / "pelicanconf.py", folder)
    return folder


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the pages that are rendered, as they come; languages are made one after the other for that."""
    paths: list[str] = []
    plain = render._render

    def note(templates: Environment, site: Site, page: Page) -> bytes:
        paths.append(page.path)
        return plain(templates, site, page)

    monkeypatch.setattr(render, "_render", note)
    monkeypatch.setattr(side_by_side, "_may_fork", lambda: False)
    return paths


def keys_file(output: Path) -> Path:
    return kept_beside(output) / "pages"


def change(hub: Path, file: str, before: str, after: str) -> None:
    text = (hub / file).read_text("utf-8")
    assert before in text
    (hub / file).write_text(text.replace(before, after, 1), "utf-8")


def assert_clean(hub: Path, output: Path) -> None:
    clean = output.parent / f"clean-{random.getrandbits(32)}"
    build(hub, clean)
    assert contents(output) == contents(clean)


def test_nothing_is_rendered_where_nothing_changed(hub: Path, tmp_path: Path, rendered: list[str]) -> None:
    build(hub, tmp_path / "output")
    assert len(rendered) > 60
    rendered.clear()
    build(hub, tmp_path / "output")
    assert rendered == []
    assert_clean(hub, tmp_path / "output")


def test_one_change_renders_the_pages_that_tell_of_it_only(hub: Path, tmp_path: Path, rendered: list[str]) -> None:
    build(hub, tmp_path / "output")
    everything = len(rendered)
    rendered.clear()
    change(hub, "data/housing/oak-house.yaml", "Oak House", "Elm House")
    build(hub, tmp_path / "output")
    assert "housing/oak-house/" in rendered
    assert "es/housing/oak-house/" in rendered
    assert "offline/" not in rendered
    assert len(rendered) < everything / 2
    assert_clean(hub, tmp_path / "output")


@pytest.mark.parametrize("flag", ["--thorough", "--check-keys"])
def test_each_page_is_rendered_again_where_that_is_asked_for(
    flag: str, hub: Path, tmp_path: Path, rendered: list[str]
) -> None:
    words = ["build", "--root", str(hub), "--output", str(tmp_path / "output")]
    assert main(words) == 0
    everything = sorted(rendered)
    rendered.clear()
    assert main([*words, flag]) == 0
    assert sorted(rendered) == everything


def test_a_key_that_leaves_something_out_is_found(
    hub: Path, tmp_path: Path, rendered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A planted fault: a key that knows nothing but the page's path."""
    monkeypatch.setattr(laying, "page_key", lambda _, page: page.path)
    build(hub, tmp_path / "output")
    change(hub, "data/housing/oak-house.yaml", "Oak House", "Elm House")
    with pytest.raises(KeysAreWrong, match=r"housing/oak-house/index\.html"):
        build(hub, tmp_path / "output", check_keys=True)


def test_a_hurt_list_of_keys_is_told_in_one_line_and_keeps_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder, key = tmp_path / ".output.kept", key_of("all that renders")
    keep_page_keys(folder, key, {"index.html": Keyed("a", "b")})
    assert page_keys_of_last_build(folder, key) == {"index.html": Keyed("a", "b")}
    assert page_keys_of_last_build(folder, key_of("another theme")) == {}
    (folder / "pages").write_bytes((folder / "pages").read_bytes()[:-1])
    caplog.set_level(logging.INFO)
    assert page_keys_of_last_build(folder, key) == {}
    assert caplog.messages == [
        "What the last build kept in .output.kept/pages is not as it was left. It is made again."
    ]


@pytest.mark.parametrize("foreign", ["another page", "half a list", "an old list"])
def test_what_someone_put_there_is_made_again(foreign: str, hub: Path, tmp_path: Path) -> None:
    """A page that was touched is no page of the last build, whatever its list says; nor does an old list keep one."""
    output = tmp_path / "output"
    build(hub, output)
    if foreign == "another page":
        (output / "index.html").write_text("<p>Call this number instead.</p>")
        (output / "es" / "index.html").unlink()
    elif foreign == "half a list":
        keys_file(output).write_bytes(keys_file(output).read_bytes()[:-9])
    else:
        old = keys_file(output).read_bytes()
        change(hub, "data/hub.yaml", "name:", "name: New")
        build(hub, output)
        keys_file(output).write_bytes(old)
    build(hub, output)
    assert_clean(hub, output)


@pytest.mark.slow
def test_after_eight_changes_at_random_the_build_is_a_clean_build(hub: Path, tmp_path: Path) -> None:
    """Words of records, of settings and of pages; records that come and go."""
    chance, output = random.Random(8), tmp_path / "output"
    files = sorted((hub / "data").glob("*/*.yaml"))
    for turn in range(8):
        file = chance.choice(files)
        text = file.read_text("utf-8")
        file.write_text(re.sub(r"(?m)^((?:name|summary): \w+)", rf"\1 {turn}", text, count=1), "utf-8")
        build(hub, output)
    assert_clean(hub, output)
    build(hub, output, check_keys=True)


def test_templates_words_and_code_are_in_each_key(tmp_path: Path) -> None:
    theme = shutil.copytree(theme_folder(ROOT), tmp_path / "theme")
    keys = {rendering_key(theme)}
    for file in ("templates/base.html", "templates/icons", "catalog/es.yaml"):
        there = theme / file
        there = next(there.glob("*.svg")) if there.is_dir() else there
        there.write_text(there.read_text("utf-8") + "\n", "utf-8")
        keys.add(rendering_key(theme))
    assert len(keys) == 4


def test_two_pages_of_one_address_are_a_fault() -> None:
    taken = Laying()
    page = Page("a/", "note.html", None)  # type: ignore[arg-type]
    taken.add(SITE, page, lambda _: b"x")
    with pytest.raises(TwoPagesOfOneAddress, match="stand at a/"):
        taken.add(SITE, page, lambda _: b"x")


def test_a_key_hangs_on_the_template_the_site_and_the_view() -> None:
    page = Page("a/", "note.html", ("view",))  # type: ignore[arg-type]
    other = Page("a/", "note.html", ("View",))  # type: ignore[arg-type]
    named = Page("a/", "list.html", ("view",))  # type: ignore[arg-type]
    keys = {page_key(SITE, page), page_key(SITE, other), page_key(SITE, named)}
    keys.add(page_key(Site("Other", "en", Catalog("en", {})), page))
    assert len(keys) == 4
