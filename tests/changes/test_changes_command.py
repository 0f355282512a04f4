# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A local bare repository plays the host: what is told of a branch, of its second state, and of a fork."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from porchlight.build import site_files, sound_hub
from porchlight.changes.comment import MARKER
from porchlight.exchange.host_text import MOST
from porchlight.site.theme import theme_folder
from tests.changes.host import MAPLE, clone, commit, county_hub, edit, git, host, porchlight

REGISTRY = ('registry: {answer: "no"', "registry: {answer: case_by_case")
MALICE = (
    "<img src=x onerror=alert(1)> @everyone ![x](https://evil.example/x.png) [y](javascript:z) ``` `` ` "
    "<!-- porchlight: what readers will see --> </details> https://evil.example #1 | a\\u202Eb"
)


@pytest.fixture
def branch(tmp_path: Path) -> Path:
    """A clone on a branch of its own."""
    return clone(host(tmp_path), tmp_path / "mine", "a-change")


def told(folder: Path, form: str = "text", *more: str) -> str:
    done = porchlight("changes", "--root", folder, "--format", form, *more)
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_a_changed_answer_is_told_as_a_reader_would_see_it(branch: Path) -> None:
    edit(branch, MAPLE, REGISTRY)
    commit(branch)
    sentence = "“On a registry” was “No”, is now “Ask first”. They said so by phone on 20 November 2026."
    assert f"Maple House (made up): {sentence}" in told(branch)


def test_numbers_lists_checks_and_long_texts_are_told_in_sentences(branch: Path) -> None:
    edit(
        branch,
        MAPLE,
        ("614-555-0142", "614-555-0149"),
        ("populations: [men, in_recovery, coming_home]", "populations: [men, women, in_recovery]"),
        ("nobody eats alone", "no one eats alone"),
        (
            "words: The rent went up by $10.}",
            "words: Up.}\n  - {as_of: 2026-11-24, how: visit, by: peer, result: right}",
        ),
    )
    text = told(branch)
    for sentence in (
        "“House manager”: “Number” was “614-555-0142”, is now “614-555-0149”.",
        "“Groups it is for”: now also “Women”; no longer “People coming home from jail or prison”.",
        "“In short” was changed.\n    Before: A home for men",
        "Checked by visit on 24 November 2026: “All of it was right”.",
    ):
        assert sentence in text


def test_a_record_is_new_or_taken_away_or_has_moved(branch: Path) -> None:
    house = (branch / MAPLE).read_text(encoding="utf-8")
    moved = house.replace("id: maple-house", "id: maple-home").replace("[maple-homes-for-men]", "[maple-house]")
    (branch / "data/housing/maple-home.yaml").write_text(moved, encoding="utf-8")
    (branch / MAPLE).unlink()
    text = told(branch)
    assert "page was “housing/maple-house”, is now “housing/maple-home”. The old one leads on." in text
    git(branch, "clean", "--force", "--quiet")
    assert "Maple House (made up): This is taken away." in told(branch)
    back = git(branch, "rev-parse", "HEAD").strip()
    commit(branch)
    git(branch, "checkout", "--quiet", back, "--", MAPLE)
    assert "Maple House (made up): This is new." in told(branch, "text", "--since", "HEAD")


@pytest.mark.parametrize("formerly", ["aaa, maple-house", "maple-house, aaa", "aaa, bbb, maple-house"])
def test_a_number_that_is_swapped_by_a_rename_is_told(formerly: str, branch: Path) -> None:
    edit(branch, MAPLE, ("[maple-homes-for-men]", f"[{formerly}]"), ("id: maple-house", "id: maple-home"))
    edit(branch, MAPLE, ("614-555-0142", "614-555-0149"))
    (branch / MAPLE).rename(branch / "data/housing/maple-home.yaml")
    text = told(branch)
    assert "page was “housing/maple-house”, is now “housing/maple-home”. The old one leads on." in text
    assert "“House manager”: “Number” was “614-555-0142”, is now “614-555-0149”." in text


