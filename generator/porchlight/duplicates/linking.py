# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records of many hubs, or of a whole state, linked by Splink: one model, on DuckDB or on Spark.

Only this file knows Splink. It is an extra (`porchlight-hub[linking]`), and is imported late.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from importlib.resources import files
from typing import Any

from porchlight.duplicates.finding import LookAlike
from porchlight.duplicates.judging import judged
from porchlight.duplicates.sides import Side

SURE = 0.9
"""From which probability on a pair is told."""

Row = Mapping[str, str | None]


class EngineMissing(Exception):
    """The extra is not installed, or not for this engine; the message says what to type."""


def row_of(key: str, side: Side) -> Row:
    """A record as a row of texts that every engine can compare; what it does not say is None."""
    phones, pages = sorted(side.phones), sorted(side.pages)
    street = side.street
    return {
        "unique_id": key,
        "resource": side.resource,
        "name": " ".join(sorted(side.name.words)) or None,
        "phone_1": phones[0] if phones else None,
        "phone_2": phones[1] if len(phones) > 1 else None,
        "street": " ".join((street.number, *street.words)) if street else None,
        "city": side.city or None,
        "organization": side.organization or None,
        "page": pages[0] if pages else None,
    }


def model() -> dict[str, Any]:
    """What Splink compares and how much each says: `linking_model.json`, the same on every engine."""
    text = files("porchlight.duplicates").joinpath("linking_model.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def linked(hubs: Mapping[str, Sequence[Side]], engine: str) -> list[LookAlike]:
    """The pairs between the first hub and all of them, the surest first; keys carry the hub's name before a colon.

    Raises EngineMissing.
    """
    api = _engine(engine)
    sides = {f"{hub}:{side.key}": replace(side, key=f"{hub}:{side.key}") for hub, own in hubs.items() for side in own}
    first = f"{next(iter(hubs))}:"
    found = [
        (row["match_probability"], *sorted((row["unique_id_l"], row["unique_id_r"])))
        for row in _scored(api, [row_of(key, side) for key, side in sides.items()])
    ]
    pairs = [each for each in found if any(key.startswith(first) for key in each[1:])]
    return [_pair(sides[one], sides[other]) for _, one, other in sorted(pairs, key=lambda p: (-p[0], p[1], p[2]))]


def _pair(one: Side, other: Side) -> LookAlike:
    return LookAlike(one, other, judged(one, other))


def _scored(api: Any, rows: Sequence[Row]) -> Iterable[dict[str, Any]]:
    from splink import Linker

    if not rows:
        return ()
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    linker = Linker(api.register(columns), model(), log_level="ERROR")
    table = linker.inference.predict(threshold_match_probability=SURE, warning_mode="never")
    scored: Iterable[dict[str, Any]] = table.as_record_list()
    return scored


def _engine(name: str) -> Any:
    try:
        return _ENGINES[name]()
    except ImportError:
        extra = "linking" if name == "duckdb" else "linking-spark"
        raise EngineMissing(
            f"To compare several hubs, one more package is needed. Type: pip install 'porchlight-hub[{extra}]'"
        ) from None


def _duckdb() -> Any:
    from splink.backends.duckdb import DuckDBAPI

    return DuckDBAPI()


def _spark() -> Any:
    from pyspark.sql import SparkSession
    from splink.backends.spark import SparkAPI

    session = SparkSession.builder.appName("porchlight").getOrCreate()
    return SparkAPI(spark_session=session, break_lineage_method="persist", register_udfs_automatically=False)


_ENGINES: dict[str, Callable[[], Any]] = {"duckdb": _duckdb, "spark": _spark}
