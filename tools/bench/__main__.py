# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Measures Porchlight beside Hugo with Pagefind, Pelican and Eleventy with the same records, in one run.

    make bench        or        .venv/bin/python -m tools.bench [--records 10000] [--rounds 3] [--print]

The table goes into docs/benchmarks.md, which tells what is compared. With `--growth` it measures Porchlight alone, with
more and more records.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from tools.bench import growth
from tools.bench.eleventy import VERSION as ELEVENTY_VERSION
from tools.bench.measuring import MADE_UP, PAGE, ROOT, Stopped, least, machine, measured, put_between
from tools.bench.table import footnote, table
from tools.bench.ways import ELEVENTY, HUGO, OURS, WAYS, Costs, Way, keep_in_git, our_build, prepare, turn

TABLE, GROWTH = "the table", "the growth"
"""The places of docs/benchmarks.md that are written anew."""


def compared(records: int, rounds: int, folder: Path) -> str:
    """All ways measured in turns; what docs/benchmarks.md says of it. Raises Stopped where ours or Hugo fails."""
    hub, listed = folder / "hub", folder / "records.json"
    measured([sys.executable, MADE_UP, hub, "--records", str(records), "--json", listed], folder / "log.txt")
    keep_in_git(hub)
    busy = machine()
    said = _prepared(folder)
    costs: Costs = {}
    for number in range(rounds):
        for way in WAYS:
            if way.name not in said:
                _one_turn(way, folder, number, costs, said)
    shortest = {key: least(each) for key, each in costs.items()}
    about = f"{records:,} records, two languages, the least of {rounds}, on {date.today()}, on {busy}."
    pages = "\n".join(f"- {line}" for line in _pages(folder, rounds - 1, said))
    return f"{about}\n{_versions(said)}.\n\n{table(shortest, said)}\n\n{footnote(shortest)}\n\n{pages}"


def _prepared(folder: Path) -> dict[str, str]:
    """Every way made ready; those that can't be, with what is said of them."""
    first = folder / "first"
    measured(our_build(folder / "hub", first)[0], folder / "log.txt")
    said = {}
    for way in WAYS:
        try:
            prepare(way, folder, first / "housing" / "housing-00000" / "index.html")
        except Stopped as problem:
            said[way.name] = str(problem)
    shutil.rmtree(first)
    return said


def _one_turn(way: Way, folder: Path, number: int, costs: Costs, said: dict[str, str]) -> None:
    print(f"{number + 1}. {way.name} …", flush=True)
    try:
        for asked, cost in turn(way, folder, number):
            costs.setdefault((way.name, asked), []).append(cost)
            print(f"    {asked:16} {cost.cpu:7.1f} s of work {cost.wall:7.1f} s {cost.megabytes:7.0f} MB", flush=True)
    except Stopped as problem:
        if way in (OURS, HUGO):
            raise Stopped(f"{way.name}: {problem}") from None
        print(f"    {problem}")
        said[way.name] = str(problem).split("\n")[0].removesuffix(":")


def _pages(folder: Path, number: int, said: dict[str, str]) -> list[str]:
    """How many pages each way has written, and what they weigh."""
    told = []
    for way in WAYS:
        sizes = [path.stat().st_size for path in (folder / f"{way.folder}-{number}").rglob("*.html")]
        if way.write_records and way.name not in said:
            weight = sum(sizes) / max(len(sizes), 1) / 1000
            told.append(f"{way.name}: {len(sizes):,} pages of {weight:.1f} kB on average.")
    return told


def _versions(said: dict[str, str]) -> str:
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    libraries = [f"{name.capitalize()} {version(name)}" for name in ("hugo", "pagefind", "pelican")]
    told = [f"Porchlight {ours}", f"Python {python_version()}", *libraries]
    if ELEVENTY.name not in said:
        node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
        told += [f"Eleventy {ELEVENTY_VERSION}", f"Node {node.removeprefix('v')}"]
    return ", ".join(told)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: 1 where something failed or took too long."""
    command = argparse.ArgumentParser(prog="python -m tools.bench", description="Measure Porchlight beside its peers.")
    command.add_argument("--records", type=int, default=10_000, help="how many (10000, unless you say otherwise)")
    command.add_argument("--rounds", type=int, default=3, help="how often; the least counts (3)")
    command.add_argument("--growth", type=int, nargs="+", metavar="RECORDS", help="measure ours alone, with so many")
    command.add_argument("--print", action="store_true", help="print the table, and leave the handbook as it is")
    asked = command.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="porchlight-bench-") as folder:
        try:
            name, made = (
                (GROWTH, growth.grown(asked.growth, Path(folder)))
                if asked.growth
                else (TABLE, compared(asked.records, asked.rounds, Path(folder)))
            )
        except Stopped as problem:
            print(problem)
            return 1
    print(f"\n{made}")
    if not asked.print:
        PAGE.write_text(put_between(PAGE.read_text(encoding="utf-8"), name, made), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
