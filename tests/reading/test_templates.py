# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Templates: pages of Markdown with fields to fill."""

from __future__ import annotations

from pathlib import Path

from porchlight.model.template import TemplateField
from porchlight.problems import Problem
from porchlight.reading.articles import read_articles
from tests.views.fakes import PACKAGE

HEAD = "---\ntitle: A letter\ndescription: A made-up letter.\naudience: Anyone.\n"


def read(folder: Path, fields: str, body: str) -> tuple[tuple[TemplateField, ...], list[Problem]]:
    file = folder / "content" / "en" / "templates" / "letter.md"
    file.parent.mkdir(parents=True)
    file.write_text(f"{HEAD}{fields}---\n{body}", encoding="utf-8")
    articles, problems = read_articles(folder, ("en",), PACKAGE, ())
    template = articles[0].template if articles else None
    return template.fields if template else (), problems


def test_a_field_says_what_belongs_there_and_what_fills_it(tmp_path: Path) -> None:
    fields, problems = read(
        tmp_path,
        "fields:\n  - {name: who, label: Your name, help: In full., example: Sam}\n"
        "  - {name: beds, label: Places to sleep, kind: number, from: 'records:housing'}\n"
        "  - {name: how, label: How, kind: choice, choices: [By bus, On foot]}\n",
        "{{who}} knows {{ beds }}, {{how}}. {{who}}",
    )
    assert problems == []
    assert fields == (
        TemplateField("who", "Your name", help="In full.", example="Sam"),
        TemplateField("beds", "Places to sleep", "number", source="records:housing"),
        TemplateField("how", "How", "choice", choices=("By bus", "On foot")),
    )


def test_a_choice_needs_something_to_choose_from(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "fields:\n  - {name: how, label: How, kind: choice}\n", "{{how}}")
    assert [(problem.code, problem.message) for problem in problems] == [
        ("field-missing", "“choices” is missing."),
    ]


def test_a_name_that_no_place_can_have_is_told(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "fields:\n  - {name: Your Name, label: Name}\n", "{{Your Name}}")
    assert [problem.code for problem in problems] == ["form"]


def test_two_fields_of_one_name_are_told(tmp_path: Path) -> None:
    field = "  - {name: who, label: Name}\n"
    _, problems = read(tmp_path, f"fields:\n{field}{field}", "{{who}}")
    assert [(problem.code, problem.place.line) for problem in problems] == [("template-field-unused", 7)]


def test_tags_and_marks_are_told(tmp_path: Path) -> None:
    """What a stranger proposes ends in files that other programs open."""
    fields = "fields:\n  - {name: who, label: 'You [x](y)', kind: choice, choices: [A, <b>]}\n"
    _, problems = read(tmp_path, fields, "{{who}} 2 < 3 <https://www.example.org/>\n\n<script>x</script>\n")
    assert {problem.code for problem in problems} == {"template-markup"}
    assert [problem.place.line for problem in problems] == [10, 6, 6]


def test_a_place_is_told_where_it_stands(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "", "Dear you,\n\ndear {{whom}}")
    assert [(problem.code, problem.place.line, problem.place.column) for problem in problems] == [
        ("template-place-unknown", 8, 6)
    ]
