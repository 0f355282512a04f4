# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Typst: a template of ours and its data → a tagged PDF or a picture. Texts reach it as data, never as markup."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

Paper = Literal["letter", "a4"]
SIZES_OF_PAPER: Mapping[Paper, str] = {"letter": "us-letter", "a4": "a4"}
"""What Typst calls each kind of paper."""

_HERE = Path(__file__).parent
_UNPRINTABLE = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)

_RARE = re.compile(r"[^\u0000-\u024f\u2010-\u2060]")
"""What fonts for English and Spanish seldom have: where one sign is lacking, all of these stand as “?” at once."""

_ROUNDS = 10


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


def pictured(template: str, inputs: Mapping[str, str], kind: Literal["svg", "png"]) -> bytes:
    """The first page of a template as a picture, a point to a pixel; the same bytes for the same input.

    Call `typeset` first: a picture does not tell which signs the fonts lack.
    """
    import typst

    pages = typst.compile(str(_HERE / template), format=kind, ppi=72.0, **_input(inputs))
    first: bytes = pages[0] if isinstance(pages, list) else pages
    return first


def typeset_anyway(template: str, name: str, data: Any) -> tuple[bytes, frozenset[str]]:
    """The PDF of data given by that name, with “?” for each sign that the fonts lack; and these signs.

    Raises CannotPrint where there is no end of them.
    """
    lacking: frozenset[str] = frozenset()
    for _ in range(_ROUNDS):
        try:
            return typeset(template, {name: json.dumps(_replaced(data, lacking), ensure_ascii=False)}), lacking
        except CannotPrint as signs:
            lacking |= set(str(signs)) | set(_RARE.findall(json.dumps(data, ensure_ascii=False)))
            last = signs
    raise last


def holds_any(data: Any, signs: frozenset[str]) -> bool:
    """True where one of the signs is in a text of the data."""
    return not signs.isdisjoint(json.dumps(data, ensure_ascii=False))


def _replaced(data: Any, lacking: frozenset[str]) -> Any:
    if isinstance(data, str):
        return "".join("?" if sign in lacking else sign for sign in data)
    if isinstance(data, Mapping):
        return {name: _replaced(each, lacking) for name, each in data.items()}
    return [_replaced(each, lacking) for each in data] if isinstance(data, list | tuple) else data


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
