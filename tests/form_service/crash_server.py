# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The form service as a process of its own, for a test that kills it: takes where the store is, prints its port."""

from __future__ import annotations

import sys

from porchlight.form_service.app import create_app
from porchlight.form_service.opening import open_store
from porchlight.form_service.serving import server_for
from tests.form_service.support import CALM, listening_socket
from tests.polls.support import needs

with open_store(sys.argv[1]) as store, listening_socket() as listening:
    print(listening.getsockname()[1], flush=True)
    server_for(create_app(lambda: [needs()], store, settings=CALM), "127.0.0.1", 0).run(sockets=[listening])
