# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names that a poll may use on the wire, and those that it must not."""

from __future__ import annotations

import re

from porchlight.model import report_names

VERSION = "_v"
LANGUAGE = "_lang"
NEXT = "_next"
TRAP = "_gotcha"
SHOW = "_show"
"""Its value is a language in which our own form is shown once more, as it is marked; nothing is stored."""
SID = "_sid"
"""A random word, by which one sending is stored once however often it arrives."""

OWN = frozenset({VERSION, LANGUAGE, NEXT, TRAP, SHOW, SID})

MOST_ITEMS = 50
"""Items in one poll. Our form service takes 64 fields in a post; the rest is for its own."""

_SAFE = re.compile(r"[a-z][a-z0-9_]{1,39}")
_POLL = re.compile(r"[a-z][a-z0-9-]{0,39}")
_CODE = re.compile(r"[a-z0-9]{1,16}")
_VERSION = re.compile(r"[1-9][0-9]{0,3}")

# Each of these means something to at least one form service: it would be taken for a sender, a trap or a setting.
_TAKEN = frozenset(
    {"email", "name", "subject", "message", "title", "body", "redirect", "replyto", "cc", "ccemail", "webhook"}
    | {"attachment", "botcheck", "access_key", "apikey", "from_name", "altcha"}
)
_OWN_ADDRESSES = frozenset({"health", report_names.FORM})


def is_safe(name: str) -> bool:
    """True where every form service takes the name as it is, with nothing in it that one of them would change."""
    return _SAFE.fullmatch(name) is not None


def is_taken(name: str) -> bool:
    """True where some form service gives the name a meaning of its own."""
    return name in _TAKEN or "honeypot" in name


def is_poll_id(name: str) -> bool:
    """True where the name can stand in an address, `/f/<poll>`, beside the service's own."""
    return _POLL.fullmatch(name) is not None and name not in _OWN_ADDRESSES


def is_code(code: str) -> bool:
    """True for a code that can be stored, typed from paper and put into a spreadsheet without being changed."""
    return _CODE.fullmatch(code) is not None


def is_version(text: str) -> bool:
    """True for a whole number from 1 to 9999."""
    return _VERSION.fullmatch(text) is not None
