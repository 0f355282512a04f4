# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What one build keeps for the next: read back where nothing of it changed, made again in every other case."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.build import build
from porchlight.site import kept as keeping
from porchlight.site import side_by_side
from porchlight.site.kept import kept, kept_beside, key_of
from porchlight.site.search_index import search_files, search_key
from porchlight.views.pages import Found
from tests.checking.hubs import small_hub
from tests.conftest import ROOT, SMALL
from tests.site.test_cut_off import contents

FILES = {"a.json": b"{}", "es/ñ.json": b"\n\n", "empty": b""}
KEY = key_of("as it is")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which FILES are kept by the name “towns”."""
    folder = kept_beside(tmp_path / "output")
    assert kept(folder, "towns", KEY, lambda: dict(FILES)) == FILES
    assert [path.name for path in folder.iterdir()] == ["towns"]
    return folder


def made(*_: object) -> dict[str, bytes]:
    return {"made": b"again"}


def never() -> dict[str, bytes]:
    raise AssertionError("What was kept is made again.")


def assert_made_again(folder: Path) -> None:
    """And from then on it is kept as well as ever."""
    assert kept(folder, "towns", KEY, made) == made()
    assert kept(folder, "towns", KEY, never) == made()
    assert [path.name for path in folder.iterdir()] == ["towns"]


@given(st.dictionaries(st.text(st.characters(codec="utf-8")), st.binary()), st.binary(min_size=64, max_size=64))
def test_what_was_kept_comes_back_to_the_byte_and_in_its_order(files: dict[str, bytes], key: bytes) -> None:
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named) / "kept"
        kept(folder, "x", key, lambda: files)
        assert [*kept(folder, "x", key, never).items()] == [*files.items()]


def test_what_was_made_of_something_else_is_made_again_and_only_the_last_is_kept(folder: Path) -> None:
    other = key_of("changed")
    assert kept(folder, "towns", other, made) == made()
    assert kept(folder, "towns", other, never) == made()
    assert kept(folder, "towns", KEY, lambda: dict(FILES)) == FILES
    assert [path.name for path in folder.iterdir()] == ["towns"]


def test_a_key_is_another_for_other_inputs_and_for_other_code(monkeypatch: pytest.MonkeyPatch) -> None:
    assert key_of("a", "b") == key_of("a", "b")
    assert len({key_of(), key_of("ab"), key_of("a", "b"), key_of(["a", "b"]), key_of("a"), key_of(b"a")}) == 6
    before = key_of("a")
    monkeypatch.setattr(keeping, "_code", lambda: b"other code")
    assert key_of("a") != before


def test_a_file_that_was_cut_off_at_any_byte_or_changed_in_any_is_made_again(folder: Path) -> None:
    whole = (folder / "towns").read_bytes()
    for at in range(len(whole)):
        for hurt in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
            (folder / "towns").write_bytes(hurt)
            assert kept(folder, "towns", KEY, made) == made()
    (folder / "towns").write_bytes(whole + b"more")
    assert_made_again(folder)


def test_a_file_of_someone_else_is_made_again(folder: Path) -> None:
    (folder / "towns").write_text("shopping list")
    assert_made_again(folder)


def test_what_a_killed_build_left_half_written_is_in_nobodys_way(folder: Path) -> None:
    (folder / "towns.half").write_bytes(b"half")
    (folder / "towns").unlink()
    assert_made_again(folder)


def test_a_folder_in_the_place_of_the_file_is_left_alone(folder: Path) -> None:
    (folder / "towns").unlink()
    (folder / "towns" / "theirs").mkdir(parents=True)
    assert kept(folder, "towns", KEY, made) == made()
    assert [path.name for path in folder.iterdir()] == ["towns"]


@pytest.mark.parametrize("link", [".output.kept/towns", ".output.kept/towns.half", ".output.kept"])
def test_nothing_is_read_or_written_through_a_link(link: str, folder: Path, tmp_path: Path) -> None:
    theirs, at = tmp_path / "theirs", tmp_path / link
    if at.exists():
        at.rename(theirs)
    else:
        theirs.write_text("theirs")
        (folder / "towns").unlink()
    at.symlink_to(theirs)
    before = contents(theirs) if theirs.is_dir() else theirs.read_bytes()
    assert kept(folder, "towns", KEY, made) == made()
    assert before == (contents(theirs) if theirs.is_dir() else theirs.read_bytes())


def test_a_full_disk_keeps_nothing_and_the_files_are_made_all_the_same(small_disk: Path) -> None:
    large = {"large": bytes(SMALL)}
    for _ in range(2):
        assert kept(small_disk / "kept", "towns", KEY, lambda: large) == large
        assert [*(small_disk / "kept").iterdir()] == []


def test_without_a_folder_nothing_is_kept() -> None:
    assert kept(None, "towns", KEY, made) == made()


FOUND = tuple(
    Found(f"housing/{n}/", "en", f"word{n} house", (("title", f"House {n}"), ("who", "Anyone"))) for n in range(9)
)


def changed(**what: Any) -> tuple[Found, ...]:
    return (*FOUND[:4], replace(FOUND[4], **what), *FOUND[5:])


def test_the_key_of_the_index_changes_with_all_that_search_is_told() -> None:
    others = [
        changed(url="housing/x/"),
        changed(language="es"),
        changed(content="word4 home"),
        changed(meta=(("title", "House 4"), ("who", "Nobody"))),
        FOUND[1:],
        FOUND[::-1],
    ]
    keys = [search_key(FOUND, {"a", "of"}), search_key(FOUND, {"a"}), *(search_key(each, {"a"}) for each in others)]
    assert len({*keys}) == len(keys)
    assert search_key(FOUND, {"of", "a"}) == search_key(FOUND, frozenset(["a", "of"])) == keys[0]


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The runs of Pagefind, as they come; languages are made one after the other for that."""
    runs: list[object] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, words: list[str], **more: object) -> None:
            runs.extend([words] if "--service" in words else [])
            super().__init__(words, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", Noted)
    monkeypatch.setattr(side_by_side, "_may_fork", lambda: False)
    return runs


def test_pagefind_runs_only_where_search_is_told_something_else(runs: list[object], tmp_path: Path) -> None:
    for found, told in ((FOUND, 1), (FOUND, 1), (changed(content="word4 home"), 2), (FOUND, 3), (FOUND, 3)):
        index = kept(tmp_path / "kept", "search-en", search_key(found, {"a"}), partial(search_files, found, {"a"}))
        assert len(runs) == told
    assert index == search_files(FOUND, {"a"})
    assert len(runs) == 4


def test_a_build_over_hurt_files_makes_what_a_clean_one_makes(runs: list[object], tmp_path: Path) -> None:
    hub, output = small_hub(tmp_path / "hub"), tmp_path / "output"
    shutil.rmtree(hub / "data" / "polls")
    shutil.copy(ROOT / "pelicanconf.py", hub)
    build(hub, output)
    clean = contents(output)
    assert len(runs) == 2
    build(hub, output)
    assert len(runs) == 2
    english, spanish, towns = (kept_beside(output) / name for name in ("search-en", "search-es", "gazetteer"))
    english.write_bytes(english.read_bytes()[::-1])
    spanish.write_bytes(spanish.read_bytes()[:-1])
    towns.unlink()
    shutil.rmtree(output)
    build(hub, output)
    assert len(runs) == 4
    assert contents(output) == clean
