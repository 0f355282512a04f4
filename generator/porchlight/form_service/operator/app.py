# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The operator's side, on a port of its own: how many so far, what was set aside, paper, results, copies, deleting."""

from __future__ import annotations

from asyncio import to_thread
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, StreamingResponse
from starlette.responses import Response as Reply
from starlette.routing import Route

from porchlight.form_service.body import fields_of
from porchlight.form_service.operator import pages
from porchlight.form_service.operator.desk import Hand, OperatorStore, Tools
from porchlight.form_service.operator.door import Door
from porchlight.form_service.operator.export import csv_lines
from porchlight.form_service.operator.guard import COOKIE, HEADERS, MOST_BYTES, Fields, Guarded, page
from porchlight.form_service.refused import Refused
from porchlight.model.questionnaire import Questionnaire
from porchlight.polls.response import Response

HOSTS = ("127.0.0.1", "localhost")
"""A stranger's page can point its own name at this machine: these pages answer to the machine's names only."""

Questionnaires = Callable[[], Iterable[Questionnaire]]
"""The questionnaires as they stand now, asked at each request."""


def operator_app(questionnaires: Questionnaires, store: OperatorStore, door: Door, tools: Tools) -> Starlette:
    """The pages. Nothing but the question for the token is answered to whoever has not come in through `door`."""
    desk = _Pages(questionnaires, store, door, tools)
    found = [
        ("/", desk.counts, None),
        ("/quarantine", desk.aside, desk.judge),
        ("/export", desk.export, desk.hand_out),
        ("/purge", desk.purge, desk.delete),
        *([("/key-in", desk.keying, desk.key_in)] if tools.key_in else []),
        *([("/release", desk.releasing, desk.release)] if tools.release else []),
    ]
    return Starlette(
        routes=[
            Route("/enter", desk.enter, methods=["POST"]),
            Route("/leave", desk.leave),
            *(Route(path, Guarded(door, show, change).answer, methods=["GET", "POST"]) for path, show, change in found),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)],
    )


