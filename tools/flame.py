# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Draws where a full build's time goes, as a flame graph: docs/images/flame.svg.

    make flame        or        .venv/bin/python -m tools.flame [--records 1000] [--output FILE]

py-spy looks 20 times a second at what each of the build's processes is doing. Its own picture is not used: it carries a
script of other people's, the folders of this machine and a box for each function of each library.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from tools.bench.measuring import MADE_UP, ROOT

PICTURE = ROOT / "docs" / "images" / "flame.svg"
BEGIN = "_publish (porchlight/build.py)"
"""What stands below the picture: all that a build does, without the ways that lead to it."""

SVG = "http://www.w3.org/2000/svg"
WIDTH, ROW, LETTER = 1200, 18, 6.7
LEAST = 0.002
"""The share of the whole from which a box is drawn."""

STEPS = {
    "read and check": ("#f2c14e", ("reading", "checking", "duplicates", "problems.py")),
    "views": ("#9fd8cb", ("views", "care", "polls", "wording")),
    "templates": ("#8fb8de", ("templates",)),
    "site: search, verify, write": ("#e8a598", ("site",)),
    "paper, downloads": ("#d3c1e5", ("paper", "documents", "exchange")),
    "all else": ("#dddddd", ()),
}
"""A color for each step, with the folders that do it."""

Stack = tuple[str, ...]
Stacks = Counter[Stack]
"""How often each way from the build down to what was at work was seen."""


def seen(records: int) -> Stacks:
    """What a build of so many made-up records was seen doing, in all its processes."""
    with tempfile.TemporaryDirectory(prefix="porchlight-flame-") as folder:
        hub, raw = Path(folder, "hub"), Path(folder, "raw.txt")
        subprocess.run([sys.executable, MADE_UP, hub, "--records", str(records)], check=True)
        looking = (
            "py-spy",
            "record",
            "--subprocesses",
            "--nolineno",
            "--rate",
            "50",
            "--format",
            "raw",
            "--output",
            raw,
        )
        build = (sys.executable, "-m", "porchlight", "build", "--root", hub, "--output", Path(folder, "output"))
        # py-spy stands beside the Python that runs this.
        subprocess.run([Path(sys.executable).with_name(looking[0]), *looking[1:], "--", *build], check=True)
        return stacks(raw.read_text(encoding="utf-8").splitlines())


def stacks(lines: Iterable[str]) -> Stacks:
    """py-spy's lines (`frame;frame;frame 12`) from the build on; what other people's packages do is told by package."""
    found: Stacks = Counter()
    for line in lines:
        way, _, count = line.rpartition(" ")
        frames = way.split(";")
        begin = frames.index(BEGIN) + 1 if BEGIN in frames else None
        told = (_told(frame) for frame in frames[begin:]) if begin else ("start and end of the program",)
        found[tuple(name for name, _ in groupby(told))] += int(count)
    return found


def _told(frame: str) -> str:
    """Ours and our templates' by name, all else by its package."""
    name, _, file = frame.removesuffix(")").rpartition(" (")
    if file.startswith("porchlight/"):
        return f"{name.removesuffix('.<locals>.<listcomp>')} ({file.removeprefix('porchlight/')})"
    if file.endswith(".html"):
        return f"{name.removeprefix('root.<locals>.')} (templates/{file})"
    return file.partition("/")[0].removesuffix(".py") if "<" not in file else "Python"


def step_of(stack: Stack) -> str:
    """The step that is at work: that of the innermost function that belongs to one."""
    for name in reversed(stack):
        folder = name.rpartition(" (")[2].partition("/")[0]
        for step, (_, folders) in STEPS.items():
            if folder in folders:
                return step
    return "all else"


def drawn(found: Stacks) -> str:
    """The picture: a box is as wide as its function's share of the time, and stands above what called it."""
    whole = found.total()
    boxes = list(_boxes(found, whole))
    height = (max(depth for depth, *_ in boxes) + 4) * ROW
    lines = (
        f'<svg xmlns="{SVG}" viewBox="0 0 {WIDTH} {height}" font-family="monospace" font-size="11">',
        "<title>Where the time of a full build goes</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
        *_legend(found, whole),
        *(_box(height - (depth + 1) * ROW, left / whole, count / whole, stack) for depth, left, count, stack in boxes),
        "</svg>\n",
    )
    return "\n".join(lines)


def _legend(found: Stacks, whole: int) -> Iterator[str]:
    """Each step with its color and its share."""
    shares = Counter[str]()
    for stack, count in found.items():
        shares[step_of(stack)] += count
    for at, (step, (color, _)) in enumerate(STEPS.items()):
        mark = f'<tspan fill="{color}" stroke="#777">■</tspan>'
        yield f'<text x="{at * WIDTH // len(STEPS)}" y="14">{mark} {step} {shares[step] / whole:.0%}</text>'


def _boxes(found: Stacks, whole: int) -> Iterator[tuple[int, int, int, Stack]]:
    """Depth, what stands left of it, how often it was seen and the way to it, for each box that is wide enough."""
    ways = sorted(found.items())
    for depth in range(max(map(len, found))):
        left = 0
        for stack, group in groupby(ways, key=lambda each: each[0][: depth + 1]):
            count = sum(number for _, number in group)
            if len(stack) > depth and count >= LEAST * whole:
                yield depth, left, count, stack
            left += count


def _box(top: int, left: float, share: float, stack: Stack) -> str:
    name, letters, x = stack[-1], int(share * WIDTH / LETTER), left * WIDTH
    short = name if len(name) <= letters else f"{name[: letters - 1]}…"
    text = f'<text x="{x + 2:.1f}" y="{top + 13}">{escape(short)}</text>' if letters > 3 else ""
    place = f'x="{x:.1f}" y="{top}" width="{share * WIDTH:.1f}" height="{ROW}"'
    box = f'<rect {place} fill="{STEPS[step_of(stack)][0]}" stroke="#fff" stroke-width="0.5"/>'
    return f"<g><title>{escape(name)}: {share:.1%}</title>{box}{text}</g>"


def main() -> None:
    """The command."""
    command = argparse.ArgumentParser(prog="python -m tools.flame", description="Draw where a full build's time goes.")
    command.add_argument("--records", type=int, default=1000)
    command.add_argument("--output", type=Path, default=PICTURE)
    asked = command.parse_args()
    asked.output.write_text(drawn(seen(asked.records)), encoding="utf-8")
    print(f"The picture is {asked.output}.")


if __name__ == "__main__":
    main()
