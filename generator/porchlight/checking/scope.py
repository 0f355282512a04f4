# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which files matter where some were touched: changed.py says why."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from porchlight.checking.glance import Glance, Naming, defined, holds, ids_in, words_in
from porchlight.checking.twins import twins_of
from porchlight.model.pages import is_about_words
from porchlight.model.schema import Package
from porchlight.model.short_codes import TURNS, code_of
from porchlight.problems import Problem
from porchlight.reading.files import files_in, read_bytes

NEEDS_NAME = frozenset(("reference-dangling", "link-dangling", "search-dangling"))
"""Codes of a way that leads to nothing. Of what points here, only the ways to here are told."""

NEEDS_ALL = NEEDS_NAME | {"paper-circle", "too-many"}
"""Codes of what is true only where everything was read: hints name what is near, and “more problems” hide which."""

_SEARCH = "data/search.yaml"


@dataclass(frozen=True, slots=True)
class Scope:
    """Which files are told of (`touched`, `pointing`), which are read `beside` them, and `names` that pointers hold.

    `keys` are the touched records, as another names one that looks like it.
    """

    touched: frozenset[str]
    pointing: frozenset[str]
    beside: frozenset[str]
    names: frozenset[str]
    keys: frozenset[str]

    @property
    def read(self) -> frozenset[str]:
        """Every file of records to read."""
        return self.touched | self.pointing | self.beside

    def tells(self, problem: Problem) -> bool:
        """True for a problem that this change may have brought, or that stands in what it touches."""
        if problem.place.file in self.touched:
            return True
        if problem.code == "looks-alike":
            return any(f"“{key}”" in problem.message for key in self.keys)
        old = problem.code in NEEDS_NAME and not problem.says.endswith("…")
        new = not old or Naming(self.names)(problem.says.encode())
        return problem.place.file in self.pointing and new


def folders(package: Package) -> dict[str, str]:
    """The resource of each folder of records."""
    return {schema.folder: schema.resource for schema in package.schemas}


def scope_of(root: Path, package: Package, touched: Mapping[str, bytes], known: Mapping[str, Glance]) -> Scope:
    """The files that are told of and read for these touched ones; `known` are all files of records."""
    own = [glance for file, glance in known.items() if file in touched]
    names = frozenset(_names(package, touched, own))
    naming = Naming(names)
    fields = _Fields.of(package)
    pointing = {glance.file for glance in known.values() if names and naming(glance.content)}
    pointing |= {glance.file for glance in known.values() if not names.isdisjoint(_codes(fields, glance))}
    pointing |= _in_chain(fields, known, [*touched.values(), *(glance.content for glance in own)])
    pointing -= touched.keys()
    texts = {file: content for file, content in _texts(root) if file not in touched}
    also = {file for file, content in texts.items() if names and (naming(content) or _article_name(file) in names)}
    told = [*own, *(known[file] for file in pointing)]
    near = {*_beside(package, known, told, _pointed_at(root, own, touched)), *twins_of(known.values(), own)}
    beside = _with_references(package, known, told, near)
    keys = frozenset(f"{glance.resource}/{name}" for glance in own for name in glance.ids)
    return Scope(frozenset(touched), frozenset(pointing | also), frozenset(beside), names, keys)


def _in_chain(fields: _Fields, known: Mapping[str, Glance], contents: Collection[bytes]) -> set[str]:
    """Who gives papers, where what was touched gives or needs some: one place less can close a circle of others."""
    if not any(holds(content, fields.papers) for content in contents):
        return set()
    return {glance.file for glance in known.values() if glance.holds(fields.gives)}


def _names(package: Package, touched: Mapping[str, bytes], own: Collection[Glance]) -> Iterator[str]:
    """Every id, former id and code of the touched records, now and before, and the addresses of touched articles."""
    known, fields = folders(package), _Fields.of(package)
    for file, before in touched.items():
        if str(PurePosixPath(file).parent) in known:
            yield from ids_in(before) | {PurePosixPath(file).stem}
        elif file.startswith("content/"):
            yield _article_name(file)
    for glance in own:
        yield from glance.ids
        yield from _short_list(glance.content, fields.formerly | fields.short)
        yield from _codes(fields, glance)


