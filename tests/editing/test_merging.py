# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two records of one thing become one: nothing that was said is lost, and every way to either leads to it."""

from __future__ import annotations

import string
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.checking.run import check_hub
from porchlight.cli import main
from porchlight.editing.joining import joined_list, newer_answers
from porchlight.model.short_codes import all_codes, code_of
from tests.checking.hubs import TODAY, small_hub

OTHER = """\
# Made up, for tests.
id: maple-home
formerly: [old-maple]
name: Maple Home (made up)
summary: A made-up home that was written down twice.
kind: recovery_residence
populations: [men, in_recovery]
address: 99 Never Told Road
beds: 9
phones:
  - {number: 614-555-0101, kind: voice, check: works, checked_on: 2026-11-20}
  - {number: 614-555-0109, kind: voice, check: not_dialed}
answers:
  registry: {answer: "yes", as_of: 2026-11-10, how: phone}
  moud: {answer: "no", as_of: 2026-10-01, how: phone}
  children: {answer: "no", as_of: 2026-10-01, how: phone}
checks:
  - {as_of: 2026-10-01, how: phone, by: volunteer, result: right}
sources:
  - {url: https://www.example.org/about, kind: own, read_on: 2026-11-20}
  - {url: https://www.example.org/second, kind: own, read_on: 2026-11-23}
"""


def two(folder: Path) -> Path:
    root = small_hub(folder)
    (root / "data/housing/maple-home.yaml").write_text(OTHER, "utf-8")
    oak = root / "data/housing/oak-house.yaml"
    oak.write_text(f"{oak.read_text('utf-8')}not_duplicate_of: [housing/maple-home]\n", "utf-8")
    return root


def merge(root: Path, *more: str) -> int:
    return main(["merge", "housing/maple-house", "housing/maple-home", "--root", str(root), *more])


def test_everything_of_both_is_in_the_one_that_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = two(tmp_path)

    assert merge(root, "--write") == 0
    told = capsys.readouterr().out
    checked = check_hub(root, TODAY)
    records = {record.key: record for record in checked.hub.all_records()}
    kept = records["housing/maple-house"]

    assert checked.stopping == ()
    assert "housing/maple-home" not in records
    assert not (root / "data/housing/maple-home.yaml").exists()
    assert kept.codes("formerly") == ("maple-home", "old-maple")
    assert "Maple Home (made up)" in kept.codes("also_called")
    assert kept.codes("populations") == ("men", "coming_home", "in_recovery")
    assert [row["number"] for row in kept.rows("phones")] == ["1-614-555-0101", "614-555-0102", "614-555-0109"]
    assert (kept.rows("phones")[0]["check"], kept.rows("phones")[0]["label"]) == ("works", "Intake")
    answers = {row["question"]: (row["answer"], str(row.get("as_of", ""))) for row in kept.rows("answers")}
    assert answers["registry"] == ("yes", "2026-11-10")
    assert answers["moud"] == ("yes", "2026-11-02")
    assert answers["children"] == ("no", "2026-10-01")
    assert [str(row["as_of"]) for row in kept.rows("checks")] == ["2026-10-01", "2026-11-02"]
    assert [row["url"] for row in kept.rows("sources")] == [
        "https://www.example.org/about",
        "https://www.example.org/second",
    ]
    assert records["housing/oak-house"].codes("not_duplicate_of") == ("housing/maple-house",)
    assert "answers: the older answer to “registry” is not kept: no 2026-11-02" in told
    assert "beds stays as it is in the record that you keep: it said “9”." in told


def test_the_old_page_and_the_old_short_address_lead_on(tmp_path: Path) -> None:
    root = two(tmp_path)
    merge(root, "--write")
    hub = check_hub(root, TODAY).hub
    [kept] = [record for record in hub.records["housing"] if record.id == "maple-house"]

    assert code_of("housing/maple-home") in all_codes(hub.package.schema_of("housing"), kept)


def test_without_write_the_lines_are_shown_and_nothing_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = two(tmp_path)
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}

    assert merge(root) == 0
    told = capsys.readouterr().out
    assert "+formerly: [maple-home, old-maple]" in told
    assert "Nothing was written. To write it, add --write." in told
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before


def test_what_nobody_touched_stays_to_the_byte(tmp_path: Path) -> None:
    root = two(tmp_path)
    file = root / "data/housing/maple-house.yaml"
    before = file.read_text("utf-8").splitlines()
    merge(root, "--write")
    gone = [line for line in before if line not in file.read_text("utf-8").splitlines()]

    assert [line.split(":")[0].strip() for line in gone] == ["also_called", "populations", "- {number", "registry"]


def test_a_hidden_street_never_comes_under_what_another_record_shows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = two(tmp_path)
    main(["merge", "housing/oak-house", "housing/maple-home", "--root", str(root), "--write"])
    told = capsys.readouterr().out
    oak = (root / "data/housing/oak-house.yaml").read_text("utf-8")

    assert "99 Never Told Road" not in oak
    assert "address stays as it is in the record that you keep." in told


