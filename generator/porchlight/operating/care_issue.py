# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The care queue as one issue where the hub's files are kept: opened once, then written anew in place."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from porchlight.exchange.care_list import MARKER, CareList, care_list
from porchlight.reading.saying import seen

LABEL = "porchlight-care"
"""By it the issue is found again. Only people who may change the hub can set it, so no stranger's is ours."""

_SECONDS = 60


class NoHost(Exception):
    """The host's own program, gh, is not there or could not do it; the message says what it said."""


def tell_in_issue(root: Path, found: CareList) -> str:
    """Bring the hub's one open care issue to the list; opens one only where something is due. Says what was done."""
    body, open_now = care_list(found, "markdown"), _open_issues(root)
    if open_now:
        number, before = min(open_now.items())
        if before.strip() == body.strip():
            return f"Issue {number} says it already."
        _gh(root, "issue", "edit", str(number), "--body-file", "-", given=body)
        return f"Issue {number} is up to date."
    if not found.total:
        return "Nothing is due, so there is no issue to open."
    _gh(root, "label", "create", LABEL, "--force", "--description", "What to check next: written anew each week")
    title = found.edition.t("care.title")
    return f"Opened {_gh(root, 'issue', 'create', '--title', title, '--label', LABEL, '--body-file', '-', given=body)}"


def _open_issues(root: Path) -> dict[int, str]:
    """The text of each open issue that is ours, by number: there should be one at most."""
    told = _gh(root, "issue", "list", "--state", "open", "--label", LABEL, "--limit", "100", "--json", "number,body")
    return {issue["number"]: issue["body"] for issue in json.loads(told) if issue["body"].startswith(MARKER)}


def _gh(root: Path, *arguments: str, given: str = "") -> str:
    """What gh prints; the one place that calls it. Texts of records go in by its input, never as an argument."""
    try:
        done = subprocess.run(
            ["gh", *arguments], cwd=root, input=given, capture_output=True, text=True, timeout=_SECONDS, check=True
        )
    except FileNotFoundError:
        raise NoHost(
            "This needs GitHub's own program, gh. Install it, or run: porchlight care --format markdown"
        ) from None
    except subprocess.CalledProcessError as fault:
        raise NoHost(f"gh could not do it. It said: {seen(fault.stderr.strip())}") from None
    except subprocess.TimeoutExpired:
        raise NoHost(f"gh did not answer within {_SECONDS} seconds. Try again later.") from None
    return done.stdout.strip()
