# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which files may hold what a touched one holds, told by their bytes: only those few are read to compare them.

Two records that look alike share words of their names or the initials, and often a number, an address or a host. What
few files of this hub hold weighs most, so the nearest come first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from math import log

from porchlight.checking.glance import Glance

AT_MOST = 40
"""Files to read for each record that was touched; in a block of the whole check there are no more."""


def twins_of(known: Collection[Glance], touched: Collection[Glance]) -> Iterator[Glance]:
    """The files of the same resources that share most with those touched, some perhaps more than once."""
    resources = {glance.resource for glance in touched}
    holding: defaultdict[bytes, list[Glance]] = defaultdict(list)
    for glance in known:
        if glance.resource in resources:
            for sign in glance.signs:
                holding[sign].append(glance)
    for own in touched:
        shared: defaultdict[Glance, float] = defaultdict(float)
        for sign in own.signs:
            for glance in holding[sign]:
                if glance.resource == own.resource and glance.file != own.file:
                    shared[glance] += log(1 + len(known) / len(holding[sign]))
        yield from sorted(shared, key=lambda glance: -shared[glance])[: AT_MOST * len(own.ids)]
