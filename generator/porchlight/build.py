# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The whole program in one place: read → check → model → views → render → index → verify."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from porchlight.care.queue import queue
from porchlight.care.tasks import Due
from porchlight.checking.run import check_hub
from porchlight.exchange.calendar_files import calendar_files
from porchlight.exchange.care_list import care_files
from porchlight.exchange.compare_files import compare_files
from porchlight.exchange.editors.admin import admin_files
from porchlight.exchange.results_package import results_files
from porchlight.model.hub import ON_THE_SITE, Hub
from porchlight.paper.downloads import ballot_files
from porchlight.paper.kit_papers import kit_files
from porchlight.paper.poster_files import poster_files
from porchlight.paper.template_files import template_files
from porchlight.problems import HubHasProblems
from porchlight.reading.files import link_on_way, link_problem
from porchlight.reading.history import read_history
from porchlight.site import pelican_plugin
from porchlight.site.alone import alone_in
from porchlight.site.assets import bundle
from porchlight.site.gazetteer import gazetteer_files
from porchlight.site.host_files import host_files
from porchlight.site.place_names import place_files
from porchlight.site.render import render_edition
from porchlight.site.search_index import search_files
from porchlight.site.search_words import search_words_files, small_words
from porchlight.site.side_by_side import side_by_side
from porchlight.site.theme import catalog, theme_folder
from porchlight.site.verify import verify
from porchlight.site.word_lists import word_list_files
from porchlight.site.worker import worker_files
from porchlight.site.writing import publish_files
from porchlight.views.edition import Assets, Edition
from porchlight.views.poll_forms import posting_addresses


def build(root: Path, output: Path, *, has_forms: bool = False) -> Hub:
    """Publish the hub at `root` into `output`, hosted by Pelican: the same as plain `pelican` in the hub's folder.

    The hub comes back as `publish` hands it back.
    `has_forms` is true for pages that are shown with a form service on the same address, whatever the hub says.
    Raises HubHasProblems where the data needs a change; anything else that it raises is a fault of ours.
    """
    return pelican_plugin.run(root / "pelicanconf.py", output, has_forms=has_forms)


def settings_for(root: Path) -> dict[str, Any]:
    """What a hub's pelicanconf.py sets: Pelican's own parts off, and `publish` as the one thing to do."""
    return pelican_plugin.settings(root, theme_folder(root), partial(publish, root))


def publish(root: Path, output: Path, has_forms: bool = False) -> Hub:
    """Bring the output folder to exactly the hub's pages, once no other build is at work in it.

    The hub comes back with all that was read, also of what is not shown today.
    """
    if link := link_on_way(root, output):
        raise HubHasProblems([link_problem(link)])
    with alone_in(output):
        return _publish(root, output, has_forms)


def _publish(root: Path, output: Path, has_forms: bool) -> Hub:
    """Read the hub and what git knows of it, check it, make its files and write them."""
    today = date.today()
    hub = _sound(root, today)
    day = hub.settings.day(today)
    hub = replace(hub, history=read_history(root, hub.package, day))
    if has_forms and not hub.settings.form_service:
        hub = replace(hub, settings=replace(hub.settings, form_service=ON_THE_SITE))
    due, forms = Due(day, queue(hub, day)), admin_files(root, hub)
    files = site_files(hub.shown_on(day), theme_folder(root), due, forms)
    verify(files, urlsplit(hub.settings.address).path.rstrip("/") + "/")
    publish_files(output, files)
    return hub


def sound_hub(root: Path) -> Hub:
    """Read and check: the hub as it may be shown today, or HubHasProblems with all of them."""
    today = date.today()
    hub = _sound(root, today)
    return hub.shown_on(hub.settings.day(today))


def _sound(root: Path, today: date) -> Hub:
    checked = check_hub(root, today)
    if checked.stopping:
        raise HubHasProblems(checked.stopping)
    return checked.hub


def site_files(
    hub: Hub, theme: Path, due: Due | None = None, forms: dict[str, bytes] | None = None
) -> dict[str, bytes]:
    """Views, rendered pages, assets, search index and the keepers' `forms`, by path below the output folder.

    `due` is what to look at again.
    """
    looks = bundle(theme)
    languages = hub.settings.languages
    papers_in = partial(_papers, hub, theme, looks.assets, due)
    ballots, *papers_of = side_by_side([partial(ballot_files, hub), *(partial(papers_in, each) for each in languages)])
    made, papers = ballots | word_list_files(hub), _merged(papers_of)
    files = {**looks.files, **gazetteer_files(), **made, **results_files(hub)}
    downloads = {path: len(content) for path, content in (made | papers).items()}
    small = small_words(hub, theme)
    pages_in = partial(_edition_files, hub, theme, looks.assets, downloads, due, small)
    editions = side_by_side([partial(pages_in, each) for each in languages])
    files |= _merged(made for made, _ in editions)
    indexable = [path for _, paths in editions for path in paths]
    files |= papers | host_files(hub.settings, indexable, posting_addresses(hub), has_forms=bool(forms))
    return files | worker_files(theme, hub.settings.languages, files) | (forms or {})


def _edition_files(
    hub: Hub, theme: Path, assets: Assets, downloads: dict[str, int], due: Due | None, small: Set[str], language: str
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Every file of one language, and the pages that may be found."""
    edition = render_edition(hub, language, theme, assets, downloads, due)
    index = search_files(edition.found, small) | search_words_files(hub, language, small, edition.found)
    files = care_files(edition.made_from) | calendar_files(edition.made_from) | compare_files(edition.made_from)
    files |= place_files(edition.made_from) | edition.files
    return files | {f"pagefind/{language}/{path}": content for path, content in index.items()}, edition.indexable


def _papers(hub: Hub, theme: Path, assets: Assets, due: Due | None, language: str) -> dict[str, bytes]:
    """Kits, templates and posters of one language as files: made first, since pages tell how large they are."""
    edition = Edition(hub, language, catalog(theme, language), assets, due=due)
    return kit_files(edition) | template_files(edition) | poster_files(edition)


def _merged(each: Iterable[dict[str, bytes]]) -> dict[str, bytes]:
    return {path: content for files in each for path, content in files.items()}
