# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""data/results/<poll>/ → the releases of a poll, and the wordings that people answered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, cast, get_args

from porchlight.model.questionnaire import BreakdownBy, Questionnaire
from porchlight.model.released import Cell, Detail, Figures, Release
from porchlight.model.seal import HIDDEN, seal_of
from porchlight.problems import Place, Problem
from porchlight.reading.files import YAML_ENDINGS, files_in, listing, read_node
from porchlight.reading.nodes import place_at, plain
from porchlight.reading.questionnaires import read_questionnaire
from porchlight.reading.saying import shown

FOLDER = "data/results"
_WORDING = re.compile(r"wording-([1-9][0-9]{0,3})\.yaml")
_BACK = "Nobody writes in this file. Take it back from git."


@dataclass(frozen=True, slots=True)
class Results:
    """All that was published: `former` are the questionnaires as they were when people answered them."""

    releases: tuple[Release, ...]
    former: tuple[Questionnaire, ...]


def read_results(root: Path) -> tuple[Results, list[Problem]]:
    """Every release, by poll, wave and number, every wording that was answered, and every problem in their files."""
    releases: list[Release] = []
    former: list[Questionnaire] = []
    problems: list[Problem] = []
    for folder in (path.name for path in listing(root / FOLDER) if path.is_dir()):
        files, more = files_in(root, f"{FOLDER}/{folder}", YAML_ENDINGS)
        problems += more
        for file in files:
            found, more = _read(root, file)
            problems += more
            if isinstance(found, Release):
                releases.append(found)
            elif found:
                former.append(found)
    releases.sort(key=lambda release: (release.poll, release.wave, release.number))
    return Results(tuple(releases), tuple(former)), problems


def _read(root: Path, file: str) -> tuple[Release | Questionnaire | None, list[Problem]]:
    node, problems = read_node(root, file)
    if node is None:
        return None, problems
    if _WORDING.fullmatch(Path(file).name):
        return read_questionnaire(plain(node), partial(place_at, node))
    try:
        content = plain(node)
        release = release_of(content)
    except (KeyError, TypeError, ValueError, AttributeError):
        message = "This file does not hold results as they were released."
        return None, [*problems, Problem(Place(file), "result-form", message, hint=_BACK)]
    return release, [*problems, *_misfits(file, release, seal_of(content))]


def _misfits(file: str, release: Release, seal: str) -> list[Problem]:
    problems = []
    if seal != release.seal:
        message = "These results were changed after they were released."
        problems.append(Problem(Place(file), "result-changed", message, hint=_BACK))
    name = f"{FOLDER}/{release.poll}/{release.wave}-{release.number}.yaml"
    if file != name:
        message, hint = "Results lie in a file of their own name.", f"Rename it to {name}."
        problems.append(Problem(Place(file), "result-form", message, shown(Path(file).name), hint))
    return problems


def release_of(raw: Mapping[str, Any]) -> Release:
    """The release that a file describes; KeyError, TypeError, ValueError or AttributeError where it describes none."""
    release = Release(
        poll=str(raw["poll"]),
        version=int(raw["version"]),
        wave=str(raw["wave"]),
        number=int(raw["number"]),
        made_on=date.fromisoformat(raw["made_on"]),
        people=int(raw["people"]),
        modes=_told(raw["modes"]),
        languages=_told(raw["languages"]),
        figures=tuple(map(_figures, raw["figures"] or ())),
        breakdown=tuple(map(_cell, raw["breakdown"] or ())),
        is_last=_truth(raw["is_last"]),
        wording=str(raw["wording"]),
        before=str(raw["before"]),
    )
    return replace(release, seal=str(raw["seal"]))


def _figures(raw: Mapping[str, Any]) -> Figures:
    detail = raw["detail"]
    if detail not in get_args(Detail):
        raise ValueError(detail)
    counts = {code: int(count) for code, count in raw["counts"].items()}
    return Figures(raw["item"], int(raw["people"]), cast("Detail", detail), counts, int(raw["since"]))


def _cell(raw: Mapping[str, Any]) -> Cell:
    by = raw["by"]
    if by not in get_args(BreakdownBy):
        raise ValueError(by)
    return Cell(cast("BreakdownBy", by), raw["group"], raw["item"], int(raw["people"]), _told(raw["counts"]))


def _told(raw: Mapping[str, str]) -> dict[str, int | None]:
    return {name: None if count == HIDDEN else int(count) for name, count in raw.items()}


def _truth(raw: str) -> bool:
    if raw not in ("true", "false"):
        raise ValueError(raw)
    return raw == "true"
