# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an operator may set about the form service, and the two clocks that tests turn by hand."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from porchlight.form_service.limits import Rate, Seconds
from porchlight.model.paths import in_language
from porchlight.polls.privacy import USUAL, Keeping

EACH_NETWORK = Rate(burst=30, per_second=0.5)
EACH_POLL = Rate(burst=20, per_second=20 / 60)

_ORIGIN = re.compile(r"https?://[^/\s?#@\\]+")


@dataclass(frozen=True, slots=True)
class Settings:
    """`origins` are sites on other hosts whose polls post here (`https://hub.example`): they may be gone back to.

    `home` is the address of the site, `languages` those that it has pages in, the one of its first page first. `hub` is
    the name that every page says, as the form says `made_up`.
    `each_network` is what one household, library or jail may send;
    past `each_poll`, a page asks for a confirmation; reports of mistakes count together as one poll more. `keeping` is
    how long answers are kept.
    """

    origins: frozenset[str] = frozenset()
    home: str = "/"
    languages: tuple[str, ...] = ()
    hub: str = ""
    made_up: bool = False
    each_network: Rate = EACH_NETWORK
    each_poll: Rate = EACH_POLL
    keeping: Keeping = USUAL

    def __post_init__(self) -> None:
        for origin in self.origins:
            if not _ORIGIN.fullmatch(origin):
                raise ValueError(f"“{origin}” should be a scheme and a host and nothing more, like https://hub.example")

    def on_site(self, language: str, path: str = "") -> str:
        """The address of a page of the site, the first one if no path is given; in the language, where it has it."""
        tree = in_language(path, language, self.languages[0]) if language in self.languages else path
        return f"{self.home.rstrip('/')}/{tree}"


@dataclass(frozen=True, slots=True)
class Clock:
    """`seconds` only ever runs forward; `today` is the day that is stored."""

    seconds: Seconds = time.monotonic
    today: Callable[[], date] = date.today


REAL_CLOCK = Clock()
