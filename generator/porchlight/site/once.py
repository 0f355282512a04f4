# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What many pages print alike, rendered once an environment: the filter `once` of templates."""

from __future__ import annotations

from typing import Any

from jinja2.runtime import Macro


class Once:
    """Keeps what macros print: `{{ told | once(lines=card.lines, site=site) }}`."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], tuple[Macro, dict[str, Any], str]] = {}

    def __call__(self, macro: Macro, **args: Any) -> str:
        """What the macro prints for the very same arguments, which it alone may read and nobody may change.

        They are compared by identity, never as equal (`Markup("<b>")` equals `"<b>"`), and held, so that none leaves
        its identity to another.
        """
        key = (id(macro), *args, *map(id, args.values()))
        if key not in self._made:
            self._made[key] = macro, args, macro(**args)
        return self._made[key][2]
