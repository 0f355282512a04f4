# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What goes back over the wire, whichever form was posted: a page, JSON or the way on, and the headers all need."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.responses import Response as Reply

from porchlight.form_service import destination, pages
from porchlight.form_service.refused import Refused
from porchlight.form_service.settings import Settings
from porchlight.form_service.style import SOURCE

Say = Callable[[str, str], str]


class Wire:
    """Sends what one form has to say; `say` gives its words for a language and a key."""

    def __init__(self, settings: Settings, say: Say) -> None:
        self._settings = settings
        self._say = say

    def page(self, request: Request, status: int, page: str, retry_after: int = 0) -> Reply:
        """A page for a person."""
        return HTMLResponse(page, status, self._headers(request, status, retry_after))

    def message(self, request: Request, status: int, language: str, key: str) -> Reply:
        """A page with the words for `key` below those for its title, and the way home."""
        link = (self._settings.on_site(language), self._say(language, "home"))
        words = (self._say(language, f"{key}-title"), self._say(language, key))
        return self.page(request, status, pages.message_page(language, self._settings.hub, *words, link))

    def onward(self, request: Request, next_path: str, thanks: str) -> Reply:
        """On to where the form said, if one may go there; else to our own thanks."""
        address = self.safe(next_path) or thanks
        headers = self._headers(request, 200)
        if wants_json(request):
            return JSONResponse({"ok": True, "next": address}, 200, headers)
        return RedirectResponse(address, 303, headers)

    def preflight(self, request: Request) -> Reply:
        """What a browser asks before a script of another site may post: yes to the sites that the operator named."""
        headers = self._headers(request, 204) | {"Allow": "GET, POST, OPTIONS"}
        if "Access-Control-Allow-Origin" in headers:
            headers |= {"Access-Control-Allow-Methods": "GET, POST", "Access-Control-Allow-Headers": "Content-Type"}
        return Reply(None, 204, headers)

    def told(self, request: Request, refused: Refused, language: str) -> Reply:
        """The reasons as JSON, for a script."""
        errors = [
            {"code": complaint.code, "field": complaint.field, "message": self._say(language, complaint.code)}
            for complaint in refused.complaints
        ]
        headers = self._headers(request, refused.status, refused.retry_after)
        return JSONResponse({"ok": False, "errors": errors, "carry": dict(refused.carry)}, refused.status, headers)

    def reasons(self, refused: Refused, language: str) -> list[str]:
        """Each reason once, however many fields it is about."""
        return list(dict.fromkeys(self._say(language, complaint.code) for complaint in refused.complaints))

    def safe(self, address: str) -> str:
        """The address, or "" where nobody may be sent there."""
        return address if destination.is_safe(address, self._settings.origins) else ""

    def _headers(self, request: Request, status: int, retry_after: int = 0) -> dict[str, str]:
        # Browsers hold the redirect after a post to form-action as well, so the sites to go back to are in it; they may
        # also show our pages in a frame. Without a referrer policy that names the origin, a browser would say “null”
        # for it and the post would look homeless.
        targets = " ".join(("'self'", *sorted(self._settings.origins)))
        allowed = f"default-src 'none'; style-src {SOURCE}; form-action {targets}"
        policy = f"{allowed}; base-uri 'none'; frame-ancestors {targets}"
        headers = {
            "Content-Security-Policy": policy,
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
            "Vary": "Origin, Accept, Accept-Language",
        }
        if status == 408:  # the rest of the body may still drip in: let go of the line
            headers["Connection"] = "close"
        if retry_after:
            headers["Retry-After"] = str(retry_after)
        origin = request.headers.get("origin", "")
        if origin in self._settings.origins:
            headers["Access-Control-Allow-Origin"] = origin
        return headers


def wants_json(request: Request) -> bool:
    """True where a script asks, not a person."""
    accept = request.headers.get("accept", "")
    return "application/json" in accept and "text/html" not in accept


def language_of(request: Request, languages: Iterable[str]) -> str:
    """What the address says, else what the browser asks for, else the first."""
    known = list(languages)
    asked = request.headers.get("accept-language", "").split(",")
    wanted = (request.query_params.get("lang", ""), *(tag.strip()[:2].lower() for tag in asked))
    return next((language for language in wanted if language in known), known[0])
