# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight serve`: build, serve site and form service on one local address, build again at each change."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn

from porchlight.build import build, sound_hub
from porchlight.form_service.app import routes
from porchlight.form_service.serving import server_for
from porchlight.form_service.settings import Settings
from porchlight.form_service.store import SqliteStore
from porchlight.model.questionnaire import Questionnaire
from porchlight.operating.wordings import wording_problems
from porchlight.polls.privacy import Keeping
from porchlight.problems import HubHasProblems
from porchlight.putting import NotWritten
from porchlight.serving.app import site_app
from porchlight.serving.watching import changes

HOST = "127.0.0.1"
PORTS_TO_TRY = 20
WATCHED = ("content", "data", "theme", "pelicanconf.py")

log = logging.getLogger("porchlight")


class NoPort(Exception):
    """None of the ports tried is free."""


@dataclass(slots=True)
class Site:
    """What is being served: `version` grows with each build that went through."""

    root: Path
    output: Path
    questionnaires: tuple[Questionnaire, ...]
    version: int = field(default=1)

    def rebuild(self) -> bool:
        """Build again. Problems are told and the last good pages stay; True where new ones are there."""
        try:
            build(self.root, self.output, has_forms=True)
            self.questionnaires = sound_hub(self.root).questionnaires
            for problem in wording_problems(self.root, self.questionnaires):
                log.warning("%s", problem)
        except (HubHasProblems, NotWritten) as found:
            log.error("%s\n\nThe last good pages stay. Mend the lines above and save.", found)
            return False
        except Exception:
            log.exception("This is a fault of Porchlight. The last good pages stay; the next save is tried again.")
            return False
        self.version += 1
        return True


def serve(root: Path, output: Path, port: int, say: Callable[[str], None]) -> None:
    """Build the hub, then serve it until Ctrl-C. Raises HubHasProblems where the first build can't be made, CannotOpen.

    Answers of polls go to `var/responses.sqlite3` in the hub's folder.
    """
    say("Building the site. The first time takes a little longer.")
    build(root, output, has_forms=True)
    listening = listen(port)
    hub = sound_hub(root)
    site = Site(root, output, hub.questionnaires)
    said = Settings(
        languages=hub.settings.languages,
        hub=hub.settings.name,
        made_up=hub.settings.made_up,
        keeping=Keeping(hub.settings.keep_months),
    )
    with SqliteStore(root / "var" / "responses.sqlite3") as store:
        forms = routes(lambda: site.questionnaires, store, settings=said)
        server = server_for(site_app(output, forms, lambda: site.version), HOST, port)
        server.config.timeout_graceful_shutdown = 2
        address = f"http://{HOST}:{listening.getsockname()[1]}/"
        say(f"\nOpen {address}\nSave a file and the page loads again. Ctrl-C ends it.")
        with suppress(KeyboardInterrupt):  # asyncio hands Ctrl-C on once all has ended
            asyncio.run(_serve_and_watch(server, listening, site))
    say("Ended.")


def listen(port: int) -> socket.socket:
    """A listening socket on this machine only: the port asked for, else the next free one."""
    for candidate in range(port, port + PORTS_TO_TRY):
        # Named as TCP, so that uvicorn sends small answers at once instead of waiting for more.
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, candidate))
        except OSError:
            listening.close()
            continue
        return listening
    raise NoPort(f"The ports {port} to {port + PORTS_TO_TRY - 1} are all in use. Name another: --port 9000")


async def _serve_and_watch(server: uvicorn.Server, listening: socket.socket, site: Site) -> None:
    stop = asyncio.Event()
    watching = asyncio.create_task(_watch(site, stop))
    with suppress(KeyboardInterrupt, asyncio.CancelledError):  # uvicorn hands the signal on once it has ended
        await server.serve(sockets=[listening])
    stop.set()
    await watching


async def _watch(site: Site, stop: asyncio.Event) -> None:
    async for changed in changes(site.root, WATCHED, stop):
        log.info("Changed: %s", changed)
        if await asyncio.to_thread(site.rebuild):
            log.info("Built again.")
