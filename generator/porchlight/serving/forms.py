# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight forms`: the form service by itself, for a hub's polls, behind a web server that knows https."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn

from porchlight.build import sound_hub
from porchlight.form_service.app import create_app
from porchlight.form_service.opening import open_store
from porchlight.form_service.retention import Purging, enforce
from porchlight.form_service.serving import server_for
from porchlight.form_service.settings import Settings
from porchlight.form_service.writer import StoreFailed
from porchlight.model import hub as model
from porchlight.model.questionnaire import Questionnaire
from porchlight.polls.privacy import Keeping
from porchlight.problems import HubHasProblems
from porchlight.serving.watching import changes

WATCHED = ("data",)
_HOUR = 3600

log = logging.getLogger("porchlight")


@dataclass(frozen=True, slots=True)
class Listening:
    """Where the service listens: on a port, or on a socket at the path `unix`; which proxies it believes."""

    host: str
    port: int
    unix: str
    trusted: tuple[str, ...]

    def __str__(self) -> str:
        return self.unix or f"http://{self.host}:{self.port}"


@dataclass(slots=True)
class Polls:
    """The questionnaires as they stand, and as they stood last where there is something to mend."""

    root: Path
    now: tuple[Questionnaire, ...]

    def read_again(self) -> bool:
        """Read the hub again; True where it is sound."""
        try:
            self.now = sound_hub(self.root).questionnaires
        except HubHasProblems as found:
            log.error("%s\n\nThe polls stay as they were. Mend the lines above.", found)
            return False
        except Exception:
            log.exception("This is a fault of Porchlight. The polls stay as they were.")
            return False
        return True


def serve_forms(root: Path, store: str, listening: Listening, say: Callable[[str], None]) -> None:
    """Take answers into the store at a path or an address until told to stop, and delete those whose time is over.

    Raises HubHasProblems where the hub can't be read.
    """
    hub = sound_hub(root)
    polls = Polls(root, hub.questionnaires)
    settings = settings_of(hub.settings)
    with open_store(store) as kept:
        app = create_app(lambda: polls.now, kept, settings=settings)
        server = server_for(app, listening.host, listening.port, unix=listening.unix, trusted=listening.trusted)
        # systemd and containers end a service with SIGTERM: it then ends as with Ctrl-C, and the store is closed.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        say(f"The polls take answers at {listening}, below /f/. Ctrl-C ends it.")
        with suppress(KeyboardInterrupt):  # asyncio hands Ctrl-C on once all has ended
            asyncio.run(_serve(server, polls, kept, settings.keeping))
    say("Ended.")


def settings_of(hub: model.Settings) -> Settings:
    """What a hub says about itself, as far as it matters to the form service."""
    site = urlsplit(hub.address)
    own = {f"{site.scheme}://{site.netloc}"} if hub.address else set[str]()
    return Settings(
        frozenset({*own, *hub.poll_sites}),
        home=hub.address or "/",
        languages=hub.languages,
        hub=hub.name,
        made_up=hub.made_up,
        keeping=Keeping(hub.keep_months),
    )


async def _serve(server: uvicorn.Server, polls: Polls, store: Purging, keeping: Keeping) -> None:
    stop = asyncio.Event()
    beside = (_watch(polls, stop), _forget(polls, store, keeping, stop))
    tasks = [asyncio.create_task(each) for each in beside]
    with suppress(KeyboardInterrupt, asyncio.CancelledError):  # uvicorn hands the signal on once it has ended
        await server.serve()
    stop.set()
    await asyncio.gather(*tasks)


async def _watch(polls: Polls, stop: asyncio.Event) -> None:
    async for changed in changes(polls.root, WATCHED, stop):
        log.info("Changed: %s", ", ".join(changed))
        if await asyncio.to_thread(polls.read_again):
            log.info("Read again.")


async def _forget(polls: Polls, store: Purging, keeping: Keeping, stop: asyncio.Event) -> None:
    """Delete what is over, once on each day; where the store says no, again an hour later."""
    done: date | None = None
    while not stop.is_set():
        today = date.today()
        if today != done:
            try:
                await asyncio.to_thread(enforce, store, polls.now, keeping, today)
                done = today
            except StoreFailed:
                log.error("What is over could not be deleted. This is tried again in an hour.")
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), _HOUR)
