# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Answers whose time is over are deleted whenever somebody handles answers, also where no form service runs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from porchlight.form_service.retention import Purging, enforce
from porchlight.operating.polls import read_all_polls
from porchlight.polls.privacy import Keeping
from porchlight.reading.settings import read_settings


def forget_what_is_over(root: Path, store: Purging, today: date) -> int:
    """Delete what the hub's settings no longer allow to be kept; says how many answers that were."""
    settings, _ = read_settings(root)
    return enforce(store, read_all_polls(root).asked, Keeping(settings.keep_months), today)
