# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a comment and an issue can hold."""

from __future__ import annotations

import pytest

from porchlight.exchange.host_text import fitting


@pytest.mark.parametrize(("room", "count"), [(-1, 0), (4, 0), (5, 1), (9, 1), (10, 2), (99, 2)])
def test_only_whole_parts_fit_with_an_empty_line_before_each(room: int, count: int) -> None:
    assert fitting(["abc", "def"], room) == count
