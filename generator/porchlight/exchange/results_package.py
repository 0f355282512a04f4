# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Results as files: one table in long form, and the Data Package that says what it means."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence

from porchlight.model import paths
from porchlight.model.cells import harmless
from porchlight.model.hub import Hub
from porchlight.model.questionnaire import SIDES, Item, Questionnaire
from porchlight.model.released import Cell, Figures, Release, detail_for
from porchlight.polls.counting import percent
from porchlight.views.told import releases_of, wordings

FIELDS: Mapping[str, tuple[str, str]] = {
    "poll": ("string", "The id of the poll"),
    "version": ("integer", "The version of its words"),
    "wave": ("string", "The time of asking"),
    "release": ("integer", "The number of the release within the wave, the newest having the highest"),
    "by": ("string", "What the group is a part by (mode or language); empty for everyone"),
    "group": ("string", "The group; empty for everyone"),
    "item": ("string", "The id of the line"),
    "people": ("integer", "How many answered the line; empty where fewer than 11 did"),
    "detail": ("string", "sides, percent or options: how finely the line is told; empty where nothing is told"),
    "code": ("string", "The code of the answer, or the side (disagree, neutral, agree)"),
    "label": ("string", "The words of the answer in the poll's first language; for a side its code"),
    "count": ("integer", "How many gave this answer; empty where only percentages are told or it is hidden"),
    "percent": (
        "integer",
        "The same of a hundred, a half rounded up; empty where it is hidden or fewer than 30 answered",
    ),
    "hidden": ("boolean", "true where a number is left out since it could tell of a person"),
}
"""Every column but the words of the line: its Table Schema type and what it holds."""

SIDES_TOLD = tuple((side, side) for side in SIDES)

Line = dict[str, str]


def results_files(hub: Hub) -> dict[str, bytes]:
    """The table and the Data Package of each poll of which something is released, beside its results page."""
    files: dict[str, bytes] = {}
    for poll in hub.questionnaires:
        found, folder = releases_of(hub, poll), paths.results_path(poll.id)
        if found:
            files[f"{folder}results.csv"] = _table(hub, poll, found)
            files[f"{folder}datapackage.json"] = _package(hub, poll)
    return files


def _table(hub: Hub, poll: Questionnaire, found: tuple[Release, ...]) -> bytes:
    out = io.StringIO(newline="")
    languages = _languages(hub, poll)
    table = csv.DictWriter(out, list(_fields(languages)), restval="", lineterminator="\r\n")
    table.writeheader()
    for release in found:
        for line in _lines(release, hub.as_answered(release) or poll, languages):
            table.writerow({name: harmless(value) for name, value in line.items()})
    return out.getvalue().encode()


def _languages(hub: Hub, poll: Questionnaire) -> tuple[str, ...]:
    """Every language in which the poll is or was asked, those of today first."""
    return tuple(dict.fromkeys(language for version in wordings(hub, poll) for language in version.languages))


def _fields(languages: Sequence[str]) -> dict[str, tuple[str, str]]:
    """The columns in their order, the words of the line in each language behind its id."""
    words = {f"item_{each}": ("string", f"The words of the line in the language “{each}”") for each in languages}
    names = list(FIELDS)
    behind = names.index("item") + 1
    return {name: FIELDS[name] for name in names[:behind]} | words | {name: FIELDS[name] for name in names[behind:]}


def _lines(release: Release, asked: Questionnaire, languages: Sequence[str]) -> Iterator[Line]:
    told = {figures.item: figures for figures in release.figures}
    for item in asked.items():
        about = _about(release, item, languages)
        if figures := told.get(item.id):
            yield from ({**about, **line} for line in _figures(asked, figures))
        else:
            yield {**about, "hidden": "true"}
        for cell in release.breakdown:
            if cell.item == item.id:
                yield from ({**about, **line} for line in _cell(asked, cell))


def _about(release: Release, item: Item, languages: Sequence[str]) -> Line:
    return {
        "poll": release.poll,
        "version": str(release.version),
        "wave": release.wave,
        "release": str(release.number),
        "item": item.id,
    } | {f"item_{each}": item.label.get(each, "") for each in languages}


def _figures(asked: Questionnaire, figures: Figures) -> Iterator[Line]:
    for code, label in _options(asked) if figures.detail == "options" else SIDES_TOLD:
        number = figures.counts.get(code, 0)
        only_share = figures.detail == "percent"
        yield {
            "people": str(figures.people),
            "detail": figures.detail,
            "code": code,
            "label": label,
            "count": "" if only_share else str(number),
            "percent": str(number) if only_share else _of_a_hundred(number, figures.people),
            "hidden": "false",
        }


def _cell(asked: Questionnaire, cell: Cell) -> Iterator[Line]:
    for code, label in SIDES_TOLD:
        number = cell.counts.get(code, 0)
        yield {
            "by": cell.by,
            "group": cell.group,
            "people": str(cell.people),
            "detail": "sides",
            "code": code,
            "label": label,
            "count": "" if number is None else str(number),
            "percent": "" if number is None else _of_a_hundred(number, cell.people),
            "hidden": "true" if number is None else "false",
        }


def _of_a_hundred(number: int, people: int) -> str:
    """The whole percentage; "" of so few people that it would look finer than their answers are."""
    return "" if detail_for(people) == "sides" else str(percent(number, people))


def _options(asked: Questionnaire) -> list[tuple[str, str]]:
    """Every option in order, with its words."""
    return [(option.code, asked.said(option.label, asked.languages[0])) for option in asked.options]


def _package(hub: Hub, poll: Questionnaire) -> bytes:
    versions = wordings(hub, poll)
    fields = [
        {"name": name, "type": kind, "description": about} | _categories(versions, name)
        for name, (kind, about) in _fields(_languages(hub, poll)).items()
    ]
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"{poll.id}-results",
        "title": poll.said(poll.title, poll.languages[0]),
        "description": "Counts of answers. People chose to take part. They may differ from everyone else, so no margin "
        "of error can be worked out. The page “codebook” beside this file tells how it was asked.",
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "resources": [
            {
                "name": "results",
                "type": "table",
                "path": "results.csv",
                "format": "csv",
                "encoding": "utf-8",
                "schema": {"fields": fields, "missingValues": [""]},
            }
        ],
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _categories(versions: Sequence[Questionnaire], name: str) -> dict[str, object]:
    """The codes of answers in every version, in their order, so that a program need not guess it."""
    if name != "code":
        return {}
    codes = [option.code for version in versions for option in version.options]
    return {"constraints": {"enum": list(dict.fromkeys([*codes, *SIDES]))}}
