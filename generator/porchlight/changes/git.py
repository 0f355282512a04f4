# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What git knows of a hub at another commit. A file that is too big to be read is left out."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from porchlight.reading.git import MISSING, contents_of, git
from porchlight.reading.yaml_text import SIZE_CAP

FOLDERS = ("data", "content")
"""What a hub is read from, below its folder."""

_MAIN = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
_COMMIT = re.compile(r"[0-9a-f]{40,64}")
_ORDINARY = ("100644", "100755")


class CannotCompare(Exception):
    """There is nothing to compare with; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A file as git keeps it, by its path below the hub's folder."""

    file: str
    sha: str


@dataclass(frozen=True)
class Repository:
    """The git repository that a hub lies in, or CannotCompare at the first question."""

    root: Path

    def since(self, ref: str = "") -> str:
        """The commit to compare with: where this branch left the other one, by default the main branch."""
        if ref.startswith("-"):
            raise CannotCompare("A branch or commit never begins with “-”.")
        known = self._commit(ref) if ref else next(filter(None, map(self._commit, _MAIN)), "")
        if not known:
            asked = f"“{ref[:60]}”" if ref else "the main branch"
            raise CannotCompare(f"Git does not know {asked} here. Fetch it, or name a commit with --since.")
        return self._told("merge-base", known, "HEAD").strip() or known

    def touched(self, since: str) -> tuple[str, ...]:
        """Every file of the hub that differs from that commit, committed or not, taken away or new, sorted."""
        changed = self._told("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative", since, "--")
        new = self._told("ls-files", "--others", "--exclude-standard", "-z", "--")
        return tuple(sorted({file for file in (*changed.split("\0"), *new.split("\0")) if file}))

    def beside(self, since: str) -> tuple[str, ...]:
        """What differs from that commit in the repository but not in the hub, as `../` leads there from it."""
        changed = self._told("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-relative", since, "--")
        up = "../" * self._prefix.count("/")
        return tuple(f"{up}{file}" for file in changed.split("\0") if file and not file.startswith(self._prefix))

    def before(self, since: str, files: Iterator[str] | tuple[str, ...]) -> Mapping[str, bytes]:
        """What these files held at that commit; a file that was not there is not in it."""
        wanted = frozenset(files)
        blobs = [blob for blob in self._blobs(since) if blob.file in wanted]
        return dict(self._contents(blobs))

    def write_out(self, since: str, folder: Path) -> None:
        """Write the hub as it was at that commit into an empty folder; links are left out."""
        for file, content in self._contents(list(self._blobs(since))):
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    @cached_property
    def _prefix(self) -> str:
        """The hub's folder below the repository's, ending in a slash, or ""."""
        return self._told("rev-parse", "--show-prefix").rstrip("\n")

    def _commit(self, ref: str) -> str:
        found = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        name = found.stdout.decode().strip()
        return name if _COMMIT.fullmatch(name) else ""  # “^main” is answered too, with what is no commit

    def _blobs(self, since: str) -> Iterator[Blob]:
        tree = f"{since}:{self._prefix.rstrip('/')}" if self._prefix else since
        for line in self._told("ls-tree", "-r", "-l", "-z", "--full-tree", tree, "--", *FOLDERS).split("\0")[:-1]:
            about, _, file = line.partition("\t")
            mode, _kind, sha, size = about.split()
            if mode in _ORDINARY and int(size) <= SIZE_CAP and ".." not in PurePosixPath(file).parts:
                yield Blob(file, sha)

    def _contents(self, blobs: list[Blob]) -> Iterator[tuple[str, bytes]]:
        """Each file with its content."""
        found = contents_of(self.root, [blob.sha for blob in blobs])
        yield from ((blob.file, found[blob.sha]) for blob in blobs if blob.sha in found)

    def _told(self, *arguments: str) -> str:
        done = self._run(*arguments)
        if done.returncode:
            raise CannotCompare(
                "This hub's folder is in no git repository that can be read, so nothing can be compared."
            )
        return done.stdout.decode(errors="surrogateescape")

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        done = git(self.root, *arguments)
        if done is None:
            raise CannotCompare(MISSING)
        return done