def test_ways_in_articles_and_in_the_words_of_the_search_are_turned(tmp_path: Path) -> None:
    root = two(tmp_path)
    page = root / "content/en/home.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    head = "---\ntitle: A page\ndescription: A made-up page.\n---\n"
    links = "[one](record:housing/maple-home), [two](https://example.org/housing/maple-home/), housing/maple-home-two\n"
    page.write_text(head + links, "utf-8")
    (root / "data/search.yaml").write_text("words:\n  - first: [housing/maple-home]\n    en: [maple]\n", "utf-8")
    merge(root, "--write")

    assert page.read_text("utf-8") == head + links.replace("record:housing/maple-home", "record:housing/maple-house")
    assert "first: [housing/maple-house]" in (root / "data/search.yaml").read_text("utf-8")


@pytest.mark.parametrize("content", [b"caf\xe9", b"x" * 300_000, b"a\0b"])
def test_a_file_that_can_not_be_written_whole_is_left_alone_and_named(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = two(tmp_path)
    page = root / "content/en/old.md"
    text = b"---\ntitle: Old\ndescription: Old.\n---\n[x](record:housing/maple-home)\n" + content
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_bytes(text)
    merge(root, "--write")
    assert page.read_bytes() == text
    assert (
        "content/en/old.md was left alone: it is too big, or not written in UTF-8.\n"
        "    Where it names housing/maple-home, write housing/maple-house.\n"
    ) in capsys.readouterr().out


@pytest.mark.parametrize(
    ("keep", "gone", "words"),
    [
        ("housing/maple-house", "organizations/example-recovery", "Only two records of one list can be made one."),
        ("housing/maple-house", "housing/maple-house", "Only two records of one list can be made one."),
        ("housing/maple-house", "housing/mapel-home", "No record is called “housing/mapel-home”."),
    ],
)
def test_what_can_not_be_one_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], keep: str, gone: str, words: str
) -> None:
    assert main(["merge", keep, gone, "--root", str(two(tmp_path))]) == 1
    assert words in capsys.readouterr().out


def test_the_newer_of_two_answers_is_kept_whole() -> None:
    have = {"moud": {"answer": "yes", "as_of": "2026-11-02", "words": "Ask us."}}
    more = {"moud": {"answer": "no", "as_of": "2026-11-03"}}

    assert newer_answers(have, more) == (
        {"moud": {"answer": "no", "as_of": "2026-11-03"}},
        [("moud", "yes 2026-11-02")],
    )


def test_a_page_that_both_name_stands_once_with_its_later_day() -> None:
    have = [{"url": "https://example.org/a", "read_on": "2026-11-02", "title": "A"}]
    more = [{"url": "https://example.org/a/", "read_on": "2026-11-03"}]

    assert joined_list("sources", have, more) == [
        {"url": "https://example.org/a", "read_on": "2026-11-03", "title": "A"}
    ]


_FEW = st.sampled_from
_CALLS = st.dictionaries(_FEW(["keyword", "label", "language", "check"]), _FEW(["HOME", "works", "es"]), max_size=3)
_PHONES = st.builds(
    lambda number, kind, day, more: {"number": number, "kind": kind, **more, **day},
    _FEW(["988", "614-555-0101", "+1 (614) 555-0101", "614-555-0101 ext. 5", "6145550101x6"]),
    _FEW(["voice", "text", "tty"]),
    st.one_of(st.just({}), st.builds(lambda day: {"checked_on": f"2026-11-{day:02}"}, st.integers(1, 30))),
    _CALLS,
)
_PAGES = st.builds(
    lambda url, more: {"url": url, **more},
    _FEW(["https://example.org/a", "https://example.org/a/", "https://example.org/b"]),
    st.dictionaries(_FEW(["label", "kind", "read_on"]), st.text(string.digits, max_size=2), max_size=3),
)
_PARTS = st.one_of(
    *(
        st.tuples(st.just(part), st.lists(entries), st.lists(entries))
        for part, entries in (("phones", _PHONES), ("links", _PAGES), ("sources", _PAGES), ("", _FEW(["men", "women"])))
    )
)


@given(_PARTS)
def test_nothing_of_the_record_that_is_kept_is_ever_lost(lists: tuple[str, list[Any], list[Any]]) -> None:
    """Each of its entries stays in its place, and only what was found on a later day is another."""
    part, have, more = lists
    joined = joined_list(part, have, more)

    assert len(joined) >= len(have)
    for old, new in zip(have, joined, strict=False):
        said, says = (each if isinstance(each, dict) else {"": each} for each in (old, new))
        found = {name for name in said if says.get(name) != said[name]}
        assert set(said) <= set(says)
        assert found <= {"check", "checked_on", "read_on"}
        assert not found or max(says.get("checked_on", ""), says.get("read_on", "")) > max(
            said.get("checked_on", ""), said.get("read_on", "")
        )


def test_a_line_to_call_stays_beside_the_texts_to_the_same_number(tmp_path: Path) -> None:
    """988 takes calls, texts and texts in Spanish: three ways to help, which are never made one."""
    root = two(tmp_path)
    ways = [
        "{number: '988', kind: voice, check: works, checked_on: 2026-11-02}",
        "{number: '988', kind: text, check: not_dialed}",
        "{number: '988', kind: text, keyword: AYUDA, language: es, check: not_dialed}",
    ]
    house, other = (root / f"data/housing/{name}.yaml" for name in ("maple-house", "maple-home"))
    for file, kept in ((house, ways), (other, ways[:1])):
        numbers = "".join(f"  - {way}\n" for way in kept)
        file.write_text(file.read_text("utf-8").replace("phones:\n", f"phones:\n{numbers}"), "utf-8")
    merge(root, "--write")

    assert [way in house.read_text("utf-8") for way in ways] == [True, True, True]
