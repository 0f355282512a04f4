# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The built site and the form service in one application, for one local address."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

RELOAD_SCRIPT = """\
let seen;
async function look() {
  try {
    const now = await (await fetch("/--version", { cache: "no-store" })).text();
    if (seen && seen !== now) location.reload();
    seen = now;
  } catch { /* the server is restarting: look again */ }
  setTimeout(look, 1000);
}
look();
"""
RELOAD_TAG = b'<script src="/--reload.js" defer></script></body>'

# A stranger's page can point its own name at this machine and then read and send here as if it were ours.
OWN_HOSTS = ("127.0.0.1", "localhost")


def site_app(output: Path, forms: Sequence[BaseRoute], version: Callable[[], int]) -> Starlette:
    """The pages of `output` with the form service's routes before them.

    While this serves, each page also looks once a second whether `version` has changed, and then loads itself again.
    Nothing of that is in the written files. It answers to the names of this machine only.
    """

    async def now(_: Request) -> Response:
        return PlainTextResponse(str(version()), headers={"Cache-Control": "no-store"})

    async def reload_script(_: Request) -> Response:
        return Response(RELOAD_SCRIPT, media_type="text/javascript")

    return Starlette(
        routes=[
            *forms,
            Route("/--version", now),
            Route("/--reload.js", reload_script),
            Mount("/", _Site(directory=output, html=True, check_dir=False)),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=OWN_HOSTS)],
    )


class _Site(StaticFiles):
    """Static files, each page with the script that loads it again after a change."""

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        if not str(full_path).endswith(".html"):
            return super().file_response(full_path, stat_result, scope, status_code)
        html = Path(full_path).read_bytes().replace(b"</body>", RELOAD_TAG)
        return HTMLResponse(html, status_code, headers={"Cache-Control": "no-store"})
