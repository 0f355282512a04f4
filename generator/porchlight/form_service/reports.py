# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`/f/report`: what somebody says is wrong on a page comes in and is stored for good."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response as Reply
from starlette.routing import Route

from porchlight.form_service.body import fields_of
from porchlight.form_service.intake import Intake
from porchlight.form_service.parse import Fields
from porchlight.form_service.refused import Refused
from porchlight.form_service.report_parse import MOST_BYTES, ReportPost, check, gather
from porchlight.form_service.report_replies import ReportReplies
from porchlight.form_service.sender import sender_of
from porchlight.form_service.settings import Settings
from porchlight.model.report_names import FORM


def report_routes(intake: Intake, settings: Settings) -> list[Route]:
    """The routes of reports, to stand before those of polls."""
    service = _Reports(intake, settings)
    return [
        Route(f"/f/{FORM}", service.take, methods=["POST", "OPTIONS"]),
        Route(f"/f/{FORM}/thanks", service.thanks),
    ]


class _Reports:
    def __init__(self, intake: Intake, settings: Settings) -> None:
        self._intake = intake
        self._origins = settings.origins
        self._replies = ReportReplies(settings)

    async def thanks(self, request: Request) -> Reply:
        return self._replies.thanks(request)

    async def take(self, request: Request) -> Reply:
        if request.method == "OPTIONS":
            return self._replies.may_post(request)
        post: ReportPost | None = None
        try:
            fields = await fields_of(request, MOST_BYTES)
            post = gather(fields)
            await self._take(request, fields, post)
        except Refused as refusal:
            return self._replies.refused(request, refusal, post)
        return self._replies.stored(request, post)

    async def _take(self, request: Request, fields: Fields, post: ReportPost) -> None:
        sender = sender_of(request, self._origins)
        self._intake.admit(sender)
        check(fields, post)
        await self._intake.take(FORM, post, sender)
