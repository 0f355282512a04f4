# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reader can carry away of a record: its short address, a text message, a square code, a line of a list."""

from __future__ import annotations

from collections.abc import Mapping

from porchlight.model import paths
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.model.short_codes import short_code
from porchlight.views.calls import button_words, calls
from porchlight.views.cards import not_open
from porchlight.views.edition import Edition
from porchlight.views.notices import carried, notices_about
from porchlight.views.once import once_a_record
from porchlight.views.parts import Call
from porchlight.views.qr import qr_path
from porchlight.views.record_parts import Share
from porchlight.views.text_message import message_address
from porchlight.views.trust import checked, vacancy


def share(edition: Edition, record: Record) -> Share:
    """What the page of the record offers to take along; a hub without an address has no short address either."""
    schema = edition.hub.package.schema_of(record.resource)
    code = short_code(schema, record)
    address = short_address(edition, code)
    path, size = qr_path(address) if address else ("", 0)
    numbers = calls(edition, record)
    number = number_words(edition, record, numbers[0]) if numbers else ""
    return Share(
        code=code,
        address=address.partition("://")[2],
        sms_href=message_address(_head(edition, record), number, address),
        qr_path=path,
        qr_size=size,
        list_href=edition.href(paths.record_path(record.resource, record.id), paths.KEPT),
        kept=kept(edition, schema, record),
    )


def _head(edition: Edition, record: Record) -> str:
    """The name, and each notice that has begun with its last day: a message is read long after it is sent."""
    running = [each for each in notices_about(edition, record) if not each.begins]
    return ". ".join([edition.name(record).value, *(f"{each.title.value} ({each.until})" for each in running)])


def short_address(edition: Edition, code: str) -> str:
    """The whole short address in this language, without the last slash, or "" where the hub has no address."""
    base = edition.hub.settings.address.rstrip("/")
    return f"{base}/{edition.path(paths.short_path(code))}".removesuffix("/") if base else ""


def number_words(edition: Edition, record: Record, call: Call) -> str:
    """A number as it is written down: alone where one just calls it, else with what to do."""
    plain = call.action == edition.t("call.voice", name=edition.name(record).value)
    return call.display if plain else call.action


@once_a_record
def kept(edition: Edition, schema: Schema, record: Record) -> Mapping[str, object]:
    """What “My list” keeps of the record, read by theme/js/keep.js: all that it tells later without asking anyone."""
    name, mark, numbers = edition.name(record), checked(edition, schema, record), calls(edition, record)
    free = vacancy(edition, schema, record)
    told: dict[str, object] = {
        "code": short_code(schema, record),
        "name": name.value,
        "lang": name.lang or edition.language,
        "in": edition.language,
        "status": not_open(edition, schema, record),
        "notices": carried(notices_about(edition, record)),
        "free": free.words if free else "",
        "until": free.until if free else "",
        "call": button_words(numbers[0]) if numbers else "",
        "href": numbers[0].href if numbers else "",
        "kind": mark.kind,
        "words": mark.words,
        "day": mark.day,
        "on": mark.day_words,
        "days": mark.days,
    }
    return {key: value for key, value in told.items() if value}
