# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The whole check on a whole hub: everything at once, in order, with its places."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from porchlight.checking.run import check_hub
from porchlight.cli import main
from tests.checking.hubs import HUBS, TODAY, broken_hub, minimal_hub, small_hub, with_file
from tests.conftest import ROOT

MAPLE = "data/housing/maple-house.yaml"


def test_three_mistakes_at_the_end_of_a_file_get_three_placed_sentences(tmp_path: Path) -> None:
    maple = minimal_hub(tmp_path) / MAPLE
    before = maple.read_text(encoding="utf-8")
    maple.write_text(before + "phnoe: 614-555-0103\nrules: [none]\nlanguage: en\n", encoding="utf-8")
    line = before.count("\n")

    checked = check_hub(tmp_path, TODAY)

    assert list(map(str, checked.stopping)) == [
        f"{MAPLE}:{line + 1}:1  “phnoe” is not a field of housing.  Did you mean “phones”?",
        f"{MAPLE}:{line + 2}:8  “rules” should be one text, but a list stands here.  Write it as “rules: text”.",
        f"{MAPLE}:{line + 3}:1  “language” is not a field of housing.  Did you mean “languages”?",
    ]


def test_the_command_exits_with_1_for_data_that_needs_a_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    maple = small_hub(tmp_path) / MAPLE
    maple.write_text(maple.read_text(encoding="utf-8") + "phnoe: 614-555-0103\n", encoding="utf-8")

    assert main(["check", "--root", str(tmp_path), "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(f"::error file={MAPLE},line=")


def test_problems_of_all_files_and_of_reading_and_rules_come_together_sorted_by_place(tmp_path: Path) -> None:
    with_file(tmp_path, "data/tools/b-app.yaml", "id: b-app\n- broken\n")
    maple = tmp_path / MAPLE
    text = maple.read_text(encoding="utf-8")
    maple.write_text(text.replace("614-555-0102", "555-0102").replace("beds: 12", "beds: many"), encoding="utf-8")
    oak = tmp_path / "data/housing/oak-house.yaml"
    oak.write_text(
        oak.read_text(encoding="utf-8") + "phones: [{number: 1, kind: voice, check: works}]\n", encoding="utf-8"
    )

    problems = check_hub(tmp_path, TODAY).problems

    assert [(p.place.file, p.code) for p in problems] == [
        (MAPLE, "whole-number"),
        ("data/housing/oak-house.yaml", "phone-not-dialable"),
        ("data/housing/oak-house.yaml", "phone-check-without-day"),
        ("data/tools/b-app.yaml", "indent"),
    ]


def test_a_truth_past_its_shelf_life_is_care_and_stops_nothing(tmp_path: Path) -> None:
    checked = check_hub(minimal_hub(tmp_path), date(2028, 1, 1))

    assert checked.stopping == ()
    assert {problem.code for problem in checked.care} == {"stale", "review-passed"}
    assert checked.care[0].message == "“beds_free_on” of “Maple House (made up)” is 407 days old; 7 is the most."


@pytest.mark.parametrize("removed", ["data/vocabularies.yaml", "data/hub.yaml"])
def test_a_missing_file_is_a_problem_and_no_traceback(removed: str, tmp_path: Path) -> None:
    (minimal_hub(tmp_path) / removed).unlink()

    assert removed in {p.place.file for p in check_hub(tmp_path, TODAY).stopping if p.code == "file-missing"}


def test_a_link_to_a_record_that_needs_a_change_is_no_second_mistake(tmp_path: Path) -> None:
    with_file(tmp_path, "data/organizations/example-recovery.yaml", "id: [\n")
    (tmp_path / MAPLE).write_text("id: maple-house\n", encoding="utf-8")

    assert {p.code for p in check_hub(tmp_path, TODAY).stopping} == {"not-closed", "field-missing", "source-missing"}


def test_an_empty_folder_is_a_hub_whose_files_are_missing(tmp_path: Path) -> None:
    assert {problem.code for problem in check_hub(tmp_path, TODAY).stopping} == {"file-missing"}


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("911", "voice"),
        ("988", "text"),
        ("211", "tty"),
        ("741741", "text"),
        ("67283", "text"),
        ("1-800-662-4357", "voice"),
        ("(614) 555-0100", "voice"),
        ("614.555.0100", "fax"),
        ("+1 614 555 0100 ext. 4", "voice"),
    ],
)
def test_a_number_that_can_be_dialed_is_fine(number: str, kind: str, tmp_path: Path) -> None:
    assert _codes_with_phone(number, kind, tmp_path) == set()


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("741741", "voice"),
        ("988", "fax"),
        ("555-0100", "voice"),
        ("999-999-9999", "voice"),
        ("ask Ana", "voice"),
        ("614-555-01000", "voice"),
    ],
)
def test_a_number_that_nobody_can_dial_is_not(number: str, kind: str, tmp_path: Path) -> None:
    assert _codes_with_phone(number, kind, tmp_path) == {"phone-not-dialable"}


