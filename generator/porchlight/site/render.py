# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages from views: one template each, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from jinja2 import Environment

from porchlight.care.tasks import Due
from porchlight.model.hub import Hub
from porchlight.site.laying import Ground, Laying
from porchlight.site.made import Made
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
    files: Made
    found: tuple[Found, ...]
    indexable: tuple[str, ...]
    made_from: Edition


def render_edition(
    hub: Hub,
    language: str,
    theme: Path,
    assets: Assets,
    downloads: Mapping[str, int],
    due: Due | None = None,
    ground: Ground | None = None,
) -> Rendered:
    """Every page of one language; `downloads` are the files beside them, with their bytes.

    Pages are laid on the `ground` as they come; without one they are held in memory.
    """
    templates = environment(theme)
    edition = Edition(hub, language, catalog(theme, language), assets, downloads, due)
    site = _site(edition)
    laying, found, indexable = Laying(ground), list[Found](), list[str]()
    render = partial(_render, templates, site)
    for page in chain(edition_pages(edition, _others(edition, theme)), patterns_pages(edition, site, templates, theme)):
        laying.add(site, page, render)
        found += [page.found] if page.found else []
        indexable += [page.path] if page.view.frame.indexable else []
    files = laying.all_keys_hold()
    files.held |= finder_files(edition) | history_files(edition)
    return Rendered(language, files, tuple(found), tuple(indexable), edition)


def render_pages(edition: Edition, theme: Path, pages: Iterable[Page]) -> dict[str, bytes]:
    """Some pages of the edition as files."""
    render = partial(_render, environment(theme), _site(edition))
    return {file_of(page.path): render(page) for page in pages}


def _others(edition: Edition, theme: Path) -> tuple[Edition, ...]:
    """The other languages, for the one page that speaks all of them: it stands in the first language's tree."""
    languages = edition.hub.settings.languages if edition.language == edition.first else ()
    return tuple(replace(edition, language=code, t=catalog(theme, code)) for code in languages if code != edition.first)


def _site(edition: Edition) -> Site:
    settings = edition.hub.settings
    day = settings.shown_as_of
    told = (day.isoformat(), edition.day(day)) if day else ("", "")
    return Site(settings.name, edition.language, edition.t, settings.made_up, *told)


def _render(templates: Environment, site: Site, page: Page) -> bytes:
    return templates.get_template(page.template).render(site=site, view=page.view).encode()
