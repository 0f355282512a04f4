# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What tests of importing and exporting share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.hubs import small_hub


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """A small hub of its own for the test."""
    return small_hub(tmp_path / "hub")
