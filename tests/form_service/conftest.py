# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.form_service.support import Service, own_service


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """A calm service with an empty store: no limit is ever reached."""
    with own_service(tmp_path) as running:
        yield running
