# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Running an application that has the form service in it, so that what it promises holds for the server too."""

from __future__ import annotations

from collections.abc import Sequence

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from porchlight.form_service.bounded import BoundedHttp

THIS_MACHINE = ("127.0.0.1", "::1")

_MOST_AT_ONCE = 1_000
_OWN_SOCKET = "unix"


def server_for(
    app: ASGIApp, host: str, port: int, *, unix: str = "", trusted: Sequence[str] = THIS_MACHINE
) -> uvicorn.Server:
    """A server for `app`; its `run()` serves until it is told to stop.

    It is one process, since the limits and double clicks are known to one memory; and it keeps no log of who came,
    since that would be a list of addresses with times. `unix` is the path of a socket to listen on instead of a port.
    A proxy may say for whom it asks (`X-Forwarded-For`) where its address, or its network, is in `trusted`.
    """
    config = uvicorn.Config(
        _behind_proxy(app, trusted),
        host=host,
        port=port,
        uds=unix or None,
        http=BoundedHttp,
        loop="asyncio",  # whatever else is installed
        ws="none",
        proxy_headers=False,  # uvicorn would ask the environment whom to trust, and nobody on a socket without a port
        access_log=False,
        log_level="warning",
        server_header=False,
        limit_concurrency=_MOST_AT_ONCE,
    )
    return uvicorn.Server(config)


def _behind_proxy(app: ASGIApp, trusted: Sequence[str]) -> ASGIApp:
    # What is written last was written by our own proxy: whoever asks can write only what stands before it.
    told = ProxyHeadersMiddleware(app, [*trusted, _OWN_SOCKET])  # type: ignore[arg-type]

    async def named(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not scope.get("client") and _is_forwarded(scope):
            scope["client"] = (_OWN_SOCKET, 0)  # only a proxy can reach the socket, and it has no address
        await told(scope, receive, send)  # type: ignore[arg-type]

    return named


def _is_forwarded(scope: Scope) -> bool:
    return any(name == b"x-forwarded-for" for name, _ in scope["headers"])
