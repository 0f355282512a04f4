# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The body of a form post: no longer than may be, and not waited for for ever."""

from __future__ import annotations

from asyncio import timeout

from starlette.requests import ClientDisconnect, Request

from porchlight.form_service.parse import Fields, check_type, read_fields
from porchlight.form_service.refused import Complaint, Refused

SECONDS_FOR_BODY = 20  # an old phone sends 3 kB in far less; without an end, half a post would hold its line for ever


async def fields_of(request: Request, most_bytes: int) -> Fields:
    """The fields that were sent; Refused where they are too many, too slow or no form."""
    check_type(request.headers.get("content-type", ""))
    try:
        async with timeout(SECONDS_FOR_BODY):
            return read_fields(await _body(request, most_bytes))
    except TimeoutError:
        raise Refused(408, Complaint("too-slow")) from None
    except ClientDisconnect:  # nobody is left to read the answer, but it is no fault of ours either
        raise Refused(400, Complaint("unreadable")) from None


async def _body(request: Request, most_bytes: int) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most_bytes:
            raise Refused(413, Complaint("too-large"))
    return bytes(body)
