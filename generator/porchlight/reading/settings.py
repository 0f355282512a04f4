# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""data/hub.yaml → Settings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from porchlight.model.form_services import host_of
from porchlight.model.hub import KEEP_MONTHS, ON_THE_SITE, Settings
from porchlight.problems import Problem
from porchlight.reading.exact import is_day
from porchlight.reading.files import read_node
from porchlight.reading.saying import listed, shown
from porchlight.reading.shipped import catalog_languages
from porchlight.reading.taking import Taker, take

FILE = "data/hub.yaml"
_STILL = "shown_as_of"
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,8})?")
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+", re.ASCII)
_SITE = re.compile(r"https?://[^/\s?#@\\]+")
_BRANCH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*", re.ASCII)
_WEB = re.compile(r"https?://[^\s/@]+(/\S*)?")
_MAIL_OR_WEB = re.compile(rf"[\w.+-]+@{_HOST.pattern}|{_WEB.pattern}", re.ASCII | re.IGNORECASE)


def read_settings(root: Path) -> tuple[Settings, list[Problem]]:
    """What the hub says about itself, with defaults for what is not filled, and every problem in the file."""
    node, problems = read_node(root, FILE)
    taker = take(node, "hub.yaml", problems)
    return (_settings(taker) if taker else Settings(name="", taglines={})), problems


def _settings(taker: Taker) -> Settings:
    settings = Settings(
        name=taker.text("name", needed=True),
        taglines=taker.by_language("tagline"),
        languages=_languages(taker),
        address=_formed(taker, "address", taker.text("address"), _WEB, "https://hub.example.org/"),
        form_service=_service(taker),
        repository=_formed(taker, "repository", taker.text("repository"), _WEB, "https://github.com/example/hub"),
        branch=_formed(taker, "branch", taker.text("branch"), _BRANCH, "main") or "main",
        contact=_formed(taker, "contact", taker.text("contact"), _MAIL_OR_WEB, "help@example.org"),
        poll_sites=_sites(taker),
        keep_months=_months(taker),
        leave_links_to=_hosts(taker),
        made_up=taker.flag("made_up"),
        shown_as_of=_day(taker),
    )
    taker.done()
    taker.problems += _looked_at(settings, taker)
    return settings


def _looked_at(settings: Settings, taker: Taker) -> Iterator[Problem]:
    """Care, not problems: whoever looks at a change is told which hosts answers go to and come from."""
    host = host_of(settings.form_service)
    if host and host != urlsplit(settings.address).netloc:
        message, hint = f"Answers of polls go to {host}.", "Does your group know who keeps that server?"
        yield Problem(taker.place_of("form_service"), "poll-answers-go", message, hint=hint, weight="care")
    for each in settings.poll_sites:
        message, hint = f"Pages of {host_of(each)} may ask your polls.", "Does your group know who keeps that site?"
        yield Problem(taker.place_of("poll_sites"), "poll-answers-go", message, hint=hint, weight="care")


def _service(taker: Taker) -> str:
    text = taker.text("form_service")
    return text if text == ON_THE_SITE else _safe(taker, "form_service", text, _WEB, "https://form.example.org/")


def _sites(taker: Taker) -> tuple[str, ...]:
    sites = (_safe(taker, "poll_sites", each, _SITE, "https://other.example.org") for each in taker.texts("poll_sites"))
    return tuple(dict.fromkeys(filter(None, sites)))


def _hosts(taker: Taker) -> tuple[str, ...]:
    named = (_formed(taker, "leave_links_to", each, _HOST, "example.org") for each in taker.texts("leave_links_to"))
    return tuple(dict.fromkeys(filter(None, named)))


def _day(taker: Taker) -> date | None:
    """The day on which a made-up hub stands still; on real pages every age would be wrong from the next day on."""
    text = taker.text(_STILL)
    if text and not taker.flag("made_up"):
        message = "Only a made-up hub may stand still on one day: here people need to know how old a thing is today."
        taker.problems.append(_of_day(taker, message, text, "Delete the line."))
    elif text and is_day(text):
        return date.fromisoformat(text)
    elif text:
        message = f"“{_STILL}” should be a day, as year-month-day, like 2026-11-24."
        taker.problems.append(_of_day(taker, message, text))
    return None


def _of_day(taker: Taker, message: str, text: str, hint: str = "") -> Problem:
    return Problem(taker.place_of(_STILL), "shown-as-of", message, shown(text), hint)


def _months(taker: Taker) -> int:
    months = taker.whole("keep_months")
    if months is not None and months < 1:
        message, hint = "“keep_months” should be 1 or more.", "Results are made after a wave has closed."
        taker.problems.append(Problem(taker.place_of("keep_months"), "out-of-range", message, str(months), hint))
    return KEEP_MONTHS if months is None else months


def _languages(taker: Taker) -> tuple[str, ...]:
    codes = (_formed(taker, "languages", code, _LANGUAGE, "en") for code in taker.texts("languages"))
    return tuple(dict.fromkeys(code for code in codes if code and _has_words(taker, code))) or ("en",)


def _has_words(taker: Taker, code: str) -> bool:
    """True where the pages have their own words in the language; one without is a problem."""
    known = catalog_languages()
    if code not in known:
        message = f"No page has its words in this language yet; the languages are {listed(known, 'and')}."
        taker.problems.append(Problem(taker.place_of("languages"), "not-in-list", message, shown(code), "Take it out."))
    return code in known


def _formed(taker: Taker, name: str, text: str, form: re.Pattern[str], example: str) -> str:
    """The text, or "" where it has another form: it becomes part of a path or of a link."""
    if text and not (form.fullmatch(text) and _can_be_split(text)):
        message = f"“{name}” should look like {example}."
        taker.problems.append(Problem(taker.place_of(name), "form", message, shown(text)))
        return ""
    return text


def _safe(taker: Taker, name: str, text: str, form: re.Pattern[str], example: str) -> str:
    """The same for where answers travel: nobody on the way may read them, and no sign may hide the host."""
    formed = _formed(taker, name, text, form, example)
    if formed and not host_of(formed):
        message = f"“{name}” should begin with https:// and a plain host, like {example}."
        taker.problems.append(Problem(taker.place_of(name), "form", message, shown(text)))
        return ""
    return formed


def _can_be_split(text: str) -> bool:
    with suppress(ValueError):
        parts = urlsplit(text)
        return parts.port is None or parts.port > 0
    return False
