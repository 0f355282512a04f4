# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""git's log of a hub's records → what changed, record by record. A hub that is in no git has no history."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from porchlight.model.history import Change
from porchlight.model.schema import Package, Schema
from porchlight.reading import nodes
from porchlight.reading.files import YAML_ENDINGS
from porchlight.reading.git import git
from porchlight.reading.hidden import is_hidden
from porchlight.reading.yaml_text import read_yaml

COMMITS = 200
"""So many commits are looked at, the newest first."""

TOO_MANY = 25
"""A commit that touches more files than this is told as a number: it brought a list in, or tidied one up."""

_LOG = (
    *("-c", "log.showSignature=false", "log", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-merges"),
    *("--relative", f"--max-count={COMMITS}", "--format=%x01%H %ct %P"),
)
_HEAD = re.compile(r"(?P<sha>[0-9a-f]{40,64}) (?P<at>\d+) ?(?P<parents>[0-9a-f ]*)")

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Touched:
    """A file that a commit changed, with git's names of its contents before and after; zeros where there was none."""

    file: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Commit:
    sha: str
    at: datetime
    touched: tuple[_Touched, ...]


def read_history(root: Path, package: Package) -> tuple[Change, ...]:
    """What changed in the hub's records, newest first, as far as the last `COMMITS` commits tell it."""
    folders = {f"{schema.folder}/": schema for schema in package.schemas}
    commits = [commit for commit in _commits(root, tuple(folders)) if commit.touched]
    few = [commit for commit in commits if len(commit.touched) <= TOO_MANY]
    names = {name for commit in few for each in commit.touched for name in (each.before, each.after)}
    contents = _contents(root, sorted(names))
    return tuple(
        change
        for commit in commits
        for folder, schema in folders.items()
        if (touched := [each for each in commit.touched if each.file.startswith(folder)])
        for change in _changes(commit, schema, touched, contents if commit in few else None)
    )


def _commits(root: Path, folders: Sequence[str]) -> Iterator[_Commit]:
    logged = git(root, *_LOG, "--", *folders)
    shallow = git(root, "rev-parse", "--is-shallow-repository")
    if logged is None or shallow is None or logged.returncode:
        return
    cut = shallow.stdout.strip() == b"true"
    for text in logged.stdout.decode(errors="replace").split("\x01")[1:]:
        head, *rest = text.split("\0")
        found = _HEAD.fullmatch(head)
        # Where a clone was cut off, its oldest commit seems to have made everything.
        if found and (found["parents"] or not cut):
            at = datetime.fromtimestamp(int(found["at"]), UTC)
            yield _Commit(found["sha"], at, tuple(_touched(rest)))


def _touched(parts: Sequence[str]) -> Iterator[_Touched]:
    """`:100644 100644 before after M` and the file behind it, again and again."""
    for about, file in pairwise(parts):
        words = about.split()
        if len(words) == 5 and words[0].startswith(":") and file.endswith(YAML_ENDINGS):
            yield _Touched(file, words[2], words[3])


def _contents(root: Path, names: Sequence[str]) -> Mapping[str, bytes]:
    """Each content by its name, by one call of git for all of them."""
    asked = git(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode()) if names else None
    rest, position = asked.stdout if asked else b"", 0
    found: dict[str, bytes] = {}
    while (end := rest.find(b"\n", position)) >= 0:
        name, _, size = rest[position:end].decode().partition(" ")
        length = int(size.split()[-1]) if size.startswith("blob") else -1
        found[name] = rest[end + 1 : end + 1 + max(length, 0)]
        position = end + length + 2
    return found


def _changes(
    commit: _Commit, schema: Schema, touched: Sequence[_Touched], contents: Mapping[str, bytes] | None
) -> Iterator[Change]:
    if contents is None:
        yield Change(commit.sha, commit.at, schema.resource, "many")
        return
    before = _records([(each.file, contents.get(each.before, b"")) for each in touched])
    after = _records([(each.file, contents.get(each.after, b"")) for each in touched])
    gone = set(before) - set(after)
    for its_id, record in after.items():
        old_id = next((name for name in (its_id, *_formerly(schema, record)) if name in before), "")
        gone.discard(old_id)
        fields = tuple(_told(schema, before.get(old_id, {}), record))
        if not old_id:
            yield Change(commit.sha, commit.at, schema.resource, "new", its_id)
        elif fields:
            yield Change(commit.sha, commit.at, schema.resource, "changed", its_id, fields)
    if gone:
        yield Change(commit.sha, commit.at, schema.resource, "gone", count=len(gone))


def _records(files: Sequence[tuple[str, bytes]]) -> dict[str, Fields]:
    """The records of these files by their id, as plain texts, lists and mappings; what can't be read is left out."""
    found: dict[str, Fields] = {}
    for file, content in files:
        node, _ = read_yaml(content, file)
        plain = nodes.plain(node) if node else None
        for each in plain if isinstance(plain, list) else [plain]:
            if isinstance(each, dict) and isinstance(each.get("id"), str):
                found[each["id"]] = each
    return found


def _formerly(schema: Schema, record: Fields) -> Sequence[str]:
    field = schema.field_for("formerly")
    names = record.get(field.name) if field else None
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def _told(schema: Schema, before: Fields, after: Fields) -> Iterator[str]:
    """The fields that say something else now and that everyone may see, in the order of the schema."""
    for field in schema.fields:
        if not is_hidden(field) and field.role != "id" and before.get(field.name) != after.get(field.name):
            yield field.name
