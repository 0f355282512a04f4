# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which raw records are sound, and every problem of those that are not."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass

from porchlight.model.record import Record
from porchlight.model.schema import Package
from porchlight.problems import Problem
from porchlight.reading.certain import certain_records
from porchlight.reading.judge import judge
from porchlight.reading.nodes import Path
from porchlight.reading.records import RawRecord
from porchlight.reading.shape import misshapen
from porchlight.reading.tables import square_up
from porchlight.reading.wording import Wording

Found = list[tuple[RawRecord, Problem]]


@dataclass(frozen=True, slots=True)
class Sound:
    """The records without any problem, and the problems of the others; `made` are those that were made on the way.

    `unsound` names what others may rightly point at although it is not among the records: `housing/maple-house` for a
    record, and a file's path without its ending for anything else.
    """

    records: list[RawRecord]
    made: Mapping[RawRecord, Record]
    problems: list[Problem]
    unsound: frozenset[str]


def sound_records(
    raws: list[RawRecord], package: Package, noted: Iterable[Problem], *, thorough: bool = False
) -> Sound:
    """Judge the records; `noted` are the problems of the files.

    A record of a file with problems is not sound either. What is wrong at the same place as one of those is the same
    mistake, told once; and a reference to something unsound is no second mistake.
    """
    files, places = {problem.place.file for problem in noted}, {problem.place for problem in noted}
    flawed = {_name_of(file, package) for file in files}
    certain = {} if thorough else certain_records(raws, package)
    found = _judged(raws, certain, package, flawed, thorough) if len(certain) < len(raws) else []
    bad = {raw for raw, _ in found} | {raw for raw in raws if raw.node.place.file in files}
    unsound = flawed | {f"{raw.schema.resource}/{raw.id}" for raw in bad}
    problems = [problem for _, problem in found if problem.place not in places]
    return Sound([raw for raw in raws if raw not in bad], certain, problems, frozenset(unsound))


def _name_of(file: str, package: Package) -> str:
    folder, _, name = file.rpartition("/")
    resource = next((schema.resource for schema in package.schemas if schema.folder == folder), folder)
    return f"{resource}/{name.rpartition('.')[0]}"


def _judged(
    raws: list[RawRecord], certain: Container[RawRecord], package: Package, flawed: Collection[str], thorough: bool
) -> Found:
    """First what has the wrong shape, then what Frictionless says of the rest."""
    found: Found = []
    spoiled: dict[RawRecord, list[Path]] = {}
    for raw in (each for each in raws if each not in certain):
        for path, problem in misshapen(raw, package):
            found.append((raw, problem))
            spoiled.setdefault(raw, []).append(path)
    tables = square_up(raws, package, certain)
    wording = Wording(tables, package.vocabularies)
    for verdict in judge(tables, thorough=thorough):
        row = wording.row(verdict)
        if (
            not _is_below((*row.path, verdict.field), spoiled.get(row.raw, ()))
            and wording.target(verdict) not in flawed
        ):
            found.append((row.raw, wording.problem(verdict)))
    return found


def _is_below(path: Path, spoiled: Iterable[Path]) -> bool:
    return any(tuple(path[: len(above)]) == tuple(above) for above in spoiled)
