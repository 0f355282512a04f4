# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words of names that mean little, are written short, or tell kindred things apart."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _map(text: str) -> dict[str, str]:
    return {short: long for short, _, long in (pair.partition("=") for pair in text.split())}


SMALL = _set(
    """
    a an and at by corp corporation de del for in inc incorporated llc ltd of on the to y
    """
)
"""Words that are left out."""

WRITTEN_OUT = _map(
    """
    adm=administration admin=administration assn=association assoc=association bldg=building centre=center
    cntr=center comm=community co=county cnty=county ctr=center dept=department dev=development dist=district
    div=division edu=education ed=education ft=fort govt=government hosp=hospital inst=institute
    intl=international med=medical mgmt=management mt=mount natl=national org=organization prog=program
    rehab=rehabilitation schl=school srvcs=service srv=service st=saint ste=saint svc=service svcs=service
    tech=technical univ=university vets=veteran i=1 ii=2 iii=3 iv=4 1st=first 2nd=second 3rd=third
    """
)
"""Short forms and numbers, as they are compared."""

ORDINARY = _set(
    """
    administration agency area association behavioral board branch bureau center chapter clinic coalition college
    community council counseling county department development district division education employment family
    foundation group health help home hospital house housing institute library living medical mental ministry
    national network office organization outpatient program project public re-entry recovery reentry
    rehabilitation residential resource school service shelter sober social society state support training
    transitional treatment university
    """
)
"""Words that many names hold, so that they tell little."""

NO_PART = _set("center home house living md pc recovery residence shelter sober transitional")
"""What may stand behind a comma without being a part: “Example House, recovery home”."""

APART = tuple(
    map(
        _set,
        (
            "man men male boy father dad",
            "woman women female girl mother mom",
            "north",
            "south",
            "east",
            "west",
            "northeast",
            "northwest",
            "southeast",
            "southwest",
            "youth",
            "adult",
            "senior",
            "adolescent",
            "child",
            "children",
            "teen",
        ),
    )
)
"""Words of which only one kind can be in the name of one thing: a house for men is not the house for women."""
