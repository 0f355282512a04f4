# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Proposals tried out beside the folder that a person works in, and put on a branch of git, one commit each."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import chain, count
from pathlib import Path

from porchlight.checking.run import check_hub
from porchlight.editing.changing import WouldBreak, write
from porchlight.editing.git import GitCannot, git
from porchlight.editing.inbox import Proposal, ReportsTogether, proposal_of
from porchlight.model.report import Report
from porchlight.putting import LeadsOut

USUAL = "told-by-readers"
"""What the first branch is called, unless someone wants another name."""

_NAME = re.compile(r"(?!refs/)[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*", re.ASCII)


def tried(root: Path, reports: Sequence[Report]) -> list[Proposal]:
    """The proposals as a branch would hold them: each on top of those before it, judged by the check."""
    with tempfile.TemporaryDirectory() as folder:
        hub = Path(folder)
        for name in ("data", "content"):
            if (root / name).is_dir():
                shutil.copytree(root / name, hub / name, symlinks=True)
        return list(_written(hub, ReportsTogether.by(root, reports)))


def branch_of(root: Path, reports: Sequence[Report], name: str) -> list[Proposal]:
    """Make the branch and give the proposals: those that are in it keep their change, the others say why they are not.

    Each is put on top of those before it, so that two for one record don't undo each other. Raises GitCannot, and then
    there is no branch.
    """
    if not _NAME.fullmatch(name):
        raise GitCannot(f"“{name}” is no name for a branch. Write letters, digits and hyphens, like {USUAL}.")
    if (free := free_name(root, name)) != name:
        raise GitCannot(
            f"A branch is called {name} already, so nothing was put on it. Write a new name: --branch {free}"
        )
    with _beside(root, name) as (tree, hub):
        done = [_committed(tree, hub, proposal) for proposal in _written(hub, ReportsTogether.by(root, reports))]
    if not any(proposal.change for proposal in done):
        git(root, "branch", "-D", "--", name)
    return done


def free_name(root: Path, wanted: str) -> str:
    """The name, with the day and a number behind it where branches are called so already; raises GitCannot."""
    taken = set(git(root, "for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads").split())
    dated = f"{wanted}-{date.today()}"
    names = chain((wanted, dated), (f"{dated}-{n}" for n in count(2)))
    return next(name for name in names if name not in taken)


def _written(hub: Path, told: ReportsTogether) -> Iterator[Proposal]:
    """Each proposal with its change in the files, as those before it left them, or with why it is not there.

    The check that let one in is what the next one is measured by.
    """
    now, known = check_hub(hub, date.today()).hub, None
    for report in told.reports:
        proposal = proposal_of(hub, now, told, report)
        try:
            known = write(hub, [proposal.change] if proposal.change else [], known)
            now = known.hub if known else now
        except LeadsOut as problem:
            proposal = replace(proposal, change=None, why=str(problem))
        except WouldBreak as would:
            why = f"The check would refuse it. {would.problems[0].sentence()}"
            proposal = replace(proposal, change=None, why=why)
        yield proposal


def _committed(tree: Path, hub: Path, proposal: Proposal) -> Proposal:
    if not proposal.change:
        return proposal
    git(tree, "add", "--", str(hub / proposal.change.file))
    body = f"Told by a reader on {proposal.report.day}. Nobody has looked at it yet."
    git(tree, "commit", "--quiet", "--no-verify", "-m", proposal.title, "-m", body)
    return proposal


@contextmanager
def _beside(root: Path, name: str) -> Iterator[tuple[Path, Path]]:
    """A second checkout on a new branch, and the hub's folder in it; it goes when all is done."""
    top = Path(git(root, "rev-parse", "--show-toplevel").strip()).resolve()
    _known(root)
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "hub"
        git(root, "worktree", "add", "--quiet", "-b", name, str(tree), "HEAD")
        try:
            yield tree, tree / root.resolve().relative_to(top)
        except BaseException:
            git(root, "worktree", "remove", "--force", str(tree))
            git(root, "branch", "-D", "--", name)
            raise
        git(root, "worktree", "remove", "--force", str(tree))


def _known(root: Path) -> None:
    """Git must know in whose name to write; it would say so only when the first commit is due."""
    try:
        git(root, "var", "GIT_COMMITTER_IDENT")
    except GitCannot:
        raise GitCannot(
            "Git does not know you yet. Write, with your own name and address:\n"
            '    git config user.name "Your name"\n    git config user.email "you@example.org"'
        ) from None
