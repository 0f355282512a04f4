# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sheets of paper that two people key: kept until both read the same on one, which then is counted."""

from __future__ import annotations

import json
from collections import defaultdict

from porchlight.form_service.database import Connection, Values
from porchlight.form_service.rows import RESPONSE, SHEET, row, text_of
from porchlight.polls.keyed import Hand, KeyedSheet
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


def accept(connection: Connection, poll: str) -> int:
    """Turn the sheets on which both hands agree into responses; says how many they were."""
    hands = defaultdict[str, list[KeyedSheet]](list)
    for sheet in keyed(connection, poll):
        hands[f"{sheet.version} {sheet.sid()}"].append(sheet)
    agreed = [both[1] for both in hands.values() if len(both) == 2 and both[0].answers == both[1].answers]
    for sheet in agreed:
        _count(connection, sheet)
    return len(agreed)


def _count(connection: Connection, sheet: KeyedSheet) -> None:
    kept = row(_response(sheet), aside=False)
    connection.execute(RESPONSE.insert(kept.table), kept.values)
    connection.execute(RESPONSE.update(kept.table), kept.values)
    connection.execute(_DELETE, {key: value for key, value in _values(sheet).items() if key in SHEET.keys})


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
