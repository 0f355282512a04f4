# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages laid down as they are made: what stands is kept, what is new lies on the disk before the next one is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from porchlight.putting import in_words
from porchlight.site.made import Keyed, Made
from porchlight.site.page_keys import content_digest, page_key
from porchlight.site.writing import file_of
from porchlight.views.pages import Page
from porchlight.views.parts import Site


class TwoPagesOfOneAddress(Exception):
    """Two pages would stand at one address, and the second would hide the first: the check should have told it."""


class KeysAreWrong(Exception):
    """A page that would have been kept is another one now: its key leaves something out. A fault of ours."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where pages are laid: new ones below `stage`; those of the last build stand in `output`, with the keys `before`.

    What else was kept for this build lies in the folder `kept`; None where nothing may be. Where `checks` is true no
    page is kept: each is made, and compared with the one that would have been.
    """

    stage: Path
    output: Path
    kept: Path | None
    before: Mapping[str, Keyed]
    checks: bool = False

    def part(self, name: str) -> Ground:
        """The same with a folder of its own below the stage, for a part that is made beside others."""
        with in_words(self.output):
            (self.stage / name).mkdir(exist_ok=True)
        return replace(self, stage=self.stage / name)

    def stands(self, file: str, content: str) -> bool:
        """True where the file is there, with the content of that digest."""
        found = _content(self.output / file)
        return found is not None and content_digest(found) == content

    def lay(self, file: str, content: bytes, number: int) -> Path:
        """Where the file lies now: on the stage, by its number, unless it stands in the output as it is."""
        standing, target = self.output / file, self.stage / str(number)
        if _content(standing) == content:
            return standing
        with in_words(self.output):
            target.write_bytes(content)
        return target


@dataclass(slots=True)
class Laying:
    """The pages of one part of the site: laid on the `ground` where there is one, else held in memory."""

    ground: Ground | None = None
    made: Made = field(default_factory=Made)
    _differing: list[str] = field(default_factory=list)

    def add(self, site: Site, page: Page, render: Callable[[Page], bytes]) -> None:
        """Take one more page; it is rendered where it does not stand yet.

        Raises TwoPagesOfOneAddress.
        """
        file = file_of(page.path)
        if file in self.made:
            raise TwoPagesOfOneAddress(f"Two pages want to stand at {page.path}. Rename one of them.")
        if self.ground is None:
            self.made.held[file] = render(page)
        elif not self._keep(file, key := page_key(site, page), self.ground):
            self._take(file, key, render(page), self.ground)

    def all_keys_hold(self) -> Made:
        """All that was added. Raises KeysAreWrong with each page that a build would have kept, wrongly."""
        if self._differing:
            raise KeysAreWrong("These pages would have been kept and differ:\n" + "\n".join(self._differing))
        return self.made

    def _keep(self, file: str, key: str, ground: Ground) -> bool:
        before = ground.before.get(file)
        if ground.checks or before is None or before.key != key or not ground.stands(file, before.content):
            return False
        self.made.laid[file], self.made.page_keys[file] = ground.output / file, before
        return True

    def _take(self, file: str, key: str, content: bytes, ground: Ground) -> None:
        before, now = ground.before.get(file), Keyed(key, content_digest(content))
        if before and before.key == key and before != now:
            self._differing.append(file)
        self.made.page_keys[file] = now
        self.made.laid[file] = ground.lay(file, content, len(self.made.laid))


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
