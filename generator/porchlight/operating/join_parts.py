# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A built site that is to be joined with others: what it says of itself, and which files it has."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from porchlight.reading.files import listing
from porchlight.reading.saying import shown
from porchlight.site.hub_file import FILE, About, read_hub_file
from porchlight.site.writing import STAGE

MOST_TOLD = 100_000
"""Bytes that a site's word about itself may have; a thousand states would need fewer."""


class CannotJoin(Exception):
    """The sites can't be joined as they are; the message says all that stands against it, and nothing was written."""


@dataclass(frozen=True, slots=True)
class Part:
    """A built site: the folder as it was named, and what stands in its `hub.json`."""

    folder: Path
    about: About


def read_parts(folders: Iterable[Path]) -> list[Part]:
    """The sites in the folders; CannotJoin with each folder where no whole one is."""
    found, wrong = list[Part](), list[str]()
    for folder in folders:
        try:
            found.append(_read_part(folder))
        except CannotJoin as problem:
            wrong.append(str(problem))
    if wrong:
        raise CannotJoin("\n".join(wrong))
    return found


def _read_part(folder: Path) -> Part:
    if not folder.is_dir():
        raise CannotJoin(f"{folder} is no folder. Did its build fail? Then put the last good pages of it there.")
    if os.path.lexists(folder / STAGE):
        raise CannotJoin(f"The build of {folder} was cut off, or is still at work. Build it again.")
    told = folder / FILE
    about = read_hub_file(_start(told)) if told.is_file() and not told.is_symlink() else None
    if about is None:
        raise CannotJoin(
            f"{folder} holds no pages that can be joined: it has no {FILE} that this version of Porchlight can read.\n"
            "Name the folder that `porchlight build` wrote, and build it with the same version."
        )
    return Part(folder, about)


def _start(file: Path) -> bytes:
    with file.open("rb") as stream:
        return stream.read(MOST_TOLD)


def files_of(part: Part) -> Iterator[tuple[str, Path]]:
    """Every file of the site by its path, in order; hidden ones stay out.

    Raises CannotJoin at a link, at what is no file, and at a name that no build gives.
    """
    return _below(part.folder, part.folder)


def _below(root: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    for path in listing(folder):
        named = f"{root}/{shown(path.relative_to(root).as_posix())}"
        if path.is_symlink():
            raise CannotJoin(
                f"{named} is a symbolic link to something else and is not followed. Build that site again."
            )
        if not path.name.isprintable() or "\\" in path.name:
            raise CannotJoin(f"{named} has a name that no build gives. Take the file away.")
        if path.is_dir():
            yield from _below(root, path)
        elif path.is_file():
            yield path.relative_to(root).as_posix(), path
        else:
            raise CannotJoin(f"{named} is no file. Take it away.")
