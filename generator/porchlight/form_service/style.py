# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one stylesheet of the service's own pages, which the content security policy allows by its hash."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

_CSS = """
:root { color-scheme: light dark; --ground: #faf5ea; --ink: #1d2728; --action: #0a4d53; --on: #fffdf8; --edge: #857a66 }
@media (prefers-color-scheme: dark) {
  :root { --ground: #0f181b; --ink: #f4ecdd; --action: #8ed6cf; --on: #0f181b; --edge: #7e8c8c }
}
* { box-sizing: border-box }
html { font-size: 112.5%; text-size-adjust: 100%; -webkit-text-size-adjust: 100% }
body {
  max-width: 40rem; margin: 0 auto; padding: 0 min(1rem, 5vw) 3rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere
}
h1, h2 { font-family: Charter, Georgia, serif; line-height: 1.2 }
a { color: var(--action) }
summary { min-height: 44px; padding: 9px 0; cursor: pointer }
aside a, nav a { display: inline-block; min-height: 44px; padding: 9px 0; font-weight: 700 }
fieldset { min-width: 0; margin: 0 0 1rem; padding: .5rem; border: 1px solid var(--edge); border-radius: 10px }
legend { max-width: 100%; padding: 0 .25rem; font-weight: 700 }
fieldset p { margin: 0 }
fieldset label { display: flex; align-items: center; gap: .75rem; min-height: 44px; padding: .25rem }
[type=radio] { flex: none; width: 24px; height: 24px; margin: 0; accent-color: var(--action) }
input:not([type=radio]), select, textarea { max-width: 100%; min-height: 44px; font: inherit }
button {
  min-height: 52px; max-width: 100%; padding: .5rem 1.25rem; border: 0; border-radius: 8px; background: var(--action);
  color: var(--on); font: inherit; font-weight: 700
}
button[name] { min-height: 44px; padding: 0; background: none; color: var(--action); text-decoration: underline }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }
[role=alert] { padding: .75rem 1rem; border: 2px solid var(--ink); border-radius: 10px }
"""

STYLE = f"<style>{_CSS}</style>"
"""Stands in the head of each page."""

SOURCE = f"'sha256-{b64encode(sha256(_CSS.encode()).digest()).decode()}'"
"""What `style-src` names it by."""
