# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A hub that means harm gets sentences: it hangs nothing, reads nothing outside and is never a fault of ours."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from porchlight.checking.run import Checked, check_hub
from porchlight.reading.patterns import pattern_fault
from porchlight.reading.yaml_text import read_yaml
from tests.checking.hubs import TODAY, small_hub, with_file

OAK = "data/housing/oak-house.yaml"
HOUSING = "data/schemas/housing.yaml"
PARTS = "data/schemas/parts"


def _changed(folder: Path, file: str, before: str, after: str) -> Checked:
    path = small_hub(folder) / file
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    return check_hub(folder, TODAY)


@pytest.mark.parametrize(
    ("file", "before", "after", "code"),
    [
        (HOUSING, "maxLength: 140", f"maxLength: {'9' * 5000}", "whole-number"),
        (HOUSING, "role: name\n", "role: name\n      facet: true\n", "schema-mistake"),
        (HOUSING, r"pattern: \d{5}(-\d{4})?", "pattern: (a+)+b", "schema-mistake"),
        (HOUSING, r"pattern: \d{5}(-\d{4})?", "pattern: a(?i)b", "schema-mistake"),
        (HOUSING, r"pattern: \d{5}(-\d{4})?", "pattern: a{99999999999}", "schema-mistake"),
        (f"{PARTS}/phones.yaml", "name: number", "name: numero", "schema-mistake"),
        (f"{PARTS}/sources.yaml", "type: date", "type: string", "schema-mistake"),
        (f"{PARTS}/answers.yaml", "shape: keyed\n  key: question", "shape: list", "schema-mistake"),
        ("data/hub.yaml", "[en, es]", "[en, es, fr]", "not-in-list"),
        ("data/hub.yaml", 'address: ""', 'address: "https://[x"', "form"),
        ("data/hub.yaml", 'form_service: ""', 'form_service: "https://x.org:99999/"', "form"),
    ],
)
def test_what_the_program_relies_on_is_a_problem_where_it_is_changed(
    file: str, before: str, after: str, code: str, tmp_path: Path
) -> None:
    assert code in {problem.code for problem in _changed(tmp_path, file, before, after).stopping}


@pytest.mark.parametrize("part", ["phones", "links", "sources"])
def test_a_column_that_is_relied_on_is_required_whatever_the_schema_says(part: str, tmp_path: Path) -> None:
    schema = small_hub(tmp_path) / PARTS / f"{part}.yaml"
    schema.write_text(schema.read_text("utf-8").replace("required: true", "required: false"), "utf-8")
    oak = tmp_path / OAK
    kept = oak.read_text("utf-8").replace("sources:", "sources_before:")
    oak.write_text(f"{kept}{part}: [{{language: en}}]\n", "utf-8")

    assert "field-missing" in {problem.code for problem in check_hub(tmp_path, TODAY).stopping}


@pytest.mark.parametrize(
    "pattern", ["(a+)+b", "(a|a)*", "((a+))+", "(a*){2,}", "(-[a-]+)*", "(a?){50}", r"(a)\1", ".*" * 6, "x" * 201]
)
def test_a_pattern_that_could_take_hours_is_refused(pattern: str) -> None:
    assert pattern_fault(pattern)


@pytest.mark.parametrize("pattern", ["[a-z0-9]+(-[a-z0-9]+)*", r"\d{5}(-\d{4})?", r"https?://[^\s]+", "[(+)+]"])
def test_a_plain_pattern_is_fine(pattern: str) -> None:
    assert pattern_fault(pattern) == ""


@pytest.mark.parametrize(
    "text",
    ["k: [" + "&a, " * 50_000 + "x]", "k: a" + " " * 200_000 + "b: c", "- &a\n" * 50_000, "k: x #" + "y #" * 60_000],
)
def test_a_long_file_is_read_in_seconds(text: str) -> None:
    began = time.perf_counter()

    _, problems = read_yaml(text.encode(), "x.yaml")

    assert problems
    assert max(len(problem.paste) for problem in problems) < 500
    assert time.perf_counter() - began < 20


@pytest.mark.parametrize(
    "name",
    ["data/hub.yaml", "data/datapackage.yaml", "data/vocabularies.yaml", HOUSING, "data", "data/schemas", "content"],
)
def test_a_link_is_not_followed_wherever_it_stands(name: str, tmp_path: Path) -> None:
    hub = with_file(tmp_path / "hub", "content/en/x.md", "---\ntitle: X\ndescription: X\n---\n")
    (hub / name).rename(tmp_path / "outside")
    (hub / name).symlink_to(tmp_path / "outside")

    assert "file-link" in {problem.code for problem in check_hub(hub, TODAY).stopping}


def test_a_hub_may_itself_be_reached_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(small_hub(tmp_path / "hub"))

    assert check_hub(tmp_path / "link", TODAY).stopping == ()


@pytest.mark.parametrize(
    "slug",
    [
        "stay",
        "health",
        "housing",
        "search",
        "all-pages",
        "patterns",
        "404",
        "offline",
        "poll/x",
        "housing/by",
        "housing/ask",
        "housing/page-2",
    ],
)
def test_an_article_takes_no_other_page_s_address(slug: str, tmp_path: Path) -> None:
    with_file(tmp_path, f"content/en/{slug}.md", "---\ntitle: X\ndescription: X\n---\n\nX.\n")

    assert {problem.code for problem in check_hub(tmp_path, TODAY).stopping} == {"address-taken"}


@pytest.mark.parametrize("name", ["by", "ask", "page-2", "thanks"])
def test_a_record_takes_no_address_of_its_list(name: str, tmp_path: Path) -> None:
    oak = (small_hub(tmp_path) / OAK).read_text("utf-8").replace("id: oak-house", f"id: {name}")
    (tmp_path / f"data/housing/{name}.yaml").write_text(oak, "utf-8")

    assert {problem.code for problem in check_hub(tmp_path, TODAY).stopping} == {"address-taken"}


@pytest.mark.parametrize(("one", "other"), [("results", "x1"), ("thanks", "x1"), ("ab_c", "ab__c")])
def test_a_poll_s_items_have_pages_of_their_own(one: str, other: str, tmp_path: Path) -> None:
    item = "{{id: {}, label: {{en: X}}}}"
    with_file(tmp_path, "data/polls/p.yaml", _POLL.replace("ITEMS", f"{item.format(one)}, {item.format(other)}"))

    assert {problem.code for problem in check_hub(tmp_path, TODAY).stopping} == {"address-taken"}


def test_two_polls_do_not_share_an_id(tmp_path: Path) -> None:
    poll = _POLL.replace("ITEMS", "{id: x1, label: {en: X}}")
    with_file(tmp_path, "data/polls/p.yaml", poll)
    (tmp_path / "data/polls/p.yml").write_text(poll, "utf-8")

    assert {problem.code for problem in check_hub(tmp_path, TODAY).stopping} == {"id-doubled"}


_POLL = """id: p
version: 1
title: {en: X}
intro: {en: X}
options: [{code: '1', label: {en: A}}, {code: '2', label: {en: B}}]
no_answer: {code: na, label: {en: C}}
blocks:
  - {id: b1, title: {en: X}, stem: {en: X}, stem_source: editor, items: [ITEMS]}
"""
