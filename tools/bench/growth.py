# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What each record costs Porchlight when there are more of them: it must not grow with their number.

The search index is Pagefind's and grows faster than the records, so pages are built once with the index of one record,
and then with all: what lies between is told as the index.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from tools.bench.measuring import MADE_UP, Command, Cost, empty, machine, measured

LIMIT = 3 * 60 * 60
"""Seconds after which a command is stopped: many records are meant to take long."""

CHECK, PAGES, WHOLE = "check", "full build, index apart", "full build with its index"

WITHOUT_INDEX = """
import sys
from pathlib import Path
from unittest.mock import patch
from porchlight import build
from porchlight.site.search_index import search_files

with patch.object(build, "search_files", lambda found, small: search_files(found[:1], small)):
    build.build(Path(sys.argv[1]), Path(sys.argv[2]))
"""
"""A build whose pages are whole and whose index holds one record."""


def grown(sizes: Sequence[int], folder: Path) -> str:
    """Each size measured once; a table of what a record costs beside one of the first size."""
    costs = {size: _measured(size, folder) for size in sizes}
    about = f"Porchlight alone, two languages, one run each, on {date.today()}, on {machine()}."
    return f"{about}\n\n{table(costs)}"


def table(costs: Mapping[int, Mapping[str, Cost]]) -> str:
    """Work and memory for each record, beside the first size: ×1.00 is as much, less than that is less."""
    lines = [f"| for each record | | {' | '.join(f'{size:,}' for size in costs)} |"]
    lines.append(f"|---|---|{'---:|' * len(costs)}")
    for asked in (CHECK, PAGES, WHOLE):
        works = [costs[size][asked].cpu / size for size in costs]
        sizes = [costs[size][asked].megabytes / size for size in costs]
        lines.append(f"| {asked} | work | {_beside(works)} |")
        lines.append(f"| {asked} | peak memory of one process | {_beside(sizes)} |")
    index = [(costs[size][WHOLE].cpu - costs[size][PAGES].cpu) / size for size in costs]
    return "\n".join([*lines, f"| the index alone | work | {_beside(index)} |"])


def _beside(figures: Sequence[float]) -> str:
    return " | ".join(f"×{figure / figures[0]:.2f}" for figure in figures)


def _measured(size: int, folder: Path) -> dict[str, Cost]:
    hub, output, log = folder / f"hub-{size}", folder / f"output-{size}", folder / "log.txt"
    measured([sys.executable, MADE_UP, hub, "--records", str(size)], log, limit=LIMIT)
    commands: dict[str, Command] = {
        CHECK: [sys.executable, "-m", "porchlight", "check", "--root", hub],
        PAGES: [sys.executable, "-c", WITHOUT_INDEX, hub, output],
        WHOLE: [sys.executable, "-m", "porchlight", "build", "--root", hub, "--output", output],
    }
    costs = {}
    for asked, command in commands.items():
        empty(output)
        costs[asked] = measured(command, log, limit=LIMIT)
        cost = costs[asked]
        print(f"{size:8,} {asked:28} {cost.cpu:7.1f} s of work {cost.megabytes:7.0f} MB", flush=True)
    shutil.rmtree(hub)
    empty(output)
    return costs
