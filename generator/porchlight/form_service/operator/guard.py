# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who has not come in is asked for the token, and only the session's own forms change anything."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.responses import Response as Reply

from porchlight.form_service.body import fields_of
from porchlight.form_service.operator import pages
from porchlight.form_service.operator.door import Door
from porchlight.form_service.refused import Refused
from porchlight.form_service.style import SOURCE

COOKIE = "porchlight-operator"

MOST_BYTES = 256 * 1024
"""Room for a few thousand lines of paper."""

HEADERS = {
    "Content-Security-Policy": f"default-src 'none'; style-src {SOURCE}; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}

Fields = Mapping[str, str]
Show = Callable[[str], Awaitable[Reply]]
Change = Callable[[str, Fields], Awaitable[Reply]]


class Guarded:
    """One path: asks for the token where nobody has come in, and takes posts of the session's own forms only."""

    def __init__(self, door: Door, show: Show, change: Change | None) -> None:
        self._door = door
        self._show = show
        self._change = change

    async def answer(self, request: Request) -> Reply:
        """The page, or what came of the post."""
        session = request.cookies.get(COOKIE, "")
        by_word = self._has_word(request)
        if not by_word and not self._door.is_open(session):
            return page(pages.door_page(""), 401)
        if request.method != "POST":
            return await self._show(self._door.seal(session))
        if self._change is None:
            return page(pages.plain_page("Nothing to send here", "This page only shows."), 405)
        try:
            fields = dict(await fields_of(request, MOST_BYTES))
        except Refused as refused:
            told = "Go back and send it again, in smaller parts."
            return page(pages.plain_page("That was not read", told), refused.status)
        # A browser sends no header of this kind on its own, so nobody else's page can have made it.
        if not by_word and not self._door.is_sealed(session, fields.get(pages.SEAL, "")):
            return page(pages.plain_page("Please send that again", "The page was too old. Nothing was changed."), 403)
        return await self._change(self._door.seal(session), fields)

    def _has_word(self, request: Request) -> bool:
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        return kind.lower() == "bearer" and self._door.knows(token.strip())


def page(words: str, status: int = 200) -> Reply:
    """A page for the operator."""
    return HTMLResponse(words, status, HEADERS)