def _short_list(content: bytes, names: Collection[str]) -> Iterator[str]:
    """The words that follow one of these fields, up to the next field that begins a line."""
    for name in names:
        for found in re.finditer(
            rb"\b" + name.encode() + rb"""["']?\s*:(.*?)(?=\n["']?[a-z_]+["']?\s*:|\Z)""", content, re.S
        ):
            yield from words_in(found[1])


def _article_name(file: str) -> str:
    """The article's address: content/en/housing/maple-house.md → housing/maple-house."""
    return file.split("/", 2)[2].removesuffix(".md") if file.startswith("content/") and file.count("/") > 1 else ""


def _texts(root: Path) -> Iterator[tuple[str, bytes]]:
    """What is no record and may name one: every article, and the words of the search."""
    for file in [
        *files_in(root, "content", (".md",), deep=True)[0],
        *([_SEARCH] if (root / _SEARCH).is_file() else []),
    ]:
        yield file, read_bytes(root, file)


def _pointed_at(root: Path, own: Collection[Glance], touched: Mapping[str, bytes]) -> frozenset[str]:
    """Every text of an id's form in what is touched."""
    records = (glance.words for glance in own)
    articles = (
        words_in(read_bytes(root, file) + file.encode())
        for file in touched
        if file.startswith("content/") and (root / file).is_file()
    )
    return frozenset().union(*records, *articles)


def _beside(
    package: Package, known: Mapping[str, Glance], told: Collection[Glance], pointed_at: frozenset[str]
) -> Iterator[Glance]:
    """What is pointed at, who else may have the same id or code, who gives papers where papers are asked; all words."""
    about_words = {schema.resource for schema in package.schemas if is_about_words(schema)}
    by_id = defined(known.values())
    for name in pointed_at.union(*(glance.ids for glance in told)) & by_id.keys():
        yield from by_id[name]
    fields = _Fields.of(package)
    codes = {code for glance in told for code in _codes(fields, glance, turns=TURNS)}
    chained = any(glance.holds(fields.papers) for glance in told)
    former_told = any(glance.holds(fields.formerly) for glance in told)
    for glance in known.values():
        if (
            not glance.plain
            or glance.resource in about_words  # by them the texts of all others are looked at
            or not codes.isdisjoint(_codes(fields, glance))
            or (glance.holds(fields.short) and not codes.isdisjoint(glance.words))
            or (former_told and glance.holds(fields.formerly))
            or (chained and glance.holds(fields.gives))
        ):
            yield glance


def _with_references(
    package: Package, known: Mapping[str, Glance], told: Collection[Glance], beside: set[Glance]
) -> Iterator[str]:
    """These files and all that they refer to: a record whose reference leads to nothing would count as unsound."""
    fields = {field.name for schema in package.schemas for field in schema.fields if field.reference}
    by_id = defined(known.values())
    waiting = [*told, *beside]
    seen = set(waiting)
    while waiting:
        glance = waiting.pop()
        yield glance.file
        more = {each for name in _short_list(glance.content, fields) for each in by_id.get(name, ())} - seen
        seen |= more
        waiting += more


def _codes(fields: _Fields, glance: Glance, turns: int = 1) -> Iterator[str]:
    """The short codes that its records may have, up to so many turns, by their ids and former ids."""
    yield from glance.codes
    former = glance.words - glance.ids if glance.holds(fields.formerly) else frozenset()
    yield from (code_of(f"{glance.resource}/{name}") for name in former)
    if turns > 1:
        keys = [f"{glance.resource}/{name}" for name in glance.ids | former]
        yield from (code_of(f"{key} {turn}") for key in keys for turn in range(2, turns + 1))


@dataclass(frozen=True, slots=True)
class _Fields:
    """The names of the fields by which one record can get in another's way, in any resource."""

    formerly: frozenset[str]
    short: frozenset[str]
    gives: frozenset[str]
    papers: frozenset[str]

    @classmethod
    def of(cls, package: Package) -> _Fields:
        """The names in a package, by their roles."""
        by_role: dict[str, set[str]] = {}
        for field in (field for schema in package.schemas for field in schema.fields):
            by_role.setdefault(field.role, set()).add(field.name)
        formerly, short, gives, needs = (
            frozenset(by_role.get(role, ())) for role in ("formerly", "short", "gives", "needs")
        )
        return cls(formerly, short, gives, gives | needs)
