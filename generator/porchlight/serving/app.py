# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The built site and the form service in one application, for one local address."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from porchlight.serving.news import News

SCRIPT = Path(__file__).with_name("news.js").read_text("utf-8")
LOOK = Path(__file__).with_name("news.css").read_text("utf-8")

# A stranger's page can point its own name at this machine and then read and send here as if it were ours.
OWN_HOSTS = ("127.0.0.1", "localhost")


def site_app(output: Path, forms: Sequence[BaseRoute], news: News) -> Starlette:
    """The pages of `output` with the form service's routes before them.

    While this serves, each page also hears the news: it loads itself again where the pages are new, and shows what is
    to be mended. Nothing of that is in the written files. It answers to the names of this machine only.
    """

    async def version(request: Request) -> Response:
        told = await news.after(request.query_params.get("seen", ""))
        return JSONResponse(told.as_data(), headers={"Cache-Control": "no-store"})

    async def script(_: Request) -> Response:
        return Response(SCRIPT, media_type="text/javascript")

    async def look(_: Request) -> Response:
        return Response(LOOK, media_type="text/css")

    return Starlette(
        routes=[
            *forms,
            Route("/--version", version),
            Route("/--news.js", script),
            Route("/--news.css", look),
            Mount("/", _Site(output, news)),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=OWN_HOSTS)],
    )


class _Site(StaticFiles):
    """Static files, each page with the script that hears the news, and with the mark of the pages that it is one of."""

    def __init__(self, output: Path, news: News) -> None:
        super().__init__(directory=output, html=True, check_dir=False)
        self._news = news

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        if not str(full_path).endswith(".html"):
            return super().file_response(full_path, stat_result, scope, status_code)
        # The mark is taken before the page is read: what is written meanwhile is told as new.
        tag = f'<script src="/--news.js" data-pages="{self._news.now.pages}" defer></script></body>'
        html = Path(full_path).read_bytes().replace(b"</body>", tag.encode())
        return HTMLResponse(html, status_code, headers={"Cache-Control": "no-store"})
