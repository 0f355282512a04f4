# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A record that is certainly fine is one that the plain way finds nothing in, and it is made the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from porchlight.model.record import Record
from porchlight.model.schema import Field, Package
from porchlight.problems import Place
from porchlight.reading import certain, soundness
from porchlight.reading.certain import certain_records
from porchlight.reading.convert import to_record
from porchlight.reading.nodes import NOTHING, Entry, Mapping, Node, Scalar, Sequence
from porchlight.reading.package import read_package
from porchlight.reading.records import RawRecord, read_records
from porchlight.reading.rewritten import rewritten

FULL = Path(__file__).resolve().parents[1] / "hubs" / "full"
SPOILED = ("housing", "facts")

HERE = Place("odd.yaml")
PLAIN = [
    *("", "~", "null", "yes", "n", "a", "-", "07102", "12", "1_0", "01", "1e3", "-5", "9" * 16, "a" * 1001),
    *("2026-11-16", "2026-1-2", "2026-02-30", "1899-12-31", "17:00", "housing-nobody", "a@b", "http://x", "US-ZZ"),
]
QUOTED = ["", " ", "~", "a", "07102", "line\nbreak", "\n", "2026-11-16", "none", "full", "each"]
ODD: list[Node] = [
    *(Scalar(text, HERE) for text in PLAIN),
    *(Scalar(text, HERE, '"') for text in QUOTED),
    *(Scalar(text, HERE, "|") for text in ("\n", "a\n", "a\nb\n")),
    *(Sequence(tuple(items), HERE) for items in ([], [Scalar("", HERE)], [Scalar("a", HERE)], [Mapping({}, HERE)])),
    *(Mapping(entries, HERE) for entries in ({}, {"odd": Entry(Scalar("odd", HERE), Scalar("a", HERE))})),
]


def hub() -> tuple[Package, list[RawRecord]]:
    package, problems = read_package(FULL)
    raws, more = read_records(FULL, package)
    assert not problems + more
    return package, raws


PACKAGE, SOUND = hub()


def ways(node: Node) -> Iterator[tuple[str | int, ...]]:
    """Each way to something inside the node."""
    if isinstance(node, Mapping):
        inside: list[tuple[str | int, Node]] = [(name, entry.value) for name, entry in node.entries.items()]
    else:
        inside = list(enumerate(node.items)) if isinstance(node, Sequence) else []
    for step, below in inside:
        yield (step,)
        yield from ((step, *more) for more in ways(below))


def put(node: Node, way: tuple[str | int, ...], new: Node | None) -> Node:
    """The node with another one where the way leads, or with nothing there."""
    if not way:
        return new or node
    step, *more = way
    if isinstance(node, Sequence):
        below = [put(item, tuple(more), new) if at == step else item for at, item in enumerate(node.items)]
        return Sequence(tuple(each for at, each in enumerate(below) if at != step or more or new), node.place)
    assert isinstance(node, Mapping)
    entries = dict(node.entries)
    old = entries.pop(str(step), None)
    if old and (more or new):
        entries[str(step)] = Entry(old.key, put(old.value, tuple(more), new))
    elif new:
        entries[str(step)] = Entry(Scalar(str(step), HERE), new)
    return Mapping({name: entries[name] for name in [*node.entries, step] if name in entries}, node.place)


def richest(resource: str) -> RawRecord:
    return max((raw for raw in SOUND if raw.schema.resource == resource), key=lambda raw: len(list(ways(raw.node))))


def called(raw: RawRecord, node: Node, number: int) -> RawRecord:
    """The node as a record with an id and a place of its own."""
    assert isinstance(node, Mapping)
    is_as_it_was = node.get("id") == raw.node.get("id")
    own = put(node, ("id",), Scalar(f"case-{number}", HERE)) if is_as_it_was else node
    assert isinstance(own, Mapping)
    return RawRecord(raw.schema, own._replace(place=Place(f"{raw.schema.folder}/case-{number}.yaml")))


def kinds_of_ways(node: Node) -> list[tuple[str | int, ...]]:
    """A way to each field, and to one entry of each list or part, which are all alike."""
    kinds: dict[tuple[str | int, ...], list[tuple[str | int, ...]]] = {}
    for way in ways(node):
        kinds.setdefault((way[0], len(way), *way[2:]), []).append(way)
    return [way for alike in kinds.values() for way in alike[:1]]


def with_little_else(raw: RawRecord, field: str | int) -> Mapping:
    """The record with that field and those that it needs, so that a thousand of them are soon read."""
    needed = {each.name for each in raw.schema.fields if each.required} | {"address_visibility", field}
    return Mapping({name: entry for name, entry in raw.node.entries.items() if name in needed}, raw.node.place)


