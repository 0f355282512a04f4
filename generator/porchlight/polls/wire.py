# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one renderer for every form service: its contract and a poll's key → what stands in the form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from porchlight.model.form_services import OWN, FormService, Success, Trap, Value, filled
from porchlight.model.questionnaire import Provider, Questionnaire


@dataclass(frozen=True, slots=True)
class HiddenField:
    """A field that travels with the answers and is not shown."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Script:
    """What a script must know to send the form itself: where to, in which shape, and how to read the answer."""

    address: str
    json: bool
    success: Success
    errors: tuple[str, ...]
    once: str


@dataclass(frozen=True, slots=True)
class Wire:
    """A service's contract, filled for one form: `names` are what it calls each item.

    `script` is None where only a plain post is taken.
    """

    action: str
    hidden: tuple[HiddenField, ...]
    attributes: Mapping[str, str]
    trap: Trap | None
    names: Mapping[str, str]
    value: Value
    script: Script | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a form stands: the paths of its page and of the thanks, and the address to go on to.

    `onward` is a whole address where the service is on another host; where it is "", the service shows its own thanks.
    """

    page: str
    thanks: str
    onward: str


def wire(
    service: FormService, provider: Provider, questionnaire: Questionnaire, language: str, standing: Standing
) -> Wire:
    """The contract of `service` for a questionnaire in one language."""
    places = {
        **provider.settings,
        "key": provider.key,
        "version": str(questionnaire.version),
        "language": language,
        "page": standing.page,
        "thanks": standing.thanks,
    }
    action = filled(service.address, places)
    return Wire(
        action=action,
        hidden=_hidden(service, places, standing.onward),
        attributes={name: filled(text, places) for name, text in service.attributes.items()},
        trap=service.trap,
        names={item.id: _name(service, provider, item.id) for item in questionnaire.items()},
        value=service.value,
        script=_script(service, places, action),
    )


def own_wire(questionnaire: Questionnaire, language: str, action: str, onward: str) -> Wire:
    """The contract of our own service, for a form that posts to `action`."""
    here = replace(OWN, address=action)
    return wire(here, Provider(OWN.name), questionnaire, language, Standing("", "", onward))


def _name(service: FormService, provider: Provider, item: str) -> str:
    return filled(service.item, {"item": item, "field": provider.fields.get(item, "")})


def _hidden(service: FormService, places: Mapping[str, str], onward: str) -> tuple[HiddenField, ...]:
    fields = tuple(HiddenField(name, filled(text, places)) for name, text in service.hidden.items())
    return (*fields, HiddenField(service.thanks_field, onward)) if service.thanks_field and onward else fields


def _script(service: FormService, places: Mapping[str, str], action: str) -> Script | None:
    if not service.script:
        return None
    address = filled(service.script_address, places) or action
    return Script(address, service.json, service.success, service.errors, service.once)
