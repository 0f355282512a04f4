# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The service behind a real proxy: who it believes about where a post came from."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from porchlight.form_service.app import create_app
from porchlight.form_service.limits import Rate
from porchlight.form_service.serving import THIS_MACHINE, server_for
from porchlight.form_service.settings import Settings
from porchlight.form_service.store import SqliteStore
from tests.form_service.support import NO_LIMIT, listening_socket
from tests.polls.support import needs

TWO_EACH = Settings(each_network=Rate(2, 0.001), each_poll=NO_LIMIT)


@contextmanager
def _serving(server: uvicorn.Server, listening: socket.socket | None) -> Iterator[None]:
    thread = Thread(target=server.run, kwargs={"sockets": [listening] if listening else None}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield
    finally:
        server.should_exit = True
        thread.join()


def _proxy(upstream: httpx.Client) -> Starlette:
    """Passes requests on the way that nginx does: what the visitor wrote, then the address that it sees itself."""

    def pass_on(request: Request, body: bytes) -> Response:
        seen = request.headers["x-seen-by-proxy"]
        written = request.headers.get("x-forwarded-for")
        headers = {
            "host": request.headers["host"],
            "content-type": request.headers.get("content-type", ""),
            "x-forwarded-for": f"{written}, {seen}" if written else seen,
        }
        reply = upstream.request(request.method, request.url.path, content=body, headers=headers)
        kept = {name: value for name, value in reply.headers.items() if name in {"location", "retry-after"}}
        return Response(reply.content, reply.status_code, kept)

    async def handle(request: Request) -> Response:
        return pass_on(request, await request.body())

    return Starlette(routes=[Route("/{path:path}", handle, methods=["GET", "POST"])])


@contextmanager
def _behind_proxy(folder: Path, trusted: tuple[str, ...], unix: str) -> Iterator[httpx.Client]:
    """A client of a proxy in front of a service that takes two posts of each network."""
    with SqliteStore(folder / "r.sqlite") as store:
        app = create_app(lambda: [needs()], store, settings=TWO_EACH)
        own, front = None if unix else listening_socket(), listening_socket()
        port = own.getsockname()[1] if own else 0
        transport = httpx.HTTPTransport(uds=unix or None)
        with (
            _serving(server_for(app, "127.0.0.1", port, unix=unix, trusted=trusted), own),
            httpx.Client(base_url=f"http://127.0.0.1:{port}", transport=transport) as upstream,
            _serving(uvicorn.Server(uvicorn.Config(_proxy(upstream), log_level="warning")), front),
            httpx.Client(base_url=f"http://127.0.0.1:{front.getsockname()[1]}") as client,
        ):
            yield client


def _post(client: httpx.Client, visitor: str, code: str, **headers: str) -> int:
    told = {"X-Seen-By-Proxy": visitor, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return client.post("/f/needs", data={"training_crisis": code}, headers=told).status_code


@pytest.mark.parametrize("on_socket", [False, True])
def test_behind_a_proxy_each_network_has_its_own_limit(tmp_path: Path, on_socket: bool) -> None:
    unix = str(tmp_path / "forms.sock") if on_socket else ""
    with _behind_proxy(tmp_path, THIS_MACHINE, unix) as client:
        assert [_post(client, "192.0.2.7", code) for code in "123"] == [303, 303, 429]
        assert _post(client, "198.51.100.9", "1") == 303


@pytest.mark.parametrize("on_socket", [False, True])
def test_what_a_visitor_writes_into_the_header_does_not_make_another_network(tmp_path: Path, on_socket: bool) -> None:
    unix = str(tmp_path / "forms.sock") if on_socket else ""
    with _behind_proxy(tmp_path, THIS_MACHINE, unix) as client:
        statuses = [_post(client, "192.0.2.7", code, X_Forwarded_For=f"203.0.113.{code}") for code in "123"]
    assert statuses == [303, 303, 429]


def test_a_proxy_that_nobody_named_is_not_believed(tmp_path: Path) -> None:
    with _behind_proxy(tmp_path, ("192.0.2.1",), "") as client:
        assert [_post(client, f"198.51.100.{code}", code) for code in "123"] == [303, 303, 429]


def test_a_whole_network_of_proxies_can_be_named(tmp_path: Path) -> None:
    with _behind_proxy(tmp_path, ("127.0.0.0/8",), "") as client:
        assert [_post(client, f"198.51.{code}.1", code) for code in "123"] == [303, 303, 303]


def test_the_environment_can_not_change_who_is_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "*")
    with _behind_proxy(tmp_path, ("192.0.2.1",), "") as client:
        assert [_post(client, f"198.51.100.{code}", code) for code in "123"] == [303, 303, 429]
