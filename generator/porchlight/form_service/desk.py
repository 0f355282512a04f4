# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the people who keep a hub do with what is stored, also while a service is writing beside them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta

from porchlight.form_service import sheets
from porchlight.form_service.database import Connection, Database, Values
from porchlight.form_service.rows import RELEASED, REPORT, RESPONSE, WORDING, response_of
from porchlight.model.report import Report
from porchlight.polls.keyed import Accepted, KeyedSheet
from porchlight.polls.privacy import ROBOTS_KEPT_DAYS
from porchlight.polls.response import Response

_OF_POLL = f"SELECT {', '.join(RESPONSE.columns)} FROM {{}} WHERE poll = :poll ORDER BY sid"
_ONE_ASIDE = f"SELECT {', '.join(RESPONSE.columns)} FROM quarantine WHERE poll = :poll AND sid = :sid"


_LOOK = "look"
"""What the log calls a look at which nothing had to be deleted; it keeps the last one only."""


@dataclass(frozen=True, slots=True)
class Purge:
    """On one day, so many rows of one kind were deleted."""

    day: str
    what: str
    count: int


class Desk:
    """Each method is a transaction of its own, on a connection of its own. StoreFailed where the database says no."""

    def __init__(self, database: Database, today: Callable[[], date]) -> None:
        self._database = database
        self._today = today

    def count_responses(self, poll: str) -> int:
        """How many responses there are."""
        return sum(self.counts(poll).values())

    def counts(self, poll: str) -> Mapping[tuple[str, int], int]:
        """How many responses there are per wave and version."""
        counted = "SELECT wave, version, count(*) FROM response WHERE poll = :poll GROUP BY wave, version ORDER BY 1, 2"
        with self._reading() as connection:
            return {(wave, version): count for wave, version, count in connection.execute(counted, {"poll": poll})}

    def responses(self, poll: str) -> Iterator[Response]:
        """Each response, in the order of its random sid, so that who came after whom can't be seen."""
        with self._reading() as connection:
            yield from map(response_of, connection.execute(_OF_POLL.format("response"), {"poll": poll}))

    def rename(self, poll: str, sids: Mapping[str, str]) -> None:
        """Keep responses by other sids from now on, each by the one beside it, which must not be taken."""
        change = "UPDATE response SET sid = :new WHERE poll = :poll AND sid = :old"
        with self._changing() as connection:
            connection.execute_each([(change, {"poll": poll, "old": old, "new": new}) for old, new in sids.items()])

    def reports(self) -> list[Report]:
        """Every report, newest day first."""
        ordered = f"SELECT {', '.join(REPORT.columns)} FROM report ORDER BY day DESC, record, sid"
        with self._reading() as connection:
            return [Report(*row) for row in connection.execute(ordered)]

    def quarantined(self, poll: str) -> list[Response]:
        """What was set aside, since only a robot fills in the field that people leave empty."""
        with self._reading() as connection:
            return list(map(response_of, connection.execute(_OF_POLL.format("quarantine"), {"poll": poll})))

    def release_from_quarantine(self, poll: str, sids: Sequence[str]) -> int:
        """Count these after all, since a person sent them; says how many of them were not counted before."""
        with self._changing() as connection:
            return sum(_release(connection, {"poll": poll, "sid": sid}) for sid in sids)

    def delete_from_quarantine(self, poll: str, sids: Sequence[str]) -> int:
        """Delete these, since a robot sent them; says how many there were."""
        delete = "DELETE FROM quarantine WHERE poll = :poll AND sid = :sid"
        with self._changing() as connection:
            gone = sum(connection.execute_each([(delete, {"poll": poll, "sid": sid}) for sid in sids]))
            log_purge(connection, self._today(), "quarantine", gone)
        return gone

    def key_in(self, sheet: KeyedSheet) -> None:
        """Keep what one of the two who key a sheet read on it; keyed again, the last one holds."""
        with self._changing() as connection:
            sheets.key_in(connection, sheet)

    def keyed(self, poll: str) -> list[KeyedSheet]:
        """Every sheet that is keyed and not counted yet, by wave, pile, number and hand."""
        with self._reading() as connection:
            return sheets.keyed(connection, poll)

    def accept_keyed(self, poll: str) -> Accepted:
        """Count the sheets on which both hands agree, each once however often it is keyed."""
        with self._changing() as connection:
            return sheets.accept(connection, poll)

    def wording(self, poll: str, version: int) -> str | None:
        """The questionnaire as the first answer to this version was given to it, as JSON; None where there is none."""
        with self._reading() as connection:
            return _wording(connection, poll, version)

    def freeze(self, poll: str, version: int, wording: str) -> str:
        """Keep a questionnaire as it is asked, unless there is one of this version; says which one is kept."""
        with self._changing() as connection:
            connection.execute(WORDING.insert("frozen"), {"poll": poll, "version": version, "wording": wording})
            return _wording(connection, poll, version) or wording

    def wordings(self) -> list[str]:
        """Every questionnaire as it was first answered, as JSON, by poll and version."""
        with self._reading() as connection:
            return [row[0] for row in connection.execute("SELECT wording FROM frozen ORDER BY poll, version")]

    def last_release(self, poll: str, wave: str) -> str:
        """The seal of the last release that was made of these answers; "" where none was."""
        select = "SELECT seal FROM released WHERE poll = :poll AND wave = :wave ORDER BY number DESC LIMIT 1"
        with self._reading() as connection:
            found = connection.execute(select, {"poll": poll, "wave": wave}).fetchone()
        return str(found[0]) if found else ""

    def log_release(self, poll: str, wave: str, number: int, seal: str) -> None:
        """Remember that a release was made, so that its file can't be left out when the next is made."""
        with self._changing() as connection:
            values: Values = {"poll": poll, "wave": wave, "number": number, "seal": seal}
            connection.execute(RELEASED.insert("released"), values)

    def purge(self, poll: str, before: date) -> int:
        """Delete all answers from before a day, counted or not, and log it; says how many responses there were."""
        return self._delete(poll, "day < :day", [{"poll": poll, "day": before.isoformat()}])

    def forget(self, poll: str, waves: Collection[str], before: date) -> int:
        """Delete all answers of these waves from before a day, counted or not, and log it; says how many responses."""
        values = [{"poll": poll, "wave": wave, "day": before.isoformat()} for wave in waves]
        return self._delete(poll, "wave = :wave AND day < :day", values) if waves else 0

    def _delete(self, poll: str, which: str, values: Sequence[Mapping[str, str]]) -> int:
        gone: dict[str, int] = {}
        with self._changing() as connection:
            for table in ("response", "quarantine", "keyed"):
                delete = f"DELETE FROM {table} WHERE poll = :poll AND {which}"
                gone[table] = sum(connection.execute_each([(delete, each) for each in values]))
                log_purge(connection, self._today(), f"{table} of {poll}", gone[table])
        if any(gone.values()):
            with closing(self._database.connect()) as connection:
                connection.scrub()
        return gone["response"]

    def look(self, today: date) -> date | None:
        """Write down that somebody looked today what is over; says when that was last, None where never."""
        with self._changing() as connection:
            last = connection.execute("SELECT max(day) FROM kept_log WHERE what = :what", {"what": _LOOK}).fetchone()
            connection.execute("DELETE FROM kept_log WHERE what = :what", {"what": _LOOK})
            log_purge(connection, today, _LOOK, 1)
        return date.fromisoformat(last[0]) if last and last[0] else None

    def sweep(self) -> None:
        """Delete what has been set aside for too long. A store does so by itself when it writes, on a new day."""
        with self._changing() as connection:
            sweep_aside(connection, self._today())

    def purges(self) -> list[Purge]:
        """What was deleted when, oldest first."""
        with self._reading() as connection:
            logged = "SELECT day, what, count FROM kept_log WHERE what <> :look ORDER BY 1, 2"
            return [Purge(*row) for row in connection.execute(logged, {"look": _LOOK})]

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with closing(self._database.connect()) as connection, connection.snapshot():
            yield connection

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        with closing(self._database.connect()) as connection, connection.transaction():
            yield connection


