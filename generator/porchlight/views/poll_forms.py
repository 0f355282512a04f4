# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A poll's form on a page of the site, whichever form service takes the answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin

from porchlight.model import paths
from porchlight.model.ballot_codes import ballot_code
from porchlight.model.form_services import FormService, filled, host_of
from porchlight.model.hub import Hub
from porchlight.model.questionnaire import Provider, Questionnaire
from porchlight.polls.form import PollForm, form_on
from porchlight.polls.privacy import Keeping, privacy_in_short, privacy_note
from porchlight.polls.wire import Standing, Wire, own_wire, wire
from porchlight.views.edition import Edition
from porchlight.views.parts import Link
from porchlight.views.poll_parts import FormPart
from porchlight.views.posting import action, onward, whole


def form_part(
    edition: Edition, questionnaire: Questionnaire, here: str, thanks: str, block: str = ""
) -> FormPart | None:
    """The form, or one block of it, on the page at `here`; None where no service takes a form of ours."""
    if not _takes_posts(edition.hub, questionnaire):
        return None
    contract = _wire(edition, questionnaire, here, thanks)
    provider = questionnaire.provider
    told = (
        Keeping(edition.hub.settings.keep_months),
        questionnaire,
        edition.language,
        edition.hub.form_services[provider.service].title if provider else "",
        edition.hub.answers_host(questionnaire),
    )
    return FormPart(
        form=form_on(contract, questionnaire, edition.language, block),
        thanks=edition.href(here, thanks),
        in_short=privacy_in_short(*told),
        privacy=privacy_note(*told),
        ballot=ballot_code(questionnaire.id, questionnaire.version),
        sheet=tuple(tuple(contract.names[item.id] for item in each.items) for each in questionnaire.blocks),
        contact=edition.hub.settings.contact,
    )


def form_for_others(edition: Edition, questionnaire: Questionnaire, thanks: str) -> PollForm | None:
    """The form as it stands on another site; None where the hub has no whole address yet, or no form of its own."""
    here = paths.poll_path(questionnaire.id)
    page = whole(edition, here)
    if not page or not _takes_posts(edition.hub, questionnaire):
        return None
    contract = _wire(edition, questionnaire, here, thanks)
    return form_on(replace(contract, action=urljoin(page, contract.action)), questionnaire, edition.language)


def form_elsewhere(edition: Edition, questionnaire: Questionnaire) -> Link | None:
    """The way to a form that stands on its service's own page; None where it stands on ours."""
    service, provider = _elsewhere(edition.hub, questionnaire), questionnaire.provider
    if service is None or provider is None:
        return None
    address = _address(service, provider)
    return Link(edition.t("poll.elsewhere", service=f"{service.title} ({host_of(address)})"), address)


def posting_addresses(hub: Hub) -> tuple[str, ...]:
    """Every address on another host that a form of the hub posts to, or "" for the site's own."""
    polls = (address for questionnaire in hub.questionnaires for address in addresses(hub, questionnaire))
    return tuple(dict.fromkeys((hub.settings.form_service, *polls)))


def addresses(hub: Hub, questionnaire: Questionnaire) -> Iterator[str]:
    """Where the poll's form posts to, without a script and with one."""
    if questionnaire.provider is None:
        yield hub.settings.form_service
    elif not _elsewhere(hub, questionnaire):
        service = hub.form_services[questionnaire.provider.service]
        yield _address(service, questionnaire.provider)
        yield filled(service.script_address, {**questionnaire.provider.settings, "key": questionnaire.provider.key})


def _takes_posts(hub: Hub, questionnaire: Questionnaire) -> bool:
    """False where a form of ours would have nobody to take what it sends: answers would get lost."""
    if questionnaire.provider is None:
        return bool(hub.settings.form_service)
    return _elsewhere(hub, questionnaire) is None


def _elsewhere(hub: Hub, questionnaire: Questionnaire) -> FormService | None:
    service = hub.form_services.get(questionnaire.provider.service) if questionnaire.provider else None
    return service if service and service.kind == "link" else None


def _address(service: FormService, provider: Provider) -> str:
    return filled(service.address, {**provider.settings, "key": provider.key})


def _wire(edition: Edition, questionnaire: Questionnaire, here: str, thanks: str) -> Wire:
    provider = questionnaire.provider
    if provider is None:
        to = action(edition, questionnaire.id, here)
        return own_wire(questionnaire, edition.language, to, onward(edition, thanks))
    standing = Standing(
        page=edition.base + edition.path(here),
        thanks=edition.base + edition.path(thanks),
        onward=whole(edition, thanks),
    )
    service = edition.hub.form_services[provider.service]
    return wire(service, provider, questionnaire, edition.language, standing)
