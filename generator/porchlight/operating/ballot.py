# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight ballot`: one poll as a sheet to print."""

from __future__ import annotations

from pathlib import Path

from porchlight.model.hub import Hub
from porchlight.model.questionnaire import Questionnaire
from porchlight.paper.ballot import Wanted, ballot
from porchlight.paper.typesetting import CannotPrint
from porchlight.polls.keying import MOST_OPTIONS, can_be_keyed
from porchlight.putting import put_named
from porchlight.reading.saying import did_you_mean, listed, shown


class NoBallot(Exception):
    """There is nothing to print; the message says what to do."""


def write_ballot(root: Path, hub: Hub, poll: str, wanted: Wanted, output: Path | None) -> Path:
    """Write the PDF and say where it is: in this folder, named for the poll, unless `output` names another file.

    Raises NoBallot and LeadsOut.
    """
    questionnaire = _asked(hub, poll)
    if wanted.language not in (spoken := dict.fromkeys((*hub.settings.languages, *questionnaire.languages))):
        raise NoBallot(f"“{poll}” is not asked in “{shown(wanted.language)}”. Take {listed(spoken)}.")
    try:
        pdf = ballot(hub.settings, questionnaire, wanted)
    except CannotPrint as signs:
        raise NoBallot(f"The fonts for paper do not have “{shown(str(signs))}”. Write the poll without it.") from None
    target = output or Path(f"{poll}-{wanted.language}{'-large' if wanted.large else ''}.pdf")
    put_named(root, target, pdf)
    return target


def _asked(hub: Hub, poll: str) -> Questionnaire:
    ids = [each.id for each in hub.questionnaires]
    found = next((each for each in hub.questionnaires if each.id == poll), None)
    if found is None:
        hint = did_you_mean(poll, ids) or (f"There is {listed(ids, 'and')}." if ids else "This hub has no poll.")
        raise NoBallot(f"No poll is called “{shown(poll)}”. {hint}")
    if not can_be_keyed(found):
        raise NoBallot(f"“{poll}” has more than {MOST_OPTIONS} options. On paper each needs a digit of its own.")
    return found
