# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import count
from pathlib import Path
from threading import Event, Lock

import httpx

from porchlight.form_service.store import SqliteStore
from tests.polls.support import needs

ROOT = Path(__file__).parents[2]
CLIENTS = 12
ACKNOWLEDGED_BEFORE_THE_KILL = 250
ITEMS = [item.id for item in needs().items()]


class Load:
    """Clients that send until the service is gone, each post twice, and remember what they were thanked for."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.numbers = count()
        self.thanked: Counter[int] = Counter()
        self.enough = Event()
        self.lock = Lock()

    def client(self) -> None:
        with httpx.Client(base_url=self.base) as client:
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
                if self.thanked.total() >= ACKNOWLEDGED_BEFORE_THE_KILL:
                    self.enough.set()


def post(number: int) -> dict[str, str]:
    """Answers that no other number has; every other one has no sid, as without a script."""
    answers = {item: str(number // 5**place % 5 + 1) for place, item in enumerate(ITEMS)}
    return answers if number % 2 else {**answers, "_sid": f"sid-of-number-{number:06}"}


def number_of(answers: dict[str, str]) -> int:
    return sum((int(answers[item]) - 1) * 5**place for place, item in enumerate(ITEMS))


def test_whatever_was_thanked_for_survives_a_kill_and_nothing_is_there_twice(tmp_path: Path) -> None:
    store = tmp_path / "responses.sqlite"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "generator")])}
    command = [sys.executable, "-m", "tests.form_service.crash_server", str(store)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment) as process:
        assert process.stdout
        load = Load(f"http://127.0.0.1:{process.stdout.readline().strip()}")
        with ThreadPoolExecutor(CLIENTS) as pool:
            clients = [pool.submit(load.client) for _ in range(CLIENTS)]
            load.enough.wait()
            process.kill()
        for client in clients:
            client.result()
    with SqliteStore(store) as reopened:
        kept = Counter(number_of(dict(response.answers)) for response in reopened.responses("needs"))
    assert set(load.thanked) <= set(kept)
    assert set(kept.values()) == {1}
    with closing(sqlite3.connect(store)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
