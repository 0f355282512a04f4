# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight upgrade`: what a newer version of the program brings to a hub, and what of it can be taken over at once.

A file that is as it was made belongs to the program still, and is brought up to date. One that its keepers changed is
theirs: they are shown what the program would write today.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from porchlight.model.schema import Package
from porchlight.putting import put_file
from porchlight.reading.files import leads_out
from porchlight.reading.package import read_package
from porchlight.reading.saying import listed, seen, shown
from porchlight.reading.settings import read_settings
from porchlight.reading.shipped import changelog
from porchlight.starting.kept import KEPT, Kept, digest, kept_text, read_kept
from porchlight.starting.making import OWN, starter_files


class NotMadeHere(Exception):
    """The hub remembers no version; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What is different: `fresh` are files to write as they are, `changed` those that both sides changed."""

    was: Kept
    now: str
    fresh: dict[str, bytes]
    changed: dict[str, bytes]
    gone: tuple[str, ...]


def upgrade_of(root: Path) -> Upgrade:
    """Compare the hub with what this version would make; nothing is written. Raises NotMadeHere."""
    was = read_kept(root)
    if was is None:
        raise NotMadeHere(
            f"This hub has no {KEPT}, so nothing tells with which version it was made.\n"
            "Make a new one beside it with porchlight new, and compare the two."
        )
    files = {path: content for path, content in starter_files(_languages(root)).items() if path != OWN}
    fresh: dict[str, bytes] = {}
    changed: dict[str, bytes] = {}
    for path, content in files.items():
        if leads_out(root, path):
            continue  # a link is told by the check, and never written through
        there = _there(root, path)
        if was.files.get(path) == digest(content) or (there is not None and digest(there) == digest(content)):
            continue
        untouched = there is None if path not in was.files else there is not None and digest(there) == was.files[path]
        if untouched:
            fresh[path] = content
        elif there is not None:  # what its keepers deleted stays deleted
            changed[path] = content
    gone = tuple(path for path in was.files if path not in files and path != OWN and _there(root, path) is not None)
    return Upgrade(was, version("porchlight-hub"), fresh, changed, gone)


def take_over(root: Path, upgrade: Upgrade) -> None:
    """Write the files that are still the program's, and remember this version."""
    kept = kept_text(starter_files(_languages(root)), read_package(root)[0])
    for path, content in (upgrade.fresh | {KEPT: kept.encode()}).items():
        if not leads_out(root, path):
            put_file(root / path, content)


def _languages(root: Path) -> Collection[str]:
    return read_settings(root)[0].languages


def told(root: Path, upgrade: Upgrade) -> str:
    """All of it in words: what is new in the program, in records, and in each file."""
    package, _ = read_package(root)
    return "\n\n".join(
        [
            _versions(upgrade),
            *_news(upgrade),
            *_fields(upgrade.was, package),
            *_files(root, upgrade),
        ]
    )


def _versions(upgrade: Upgrade) -> str:
    if upgrade.was.version == upgrade.now:
        return f"This hub was made with Porchlight {upgrade.now}, and that is what you have."
    return f"This hub was made with Porchlight {shown(upgrade.was.version)}. You have {upgrade.now}."


def _news(upgrade: Upgrade) -> Iterator[str]:
    """The parts of the changelog above that of the hub's own version."""
    if upgrade.was.version == upgrade.now:
        return
    parts = re.split(r"^(?=## \[)", changelog(), flags=re.MULTILINE)[1:]
    for part in parts:
        if part.startswith(f"## [{upgrade.was.version}]"):
            return
        yield part.strip()


def _fields(was: Kept, package: Package) -> Iterator[str]:
    for schema in package.schemas:
        names = [field.name for field in schema.fields]
        before = was.fields.get(schema.resource)
        new, gone = set(names) - set(before or ()), set(before or ()) - set(names)
        if before is None:
            yield f"A new kind of record: {schema.resource}, in {schema.folder}/."
        if before is not None and new:
            yield f"New in {schema.resource}: {listed([name for name in names if name in new], 'and')}."
        if gone:
            yield f"No longer in {schema.resource}: {shown(listed(sorted(gone), 'and'))}. porchlight check tells where."


def _files(root: Path, upgrade: Upgrade) -> Iterator[str]:
    for path, content in upgrade.fresh.items():
        there = _there(root, path)
        yield f"New: {path}" if there is None else f"To bring up to date: {path}\n{_lines(there, content)}"
    for path, content in upgrade.changed.items():
        lines = _lines(_there(root, path), content)
        yield f"You changed {path}. So that you can compare, this is how we would write it now:\n{lines}"
    for path in upgrade.gone:
        yield f"No longer part of a new hub: {shown(path)}. Keep it or delete it."


def _lines(before: bytes | None, after: bytes) -> str:
    old, new = (text.decode("utf-8", "replace").splitlines() for text in (before or b"", after))
    return "\n".join(f"    {seen(line)}" for line in list(difflib.unified_diff(old, new, n=1, lineterm=""))[2:])


def _there(root: Path, path: str) -> bytes | None:
    return (root / path).read_bytes() if (root / path).is_file() and not leads_out(root, path) else None
