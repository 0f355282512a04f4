# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""data/polls/ → every questionnaire of a hub, as far as it fits its file, the others and what people have answered."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from pathlib import Path

from porchlight.model.ballot_codes import ballot_code
from porchlight.model.form_services import FormService
from porchlight.model.questionnaire import Questionnaire
from porchlight.model.wording import wording
from porchlight.problems import Place, Problem
from porchlight.reading.files import YAML_ENDINGS, files_in, id_not_file_name, read_node
from porchlight.reading.nodes import place_at, plain
from porchlight.reading.poll_parts import PlaceOf
from porchlight.reading.poll_providers import provider_problems
from porchlight.reading.questionnaires import read_questionnaire
from porchlight.reading.saying import shown


def read_polls(
    root: Path, services: Mapping[str, FormService], answered: Collection[Questionnaire] = ()
) -> tuple[tuple[Questionnaire, ...], list[Problem]]:
    """Every sound questionnaire of the hub, by file name, and every problem in their files.

    `answered` are questionnaires as people have answered them: their words stay as they are.
    """
    files, problems = files_in(root, "data/polls", YAML_ENDINGS, others=("imports",))
    polls: list[Questionnaire] = []
    ballot_codes: dict[str, str] = {}
    for file in files:
        node, found = read_node(root, file)
        if node is not None:
            place_of = partial(place_at, node)
            poll, more = read_questionnaire(plain(node), place_of)
            found += more
            if poll and poll.id != Path(file).stem:
                found.append(id_not_file_name(place_of(("id",)), poll.id))
            found += _changed(poll, answered, place_of) if poll else []
            if poll and poll.id in {each.id for each in polls}:
                place, hint = place_of(("id",)), "Give one of them another id, or delete one."
                found.append(Problem(place, "id-doubled", "Two polls have this id.", shown(poll.id), hint))
            elif poll:
                found += _same_ballot_code(poll, place_of(("id",)), ballot_codes)
            found += provider_problems(poll, services, place_of) if poll else ()
            polls.extend([poll] if poll and not any(each.weight == "problem" for each in found) else [])
        problems += found
    return tuple(polls), problems


def _changed(poll: Questionnaire, answered: Collection[Questionnaire], place_of: PlaceOf) -> list[Problem]:
    """A problem for each word that is not as it was when people answered this version."""
    before = next((wording(each) for each in answered if (each.id, each.version) == (poll.id, poll.version)), None)
    if before is None:
        return []
    now = wording(poll)
    paths = [path for path, words in now.items() if dict(before.get(path, {})) != dict(words)]
    paths += [path[:1] for path in before if path not in now]
    message = f"People have answered version {poll.version}, so its words stay as they are."
    hint = "Put the old words back, or ask the new ones as a new version:"
    paste = f"version: {poll.version + 1}"
    places = dict.fromkeys(map(place_of, paths))
    return [Problem(place, "poll-wording-changed", message, "", hint, paste) for place in places]


def _same_ballot_code(poll: Questionnaire, place: Place, held: dict[str, str]) -> Iterator[Problem]:
    """A code stands on paper for ever, a former version's too; of two polls the one that is read later gives way."""
    for version in range(1, poll.version + 1):
        code = ballot_code(poll.id, version)
        other = held.setdefault(code, poll.id)
        if other != poll.id:
            message = f"On paper, this poll would have the same code as “{other}”."
            yield Problem(place, "ballot-code-taken", message, code, "Give it another id.")
