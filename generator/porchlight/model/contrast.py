# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How far words stand apart from the color behind them, as the Web Content Accessibility Guidelines count it."""

from __future__ import annotations

WHITE, DARK = "#ffffff", "#10181b"
"""What words over a color are set in."""

TEXT = 7.0
"""The least contrast of words that people read: level AAA."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colors, "#" and six hexadecimal digits each: from 1 (the same) to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ink_on(color: str) -> str:
    """The one of both inks that stands out more from the color."""
    return max((WHITE, DARK), key=lambda ink: contrast(ink, color))


def readable(color: str) -> str:
    """The nearest shade, towards black below white words and towards white below dark ones, that words stand on."""
    goal = 0 if ink_on(color) == WHITE else 255
    shades = (_towards(color, goal, step / 100) for step in range(101))
    return next(shade for shade in shades if contrast(ink_on(color), shade) >= TEXT)


def _towards(color: str, goal: int, share: float) -> str:
    return "#" + "".join(f"{round(channel + (goal - channel) * share):02x}" for channel in _channels(color))


def _luminance(color: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else float(((channel + 0.055) / 1.055) ** 2.4)


def _channels(color: str) -> tuple[int, int, int]:
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue
