# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A day as people write it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

_ENGLISH = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SPANISH = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)
_FORMS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "en": ("{month} {day}, {year}", _ENGLISH),
    "es": ("{day} de {month} de {year}", _SPANISH),
}


def day_in_words(day: date, language: str) -> str:
    """The day with its month's name, in English where we do not speak the language."""
    form, months = _FORMS.get(language, _FORMS["en"])
    return form.format(day=day.day, month=months[day.month - 1], year=day.year)