def sweep_aside(connection: Connection, today: date) -> None:
    """Delete what was set aside more than 30 days ago, and log it."""
    oldest = {"day": (today - timedelta(days=ROBOTS_KEPT_DAYS)).isoformat()}
    for table in ("quarantine", "report_quarantine"):
        gone = connection.execute(f"DELETE FROM {table} WHERE day < :day", oldest).rowcount
        log_purge(connection, today, table, gone)


def log_purge(connection: Connection, day: date, what: str, count: int) -> None:
    """Add to the log that so many rows were deleted; never whose they were."""
    if count:
        # The table's name tells the count that stands there from the one that is added.
        connection.execute(
            "INSERT INTO kept_log (day, what, count) VALUES (:day, :what, :count)"
            " ON CONFLICT (day, what) DO UPDATE SET count = kept_log.count + :count",
            {"day": day.isoformat(), "what": what, "count": count},
        )


def _release(connection: Connection, key: Mapping[str, str]) -> int:
    row = connection.execute(_ONE_ASIDE, key).fetchone()
    if row is None:
        return 0
    connection.execute("DELETE FROM quarantine WHERE poll = :poll AND sid = :sid", key)
    return connection.execute(RESPONSE.insert("response"), dict(zip(RESPONSE.columns, row, strict=True))).rowcount


def _wording(connection: Connection, poll: str, version: int) -> str | None:
    select = "SELECT wording FROM frozen WHERE poll = :poll AND version = :version"
    found = connection.execute(select, {"poll": poll, "version": version}).fetchone()
    return str(found[0]) if found else None
