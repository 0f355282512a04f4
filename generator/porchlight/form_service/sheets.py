# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sheets of paper that two people key: kept until both read the same on one, which then is counted."""

from __future__ import annotations

import json
from collections import defaultdict

from porchlight.form_service.database import Connection, Values
from porchlight.form_service.rows import RESPONSE, SHEET, row, text_of
from porchlight.polls.keyed import Accepted, Hand, KeyedSheet
from porchlight.polls.response import NO_LANGUAGE, Response

_OF_POLL = f"SELECT {', '.join(SHEET.columns)} FROM keyed WHERE poll = :poll ORDER BY {', '.join(SHEET.keys)}"
_DELETE = "DELETE FROM keyed WHERE " + " AND ".join(f"{key} = :{key}" for key in SHEET.keys if key != "hand")


def key_in(connection: Connection, sheet: KeyedSheet) -> None:
    """Keep the sheet; what the same hand keyed of it before goes."""
    connection.execute(SHEET.insert("keyed"), _values(sheet))
    connection.execute(SHEET.update("keyed"), _values(sheet))


def keyed(connection: Connection, poll: str) -> list[KeyedSheet]:
    """Every sheet that is kept, by wave, pile, number and hand."""
    return [_sheet(*row) for row in connection.execute(_OF_POLL, {"poll": poll})]


def accept(connection: Connection, poll: str) -> Accepted:
    """Turn the sheets on which both hands agree into responses. A sheet that is counted is never changed by another."""
    hands = defaultdict[str, list[KeyedSheet]](list)
    for sheet in keyed(connection, poll):
        hands[f"{sheet.version} {sheet.sid()}"].append(sheet)
    agreed = [both[1] for both in hands.values() if len(both) == 2 and both[0].answers == both[1].answers]
    before = {sheet.sid(): _counted_before(connection, sheet) for sheet in agreed}
    for sheet in agreed:
        kept = row(_response(sheet), aside=False)
        connection.execute(RESPONSE.insert(kept.table), kept.values)
        connection.execute(_DELETE, {key: value for key, value in _values(sheet).items() if key in SHEET.keys})
    same = [sheet for sheet in agreed if before[sheet.sid()] == text_of(sheet.answers)]
    new = [sheet for sheet in agreed if before[sheet.sid()] is None]
    other = [f"{sheet.batch} {sheet.number:03}" for sheet in agreed if sheet not in same and sheet not in new]
    return Accepted(len(new), len(same), tuple(other))


def _counted_before(connection: Connection, sheet: KeyedSheet) -> str | None:
    select = "SELECT answers FROM response WHERE poll = :poll AND sid = :sid"
    found = connection.execute(select, {"poll": sheet.poll, "sid": sheet.sid()}).fetchone()
    return str(found[0]) if found else None


def _sheet(
    poll: str, version: int, wave: str, batch: str, number: int, hand: Hand, day: str, answers: str
) -> KeyedSheet:
    return KeyedSheet(poll, version, wave, batch, number, hand, day, json.loads(answers))


def _response(sheet: KeyedSheet) -> Response:
    return Response(sheet.poll, sheet.version, NO_LANGUAGE, "paper", sheet.day, sheet.answers, sheet.sid(), sheet.wave)


def _values(sheet: KeyedSheet) -> Values:
    return {
        "poll": sheet.poll,
        "version": sheet.version,
        "wave": sheet.wave,
        "batch": sheet.batch,
        "sheet": sheet.number,
        "hand": sheet.hand,
        "day": sheet.day,
        "answers": text_of(sheet.answers),
    }
