# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Typst: a template of ours and its data → a tagged PDF. Texts reach it as data, never as markup."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

Paper = Literal["letter", "a4"]
SIZES_OF_PAPER: Mapping[Paper, str] = {"letter": "us-letter", "a4": "a4"}
"""What Typst calls each kind of paper."""

_HERE = Path(__file__).parent
_UNPRINTABLE = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)


class CannotPrint(Exception):
    """A text holds signs that the program's fonts don't have, such as an emoji; they are its message."""


def typeset(template: str, inputs: Mapping[str, str]) -> bytes:
    """The PDF/UA-1 of a template that lies beside this file, the same bytes for the same input; raises CannotPrint."""
    import typst

    try:
        pdf: bytes = typst.compile(str(_HERE / template), format="pdf", pdf_standards="ua-1", **_input(inputs))
    except typst.TypstError as fault:
        if unprintable := _UNPRINTABLE.search(str(fault)):
            raise CannotPrint(unprintable[1]) from None
        raise
    return pdf


def queried(template: str, inputs: Mapping[str, str], label: str) -> str:
    """What the template tells of itself under the label, as JSON."""
    import typst

    path = str(_HERE / template)
    told: str = typst.query(path, label, field="value", one=True, **_input(inputs))
    return told


def _input(inputs: Mapping[str, str]) -> dict[str, Any]:
    return {
        "root": str(_HERE),
        "font_paths": [str(_HERE / "fonts")],
        "ignore_system_fonts": True,
        "sys_inputs": dict(inputs),
    }