def _codes_with_phone(number: str, kind: str, folder: Path) -> set[str]:
    """What is told of the number; that a made-up hub shows a real one is another matter."""
    oak = (HUBS / "minimal/data/housing/oak-house.yaml").read_text(encoding="utf-8")
    phones = f'phones: [{{number: "{number}", kind: {kind}, check: not_dialed}}]\n'
    return {
        problem.code
        for problem in check_hub(with_file(folder, "data/housing/oak-house.yaml", oak + phones), TODAY).problems
        if problem.code != "not-made-up"
    }


@pytest.mark.parametrize(
    ("page", "codes"),
    [
        ("housing/ask/no-id", set()),
        ("housing/ask/pets", {"link-dangling"}),
        ("housing/compare", {"link-dangling"}),
        ("trainings/compare", {"link-dangling"}),
    ],
)
def test_an_article_leads_only_to_lists_that_are_there(page: str, codes: set[str], tmp_path: Path) -> None:
    with_file(tmp_path, "content/en/x.md", f"---\ntitle: X\ndescription: X\n---\n\n[Ask](page:{page}).\n")

    assert {problem.code for problem in check_hub(tmp_path, TODAY).stopping} == codes


def test_no_text_leads_to_one_story_since_the_build_would_stop_on_the_day_it_leaves(tmp_path: Path) -> None:
    text = "---\ntitle: X\ndescription: X\n---\n\n[Read](record:stories/example-story), or [all](page:stories).\n"
    story = (ROOT / "tests/hubs/minimal/data/stories/example-story.yaml").read_text(encoding="utf-8")
    with_file(tmp_path, "content/en/x.md", text)
    (tmp_path / "data/stories").mkdir()
    (tmp_path / "data/stories/example-story.yaml").write_text(story, encoding="utf-8")

    (problem,) = check_hub(tmp_path, TODAY).stopping
    assert (problem.code, problem.hint) == ("link-dangling", "Link to all stories: page:stories")


def test_answers_that_stay_on_the_sites_own_host_need_no_look(tmp_path: Path) -> None:
    hub = broken_hub("poll-answers-go", tmp_path)
    settings = hub / "data" / "hub.yaml"
    at_home = settings.read_text("utf-8").replace('address: ""', "address: https://formspree.io")
    settings.write_text(at_home, encoding="utf-8")
    assert list(map(str, check_hub(hub, TODAY).problems)) == []


@pytest.mark.parametrize("poll", ["options: [", "version: 1\nversion: 1", ""])
def test_a_page_that_asks_a_poll_with_a_mistake_is_not_blamed(poll: str, tmp_path: Path) -> None:
    hub = broken_hub("poll-answers-go", tmp_path)
    page = "---\ntitle: Peers\ndescription: Peers.\npoll: needs#training\n---\nText.\n"
    (hub / "content" / "en").mkdir(parents=True, exist_ok=True)
    (hub / "content" / "en" / "peers.md").write_text(page, encoding="utf-8")
    (hub / "data" / "polls" / "needs.yaml").write_text(poll, encoding="utf-8")
    assert {problem.place.file for problem in check_hub(hub, TODAY).stopping} == {"data/polls/needs.yaml"}


def test_a_page_that_asks_a_part_of_another_poll_is_blamed_all_the_same(tmp_path: Path) -> None:
    hub = broken_hub("poll-answers-go", tmp_path)
    page = "---\ntitle: Peers\ndescription: Peers.\npoll: broken#nothing\n---\nText.\n"
    (hub / "content" / "en").mkdir(parents=True, exist_ok=True)
    (hub / "content" / "en" / "peers.md").write_text(page, encoding="utf-8")
    (hub / "data" / "polls" / "needs.yaml").write_text("options: [", encoding="utf-8")
    assert "article-poll-unknown" in {problem.code for problem in check_hub(hub, TODAY).problems}


def test_a_check_does_not_look_for_rings_of_objects_all_the_time() -> None:
    """Counted, not timed: by itself Python looks about a hundred times in a hub as small as this."""
    script = (
        "import gc; from porchlight.cli import main\n"
        "def looks(): return sum(each['collections'] for each in gc.get_stats())\n"
        f"before = looks(); main(['check', '--root', {str(HUBS / 'full')!r}]); print(looks() - before)"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert int(done.stdout.split()[-1]) < 25
