# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight poll import`: what it says, what it keeps, and what it never does."""

from __future__ import annotations

import shlex
import subprocess
from collections import Counter
from concurrent.futures import Future
from pathlib import Path

import pytest

from porchlight.checking.run import check_hub
from porchlight.exchange.answers.telling import band
from porchlight.exchange.sheets.sheet import CannotImport
from porchlight.form_service.store import SqliteStore
from porchlight.form_service.writer import StoreIsBusy
from porchlight.operating.import_keeping import AT_ONCE
from porchlight.operating.importing import Asked, import_answers
from porchlight.operating.polls import NoSuchPoll
from porchlight.polls.response import Response
from porchlight.problems import HubHasProblems
from tests.exchange.answers.support import EXPORTS, TODAY, MemoryStore, bring, hub_with_the_poll

GOOGLE = Asked(EXPORTS / "google.csv", "rides")
REMEMBERED = "data/polls/imports/rides-google.yaml"


class FailsOnce(MemoryStore):
    """Takes one response, then none until it is asked anew."""

    has_failed = False

    def keep(self, kept: Response) -> Future[bool]:
        if not self.kept or self.has_failed:
            return super().keep(kept)
        self.has_failed = True
        raise StoreIsBusy


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return hub_with_the_poll(tmp_path / "hub")


def refused(hub: Path, asked: Asked, store: MemoryStore | None = None) -> str:
    with pytest.raises((CannotImport, NoSuchPoll)) as found:
        bring(hub, asked, store or MemoryStore())
    return str(found.value)


def test_a_look_keeps_nothing_and_says_what_to_type(hub: Path) -> None:
    store = MemoryStore()
    said = bring(hub, GOOGLE, store, write=False)
    before = sorted(path for path in hub.rglob("*") if path.is_file())
    assert store.kept == {}
    assert [path.name for path in before] == ["hub.yaml", "rides.yaml"]
    assert "left out: an email address, which may say who it was" in said
    assert "Left out: 1 row without an answer to any item." in said
    assert said.endswith(f"porchlight poll import {EXPORTS / 'google.csv'} --poll rides --wave first --write")


def test_counts_are_told_in_bands_only(hub: Path) -> None:
    said = bring(hub, GOOGLE, MemoryStore(), write=False)
    assert "  rides_bus: 1 to 10\n" in said
    assert "Responses: 1 to 10." in said
    assert [band(count) for count in (0, 1, 10, 11, 5000)] == ["none", "1 to 10", "1 to 10", "11 or more", "11 or more"]


def test_the_same_file_twice_counts_once_and_so_does_one_in_another_order(hub: Path, tmp_path: Path) -> None:
    store = MemoryStore()
    assert "Kept in the wave “first”: 1 to 10.\n" in bring(hub, GOOGLE, store)
    assert "Kept in the wave “first”: none. Kept by an import before, so that they count once: 1 to 10." in bring(
        hub, GOOGLE, store
    )
    head, *rows = (EXPORTS / "google.csv").read_text(encoding="utf-8").splitlines()
    turned = tmp_path / "turned.csv"
    turned.write_text("\n".join([head, *reversed(rows), rows[0].replace("Agree", "Disagree")]), encoding="utf-8")
    bring(hub, Asked(turned, "rides"), store)
    assert len(store.kept) == 3


