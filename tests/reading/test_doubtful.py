# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Frictionless sees only the rows that are in doubt, and says of them what it would say had it seen them all."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from porchlight.model.schema import Field, Schema
from porchlight.problems import Place
from porchlight.reading import doubtful as judged
from porchlight.reading.judge import Verdict, judge
from porchlight.reading.nodes import Mapping
from porchlight.reading.records import RawRecord
from porchlight.reading.tables import Table, TextRow

ROOT = Path(__file__).resolve().parents[2]

ODD = [
    *("", " ", "a", "ab", "abc", "axx", "xb", "b\n", "é", "A", "ａ", "a" * 1001),
    *("1", "0", "-0", "01", " 1", "1_0", "٣", "7", "12", "-5", "1.0", "1.5", "1e3", "NaN", "9" * 16, "2025", "02025"),
    *("2025-01-31", "2025-02-29", "2025-1-2", "1899-12-31", "2101-01-01", "9999-12-31", "20250102"),
    *("a@b.org", "a@example.org", "a..b@example.org", "@", "a@example", "A@example.org", "a@-example.org"),
    *("a-@example.org", "h0", "h1", "nobody", "true", "null"),
]
CELLS = st.one_of(st.sampled_from(ODD), st.none(), st.text(max_size=6))
EMAILS = st.from_regex(r"[A-Za-z0-9._-]{1,5}@[a-z0-9.-]{1,9}\.[a-z0-9]{1,7}", fullmatch=True)

CONSTRAINTS = st.fixed_dictionaries(
    {},
    optional={
        "required": st.just(True),
        "unique": st.just(True),
        "minLength": st.integers(0, 3),
        "maxLength": st.integers(1, 3),
        "pattern": st.sampled_from(["a|b", "[a-z]+", r"\d{1,2}", ".", "a*"]),
        "enum": st.sampled_from([("a", "ab"), ("1", "12"), ("2025",)]),
    },
)
BOUNDS = {
    "integer": st.sampled_from([0, 1, 7, "-5"]),
    "number": st.sampled_from([0, 1.5, "7"]),
    "year": st.sampled_from([1990, 2025]),
    "date": st.sampled_from(["2025-01-31", "2000-01-01"]),
}
FLAGS = {"required": st.just(True), "unique": st.just(True)}


def of_kind(kind: str) -> st.SearchStrategy[Field]:
    if kind == "string":
        formats = st.sampled_from(["", "", "default", "email", "uri"])
        return st.builds(Field, st.just("x"), st.just(kind), st.just({}), constraints=CONSTRAINTS, format=formats)
    bounded = st.fixed_dictionaries({}, optional=FLAGS | {"minimum": BOUNDS[kind], "maximum": BOUNDS[kind]})
    return st.builds(Field, st.just("x"), st.just(kind), st.just({}), constraints=bounded)


FIELDS = st.lists(st.sampled_from(["string", "string", *BOUNDS]).flatmap(of_kind), min_size=1, max_size=4).map(
    lambda fields: tuple(replace(field, name=f"f{number}") for number, field in enumerate(fields))
)
ID = Field("id", "string", {}, constraints={"required": True, "pattern": "[a-z0-9]+"})
HOLDER = Field("parts", "array", {}, part="parts")
RECORD = Field("record", "string", {})


def table(name: str, holder: Field | None, fields: tuple[Field, ...], rows: Sequence[tuple[str | None, ...]]) -> Table:
    schema = Schema(name, f"data/{name}", {}, {}, {}, fields)
    texts = (TextRow(cells, RawRecord(schema, Mapping({}, Place(name))), ()) for cells in rows)
    return Table(name, schema, holder, fields, tuple(texts))


