# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What goes back over the wire: a page for a person, JSON for a script, and the headers that both need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.responses import Response as Reply

from porchlight.form_service import destination, pages
from porchlight.form_service.parse import SID, Post
from porchlight.form_service.refused import Complaint, Refused
from porchlight.form_service.settings import Settings
from porchlight.form_service.tickets import new_sid
from porchlight.form_service.words import LANGUAGE_NAMES, say
from porchlight.model import poll_names as names
from porchlight.model.questionnaire import Questionnaire
from porchlight.polls.form import poll_form


class Replies:
    """Makes each reply that the service gives."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def form(self, request: Request, questionnaire: Questionnaire) -> Reply:
        """The form itself, marked so that it is stored once however often it is sent."""
        language = _language(request, questionnaire.title)
        form = poll_form(questionnaire, language, request.url.path, "")
        return self._page(request, 200, pages.form_page(form, questionnaire.title, {}, [(SID, new_sid())], ()))

    def stored(self, request: Request, post: Post) -> Reply:
        """On to where the form said, if one may go there; else to our own thanks."""
        thanks = f"{request.url.path}/thanks?lang={post.language}"
        address = self._safe(post.next_path) or thanks
        headers = self._headers(request)
        if _wants_json(request):
            return JSONResponse({"ok": True, "next": address}, 200, headers)
        return RedirectResponse(address, 303, headers)

    def thanks(self, request: Request, questionnaire: Questionnaire) -> Reply:
        """Our own words of thanks."""
        language = _language(request, questionnaire.title)
        link = (self._settings.home, say(language, "home"))
        page = pages.message_page(language, say(language, "thanks-title"), say(language, "thanks"), link)
        return self._page(request, 200, page)

    def no_poll(self, request: Request) -> Reply:
        """There is no such poll."""
        language = _language(request, LANGUAGE_NAMES)
        if _wants_json(request):
            return self._json(request, Refused(404, Complaint("no-poll")), language)
        link = (self._settings.home, say(language, "home"))
        page = pages.message_page(language, say(language, "no-poll-title"), say(language, "no-poll"), link)
        return self._page(request, 404, page)

    def refused(self, request: Request, questionnaire: Questionnaire, refused: Refused, post: Post | None) -> Reply:
        """Why not, and the answers back with a way to send them, as far as they could be read."""
        language = post.language if post else _language(request, questionnaire.title)
        reply = self._refused(request, questionnaire, refused, post, language)
        if refused.status == 408:  # the rest of the body may still drip in: let go of the line
            reply.headers["Connection"] = "close"
        return reply

    def _refused(
        self, request: Request, questionnaire: Questionnaire, refused: Refused, post: Post | None, language: str
    ) -> Reply:
        if _wants_json(request):
            return self._json(request, refused, language)
        if post is None:
            page = self._unread(request, refused, language)
        elif refused.status == 422:
            page = self._to_mend(request, questionnaire, refused, post)
        else:
            page = self._to_resend(request, refused, post)
        return self._page(request, refused.status, page, refused.retry_after)

    def _unread(self, request: Request, refused: Refused, language: str) -> str:
        link = (request.url.path, say(language, "open-form"))
        message = " ".join(_messages(refused, language))
        return pages.message_page(language, say(language, "not-saved-title"), message, link)

    def _to_mend(self, request: Request, questionnaire: Questionnaire, refused: Refused, post: Post) -> str:
        form = poll_form(questionnaire, post.language, request.url.path, self._safe(post.next_path))
        sid = [(SID, post.sid or new_sid())]
        return pages.form_page(form, (), post.answers, sid, _messages(refused, post.language))

    def _to_resend(self, request: Request, refused: Refused, post: Post) -> str:
        title, button = ("not-saved-title", "send-again")
        if refused.status == 200:
            title, button = ("please-confirm-title", "confirm")
        return pages.resend_page(
            post.language,
            say(post.language, title),
            " ".join(_messages(refused, post.language)),
            request.url.path,
            self._fields(post, refused.carry).items(),
            say(post.language, button),
        )

    def _fields(self, post: Post, carry: Mapping[str, str]) -> dict[str, str]:
        own = {
            names.VERSION: str(post.version),
            names.LANGUAGE: post.language,
            names.NEXT: self._safe(post.next_path),
            SID: post.sid,
            names.TRAP: "1" if post.trapped else "",
        }
        return {name: value for name, value in {**own, **carry, **post.answers}.items() if value}

    def _safe(self, address: str) -> str:
        return address if destination.is_safe(address, self._settings.origins) else ""

    def _json(self, request: Request, refused: Refused, language: str) -> Reply:
        errors = [
            {"code": complaint.code, "field": complaint.field, "message": say(language, complaint.code)}
            for complaint in refused.complaints
        ]
        headers = self._headers(request, refused.retry_after)
        return JSONResponse({"ok": False, "errors": errors, "carry": dict(refused.carry)}, refused.status, headers)

    def _page(self, request: Request, status: int, page: str, retry_after: int = 0) -> Reply:
        return HTMLResponse(page, status, self._headers(request, retry_after))

    def _headers(self, request: Request, retry_after: int = 0) -> dict[str, str]:
        # Browsers hold the redirect after a post to form-action as well, so the sites to go back to are in it. Without
        # a referrer policy that names the origin, a browser would say “null” for it and the post would look homeless.
        targets = " ".join(("'self'", *sorted(self._settings.origins)))
        policy = f"default-src 'none'; form-action {targets}; base-uri 'none'; frame-ancestors 'none'"
        headers = {
            "Content-Security-Policy": policy,
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
            "Vary": "Origin, Accept, Accept-Language",
        }
        if retry_after:
            headers["Retry-After"] = str(retry_after)
        origin = request.headers.get("origin", "")
        if origin in self._settings.origins:
            headers["Access-Control-Allow-Origin"] = origin
        return headers


def _wants_json(request: Request) -> bool:
    accept = request.headers.get("accept", "")
    return "application/json" in accept and "text/html" not in accept


def _language(request: Request, languages: Iterable[str]) -> str:
    """What the address says, else what the browser asks for, else the first."""
    known = list(languages)
    asked = request.headers.get("accept-language", "").split(",")
    wanted = (request.query_params.get("lang", ""), *(tag.strip()[:2].lower() for tag in asked))
    return next((language for language in wanted if language in known), known[0])


def _messages(refused: Refused, language: str) -> list[str]:
    """Each reason once, however many fields it is about."""
    return list(dict.fromkeys(say(language, complaint.code) for complaint in refused.complaints))
