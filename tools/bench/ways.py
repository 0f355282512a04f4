# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The ways to make a site of the same records, and what each is asked to do in a round."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import reduce
from multiprocessing import get_context
from operator import add
from pathlib import Path

from tools.bench import eleventy, hugo, pelican, saving
from tools.bench.measuring import Command, Cost, Stopped, empty, measured
from tools.bench.records import Frame, Record, changed, frame_of, read_records

FULL, AGAIN_ALL, ONE, CHECK, CHECK_ONE = "full build", "nothing changed", "one change", "check", "check --changed"
SAVED = "one change while `serve` runs, to its page"
"""What is measured."""

Costs = dict[tuple[str, str], list[Cost]]
"""What each round took, by the name of the way and what it was asked."""


@dataclass(frozen=True, slots=True)
class Way:
    """A generator with its site in `folder`; `only_full` where no more than its whole build is of interest."""

    name: str
    folder: str
    build: Callable[[Path, Path], list[Command]]
    write_site: Callable[[Path, Frame], None] | None = None
    write_records: Callable[[Path, Sequence[Record], Sequence[Record]], None] | None = None
    install: Callable[[Path], list[Command]] | None = None
    only_full: bool = False


def our_build(hub: Path, output: Path) -> list[Command]:
    """Check, pages and search."""
    return [[sys.executable, "-m", "porchlight", "build", "--root", hub, "--output", output]]


def change_our_record(hub: Path, _records: Sequence[Record], fresh: Sequence[Record]) -> None:
    """The change put into the YAML of our hub as a person would."""
    for record in fresh:
        saving.change(hub / "data" / record["resource"] / f"{record['id']}.yaml")


def read_the_yaml(site: Path, output: Path) -> list[Command]:
    """Hugo reading the YAML of our hub, for one page that counts it."""
    hugo.write_yaml_reader(site)
    return hugo.pages(site, output)


OURS = Way("Porchlight", "hub", our_build, None, change_our_record)
HUGO = Way("Hugo + Pagefind", "hugo", hugo.build, hugo.write_site, hugo.write_records)
FEW_WORDS = Way("Hugo + Pagefind, our few words", "hugo", hugo.build_with_our_words, only_full=True)
READER = Way("Hugo reading the YAML", "reader", read_the_yaml, only_full=True)
PELICAN = Way("Pelican, pages only", "pelican", pelican.build, pelican.write_site, pelican.write_records)
ELEVENTY = Way(
    "Eleventy, pages only", "eleventy", eleventy.build, eleventy.write_site, eleventy.write_records, eleventy.install
)
WAYS = (OURS, HUGO, FEW_WORDS, READER, PELICAN, ELEVENTY)


def prepare(way: Way, folder: Path, page: Path) -> None:
    """Write the site of the way; `page` is one of ours. Raises Stopped where it can't be installed."""
    site = folder / way.folder
    if way.install:
        commands = way.install(site)
        if not commands:
            raise Stopped("not installed here")
        site.mkdir(exist_ok=True)
        try:
            _all(commands, folder)
        except Stopped:
            raise Stopped("not installed here") from None
    if way.write_site:
        apart(_write, way, folder, page)


def turn(way: Way, folder: Path, number: int) -> Iterator[tuple[str, Cost]]:
    """One round of the way: what each thing took that it was asked. `number` says which record changes."""
    output, site = folder / f"{way.folder}-{number}", folder / way.folder
    empty(output)
    commands = way.build(site, output)
    yield FULL, _all(commands, folder, site)
    if way.only_full:
        return
    yield AGAIN_ALL, _all(commands, folder, site)
    apart(_change, way, folder, number)
    yield ONE, _all(commands, folder, site)
    if way is OURS:
        check = (sys.executable, "-m", "porchlight", "check", "--root", site)
        yield CHECK, _all([check], folder)
        yield CHECK_ONE, _all([(*check, "--changed")], folder)
        yield SAVED, saving.saved(site, folder / f"served-{number}", number, folder / "log.txt")


def apart(do: Callable[..., None], *given: object) -> None:
    """Do it in another process: a command's peak of memory is never told as less than what its parent holds."""
    with ProcessPoolExecutor(1, get_context("spawn")) as other:
        other.submit(do, *given).result()


def keep_in_git(hub: Path) -> None:
    """The hub as it is, as the state that changes are counted from."""
    someone = ("-c", "user.name=A volunteer", "-c", "user.email=volunteer@example.org")
    for command in (("init", "--quiet", "--initial-branch", "main"), ("add", "."), ("commit", "-qm", "Begin")):
        subprocess.run(["git", "-C", str(hub), *someone, *command], check=True)


def _all(commands: Sequence[Command], folder: Path, where: Path | None = None) -> Cost:
    return reduce(add, [measured(command, folder / "log.txt", where) for command in commands])


def _write(way: Way, folder: Path, page: Path) -> None:
    site, records = folder / way.folder, read_records(folder / "records.json")
    if way.write_site and way.write_records:
        way.write_site(site, frame_of(page))
        way.write_records(site, records, records)


def _change(way: Way, folder: Path, number: int) -> None:
    records, fresh = changed(read_records(folder / "records.json"), number)
    if way.write_records:
        way.write_records(folder / way.folder, records, [fresh])
