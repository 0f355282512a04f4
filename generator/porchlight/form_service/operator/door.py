# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who may come in: whoever knows the word that was printed when the pages were started, for as long as they run."""

from __future__ import annotations

from hashlib import blake2b
from hmac import compare_digest
from secrets import token_bytes, token_urlsafe

from porchlight.form_service.limits import Seconds

_HOURS = 8


class Door:
    """One token for one run; nothing of it is written down. A session ends eight hours after its last use."""

    def __init__(self, seconds: Seconds) -> None:
        self.token = token_urlsafe(24)
        self._seconds = seconds
        self._key = token_bytes(32)
        self._sessions: dict[str, float] = {}

    def knows(self, token: str) -> bool:
        """True for the token: 24 random bytes, which nobody finds by trying."""
        return compare_digest(token.encode(), self.token.encode())

    def begin(self) -> str:
        """A new session."""
        session = token_urlsafe(24)
        self._sessions[session] = self._seconds()
        return session

    def is_open(self, session: str) -> bool:
        """True where the session goes on."""
        used = self._sessions.get(session)
        if used is None or self._seconds() - used > _HOURS * 3600:
            self.end(session)
            return False
        self._sessions[session] = self._seconds()
        return True

    def end(self, session: str) -> None:
        """Nobody comes in by this session any more."""
        self._sessions.pop(session, None)

    def seal(self, session: str) -> str:
        """What each form of the session holds: a page of somebody else can't know it."""
        return blake2b(session.encode(), key=self._key, digest_size=16).hexdigest()

    def is_sealed(self, session: str, seal: str) -> bool:
        """True where the form is one of the session's own."""
        return compare_digest(seal.encode(), self.seal(session).encode())
