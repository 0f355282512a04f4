# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Running an application that has the form service in it, so that what it promises holds for the server too."""

from __future__ import annotations

import uvicorn
from starlette.types import ASGIApp

_MOST_AT_ONCE = 1_000


def server_for(app: ASGIApp, host: str, port: int) -> uvicorn.Server:
    """A server for `app`; its `run()` serves until it is told to stop.

    It is one process, since the limits and double clicks are known to one memory; and it keeps no log of who came,
    since that would be a list of addresses with times.
    """
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        access_log=False,
        log_level="warning",
        server_header=False,
        limit_concurrency=_MOST_AT_ONCE,
    )
    return uvicorn.Server(config)
