# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight new`: a small working hub of one's own, from what travels inside the package."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection
from dataclasses import fields, replace
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from porchlight.editing.yaml_edit import CannotEdit, put, take_out
from porchlight.exchange.editors.files import files_of_hub, write_files
from porchlight.exchange.yaml_out import Value
from porchlight.model.hub import Settings
from porchlight.problems import Problem
from porchlight.reading.nodes import Mapping, plain
from porchlight.reading.nodes import Path as Path_
from porchlight.reading.package import read_package
from porchlight.reading.settings import read_settings
from porchlight.reading.shipped import checkout, starter_parts
from porchlight.reading.yaml_text import read_yaml
from porchlight.starting.asking import Answers
from porchlight.starting.kept import KEPT, kept_text
from porchlight.starting.places import first_place

STAYS = (
    *(f"data/{name}" for name in ("datapackage.yaml", "schemas", "search.yaml", "vocabularies.yaml")),
    *(f".github/workflows/{name}" for name in ("audit.yml", "test.yml")),
)
"""What a new hub takes from the program instead of copying, so that it grows with it; and what tests the program."""

OWN = "data/hub.yaml"
"""What a hub says about itself: its keepers' from the first day."""


PROGRAM = "porchlight.mk"
"""Where `make` finds a program that comes from a checkout: for this machine only, git leaves it out."""

INTO_GIT = ("git init -b main", "git add -A", 'git commit -m "Our hub begins"')
"""What makes a repository of a new hub."""

NOTHING = Answers()
"""What is told of a hub whose keepers don't know yet."""


_REQUIREMENTS = """\
# Which Porchlight a web host puts in, and `make` where your computer has none. If this version is not published, put
# a wheel of it beside this file and name that instead, such as: ./porchlight_hub-0.1.0-py3-none-any.whl
"""


class CannotStand(Exception):
    """Answers can't be written into the settings; the message says which, and nothing was written."""


class FolderNotEmpty(Exception):
    """The folder holds something already; nothing was written."""


def new_hub(folder: Path, answers: Answers = NOTHING) -> None:
    """Make a hub in `folder`, which must be empty or not there yet: settings, a poll, pages, crisis lines, workflows.

    What editors show of its schemas is made from them and not remembered: `porchlight editors` makes it again.
    Raises FolderNotEmpty and CannotStand.
    """
    must_be_free(folder)
    given = {each.name: getattr(answers, each.name) for each in fields(Answers)}
    if wrong := [f"--{name}: {why}" for name, text in given.items() if (why := wrong_with(name, text))]:
        raise CannotStand("\n".join(wrong))
    own = _settings(_starter()[OWN].decode(), answers).encode()
    languages, package = _read(own)[0].languages, read_package(folder)[0]
    files = starter_files(languages)
    kept = kept_text(files, package).encode()
    _write(folder, {**files, **_program(), **first_place(answers.place, package, languages), OWN: own, KEPT: kept})
    write_files(folder, files_of_hub(folder))


def must_be_free(folder: Path) -> None:
    """Raises FolderNotEmpty where something stands in the folder, or in its place."""
    if (folder.exists() or folder.is_symlink()) and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderNotEmpty(f"{folder} is not empty. Name a new folder, so that nothing of yours is overwritten.")


def wrong_with(name: str, text: str) -> str:
    """Why the answer of that name can't stand in the settings, in one sentence; "" where it can."""
    try:
        own = _settings(_starter()[OWN].decode(), replace(NOTHING, **{name: text}))
    except CannotStand as why:
        return str(why)
    return "".join(problem.sentence() for problem in _read(own.encode())[1][:1])


def starter_files(languages: Collection[str]) -> dict[str, bytes]:
    """Every file that a new hub of these languages begins with, by its path, as this version of the program has it."""
    files: dict[str, bytes] = {}
    for path, content in _starter().items():
        first, _, rest = path.partition("/")
        if first == "data":
            files[path] = _without_other(content.decode(), languages).encode()
        elif first != "content" or rest.partition("/")[0] in languages:
            files[path] = content
    return files


def _without_other(text: str, languages: Collection[str]) -> str:
    """A record without translations that no page of the hub would show."""
    for language in _said(text).get("translations", {}):
        text = text if language in languages else take_out(text, ["translations", language])
    return text


def _read(settings: bytes) -> tuple[Settings, list[Problem]]:
    with TemporaryDirectory() as folder:
        _write(Path(folder), {OWN: settings})
        return read_settings(Path(folder))


def _starter() -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for source, place in starter_parts():
        for path in sorted(source.rglob("*")) if source.is_dir() else (source,):
            inside = place / path.relative_to(source)
            if path.is_file() and not any(inside.is_relative_to(each) for each in STAYS):
                files[inside.as_posix()] = path.read_bytes()
    return files | {"requirements.txt": f"{_REQUIREMENTS}porchlight-hub=={version('porchlight-hub')}\n".encode()}


def _program() -> dict[str, bytes]:
    """The line by which `make` finds the program of a checkout, which nothing can be asked to install by its number."""
    folder = checkout()
    command = Path(sys.executable).with_name("porchlight")
    return {PROGRAM: f"PORCHLIGHT ?= {command if command.is_file() else folder}\n".encode()} if folder else {}


def _write(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _settings(text: str, answers: Answers) -> str:
    languages = re.findall(r"[\w-]+", answers.languages)
    given: dict[str, Value] = {
        "name": answers.name,
        "languages": languages,
        "contact": answers.contact,
        "repository": answers.repository,
    }
    for name, value in given.items():
        text = _put(text, [name], value) if value else text
    if answers.place:
        for language, tagline in _said(text)["tagline"].items():
            text = _put(text, ["tagline", language], f"{answers.place}. {tagline}")
    return text


def _put(text: str, path: Path_, value: Value) -> str:
    """What was typed as a text in the file, whatever it is; signs that nobody can see can't stand there."""
    try:
        return put(text, path, value)
    except CannotEdit:
        raise CannotStand(
            f"“{path[-1]}” can't be written like this: {value!r}. Write it without unusual signs."
        ) from None


def _said(text: str) -> dict[str, dict[str, str]]:
    node, _ = read_yaml(text.encode(), OWN)
    return plain(node) if isinstance(node, Mapping) else {}
