# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What many pages tell, made once an edition."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from porchlight.model.record import Record
from porchlight.views.edition import Edition

_Of = ParamSpec("_Of")
_Told = TypeVar("_Told")


def once_a_record(make: Callable[Concatenate[Edition, _Of], _Told]) -> Callable[Concatenate[Edition, _Of], _Told]:
    """`make`, asked once an edition for each record (its last argument), however many pages tell of it.

    What it makes may hang on the edition, the record and the schema of the record's resource only, and nobody may
    change it. A copy of a record that was changed is not the edition's: what it makes of that is not kept.
    """
    name = _name(make)

    @wraps(make)
    def told(edition: Edition, /, *args: _Of.args, **kwargs: _Of.kwargs) -> _Told:
        record = cast("Record", args[-1])
        key = record.key
        if edition.find_key(key) is not record:
            return make(edition, *args, **kwargs)
        made = edition.made.setdefault(name, {})
        if key not in made:
            made[key] = make(edition, *args, **kwargs)
        return cast("_Told", made[key])

    return told


def once_an_edition(make: Callable[[Edition], _Told]) -> Callable[[Edition], _Told]:
    """`make`, asked once for each edition, however many pages need it; nobody may change what it makes."""
    name = _name(make)

    @wraps(make)
    def told(edition: Edition, /) -> _Told:
        made = edition.made.setdefault(name, {})
        if "" not in made:
            made[""] = make(edition)
        return cast("_Told", made[""])

    return told


def _name(make: Callable[..., object]) -> str:
    """Words, not the function: an edition can be sent to another process with what it has made."""
    return f"{make.__module__}.{make.__qualname__}"
