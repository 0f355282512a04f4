# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The check of what was touched, and of what points at it, without reading all the rest.

Three sets of files: those touched; those that name one of their records, which a change can break (`pointing`);
and those needed to judge both rightly: what the touched ones point at, who else may claim the same id or address,
and who looks most like a touched record (twins.py). Where the rest of the hub is missing, the check can only find
too much that leads to nothing, never too little. So wherever it finds that, the whole hub is read before anything
is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from porchlight.checking.glance import Glance, glances
from porchlight.checking.run import Checked, check_again, check_hub
from porchlight.checking.scope import NEEDS_ALL, Scope, folders, scope_of
from porchlight.model.hub import Hub
from porchlight.model.pages import is_about_words
from porchlight.model.places import places_schema
from porchlight.model.schema import Package
from porchlight.reading.files import YAML_ENDINGS, leads_out, read_bytes
from porchlight.reading.package import read_package

_IN_HUB = re.compile(r"(data|content)/")


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found; `scope` is None where everything is told of, `whole` is True where everything was read."""

    checked: Checked
    scope: Scope | None
    whole: bool


def check_changed(root: Path, today: date, touched: Mapping[str, bytes]) -> Looked:
    """The check of these files, each with what it held before (b"" for a new one), and of what points at them."""
    package, _ = read_package(root)
    if any(_concerns_all(file, package) for file in touched):
        return Looked(check_hub(root, today), None, whole=True)
    known = {glance.file: glance for glance in glances(root, package)}
    scope = scope_of(root, package, touched, known)
    return _looked(root, today, scope, check_hub(root, today, scope.read))


def check_saved(root: Path, today: date, touched: Mapping[str, bytes], known: Hub, near: dict[str, Glance]) -> Looked:
    """The same where nothing else has changed since a build that was made of `known`, whose files are `near`.

    Of the touched ones `near` is brought up to date.
    """
    if any(file not in near or _concerns_all(file, known.package) for file in touched):
        return Looked(check_hub(root, today), None, whole=True)
    for file in touched:
        if (root / file).is_file() and not leads_out(root, file):
            near[file] = replace(near[file], content=read_bytes(root, file))
        else:
            del near[file]
    scope = scope_of(root, known.package, touched, near)
    return _looked(root, today, scope, check_again(root, today, scope.read, known))


def _looked(root: Path, today: date, scope: Scope, checked: Checked) -> Looked:
    found = checked.told_of(scope.tells)
    whole = any(problem.code in NEEDS_ALL for problem in found.problems)
    return Looked(check_hub(root, today).told_of(scope.tells) if whole else found, scope, whole)


def _concerns_all(file: str, package: Package) -> bool:
    """True for what is no record and no article (settings, codes, polls, results, tables), for words and for places."""
    path = PurePosixPath(file)
    if not _IN_HUB.match(file) or path.name.startswith(("README", ".")):
        return False
    resource = folders(package).get(str(path.parent))
    schema = package.schema_of(resource) if resource else None
    for_all = schema and (is_about_words(schema) or schema is places_schema(package))
    record = bool(resource) and not for_all and path.name.endswith(YAML_ENDINGS)
    unique = any(field.constraints.get("unique") for schema in package.schemas for field in schema.fields)
    return unique or not (record or (file.startswith("content/") and path.suffix == ".md"))
