# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers to call and text, and pages to open."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote, urlsplit

import phonenumbers

from porchlight.model.record import Record, Row
from porchlight.views.edition import Edition
from porchlight.views.once import once_a_record
from porchlight.views.parts import Call, Line, Link, Text

LONGEST_SHORT_CODE = 6
WRONG, FAX = "wrong", "fax"


@once_a_record
def calls(edition: Edition, record: Record) -> tuple[Call, ...]:
    """Every number of a record, those for speakers of another language last; a TTY is dialed like a voice line.

    A number that someone dialed and found wrong is never offered: a stranger would answer. Nor is a fax: it whistles.
    """
    name = edition.name(record).value
    rows = sorted(record.rows("phones"), key=lambda row: _is_for_others(edition, row))
    return tuple(_call(edition, name, row) for row in rows if _is_offered(row))


def button_words(call: Call) -> str:
    """The words of the button with its note, for places that show only words: “Call 988 (Then press 1)”."""
    return f"{call.button} ({call.note.value})" if call.note.value else call.button


def has_number(record: Record) -> bool:
    """True where `calls` offers a number."""
    return any(map(_is_offered, record.rows("phones")))


def faxes(edition: Edition, record: Record) -> tuple[Line, ...]:
    """The numbers that take papers, each with what it is for."""
    rows = [row for row in record.rows("phones") if row["kind"] == FAX and row["check"] != WRONG]
    return tuple(Line(edition.t("call.fax", number=row["number"]), edition.row_text(row, "label")) for row in rows)


def wrong_numbers(edition: Edition, record: Record) -> tuple[str, ...]:
    """The numbers that someone dialed and found wrong, in words: whoever has one from elsewhere must know."""
    said = edition.label("phone_check", WRONG)
    return tuple(f"{row['number']}: {said}" for row in record.rows("phones") if row["check"] == WRONG)


def _is_offered(row: Row) -> bool:
    return row["check"] != WRONG and row["kind"] != FAX


def _is_for_others(edition: Edition, row: Row) -> bool:
    """True for a number at which another language than the page's is spoken."""
    return row.get("language", edition.language) != edition.language


def _call(edition: Edition, name: str, row: Row) -> Call:
    kind, number, check = str(row["kind"]), str(row["number"]), str(row["check"])
    keyword = edition.row_text(row, "keyword").value
    action = edition.t(_wording(kind, keyword), name=name, number=number, keyword=keyword)
    return Call(
        action=action,
        display=number,
        href=_address(kind, number, str(row.get("keyword", ""))),
        note=edition.row_text(row, "label"),
        checked=edition.label("phone_check", check),
        dialed=check == "works",
        button=edition.t("call.number", number=number) if kind == "voice" else action,
    )


def _wording(kind: str, keyword: str) -> str:
    return "call.text_plain" if kind == "text" and not keyword else f"call.{kind}"


def _address(kind: str, number: str, keyword: str) -> str:
    dialed = _dialed(number)
    if kind == "whatsapp":
        return f"https://wa.me/{dialed.lstrip('+')}"
    if kind == "text":
        body = f"?&body={quote(keyword)}" if keyword and keyword == keyword.upper() else ""
        return f"sms:{dialed}{body}"
    return f"tel:{dialed}"


@lru_cache(maxsize=4096)
def _dialed(number: str) -> str:
    digits = "".join(c for c in number if c.isdigit())
    if len(digits) <= LONGEST_SHORT_CODE:
        return digits
    try:
        parsed = phonenumbers.parse(number, "US")
    except phonenumbers.NumberParseException:
        return digits
    address = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return f"{address};ext={parsed.extension}" if parsed.extension else address


def links(edition: Edition, record: Record) -> tuple[Link, ...]:
    """Every page of a record, then its e-mail address; a page that nobody has read says so."""
    pages = tuple(_link(edition, row) for row in record.rows("links"))
    address = record.text("email")
    return (*pages, Link(edition.t("call.email", address=address), f"mailto:{address}")) if address else pages


def _link(edition: Edition, row: Row) -> Link:
    url = str(row["url"])
    label = (
        edition.row_text(row, "label") if "label" in row else Text((urlsplit(url).hostname or url).removeprefix("www."))
    )
    note = edition.label("link_seen", "address_only") if row.get("seen") == "address_only" else ""
    return Link(label.value, url, note=note, lang=label.lang)
