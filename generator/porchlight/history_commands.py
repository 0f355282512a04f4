# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The command that tells what changed in the records of a hub."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from porchlight.command_line import FINE, CannotDo, hub_folder
from porchlight.reading.saying import seen

if TYPE_CHECKING:
    from porchlight.views.edition import Edition

USUAL = 50


def add_history_commands(commands: Any, hub: argparse.ArgumentParser) -> None:
    """Add them to the program's commands; `hub` holds what every command of a hub takes."""
    history = commands.add_parser("history", parents=[hub], help="tell which records changed, newest first, from git")
    history.add_argument("--format", choices=("text", "json", "atom"), default="text", help="for people or tools")
    history.add_argument("--limit", type=int, default=USUAL, metavar="COUNT", help=f"how many changes ({USUAL})")
    history.set_defaults(run=_history)


def _history(chosen: argparse.Namespace) -> int:
    from porchlight.views.atom import atom
    from porchlight.views.history import history_feed, sentences_of

    edition = _edition(hub_folder(chosen.root))
    changes = sentences_of(edition, max(1, chosen.limit))
    if not changes:
        raise CannotDo("git knows of no change in this hub's records. Is its folder in git, with a first commit?")
    if chosen.format == "atom":
        sys.stdout.buffer.write(atom(history_feed(edition, max(1, chosen.limit))))
    elif chosen.format == "json":
        lines = [
            {"at": each.at.isoformat(), "page": each.there, "name": each.name, "words": each.words} for each in changes
        ]
        print(json.dumps(lines, ensure_ascii=False, indent=2))
    else:
        print(
            "\n".join(
                f"{each.at.date()}  {each.there.rstrip('/')}  {seen(each.name)}: {each.words}" for each in changes
            )
        )
    return FINE


def _edition(root: Path) -> Edition:
    """The hub in its first language, as it is shown today, with what git knows of it."""
    from porchlight.reading.history import read_history
    from porchlight.reading.hub import read_hub
    from porchlight.site.theme import catalog, theme_folder
    from porchlight.views.edition import Assets, Edition

    today = date.today()
    hub = read_hub(root).hub.shown_on(today)
    language = hub.settings.languages[0]
    hub = replace(hub, history=read_history(root, hub.package, today))
    return Edition(hub, language, catalog(theme_folder(root), language), Assets("", "", ""))
