# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Web and e-mail addresses in a cell."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_ENDING = re.compile(r"[a-z]{2,24}|xn--[a-z0-9-]{2,59}")
_BETWEEN = re.compile(r"[\s,;|]+")
_EMAIL = re.compile(r"[\w.+'-]+@(?:[\w-]+\.)+[A-Za-z]{2,24}", re.ASCII)


def web_addresses(text: str) -> list[str]:
    """The web addresses that the text consists of, each with https:// or http://; none where anything else is in it."""
    pieces = [piece.strip("<>()\"'") for piece in _BETWEEN.split(text.strip()) if piece]
    found = [_address(piece) for piece in pieces]
    return [address for address in found if address] if all(found) else []


def email_and_rest(text: str) -> tuple[str, str]:
    """The first e-mail address in the text, and whatever else is said there."""
    plain = text.replace("mailto:", "")
    found = _EMAIL.search(plain)
    if not found:
        return "", text
    return found[0], (plain[: found.start()] + plain[found.end() :]).strip(" ,;:/|<>\n")


def _address(piece: str) -> str:
    url = piece if re.match(r"https?://", piece, re.IGNORECASE) else f"https://{piece}"
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    strange = "@" in parts.netloc or (port is not None and url != piece)
    return "" if strange or not _is_host(host) else f"{parts.scheme.lower()}://{url.partition('://')[2]}"


def _is_host(host: str) -> bool:
    try:
        labels = host.encode("idna").decode().lower().split(".")
    except UnicodeError:
        return False
    return len(labels) > 1 and all(map(_LABEL.fullmatch, labels)) and bool(_ENDING.fullmatch(labels[-1]))
