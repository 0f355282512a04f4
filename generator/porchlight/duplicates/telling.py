# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pairs told to people and to programs: why they look alike, and the lines that settle it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence

from porchlight.duplicates.finding import LookAlike
from porchlight.duplicates.judging import Sign
from porchlight.model.cells import harmless
from porchlight.reading.saying import shown

_WORDS: dict[Sign, str] = {
    "phone-same": "Same phone number {number}.",
    "email-same": "Same e-mail.",
    "page-same": "Same web page.",
    "host-same": "Same website.",
    "summary-same": "“summary” says the same.",
    "street-same": "Same street address {street}.",
    "street-two-cities": "Same street address {street}, in two towns: {towns}.",
    "city-same": "Same town.",
    "name-same": "Same name.",
    "name-nearly": "Names nearly the same.",
    "name-short": "One name may be short for the other.",
    "name-within": "One name holds all words of the other.",
    "run-by-same": "Run by the same organization.",
    "name-part": "But one name goes on where the other ends.",
    "name-partly": "But the names share only some words.",
    "name-other": "But the names differ.",
    "name-apart": "But the names tell of two kinds.",
    "phone-other": "But the phone numbers differ.",
    "street-other": "But the street addresses differ.",
    "city-other": "But the towns differ.",
    "kind-other": "But the kinds differ.",
    "run-by-others": "But other organizations run them.",
    "place-other": "But they help in different states.",
}


def reasons(pair: LookAlike) -> str:
    """Why the two look alike, in short sentences: what speaks for it first, then what against."""
    told = [_WORDS[sign] for sign in pair.judgment.signs]
    said = " ".join(sorted(told, key=lambda words: words.startswith("But ")))
    one, other = pair.one, pair.other
    numbers = sorted(one.phones & other.phones)
    number = numbers[0] if numbers else ""
    return said.format(
        number=f"{number[:3]}-{number[3:6]}-{number[6:]}",
        street=f"“{shown(one.address)}”",
        towns=f"“{shown(one.town)}” and “{shown(other.town)}”",
    )


def settling(pair: LookAlike) -> str:
    """The line that says that they are two things, to be put into the second record; "" between two hubs."""
    return "" if pair.between_hubs else f"not_duplicate_of: [{pair.one.key}]"


def merging(pair: LookAlike) -> str:
    """The command that makes one record of the two; "" between two hubs."""
    return "" if pair.between_hubs else f"porchlight merge {pair.one.key} {pair.other.key}"


def told(pairs: Sequence[LookAlike], compared: str, form: str) -> str:
    """The pairs in one of the forms `text`, `json` or `csv`; `compared` says what was looked at."""
    return _FORMS[form](pairs, compared)


def _text(pairs: Sequence[LookAlike], compared: str) -> str:
    if not pairs:
        return f"{compared} None look alike."
    return "\n\n".join(
        [*map(_pair, pairs), f"{compared} {len(pairs)} {'pair looks' if len(pairs) == 1 else 'pairs look'} alike."]
    )


def _pair(pair: LookAlike) -> str:
    one, other = pair.one, pair.other
    settled = (
        f"    If they are one:  {merging(pair)}",
        f"    If they are two, write into {other.key}:  {settling(pair)}",
    )
    lines = (f"{one.key}  “{shown(one.called)}”", f"{other.key}  “{shown(other.called)}”", f"    {reasons(pair)}")
    return "\n".join(lines if pair.between_hubs else (*lines, *settled))


def _json(pairs: Sequence[LookAlike], compared: str) -> str:
    return json.dumps([dict(zip(_COLUMNS, _row(pair), strict=True)) for pair in pairs], ensure_ascii=False, indent=2)


def _csv(pairs: Sequence[LookAlike], compared: str) -> str:
    file = io.StringIO()
    csv.writer(file).writerows([_COLUMNS, *([harmless(str(cell)) for cell in _row(pair)] for pair in pairs)])
    return file.getvalue().rstrip()


_COLUMNS = ("record", "other", "name", "other_name", "score", "why", "if_one", "if_two")


def _row(pair: LookAlike) -> tuple[str | int, ...]:
    one, other = pair.one, pair.other
    return (
        one.key,
        other.key,
        one.called,
        other.called,
        pair.judgment.score,
        reasons(pair),
        merging(pair),
        settling(pair),
    )


_FORMS: dict[str, Callable[[Sequence[LookAlike], str], str]] = {"text": _text, "json": _json, "csv": _csv}
