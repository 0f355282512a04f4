# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sites that were built apart, joined to one: the front stays where it is, each other one stands in a folder below."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from porchlight.operating.join_parts import CannotJoin, Part, files_of, read_parts
from porchlight.operating.join_rules import against, base_of, below, in_order
from porchlight.site.alone import alone_in
from porchlight.site.host_files import headers, sitemap_index
from porchlight.site.hub_file import FILE
from porchlight.site.laying import Ground
from porchlight.site.made import Made
from porchlight.site.verify import SiteIsBroken, verify
from porchlight.site.writing import publish, stage_in

HEADERS, ROBOTS, SITEMAP, SITEMAP_OF_FRONT = "_headers", "robots.txt", "sitemap.xml", "sitemap-front.xml"


@dataclass(frozen=True, slots=True)
class Joined:
    """The front and each other part by its folder, with how many files all have."""

    front: Part
    parts: Mapping[str, Part]
    files: int


def join(output: Path, folders: Sequence[Path]) -> Joined:
    """Bring the output folder to exactly the pages of these sites, each of them built by `porchlight build`.

    The front is the one below whose address all others stand. Raises CannotJoin with all that stands against it, or
    with the links that lead nowhere; then no page is written.
    """
    _refuse_overlap(output, folders)
    front, *others = in_order(read_parts(folders))
    if wrong := against(front, others):
        raise CannotJoin("\n".join(wrong))
    parts = {below(front, part): part for part in others}
    parts = {folder: parts[folder] for folder in sorted(parts)}
    with alone_in(output), stage_in(output) as stage:
        ground = Ground(stage, output, kept=None, before={}).part("parts")
        files = Made(_host_files(front, parts))
        for number, (path, file) in enumerate(_sources(front, parts)):
            files.laid[path] = ground.lay(path, file.read_bytes(), number)
        _verify(files, front)
        publish(output, files, stage)
    return Joined(front, parts, len(files))


def _refuse_overlap(output: Path, folders: Iterable[Path]) -> None:
    """What is written there would be read as a part, stand between its pages, or take a built hub's place."""
    if os.path.lexists(output / FILE):
        raise CannotJoin(f"{output} holds the pages of one hub. Name first another folder, for the whole: site")
    whole = output.resolve()
    for folder in folders:
        part = folder.resolve()
        if whole == part or whole in part.parents or part in whole.parents:
            raise CannotJoin(f"{output} and {folder} are one folder, or one lies in the other. Name another one.")


def _sources(front: Part, parts: Mapping[str, Part]) -> Iterator[tuple[str, Path]]:
    """Where each file lies that is taken as it is, by its path in the whole.

    What a host reads at the top alone is left out below it. So is each site's word about itself: what was joined is no
    part for another joining.
    """
    renamed = {SITEMAP: SITEMAP_OF_FRONT}
    yield from ((renamed.get(path, path), file) for path, file in files_of(front) if path not in (FILE, HEADERS))
    for folder, part in parts.items():
        left_out = (FILE, HEADERS, ROBOTS)
        yield from ((f"{folder}/{path}", file) for path, file in files_of(part) if path not in left_out)


def _host_files(front: Part, parts: Mapping[str, Part]) -> dict[str, bytes]:
    """What hosts read of the whole: the widest that any part needs, and every site map."""
    everything = [part.about for part in (front, *parts.values())]
    posts_to = (address for about in everything for address in about.posts_to)
    files = {HEADERS: headers(posts_to, has_forms=any(about.has_forms for about in everything), parts=parts)}
    mapped = [f"{folder}/{SITEMAP}" for folder, part in parts.items() if (part.folder / SITEMAP).is_file()]
    if (front.folder / SITEMAP).is_file():
        files[SITEMAP] = sitemap_index(f"{base_of(front)}{path}" for path in (SITEMAP_OF_FRONT, *mapped))
    return {path: text.encode() for path, text in files.items()}


def _verify(files: Made, front: Part) -> None:
    try:
        verify(files, urlsplit(base_of(front)).path)
    except SiteIsBroken as broken:
        raise CannotJoin(f"{broken}\nNothing was joined. Build that site again, all of it.") from broken
