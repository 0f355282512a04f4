# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A form service as data: where a form posts to, what it calls things, and how its answer tells that all went well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from re import findall, fullmatch, match, sub
from typing import Literal, get_args
from urllib.parse import urlsplit

from porchlight.model import poll_names as names

Evidence = Literal["source", "documentation", "public_code", "not_verified"]
"""How its contract is known: read in its own code, in its own documentation, in others' code, or not at all."""

Kind = Literal["post", "link"]
Value = Literal["code", "label"]
TrapType = Literal["text", "checkbox"]

EVIDENCE: tuple[Evidence, ...] = get_args(Evidence)
KINDS: tuple[Kind, ...] = get_args(Kind)
VALUES: tuple[Value, ...] = get_args(Value)
TRAP_TYPES: tuple[TrapType, ...] = get_args(TrapType)

_ON_THE_SITE = frozenset({"{page}", "{thanks}"})
LOCAL = frozenset({"localhost", "127.0.0.1"})
FROM_THE_PAGE = frozenset({"key", "version", "language", "page", "thanks", "item", "field"})
"""Places in a contract that are filled without a setting of the poll; `page` and `thanks` are paths of the site."""


@dataclass(frozen=True, slots=True)
class Trap:
    """A field that people leave empty and robots fill in."""

    name: str
    type: TrapType = "text"


@dataclass(frozen=True, slots=True)
class Success:
    """How an answer to a script tells that it was taken: by its status, and by what stands at `path` of its JSON.

    `values` are what may stand there, as text; any text may where there are none.
    """

    statuses: tuple[int, ...] = (200, 201)
    path: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exported:
    """Columns of a service's exports that hold no answer, by their heads, the surest first.

    `known_by` are heads by which its exports are known. `numbers` name a response among all that the service holds,
    `counts` among those of one form only; `times` tell when it was sent.
    """

    known_by: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    times: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormService:
    """What differs between form services. A place in braces is filled per poll, from its key and its settings.

    `address` is where the form posts to, or, for the kind `link`, where it stands; `why` then tells why a form of
    ours can't post there. `script_address` is "" where a script posts to the same. `item` makes an item's name on
    the wire. `thanks_field` names the page to go to afterwards; `once` a random word, by which one sending is stored
    once. `script` is False where browsers don't let a script read its answer. `unverified` are the parts that
    rest on memory.
    """

    name: str
    title: str
    evidence: Evidence
    address: str
    kind: Kind = "post"
    why: str = ""
    script_address: str = ""
    item: str = "{item}"
    value: Value = "code"
    hidden: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    trap: Trap | None = None
    thanks_field: str = ""
    once: str = ""
    script: bool = True
    json: bool = False
    success: Success = Success()
    errors: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    exported: Exported = Exported()

    def places(self) -> frozenset[str]:
        """Everything in braces."""
        texts = (self.address, self.script_address, self.item, *self.hidden.values(), *self.attributes.values())
        return frozenset(name for text in texts for name in places_in(text))

    def origins(self) -> frozenset[str]:
        """What stands before the path of its addresses: a scheme and a host, or a place that is filled with both."""
        begins = (match(r"https?://[^/]*|\{[a-z]+\}", each) for each in (self.address, self.script_address))
        return frozenset(begin[0] for begin in begins if begin)

    def goes_to(self, settings: Mapping[str, str], key: str) -> tuple[str, ...]:
        """The hosts that answers go to, none for the site's own; "" for an address that is not safe to send to."""
        filled_in = (filled(each, {**settings, "key": key}) for each in self._elsewhere())
        return tuple(dict.fromkeys(map(host_of, filled_in)))

    def _elsewhere(self) -> Iterator[str]:
        """Its addresses, without pages of the site itself."""
        yield from (each for each in (self.address, self.script_address) if each and each not in _ON_THE_SITE)

    def settings(self) -> tuple[str, ...]:
        """The settings that a poll must give, in order."""
        return tuple(sorted(self.places() - FROM_THE_PAGE))


OWN = FormService(
    name="own",
    title="Porchlight",
    evidence="source",
    address="{base}/f/{key}",
    hidden={names.VERSION: "{version}", names.LANGUAGE: "{language}"},
    trap=Trap(names.TRAP),
    thanks_field=names.NEXT,
    once=names.SID,
    success=Success((200,), "ok", ("true",)),
    errors=("errors[].message",),
    exported=Exported(times=("day",)),
)
"""Our own service. Its names stand in `poll_names`, where it reads them, too, and not in the file of the others."""


def host_of(address: str) -> str:
    """The host, with its port, that a filled address leads to; "" for one that is not safe to send answers to."""
    try:
        parts = urlsplit(address)
        is_sound = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOCAL)
    except ValueError:
        return ""
    is_plain = fullmatch(r"[a-z0-9.-]+(:[0-9]+)?", parts.netloc) and "\\" not in address
    return parts.netloc if is_sound and is_plain else ""


def is_service_name(name: str) -> bool:
    """True where the name can stand in the name of a file."""
    return fullmatch(r"[a-z][a-z0-9_-]{0,39}", name) is not None


def places_in(text: str) -> Iterator[str]:
    """The names in braces; nothing else in braces means anything."""
    yield from findall(r"\{([a-z_]+)\}", text)


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its places filled, a place without a value by nothing."""
    return sub(r"\{([a-z_]+)\}", lambda place: values.get(place[1], ""), text)
