# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A real form service on a real socket, with clocks that only a test moves."""

from __future__ import annotations

import socket
from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

import httpx
from starlette.types import ASGIApp, Receive, Scope, Send

from porchlight.form_service.app import create_app
from porchlight.form_service.limits import Rate
from porchlight.form_service.serving import server_for
from porchlight.form_service.settings import Clock, Settings
from porchlight.form_service.store import SqliteStore, Store
from porchlight.model.questionnaire import Questionnaire
from tests.polls.support import needs

NO_LIMIT = Rate(1_000_000, 1_000_000)
CALM = Settings(each_network=NO_LIMIT, each_poll=NO_LIMIT)
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
SID = "a-random-word-of-a-script"


class HandClock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.day = date(2026, 11, 2)

    def clock(self) -> Clock:
        return Clock(seconds=lambda: self.now, today=self.today)

    def today(self) -> date:
        return self.day

    def wait(self, seconds: float) -> None:
        self.now += seconds

    def wait_days(self, days: int) -> None:
        self.day += timedelta(days=days)


@dataclass
class Service:
    """The service as a browser sees it, and the store behind it."""

    client: httpx.Client
    store: Store
    time: HandClock

    def send(
        self, *given: Mapping[str, str], poll: str = "needs", headers: Mapping[str, str] | None = None, **fields: str
    ) -> httpx.Response:
        """Post what a page of the service itself would, `fields` going before what is `given`."""
        own = {"Origin": str(self.client.base_url).rstrip("/"), **FORM, **(headers or {})}
        return self.client.post(f"/f/{poll}", content=urlencode(dict(ChainMap(fields, *map(dict, given)))), headers=own)

    def count(self) -> int:
        return self.store.count_responses("needs")

    def from_address(self, address: str) -> httpx.Client:
        """A client at another address of the loopback: another network, as far as the service knows."""
        transport = httpx.HTTPTransport(local_address=address)
        return httpx.Client(base_url=self.client.base_url, transport=transport, headers=self.client.headers)


def listening_socket(port: int = 0) -> socket.socket:
    # asyncio sends small parts at once only on sockets that say they are TCP; `socket.create_server` makes none such.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a service may come back at once
    listening.bind(("127.0.0.1", port))
    listening.listen()
    return listening


class Switchboard:
    """Hands each request to the service that was begun last: starting a server for each test would take too long."""

    def __init__(self) -> None:
        self.apps: list[ASGIApp] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.apps[-1](scope, receive, send)


@cache
def _server() -> tuple[Switchboard, str]:
    """The one server of a test run and its address. It ends with the run."""
    switchboard, listening = Switchboard(), listening_socket()
    server = server_for(switchboard, "127.0.0.1", 0)
    server.config.lifespan = "off"
    Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
    return switchboard, f"http://127.0.0.1:{listening.getsockname()[1]}"


@contextmanager
def running(app: ASGIApp) -> Iterator[str]:
    """The application on the one server; yields its address, without a slash at the end."""
    switchboard, base = _server()
    switchboard.apps.append(app)
    try:
        yield base
    finally:
        switchboard.apps.remove(app)


@contextmanager
def serving_forms(
    store: Store,
    settings: Settings = CALM,
    time: HandClock | None = None,
    questionnaires: Sequence[Questionnaire] | None = None,
) -> Iterator[Service]:
    time = time or HandClock()
    app = create_app(lambda: questionnaires or [needs()], store, settings=settings, clock=time.clock())
    with running(app) as base, httpx.Client(base_url=base) as client:
        yield Service(client, store, time)


@contextmanager
def own_service(folder: Path, settings: Settings = CALM) -> Iterator[Service]:
    time = HandClock()
    store = SqliteStore(folder / "responses.sqlite", today=time.today)
    with store, serving_forms(store, settings, time) as service:
        yield service


@dataclass
class Page(HTMLParser):
    """What is on a page: enough to fill in its form the way a browser does."""

    html: str
    hidden: dict[str, str] = field(default_factory=dict)
    checked: dict[str, str] = field(default_factory=dict)
    radios: dict[str, list[str]] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str | None]] = field(default_factory=list)
    action: str = ""
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        got = {name: value or "" for name, value in attrs}
        self.ids += [got["id"]] if "id" in got else []
        self.action = got.get("action", self.action)
        if got.get("type") == "hidden":
            self.hidden[got["name"]] = got["value"]
        if got.get("type") == "radio":
            self.radios.setdefault(got["name"], []).append(got["value"])
            if "checked" in got:
                self.checked[got["name"]] = got["value"]

    def handle_data(self, data: str) -> None:
        self.text += data
