# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a change does beside records and texts: files that are run, and each setting of the hub.

A keeper who sees one harmless sentence about a record must not take in a program unseen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from porchlight.changes.git import FOLDERS
from porchlight.changes.saying import Said, Sentence, several
from porchlight.model.form_services import host_of
from porchlight.model.hub import Settings
from porchlight.reading.settings import FILE

_NAMED_AT_MOST = 12
_KEYS = {"taglines": "tagline"}
"""The names of settings in data/hub.yaml, where the program calls them otherwise."""


def what_runs(files: Sequence[str]) -> Iterator[Sentence]:
    """A sentence that names every file outside of what is only read."""
    found = [file for file in files if not file.startswith(tuple(f"{folder}/" for folder in FOLDERS))]
    if found:
        more = len(found) - _NAMED_AT_MOST
        rest = f", and {more:,} more" if more > 0 else ""
        named = several(found[:_NAMED_AT_MOST])
        yield ("This changes what runs: ", *named, f"{rest}. Let someone who knows it read it.")


def settings_changes(before: Settings, after: Settings) -> Iterator[Sentence]:
    """A sentence for each setting that is another, and one that names the host if answers go to another."""
    was, now = _said(before), _said(after)
    for name in dict.fromkeys((*was, *now)):
        if was.get(name) != now.get(name):
            yield _changed(name, was.get(name, ""), now.get(name, ""))
    if (host := host_of(after.form_service)) != host_of(before.form_service):
        where = Said(host) if host else "the site's own host"
        yield ("Answers to polls would go to ", where, ".")


def _changed(name: str, was: str, now: str) -> Sentence:
    start = (Said(FILE), ": ", Said(name))
    if not was:
        return (*start, " is now ", Said(now), ". It was empty.")
    if not now:
        return (*start, " is now empty. It was ", Said(was), ".")
    return (*start, " was ", Said(was), ", is now ", Said(now), ".")


def _said(settings: Settings) -> dict[str, str]:
    """Each setting as it stands in the file, on one line."""
    found: dict[str, str] = {}
    for each in fields(settings):
        name, value = _KEYS.get(each.name, each.name), getattr(settings, each.name)
        if isinstance(value, Mapping):
            found |= {f"{name}, {key}": _line(one) for key, one in value.items()}
        else:
            found[name] = _line(value)
    return found


def _line(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
