# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which responses of a file were stored before: for sure, by a sid, or perhaps, since they say the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from porchlight.polls.response import Response

Answers = tuple[tuple[str, str], ...]
NEARLY_ALL = 0.9
"""Of an earlier import: where so much of it stands in a file that knows none of it, the file tells of it again."""

MANY = 5
HALF = 0.5
"""From so many on, half is enough, or far more than chance gives: who came by which import is not known."""


def stored_before(formerly: Mapping[str, Sequence[str]], stored: Collection[str]) -> dict[str, str]:
    """Stored sids with the sid that the same row has now."""
    taken = set(stored)
    found: dict[str, str] = {}
    for sid, others in formerly.items():
        old = next((each for each in others if each in taken), "") if sid not in taken else ""
        if old:
            taken.remove(old)
            found[old] = sid
    return found


def perhaps_stored(responses: Sequence[Response], stored: Sequence[Response]) -> dict[str, str]:
    """The same, for responses that say what others said which the file does not know; {} where that looks like chance.

    It is no chance where nearly all of the file, or nearly all that was stored on one day, would come in once more. Of
    many it is none where half would, or where far more say the same than people who answer alike do.
    """
    known, there = {each.sid for each in stored}, {each.sid for each in responses}
    new = [each for each in responses if each.sid not in known]
    missing = [each for each in stored if each.sid not in there]
    items = _items(new) & _items(missing)
    found = _paired(new, missing, items) if items else {}
    ours, theirs = _counted(new, items), _counted(missing, items)
    is_no_chance = _is_no_chance(found, responses, missing, _same(ours, theirs), _by_chance(ours, theirs))
    return found if is_no_chance else {}


def _items(responses: Iterable[Response]) -> set[str]:
    return {item for each in responses for item in each.answers}


def _paired(new: Iterable[Response], missing: Iterable[Response], items: Collection[str]) -> dict[str, str]:
    """Each response that is missing with one that is new and says the same to the items, none of them twice."""
    free: dict[Answers, list[str]] = defaultdict(list)
    for each in new:
        free[_said(each, items)].append(each.sid or "")
    free.pop((), None)  # who said nothing to any of these items can't be told from anyone
    return {each.sid or "": same.pop() for each in missing if (same := free.get(_said(each, items)))}


def _counted(responses: Iterable[Response], items: Collection[str]) -> Counter[Answers]:
    """How many said what, without those who said nothing."""
    said = Counter(_said(each, items) for each in responses)
    del said[()]
    return said


def _said(response: Response, items: Collection[str]) -> Answers:
    return tuple(sorted((item, code) for item, code in response.answers.items() if item in items))


def _is_no_chance(
    found: Mapping[str, str], responses: Sequence[Response], missing: Sequence[Response], same: int, by_chance: float
) -> bool:
    share = NEARLY_ALL if len(found) < MANY else HALF
    days, again = Counter(each.day for each in missing), Counter(each.day for each in missing if each.sid in found)
    much = len(found) >= share * len(responses) or any(again[day] >= share * days[day] for day in again)
    return bool(found) and (much or (len(found) >= MANY and same >= MANY + 2 * by_chance))


def _same(new: Counter[Answers], missing: Counter[Answers]) -> int:
    """How many pairs of one and another say the same."""
    return sum(count * missing[said] for said, count in new.items())


def _by_chance(new: Counter[Answers], missing: Counter[Answers]) -> float:
    """How many would, if those who are new were others: as often as two among the new, or among the missing, do."""
    among = sum(count * (count - 1) for each in (new, missing) for count in each.values())
    pairs = sum(each.total() * (each.total() - 1) for each in (new, missing))
    return new.total() * missing.total() * among / pairs if pairs else 0.0
