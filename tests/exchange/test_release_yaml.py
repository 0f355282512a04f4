# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A release that is written is read back as the same, or not at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.exchange.release_yaml import release_yaml
from porchlight.model.released import Cell, Figures, Release
from porchlight.model.seal import seal_of, sealed
from porchlight.reading.nodes import plain
from porchlight.reading.results import release_of
from porchlight.reading.yaml_text import read_yaml

names = st.from_regex(r"[a-z][a-z0-9_]{1,9}", fullmatch=True)
numbers = st.integers(0, 5_000)
told = st.dictionaries(names, st.none() | numbers, max_size=3)
figures = st.builds(
    Figures, names, numbers, st.sampled_from(["sides", "percent", "options"]), st.dictionaries(names, numbers), numbers
)
cells = st.builds(Cell, st.sampled_from(["mode", "language"]), names, names, numbers, told)
releases = st.builds(
    Release,
    poll=names,
    version=numbers,
    wave=names,
    number=numbers,
    made_on=st.integers(0, 9_000).map(lambda days: date(2020, 1, 1) + timedelta(days=days)),
    people=numbers,
    modes=told,
    languages=told,
    figures=st.lists(figures, max_size=4).map(tuple),
    breakdown=st.lists(cells, max_size=4).map(tuple),
    is_last=st.booleans(),
    wording=names,
).map(sealed)


@given(releases)
def test_a_release_is_read_back_as_it_was_written_with_its_seal(release: Release) -> None:
    node, problems = read_yaml(release_yaml(release).encode(), "f.yaml")
    assert node
    assert not problems
    assert release_of(plain(node)) == release
    assert seal_of(plain(node)) == release.seal


@given(st.recursive(st.text(max_size=5), lambda inner: st.lists(inner) | st.dictionaries(names, inner), max_leaves=9))
def test_what_is_no_release_is_refused_and_nothing_else_happens(raw: object) -> None:
    with pytest.raises((KeyError, TypeError, ValueError, AttributeError)):
        release_of(raw)  # type: ignore[arg-type]


PUBLISHED = """\
form: 1
poll: tea
version: 1
wave: fall
number: 1
made_on: 2026-12-01
people: 12
modes: {paper: hidden, web: hidden}
languages: {en: 12}
is_last: "false"
figures:
  - {item: bus, people: 12, detail: sides, since: 1, counts: {disagree: 1, neutral: 0, agree: 11}}
breakdown: []
wording: abc
before: ""
"""


def test_what_was_published_keeps_its_seal_in_every_later_porchlight() -> None:
    """If this fails, each release in each hub would look changed: make `FORM` higher and keep reading the old one."""
    node, _ = read_yaml(PUBLISHED.encode(), "f.yaml")
    assert node
    assert seal_of(plain(node)) == "07c8e05552183460916985dc01b4dc35dd30eeb7baff42cc3a8173cf88d8a16d"
