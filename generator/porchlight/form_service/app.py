# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The form service: a post comes in, is stored for good, and only then does the person read “thank you”."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.responses import Response as Reply
from starlette.routing import Route

from porchlight.form_service.body import fields_of
from porchlight.form_service.intake import Intake
from porchlight.form_service.openapi import openapi
from porchlight.form_service.parse import MOST_BYTES, Fields, Post, check, gather
from porchlight.form_service.refused import Complaint, Refused
from porchlight.form_service.replies import CLOSED, Replies
from porchlight.form_service.reports import report_routes
from porchlight.form_service.sender import sender_of
from porchlight.form_service.settings import REAL_CLOCK, Clock, Settings
from porchlight.form_service.store import Store
from porchlight.form_service.writer import StoreFailed
from porchlight.model.questionnaire import Questionnaire
from porchlight.model.wording import frozen

Questionnaires = Callable[[], Iterable[Questionnaire]]
"""The questionnaires as they stand now: asked at each request, so that a poll that changes is taken as it is shown."""


def create_app(
    questionnaires: Questionnaires, store: Store, *, settings: Settings, clock: Clock = REAL_CLOCK
) -> Starlette:
    """The service by itself. The caller opens the store before the first request and closes it after the last."""
    return Starlette(routes=routes(questionnaires, store, settings=settings, clock=clock))


def routes(
    questionnaires: Questionnaires, store: Store, *, settings: Settings, clock: Clock = REAL_CLOCK
) -> list[Route]:
    """The service's routes, all below `/f/`, to stand before others in one application (and in one process only)."""
    intake = Intake(store, settings, clock)
    service = _Service(questionnaires, store, intake, settings, clock)
    return [
        Route("/f/health", service.health),
        Route("/f/openapi.json", service.description),
        *report_routes(intake, settings),
        Route("/f/{poll}", service.poll, methods=["GET", "POST", "OPTIONS"]),
        Route("/f/{poll}/thanks", service.thanks),
    ]


class _Service:
    def __init__(
        self, questionnaires: Questionnaires, store: Store, intake: Intake, settings: Settings, clock: Clock
    ) -> None:
        self._questionnaires = questionnaires
        self._store = store
        self._origins = settings.origins
        self._intake = intake
        self._frozen: set[tuple[str, int]] = set()
        self._today = clock.today
        self._replies = Replies(settings)

    async def health(self, request: Request) -> Reply:
        ready = self._store.is_ready
        return JSONResponse({"ok": ready}, 200 if ready else 503, {"Cache-Control": "no-store"})

    async def description(self, request: Request) -> Reply:
        return JSONResponse(openapi(self._questionnaires()), headers={"Cache-Control": "no-store"})

    async def poll(self, request: Request) -> Reply:
        if request.method == "OPTIONS":
            return self._replies.may_post(request)
        questionnaire = self._find(request)
        if questionnaire is None:
            return self._replies.no_poll(request)
        if request.method == "POST":
            return await self._answer(request, questionnaire)
        return self._form(request, questionnaire)

    async def thanks(self, request: Request) -> Reply:
        questionnaire = self._find(request)
        return self._replies.thanks(request, questionnaire) if questionnaire else self._replies.no_poll(request)

    def _form(self, request: Request, questionnaire: Questionnaire) -> Reply:
        today = self._today()
        if questionnaire.wave_on(today):
            return self._replies.form(request, questionnaire, today)
        return self._replies.closed(request, questionnaire, today)

    async def _answer(self, request: Request, questionnaire: Questionnaire) -> Reply:
        post: Post | None = None
        try:
            fields = await fields_of(request, MOST_BYTES)
            post = gather(fields, questionnaire)
            if post.shows and questionnaire.wave_on(self._today()):
                return self._replies.shown(request, questionnaire, post, self._today())
            await self._take(request, questionnaire, fields, post)
        except Refused as refusal:
            return self._replies.refused(request, questionnaire, refusal, post, self._today())
        return self._replies.stored(request, post)

    async def _take(self, request: Request, questionnaire: Questionnaire, fields: Fields, post: Post) -> None:
        sender = sender_of(request, self._origins)
        self._intake.admit(sender)
        wave = questionnaire.wave_on(self._today())
        if wave is None:
            raise Refused(403, Complaint(CLOSED))
        check(fields, questionnaire)
        await self._intake.take(questionnaire.id, replace(post, wave=wave.id), sender)
        await self._freeze(questionnaire)

    async def _freeze(self, questionnaire: Questionnaire) -> None:
        """Remember the words that the first answer was given to, so that the check finds it when they change."""
        version = (questionnaire.id, questionnaire.version)
        if version not in self._frozen:
            with suppress(StoreFailed):  # the answer is stored; the next one tries again
                await to_thread(self._store.freeze, *version, frozen(questionnaire))
                self._frozen.add(version)

    def _find(self, request: Request) -> Questionnaire | None:
        poll = request.path_params["poll"]
        return next((each for each in self._questionnaires() if each.id == poll), None)
