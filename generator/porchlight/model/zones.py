# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Time zones of the United States: which people call by one name, and which state lies in a single one."""

from __future__ import annotations

from collections.abc import Mapping

_ALIKE = {
    "eastern": (
        *("America/New_York", "America/Detroit", "America/Indiana/Indianapolis", "America/Indiana/Marengo"),
        *("America/Indiana/Petersburg", "America/Indiana/Vevay", "America/Indiana/Vincennes"),
        *("America/Indiana/Winamac", "America/Kentucky/Louisville", "America/Kentucky/Monticello", "US/Eastern"),
    ),
    "central": (
        *("America/Chicago", "America/Menominee", "America/Indiana/Knox", "America/Indiana/Tell_City"),
        *("America/North_Dakota/Beulah", "America/North_Dakota/Center", "America/North_Dakota/New_Salem"),
        "US/Central",
    ),
    "mountain": ("America/Denver", "America/Boise", "US/Mountain"),
    "arizona": ("America/Phoenix", "US/Arizona"),
    "pacific": ("America/Los_Angeles", "US/Pacific"),
    "alaska": (
        *("America/Anchorage", "America/Juneau", "America/Metlakatla", "America/Nome", "America/Sitka"),
        *("America/Yakutat", "US/Alaska"),
    ),
    "hawaii": ("Pacific/Honolulu", "US/Hawaii"),
    "atlantic": ("America/Puerto_Rico", "America/St_Thomas"),
}

NAME_OF_ZONE: Mapping[str, str] = {zone: name for name, zones in _ALIKE.items() for zone in zones}
"""What people call a zone, as the end of a catalog's key: America/Detroit is `eastern`."""

_STATES = {
    "America/New_York": "CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV",
    "America/Chicago": "AL AR IA IL LA MN MO MS OK WI",
    "America/Denver": "CO MT NM UT WY",
    "America/Los_Angeles": "CA WA",
    "Pacific/Honolulu": "HI",
    "America/Puerto_Rico": "PR",
    "America/St_Thomas": "VI",
    "Pacific/Guam": "GU MP",
    "Pacific/Pago_Pago": "AS",
}

ZONE_OF_STATE: Mapping[str, str] = {f"US-{state}": zone for zone, states in _STATES.items() for state in states.split()}
"""The zone of every state and territory that lies in a single one, by its place code."""
