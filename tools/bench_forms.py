# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Measures how many posts a second the form service thanks for, each on disk by then, beside other ways to keep them.

    make bench-forms        or        .venv/bin/python tools/bench_forms.py [--seconds 3] [--rounds 3]

All stand in one run, in turns, each on a new store; after each turn the rows are counted, and a post that was thanked
for and is not there stops the run. Isso keeps comments, not polls: it is here as a service of the same size that people
run. It writes docs/benchmarks-forms.md.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from itertools import count
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from porchlight.form_service import writer
from porchlight.form_service.app import create_app
from porchlight.form_service.limits import Rate
from porchlight.form_service.opening import open_store
from porchlight.form_service.serving import server_for
from porchlight.form_service.settings import Settings
from porchlight.model.questionnaire import Block, Item, Option, Questionnaire

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the server of the tests is used here, too

PAGE = ROOT / "docs" / "benchmarks-forms.md"
CONNECTIONS = (8, 64)
OURS = "Porchlight, SQLite"
ISSO_SETTINGS = """
[general]
dbpath = {folder}/rows.sqlite3
host = http://127.0.0.1:{port}/
[server]
listen = http://127.0.0.1:{port}
[guard]
enabled = false
"""


def made_up_poll() -> Questionnaire:
    """Twenty items, five options: as long as a poll ought to be at most."""
    words = {"en": "Made up."}
    options = tuple(Option(str(number), words) for number in range(1, 6))
    items = tuple(Item(f"item_{number}", words) for number in range(20))
    block = Block("block", words, words, "editor", items)
    return Questionnaire("bench", 1, words, words, options, Option("na", words), (block,))


def serve(where: str, port: int, most_in_a_commit: int) -> None:
    """Run our form service; with one row in a commit, it is the way that most programs write."""
    writer._MOST_IN_A_COMMIT = most_in_a_commit
    no_limit = Rate(10**9, 10**9)
    settings = Settings(each_network=no_limit, each_poll=no_limit)
    polls = [made_up_poll()]
    with open_store(where) as store:
        server_for(create_app(lambda: polls, store, settings=settings), "127.0.0.1", port).run()


@dataclass(frozen=True, slots=True)
class Stack:
    """One way to keep a post. `command` runs it on a port, `post` is the request with a number, `rows` counts."""

    name: str
    thanks: int
    command: Callable[[Path, int], Sequence[str]]
    post: Callable[[int], bytes]
    rows: Callable[[Path], int]


def our_stack(name: str, at: Callable[[Path], str], most_in_a_commit: int = 256) -> Stack:
    """Our form service on the store that `at` names for a folder."""

    def command(folder: Path, port: int) -> Sequence[str]:
        return [sys.executable, __file__, "--serve", at(folder), "--port", str(port), "--most", str(most_in_a_commit)]

    return Stack(name, 303, command, our_post, lambda folder: open_store(at(folder)).count_responses("bench"))


