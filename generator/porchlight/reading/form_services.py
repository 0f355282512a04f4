# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""data/form_services.yaml → the form services that a poll can name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from porchlight.model.form_services import (
    EVIDENCE,
    KINDS,
    OWN,
    TRAP_TYPES,
    VALUES,
    Exported,
    FormService,
    Success,
    Trap,
    is_service_name,
    places_in,
)
from porchlight.problems import Problem
from porchlight.reading.files import read_node
from porchlight.reading.known_services import is_one_script, stranger_problems
from porchlight.reading.nodes import Scalar
from porchlight.reading.saying import shown
from porchlight.reading.shipped import shipped_root
from porchlight.reading.taking import Taker, take

FILE = "data/form_services.yaml"
T = TypeVar("T", bound=str)
_ADDRESS = re.compile(
    r"(https://[a-z0-9.-]+/|http://(127\.0\.0\.1|localhost):\d+/|\{base\}/)[^\s@\\]*|\{(page|thanks|address)\}"
)

_TITLE = re.compile(r"[\w &+'’-]*")
_ATTRIBUTE = re.compile(r"name|(?!on)[a-z]+(-[a-z]+)+")


def read_form_services(hub: Path) -> tuple[Mapping[str, FormService], list[Problem]]:
    """Our own service, those that come with the program, and those of the hub's own file.

    One of the hub's own goes before another of its name, unless it could lead answers to a stranger.
    """
    own, problems = _services(hub) if (hub / FILE).exists() or (hub / FILE).is_symlink() else ({}, [])
    shipped, more = ({}, []) if hub == shipped_root() else _services(shipped_root())
    known = {OWN.name: OWN} | shipped
    strange = {each.name: list(stranger_problems(hub, FILE, each, known)) for each in own.values()}
    problems += [problem for found in strange.values() for problem in found]
    return known | {name: each for name, each in own.items() if not strange[name]}, problems + more


def _services(root: Path) -> tuple[dict[str, FormService], list[Problem]]:
    node, problems = read_node(root, FILE)
    taker = take(node, "form_services.yaml", problems)
    if taker is None:
        return {}, problems
    names = [name.text for name in taker.names() if _is_named_well(taker, name)]
    entries = [(name, taker.one(name, f"the service {name}")) for name in names]
    return {name: _service(name, entry) for name, entry in entries if entry}, problems


def _is_named_well(taker: Taker, name: Scalar) -> bool:
    """True for a plain name: files are called after it."""
    if is_service_name(name.text):
        return True
    message = "A form service's name is made of small letters, digits, “-” and “_”, and begins with a letter."
    taker.problems.append(Problem(name.place, "form", message, shown(name.text), "Write it like our-forms."))
    return False


def _service(name: str, taker: Taker) -> FormService:
    found = FormService(
        name=name,
        title=_title(taker),
        evidence=_of(EVIDENCE, taker, "evidence", "not_verified"),
        address=_address(taker, "address", needed=True),
        kind=_of(KINDS, taker, "kind", "post"),
        why=taker.text("why"),
        script_address=_address(taker, "script_address"),
        item=_item(taker),
        value=_of(VALUES, taker, "value", "code"),
        hidden=taker.by_language("hidden"),
        attributes=_attributes(taker),
        trap=_trap(taker),
        thanks_field=taker.text("thanks_field"),
        once=taker.text("once"),
        script=taker.choice("script", ("true", "false"), "true") == "true",
        json=taker.flag("json"),
        success=_success(taker),
        errors=taker.texts("errors"),
        unverified=taker.texts("unverified"),
        exported=_exported(taker),
    )
    taker.done()
    return found


def _title(taker: Taker) -> str:
    """What pages call it: no host and no brackets, since the host of its answers is told in brackets behind it."""
    title = taker.text("title", needed=True)
    if not _TITLE.fullmatch(title):
        message = "“title” should be the service's name in plain letters, without an address and without brackets."
        taker.add(taker.place_of("title"), "form", message, "Write it like title: Community forms.")
    elif not is_one_script(title):
        message = "A word of “title” has letters of several alphabets, so that it can pass for another name."
        taker.add(taker.place_of("title"), "form", message, "Write each word of it in one alphabet.")
    return title


def _of(choices: tuple[T, ...], taker: Taker, name: str, default: T) -> T:
    """One of the choices, as the type that they have."""
    chosen = taker.choice(name, choices, default)
    return next(choice for choice in choices if choice == chosen)


def _address(taker: Taker, name: str, needed: bool = False) -> str:
    """The address, or "" where a person's answers would travel in the open or to nowhere."""
    address = taker.text(name, needed)
    if address and not _ADDRESS.fullmatch(address):
        message = f"“{name}” should be where the service takes answers, beginning with https://."
        taker.add(taker.place_of(name), "form", message, "Write it like https://forms.example.org/f/{key}.")
        return ""
    return address


def _item(taker: Taker) -> str:
    """How an item is called; without a place for it, all items would have one name and one answer."""
    item = taker.text("item") or "{item}"
    if not {"item", "field"}.intersection(places_in(item)):
        message = "“item” should hold {item}, or {field} where the service has a name of its own for each line."
        taker.add(taker.place_of("item"), "form", message, "Write it like item: '{item}'.")
    return item


def _attributes(taker: Taker) -> dict[str, str]:
    attributes = taker.by_language("attributes")
    for name in attributes:
        if not _ATTRIBUTE.fullmatch(name):
            message = "An attribute of a form is called “name” or begins with “data-” or the service's own name."
            taker.add(taker.place_of("attributes"), "form", message)
    return attributes


def _trap(taker: Taker) -> Trap | None:
    below = taker.one("trap", "trap")
    if below is None:
        return None
    trap = Trap(below.text("name", needed=True), _of(TRAP_TYPES, below, "type", "text"))
    below.done()
    return trap


def _success(taker: Taker) -> Success:
    below = taker.one("success", "success")
    if below is None:
        return Success()
    listed = below.texts("statuses")
    statuses = tuple(int(status) for status in listed if re.fullmatch(r"[23]\d\d", status, re.ASCII))
    if not statuses or len(statuses) < len(listed):
        message = "“statuses” should list the numbers by which the service says that it took an answer: 200 to 399."
        below.add(below.place_of("statuses"), "form", message, "Write it like statuses: ['200'].")
    success = Success(statuses, below.text("path"), below.texts("values"))
    below.done()
    return success


def _exported(taker: Taker) -> Exported:
    below = taker.one("exported", "exported")
    if below is None:
        return Exported()
    found = Exported(*(below.texts(name) for name in ("known_by", "numbers", "counts", "times")))
    below.done()
    return found
