# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""data/polls/imports/*.yaml → what is remembered of the exports of form services."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from porchlight.model.import_map import LEFT_OUT, ImportMap
from porchlight.model.poll_names import is_poll_id
from porchlight.model.questionnaire import Questionnaire
from porchlight.problems import Problem
from porchlight.reading.files import YAML_ENDINGS, files_in, read_node
from porchlight.reading.nodes import Mapping, Scalar
from porchlight.reading.saying import did_you_mean, shown
from porchlight.reading.taking import Taker, take

FOLDER = "data/polls/imports"


def read_import_maps(root: Path, polls: Sequence[Questionnaire]) -> tuple[tuple[ImportMap, ...], list[Problem]]:
    """Every sound mapping, and every problem in their files, items and codes that their poll does not have included."""
    files, problems = files_in(root, FOLDER, YAML_ENDINGS)
    maps: list[ImportMap] = []
    for file in files:
        node, found = read_node(root, file)
        taker = take(node, "a remembered mapping", found)
        if taker:
            read = ImportMap(
                poll=taker.text("poll", needed=True),
                service=taker.text("service", needed=True),
                columns=_pairs(taker, "columns"),
                values=_pairs(taker, "values"),
            )
            taker.done()
            found += _strangers(root, taker, read, polls)
            maps.extend([] if found else [read])
        problems += found
    return tuple(maps), problems


def _pairs(taker: Taker, name: str) -> dict[str, str]:
    below = taker.one(name, f"“{name}”")
    return {key.text: below.text(key.text) for key in below.names()} if below else {}


def _strangers(root: Path, taker: Taker, read: ImportMap, polls: Sequence[Questionnaire]) -> Iterator[Problem]:
    """What the poll does not have."""
    poll = next((each for each in polls if each.id == read.poll), None)
    if poll is None:
        if read.poll and not _is_written(root, read.poll):
            hint = did_you_mean(read.poll, [each.id for each in polls]) or "Delete this file if the poll is gone."
            message = "This hub has no poll with this id."
            yield Problem(taker.place_of("poll"), "import-poll-unknown", message, shown(read.poll), hint)
        return
    items, codes = {item.id for item in poll.items()}, poll.codes()
    for text in _others(taker, "columns", items):
        message = "The poll has no item with this id."
        yield Problem(text.place, "import-item-unknown", message, shown(text.value), did_you_mean(text.value, items))
    for text in _others(taker, "values", codes):
        message = "The poll has no answer with this code."
        hint = f"Its codes are: {', '.join(sorted(codes))}."
        yield Problem(text.place, "import-code-unknown", message, shown(text.value), hint)


def _is_written(root: Path, poll: str) -> bool:
    """True for a poll that has a file, sound or not: what is wrong in there is no second mistake here."""
    return is_poll_id(poll) and any((root / f"data/polls/{poll}{ending}").is_file() for ending in YAML_ENDINGS)


def _others(taker: Taker, name: str, known: Collection[str]) -> Iterator[Scalar]:
    """The texts below the name that are not known."""
    below = taker.node.get(name)
    for entry in below.entries.values() if isinstance(below, Mapping) else ():
        if isinstance(entry.value, Scalar) and entry.value.value not in (*known, LEFT_OUT):
            yield entry.value
