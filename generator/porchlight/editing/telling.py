# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Proposals told to the person who goes through them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from porchlight.editing.inbox import Proposal
from porchlight.reading.saying import seen


def told(proposals: Sequence[Proposal], branch: str, free: str) -> str:
    """Every proposal, then what to do next. Nothing that a stranger wrote can steer a terminal.

    `branch` is the one that they are on, "" for none, and then `free` is the name for one.
    """
    if not proposals:
        return "Nobody has told of anything yet."
    ready = sum(1 for proposal in proposals if proposal.change)
    rest = len(proposals) - ready
    sums = f"Ready to look over: {ready}. For a person to find out: {rest}."
    return "\n\n".join([*map(_one, proposals), "\n".join([sums, *_next(ready, branch, free)])])


def _one(proposal: Proposal) -> str:
    return "\n".join([f"{proposal.report.day}  {seen(proposal.title)}", *(f"    {line}" for line in _lines(proposal))])


def _lines(proposal: Proposal) -> Iterator[str]:
    report = proposal.report
    if report.words:
        yield from (f"They wrote: {seen(line)}" for line in report.words.splitlines() if line.strip())
    if proposal.change:
        yield from proposal.change.lines.splitlines()
    else:
        yield from ([f"It should say: {seen(' '.join(report.value.split()))}"] if report.value.strip() else [])
        yield seen(proposal.why)


def _next(ready: int, branch: str, free: str) -> Iterator[str]:
    if not ready:
        return
    if branch:
        yield f"They are on the branch {branch}, one commit each. Look them over: git log -p HEAD..{branch}"
        yield f"Then send it in for review: git push origin {branch}"
    else:
        yield f"Put them on a branch: porchlight inbox --branch {free}"
