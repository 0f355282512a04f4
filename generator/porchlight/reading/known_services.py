# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A hub's own form services beside those that people know: none passes for a known one, or sends answers on unseen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from porchlight.model.alike import alike
from porchlight.model.form_services import LOCAL, FormService
from porchlight.problems import Place, Problem
from porchlight.reading.files import read_node
from porchlight.reading.nodes import Mapping as Fields
from porchlight.reading.saying import shown

LONG = 7
"""Letters of a title that are no chance within a longer one; a shorter one must be a word of it."""

_ADDRESS = re.compile(r"@|//|[\w-]\.[^\W\d]{2,}|\{(base|address)\}")
"""What a field must hold for a service to send something there."""

_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^\W_]+")


def stranger_problems(
    hub: Path, file: str, service: FormService, known: Mapping[str, FormService]
) -> Iterator[Problem]:
    """What could lead answers to someone who is not named on the page.

    A known name or title must not lead to a stranger, since pages show the title; and the host that a page names must
    not be told to send answers on.
    """
    node, _ = read_node(hub, file)
    entry = node.get(service.name) if isinstance(node, Fields) else None
    place = entry.place if entry else Place(file)
    if not all(_is_like(service, other) for other in _called_so(service, known)):
        yield _known_name(place, service.name if service.name in known else service.title)
    for name in _leads_on(service, [each for each in known.values() if _is_of(service, each)]):
        yield _sends_on(place, name)


def is_one_script(title: str) -> bool:
    """False where letters of several scripts make one word: some of them look the same."""
    return all(len(set(map(_script, word))) == 1 for word in _LETTERS.findall(unicodedata.normalize("NFKC", title)))


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]


def _called_so(service: FormService, known: Mapping[str, FormService]) -> list[FormService]:
    """Those that people would take it for."""
    return [each for each in known.values() if each.name == service.name or _names(service.title, each.title)]


def _names(title: str, known: str) -> bool:
    words, short = _WORDS.findall(alike(title)), "".join(_WORDS.findall(alike(known)))
    return short in words or (len(short) >= LONG and short in "".join(words))


def _is_like(service: FormService, known: FormService) -> bool:
    """True where answers go no further than they did; to try a service, they may go to this machine."""
    strange = service.origins() - known.origins()
    return service.kind == known.kind and all(urlsplit(each).hostname in LOCAL for each in strange)


def _is_of(service: FormService, known: FormService) -> bool:
    """True where the known service would take the post."""
    return service.name == known.name or bool(service.origins() & known.origins())


def _leads_on(service: FormService, known: list[FormService]) -> Iterator[str]:
    """Fields by which the service could be told to send answers to others, or to another's account."""
    for name, value in service.hidden.items():
        usual = {each.hidden.get(name) for each in known}
        if _holds_address(value) or (value not in usual and known and (name.startswith("_") or usual != {None})):
            yield name
    if known and any("?" in each for each in (service.address, service.script_address)):
        yield "address"


def _holds_address(value: str) -> bool:
    return _ADDRESS.search(unicodedata.normalize("NFKC", unquote(value))) is not None


def _known_name(place: Place, called: str) -> Problem:
    message = "A form service of this name comes with Porchlight, and sends answers to another host."
    hint = "Give yours a name and a title of its own, such as our-forms and Our forms, and use that name in the poll."
    return Problem(place, "form-service-known", message, shown(called), hint)


def _sends_on(place: Place, name: str) -> Problem:
    message = "This part of a form can make the service send answers on to someone whom the page does not name."
    hint = "Take it out. What the service is to do with answers is set on its own pages."
    return Problem(place, "form-service-known", message, shown(name), hint)