def our_post(number: int) -> bytes:
    """A filled in poll, marked with the number."""
    answers = {f"item_{place}": str(number // 5**place % 5 + 1) for place in range(20)}
    body = urlencode({**answers, "_v": "1", "_lang": "en", "_sid": f"sid-of-a-benchmark-{number:08}"}).encode()
    return _request("/f/bench", "application/x-www-form-urlencoded", body)


def isso_stack() -> Stack:
    """Isso with its own server and its own file."""

    def command(folder: Path, port: int) -> Sequence[str]:
        settings = folder / "isso.cfg"
        settings.write_text(ISSO_SETTINGS.format(folder=folder, port=port), encoding="utf-8")
        return [str(Path(sys.executable).with_name("isso")), "-c", str(settings), "run"]

    def rows(folder: Path) -> int:
        with closing(sqlite3.connect(folder / "rows.sqlite3")) as file:
            return int(file.execute("SELECT count(*) FROM comments").fetchone()[0])

    return Stack(f"Isso {version('isso')}, its own server", 201, command, isso_post, rows)


def isso_post(number: int) -> bytes:
    """A comment as long as a filled in poll."""
    body = json.dumps({"text": f"{number:08} " + "made up " * 30, "title": "Made up"}).encode()
    return _request("/new?uri=%2Fbench%2F", "application/json", body)


def _request(path: str, kind: str, body: bytes) -> bytes:
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


async def load(port: int, connections: int, seconds: float, stack: Stack) -> tuple[int, float]:
    """How many posts were thanked for, and in how many seconds; every one that was begun is waited for."""
    numbers, until = count(), time.monotonic() + seconds

    async def client() -> int:
        thanked = 0
        link: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        while time.monotonic() < until:
            reader, out = link = link or await asyncio.open_connection("127.0.0.1", port)
            out.write(stack.post(next(numbers)))
            status, stays_open = await _reply(reader)
            if status != stack.thanks:
                raise SystemExit(f"{stack.name} answered with {status}.")
            thanked += 1
            if not stays_open:
                out.close()
                link = None
        if link:
            link[1].close()
        return thanked

    began = time.monotonic()
    thanked = sum(await asyncio.gather(*(client() for _ in range(connections))))
    return thanked, time.monotonic() - began


async def _reply(reader: asyncio.StreamReader) -> tuple[int, bool]:
    """The status, and whether the connection may be used again."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    fields = dict(line.split(b": ", 1) for line in head.split(b"\r\n")[1:] if b": " in line)
    await reader.readexactly(int(fields.get(b"content-length", 0)))
    stays_open = head.startswith(b"http/1.1") and fields.get(b"connection") != b"close"
    return int(head.split()[1]), stays_open


@contextmanager
def served(stack: Stack, folder: Path) -> Iterator[int]:
    """The stack at work on a port of the loopback."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = int(free.getsockname()[1])
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(stack.command(folder, port), stdout=log, stderr=log)
    try:
        _wait_for(port, process, folder / "log")
        yield port
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.1)
    raise SystemExit(log.read_text(encoding="utf-8", errors="replace")[-2000:])


def turn(stack: Stack, connections: int, seconds: float) -> float:
    """Posts a second on a new store; every post that was thanked for is there."""
    with tempfile.TemporaryDirectory(prefix="porchlight-bench-") as name:
        folder = Path(name)
        with served(stack, folder) as port:
            thanked, took = asyncio.run(load(port, connections, seconds, stack))
            rows = stack.rows(folder)
    if rows != thanked:
        raise SystemExit(f"{stack.name}: {thanked} posts were thanked for, {rows} are there.")
    return thanked / took


def table(rates: Mapping[tuple[str, int], Sequence[float]], names: Sequence[str]) -> str:
    """Per stack, the median of its rates, and of how it stood to ours in the same round."""
    heads = [f"{number} connections | beside ours" for number in CONNECTIONS]
    lines = [f"| posts a second, each on disk | {' | '.join(heads)} |", "|---|" + "---:|" * 2 * len(CONNECTIONS)]
    for name in names:
        cells = []
        for number in CONNECTIONS:
            paired = zip(rates[name, number], rates[OURS, number], strict=True)
            cells += [f"{median(rates[name, number]):,.0f}", f"×{median(mine / base for mine, base in paired):.2f}"]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def page(told: str, rounds: int, seconds: float) -> str:
    """The page of the handbook."""
    made_of = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    packages = ", ".join(f"{name} {version(name)}" for name in ("starlette", "uvicorn", "httptools", "psycopg", "isso"))
    machine = f"{os.cpu_count()} cores that also made the load, {os.getloadavg()[2]:.0f} programs at work at once"
    return f"""# How fast answers are kept

Made by `make bench-forms` on {date.today().isoformat()}, on {machine}: {made_of}, {packages}.
{rounds} rounds of {seconds:g} seconds, in turns; the median is told. “Beside ours” is the median of how each
stood to ours in the same round, so it is not one number of the table divided by another. In each turn the rows were
counted: every post that was thanked for was there. Other machines give other numbers, so look at what stands beside
ours.

{told}

“One commit for each post” is our own service with groups of one. Isso keeps comments and does more with each, such as
turning Markdown into HTML: it shows what people get, and is no duel of like with like.
"""


@contextmanager
def stacks() -> Iterator[Sequence[Stack]]:
    """Every way that can be measured here."""
    own = [
        our_stack(OURS, lambda folder: str(folder / "rows.sqlite3")),
        our_stack("The same, one commit for each post", lambda folder: str(folder / "rows.sqlite3"), 1),
    ]
    from tests.form_service.postgres import own_server, programs

    found = programs()
    if found is None:
        print("PostgreSQL is not installed here, so it is left out.")
        yield [*own, isso_stack()]
        return
    with own_server(found) as server:
        addresses: dict[Path, str] = {}

        def at(folder: Path) -> str:
            return addresses.setdefault(folder, server.new_database())

        yield [*own, our_stack("Porchlight, PostgreSQL", at), isso_stack()]


def main() -> int:
    """The command."""
    command = argparse.ArgumentParser(description="Measure how fast posts are kept.")
    command.add_argument(
        "--seconds", type=float, default=3, help="how long each turn sends (3, unless you say otherwise)"
    )
    command.add_argument("--rounds", type=int, default=3, help="how many turns each gets (3, unless you say otherwise)")
    command.add_argument("--serve", help=argparse.SUPPRESS)
    command.add_argument("--port", type=int, help=argparse.SUPPRESS)
    command.add_argument("--most", type=int, help=argparse.SUPPRESS)
    given = command.parse_args()
    if given.serve:
        serve(given.serve, given.port, given.most)
        return 0
    rates: dict[tuple[str, int], list[float]] = {}
    with stacks() as all_stacks:
        for number in range(given.rounds):
            for connections in CONNECTIONS:
                for stack in all_stacks if number % 2 == 0 else reversed(all_stacks):
                    rate = turn(stack, connections, given.seconds)
                    rates.setdefault((stack.name, connections), []).append(rate)
                    print(f"{stack.name:40} {connections:3} connections {rate:8,.0f} posts a second", flush=True)
        names = [stack.name for stack in all_stacks]
    told = table(rates, names)
    PAGE.write_text(page(told, given.rounds, given.seconds), encoding="utf-8")
    print(f"\n{told}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
