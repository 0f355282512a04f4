# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands against joining some sites to one, in sentences that say what to mend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from porchlight.model.hub import ON_THE_SITE
from porchlight.operating.join_parts import Part
from porchlight.reading.saying import listed

_FOLDER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What `own_hub` may say of a place, too."""


def base_of(part: Part) -> str:
    """Where the site stands, with a slash at its end."""
    return part.about.address.rstrip("/") + "/"


def below(front: Part, part: Part) -> str:
    """The folder below the front in which the site stands; "" where it stands in none."""
    address, base = base_of(part).removesuffix("/"), base_of(front)
    folder = address.removeprefix(base) if address.startswith(base) else ""
    return folder if _FOLDER.fullmatch(folder) else ""


def in_order(parts: Iterable[Part]) -> list[Part]:
    """The front first: the one that leads to others, with the shortest address."""
    return sorted(parts, key=lambda part: (not part.about.parts, len(base_of(part)), str(part.folder)))


def against(front: Part, parts: Sequence[Part]) -> list[str]:
    """Every sentence about these sites, none where they can be joined."""
    if not parts and not front.about.parts:
        return [
            "Only one site is given. Name the front and each other one: porchlight join site pages/front pages/ohio"
        ]
    return (
        [*_without_address(front, parts)]
        or [*_addresses(front, parts)]
        or [*_places(front, parts), *_kinds(front, parts)]
    )


def _without_address(front: Part, parts: Sequence[Part]) -> Iterator[str]:
    for part in (front, *parts):
        if not part.about.address:
            yield (
                f"{part.folder} was built without an address. Write where it will stand as address in its "
                "data/hub.yaml, and build it again."
            )


def _addresses(front: Part, parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        if base_of(part) == base_of(front):
            yield f"{front.folder} and {part.folder} both have the address {base_of(part)}. Only one can."
        elif not below(front, part) and base_of(part).startswith(base_of(front)):
            yield (
                f"{part.folder} was built for {base_of(part)}. Behind {base_of(front)} should stand one folder: small "
                "letters, digits and single hyphens. Mend the address in its data/hub.yaml, and build it again."
            )
        elif not below(front, part):
            yield (
                f"{part.folder} was built for {base_of(part)}, which is no folder below {base_of(front)}, where "
                f"{front.folder} stands. Was the front given? Each other site is in one folder below it."
            )


def _places(front: Part, parts: Sequence[Part]) -> Iterator[str]:
    """Each part has a folder of its own, to which the front leads, and in which the front has nothing."""
    first: dict[str, Part] = {}
    for part in parts:
        if part.about.parts:
            yield (
                f"Only the front may lead to other hubs. Take own_hub out of the places of {part.folder}, and build it "
                "again."
            )
        folder = below(front, part)
        if first.setdefault(folder, part) is not part:
            yield f"{first[folder].folder} and {part.folder} both have the address {base_of(part)}. Only one can."
        elif (front.folder / folder).exists():
            yield f"{front.folder} has pages of its own at {folder}/, where {part.folder} should be. Move one of them."
        if folder not in front.about.parts:
            yield (
                f"No page of {front.folder} leads to {base_of(part)}. Write own_hub: {folder} into the file of its "
                f"place in data/places/, and build {front.folder} again."
            )
    for folder in front.about.parts:
        if folder not in first:
            yield (
                f"{front.folder} leads to {base_of(front)}{folder}/, and no site is given that stands there. Did its "
                "build fail? Then give the last good pages of it."
            )


def _kinds(front: Part, parts: Sequence[Part]) -> Iterator[str]:
    """The parts speak the front's languages, are as real as the front, and send answers to services of their own."""
    for part in parts:
        if part.about.languages != front.about.languages:
            yield (
                f"{part.folder} was built in {listed(part.about.languages, 'and')}, {front.folder} in "
                f"{listed(front.about.languages, 'and')}. Write the same languages, in the same order, into both; a "
                "text without a translation is shown in English."
            )
        if part.about.made_up != front.about.made_up:
            yield f"Only one of {front.folder} and {part.folder} is made up. No made-up place stands beside real ones."
        if ON_THE_SITE in part.about.posts_to:
            yield (
                f"The forms of {part.folder} would send answers to the form service of {front.folder}. Write the "
                "address of its own as form_service into its data/hub.yaml, or leave that empty."
            )
