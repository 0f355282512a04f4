# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The interface's words in one language, by key: the one place that a template or a view takes a word from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


class MissingWord(KeyError):
    """A key that the catalog of a language does not hold: a fault of ours, never of the data."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """The words of one language. Call it with a key: `t("list.count", n=3)`.

    Placeholders are named, as in "{n} places"; with `n`, the key ending in `.one` or `.other` is taken.
    """

    language: str
    words: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The words for a key, filled in; MissingWord where there is none or a placeholder is left empty."""
        if "n" in values and key not in self.words:
            key = f"{key}.one" if values["n"] == 1 else f"{key}.other"
        try:
            return self.words[key].format(**values)
        except KeyError as missing:
            raise MissingWord(f"{self.language}: {key} ({missing})") from missing

    def has(self, key: str) -> bool:
        """True where the catalog holds the key."""
        return key in self.words
