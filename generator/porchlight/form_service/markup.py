# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the service’s pages are made of: plain HTML that stands alone, without script, every text escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from porchlight.form_service.style import STYLE
from porchlight.form_service.words import say
from porchlight.model import poll_names

Pairs = Iterable[tuple[str, str]]

# Enter on a mark presses the first button that sends. This one leads nowhere, so that nothing is sent half done: there
# is no dialog to close. Browsers that know of none would go to an empty address, which our policy forbids.
HOLD_ENTER = '<button type="submit" formmethod="dialog" formaction="data:," hidden></button>'


def document(language: str, hub: str, title: str, *body: str) -> str:
    """A whole page below who to call in danger and whose it is; empty parts of its body are left out."""
    whose = f"<p>{escape(hub)}</p>\n" if hub else ""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}</title>\n{STYLE}\n</head>\n<body>\n{_crisis(language)}\n<main>\n<h1>{escape(title)}</h1>\n{whose}"
        + "\n".join(filter(None, body))
        + "\n</main>\n</body>\n</html>\n"
    )


def _crisis(language: str) -> str:
    call = f'<a href="tel:988">{escape(say(language, "crisis-call"))}</a>'
    text = f'<a href="{escape(say(language, "crisis-sms"))}">{escape(say(language, "crisis-text"))}</a>'
    words = f"{call} {escape(say(language, 'crisis-or'))} {text}"
    return f"<aside><p>{escape(say(language, 'crisis'))} {words}. {escape(say(language, 'crisis-free'))}</p></aside>"


def form(action: str, *fields: str) -> str:
    """A form of those fields that are not empty."""
    return (
        f'<form method="post" action="{escape(action)}" accept-charset="utf-8">\n'
        + "\n".join(filter(None, fields))
        + "\n</form>"
    )


def hidden(fields: Pairs) -> str:
    """Fields that nobody sees."""
    return "\n".join(f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in fields)


def trap(language: str) -> str:
    """The field that people leave empty."""
    label = escape(say(language, "leave-empty"))
    return f'<p hidden><label>{label} <input name="{poll_names.TRAP}" tabindex="-1" autocomplete="off"></label></p>'


def radio(name: str, code: str, label: str, is_chosen: bool) -> str:
    """One choice of several of that name."""
    checked = " checked" if is_chosen else ""
    button = f'<input type="radio" name="{escape(name)}" value="{escape(code)}"{checked}>'
    return f"<p><label>{button} {escape(label)}</label></p>"


def button(words: str) -> str:
    """The button that sends."""
    return f'<p><button type="submit">{escape(words)}</button></p>'


def alert(complaints: Iterable[str]) -> str:
    """What is wrong, said first; nothing where nothing is."""
    text = " ".join(complaints)
    return f'<p role="alert"><strong>{escape(text)}</strong></p>' if text else ""
