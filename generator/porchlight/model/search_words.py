# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people type into the search, and what helps whoever types it (`data/search.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from porchlight.problems import Place


@dataclass(frozen=True, slots=True)
class TypedWords:
    """Words that mean one thing. `typed` lists them per language; all are heard on the pages of every language.

    `first` are the keys of the records to show first, in order, each with the place where it is named. `means` are, per
    language, the words of the index to search by besides.
    """

    typed: Mapping[str, tuple[str, ...]]
    first: Mapping[str, Place] = field(default_factory=dict)
    means: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SearchWords:
    """A hub's words for the search: those of danger stand above all results.

    `own` is False where they came with the program: those may name records that a hub does not have.
    """

    danger: tuple[TypedWords, ...] = ()
    words: tuple[TypedWords, ...] = ()
    own: bool = False