@st.composite
def hubs(draw: st.DrawFn) -> list[Table]:
    """Homes that may point at groups, groups that may point at groups, and parts of homes that may point at homes."""
    ids = st.one_of(st.sampled_from(["h0", "h1", "h2", "h3", "h4"]), CELLS)
    made = []
    for name, holder, key, target in (
        ("homes", None, ID, "groups"),
        ("groups", None, ID, "groups"),
        ("homes_parts", HOLDER, RECORD, "homes"),
    ):
        fields = draw(FIELDS)
        points = (Field("at", "string", {}, reference=target),) if draw(st.booleans()) else ()
        cells = [
            ids,
            *(EMAILS | CELLS if field.format == "email" else CELLS for field in fields),
            *(ids for _ in points),
        ]
        rows = draw(st.lists(st.tuples(*cells), max_size=6))
        made.append(table(name, holder, (key, *fields, *points), rows))
    return made


def told(tables: list[Table], *, thorough: bool) -> set[Verdict]:
    return set(judge(tables, thorough=thorough))


def is_told_alike(tables: list[Table]) -> bool:
    return told(tables, thorough=False) == told(tables, thorough=True)


ANY_FIELD = st.sampled_from(["string", *BOUNDS]).flatmap(of_kind)


@settings(max_examples=150)
@given(ANY_FIELD, st.lists(CELLS | EMAILS, max_size=30))
def test_of_any_field_the_verdicts_are_those_on_every_row(field: Field, more: list[str | None]) -> None:
    rows = [(f"h{number}", cell) for number, cell in enumerate([*ODD, *more])]
    assert is_told_alike([table("homes", None, (ID, field), rows)])


@settings(max_examples=100)
@given(hubs())
def test_of_tables_that_point_at_each_other_the_verdicts_are_those_on_every_row(tables: list[Table]) -> None:
    assert is_told_alike(tables)


WITH = {
    "_is_email": [Field("x", "string", {}, format="email")],
    "_matches": [Field("x", "string", {}, constraints={"pattern": "a|b"})],
    "_measures": [Field("x", "string", {}, constraints={"minLength": 2})],
    "_bounded": [Field("x", kind, {}, constraints={"minimum": bound}) for kind, bound in (("integer", 5), ("year", 1))],
    "_never": [Field("x", "string", {}, format="uri"), Field("x", "boolean", {})],
}


@pytest.mark.parametrize(
    ("part", "planted"),
    [
        ("_is_email", lambda text: "@" in text),
        ("_matches", lambda pattern: lambda text: bool(re.match(f"{pattern}$", text))),
        ("_measures", lambda constraints: lambda text: len(text) <= constraints.get("maxLength", 9_999)),
        ("_bounded", lambda field: str.isdigit),
        ("_never", lambda text: True),
    ],
)
def test_a_fault_planted_in_it_is_found(monkeypatch: pytest.MonkeyPatch, part: str, planted: object) -> None:
    """With any of its parts wrong the verdicts differ, so the tests above can fail."""
    monkeypatch.setattr(judged, part, planted)
    rows = [(f"h{number}", cell) for number, cell in enumerate(ODD)]
    assert not all(is_told_alike([table("homes", None, (ID, field), rows)]) for field in WITH[part])


def test_a_row_is_judged_together_with_what_it_points_at(monkeypatch: pytest.MonkeyPatch) -> None:
    homes = table("homes", None, (ID, Field("at", "string", {}, reference="groups")), [("Not a name", "g1")])
    tables = [homes, table("groups", None, (ID,), [("g1",), ("g2",)])]
    assert is_told_alike(tables)
    assert [numbers for _, numbers in judged.doubtful(tables)] == [(0,), (0,)]
    monkeypatch.setattr(judged, "_add_targets", lambda tables, asked: False)
    assert not is_told_alike(tables)


def test_all_who_share_an_id_are_judged() -> None:
    homes = table("homes", None, (ID,), [("a",), ("b",), ("a",)])
    assert is_told_alike([homes])
    assert [numbers for _, numbers in judged.doubtful([homes])] == [(0, 2)]


@pytest.mark.parametrize("hub", [ROOT, ROOT / "tests" / "hubs" / "full"], ids=["shipped", "made up"])
def test_a_sound_hub_is_checked_without_starting_frictionless(hub: Path) -> None:
    script = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from porchlight.checking.run import check_hub\n"
        f"checked = check_hub(Path({str(hub)!r}), date(2026, 11, 24))\n"
        "sys.exit('frictionless' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False, cwd=ROOT).returncode == 0
