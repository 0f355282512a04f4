# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Puts the theme and the starter hub into the wheel, so that `porchlight new` works from a wheel alone.

In a checkout (an editable install) they are read where they stand, and nothing is copied.
"""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TRAVELS = {
    "CHANGELOG.md": "porchlight/CHANGELOG.md",
    ".github/workflows": "porchlight/starter/.github/workflows",
    ".gitlab-ci.yml": "porchlight/starter/.gitlab-ci.yml",
    "theme": "porchlight/theme",
    "starter": "porchlight/starter",
    "data/datapackage.yaml": "porchlight/starter/data/datapackage.yaml",
    "data/form_services.yaml": "porchlight/starter/data/form_services.yaml",
    "data/polls": "porchlight/starter/data/polls",
    "data/schemas": "porchlight/starter/data/schemas",
    "data/search.yaml": "porchlight/starter/data/search.yaml",
    "data/vocabularies.yaml": "porchlight/starter/data/vocabularies.yaml",
}
"""Where it stands in the checkout, and where it stands in the wheel."""


class WheelData(BuildHookInterface[Any]):
    """Hatchling's hook: asked once before each wheel is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the files that travel; a missing one stops the build."""
        if version != "editable":
            build_data["force_include"].update(TRAVELS)
