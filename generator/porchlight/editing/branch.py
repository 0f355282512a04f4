# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Proposals as a branch of git, one commit each, made beside the folder that a person works in."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from porchlight.editing.changing import WouldBreak, write
from porchlight.editing.inbox import Proposal, proposals
from porchlight.model.report import Report


class NoBranch(Exception):
    """The branch can't be made; the message says why."""


def branch_of(root: Path, reports: Sequence[Report], name: str) -> list[Proposal]:
    """Make the branch and give the proposals: those that are in it keep their change, the others say why they are not.

    Each is put on top of those before it, so that two for one record don't undo each other. Raises NoBranch.
    """
    done: list[Proposal] = []
    with _beside(root, name) as (tree, hub):
        for report in reports:
            (proposal,) = proposals(hub, [report])
            done.append(_committed(tree, hub, proposal))
    if not any(proposal.change for proposal in done):
        _git(root, "branch", "-D", "--", name)
    return done


def _committed(tree: Path, hub: Path, proposal: Proposal) -> Proposal:
    if not proposal.change:
        return proposal
    if proposal.change.before == proposal.change.after:
        return replace(proposal, change=None, why="The record says so already.")
    try:
        write(hub, [proposal.change])
    except WouldBreak as would:
        return replace(proposal, change=None, why=f"The check would refuse it. {would.problems[0].sentence()}")
    _git(tree, "add", "--", str(hub / proposal.change.file))
    body = f"Told by a reader on {proposal.report.day}. Nobody has looked at it yet."
    _git(tree, "commit", "--quiet", "--no-verify", "-m", _subject(proposal), "-m", body)
    return proposal


def _subject(proposal: Proposal) -> str:
    title = " ".join(proposal.title.split())
    return title if len(title) <= 72 else f"{title[:71]}…"  # as long as most pages show


@contextmanager
def _beside(root: Path, name: str) -> Iterator[tuple[Path, Path]]:
    """A second checkout on a new branch, and the hub's folder in it; it goes when all is done."""
    top = Path(_git(root, "rev-parse", "--show-toplevel").strip()).resolve()
    _git(root, "check-ref-format", "--branch", name)
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "hub"
        _git(root, "worktree", "add", "--quiet", "-b", name, str(tree), "HEAD")
        try:
            yield tree, tree / root.resolve().relative_to(top)
        finally:
            _git(root, "worktree", "remove", "--force", str(tree))


def _git(folder: Path, *words: str) -> str:
    """What git prints. A hook of the folder is not run: what it would read is a stranger's."""
    quiet = os.environ | {"GIT_TERMINAL_PROMPT": "0"}
    command = ["git", "-C", str(folder), "-c", "core.hooksPath=/dev/null", *words]
    try:
        done = subprocess.run(command, capture_output=True, text=True, env=quiet, check=True)
    except FileNotFoundError:
        raise NoBranch("This needs git, which is not installed.") from None
    except subprocess.CalledProcessError as fault:
        raise NoBranch(
            f"Git could not do it: {fault.stderr.strip().splitlines()[-1] if fault.stderr else words[0]}"
        ) from None
    return done.stdout