def test_people_who_say_the_same_are_counted_each(hub: Path, tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_text("rides_bus,rides_bikes\n" + "5,5\n" * (2 * AT_ONCE + 1), encoding="utf-8")
    store = MemoryStore()
    bring(hub, Asked(file, "rides"), store)
    bring(hub, Asked(file, "rides"), store)
    assert len(store.kept) == 2 * AT_ONCE + 1
    assert Counter(response.answers["rides_bus"] for response in store.kept.values()) == {"5": 2 * AT_ONCE + 1}


def test_what_marks_a_row_can_be_worked_out_by_nobody_without_the_key(hub: Path, tmp_path: Path) -> None:
    one, other = MemoryStore(), MemoryStore()
    bring(hub, GOOGLE, one)
    bring(hub_with_the_poll(tmp_path / "other"), GOOGLE, other)
    assert set(one.kept).isdisjoint(other.kept)
    assert (hub / "var" / "import.key").stat().st_mode & 0o077 == 0


def test_the_real_store_keeps_an_import_once(hub: Path) -> None:
    for _ in range(2):
        import_answers(hub, GOOGLE, TODAY, True, lambda: SqliteStore(hub / "var" / "responses.sqlite3"), print)
    with SqliteStore(hub / "var" / "responses.sqlite3") as store:
        assert sorted(response.mode for response in store.responses("rides")) == ["import", "import"]


def test_the_file_stays_and_its_person_is_told_to_delete_it(hub: Path, tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_bytes((EXPORTS / "google.csv").read_bytes())
    said = bring(hub, Asked(file, "rides"), MemoryStore())
    assert said.endswith(f"{file} is still there, and it may say who answered. Delete it when you are done.")
    assert file.read_bytes() == (EXPORTS / "google.csv").read_bytes()


def test_what_is_remembered_holds_no_answers_passes_the_check_and_serves_the_next_time(
    hub: Path, tmp_path: Path
) -> None:
    file = tmp_path / "export.csv"
    file.write_text("Timestamp,Getting home,Bikes\n2026-11-01 10:00,yes please,Agree\n", encoding="utf-8")
    asked = Asked(file, "rides", maps=("Getting home=rides_bus",), values=("yes please=5",))
    bring(hub, asked, MemoryStore())
    assert (hub / REMEMBERED).read_text(encoding="utf-8") == (
        "poll: rides\nservice: google\ncolumns:\n  Getting home: rides_bus\n  Bikes: rides_bikes\n"
        'values:\n  yes please: "5"\n  Agree: "4"\n'
    )
    assert [str(each) for each in check_hub(hub, TODAY).stopping if "polls" in each.place.file] == []
    store = MemoryStore()
    bring(hub, Asked(file, "rides"), store)
    assert [dict(response.answers) for response in store.kept.values()] == [{"rides_bus": "5", "rides_bikes": "4"}]
    file.write_text("Timestamp,Getting home,Bikes\n2026-11-01 10:00,no thanks,Agree\n", encoding="utf-8")
    bring(hub, Asked(file, "rides", values=("no thanks=1",)), store)
    assert 'yes please: "5"' in (hub / REMEMBERED).read_text(encoding="utf-8")
    assert 'no thanks: "1"' in (hub / REMEMBERED).read_text(encoding="utf-8")


def test_nothing_is_remembered_outside_the_hub(hub: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (hub / "data" / "polls" / "imports").symlink_to(outside)
    with pytest.raises(HubHasProblems):
        bring(hub, GOOGLE, MemoryStore())
    (hub / "data" / "polls" / "imports").unlink()
    (hub / "data" / "polls" / "imports").mkdir()
    (hub / REMEMBERED).symlink_to(outside / "x.yaml")
    with pytest.raises(HubHasProblems):
        bring(hub, GOOGLE, MemoryStore())
    assert list(outside.iterdir()) == []


def test_a_refused_file_says_all_and_keeps_nothing(hub: Path, tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_text("Buses at nigth too,Bikes\nyes,no\n", encoding="utf-8")
    said: list[str] = []
    store = MemoryStore()
    with pytest.raises(CannotImport, match="Nothing was kept"):
        import_answers(hub, Asked(file, "rides"), TODAY, True, lambda: store, said.append)
    assert store.kept == {}
    assert not (hub / "var").exists()
    assert "--map 'Buses at nigth too=rides_bus'" in said[0]
    assert "--value no=CODE" in said[0]


def test_what_a_stranger_wrote_can_not_steer_the_terminal(hub: Path, tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_text("rides_bus,\x1b[2Jcolumn\n\x1b[31mred\u202e,x\n", encoding="utf-8")
    said: list[str] = []
    with pytest.raises(CannotImport):
        import_answers(hub, Asked(file, "rides"), TODAY, False, MemoryStore, said.append)
    assert not set("\x1b\u202e") & set("".join(said))


def test_a_store_that_fails_half_way_is_told_and_the_next_run_counts_once(hub: Path) -> None:
    store = FailsOnce()
    assert "Run the same command again" in refused(hub, GOOGLE, store)
    assert len(store.kept) == 1
    assert "Kept in the wave “first”: 1 to 10. Kept by an import before, so that they count once: 1 to 10." in bring(
        hub, GOOGLE, store
    )


# --- Waves and polls --------------------------------------------------------------------------------------------------

WAVES = """waves:
  - {id: spring, opens: 2026-03-01, closes: 2026-03-31}
  - {id: fall, opens: 2026-11-01, closes: 2026-11-30}
"""


def test_answers_belong_to_the_open_wave_or_to_the_one_that_is_named(hub: Path) -> None:
    path = hub / "data" / "polls" / "rides.yaml"
    path.write_text(path.read_text(encoding="utf-8") + WAVES, encoding="utf-8")
    for wave, kept in (("", "fall"), ("spring", "spring")):
        store = MemoryStore()
        bring(hub, Asked(GOOGLE.file, "rides", wave), store)
        assert {response.wave for response in store.kept.values()} == {kept}
    assert refused(hub, Asked(GOOGLE.file, "rides", "winter")).endswith("--wave spring or --wave fall.")


def test_a_poll_that_is_not_there_is_told_with_the_one_that_is_near(hub: Path) -> None:
    assert refused(hub, Asked(GOOGLE.file, "ride")) == "This hub has no poll “ride”. Did you mean “rides”?"
    assert refused(hub, Asked(GOOGLE.file, "xyz")) == "This hub has no poll “xyz”. It has rides."


def test_a_remembered_mapping_that_fits_no_longer_is_mended_first(hub: Path) -> None:
    (hub / "data" / "polls" / "imports").mkdir()
    (hub / REMEMBERED).write_text("poll: rides\nservice: google\ncolumns: {Home: rides_home}\n", encoding="utf-8")
    with pytest.raises(HubHasProblems, match="The poll has no item with this id"):
        bring(hub, GOOGLE, MemoryStore())


def test_a_file_that_is_not_there_is_told(hub: Path, tmp_path: Path) -> None:
    assert refused(hub, Asked(tmp_path / "no.csv", "rides")) == f"There is no file {tmp_path / 'no.csv'}."


# --- Where the file lies ----------------------------------------------------------------------------------------------


def in_hub(hub: Path, name: str) -> Asked:
    file = hub / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes((EXPORTS / "google.csv").read_bytes())
    return Asked(file, "rides")


def git(hub: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(hub), *words], check=True, capture_output=True)


def test_a_file_that_git_would_publish_is_refused_with_the_way_out(hub: Path) -> None:
    git(hub, "init")
    asked = in_hub(hub, "my export.csv")
    said = refused(hub, asked)
    assert "lies in the hub’s folder, where git would publish it" in said
    subprocess.run(shlex.split(said.splitlines()[-1]), check=True)
    bring(hub, Asked(hub.parent / "my export.csv", "rides"), MemoryStore())


def test_a_file_that_git_leaves_alone_comes_in_unless_it_was_added_by_hand(hub: Path) -> None:
    git(hub, "init")
    (hub / ".gitignore").write_text("/var/\n", encoding="utf-8")
    asked = in_hub(hub, "var/export.csv")
    bring(hub, asked, MemoryStore())
    git(hub, "add", "--force", "var/export.csv")
    assert "git would publish it" in refused(hub, asked)


def test_in_a_hub_without_git_only_var_may_hold_it(hub: Path) -> None:
    bring(hub, in_hub(hub, "var/export.csv"), MemoryStore())
    assert "git would publish it" in refused(hub, in_hub(hub, "data/export.csv"))
