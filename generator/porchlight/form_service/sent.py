# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is known of every post, whichever form it was written in."""

from __future__ import annotations

from typing import Protocol

from porchlight.form_service.rows import Kept


class Sent(Protocol):
    """A post that could be read. `sid` and `ticket` are "" where it has none."""

    @property
    def sid(self) -> str:
        """The random word that marks this sending."""

    @property
    def ticket(self) -> str:
        """What our page gave along when it asked for a confirmation."""

    @property
    def trapped(self) -> bool:
        """True where the field that people leave empty is filled in."""

    def said(self) -> object:
        """What it says: its `repr` is the same for two posts that say the same."""

    def to_keep(self, form: str, day: str, sid: str) -> Kept:
        """What is stored of it."""
