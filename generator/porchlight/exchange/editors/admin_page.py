# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page at /admin/ itself, and the few lines of script that run on it before the editor."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

SCRIPT = "sveltia-cms.js"
ICONS = "icons.woff2"
"""The editor's icons are letters of a font that it would else fetch; without it, its buttons show words."""
BEFORE = "page.js"
BEFORE_TEXT = Path(__file__).with_suffix(".js").read_text("utf-8")


def admin_page(title: str, asks: Iterable[str]) -> str:
    """The page that loads the editor, with a policy of its own: it may ask the hosts given and nobody else."""
    rules = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "font-src": "'self'",
        "img-src": "'self' blob: data:",
        "connect-src": " ".join(("'self'", "blob:", "data:", *asks)),
        "form-action": "'none'",
        "base-uri": "'none'",
    }
    policy = "; ".join(f"{name} {value}" for name, value in rules.items())
    return f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{escape(title)}</title>
<link rel="cms-config-url" type="application/yaml" href="config.yml">
<style>
@font-face {{ font-family: 'Material Symbols Outlined'; font-weight: 400; src: url({ICONS}); }}
[data-form="there"] section[data-key-path="id"] {{ display: none; }}
</style>
</head>
<body>
<noscript>These forms need JavaScript. A record is a text file: you can also edit it as such.</noscript>
<script src="{BEFORE}"></script>
<script src="{SCRIPT}"></script>
</body>
</html>
"""
