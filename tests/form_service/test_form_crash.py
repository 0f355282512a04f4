# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import Event, Lock

import httpx
import pytest

from porchlight.form_service.opening import is_postgres, open_store
from tests.polls.support import needs

ROOT = Path(__file__).parents[2]
CLIENTS = 12
KILLS = 20
ACKNOWLEDGED_BEFORE_A_KILL = 60
ITEMS = [item.id for item in needs().items()]


class Load:
    """Clients that send until the service is gone, each post twice, and remember what they were thanked for."""

    def __init__(self) -> None:
        self.numbers = count()
        self.thanked: Counter[int] = Counter()
        self.enough = Event()
        self.lock = Lock()

    def client(self, base: str) -> None:
        with httpx.Client(base_url=base) as client:
            try:
                while True:
                    self.send_twice(client, next(self.numbers))
            except httpx.HTTPError:
                return  # killed
            finally:
                self.enough.set()  # also where a post was not thanked for, which then fails the test

    def send_twice(self, client: httpx.Client, number: int) -> None:
        for _ in range(2):
            assert client.post("/f/needs", data=post(number)).status_code == 303
            with self.lock:
                self.thanked[number] += 1
                if self.thanked.total() % ACKNOWLEDGED_BEFORE_A_KILL == 0:
                    self.enough.set()


def post(number: int) -> dict[str, str]:
    """Answers that no other number has; every other one has no sid, as without a script."""
    answers = {item: str(number // 5**place % 5 + 1) for place, item in enumerate(ITEMS)}
    return answers if number % 2 else {**answers, "_sid": f"sid-of-number-{number:06}"}


def number_of(answers: dict[str, str]) -> int:
    return sum((int(answers[item]) - 1) * 5**place for place, item in enumerate(ITEMS))


@dataclass(frozen=True)
class Running:
    """A service in a process of its own."""

    pid: int
    base: str

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)


class Nursery:
    """Begins services, and kills those that are left at the end."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.running: list[Running] = []

    def begin(self, where: str) -> Running:
        assert self.process.stdin
        assert self.process.stdout
        print(where, file=self.process.stdin, flush=True)
        pid, port = self.process.stdout.readline().split()
        self.running.append(Running(int(pid), f"http://127.0.0.1:{port}"))
        return self.running[-1]

    def kill(self, service: Running) -> None:
        self.running.remove(service)
        service.kill()


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "generator")])}
    command = [sys.executable, "-m", "tests.form_service.crash_server"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT, env=environment) as process:
        nursery = Nursery(process)
        yield nursery
        for service in nursery.running:
            service.kill()


def kept_in(where: str) -> Counter[int]:
    with open_store(where) as reopened:
        return Counter(number_of(dict(response.answers)) for response in reopened.responses("needs"))


@pytest.mark.slow
def test_whatever_was_thanked_for_survives_twenty_kills_and_nothing_is_there_twice(
    where: str, nursery: Nursery
) -> None:
    load = Load()
    for _ in range(KILLS):
        load.enough.clear()
        service = nursery.begin(where)
        with ThreadPoolExecutor(CLIENTS) as pool:
            clients = [pool.submit(load.client, service.base) for _ in range(CLIENTS)]
            load.enough.wait()
            nursery.kill(service)
        for client in clients:
            client.result()
    kept = kept_in(where)
    assert len(load.thanked) > KILLS * ACKNOWLEDGED_BEFORE_A_KILL // 2
    assert set(load.thanked) <= set(kept)
    assert set(kept.values()) == {1}
    if not is_postgres(where):
        with closing(sqlite3.connect(where)) as file:
            assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_two_services_may_write_into_one_store_at_once(where: str, nursery: Nursery) -> None:
    services = [nursery.begin(where), nursery.begin(where)]

    def send(number: int) -> None:
        for service in services if number % 2 else reversed(services):
            assert client.post(f"{service.base}/f/needs", data=post(2 * number)).status_code == 303

    with httpx.Client() as client, ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(send, range(60)))
    assert kept_in(where) == Counter(range(0, 120, 2))
