# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The papers that a site offers to print."""

from __future__ import annotations

import logging

from porchlight.model import paths
from porchlight.model.hub import Hub
from porchlight.paper.ballot import Wanted, ballot
from porchlight.paper.typesetting import CannotPrint
from porchlight.polls.keying import can_be_keyed

log = logging.getLogger("porchlight")


def ballot_files(hub: Hub) -> dict[str, bytes]:
    """Each poll's ballots in every language of the hub, in usual and in large print, by path below the first page.

    A poll that can't be printed or keyed in has none; its page then offers to print itself.
    """
    files: dict[str, bytes] = {}
    for poll in filter(can_be_keyed, hub.questionnaires):
        for wanted in (Wanted(language, large) for language in hub.settings.languages for large in (False, True)):
            try:
                files[paths.ballot_file(poll.id, wanted.language, wanted.large)] = ballot(hub.settings, poll, wanted)
            except CannotPrint as signs:
                log.warning("“%s” has no paper in “%s”: the fonts lack “%s”.", poll.id, wanted.language, signs)
    return files
