# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages from views: one template each, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import Environment

from porchlight.care.tasks import Due
from porchlight.model.hub import Hub
from porchlight.site.patterns import patterns_pages
from porchlight.site.theme import catalog, environment
from porchlight.site.writing import file_of
from porchlight.views.edition import Assets, Edition
from porchlight.views.edition_pages import edition_pages
from porchlight.views.finder import finder_files
from porchlight.views.history import history_files
from porchlight.views.pages import Found, Page
from porchlight.views.parts import Site


@dataclass(frozen=True, slots=True)
class Rendered:
    """One language's edition as files, with what search and hosts need to know of its pages."""

    language: str
    files: dict[str, bytes]
    found: tuple[Found, ...]
    indexable: tuple[str, ...]
    made_from: Edition


def render_edition(
    hub: Hub, language: str, theme: Path, assets: Assets, downloads: Mapping[str, int], due: Due | None = None
) -> Rendered:
    """Every page of one language; `downloads` are the files beside them, with their bytes."""
    templates = environment(theme)
    edition = Edition(hub, language, catalog(theme, language), assets, downloads, due)
    site = _site(edition)
    pages = [*edition_pages(edition, _others(edition, theme)), *patterns_pages(edition, site, templates, theme)]
    return Rendered(
        language=language,
        files=_rendered(templates, site, pages) | finder_files(edition) | history_files(edition),
        found=tuple(page.found for page in pages if page.found),
        indexable=tuple(page.path for page in pages if page.view.frame.indexable),
        made_from=edition,
    )


def render_pages(edition: Edition, theme: Path, pages: Iterable[Page]) -> dict[str, bytes]:
    """Some pages of the edition as files."""
    return _rendered(environment(theme), _site(edition), pages)


def _others(edition: Edition, theme: Path) -> tuple[Edition, ...]:
    """The other languages, for the one page that speaks all of them: it stands in the first language's tree."""
    languages = edition.hub.settings.languages if edition.language == edition.first else ()
    return tuple(replace(edition, language=code, t=catalog(theme, code)) for code in languages if code != edition.first)


def _site(edition: Edition) -> Site:
    settings = edition.hub.settings
    day = settings.shown_as_of
    told = (day.isoformat(), edition.day(day)) if day else ("", "")
    return Site(settings.name, edition.language, edition.t, settings.made_up, *told)


class TwoPagesOfOneAddress(Exception):
    """Two pages would stand at one address, and the second would hide the first: the check should have told it."""


def _rendered(templates: Environment, site: Site, pages: Iterable[Page]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for page in pages:
        file = file_of(page.path)
        if file in files:
            raise TwoPagesOfOneAddress(f"Two pages want to stand at {page.path}. Rename one of them.")
        files[file] = templates.get_template(page.template).render(site=site, view=page.view).encode()
    return files
