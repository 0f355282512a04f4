# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a person may be sent after a post: never to a place that whoever wrote the link made up."""

from __future__ import annotations

import re
from collections.abc import Collection

# Printable ASCII without the backslash: browsers drop tabs and line ends from addresses and read “\” as “/”.
_PLAIN = re.compile(r"[!-\[\]-~]{1,500}")


def is_safe(address: str, origins: Collection[str]) -> bool:
    """True for a path on the same host, and for an address on one of the origins."""
    if not _PLAIN.fullmatch(address):
        return False
    if address.startswith("/"):
        return not address.startswith("//")
    # What starts with a dot can be nothing but a path: no scheme does.
    return address.startswith(".") or any(address.startswith(f"{origin}/") for origin in origins)
