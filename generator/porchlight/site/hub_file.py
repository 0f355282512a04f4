# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a built site says of itself in one small file, so that it can be joined with others (`operating/join.py`)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from importlib.metadata import version
from typing import Any
from urllib.parse import urlsplit

from porchlight.model.form_services import host_of
from porchlight.model.hub import ON_THE_SITE, Hub
from porchlight.model.places import own_hubs
from porchlight.views.poll_forms import posting_addresses

FILE = "hub.json"
FORM = 1
"""Counts up when another program can't read the file any more."""

_LISTS = ("languages", "posts_to", "parts")


@dataclass(frozen=True, slots=True)
class About:
    """A site as others need to know it: who made it, where it stands, and what its pages may do and lead to.

    `posts_to` are the addresses that its forms post to, `parts` the folders below it in which it expects other sites.
    """

    form: int
    porchlight: str
    name: str
    address: str
    languages: tuple[str, ...]
    made_up: bool
    has_forms: bool
    posts_to: tuple[str, ...]
    parts: tuple[str, ...]


def hub_file(hub: Hub, *, has_forms: bool) -> dict[str, bytes]:
    """The file by its path below the output folder."""
    settings = hub.settings
    about = About(
        form=FORM,
        porchlight=version("porchlight-hub"),
        name=settings.name,
        address=settings.address,
        languages=settings.languages,
        made_up=settings.made_up,
        has_forms=has_forms,
        posts_to=tuple(filter(None, posting_addresses(hub))),
        parts=own_hubs(hub),
    )
    return {FILE: f"{json.dumps(asdict(about), ensure_ascii=False, indent=1)}\n".encode()}


def read_hub_file(content: bytes) -> About | None:
    """What the file says; None where it is none of ours, or of a form that this version does not know."""
    try:
        told = json.loads(content)
        return _about(told) if isinstance(told, dict) and told.get("form") == FORM else None
    except (ValueError, RecursionError):
        return None


def _about(told: dict[str, Any]) -> About | None:
    if told.keys() != {field.name for field in fields(About)} or not all(_sound(told)):
        return None
    values: dict[str, Any] = {name: tuple(of) if isinstance(of, list) else of for name, of in told.items()}
    return About(**values)


def _sound(told: dict[str, Any]) -> Iterator[bool]:
    """A part comes from others: what it says goes into headers, and into sentences that people read."""
    yield all(_is_text(told[name]) for name in ("porchlight", "name", "address"))
    yield all(isinstance(told[name], bool) for name in ("made_up", "has_forms"))
    yield all(isinstance(told[name], list) and all(map(_is_text, told[name])) for name in _LISTS)
    yield all(address == ON_THE_SITE or host_of(address) for address in told["posts_to"])
    yield not told["address"] or _is_address(told["address"])


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value.isprintable()


def _is_address(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not parts.query and not parts.fragment
