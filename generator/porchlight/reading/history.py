# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""git's log of a hub's records → what changed, record by record. A hub that is in no git has no history."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from porchlight.model.history import Change
from porchlight.model.schema import Package, Schema
from porchlight.reading import nodes
from porchlight.reading.files import YAML_ENDINGS
from porchlight.reading.git import asked_of_each, contents_of, git
from porchlight.reading.hidden import is_hidden
from porchlight.reading.yaml_text import SIZE_CAP, read_yaml

COMMITS = 200
"""So many commits are looked at, the newest first."""

TOO_MANY = 25
"""A commit that touches more files than this is told as a number: it brought a list in, or tidied one up."""

ROOM = 32 * 1024 * 1024
"""Bytes of contents that are read, the newest first; commits before those are told as a number, too."""

_LOG = (
    *("-c", "log.showSignature=false", "log", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-merges"),
    *("--relative", f"--max-count={COMMITS}", "--format=%x01%H %ct %P"),
)
_HEAD = re.compile(r"\x01(?P<sha>[0-9a-f]{40,64}) (?P<at>\d+) ?(?P<parents>[0-9a-f ]*)")

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

    @property
    def contents(self) -> Iterator[str]:
        """Git's names of all that it changed, before and after."""
        return (name for each in self.touched for name in (each.before, each.after))


def read_history(root: Path, package: Package, today: date) -> tuple[Change, ...]:
    """What changed in the hub's records, newest first, as far as the last `COMMITS` commits tell it.

    A commit whose day no clock knows, or is still to come, is left out.
    """
    folders = {f"{schema.folder}/": schema for schema in package.schemas}
    known = (commit for commit in _commits(root, tuple(folders)) if commit.touched)
    commits = [commit for commit in known if commit.at.date() <= today]
    sizes = _sizes(root, sorted({name for commit in commits for name in commit.contents}))
    few = list(_with_room([commit for commit in commits if len(commit.touched) <= TOO_MANY], sizes))
    names = {name for commit in few for name in commit.contents if sizes.get(name, 0) <= SIZE_CAP}
    contents = contents_of(root, sorted(names))
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
    for head, touched in _parted(logged.stdout.decode(errors="replace").split("\0")):
        found = _HEAD.fullmatch(head)
        # Where a clone was cut off, its oldest commit seems to have made everything.
        if found and (found["parents"] or not cut) and (at := _moment(found["at"])):
            yield _Commit(found["sha"], at, touched)


def _parted(texts: Sequence[str]) -> Iterator[tuple[str, tuple[_Touched, ...]]]:
    """Each head with `:100644 100644 before after M` and the file behind it, again and again.

    A file may be called like a head. Only its place behind such words tells that it is none.
    """
    head, touched, rest = "", list[_Touched](), iter(texts)
    for text in rest:
        words = text.split()
        if len(words) == 5 and words[0].startswith(":"):
            if (file := next(rest, "")).endswith(YAML_ENDINGS):
                touched.append(_Touched(file, words[2], words[3]))
        elif text.startswith("\x01"):
            yield head, tuple(touched)
            head, touched = text, []
    yield head, tuple(touched)


def _moment(seconds: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):  # whoever commits may write any number
        return None


def _with_room(commits: Iterable[_Commit], sizes: Mapping[str, int]) -> Iterator[_Commit]:
    """The first of them, as far as their contents fit; what is too big to be a record is never read."""
    room = ROOM
    for commit in commits:
        room -= sum(size for name in commit.contents if (size := sizes.get(name, 0)) <= SIZE_CAP)
        if room < 0:
            return
        yield commit


def _sizes(root: Path, names: Sequence[str]) -> Mapping[str, int]:
    """The size of each content by its name, without reading any."""
    asked = asked_of_each(root, "--batch-check=%(objectname) %(objecttype) %(objectsize)", names)
    known = (line.split() for line in asked.decode().splitlines())
    return {words[0]: int(words[2]) for words in known if len(words) == 3 and words[1] == "blob"}


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
