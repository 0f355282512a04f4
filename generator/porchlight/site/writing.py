# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files below the output folder: written where they differ, removed where they are no longer made."""

from __future__ import annotations

import logging
import os
import posixpath
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from porchlight.problems import HubHasProblems
from porchlight.putting import in_words
from porchlight.reading.files import leads_out, link_problem
from porchlight.site.made import Made

STAGE = ".unfinished"
"""The folder below the output in which new files lie until all of them are there; one that is found tells of a build
that was cut off."""

log = logging.getLogger("porchlight")


def file_of(path: str) -> str:
    """The file of a page: a folder's is its index.html; what is there to be copied is a text of its own."""
    return path if path.endswith((".html", ".txt")) else f"{path}index.html"


def publish_files(output: Path, files: Mapping[str, bytes]) -> None:
    """Bring the output folder to exactly these files, which are held in memory, as `publish` does."""
    with stage_in(output) as stage:
        publish(output, Made(dict(files)), stage)


def publish(output: Path, files: Made, stage: Path) -> None:
    """Bring the output folder to exactly these files, in place; what Porchlight did not write itself is left alone.

    Nothing is touched before all that is new lies on the disk, on the `stage`, and each file is then put in place
    whole: a full disk leaves the last pages as they were. Cut off at any moment, the next call makes all right, and
    says so in one line.

    Nothing outside of the folder is written or taken away, whatever the list of what was written before names. Raises
    HubHasProblems where a file that is due, or a folder on the way to it, is a link, and NotWritten where the system
    refuses to write.
    """
    _refuse_links(output, files)
    with in_words(output):
        before = _written_before(output)
        _note(output, before.union(files))  # ahead, so that the next build knows what this one may leave
        _write(output, stage, files)
        _remove(output, before.difference(files))
        _note(output, files)


@contextmanager
def stage_in(output: Path) -> Iterator[Path]:
    """The folder below the output in which new files lie until all are there; it goes again, however the build ends.

    Raises HubHasProblems where it is a link, and NotWritten where the system refuses to write below the output.
    """
    _refuse_links(output, [STAGE])
    stage = output / STAGE
    with in_words(output):
        if stage.exists():
            log.info("The last build was cut off while it wrote. This one looks at every page again.")
            shutil.rmtree(stage)
        stage.mkdir(parents=True)
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _manifest(output: Path) -> Path:
    return output.parent / f".{output.name}.manifest"


def _note(output: Path, paths: Iterable[str]) -> None:
    """List what is written. The half-written list has a name that the next build knows, and lies under no link."""
    half = output.parent / f".{output.name}.half.manifest"
    half.unlink(missing_ok=True)
    with half.open("xb") as file:
        file.write("".join(f"{path}\n" for path in sorted(paths)).encode())
    half.replace(_manifest(output))


def _refuse_links(output: Path, files: Iterable[str]) -> None:
    """Raise HubHasProblems for links, and ValueError for what would lie elsewhere, which no build of ours makes."""
    if outside := [path for path in files if path.startswith("/") or ".." in path.split("/")]:
        raise ValueError(f"{outside[0]} does not lie below the output folder.")
    if linked := sorted(_linked(output, [*files])):
        raise HubHasProblems(link_problem(f"{output.name}/{path}") for path in linked)


def _linked(output: Path, files: Iterable[str]) -> Iterator[str]:
    """Those of the files, and of the folders on the way to them, that are links."""
    folders: set[str] = set()
    for path in files:
        folder = posixpath.dirname(path)
        while folder and folder not in folders:
            folders.add(folder)
            folder = posixpath.dirname(folder)
        if _is_link(f"{output}/{path}"):
            yield path
    yield from (folder for folder in folders if _is_link(f"{output}/{folder}"))


def _is_link(path: str) -> bool:
    return os.path.islink(path)  # noqa: PTH114 - asked of each page of a state, where a Path costs more than the answer


def _written_before(output: Path) -> set[str]:
    """What the manifest names; a proposal may have brought one that names anything. A link names nothing."""
    manifest = _manifest(output)
    if manifest.is_symlink() or not manifest.is_file():
        return set()
    return set(manifest.read_text("utf-8", "replace").splitlines())


def _write(output: Path, stage: Path, files: Made) -> None:
    due = {path: lying for path, lying in files.laid.items() if str(lying) != f"{output}/{path}"}
    for number, (path, content) in enumerate(files.held.items()):
        if not _holds(output / path, content):
            due[path] = stage / str(number)
            due[path].write_bytes(content)
    for path, lying in due.items():
        _put(lying, f"{output}/{path}")


def _put(lying: Path, target: str) -> None:
    """Most folders are there: they are made only where one is missing."""
    try:
        lying.replace(target)
    except FileNotFoundError:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        lying.replace(target)


def _holds(target: Path, content: bytes) -> bool:
    try:
        return target.read_bytes() == content
    except (FileNotFoundError, NotADirectoryError):
        return False


def _remove(output: Path, gone: Iterable[str]) -> None:
    for path in sorted(gone, reverse=True):
        target = output / PurePosixPath(path)
        if not os.path.isfile(target) or leads_out(output, path):  # noqa: PTH113 - pathlib stops at a very long name
            continue
        target.unlink()
        for folder in target.relative_to(output).parents:
            if folder != Path() and (output / folder).is_dir() and not any((output / folder).iterdir()):
                (output / folder).rmdir()
