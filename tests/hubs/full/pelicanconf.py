# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pelican's settings for this hub: all of them come from Porchlight, so that `pelican` and `porchlight build` agree."""

from pathlib import Path

from porchlight.build import settings_for

globals().update(settings_for(Path(__file__).resolve().parent))
