# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where `sh tools/editors.sh .venv` puts the programs by which people edit YAML."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

TOOLS = Path(sys.prefix) / "editors"


def need_editors() -> None:
    """Leave the test out where there is no npm to fetch the editors with; fail where they were only forgotten."""
    if TOOLS.is_dir():
        return
    if shutil.which("npm") is None:
        pytest.skip("no npm here, so no editors to test with")
    pytest.fail("The editors are not here. Run: sh tools/editors.sh .venv", pytrace=False)
