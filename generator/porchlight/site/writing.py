# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files below the output folder: written where they differ, removed where they are no longer made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath


def file_of(path: str) -> str:
    """The file of a page: a folder's is its index.html; what is there to be copied is a text of its own."""
    return path if path.endswith((".html", ".txt")) else f"{path}index.html"


def publish_files(output: Path, files: Mapping[str, bytes]) -> None:
    """Bring the output folder to exactly these files, in place; what Porchlight did not write itself is left alone."""
    manifest = output.parent / f".{output.name}.manifest"
    before = manifest.read_text(encoding="utf-8").splitlines() if manifest.exists() else []
    _write(output, files)
    _remove(output, set(before) - set(files))
    manifest.write_text("".join(f"{path}\n" for path in sorted(files)), encoding="utf-8")


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
        target.unlink(missing_ok=True)
        for folder in target.relative_to(output).parents:
            if folder != Path() and (output / folder).is_dir() and not any((output / folder).iterdir()):
                (output / folder).rmdir()
