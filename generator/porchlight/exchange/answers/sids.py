# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""By what a row is known when the same answers are exported again, with other columns or in another order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from porchlight.exchange.answers.export import Head
from porchlight.exchange.answers.left_out import ASKED
from porchlight.exchange.answers.perhaps import Column
from porchlight.exchange.sheets.cells import tidy
from porchlight.model.alike import alike
from porchlight.model.form_services import FormService

Parts = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """The columns that tell rows apart, by position, the surest first. `numbers` hold for all forms of `service`.

    `counts` begin anew in each form, so they say nothing without one of the `times`.
    """

    service: str
    numbers: tuple[int, ...] = ()
    counts: tuple[int, ...] = ()
    times: tuple[int, ...] = ()

    @property
    def tells_apart(self) -> bool:
        """False where only the answers tell one row from another."""
        return bool(self.numbers or self.counts or self.times)


def apart_in(
    heads: Sequence[Head], columns: Sequence[Column], service: str, services: Mapping[str, FormService]
) -> Apart:
    """The columns that the service writes for this; a time is known by the names that any service has for it."""
    own = services[service].exported if service in services else None
    free = {
        alike(cell): column.index
        for head, column in zip(heads, columns, strict=True)
        if not column.item and column.why != ASKED
        for cell in head.cells
    }
    times = (*(own.times if own else ()), *(time for each in services.values() for time in each.exported.times))
    return Apart(
        service, _at(own.numbers if own else (), free), _at(own.counts if own else (), free), _at(times, free)[:1]
    )


def _at(names: Iterable[str], free: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(free[alike(name)] for name in names if alike(name) in free))


class Sids:
    """Makes the words that keep a row from being stored twice. Nobody can work out a row from them without the key."""

    def __init__(self, key: bytes, poll: str, apart: Apart) -> None:
        self._key, self._poll, self._apart = key, poll, apart
        self._said: Counter[Parts] = Counter()
        self._rows: Counter[tuple[str, ...]] = Counter()

    def pass_by(self, cells: tuple[str, ...]) -> None:
        """Count a row of the file, whether it holds answers or not; `of` is asked after it."""
        self._rows[cells] += 1

    def of(self, cells: tuple[str, ...], answers: Mapping[str, str]) -> tuple[str, ...]:
        """The row's words, the one to store first; by the others it may have been stored before.

        Rows that say the same at the same time are told apart by counting them.
        """
        time = next(self._filled(cells, self._apart.times), "")
        said: Parts = ("said", time, tuple(sorted(answers.items())))
        self._said[said] += 1
        numbered = list(self._numbered(cells, time, said))
        # Without a time, others may have said the same: answers alone are no word for a row that has a better one.
        plain = [(*said, self._said[said])] if time or not numbered else []
        first = [self._hash(self._poll, *parts) for parts in (*numbered, *plain)]
        return (*first, self._hash(self._poll, cells, self._rows[cells]))

    def _numbered(self, cells: tuple[str, ...], time: str, said: Parts) -> Iterator[Parts]:
        for number in self._filled(cells, self._apart.numbers):
            yield "number", self._apart.service, number
        for count in self._filled(cells, self._apart.counts):
            yield "count", self._apart.service, count, time or said

    def _filled(self, cells: tuple[str, ...], columns: Sequence[int]) -> Iterator[str]:
        found = (" ".join(tidy(cells[index]).split()) for index in columns if index < len(cells))
        return (text for text in found if text)

    def _hash(self, *parts: object) -> str:
        said = repr(parts).encode("utf-8", "surrogatepass")
        return f"import-{blake2b(said, key=self._key, digest_size=16).hexdigest()}"
