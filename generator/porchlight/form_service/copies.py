# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Copies of a store: one to keep, and the way from SQLite to PostgreSQL and back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import islice, zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from porchlight.form_service.database import Connection
from porchlight.form_service.migrations import steps_taken
from porchlight.form_service.opening import database_at, is_postgres
from porchlight.form_service.rows import TABLES
from porchlight.form_service.sqlite import refuse_link

_AT_ONCE = 500


class CopyRefused(Exception):
    """Nothing was changed; the message says why and what to do."""


def backup(where: str, to: Path) -> Mapping[str, int]:
    """Write all that a store holds into one new SQLite file, also while a service writes; says how much per table.

    Raises CopyRefused where there is no store, or the file is there already.
    """
    if to.exists():
        raise CopyRefused(f"{to} is there already. Move it away first, or choose another name.")
    if is_postgres(where):
        return copy(where, str(to))
    _write_out(Path(where), to)
    with _up_to_date(str(to)) as kept:
        return _counts(kept)


def restore(kept: Path, where: str) -> Mapping[str, int]:
    """Fill an empty store from a file that `backup` wrote, and leave that as it is; says how much per table.

    Raises CopyRefused where the store holds anything.
    """
    with TemporaryDirectory(prefix="porchlight-") as folder:
        own = Path(folder, "kept.sqlite3")
        _write_out(kept, own)
        with _up_to_date(where) as store:
            if any(_counts(store).values()):
                raise CopyRefused("There are answers in this store already. Choose an empty one.")
        return copy(str(own), where)


def copy(source: str, target: str) -> Mapping[str, int]:
    """Make one store hold what another holds, and compare them row by row; says how much per table.

    Done twice, it doubles nothing. No row of the target ever changes: where it holds other rows than the source, the
    copy raises CopyRefused and leaves it as it was.
    """
    if not is_postgres(source) and not Path(source).is_file():
        raise CopyRefused(f"There are no answers at {source}. Look at the name again.")
    with _up_to_date(source) as ours, _up_to_date(target) as theirs, ours.snapshot(), theirs.transaction():
        for table in TABLES:
            _insert(_rows(ours, table), table, theirs)
            _compare(_rows(ours, table), _rows(theirs, table))
        return _counts(theirs)


@contextmanager
def _up_to_date(where: str) -> Iterator[Connection]:
    with closing(database_at(where).connect()) as connection:
        connection.migrate()
        yield connection


def _write_out(store: Path, to: Path) -> None:
    refuse_link(store)
    if not store.is_file():
        raise CopyRefused(f"There are no answers at {store}. Look at the name again.")
    to.parent.mkdir(parents=True, exist_ok=True)
    to.touch(mode=0o600)
    with closing(sqlite3.connect(f"{store.resolve().as_uri()}?mode=ro", uri=True)) as file:
        steps_taken(file)
        file.execute("VACUUM INTO ?", (str(to),))


def _rows(connection: Connection, table: str) -> Iterator[tuple[str | int, ...]]:
    return iter(connection.execute(TABLES[table].select(table)))


def _insert(rows: Iterable[tuple[str | int, ...]], table: str, into: Connection) -> None:
    shape, waiting = TABLES[table], iter(rows)
    while group := list(islice(waiting, _AT_ONCE)):
        into.execute_each([(shape.insert(table), dict(zip(shape.columns, row, strict=True))) for row in group])


def _compare(ours: Iterable[tuple[str | int, ...]], theirs: Iterable[tuple[str | int, ...]]) -> None:
    if any(mine != other for mine, other in zip_longest(ours, theirs)):
        raise CopyRefused(
            "The two stores differ: the one to copy into holds other answers. Nothing was copied. Choose an empty one."
        )


def _counts(connection: Connection) -> Mapping[str, int]:
    return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}
