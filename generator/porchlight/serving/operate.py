# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight operate`: the operator's pages, for this machine only."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from porchlight.build import sound_hub
from porchlight.form_service.opening import open_store
from porchlight.form_service.operator.app import operator_app
from porchlight.form_service.operator.desk import Tools
from porchlight.form_service.operator.door import Door
from porchlight.form_service.serving import server_for
from porchlight.form_service.store import SqlStore
from porchlight.model.questionnaire import Questionnaire
from porchlight.operating.forgetting import forget_what_is_over
from porchlight.operating.polls import read_all_polls
from porchlight.problems import HubHasProblems
from porchlight.serving.server import HOST, listen


def operate(root: Path, store: str, port: int, tools: Callable[[SqlStore], Tools], say: Callable[[str], None]) -> None:
    """Show the pages until told to stop. Raises HubHasProblems where the hub can't be read, NoPort, DriverMissing."""
    polls = _Asked(root, sound_hub(root).questionnaires)
    door = Door(time.monotonic)
    with open_store(store) as kept, listen(port) as listening:
        forget_what_is_over(root, kept, date.today())
        server = server_for(operator_app(polls.now, kept, door, tools(kept)), HOST, port)
        say(f"Open http://{HOST}:{listening.getsockname()[1]}/ and paste this token:\n\n    {door.token}\n")
        say("It is good until you press Ctrl-C. Give it to nobody.")
        with suppress(KeyboardInterrupt):  # uvicorn hands Ctrl-C on once all has ended
            server.run(sockets=[listening])
    say("Ended.")


@dataclass(slots=True)
class _Asked:
    """The polls as they stand in the files; as they stood last where there is something to mend."""

    root: Path
    last: tuple[Questionnaire, ...]

    def now(self) -> tuple[Questionnaire, ...]:
        with suppress(HubHasProblems):
            self.last = read_all_polls(self.root).asked
        return self.last