class _Pages:
    def __init__(self, questionnaires: Questionnaires, store: OperatorStore, door: Door, tools: Tools) -> None:
        self._questionnaires = questionnaires
        self._store = store
        self._door = door
        self._tools = tools
        hidden = {"Key in paper": tools.key_in is None, "Release results": tools.release is None}
        self._links = [words for words in pages.LINKS if not hidden.get(words)]

    async def enter(self, request: Request) -> Reply:
        try:
            fields = dict(await fields_of(request, MOST_BYTES))
        except Refused as refused:
            return page(pages.door_page("That could not be read."), refused.status)
        if not self._door.knows(fields.get("token", "")):
            return page(pages.door_page("That is not the token. Copy it from the terminal."), 401)
        reply = RedirectResponse("/", 303, HEADERS)
        secure = request.url.scheme == "https"
        reply.set_cookie(COOKIE, self._door.begin(), path="/", httponly=True, samesite="strict", secure=secure)
        return reply

    async def leave(self, request: Request) -> Reply:
        self._door.end(request.cookies.get(COOKIE, ""))
        reply = RedirectResponse("/", 303, HEADERS)
        reply.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")
        return reply

    async def counts(self, seal: str) -> Reply:
        return page(pages.counts_page(self._links, await to_thread(self._counted)))

    async def aside(self, seal: str, told: tuple[str, ...] = ()) -> Reply:
        return page(pages.aside_page(self._links, seal, await to_thread(self._aside), told))

    async def judge(self, seal: str, fields: Fields) -> Reply:
        poll, sids = fields.get("poll", ""), [fields.get("sid", "")]
        if fields.get("who") == "person":
            count = await to_thread(self._store.release_from_quarantine, poll, sids)
            return await self.aside(seal, ("It is counted now." if count else "It was gone or counted already.",))
        if fields.get("who") == "robot":
            count = await to_thread(self._store.delete_from_quarantine, poll, sids)
            return await self.aside(seal, ("It is deleted." if count else "It was gone already.",))
        return await self.aside(seal)

    async def keying(self, seal: str, told: tuple[str, ...] = (), typed: str = "") -> Reply:
        return page(pages.keying_page(self._links, seal, self._questionnaires(), told, typed))

    async def key_in(self, seal: str, fields: Fields) -> Reply:
        typed = fields.get("lines", "").replace("\r\n", "\n")
        place = self._wave(fields)
        hands: dict[str, Hand] = {"1": 1, "2": 2}
        hand = hands.get(fields.get("hand", ""))
        if self._tools.key_in is None or place is None or hand is None:
            return await self.keying(seal, ("Say who you are, and which poll and wave the sheets are of.",), typed)
        told = await to_thread(self._tools.key_in, typed, hand, *place)
        return await self.keying(seal, told.lines, "" if told.done else typed)

    async def releasing(self, seal: str, told: tuple[str, ...] = ()) -> Reply:
        return page(pages.release_page(self._links, seal, self._questionnaires(), told))

    async def release(self, seal: str, fields: Fields) -> Reply:
        place = self._wave(fields)
        if self._tools.release is None or place is None:
            return await self.releasing(seal, ("Choose a poll and a wave.",))
        told = await to_thread(self._tools.release, *place)
        return await self.releasing(seal, told.lines)

    async def export(self, seal: str) -> Reply:
        return page(pages.export_page(self._links, seal, self._questionnaires()))

    async def hand_out(self, seal: str, fields: Fields) -> Reply:
        poll = self._poll(fields)
        if poll is None:
            return await self.export(seal)
        named = {"Content-Disposition": f'attachment; filename="{poll.id}-answers.csv"'}
        lines = csv_lines(poll, self._store.responses(poll.id))
        return StreamingResponse(lines, 200, HEADERS | named, media_type="text/csv; charset=utf-8")

    async def purge(self, seal: str, told: tuple[str, ...] = ()) -> Reply:
        purges = await to_thread(self._store.purges)
        return page(pages.purge_page(self._links, seal, self._questionnaires(), told, purges))

    async def delete(self, seal: str, fields: Fields) -> Reply:
        poll, before = self._poll(fields), _day(fields.get("before", ""))
        if poll is None or before is None:
            return await self.purge(seal, ("Choose a poll and a day, like 2026-11-30.",))
        if fields.get("sure") != "yes":
            count = await to_thread(self._count_before, poll, before)
            return page(pages.sure_page(self._links, seal, poll, before.isoformat(), count))
        gone = await to_thread(self._store.purge, poll.id, before)
        return await self.purge(seal, (f"{gone:,} answers are deleted.",))

    def _counted(self) -> list[tuple[Questionnaire, Counter[str]]]:
        return [(poll, self._by_wave(poll.id)) for poll in self._questionnaires()]

    def _by_wave(self, poll: str) -> Counter[str]:
        by_wave: Counter[str] = Counter()
        for (wave, _), count in self._store.counts(poll).items():
            by_wave[wave] += count
        return by_wave

    def _aside(self) -> list[tuple[Questionnaire, Response]]:
        return [(poll, response) for poll in self._questionnaires() for response in self._store.quarantined(poll.id)]

    def _count_before(self, poll: Questionnaire, before: date) -> int:
        return sum(response.day < before.isoformat() for response in self._store.responses(poll.id))

    def _poll(self, fields: Fields) -> Questionnaire | None:
        return next((poll for poll in self._questionnaires() if poll.id == fields.get("poll")), None)

    def _wave(self, fields: Fields) -> tuple[str, str] | None:
        named = fields.get("wave", "").partition(" ")
        known = ((poll.id, wave.id) for poll in self._questionnaires() for wave in poll.waves)
        return next((place for place in known if place == (named[0], named[2])), None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