def spoiled() -> list[RawRecord]:
    """Each field of some records as each odd thing, or taken out, or beside one that nobody knows."""
    found: list[RawRecord] = []
    for raw in map(richest, SPOILED):
        own = kinds_of_ways(raw.node)
        beside = dict.fromkeys((*way[:-1], new) for way in own if isinstance(way[-1], str) for new in ("odd", ""))
        asked = [(way, odd) for way in own for odd in (None, *ODD)] + [(way, odd) for way in beside for odd in ODD[:2]]
        nodes = [put(with_little_else(raw, way[0]), way, odd) for way, odd in asked]
        found += [called(raw, node, len(found) + number) for number, node in enumerate(nodes)]
    return found


@pytest.fixture(scope="module")
def all_records() -> list[RawRecord]:
    return [*SOUND, *spoiled()]


Told = tuple[set[Any], frozenset[str], dict[RawRecord, str]]


def told(raws: list[RawRecord], package: Package) -> Told:
    """All problems and all sound records, also how their fields are ordered."""
    sound = soundness.sound_records(raws, package, [])
    care = rewritten((raw for raw in sound.records if raw not in sound.made), package)
    records = {raw: repr(sound.made.get(raw) or to_record(raw, package)) for raw in sound.records}
    return {*sound.problems, *care}, sound.unsound, records


def told_the_plain_way(raws: list[RawRecord], package: Package) -> Told:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(soundness, "certain_records", lambda raws, package: {})
        return told(raws, package)


@pytest.fixture(scope="module")
def plain(all_records: list[RawRecord]) -> Told:
    return told_the_plain_way(all_records, PACKAGE)


def test_every_sound_record_is_certain() -> None:
    assert len(certain_records(SOUND, PACKAGE)) == len(SOUND)


def test_both_ways_tell_the_same_of_whatever_stands_in_a_field(all_records: list[RawRecord], plain: Told) -> None:
    assert len(plain[0]) > 1000
    assert told(all_records, PACKAGE) == plain


def test_what_is_certain_was_found_fine_and_made_the_same(all_records: list[RawRecord], plain: Told) -> None:
    assert not faults(certain_records(all_records, PACKAGE), plain)


def faults(found: dict[RawRecord, Record], plain: Told) -> list[RawRecord]:
    """What was taken for certain, but is not sound, would be made otherwise, or should be put in quotes."""
    records = plain[2]
    return [
        raw
        for raw, record in found.items()
        if repr(record) != records.get(raw, "") or any(True for _ in rewritten([raw], PACKAGE))
    ]


@pytest.mark.parametrize(
    ("part", "planted"),
    [
        ("turns", lambda text, style: False),
        ("is_free", lambda field: False),
        ("fine_for", lambda field: None),
        ("_LINE_BREAK", re.compile("(?!)")),
        ("_VISIBILITIES", ("full", "")),
        ("may_be_shown", lambda field, allowed: True),
        ("NOTHING", frozenset()),
        ("NOTHING", frozenset({*NOTHING, "yes"})),
        ("cell_of", lambda node, name: node.place.file),
        ("item_field", lambda field, package: replace(field, type="string", constraints={"required": True})),
        ("_needed", lambda take: take),
        ("typed", lambda kind, text: text),
    ],
)
def test_a_fault_planted_in_it_is_found(
    part: str, planted: object, all_records: list[RawRecord], plain: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certain, part, planted)
    found = certain_records(all_records, PACKAGE)
    assert faults(found, plain) or len(found) < len(SOUND)


FEW = replace(PACKAGE, schemas=tuple(map(PACKAGE.schema_of, ("housing", "organizations", "notices"))))
RAWS = [raw for raw in SOUND if raw.schema in FEW.schemas]
IDS = st.sampled_from([raw.id for raw in RAWS] + ["nobody"])


@st.composite
def hubs(draw: st.DrawFn) -> list[RawRecord]:
    """A few records, with ids that may be another's and ways that may lead nowhere."""
    raws = draw(st.lists(st.sampled_from(RAWS), min_size=1, max_size=5))
    found = []
    for number, raw in enumerate(raws):
        node: Node = raw.node
        for name, way in ((draw(IDS), ("id",)), (draw(IDS), draw(st.sampled_from(list(ways(raw.node)))))):
            if draw(st.booleans()):
                node = put(node, way, Scalar(name, HERE))
        assert isinstance(node, Mapping)
        found.append(RawRecord(raw.schema, node._replace(place=Place(f"{raw.schema.folder}/{number}.yaml"))))
    return found


@settings(max_examples=40)
@given(hubs(), st.booleans())
def test_both_ways_tell_the_same_of_records_that_point_at_each_other(raws: list[RawRecord], must_differ: bool) -> None:
    package = with_names_that_differ(FEW) if must_differ else FEW
    raws = [replace(raw, schema=package.schema_of(raw.schema.resource)) for raw in raws]
    assert told(raws, package) == told_the_plain_way(raws, package)


def with_names_that_differ(package: Package) -> Package:
    """The package, with names that no two records may share."""

    def unique(field: Field) -> Field:
        return replace(field, constraints={**field.constraints, "unique": True}) if field.name == "name" else field

    schemas = (replace(schema, fields=tuple(map(unique, schema.fields))) for schema in package.schemas)
    return replace(package, schemas=tuple(schemas))
