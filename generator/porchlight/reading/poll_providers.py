# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether a poll and the form service that it names fit together, with the lines to paste where they don't."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from porchlight.model import poll_names as names
from porchlight.model.form_services import OWN, FormService, filled
from porchlight.model.questionnaire import Provider, Questionnaire
from porchlight.problems import Place, Problem
from porchlight.reading.poll_parts import Path, PlaceOf
from porchlight.reading.saying import did_you_mean, shown

_AT: Path = ("provider",)
_SERVICE: Path = (*_AT, "service")
_KEY = re.compile(r"[A-Za-z0-9_.~-]{1,200}")
_WEB = re.compile(r"(https://[a-z0-9.-]+(:\d+)?|http://(127\.0\.0\.1|localhost):\d+)(/[\w./~@%?&=+-]*)?", re.ASCII)
_PATH_PART = re.compile(r"[\w.~-]+", re.ASCII)
_FIELD = re.compile(r"[\w.-]{1,60}", re.ASCII)
_ADDRESSES = ("address", "base")
"""Settings that are a web address; every other one is a part of a path."""


def provider_problems(poll: Questionnaire, services: Mapping[str, FormService], place_of: PlaceOf) -> Iterator[Problem]:
    """What keeps the poll's answers from reaching the service that it names."""
    if poll.provider is None:
        return
    service = services.get(poll.provider.service)
    if service is None:
        yield _unknown(poll.provider, services, place_of)
        return
    found = [*_settings(poll.provider, service, place_of), *_fields(poll, poll.provider, service, place_of)]
    found += _clashes(poll, poll.provider, service, place_of)
    yield from found or _host(poll.provider, service, place_of)


def _unknown(provider: Provider, services: Mapping[str, FormService], place_of: PlaceOf) -> Problem:
    message = "No form service of this name is in data/form_services.yaml."
    hint = did_you_mean(provider.service, services)
    return Problem(place_of(_SERVICE), "poll-service-unknown", message, shown(provider.service), hint)


def _settings(provider: Provider, service: FormService, place_of: PlaceOf) -> Iterator[Problem]:
    if "key" in service.places() and not provider.key:
        message = f"{service.title} knows a form by its key, and this poll has none."
        yield Problem(place_of(_AT), "poll-service-needs", message, hint="Write below “provider:”:", paste="key: …")
    if provider.key and not _KEY.fullmatch(provider.key):
        message = "A key is the last part of the form's address: letters, digits and hyphens."
        yield Problem(place_of((*_AT, "key")), "poll-service-setting", message, shown(provider.key))
    for name in service.settings():
        yield from _setting(provider, service, name, place_of)
    yield from _strangers(provider, service, place_of)


def _setting(provider: Provider, service: FormService, name: str, place_of: PlaceOf) -> Iterator[Problem]:
    value = provider.settings.get(name, "")
    form, example = (_WEB, "https://forms.example.org") if name in _ADDRESSES else (_PATH_PART, "peers")
    if not value:
        message = f"{service.title} needs the setting “{name}”."
        paste = f"settings: {{{', '.join(f'{each}: …' for each in service.settings())}}}"
        yield Problem(place_of(_AT), "poll-service-needs", message, hint="Write below “provider:”:", paste=paste)
    elif not form.fullmatch(value):
        message = f"The setting “{name}” should look like {example}."
        yield Problem(place_of((*_AT, "settings", name)), "poll-service-setting", message, shown(value))


def _strangers(provider: Provider, service: FormService, place_of: PlaceOf) -> Iterator[Problem]:
    """Settings that the service's contract has no place for."""
    for name in provider.settings:
        if name not in service.settings():
            message = f"{service.title} has no setting “{shown(name)}”."
            known = service.settings()
            hint = did_you_mean(name, known) if known else "Take it out."
            yield Problem(place_of((*_AT, "settings", name)), "poll-service-setting", message, hint=hint)


def _fields(poll: Questionnaire, provider: Provider, service: FormService, place_of: PlaceOf) -> Iterator[Problem]:
    """Items without the name that the service knows them by, and names of items that the poll does not ask."""
    items = [item.id for item in poll.items()]
    missing = [item for item in items if item not in provider.fields] if "field" in service.places() else []
    if missing:
        message = f"{service.title} has a number of its own for each line. {len(missing)} lines have none here."
        paste = "\n".join(("fields:", *(f"  {item}: '…'" for item in missing)))
        yield Problem(place_of(_AT), "poll-service-needs", message, hint="Write below “provider:”:", paste=paste)
    seen: set[str] = set()
    for item, name in provider.fields.items():
        place = place_of((*_AT, "fields", item))
        if item not in items:
            message = "The poll has no such item."
            yield Problem(place, "poll-service-setting", message, shown(item), did_you_mean(item, items))
        elif not _FIELD.fullmatch(name):
            message = "A service's own name of an item is made of letters, digits, “.”, “_” and “-”."
            yield Problem(place, "poll-service-setting", message, shown(name))
        elif name in seen:
            message = "Two items have the same name here, so their answers would be mixed up."
            yield Problem(place, "poll-service-setting", message, shown(name))
        seen.add(name)


def _clashes(poll: Questionnaire, provider: Provider, service: FormService, place_of: PlaceOf) -> Iterator[Problem]:
    """Fields of the contract that would answer an item in everybody's place, or be taken for a mark of our own."""
    wire = {filled(service.item, {"item": item.id, "field": provider.fields.get(item.id, "")}) for item in poll.items()}
    items = {_plain(name) for name in (*wire, *(item.id for item in poll.items()))}
    others = (service.thanks_field, service.once, service.trap.name if service.trap else "")
    ours = frozenset() if service is OWN else names.OWN
    for name in (*service.hidden, *others):
        if _plain(name) in items or (name in service.hidden and _plain(name) in ours):
            message = f"{service.title} has a field of its own that is called like an item or a mark of this poll."
            hint = "Give it another name in data/form_services.yaml."
            yield Problem(place_of(_SERVICE), "poll-service-setting", message, shown(name), hint)


def _plain(name: str) -> str:
    """The name as the most careless service may read it."""
    return name.strip().casefold()


def _host(provider: Provider, service: FormService, place_of: PlaceOf) -> Iterator[Problem]:
    """One host gets the answers, and a link leads to one, however the contract's addresses were filled."""
    hosts, is_link, place = service.goes_to(provider.settings, provider.key), service.kind == "link", place_of(_SERVICE)
    if "" in hosts or len(hosts) > 1 or (is_link and not hosts):
        message = f"The addresses of {service.title} should lead to one host, and begin with https://."
        yield Problem(place, "poll-service-setting", message, hint="Look at its settings.")
    elif is_link:
        yield _link_only(service, hosts[0], place)


def _link_only(service: FormService, host: str, place: Place) -> Problem:
    """Care, not a problem: the page carries a link and the paper, which is a way to ask."""
    message = f"Answers of this poll go to {host}. A form on your page can't post to {service.title}. {service.why}"
    hint = "The poll's page leads to its form by a link, and offers paper."
    return Problem(place, "poll-service-link", message, hint=hint, weight="care")
