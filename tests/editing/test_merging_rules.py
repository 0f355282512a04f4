# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is not brought into the record that stays, and what is told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.checking.run import check_hub
from porchlight.cli import main
from porchlight.editing.finding import find_record
from porchlight.editing.merging import Merged, merged
from porchlight.reading.package import read_package
from tests.checking.hubs import TODAY, small_hub

SOURCE = "sources:\n  - {url: https://www.example.org/second, kind: own, read_on: 2026-11-23}\n"
OTHER = f"id: oak-home\nname: Oak Home (made up)\nsummary: Written down twice.\nkind: transitional\n{SOURCE}"


def hub_with(folder: Path, other: str) -> Path:
    """The small hub, with Oak Home saying this, too."""
    root = small_hub(folder)
    (root / "data/housing/oak-home.yaml").write_text(OTHER + other, "utf-8")
    return root


def into(root: Path, keep: str) -> Merged:
    """Oak Home brought into this record; nothing is written."""
    package, _ = read_package(root)
    return merged(root, package, *(find_record(root, package, called) for called in (keep, "oak-home")))


def after(result: Merged, file: str) -> str:
    """The text that a file has then."""
    [text] = [change.after for change in result.changes if change.file == f"data/housing/{file}.yaml"]
    return text or ""


@pytest.mark.parametrize("place", ["city", "county"])
def test_a_hidden_town_never_comes_under_what_another_record_shows(tmp_path: Path, place: str) -> None:
    """Oak House shows its street to everyone; where the other one is, nobody may know."""
    root = hub_with(tmp_path, f"address_visibility: none\n{place}: Never Told Town\n")
    oak = root / "data/housing/oak-house.yaml"
    oak.write_text(oak.read_text("utf-8").replace("city: Springfield\n", ""), "utf-8")
    result = into(root, "oak-house")

    assert "Never Told Town" not in after(result, "oak-house")
    assert f"{place} stays as it is in the record that you keep." in result.left


def test_what_nobody_may_read_is_not_quoted_when_it_stays_behind(tmp_path: Path) -> None:
    root = hub_with(tmp_path, "maintainer_note: Ask for a made-up name.\nbeds: 9\n")
    left = into(root, "maple-house").left

    assert "maintainer_note stays as it is in the record that you keep." in left
    assert "beds stays as it is in the record that you keep: it said “9”." in left


@pytest.mark.parametrize("told", [True, False])
def test_a_translation_that_stays_behind_is_told(tmp_path: Path, told: bool) -> None:
    """Only where the record that stays has none in that language: else its own is there."""
    root = hub_with(tmp_path, "translations:\n  es: {state: unreviewed, summary: Dos veces.}\n")
    oak = root / "data/housing/oak-house.yaml"
    if told:
        oak.write_text(oak.read_text("utf-8").partition("translations:")[0], "utf-8")
    result = into(root, "oak-house")

    assert ("translations stays as it is in the record that you keep." in result.left) is told
    assert "Dos veces" not in after(result, "oak-house")


@pytest.mark.parametrize(
    ("mine", "kept"),
    [
        ("[housing/oak-home, housing/maple-house]", "not_duplicate_of: [housing/maple-house]\n"),
        ("[housing/oak-home]", ""),
    ],
)
def test_no_record_says_that_it_is_not_itself(tmp_path: Path, mine: str, kept: str) -> None:
    """What the two said of each other is over; with what they said of others it stays."""
    root = hub_with(tmp_path, "not_duplicate_of: [housing/oak-house]\n")
    oak = root / "data/housing/oak-house.yaml"
    before = oak.read_text("utf-8")
    oak.write_text(before + f"not_duplicate_of: {mine}\n", "utf-8")

    assert main(["merge", "oak-house", "oak-home", "--root", str(root), "--write"]) == 0
    said = oak.read_text("utf-8")
    assert "".join(line for line in said.splitlines(keepends=True) if "not_dupl" in line) == kept
    assert check_hub(root, TODAY).stopping == ()


def test_a_record_that_names_both_names_the_one_that_stays_once(tmp_path: Path) -> None:
    root = hub_with(tmp_path, "")
    maple = root / "data/housing/maple-house.yaml"
    names = "not_duplicate_of: [housing/oak-home, housing/oak-house]\n"
    maple.write_text(maple.read_text("utf-8") + names, "utf-8")
    result = into(root, "oak-house")

    assert after(result, "maple-house").endswith("not_duplicate_of: [housing/oak-house]\n")


def test_the_only_record_of_a_file_takes_its_file_along(tmp_path: Path) -> None:
    root = small_hub(tmp_path)
    file = root / "data/housing/more.yaml"
    file.write_text("# A list of one.\n- " + OTHER.replace("\n", "\n  ").rstrip() + "\n", "utf-8")

    assert main(["merge", "oak-house", "oak-home", "--root", str(root), "--write"]) == 0
    assert not file.exists()
    assert check_hub(root, TODAY).stopping == ()


def test_one_of_two_records_of_a_file_leaves_the_other(tmp_path: Path) -> None:
    root = small_hub(tmp_path)
    file = root / "data/housing/more.yaml"
    one = "- " + OTHER.replace("\n", "\n  ").rstrip() + "\n"
    other = one.replace("oak-home", "elm-home").replace("Oak", "Elm")
    file.write_text(one + other, "utf-8")
    main(["merge", "oak-house", "oak-home", "--root", str(root), "--write"])

    assert file.read_text("utf-8") == other


@pytest.mark.parametrize("which", ["oak-house", "oak-home", "maple-house"])
def test_what_can_not_be_changed_is_told_with_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], which: str
) -> None:
    """Of the record that stays, of the one that goes, and of one that names it."""
    root = hub_with(tmp_path, "")
    home = root / "data/housing/oak-home.yaml"
    home.write_text("- " + OTHER.replace("\n", "\n  ").rstrip() + "\n- id: elm-home\n", "utf-8")
    maple = root / "data/housing/maple-house.yaml"
    maple.write_text(maple.read_text("utf-8") + "not_duplicate_of: [housing/oak-home]\n", "utf-8")
    file = root / f"data/housing/{which}.yaml"
    file.write_text(f"{file.read_text('utf-8').rstrip()}\n{'  ' if which == 'oak-home' else ''}id: again\n", "utf-8")

    assert main(["merge", "oak-house", "oak-home", "--root", str(root)]) == 1
    assert f"data/housing/{which}.yaml  This file has something to mend" in capsys.readouterr().out
