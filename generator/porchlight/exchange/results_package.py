# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Results as files: one table in long form, and the Data Package that says what it means."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping

from porchlight.model import paths
from porchlight.model.hub import Hub
from porchlight.model.questionnaire import SIDES, Item, Questionnaire
from porchlight.model.released import Cell, Figures, Release
from porchlight.polls.shares import percent
from porchlight.views.told import releases_of

FIELDS: Mapping[str, tuple[str, str]] = {
    "poll": ("string", "The id of the poll"),
    "version": ("integer", "The version of its words"),
    "wave": ("string", "The time of asking"),
    "release": ("integer", "The number of the release within the wave, the newest having the highest"),
    "by": ("string", "What the group is a part by (mode or language); empty for everyone"),
    "group": ("string", "The group; empty for everyone"),
    "item": ("string", "The id of the line"),
    "item_en": ("string", "The words of the line in English"),
    "item_es": ("string", "The words of the line in Spanish"),
    "people": ("integer", "How many answered the line; empty where fewer than 11 did"),
    "detail": ("string", "sides, percent or options: how finely the line is told; empty where nothing is told"),
    "code": ("string", "The code of the answer, or the side (disagree, neutral, agree)"),
    "label": ("string", "The words of the answer in the poll's first language; for a side its code"),
    "count": ("integer", "How many gave this answer; empty where only percentages are told or it is hidden"),
    "percent": ("integer", "The same of a hundred, a half rounded up; empty where it is hidden"),
    "hidden": ("boolean", "true where a number is left out since it could tell of a person"),
}
"""Every column: its Table Schema type and what it holds."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet run a cell as a formula, where it comes first."""

Line = dict[str, str]


def results_files(hub: Hub) -> dict[str, bytes]:
    """The table and the Data Package of each poll of which something is released, beside its results page."""
    files: dict[str, bytes] = {}
    for poll in hub.questionnaires:
        found, folder = releases_of(hub, poll), paths.results_path(poll.id)
        if found:
            files[f"{folder}results.csv"] = _table(hub, poll, found)
            files[f"{folder}datapackage.json"] = _package(poll)
    return files


def _table(hub: Hub, poll: Questionnaire, found: tuple[Release, ...]) -> bytes:
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, list(FIELDS), restval="", lineterminator="\r\n")
    table.writeheader()
    for release in found:
        for line in _lines(release, hub.as_answered(release) or poll):
            table.writerow({name: safe(value) for name, value in line.items()})
    return out.getvalue().encode()


def safe(value: str) -> str:
    """The value with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{value}" if value.startswith(FORMULA) else value


def _lines(release: Release, asked: Questionnaire) -> Iterator[Line]:
    told = {figures.item: figures for figures in release.figures}
    for item in asked.items():
        about = _about(release, item)
        if figures := told.get(item.id):
            yield from ({**about, **line} for line in _figures(asked, figures))
        else:
            yield {**about, "hidden": "true"}
        for cell in release.breakdown:
            if cell.item == item.id:
                yield from ({**about, **line} for line in _cell(asked, cell))


def _about(release: Release, item: Item) -> Line:
    return {
        "poll": release.poll,
        "version": str(release.version),
        "wave": release.wave,
        "release": str(release.number),
        "item": item.id,
        "item_en": item.label.get("en", ""),
        "item_es": item.label.get("es", ""),
    }


def _figures(asked: Questionnaire, figures: Figures) -> Iterator[Line]:
    for code, label in _codes(asked, figures.counts):
        number = figures.counts.get(code, 0)
        only_share = figures.detail == "percent"
        yield {
            "people": str(figures.people),
            "detail": figures.detail,
            "code": code,
            "label": label,
            "count": "" if only_share else str(number),
            "percent": str(number if only_share else percent(number, figures.people)),
            "hidden": "false",
        }


def _cell(asked: Questionnaire, cell: Cell) -> Iterator[Line]:
    for code, label in _codes(asked, cell.counts):
        number = cell.counts.get(code, 0)
        yield {
            "by": cell.by,
            "group": cell.group,
            "people": str(cell.people),
            "detail": "sides" if code in SIDES else "options",
            "code": code,
            "label": label,
            "count": "" if number is None else str(number),
            "percent": "" if number is None else str(percent(number, cell.people)),
            "hidden": "true" if number is None else "false",
        }


def _codes(asked: Questionnaire, counts: Mapping[str, int | None]) -> list[tuple[str, str]]:
    """Sides or options, whichever was counted, in order and with their words."""
    if not set(SIDES).isdisjoint(counts):
        return [(side, side) for side in SIDES]
    return [(option.code, asked.said(option.label, asked.languages[0])) for option in asked.options]


def _package(poll: Questionnaire) -> bytes:
    fields = [
        {"name": name, "type": kind, "description": about} | _categories(poll, name)
        for name, (kind, about) in FIELDS.items()
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


def _categories(poll: Questionnaire, name: str) -> dict[str, object]:
    """The codes of answers in their order, so that a program need not guess it."""
    if name != "code":
        return {}
    return {"constraints": {"enum": [*(option.code for option in poll.options), *SIDES]}}
