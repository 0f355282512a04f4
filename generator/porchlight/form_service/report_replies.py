# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a report of a mistake is answered with: thanks, or why not with the words handed back."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response as Reply

from porchlight.form_service import pages
from porchlight.form_service.parse import SID
from porchlight.form_service.refused import Refused
from porchlight.form_service.report_page import ReportFields, report_page
from porchlight.form_service.report_parse import ReportPost
from porchlight.form_service.report_words import say
from porchlight.form_service.settings import Settings
from porchlight.form_service.tickets import new_sid
from porchlight.form_service.wire import Wire, language_of, wants_json
from porchlight.form_service.words import LANGUAGE_NAMES
from porchlight.model import poll_names, report_names

_HEADS = {200: ("please-confirm-title", "confirm"), 422: ("not-saved-title", "send")}
"""Title and button by status; whatever else went wrong, the same can be sent again."""


class ReportReplies:
    """Makes each reply to a report."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._wire = Wire(settings, say)

    def may_post(self, request: Request) -> Reply:
        """What a browser asks before a script of another site may post."""
        return self._wire.preflight(request)

    def stored(self, request: Request, post: ReportPost) -> Reply:
        """On to where the form said, if one may go there; else to our own thanks."""
        return self._wire.onward(request, post.next_path, f"{request.url.path}/thanks?lang={post.language}")

    def thanks(self, request: Request) -> Reply:
        """Our own words of thanks."""
        return self._wire.message(request, 200, language_of(request, LANGUAGE_NAMES), "thanks")

    def refused(self, request: Request, refused: Refused, post: ReportPost | None) -> Reply:
        """Why not, and the words back with a way to send them, as far as they could be read."""
        language = post.language if post else language_of(request, LANGUAGE_NAMES)
        if wants_json(request):
            return self._wire.told(request, refused, language)
        page = self._to_send(request, refused, post) if post else self._unread(refused, language)
        return self._wire.page(request, refused.status, page, refused.retry_after)

    def _unread(self, refused: Refused, language: str) -> str:
        link = (self._settings.on_site(language), say(language, "home"))
        message = " ".join(self._wire.reasons(refused, language))
        return pages.message_page(language, self._settings.hub, say(language, "not-saved-title"), message, link)

    def _to_send(self, request: Request, refused: Refused, post: ReportPost) -> str:
        title, button = _HEADS.get(refused.status, ("not-saved-title", "send-again"))
        return report_page(
            post.language,
            self._settings.hub,
            say(post.language, title),
            self._wire.reasons(refused, post.language),
            request.url.path,
            self._hidden(refused, post),
            self._fields(post),
            say(post.language, button),
        )

    def _fields(self, post: ReportPost) -> ReportFields:
        return ReportFields(
            post.name or post.record,
            self._page(post),
            post.what,
            post.line,
            post.labels,
            post.words,
            post.value,
            post.trapped,
        )

    def _page(self, post: ReportPost) -> str:
        # The way on is the thanks on the record's own page, in the reader's language.
        onward, thanks = self._wire.safe(post.next_path), f"#{report_names.TOLD}"
        is_ours = post.record and onward.endswith(f"/{post.record}/{thanks}")
        return onward.removesuffix(thanks) if is_ours else ""

    def _hidden(self, refused: Refused, post: ReportPost) -> list[tuple[str, str]]:
        # What is to be changed gets a mark. What may come again unchanged is known by what it says.
        sid = post.sid or (new_sid() if refused.status == 422 else "")
        own = {
            report_names.RECORD: post.record,
            report_names.RECORD_NAME: post.name,
            report_names.LABELS: "\n".join(f"{name}={label}" for name, label in post.labels),
            report_names.LANGUAGE: post.language,
            poll_names.NEXT: self._wire.safe(post.next_path),
            SID: sid,
            poll_names.TRAP: "1" if post.trapped else "",
        }
        return [(name, value) for name, value in {**own, **refused.carry}.items() if value]