def test_whom_a_new_record_leads_to_is_told(branch: Path) -> None:
    text = (branch / MAPLE).read_text("utf-8").replace("id: maple-house", "id: elm-house")
    (branch / "data/housing/elm-house.yaml").write_text(text.replace("[maple-homes-for-men]", "[aaa]"), "utf-8")
    (branch / MAPLE).unlink()
    sentences = told(branch)
    for sentence in (
        "This is new.",
        "New in “Phone and text numbers”: “614-555-0142” (“House manager”).",
        "“E-mail” is now told: “maple@example.org”.",
        "New in “Web pages”: “https://example.org/maple-house” (“Maple House: the rooms”).",
        "“On a registry” is now “No”. They said so by phone on 20 November 2026.",
    ):
        assert sentence in sentences


def test_the_pages_that_are_touched_are_named_in_both_languages(branch: Path) -> None:
    edit(branch, MAPLE, REGISTRY)
    pages = json.loads(told(branch, "json"))["changes"][0]["pages"]
    assert {"housing/maple-house/", "es/housing/maple-house/", "housing/", "es/housing/ask/registry/"} <= set(pages)
    written = site_files(sound_hub(branch), theme_folder(branch))
    assert not [page for page in pages if f"{page}index.html" not in written]


def test_what_nobody_may_see_is_never_quoted(branch: Path) -> None:
    edit(branch, MAPLE, ("7 Hidden Hollow Lane", "8 Veiled Valley Road"), ("the blue heron", "the grey heron"))
    for form in ("text", "markdown", "json"):
        text = told(branch, form)
        assert not any(secret in text for secret in ("Hollow", "Veiled", "heron", "00077"))
    assert "Nothing that a reader sees changes." in told(branch)


def test_a_street_that_is_shown_is_said_to_change_but_not_quoted(branch: Path) -> None:
    edit(branch, MAPLE, ("address: 7", "address_visibility: full\naddress: 7"))
    commit(branch)
    edit(branch, MAPLE, ("7 Hidden Hollow Lane", "8 Veiled Valley Road"))
    text = told(branch, "text", "--since", "HEAD")
    assert "“Street address” was changed." in text
    assert "Veiled" not in text


def test_a_town_that_may_no_longer_be_shown_is_not_named_once_more(branch: Path) -> None:
    edit(branch, MAPLE, ("address: 7", "address_visibility: none\naddress: 7"))
    for form in ("text", "markdown", "json"):
        assert "Lamplight" not in told(branch, form)
    assert "“City” is no longer shown." in told(branch)


def test_what_is_to_be_mended_stands_first_with_the_lines_to_paste(branch: Path) -> None:
    edit(branch, MAPLE, ("no_id: {answer: unknown}", "no_id: yes"), ("beds: 12", "beds: 13"))
    text = told(branch, "markdown")
    assert (
        text.index("1 thing to mend first:")
        < text.index("    no_id: {answer: yes, as_of: ")
        < text.index("can't be told yet")
    )


def test_what_can_not_be_read_yet_is_not_told_as_taken_away(branch: Path) -> None:
    edit(branch, MAPLE, ("beds: 12", "beds: twelve"))
    text = told(branch)
    assert "1 thing to mend first:" in text
    assert "data/housing/maple-house.yaml:" in text
    assert "What changes can't be told yet: its file has something to mend." in text
    assert "taken away" not in text


def test_a_page_of_text_a_setting_and_a_poll_have_a_line_each(branch: Path) -> None:
    edit(branch, "data/hub.yaml", ("name: ", "name: New "))
    page = branch / "content" / "en" / "tips.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("---\ntitle: Tips\ndescription: Some tips.\n---\nGo.\n", encoding="utf-8")
    text = told(branch)
    assert "The settings of the hub were changed. That touches every page." in text
    assert "“data/hub.yaml”: “name” was “" in text
    assert "Tips: This page is new." in text


@pytest.mark.parametrize(
    "file",
    [
        "pelicanconf.py",
        "requirements.txt",
        "Makefile",
        ".github/workflows/pages.yml",
        "theme/js/x.js",
        "admin/x.js",
        "a",
    ],
)
def test_a_change_of_what_runs_is_told_beside_any_harmless_sentence(file: str, branch: Path) -> None:
    edit(branch, MAPLE, ("beds: 12", "beds: 13"))
    (branch / file).parent.mkdir(parents=True, exist_ok=True)
    (branch / file).write_text("x", encoding="utf-8")
    commit(branch)
    sentence = "This changes what runs: {}. Let someone who knows it read it."
    assert sentence.format(f"“{file}”") in told(branch)
    assert sentence.format(f"`{file}`") in told(branch, "markdown")


