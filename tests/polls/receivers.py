# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Form services on this machine: each speaks the contract that its own code or documentation tells, and no more.

What they call things is written here a second time, on purpose: data/form_services.yaml is held against it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from porchlight.form_service.serving import server_for
from tests.form_service.support import listening_socket

KEY = "k3y"
GONE = "gone"
"""A key that no service knows."""

ENTRIES = {"training_peer_mentor": "1001", "training_crisis": "1002"}
LIKERT = {"Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree", "No answer"}

Sent = dict[str, str]


@dataclass
class Kept:
    """What a service took for real, and what it took for a robot's; `html` is the page that Netlify deployed."""

    taken: list[Sent] = field(default_factory=list)
    trapped: list[Sent] = field(default_factory=list)
    html: str = ""

    def sort(self, sent: Sent, trap: str) -> None:
        (self.trapped if sent.get(trap) else self.taken).append(sent)


@contextmanager
def listening(app: ASGIApp, port: int = 0) -> Iterator[str]:
    """The application on a port of the loopback of its own, so that it is another origin; yields its address."""
    listener = listening_socket(port)
    server = server_for(app, "127.0.0.1", 0)
    server.config.lifespan = "off"
    thread = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


async def sent_in(request: Request) -> Sent:
    """The fields of a post, as a form or as JSON."""
    body = await request.body()
    if request.headers["content-type"].startswith("application/json"):
        told: Sent = json.loads(body)
        return told
    assert request.headers["content-type"].startswith("application/x-www-form-urlencoded")
    return dict(parse_qsl(body.decode(), keep_blank_values=True))


def wants_json(request: Request) -> bool:
    return "application/json" in request.headers.get("accept", "")


def answer(request: Request, told: Any, onward: str, status: int = 200) -> Response:
    """JSON for a script; for a person the way on, or a page of the service's own."""
    if wants_json(request):
        return JSONResponse(told, status)
    if status >= 400 or not onward:
        return HTMLResponse("<title>A page of the service</title>", status)
    return RedirectResponse(onward, 302)


