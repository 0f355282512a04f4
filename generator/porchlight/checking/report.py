# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a check found, told to people, programs, GitHub, GitLab and code scanning. No colour and no exit status."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

from porchlight.checking.codes import CODES
from porchlight.checking.run import Checked
from porchlight.checking.translating import ENGLISH, Words
from porchlight.problems import Problem

NAMED_AT_MOST = 3
"""How many of what has grown old are named; each pair that looks alike is, since it may have come in just now."""

STOPS_READING = frozenset(
    ("backslash", "colon-missing", "dash", "indent", "key-missing", "needs-quotes", "not-closed", "not-yaml", "tab")
)
"""Codes of slips behind which nothing of a file is read."""


def report(checked: Checked, form: str, words: Words = ENGLISH) -> str:
    """The whole report as `text`, `json`, `github`, `gitlab` or `sarif`, in the language of the words."""
    problems, care = (tuple(map(words.problem, found)) for found in (checked.problems, checked.care))
    return _FORMS[form](replace(checked, problems=problems, care=care), words)


def _text(checked: Checked, words: Words) -> str:
    told = [f"{problem.place}  {words.sentence(problem)}" for problem in checked.stopping]
    return "\n".join([*told, *([""] if told else []), *_summary(checked, words)])


def _summary(checked: Checked, words: Words) -> list[str]:
    held = [f"{len(records)} {resource}" for resource, records in checked.hub.records.items() if records]
    counts, found, care = ", ".join(held) or "No records", len(checked.stopping), len(checked.care)
    twins = [problem for problem in checked.care if problem.code == "looks-alike"]
    aged = [problem for problem in checked.care if problem.code != "looks-alike"]
    worst = [f"    {problem.place}  {problem.message}" for problem in (*aged[:NAMED_AT_MOST], *twins)]
    told = (
        f"{counts}: {found:,} {'problem' if found == 1 else 'problems'}, "
        f"{care:,} to look at again{', longest first:' if worst else '.'}"
    )
    return [words.told(told), *worst, *map(words.told, _cut_short(checked.stopping))]


def _cut_short(problems: Sequence[Problem]) -> list[str]:
    """A file can't be read past a slip in its YAML, so what lies below is not told yet."""
    files = {problem.place.file for problem in problems if problem.code in STOPS_READING}
    if not files:
        return []
    return [
        f"{'One file' if len(files) == 1 else f'{len(files)} files'} could not be read to the end. "
        "Mend that, then check again: there may be more in it."
    ]


def _json(checked: Checked, _: Words) -> str:
    counts = {resource: len(records) for resource, records in checked.hub.records.items()}
    return json.dumps(
        {"records": counts, "problems": [_as_dict(problem) for problem in checked.problems]},
        ensure_ascii=False,
        indent=2,
    )


def _as_dict(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "code": problem.code,
        "weight": problem.weight,
        "message": problem.message,
        "says": problem.says,
        "hint": problem.hint,
        "paste": problem.paste,
    }


def _github(checked: Checked, words: Words) -> str:
    """Workflow commands, which GitHub shows beside the changed line."""
    told = [_command(problem, words) for problem in checked.problems]
    return "\n".join([*told, *map(_harmless, _summary(checked, words))])


def _command(problem: Problem, words: Words) -> str:
    level = "error" if problem.weight == "problem" else "notice"
    place = problem.place
    title = _escaped(problem.code, ":,")
    where = f"file={_escaped(place.file, ':,')},line={place.line},col={place.column},title={title}"
    return f"::{level} {where}::{_escaped(words.sentence(problem))}"


def _harmless(line: str) -> str:
    """A line that is read by people only: GitHub would obey “::” at its start and “##[” anywhere."""
    return line.replace("::", ": :").replace("##[", "# #[")


def _escaped(text: str, also: str = "") -> str:
    for character in "%\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _gitlab(checked: Checked, words: Words) -> str:
    """A report of code quality, which GitLab shows beside the changed line."""
    return json.dumps([_finding(problem, words) for problem in checked.problems], ensure_ascii=False, indent=2)


def _finding(problem: Problem, words: Words) -> dict[str, Any]:
    place = problem.place
    return {
        "description": words.sentence(problem),
        "check_name": problem.code,
        "fingerprint": sha256(f"{place}|{problem.code}|{problem.message}".encode()).hexdigest(),
        "severity": "major" if problem.weight == "problem" else "info",
        "location": {"path": place.file, "lines": {"begin": place.line}},
    }


def _sarif(checked: Checked, words: Words) -> str:
    rules = [{"id": code, "shortDescription": {"text": words.meaning(code)}} for code in CODES]
    run = {
        "tool": {"driver": {"name": "porchlight", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, words) for problem in checked.problems],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(problem: Problem, words: Words) -> dict[str, Any]:
    place = problem.place
    where = {
        "artifactLocation": {"uri": place.file},
        "region": {"startLine": place.line, "startColumn": place.column},
    }
    return {
        "ruleId": problem.code,
        "level": "error" if problem.weight == "problem" else "note",
        "message": {"text": words.sentence(problem)},
        "locations": [{"physicalLocation": where}],
    }


_FORMS: dict[str, Callable[[Checked, Words], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "gitlab": _gitlab,
    "sarif": _sarif,
}
