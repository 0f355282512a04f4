# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether a schema's pattern can be used: one that could keep the check busy for hours can't."""

from __future__ import annotations

import re

LONGEST = 200
OPEN_ENDS = 5
_SAFE_GROUP = re.compile(r"\((?:\?:)?\\?[-/._:,@ ]\[(?:[A-Za-z0-9]-[A-Za-z0-9]|[A-Za-z0-9])+\]\+\)[*+]")
"""As in “(-[a-z0-9]+)*”: each round begins with a sign that can't stand inside it, so there is one way only."""

_PARTS = re.compile(r"\\.|\[\]?\^?\]?(?:\\.|[^\]\\])*\]|\{\d*,?\d*\}|.", re.DOTALL)
_MANY = re.compile(r"[*+]|\{\d*,?\d*\}")


def pattern_fault(pattern: str) -> str:
    """Why the pattern can't be used, as the end of a sentence; "" where it can."""
    if len(pattern) > LONGEST:
        return f"is longer than {LONGEST} characters"
    try:
        re.compile(pattern)
        re.compile(rf"(?:{pattern})\Z")  # as it is used
    except re.error as error:
        return f"can't be read: {error.msg}"
    except (OverflowError, RecursionError):
        return "can't be read: its numbers or brackets are too many"
    parts = _PARTS.findall(_SAFE_GROUP.sub("", pattern))
    return "repeats a group that repeats or chooses, which can take hours" if _is_slow(parts) else ""


def _is_slow(parts: list[str]) -> bool:
    """True where a repeated group holds a repetition or a choice, refers back, or too many repetitions are open."""
    open_ends = sum(part in ("*", "+") or part.endswith(",}") for part in parts)
    backwards = any(part[0] == "\\" and part[1:].isdigit() for part in parts) or "(?P=" in "".join(parts)
    great = any(len(number) > 3 for part in parts if part[0] == "{" for number in re.findall(r"\d+", part))
    return open_ends > OPEN_ENDS or backwards or great or _is_nested(parts)


def _is_nested(parts: list[str]) -> bool:
    depth = [False]
    """For each group that is open: whether something in it repeats or chooses."""
    for part, following in zip(parts, [*parts[1:], ""], strict=True):
        if part == "(":
            depth.append(False)
        elif part == ")" and len(depth) > 1:
            inner = depth.pop()
            if inner and _MANY.fullmatch(following):
                return True
            depth[-1] |= inner
        elif part == "|" or _MANY.fullmatch(part) or part == "?":
            depth[-1] = True
    return False
