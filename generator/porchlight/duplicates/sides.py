# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What of a record is compared. Only what may be published is in it: no message can tell a street that is withheld."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from porchlight.duplicates.names import Name, tidied
from porchlight.duplicates.streets import Street, street_of
from porchlight.model.alike import alike, folded
from porchlight.model.hub import Hub
from porchlight.model.phones import dialed
from porchlight.model.places import state_of
from porchlight.model.record import Record, Row
from porchlight.model.schema import Schema

LONG_ENOUGH = 50
"""Letters from which two equal summaries say that one was copied."""

_SHARED_HOSTS = re.compile(
    r"(?:facebook|instagram|twitter|x|google|youtube|linkedin|linktr|wixsite|wordpress|weebly|squarespace)\.[a-z.]+$"
)
"""Where many groups have a page; only the whole address tells whose it is."""


@dataclass(frozen=True, slots=True)
class Side:
    """One record as it is compared.

    `key` is the record's, and what stands before its slash is the resource. `phones` holds plain digits, `pages` web
    addresses without “https://www.”, `city` the tidied `town`.
    """

    key: str
    called: str
    name: Name
    resource: str = ""
    kind: str = ""
    organization: str = ""
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    address: str = ""
    street: Street | None = None
    town: str = ""
    city: str = ""
    states: frozenset[str] = frozenset()
    summary: str = ""
    not_same: frozenset[str] = frozenset()


def sides_of(hub: Hub) -> list[Side]:
    """Every record of the resources whose schema has a field that settles a pair, as it is compared."""
    return [
        side_of(schema, record)
        for schema in hub.package.schemas
        if schema.field_for("name") and schema.field_for("not_duplicate")
        for record in hub.records.get(schema.resource, ())
    ]


def side_of(schema: Schema, record: Record) -> Side:
    """The record as it is compared."""
    return made(
        record.key,
        schema.text_of(record, "name"),
        also=schema.codes_of(record, "search"),
        kind=schema.text_of(record, "kind"),
        organization=schema.text_of(record, "organization"),
        phones=(str(row["number"]) for row in _rows(schema, record, "phones") if row["kind"] != "fax"),
        emails=(schema.text_of(record, "email"),),
        links=(str(row["url"]) for row in _rows(schema, record, "links")[:1]),
        address=schema.text_of(record, "address"),
        city=schema.text_of(record, "city"),
        county=schema.text_of(record, "county"),
        states=(state_of(code) or code for code in schema.codes_of(record, "where")),
        summary=schema.text_of(record, "summary"),
        not_same=schema.codes_of(record, "not_duplicate"),
    )


def made(
    key: str,
    name: str,
    *,
    also: Sequence[str] = (),
    kind: str = "",
    organization: str = "",
    phones: Iterable[str] = (),
    emails: Iterable[str] = (),
    links: Iterable[str] = (),
    address: str = "",
    city: str = "",
    county: str = "",
    states: Iterable[str] = (),
    summary: str = "",
    not_same: Iterable[str] = (),
) -> Side:
    """A side from plain texts, each tidied here; what says nothing is left out."""
    pages = frozenset(filter(None, map(_page, links)))
    hosts = frozenset(page.partition("/")[0] for page in pages)
    return Side(
        key,
        name,
        tidied(name, also, (city, county)),
        key.partition("/")[0],
        kind,
        organization,
        frozenset(filter(None, map(_ten_digits, phones))),
        frozenset(email.strip().casefold() for email in emails if "@" in email),
        pages,
        frozenset(host for host in hosts if not _SHARED_HOSTS.search(host)),
        address,
        street_of(address),
        city,
        alike(city),
        frozenset(states),
        _told(summary),
        frozenset(not_same),
    )


def _rows(schema: Schema, record: Record, part: str) -> tuple[Row, ...]:
    return tuple(row for field in schema.fields if field.part == part for row in record.rows(field.name))


def _ten_digits(number: str) -> str:
    """The ten digits of a number; "" for short codes, which many records rightly share."""
    digits = dialed(number).number
    return digits if digits.isdecimal() and len(digits) == 10 else ""


def _told(summary: str) -> str:
    """The letters of a summary that is long enough to be nobody else's by chance."""
    letters = "".join(each for each in folded(summary) if each.isalnum())
    return letters if len(letters) >= LONG_ENOUGH else ""


def _page(link: str) -> str:
    try:
        parts = urlsplit(link.strip() if "//" in link else f"//{link.strip()}")
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}" if "." in host else ""