class Receivers:
    """Every service that has a host of its own, below a folder of its host's name."""

    def __init__(self, kept: Kept) -> None:
        self.kept = kept

    def app(self) -> ASGIApp:
        routes = [
            self.at("/formspree.io/f/{key}", self.formspree),
            self.at("/usebasin.com/f/{key}", self.basin),
            self.at("/api.web3forms.com/submit", self.web3forms),
            self.at("/forminit.com/f/{key}", self.forminit),
            self.at("/submit-form.com/{key}", self.formspark),
            self.at("/formsubmit.co/ajax/{key}", self.formsubmit_script),
            self.at("/formsubmit.co/{key}", self.formsubmit),
            self.at("/api.staticforms.xyz/submit", self.staticforms),
            self.at("/formcarry.com/s/{key}", self.formcarry),
            self.at("/staticman/v3/entry/github/someone/hub/main/answers", self.staticman),
        ]
        anybody = Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["POST"], allow_headers=["*"])
        open_to_scripts = Starlette(routes=routes, middleware=[anybody])
        closed = [
            self.at("/docs.google.com/forms/d/e/{key}/formResponse", self.google),
            self.at("/n8n/webhook/{key}", self.n8n),
        ]
        app = Starlette(routes=closed)
        app.mount("/", open_to_scripts)
        return app

    def at(self, path: str, receive: Callable[[Request, Sent], Response]) -> Route:
        async def endpoint(request: Request) -> Response:
            return receive(request, await sent_in(request))

        return Route(path, endpoint, methods=["POST"])

    def formspree(self, request: Request, sent: Sent) -> Response:
        if request.path_params["key"] != KEY:
            error = {"code": "FORM_NOT_FOUND", "message": "Form not found"}
            return answer(request, {"error": "Form not found", "errors": [error]}, "", 404)
        self.kept.sort(sent, "_gotcha")
        return answer(request, {"next": sent.get("_next", "/thanks"), "ok": True}, sent.get("_next", ""))

    def basin(self, request: Request, sent: Sent) -> Response:
        if request.path_params["key"] != KEY:
            return answer(request, {"success": False, "error": "No such form"}, "", 404)
        self.kept.sort(sent, "_gotcha")
        return answer(request, {"success": True}, "")

    def web3forms(self, request: Request, sent: Sent) -> Response:
        if sent.get("access_key") != KEY:
            return answer(request, {"success": False, "message": "Invalid Access Key"}, "", 400)
        self.kept.sort(sent, "botcheck")
        return answer(request, {"success": True, "message": "Email sent"}, sent.get("redirect", ""))

    def forminit(self, request: Request, sent: Sent) -> Response:
        strange = [name for name in sent if not name.startswith("fi-radio-")]
        if request.path_params["key"] != KEY or strange:
            return answer(request, {"success": False, "error": "FI_SCHEMA", "message": "Unknown block"}, "", 400)
        self.kept.taken.append(sent)
        return answer(request, {"success": True, "redirectUrl": "/", "submission": {}}, "")

    def formspark(self, request: Request, sent: Sent) -> Response:
        if request.path_params["key"] != KEY:
            return answer(request, {}, "", 404)
        self.kept.sort(sent, "_honeypot")
        return answer(request, sent, sent.get("_redirect", ""))

    def formsubmit(self, request: Request, sent: Sent) -> Response:
        if request.path_params["key"] != KEY:
            return answer(request, {}, "", 404)
        self.kept.sort(sent, "_honey")
        return HTMLResponse("<title>Thanks</title>") if "_next" not in sent else RedirectResponse(sent["_next"], 302)

    def formsubmit_script(self, request: Request, sent: Sent) -> Response:
        """It says yes and no with status 200 alike, in a string."""
        if request.path_params["key"] != KEY:
            return JSONResponse({"success": "false", "message": "This form needs Activation."})
        self.kept.sort(sent, "_honey")
        return JSONResponse({"success": "true", "message": "The form was submitted successfully."})

    def staticforms(self, request: Request, sent: Sent) -> Response:
        if sent.get("apiKey") != KEY:
            return answer(request, {"success": False, "message": "Unauthorized"}, "", 401)
        trap = next((name for name in sent if "honeypot" in name), "")
        self.kept.sort(sent, trap)
        return answer(request, {"success": True, "message": "Sent"}, sent.get("redirectTo", ""))

    def formcarry(self, request: Request, sent: Sent) -> Response:
        if request.path_params["key"] != KEY:
            told = {"code": 404, "status": "error", "title": "Not found", "message": "Form not found"}
            return answer(request, told, "", 404)
        self.kept.sort(sent, "_gotcha")
        return answer(request, {"code": 200, "status": "success", "title": "Thank You!", "message": "Received"}, "")

    def staticman(self, request: Request, sent: Sent) -> Response:
        allowed = {f"fields[{name}]" for name in (*ENTRIES, "poll_version", "poll_language")} | {"options[redirect]"}
        if set(sent) - allowed:
            told = {"success": False, "errorCode": "INVALID_FIELDS", "message": "Fields are not allowed"}
            return answer(request, told, "", 500)
        self.kept.taken.append(sent)
        return answer(request, {"success": True, "fields": sent}, sent.get("options[redirect]", ""))

    def google(self, request: Request, sent: Sent) -> Response:
        """A value must be the very words of its column; the person ends on a page of theirs, and no script may read."""
        known = {f"entry.{number}" for number in ENTRIES.values()}
        if request.path_params["key"] != KEY or set(sent) - known or set(sent.values()) - LIKERT:
            return HTMLResponse("<title>Something went wrong</title>", 400)
        self.kept.taken.append(sent)
        return HTMLResponse("<title>Your response has been recorded</title>")

    def n8n(self, request: Request, sent: Sent) -> Response:
        if request.path_params["key"] != KEY:
            return JSONResponse({"code": 404, "message": "The requested webhook is not registered."}, 404)
        self.kept.taken.append(sent)
        return JSONResponse({"message": "Workflow was started"})


class OwnHost:
    """The services that live on the site's own host, laid over the pages that `site` shows."""

    def __init__(self, kept: Kept, site: ASGIApp) -> None:
        self.kept = kept
        app = Starlette(routes=[Route("/{path:path}", self.post, methods=["POST"])])
        app.mount("/", site)
        self.app: ASGIApp = app

    async def post(self, request: Request) -> Response:
        sent = await sent_in(request)
        return self.netlify(sent) if "form-name" in sent else self.cloudflare(sent)

    def netlify(self, sent: Sent) -> Response:
        """It knows only forms and fields that it found in the deployed page, drops the others and answers HTML."""
        deployed = f'name="{sent["form-name"]}" data-netlify="true" netlify-honeypot="_gotcha"'
        if sent["form-name"] != KEY or deployed not in self.kept.html:
            return HTMLResponse("<title>Page not found</title>", 404)
        known = {name: value for name, value in sent.items() if f' name="{name}"' in self.kept.html}
        self.kept.sort(known, "_gotcha")
        return HTMLResponse("<title>Thanks</title>")

    def cloudflare(self, sent: Sent) -> Response:
        """The hub's own function behind the plugin: it sends the person on."""
        if sent.get("static-form-name") != KEY:
            return HTMLResponse("<title>Not allowed</title>", 405)
        self.kept.taken.append(sent)
        return RedirectResponse("/poll/needs/thanks/", 303)
