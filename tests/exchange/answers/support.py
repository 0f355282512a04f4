# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Exports to bring in, and a hub with a poll to bring them into: everything in them is made up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from porchlight.exchange.answers.rows import Where
from porchlight.exchange.answers.run import Imported, Said, read_answers
from porchlight.model.import_map import ImportMap
from porchlight.model.questionnaire import Questionnaire
from porchlight.operating.importing import Asked, import_answers
from porchlight.polls.response import Response
from porchlight.reading.form_services import read_form_services
from tests.conftest import ROOT
from tests.polls.support import read

HERE = Path(__file__).parent
EXPORTS = HERE / "exports"
TODAY = date(2026, 11, 30)
SERVICES = read_form_services(ROOT)[0]
WHERE = Where("first", TODAY, b"a key of the tests")


def poll(file: Path = HERE / "rides.yaml") -> Questionnaire:
    questionnaire, problems = read(file.read_text(encoding="utf-8"))
    assert questionnaire, problems
    return questionnaire


def looked_at(
    file: Path,
    questionnaire: Questionnaire | None = None,
    maps: Sequence[str] = (),
    values: Sequence[str] = (),
    known: Sequence[ImportMap] = (),
) -> Imported:
    return read_answers(file, questionnaire or poll(), Said(maps, values, known), WHERE, SERVICES)


def answers(found: Imported) -> list[dict[str, str]]:
    return [dict(response.answers) for response in found.responses]


def hub_with_the_poll(folder: Path) -> Path:
    (folder / "data" / "polls").mkdir(parents=True)
    (folder / "data" / "hub.yaml").write_text("name: Made up\ntagline: {en: For tests}\nlanguages: [en, es]\n")
    (folder / "data" / "polls" / "rides.yaml").write_bytes((HERE / "rides.yaml").read_bytes())
    return folder


@dataclass
class MemoryStore:
    """Keeps responses the way that a store does: one for each sid of a poll."""

    kept: dict[tuple[str, str | None], Response] = field(default_factory=dict)

    def keep(self, kept: Response) -> Future[bool]:
        stored: Future[bool] = Future()
        stored.set_result((kept.poll, kept.sid) not in self.kept)
        self.kept[kept.poll, kept.sid] = kept
        return stored

    def freeze(self, poll: str, version: int, wording: str) -> str:
        return wording

    def responses(self, poll: str) -> Iterator[Response]:
        yield from (each for each in self.kept.values() if each.poll == poll)

    def rename(self, poll: str, sids: Mapping[str, str]) -> None:
        for old, new in sids.items():
            assert (poll, new) not in self.kept
            self.kept[poll, new] = replace(self.kept.pop((poll, old)), sid=new)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """Nothing to let go of."""


def bring(hub: Path, asked: Asked, store: MemoryStore, write: bool = True) -> str:
    """Import by the same call as the command's; gives all that was said."""
    said: list[str] = []
    import_answers(hub, asked, TODAY, write, lambda: store, said.append)
    return "\n".join(said)
