# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight serve`: build, serve site and form service on one local address, build again at each change."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from porchlight.build import build
from porchlight.form_service.app import routes
from porchlight.form_service.serving import server_for
from porchlight.form_service.settings import Settings
from porchlight.form_service.store import SqliteStore
from porchlight.operating.wordings import wording_problems
from porchlight.polls.privacy import Keeping
from porchlight.problems import HubHasProblems
from porchlight.putting import NotWritten, in_words, put_file
from porchlight.reading.files import leads_out
from porchlight.serving.app import site_app
from porchlight.serving.news import News
from porchlight.serving.watching import Stamps, changes, stamps
from porchlight.site.first_pages import Built, first_pages

HOST = "127.0.0.1"
PORTS_TO_TRY = 20
WATCHED = ("content", "data", "theme", "pelicanconf.py")

log = logging.getLogger("porchlight")


class NoPort(Exception):
    """None of the ports tried is free."""


@dataclass(slots=True)
class Site:
    """What is being served: the hub as its pages show it, and what their readers are told."""

    root: Path
    output: Path
    built: Built
    news: News

    async def follow(self, changed: Sequence[str]) -> None:
        """Build again and tell everyone. Where something is to be mended, that is told; the last good pages stay.

        A record that was saved has its own page at once, before all others are made.
        """
        log.info("Changed: %s", ", ".join(changed))
        try:
            if await asyncio.to_thread(self._put_first, changed):
                self.news.new_pages()
            self.built = await asyncio.to_thread(self._build)
        except NotWritten as full:
            log.error("%s\n\nThe last good pages stay. Make room and save.", full)
            self.news.to_mend(f"You see the last good page. {full}")
        except HubHasProblems as found:
            log.error("%s\n\nThe last good pages stay. Mend the lines above and save.", found)
            self.news.to_mend("You see the last good page. Mend this and save:", found.problems)
        except Exception:
            fault = "This is a fault of Porchlight. The last good pages stay; the next save is tried again."
            log.exception(fault)
            self.news.to_mend(f"{fault} The terminal tells more.")
        else:
            self.news.new_pages()
            log.info("Built again.")

    def _put_first(self, changed: Sequence[str]) -> bool:
        """True where pages are new. After a build that could not be made, more than this one file may have changed."""
        if len(changed) != 1 or self.news.now.said:
            return False
        files = first_pages(self.built, changed[0])
        if not all((self.output / path).is_file() and not leads_out(self.output, path) for path in files):
            return False
        with in_words(self.output):
            for path, content in files.items():
                put_file(self.output / path, content)
        return bool(files)

    def _build(self) -> Built:
        hub = build(self.root, self.output, has_forms=True)
        for problem in wording_problems(self.root, hub.questionnaires):
            log.warning("%s", problem)
        return Built.of(self.root, hub)


def serve(root: Path, output: Path, port: int, say: Callable[[str], None]) -> None:
    """Build the hub, then serve it until Ctrl-C. Raises HubHasProblems where the first build can't be made, CannotOpen.

    Answers of polls go to `var/responses.sqlite3` in the hub's folder.
    """
    say("Building the site. The first time takes a little longer.")
    before = stamps(root, WATCHED)
    site = Site(root, output, Built.of(root, build(root, output, has_forms=True)), News())
    listening = listen(port)
    said = Settings(
        languages=site.built.hub.settings.languages,
        hub=site.built.hub.settings.name,
        made_up=site.built.hub.settings.made_up,
        keeping=Keeping(site.built.hub.settings.keep_months),
    )
    with SqliteStore(root / "var" / "responses.sqlite3") as store:
        forms = routes(lambda: site.built.hub.questionnaires, store, settings=said)
        server = _Server(server_for(site_app(output, forms, site.news), HOST, port).config, site.news)
        server.config.timeout_graceful_shutdown = 2
        address = f"http://{HOST}:{listening.getsockname()[1]}/"
        say(f"\nOpen {address}\nSave a file and the page loads again. Ctrl-C ends it.")
        with suppress(KeyboardInterrupt):  # asyncio hands Ctrl-C on once all has ended
            asyncio.run(_serve_and_watch(server, listening, site, before))
    say("Ended.")


class _Server(uvicorn.Server):
    """A server that lets go of the pages which wait for news, so that Ctrl-C has nobody to wait for."""

    def __init__(self, config: uvicorn.Config, news: News) -> None:
        super().__init__(config)
        self._news = news

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End what is being served."""
        self._news.end()
        await super().shutdown(sockets)


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


async def _serve_and_watch(server: uvicorn.Server, listening: socket.socket, site: Site, before: Stamps) -> None:
    stop = asyncio.Event()
    watching = asyncio.create_task(_watch(site, stop, before))
    with suppress(KeyboardInterrupt, asyncio.CancelledError):  # uvicorn hands the signal on once it has ended
        await server.serve(sockets=[listening])
    stop.set()
    await watching


async def _watch(site: Site, stop: asyncio.Event, before: Stamps) -> None:
    async for changed in changes(site.root, WATCHED, stop, before):
        await site.follow(changed)
