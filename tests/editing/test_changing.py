# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""All of a change is written or none of it, and what someone saves in the meantime is never lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from porchlight.checking.run import Checked, check_hub
from porchlight.cli import main
from porchlight.editing import changing
from porchlight.editing.changing import Change, ChangedMeanwhile, WouldBreak, write
from tests.checking.hubs import small_hub

FILE = "data/housing/maple-house.yaml"
OTHER = "data/hub.yaml"


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return small_hub(tmp_path / "hub")


@pytest.fixture
def during_check(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, Callable[[], object]], None]:
    """Something that happens once while the check of that number runs."""

    def arrange(number: int, happens: Callable[[], object]) -> None:
        count = 0

        def checking(root: Path, today: date, *more: Any) -> Checked:
            nonlocal count
            count += 1
            if count == number:
                happens()
            return check_hub(root, today, *more)

        monkeypatch.setattr(changing, "check_hub", checking)

    return arrange


def save(path: Path) -> str:
    """What a person's editor does: one more line in the file."""
    text = path.read_text("utf-8") + "# Saved by a person.\n"
    path.write_text(text, "utf-8")
    return text


def changed(hub: Path, file: str, more: str = "# Ours.\n") -> Change:
    before = (hub / file).read_text("utf-8")
    return Change(file, before, before + more)


@pytest.mark.parametrize("saved", [FILE, OTHER])
def test_a_save_during_the_check_is_kept_and_nothing_is_written(
    saved: str, hub: Path, during_check: Callable[[int, Callable[[], object]], None]
) -> None:
    changes = [changed(hub, FILE), changed(hub, OTHER)]
    theirs = (hub / saved).read_text("utf-8") + "# Saved by a person.\n"
    during_check(1, lambda: save(hub / saved))
    with pytest.raises(ChangedMeanwhile, match=f"{saved} was changed meanwhile"):
        write(hub, changes)
    expected = {change.file: change.before for change in changes} | {saved: theirs}
    assert {file: (hub / file).read_text("utf-8") for file in expected} == expected


def test_a_save_during_the_second_check_stays_when_the_change_is_refused(
    hub: Path, during_check: Callable[[int, Callable[[], object]], None]
) -> None:
    change, broken = changed(hub, FILE), changed(hub, OTHER, "nmae: x\n")
    during_check(2, lambda: save(hub / FILE))
    with pytest.raises(WouldBreak):
        write(hub, [change, broken])
    assert (hub / FILE).read_text("utf-8") == f"{change.before}# Saved by a person.\n"
    assert (hub / OTHER).read_text("utf-8") == broken.before


def test_the_command_says_that_nothing_was_written(
    hub: Path,
    during_check: Callable[[int, Callable[[], object]], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    during_check(1, lambda: save(hub / FILE))
    assert main(["edit", "housing/maple-house", "beds=7", "--root", str(hub)]) == 1
    told = capsys.readouterr().out
    assert told.endswith(
        f"\n{FILE} was changed meanwhile, so it was left alone. Run the same again.\nNothing was written.\n"
    )
    assert (hub / FILE).read_text("utf-8").endswith("# Saved by a person.\n")


def test_two_records_of_one_file_are_confirmed_at_once(hub: Path) -> None:
    one = (hub / FILE).read_text("utf-8")
    (hub / FILE).unlink()
    entry = "- " + one[one.index("id: ") :].replace("\n", "\n  ").rstrip() + "\n"
    many = hub / "data/housing/houses.yaml"
    many.write_text(entry + entry.replace("maple-house", "birch-house"), "utf-8")
    both = ["housing/maple-house", "housing/birch-house"]
    assert main(["confirm", *both, "--how", "visit", "--on", "2026-11-24", "--root", str(hub)]) == 0
    assert many.read_text("utf-8").count("as_of: 2026-11-24, how: visit") == 2
