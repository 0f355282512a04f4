# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reader with 200 MB a month pays for the look: bytes as they travel, gzipped."""

from __future__ import annotations

import gzip
import re

import pytest

from porchlight.model.contrast import contrast
from porchlight.site.assets import modules, stylesheet
from tests.theme.components import THEME

CSS_BYTES = 8_000
ALL_JS_BYTES = 35_000  # all that the site has; no page loads more than a third of it before a press
PAGE_JS_BYTES = 8_000
TEXT, LARGE, CONTROL = 7.0, 4.5, 3.0


def size(content: bytes) -> int:
    return len(gzip.compress(content, 9))


def test_the_stylesheet_is_small() -> None:
    travels = size(stylesheet(THEME).encode())
    print(f"stylesheet: {travels} bytes")
    assert travels <= CSS_BYTES


def test_the_scripts_are_small() -> None:
    """All of them, and the entry module with the two that the search page loads, which is the most of any page."""
    sizes = {name: size(content) for name, content in modules(THEME).items()}
    print(*(f"{name}: {travels} bytes" for name, travels in sizes.items()), sep="\n")
    assert sum(sizes.values()) <= ALL_JS_BYTES
    assert sizes["main.js"] + sizes["checked.js"] + max(sizes["search.js"], sizes["poll.js"]) <= PAGE_JS_BYTES


def test_no_phone_pays_for_what_scripts_say_of_themselves() -> None:
    """Comments at the start of a line go; the code itself is as it was written."""
    for name, content in modules(THEME).items():
        text = content.decode()
        assert not re.search(r"^ *(/\*\*|// SPDX)", text, re.MULTILINE), name
        (source,) = THEME.glob(f"**/{name}")
        assert re.findall(r"^.*\bfunction .*$", text, re.MULTILINE) == re.findall(
            r"^.*\bfunction .*$", source.read_text(encoding="utf-8"), re.MULTILINE
        )


def test_what_sorts_a_list_is_small() -> None:
    """The form on the page of a list, and what shows the bands on the first press."""
    sizes = {name: size(content) for name, content in modules(THEME).items()}
    assert sizes["finder.js"] <= 3_000
    assert sizes["main.js"] + sizes["checked.js"] + sizes["finder.js"] <= PAGE_JS_BYTES
    assert sizes["bands.js"] + sizes["card.js"] <= 4_300


def test_what_keeps_a_list_is_small() -> None:
    """The button on a record's page, the page of the list, and the square code that it draws on a press."""
    sizes = {name: size(content) for name, content in modules(THEME).items()}
    assert sizes["keep.js"] <= 1_150
    assert sizes["keep.js"] + sizes["kept.js"] <= 3_750
    assert sizes["qr.js"] <= 2_200


def test_what_marks_a_text_is_small() -> None:
    """The box on the words page, and the engine that it shares its data with."""
    sizes = {name: size(content) for name, content in modules(THEME).items()}
    assert sizes["words.js"] + sizes["word_finder.js"] <= 3_500
    assert sizes["main.js"] + sizes["words.js"] + sizes["word_finder.js"] <= PAGE_JS_BYTES


def test_no_script_writes_markup() -> None:
    """Text goes in as text, so that the site lives under Trusted Types."""
    written = b"\n".join(modules(THEME).values())
    assert not re.search(rb"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", written)


def test_no_physical_directions_in_the_stylesheet() -> None:
    css = re.sub(r"/\*.*?\*/", "", stylesheet(THEME), flags=re.DOTALL)
    physical = r"(?<![-\w])(?:margin|padding|border)-(?:left|right|top|bottom)|(?<![-\w])(?:left|right|width|height):"
    assert re.findall(physical, css) == []


def tokens() -> dict[str, dict[str, str]]:
    css = (THEME / "css" / "tokens.css").read_text(encoding="utf-8")
    light, dark = css.split("@media", 1)
    found = {
        name: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", part)) for name, part in (("light", light), ("dark", dark))
    }
    return {"light": found["light"], "dark": found["light"] | found["dark"]}


PAIRS = [
    *((text, ground, TEXT) for text in ("ink", "soft", "action") for ground in ("ground", "raised")),
    *((text, band, TEXT) for text in ("ink", "soft") for band in ("yes", "ask", "unknown")),
    ("on-action", "action", TEXT),
    ("on-night", "night", TEXT),
    *(("edge", ground, CONTROL) for ground in ("ground", "raised")),
]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colors_stand_apart(theme: str) -> None:
    colors = tokens()[theme]
    weak = [
        (a, b, round(contrast(colors[a], colors[b]), 2))
        for a, b, least in PAIRS
        if contrast(colors[a], colors[b]) < least
    ]
    assert weak == []
