# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the stores ask of a database, so that one set of statements serves SQLite and PostgreSQL."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar, Protocol

from porchlight.form_service.writer import StoreFailed

Values = Mapping[str, str | int]
Statement = tuple[str, Values]
"""SQL that names its values `:so`, and the values."""


class CannotOpen(Exception):
    """The store that was named can't be used; the message says why, and what to do."""


class Cursor(Protocol):
    """What a statement gave back."""

    @property
    def rowcount(self) -> int:
        """How many rows it changed."""

    def fetchone(self) -> Any:
        """The next row, or None."""

    def __iter__(self) -> Iterator[Any]:
        """The rows."""


class Connection(ABC):
    """One connection, used by one thread at a time. What goes wrong in a transaction is raised as StoreFailed."""

    to_write: ClassVar[str]
    to_read: ClassVar[str]
    """The statements that begin a transaction."""

    @abstractmethod
    def execute(self, statement: str, values: Values | None = None) -> Cursor:
        """Run one statement."""

    @abstractmethod
    def execute_each(self, statements: Sequence[Statement]) -> list[int]:
        """Run them in order; tells of each how many rows it changed."""

    @abstractmethod
    def migrate(self) -> None:
        """Bring the tables up to date. Raises StoreIsNewer where a later version made them."""

    @abstractmethod
    def scrub(self) -> None:
        """Leave nothing lying about of what was deleted, as far as the database lets us."""

    @abstractmethod
    def failure(self, fault: BaseException) -> StoreFailed | None:
        """What a fault of the database is for us; None where it is no fault of the database."""

    @abstractmethod
    def roll_back(self) -> None:
        """Undo what the transaction did, where there still is one."""

    @abstractmethod
    def close(self) -> None:
        """Let go of it."""

    @property
    @abstractmethod
    def is_lost(self) -> bool:
        """True where nothing more can come through it."""

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is done within, or nothing."""
        with self._between(self.to_write):
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read within is as it was at one moment."""
        with self._between(self.to_read):
            yield

    @contextmanager
    def _between(self, begin: str) -> Iterator[None]:
        try:
            self.execute(begin)
            yield
            self.execute("COMMIT")
        except BaseException as fault:
            self.roll_back()
            if failure := self.failure(fault):
                raise failure from fault
            raise


class Database(Protocol):
    """A place where rows are kept for good."""

    def connect(self) -> Connection:
        """A new connection. Raises StoreFailed where there can be none."""
