# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files below the output folder: written where they differ, removed where they are no longer made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from porchlight.problems import HubHasProblems
from porchlight.putting import put_file
from porchlight.reading.files import leads_out, link_problem


def file_of(path: str) -> str:
    """The file of a page: a folder's is its index.html; what is there to be copied is a text of its own."""
    return path if path.endswith((".html", ".txt")) else f"{path}index.html"


def publish_files(output: Path, files: Mapping[str, bytes]) -> None:
    """Bring the output folder to exactly these files, in place; what Porchlight did not write itself is left alone.

    Nothing outside of the folder is written or taken away, whatever the list of what was written before names. Raises
    HubHasProblems where a file that is due, or a folder on the way to it, is a link.
    """
    if linked := sorted(_linked(output, files)):
        raise HubHasProblems(link_problem(f"{output.name}/{path}") for path in linked)
    before = _written_before(output)
    _write(output, files)
    _remove(output, before - set(files))
    put_file(_manifest(output), "".join(f"{path}\n" for path in sorted(files)).encode())


def _manifest(output: Path) -> Path:
    return output.parent / f".{output.name}.manifest"


def _linked(output: Path, files: Iterable[str]) -> Iterator[str]:
    folders = {PurePosixPath(path).parent for path in files} - {PurePosixPath()}
    yield from (str(folder) for folder in folders if leads_out(output, str(folder)))
    yield from (path for path in files if (output / path).is_symlink())


def _written_before(output: Path) -> set[str]:
    """What the manifest names; a proposal may have brought one that names anything. A link names nothing."""
    manifest = _manifest(output)
    if manifest.is_symlink() or not manifest.is_file():
        return set()
    return set(manifest.read_text("utf-8", "replace").splitlines())


def _write(output: Path, files: Mapping[str, bytes]) -> None:
    output.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        target = output / PurePosixPath(path)
        try:
            if target.read_bytes() == content:
                continue
        except (FileNotFoundError, NotADirectoryError):
            target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _remove(output: Path, gone: Iterable[str]) -> None:
    for path in sorted(gone, reverse=True):
        target = output / PurePosixPath(path)
        if not target.is_file() or leads_out(output, path):
            continue
        target.unlink()
        for folder in target.relative_to(output).parents:
            if folder != Path() and (output / folder).is_dir() and not any((output / folder).iterdir()):
                (output / folder).rmdir()