def test_what_is_only_read_is_not_told_as_what_runs(branch: Path) -> None:
    edit(branch, MAPLE, ("beds: 12", "beds: 13"))
    assert "what runs" not in told(branch)


def test_what_runs_is_told_too_where_it_lies_outside_of_the_hub(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    county_hub(whole / "our" / "hub")
    git(whole, "init", "--quiet", "--initial-branch", "main")
    commit(whole)
    (whole / "Makefile").write_text("all:\n", encoding="utf-8")
    git(whole, "switch", "--quiet", "--create", "a-change")
    commit(whole)
    text = told(whole / "our" / "hub", "text", "--since", "main")
    assert "This changes what runs: “../../Makefile”." in text


def test_where_answers_would_go_is_told_with_the_host_and_what_was_there(branch: Path) -> None:
    edit(branch, "data/hub.yaml", ('form_service: ""', "form_service: https://forms.example.net/f"))
    text = told(branch)
    assert "“form_service” is now “https://forms.example.net/f”. It was empty." in text
    assert "Answers to polls would go to “forms.example.net”." in text
    assert "  Answers of polls go to forms.example.net.  Does your group know who keeps that server?" in text


def test_a_setting_that_goes_is_told_with_what_it_said(branch: Path) -> None:
    edit(branch, "data/hub.yaml", ('contact: ""', "contact: hub@example.org"))
    commit(branch)
    edit(branch, "data/hub.yaml", ("contact: hub@example.org", 'contact: ""'))
    assert "“contact” is now empty. It was “hub@example.org”." in told(branch, "text", "--since", "HEAD")


def test_a_day_that_was_not_filled_is_told_as_empty(branch: Path) -> None:
    edit(branch, "data/hub.yaml", ("made_up: true", "made_up: true\nshown_as_of: 2026-11-24"))

    text = told(branch)
    assert "“shown_as_of” is now “2026-11-24”. It was empty." in text
    assert "None" not in text


def test_settings_that_can_not_be_read_are_not_told_as_emptied(branch: Path) -> None:
    edit(branch, "data/hub.yaml", ("languages: [en, es]", "languages: [en, es"))
    assert "is now empty" not in told(branch)


def test_notes_that_a_program_dropped_are_told(branch: Path) -> None:
    path = branch / MAPLE
    path.write_text(f"# Ask Pat first.\n{path.read_text('utf-8')}", encoding="utf-8")
    commit(branch)
    edit(branch, MAPLE, ("# Ask Pat first.\n", ""))
    told_since = told(branch, "text", "--since", "HEAD")
    assert f"1 note behind “#” would be lost from “{MAPLE}”. Put back what matters." in told_since


def test_nothing_that_a_stranger_writes_lives_in_the_comment(branch: Path) -> None:
    edit(
        branch,
        MAPLE,
        ("name: Maple House (made up)", f'name: "{MALICE}"'),
        ("label: House manager,", f'label: "{MALICE[:100].replace(chr(34), "")}",'),
        ("nobody eats alone.", f"nobody. {MALICE}\n  ```\n  </details> @all\n"),
    )
    text = told(branch, "markdown")
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    inline = [child for token in tokens for child in token.children or []]
    assert not [child for child in inline if child.type in ("link_open", "image")]
    html = [each.content.strip() for each in (*tokens, *inline) if each.type in ("html_block", "html_inline")]
    ours = ("<!-- porchlight", "<details><summary>", "</details>", "<sub>", "</sub>")
    assert all(each.startswith(ours) for each in html)
    assert html.count(MARKER) == 1
    loose = " ".join(child.content for child in inline if child.type == "text")
    assert "@" not in loose
    assert "://" not in loose
    assert "\u202e" not in text


def test_the_marker_stands_first_so_that_a_second_run_finds_the_comment(branch: Path) -> None:
    edit(branch, MAPLE, REGISTRY)
    first = told(branch, "markdown")
    edit(branch, MAPLE, ("beds: 12", "beds: 13"))
    second = told(branch, "markdown")
    assert first.startswith(MARKER)
    assert second.startswith(MARKER)
    assert "`Beds` was `12`, is now `13`." in second
    assert second != first


def test_a_fork_is_told_from_where_it_left(tmp_path: Path) -> None:
    """What happened on the main branch meanwhile is not the stranger's."""
    bare = host(tmp_path)
    fork = tmp_path / "fork.git"
    git(bare, "clone", "--quiet", "--bare", bare, fork)
    theirs = clone(fork, tmp_path / "theirs", "their-change")
    edit(theirs, MAPLE, REGISTRY)
    commit(theirs)
    git(theirs, "push", "--quiet", "origin", "their-change")
    ours = clone(bare, tmp_path / "ours", "main-goes-on")
    edit(ours, MAPLE, ("beds: 12", "beds: 14"))
    commit(ours)
    git(ours, "push", "--quiet", "origin", "main-goes-on:main")
    git(ours, "fetch", "--quiet", fork, "their-change")
    git(ours, "checkout", "--quiet", "FETCH_HEAD")
    git(ours, "fetch", "--quiet", "origin")
    text = told(ours)
    assert "“On a registry” was “No”" in text
    assert "Beds" not in text


def test_a_huge_change_still_fits_into_a_comment(branch: Path) -> None:
    house = (branch / MAPLE).read_text(encoding="utf-8").replace("formerly: [maple-homes-for-men]\n", "")
    for number in range(250):
        text = house.replace("id: maple-house", f"id: house-{number}").replace("nobody eats", f"{'so ' * 20} eats")
        (branch / f"data/housing/house-{number}.yaml").write_text(text, encoding="utf-8")
    text = told(branch, "markdown")
    assert len(text) <= MOST
    assert "more. `porchlight changes` tells them all." in text


@pytest.mark.parametrize("ref", ["--output=x", "no-such-branch", "a b", "^main", "main^@"])
def test_a_name_that_git_does_not_know_is_said_in_words(branch: Path, ref: str) -> None:
    done = porchlight("changes", "--root", branch, f"--since={ref}")
    assert done.returncode == 1
    assert "--since" in done.stdout or "never begins" in done.stdout
    assert not list(branch.glob("x"))


def test_a_hub_without_git_is_told_so(tmp_path: Path) -> None:
    done = porchlight("changes", "--root", host(tmp_path).parent / "first")
    assert done.returncode == 0
    git_folder = tmp_path / "first" / ".git"
    git_folder.rename(tmp_path / "gone")
    done = porchlight("changes", "--root", tmp_path / "first")
    assert done.returncode == 1
    assert "main branch" in done.stdout or "no git repository" in done.stdout


def test_a_hub_in_a_folder_of_its_repository_is_compared_too(tmp_path: Path) -> None:
    inside = tmp_path / "whole" / "hub"
    county_hub(inside)
    git(tmp_path, "init", "--quiet", "--initial-branch", "main", tmp_path / "whole")
    commit(tmp_path / "whole")
    edit(inside, MAPLE, REGISTRY)
    assert "“On a registry” was “No”" in told(inside)


def test_the_check_of_what_changed_annotates_the_line(branch: Path) -> None:
    edit(branch, MAPLE, ("beds: 12", "beds: twelve"))
    commit(branch)
    done = porchlight("check", "--root", branch, "--changed", "--format", "github")
    assert done.returncode == 1
    assert "::error file=data/housing/maple-house.yaml,line=" in done.stdout
    assert "twelve" in done.stdout


def test_the_check_of_what_changed_is_silent_about_the_rest(branch: Path) -> None:
    edit(branch, MAPLE, ("beds: 12", "beds: twelve"))
    commit(branch)
    edit(branch, "data/organizations/maple-homes.yaml", ("summary: ", "summary: Now "))
    assert porchlight("check", "--root", branch, "--changed", "--since", "HEAD").returncode == 1, "it points there"
    edit(branch, "data/organizations/maple-homes.yaml", ("summary: Now ", "summary: "))
    (branch / "data/housing/elm.yaml").write_text("id: elm\n", encoding="utf-8")
    done = porchlight("check", "--root", branch, "--changed", "--since", "HEAD")
    assert "elm.yaml" in done.stdout
    assert "maple" not in done.stdout
