# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The form service as processes of their own, for a test that kills them.

Each line that comes in says where a store is; a copy of this process then serves on it, and prints its number and port.
What a service needs is read in once, so that to begin one takes no time.
"""

from __future__ import annotations

import os
import signal
import sys

from porchlight.form_service.app import create_app
from porchlight.form_service.opening import open_store
from porchlight.form_service.serving import server_for
from tests.form_service.support import CALM, listening_socket
from tests.polls.support import needs

POLL = needs()


def serve(where: str) -> None:
    with open_store(where) as store, listening_socket() as listening:
        print(os.getpid(), listening.getsockname()[1], flush=True)
        server_for(create_app(lambda: [POLL], store, settings=CALM), "127.0.0.1", 0).run(sockets=[listening])


signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how they ended
for line in iter(sys.stdin.readline, ""):
    if os.fork() == 0:
        serve(line.strip())
        os._exit(0)
