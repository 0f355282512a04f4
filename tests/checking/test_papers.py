# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Papers that ask for each other: what is a circle, what is none, and papers that no vocabulary has."""

from __future__ import annotations

from pathlib import Path

from porchlight.checking.run import check_hub
from tests.checking.hubs import TODAY, small_hub

RECORD = """\
id: {id}
name: {id} (made up)
summary: A made-up office for papers.
kind: id_documents
needs: [{needs}]
gives: [{gives}]
sources:
  - {{url: https://www.example.org/about, kind: own, read_on: 2026-11-23}}
"""


def found(folder: Path, *records: tuple[str, str], more: str = "") -> list[str]:
    """What the check says of services with these needs and gives; `more` is put below the last one."""
    small_hub(folder)
    (folder / "data/services").mkdir()
    for number, (needs, gives) in enumerate(records):
        text = RECORD.format(id=f"office-{number}", needs=needs, gives=gives)
        below = more if number == len(records) - 1 else ""
        (folder / f"data/services/office-{number}.yaml").write_text(text + below, encoding="utf-8")
    return list(map(str, check_hub(folder, TODAY).problems))


def test_a_circle_of_three_is_named_from_each_of_its_needs(tmp_path: Path) -> None:
    problems = found(
        tmp_path,
        ("birth_certificate", "state_id"),
        ("proof_of_address", "birth_certificate"),
        ("state_id", "proof_of_address"),
    )
    birth, home, state = "Birth certificate", "Proof of where you live", "State ID or driver license"
    assert [(problem.partition(" ")[0], problem.partition("first: ")[2].partition(".")[0]) for problem in problems] == [
        ("data/services/office-0.yaml:5:9", f"{state} → {birth} → {home} → {state}"),
        ("data/services/office-1.yaml:5:9", f"{birth} → {home} → {state} → {birth}"),
        ("data/services/office-2.yaml:5:9", f"{home} → {state} → {birth} → {home}"),
    ]


def test_one_place_that_asks_for_less_opens_the_circle(tmp_path: Path) -> None:
    assert found(tmp_path, ("birth_certificate", "state_id"), ("state_id", "birth_certificate"), ("", "state_id")) == []


def test_who_needs_a_paper_of_a_circle_is_not_told_of_it(tmp_path: Path) -> None:
    problems = found(
        tmp_path,
        ("birth_certificate", "state_id"),
        ("state_id", "birth_certificate"),
        ("state_id, court_papers", "bank_account"),
    )
    assert [problem.partition(":")[0] for problem in problems] == [
        "data/services/office-0.yaml",
        "data/services/office-1.yaml",
    ]


def test_a_closed_place_closes_no_circle_and_opens_none(tmp_path: Path) -> None:
    records = (("birth_certificate", "state_id"), ("state_id", "birth_certificate"))
    assert found(tmp_path / "a", *records, more="status: closed\n") == []
    assert len(found(tmp_path / "b", *records, ("", "state_id"), more="status: closed\n")) == 2


def test_where_a_giver_could_not_be_read_no_circle_is_told(tmp_path: Path) -> None:
    records = (("birth_certificate", "state_id"), ("state_id", "birth_certificate"), ("", "state_id"))
    problems = found(tmp_path, *records, more="phnoe: 1\n")
    assert [problem.partition("  ")[2] for problem in problems] == [
        "“phnoe” is not a field of services.  Did you mean “phones”?"
    ]


def test_a_paper_that_no_vocabulary_has_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    [problem] = found(tmp_path, ("birth_certficate", "state_id"))
    assert problem.startswith("data/services/office-0.yaml:5:9  “needs” ")
    assert "It says “birth_certficate”." in problem
    assert "Did you mean “birth_certificate”?" in problem


def test_an_article_may_lead_to_papers_that_some_record_gives_or_needs_and_to_no_others(tmp_path: Path) -> None:
    text = "---\ntitle: Papers\ndescription: About papers.\n---\n"
    links = ("papers", "papers/state-id", "papers/birth-certificate", "papers/court-papers")
    article = tmp_path / "content/en/about.md"
    article.parent.mkdir(parents=True)
    article.write_text(text + "".join(f"[it](page:{link})\n" for link in links), encoding="utf-8")

    problems = found(tmp_path, ("birth_certificate", "state_id"))

    assert [problem.partition("  ")[0] for problem in problems] == ["content/en/about.md:8:6"]


def test_no_article_takes_the_address_of_the_papers(tmp_path: Path) -> None:
    article = tmp_path / "content/en/papers/state-id.md"
    article.parent.mkdir(parents=True)
    article.write_text("---\ntitle: ID\ndescription: About ID.\n---\n", encoding="utf-8")

    assert [problem.partition("  ")[0] for problem in found(tmp_path)] == ["content/en/papers/state-id.md:1:1"]
