# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight forms` and `porchlight operate` as processes of their own, for a new hub."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from porchlight.form_service.store import SqliteStore
from porchlight.starting.making import new_hub

POLL = "data/polls/needs.yaml"


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    folder = tmp_path / "hub"
    new_hub(folder)
    settings = folder / "data" / "hub.yaml"
    text = settings.read_text(encoding="utf-8").replace('address: ""', "address: https://hub.example.org")
    settings.write_text(text, encoding="utf-8")
    return folder


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def running(*arguments: str | Path, store: Path | None = None) -> Iterator[subprocess.Popen[str]]:
    """The command, which must end well within ten seconds of being told to, as systemd and containers tell it."""
    environment = {**os.environ, **({"PORCHLIGHT_STORE": str(store)} if store else {})}
    command = [sys.executable, "-m", "porchlight", *map(str, arguments)]
    out = subprocess.PIPE
    with subprocess.Popen(command, env=environment, text=True, stdout=out, stderr=subprocess.STDOUT) as process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            finally:
                process.kill()


def answering(client: httpx.Client, path: str) -> httpx.Response:
    """What the address says, as soon as it says something."""
    for _ in range(300):
        try:
            return client.get(path)
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError("nobody answers")


def wait_for_socket(path: Path) -> None:
    for _ in range(300):
        with socket.socket(socket.AF_UNIX) as line:
            if line.connect_ex(str(path)) == 0:
                return
        time.sleep(0.1)


def test_the_service_runs_alone_believes_the_hubs_address_and_ends_when_told_to(hub: Path) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with running("forms", "--root", hub, "--port", str(port)) as process, httpx.Client(base_url=address) as client:
        assert answering(client, "/f/health").json() == {"ok": True}
        page = {"Origin": "https://hub.example.org"}
        sent = client.post("/f/needs", data={"training_crisis": "4"}, headers=page)
        assert (sent.status_code, sent.headers["access-control-allow-origin"]) == (303, page["Origin"])
        assert "https://hub.example.org" in client.get("/f/needs/thanks").text
    assert process.returncode == 0
    assert SqliteStore(hub / "var" / "responses.sqlite3").count_responses("needs") == 1


def test_a_poll_that_changes_is_taken_as_it_stands_and_one_that_is_broken_stays_as_it_was(hub: Path) -> None:
    sock, poll = hub.parent / "forms.sock", hub / POLL
    with (
        running("forms", "--root", hub, "--unix", sock, store=hub.parent / "elsewhere.sqlite3"),
        httpx.Client(base_url="http://forms", transport=httpx.HTTPTransport(uds=str(sock))) as client,
    ):
        wait_for_socket(sock)
        before = answering(client, "/f/needs?lang=en").text
        text = poll.read_text(encoding="utf-8")
        poll.write_text(text + "nonsense: true\n", encoding="utf-8")
        time.sleep(1)
        assert client.get("/f/openapi.json").json()["paths"].keys() >= {"/f/needs"}
        assert "A poll of another name" not in before
        title = "title: {en: A poll of another name, es: Otra}"
        poll.write_text(re.sub(r"^title:.*$(\n^ .*$)*", title, text, flags=re.MULTILINE), encoding="utf-8")
        for _ in range(300):
            if "A poll of another name" in client.get("/f/needs?lang=en").text:
                break
            time.sleep(0.1)
        else:
            raise AssertionError("the poll was not read again")
        client.post("/f/needs", data={"training_crisis": "4"})
    assert not (hub / "var" / "responses.sqlite3").exists()
    assert SqliteStore(hub.parent / "elsewhere.sqlite3").count_responses("needs") == 1


def test_the_operators_pages_open_with_the_token_that_the_terminal_shows(hub: Path) -> None:
    with running("operate", "--root", hub, "--port", str(free_port())) as process:
        assert process.stdout
        told = "".join(process.stdout.readline() for _ in range(3))
        found = re.search(r"Open (http://127\.0\.0\.1:\d+)/.*\n\n    (\S+)", told)
        assert found, told
        with httpx.Client(base_url=found[1], follow_redirects=True) as client:
            assert answering(client, "/").status_code == 401
            page = client.post("/enter", data={"token": found[2]})
            assert (page.status_code, "<td>none</td>" in page.text) == (200, True)
            assert client.get("/purge").status_code == 200
