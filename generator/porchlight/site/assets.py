# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One stylesheet and a few small modules, joined from the theme and named by what is in them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from porchlight.views.edition import Assets

LAYERS = ("tokens", "reset", "base", "layout", "components", "utilities", "print")
ASIDE = re.compile(r"^// SPDX-[^\n]*\n|^ */\*\*.*?\*/\n", re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE = re.compile(r"\s+")
AROUND = re.compile(r"\s*([{};,>])\s*")
DIGITS = 10


@dataclass(frozen=True, slots=True)
class Bundle:
    """The asset files by path below the site's root, and where those that pages name lie."""

    files: Mapping[str, bytes]
    assets: Assets


def bundle(theme: Path) -> Bundle:
    """Stylesheet, icon and modules in a folder named by their content, so that hosts may keep them for ever."""
    files = {"site.css": stylesheet(theme).encode(), "icon.svg": (theme / "icon.svg").read_bytes(), **modules(theme)}
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + files[name] + b"\0")
    folder = f"assets/{digest.hexdigest()[:DIGITS]}/"
    assets = Assets(f"{folder}site.css", f"{folder}main.js", f"{folder}icon.svg")
    return Bundle({folder + name: content for name, content in files.items()}, assets)


def stylesheet(theme: Path) -> str:
    """Every layer in its order; a component's rules lie beside its template."""
    parts = [f"@layer {','.join(LAYERS)};"]
    for layer in LAYERS:
        rules = "".join(squeezed(path.read_text(encoding="utf-8")) for path in _layer_files(theme, layer))
        parts.append(f"@layer {layer}{{{rules}}}")
    return "".join(parts)


def _layer_files(theme: Path, layer: str) -> list[Path]:
    if layer == "components":
        return sorted((theme / "templates" / "components").glob("*/*.css"))
    return [theme / "css" / f"{layer}.css"]


def squeezed(css: str) -> str:
    """The rules without comments and needless space."""
    return AROUND.sub(r"\1", SPACE.sub(" ", COMMENT.sub("", css))).replace(";}", "}").strip()


def modules(theme: Path) -> dict[str, bytes]:
    """The scripts by file name: the entry module and what it loads, without whose they are and what each part promises.

    A phone loads a dozen of them, and such lines are a quarter of the bytes: the repository tells them once.
    """
    paths = [*sorted((theme / "js").glob("*.js")), *sorted((theme / "templates" / "components").glob("*/*.js"))]
    return {path.name: ASIDE.sub("", path.read_text(encoding="utf-8")).lstrip().encode() for path in paths}
