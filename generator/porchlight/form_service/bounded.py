# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The quick parser of the server, with an end to what it keeps in memory before anybody has read it."""

from __future__ import annotations

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

_MOST_UNREAD = 65_536
"""Bytes of addresses, headers and trailers. Browsers send far below 16,000, and one read brings up to 256,000."""


class BoundedHttp(HttpToolsProtocol):
    """httptools keeps headers and trailers until they end, however long they are: here they end, or the line does."""

    _unread = 0

    def data_received(self, data: bytes) -> None:
        """Take what the line brought; a head without an end is answered with 400, and the line is closed."""
        self._unread += len(data)
        super().data_received(data)
        if self._unread > _MOST_UNREAD and not self.transport.is_closing():
            self.send_400_response("The head of this request is too long.")

    def on_headers_complete(self) -> None:
        """The head has come to its end."""
        self._unread = 0
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """A part of the body, which is bounded where it is read."""
        self._unread = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        """All of one request is here."""
        self._unread = 0
        super().on_message_complete()
