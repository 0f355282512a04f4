# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The whole reading: a hub's folder → its sound records, and every problem in its files at once."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path as FilePath

from porchlight.model.hub import Hub
from porchlight.model.questionnaire import Questionnaire
from porchlight.model.record import Record
from porchlight.model.schema import Package
from porchlight.problems import Place, Problem, in_order
from porchlight.reading.articles import read_articles
from porchlight.reading.convert import to_record
from porchlight.reading.files import read_node
from porchlight.reading.form_services import read_form_services
from porchlight.reading.import_maps import read_import_maps
from porchlight.reading.nodes import Node, Sequence, place_at
from porchlight.reading.package import read_package
from porchlight.reading.poll_files import read_polls
from porchlight.reading.records import RawRecord, read_records, read_records_again, strange_folders
from porchlight.reading.results import read_results
from porchlight.reading.rewritten import rewritten
from porchlight.reading.search_words import read_search_words
from porchlight.reading.settings import read_settings
from porchlight.reading.soundness import Sound, sound_records


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a hub: everything sound in `hub`, everything else in `problems`, in order.

    `unsound` names what others may rightly point at although it is not in the hub (see soundness.Sound).
    """

    root: FilePath
    hub: Hub
    problems: tuple[Problem, ...]
    unsound: frozenset[str]
    days: Mapping[tuple[Place, str], Place]

    def place_of(self, record: Record | Questionnaire, *path: str | int) -> Place:
        """Where the value stands that the path leads to from the record or poll, found by reading its file once more.

        Nothing keeps the places of what is fine, but for `days`: of a large hub thousands grow old, each in a file of
        its own. Where the path leads to nothing, it is the last step that exists.
        """
        if len(path) == 1 and (known := self.days.get((record.place, str(path[0])))):
            return known
        file = record.place.file
        node = _node_again(self.root, file, (self.root / file).stat().st_mtime_ns)
        found = _record_node(node, record.place)
        return place_at(found, path) if found else record.place


@lru_cache(maxsize=4)
def _node_again(root: FilePath, file: str, written: int) -> Node | None:
    """The file as it stands; `written` tells when, so that what was changed since is read anew."""
    return read_node(root, file)[0]


def _record_node(node: Node | None, place: Place) -> Node | None:
    nodes = node.items if isinstance(node, Sequence) else (node,)
    return next((each for each in nodes if each and each.place == place), None)


def read_hub(root: FilePath, only: Container[str] | None = None, *, thorough: bool = False) -> Reading:
    """Everything in the hub's folder, of its records those in the files `only`; never raises for what people wrote.

    checking/changed.py says which files stand for the whole hub where only some were touched. `thorough` has
    Frictionless judge each row, also those that are certainly fine.
    """
    package, problems = read_package(root)
    if not problems:  # the folder of a schema that can't be read is no second mistake
        problems += strange_folders(root, package)
    settings, more = read_settings(root)
    problems += more
    raws, more = read_records(root, package, only)
    problems += more
    results, more = read_results(root)
    problems += more
    form_services, more = read_form_services(root)
    problems += more
    questionnaires, more = read_polls(root, form_services, results.former)
    problems += more
    are_all = not any(each.weight == "problem" for each in more)
    articles, more = read_articles(root, settings.languages, package, questionnaires, are_all)
    problems += more
    problems += read_import_maps(root, questionnaires)[1]
    search_words, more = read_search_words(root)
    problems += more
    hub = Hub(
        settings,
        package,
        {},
        questionnaires,
        articles,
        search_words,
        results.releases,
        results.former,
        form_services,
    )
    return _with_records(root, hub, raws, problems, thorough=thorough)


def read_again(root: FilePath, only: Collection[str], known: Hub) -> Reading:
    """The records of these files as they stand now; all but records and settings is as in `known`, and sound there."""
    settings, problems = read_settings(root)
    raws, more = read_records_again(root, known.package, only)
    return _with_records(root, replace(known, settings=settings), raws, [*problems, *more])


def _with_records(
    root: FilePath, hub: Hub, raws: list[RawRecord], problems: list[Problem], *, thorough: bool = False
) -> Reading:
    sound = sound_records(raws, hub.package, problems, thorough=thorough)
    read = replace(hub, records=_records(sound, hub.package))
    care = rewritten((raw for raw in sound.records if raw not in sound.made), hub.package)
    return Reading(root, read, in_order([*problems, *sound.problems, *care]), sound.unsound, _days(sound.records))


def _days(sound: list[RawRecord]) -> dict[tuple[Place, str], Place]:
    """Where each day stands that is a field of its own, by the record's place and the field."""
    return {
        (raw.node.place, field.name): node.place
        for raw in sound
        for field in raw.schema.fields
        if field.type == "date" and (node := raw.node.get(field.name))
    }


def _records(sound: Sound, package: Package) -> dict[str, tuple[Record, ...]]:
    found: dict[str, list[Record]] = {schema.resource: [] for schema in package.schemas}
    for raw in sound.records:
        found[raw.schema.resource].append(sound.made.get(raw) or to_record(raw, package))
    return {resource: tuple(sorted(records, key=lambda record: record.id)) for resource, records in found.items()}
