# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A text message that any phone can carry in one piece: 160 signs of the GSM alphabet, with not a digit lost."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

LONGEST = 160
"""A message of more signs, or with one sign outside the alphabet, is cut into several, and each is paid for."""

GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
COUNTED_TWICE = frozenset("^{}\\[~]|€")
PLAIN = str.maketrans("“”„«»‘’‚–—―·•", '"""""' + "'''---..", "\u00ad\u200b\u200d\ufe0f")
MORE = "..."


def message_address(name: str, number: str, address: str) -> str:
    """The link that opens the phone's own messages with the text written; whom it goes to is the reader's choice."""
    return f"sms:?&body={quote(message(name, number, address), safe='')}"


def message(name: str, number: str, address: str) -> str:
    """Name, number and address as one message: the name gives way, number and address stand whole or not at all."""
    kept = ""
    for part in (gsm(number), address if address == gsm(address) else ""):
        longer = f"{kept} {part}".strip()
        kept = longer if length(longer) <= LONGEST else kept
    head = shortened(gsm(name), LONGEST - length(kept) - len(": "))
    return ": ".join(part for part in (head, kept) if part)


def gsm(text: str) -> str:
    """The text on one line in the GSM alphabet: a letter with a mark that it lacks loses the mark, other signs go."""
    kept = "".join(map(_sign, unicodedata.normalize("NFC", text).translate(PLAIN)))
    return " ".join(kept.split())


def _sign(sign: str) -> str:
    if sign in GSM or sign in COUNTED_TWICE:
        return sign
    bare = unicodedata.normalize("NFKD", sign)
    return "".join(each for each in bare if each in GSM) or (" " if sign.isspace() else "")


def length(text: str) -> int:
    """The signs that the text takes up in a message."""
    return len(text) + sum(sign in COUNTED_TWICE for sign in text)


def shortened(text: str, room: int) -> str:
    """The text, or as many of its words as there is room for, with three dots."""
    if length(text) <= room:
        return text
    words = text.split()
    while words and length(f"{' '.join(words)}{MORE}") > room:
        words.pop()
    return f"{' '.join(words)}{MORE}" if words else ""
