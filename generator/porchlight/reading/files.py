# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which files a hub has, and their bytes: the only place in the reading that touches the disk."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from itertools import accumulate, islice
from pathlib import Path

from porchlight.problems import Place, Problem
from porchlight.reading.hidden import NAMES
from porchlight.reading.nodes import Node
from porchlight.reading.saying import shown
from porchlight.reading.yaml_text import SIZE_CAP, read_yaml

YAML_ENDINGS = (".yaml", ".yml")
_GOOD_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def read_bytes(root: Path, file: str) -> bytes:
    """The file's bytes, one more than the cap at most, so that a huge file is never held whole."""
    with (root / file).open("rb") as stream:
        return stream.read(SIZE_CAP + 1)


def whole_text(root: Path, file: str) -> str | None:
    """The file's whole text, to the byte; None where it is too big or no UTF-8, so that it can't be written anew."""
    data = read_bytes(root, file)
    try:
        return data.decode() if len(data) <= SIZE_CAP and b"\0" not in data else None
    except UnicodeDecodeError:
        return None


def read_node(root: Path, file: str, hidden: frozenset[str] = NAMES) -> tuple[Node | None, list[Problem]]:
    """The file as a node; a file that is not there or is empty is a problem like any other."""
    if leads_out(root, file):
        return None, [link_problem(file)]
    if not (root / file).is_file():
        return None, [Problem(Place(file), "file-missing", "This file is missing.", hint="Every hub needs it.")]
    node, problems = read_yaml(read_bytes(root, file), file, hidden)
    if node is None and not problems:
        problems.append(Problem(Place(file), "file-empty", "This file holds nothing.", hint="Fill it or delete it."))
    return node, problems


def files_in(
    root: Path, folder: str, endings: tuple[str, ...], deep: bool = False, others: tuple[str, ...] = ()
) -> tuple[list[str], list[Problem]]:
    """The folder's files with one of these endings, sorted; everything that must not lie there is a problem.

    `deep` takes the folders inside it too; `others` are folders inside it that have a reader of their own. Hidden files
    and a README are nobody's business. A folder that does not exist holds nothing; one that is a link is not followed.
    """
    if leads_out(root, folder):
        return [], [link_problem(folder)]
    good: list[str] = []
    problems: list[Problem] = []
    for path in listing(root / folder):
        file = f"{folder}/{path.name}"
        if path.name.startswith("README") or (path.name in others and path.is_dir() and not path.is_symlink()):
            continue
        if deep and path.is_dir() and not path.is_symlink():
            below, more = files_in(root, file, endings, deep)
            good += below
            problems += more
        elif wrong := _misplaced(path, endings):
            problems.append(wrong(f"{folder}/{shown(path.name)}"))
        else:
            good.append(file)
    return good, problems


def listing(folder: Path) -> list[Path]:
    """What lies in a folder and is not hidden, sorted; nothing where there is no folder."""
    return sorted(path for path in folder.iterdir() if path.name[0] != ".") if folder.is_dir() else []


def id_not_file_name(place: Place, says: str) -> Problem:
    """The problem of a file that holds one thing and is called otherwise."""
    stem = Path(place.file).stem
    message = f"The id and the file's name differ: the file is called “{stem}”."
    return Problem(place, "id-not-file-name", message, shown(says), "Rename the file, or write:", f"id: {stem}")


def leads_out(root: Path, file: str) -> bool:
    """True where the path is none below the root, or it or a folder on the way to it is a link."""
    parts = Path(file).parts
    below = accumulate(parts, "{}/{}".format, initial=os.fspath(root))
    return Path(file).is_absolute() or ".." in parts or any(map(os.path.islink, islice(below, 1, None)))


def plain(path: Path) -> Path:
    """The whole path that someone's words mean from this folder, with each “..” taken as the folder above in words."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - pathlib keeps “..”, so a path out of the hub looks like one in it


def link_on_way(root: Path, path: Path) -> str:
    """The place in the hub of a path that someone named, where it leads through a link there; "" where it doesn't.

    Outside of the hub, links belong to whoever names the path. What is written has to go to the `plain` path: only that
    was looked at.
    """
    whole = plain(path)
    for above in (each for each in whole.parents if each.is_dir() and each.samefile(root)):
        if leads_out(root, file := whole.relative_to(above).as_posix()):
            return file
    return ""


def link_problem(file: str) -> Problem:
    """The problem of a link where a file or a folder should be."""
    message = "This is a link to something else and is not followed."
    return Problem(Place(file), "file-link", message, hint="Put the thing itself here.")


def _misplaced(path: Path, endings: tuple[str, ...]) -> Callable[[str], Problem] | None:
    """What is wrong with where this lies, to be told of the file as it may be shown; None where nothing is."""
    if path.is_symlink():
        return link_problem
    if not path.is_file():
        code, message = "folder-inside", "This is a folder; nothing in it is read."
        hint = "Move its files one folder up."
    elif not path.name.endswith(endings):
        code, message = "file-ending", f"This file is not read, because its name does not end in {endings[0]}."
        hint = "Give it that ending, or move it out of this folder."
    elif not _GOOD_NAME.fullmatch(path.name):
        code, message = "file-name", "This file's name has a space or an unusual character in it."
        hint = "Use letters, digits and hyphens."
    else:
        return None
    return lambda file: Problem(Place(file), code, message, hint=hint)
