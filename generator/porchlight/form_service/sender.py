# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who sends a post, as far as it matters for a moment: never stored, never logged."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from starlette.requests import Request

from porchlight.form_service.refused import Complaint, Refused


@dataclass(frozen=True, slots=True)
class Sender:
    """`address` is "" where the server does not know it. `is_known_page`: the browser named a page of ours."""

    address: str
    is_known_page: bool


def sender_of(request: Request, origins: Collection[str]) -> Sender:
    """The sender; Refused where the browser says that the form stands on a page that is not ours.

    Old phones, privacy settings and a hub on a USB stick name no page. They are welcome.
    """
    address = request.client.host if request.client else ""
    origin = request.headers.get("origin", "null")
    if origin == "null":
        return Sender(address, is_known_page=False)
    if origin in origins or _is_own(request, origin):
        return Sender(address, is_known_page=True)
    raise Refused(403, Complaint("foreign-page"))


def _is_own(request: Request, origin: str) -> bool:
    # The browser's own word counts too, since a proxy may have changed the Host.
    same_host = origin.partition("://")[2] == request.headers.get("host")
    return same_host or request.headers.get("sec-fetch-site") == "same-origin"
