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
from porchlight.model.places import own_hubs
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
from porchlight.site.gazetteer import gazetteer_files, gazetteer_key
from porchlight.site.host_files import host_files
from porchlight.site.hub_file import hub_file
from porchlight.site.kept import kept, kept_beside, may_be_used
from porchlight.site.laying import Ground
from porchlight.site.made import Made
from porchlight.site.page_keys import keep_page_keys, page_keys_of_last_build, rendering_key, tell_keys
from porchlight.site.pelican_plugin import How
from porchlight.site.place_names import place_files
from porchlight.site.render import render_edition
from porchlight.site.search_index import search_files, search_key
from porchlight.site.search_words import search_words_files, small_words
from porchlight.site.side_by_side import side_by_side
from porchlight.site.theme import catalog, theme_folder
from porchlight.site.verify import verify
from porchlight.site.word_lists import word_list_files
from porchlight.site.worker import worker_files
from porchlight.site.writing import publish as write_files
from porchlight.site.writing import stage_in
from porchlight.views.edition import Assets, Edition
from porchlight.views.poll_forms import posting_addresses


def build(
    root: Path, output: Path, *, has_forms: bool = False, thorough: bool = False, check_keys: bool = False
) -> Hub:
    """Publish the hub at `root` into `output`, hosted by Pelican: the same as plain `pelican` in the hub's folder.

    The hub comes back as `publish` hands it back.
    `has_forms` is true for pages that are shown with a form service on the same address, whatever the hub says.
    `thorough` takes no shortcut and keeps nothing of the last build; `check_keys` keeps no page either, and raises
    KeysAreWrong where one that would have been kept is another one now.
    Raises HubHasProblems where the data needs a change; anything else that it raises is a fault of ours.
    """
    how = pelican_plugin.How(has_forms, thorough, check_keys)
    return pelican_plugin.run(root / "pelicanconf.py", output, how)


def settings_for(root: Path) -> dict[str, Any]:
    """What a hub's pelicanconf.py sets: Pelican's own parts off, and `publish` as the one thing to do."""
    return pelican_plugin.settings(root, theme_folder(root), partial(publish, root))


def publish(root: Path, output: Path, how: How) -> Hub:
    """Bring the output folder to exactly the hub's pages, once no other build is at work in it.

    The hub comes back with all that was read, also of what is not shown today.
    """
    if link := link_on_way(root, output):
        raise HubHasProblems([link_problem(link)])
    with alone_in(output):
        return _publish(root, output, how)


def _publish(root: Path, output: Path, how: How) -> Hub:
    """Read the hub and what git knows of it, check it, make its files and write them."""
    today, theme = date.today(), theme_folder(root)
    hub = _sound(root, today, thorough=how.thorough)
    day = hub.settings.day(today)
    hub = replace(hub, history=read_history(root, hub.package, day))
    if how.has_forms and not hub.settings.form_service:
        hub = replace(hub, settings=replace(hub.settings, form_service=ON_THE_SITE))
    due, forms = Due(day, queue(hub, day)), admin_files(root, hub)
    folder, key = kept_beside(output), rendering_key(theme)
    is_ours = may_be_used(folder)
    with stage_in(output) as stage:
        before = page_keys_of_last_build(folder, key) if is_ours and not how.thorough else {}
        uses = is_ours and not (how.thorough or how.check_keys)
        ground = Ground(stage, output, folder if uses else None, before, checks=how.check_keys)
        files = site_files(hub.shown_on(day), theme, due, forms, ground)
        verify(files, urlsplit(hub.settings.address).path.rstrip("/") + "/", own_hubs(hub))
        write_files(output, files, stage)
    if how.check_keys:
        tell_keys(before, files.page_keys)
    if is_ours and rendering_key(theme) == key:  # else something of the theme was saved meanwhile
        keep_page_keys(folder, key, files.page_keys)
    return hub


def sound_hub(root: Path) -> Hub:
    """Read and check: the hub as it may be shown today, or HubHasProblems with all of them."""
    today = date.today()
    hub = _sound(root, today)
    return hub.shown_on(hub.settings.day(today))


def _sound(root: Path, today: date, *, thorough: bool = False) -> Hub:
    checked = check_hub(root, today, thorough=thorough)
    if checked.stopping:
        raise HubHasProblems(checked.stopping)
    return checked.hub


def site_files(
    hub: Hub, theme: Path, due: Due | None = None, forms: dict[str, bytes] | None = None, ground: Ground | None = None
) -> Made:
    """Views, rendered pages, assets, search index and the keepers' `forms`, by path below the output folder.

    `due` is what to look at again. Pages are laid on the `ground`; without one they are held in memory.
    """
    looks = bundle(theme)
    languages = hub.settings.languages
    papers_in = partial(_papers, hub, theme, looks.assets, due)
    ballots, *papers_of = side_by_side([partial(ballot_files, hub), *(partial(papers_in, each) for each in languages)])
    made, papers = ballots | word_list_files(hub), _merged(papers_of)
    towns = kept(ground.kept if ground else None, "gazetteer", gazetteer_key(), gazetteer_files)
    files = Made({**looks.files, **towns, **made, **results_files(hub)})
    downloads = {path: len(content) for path, content in (made | papers).items()}
    pages_in = partial(_edition_files, hub, theme, looks.assets, downloads, due, small_words(hub, theme), ground)
    indexable = list[str]()
    for edition, paths in side_by_side([partial(pages_in, each) for each in languages]):
        files.take(edition)
        indexable += paths
    files.held |= papers | host_files(hub.settings, indexable, posting_addresses(hub), has_forms=bool(forms))
    files.held |= worker_files(theme, languages, files, own_hubs(hub))
    files.held |= hub_file(hub, has_forms=bool(forms)) | (forms or {})
    return files


def _edition_files(
    hub: Hub,
    theme: Path,
    assets: Assets,
    downloads: dict[str, int],
    due: Due | None,
    small: Set[str],
    ground: Ground | None,
    language: str,
) -> tuple[Made, tuple[str, ...]]:
    """Every file of one language, and the pages that may be found."""
    laid_on = ground.part(language) if ground else None
    edition = render_edition(hub, language, theme, assets, downloads, due, laid_on)
    of, files = edition.made_from, edition.files
    found, folder = edition.found, ground.kept if ground else None
    index = kept(folder, f"search-{language}", search_key(found, small), partial(search_files, found, small))
    index |= search_words_files(hub, language, small, found)
    files.held |= care_files(of) | calendar_files(of) | compare_files(of) | place_files(of)
    files.held |= {f"pagefind/{language}/{path}": content for path, content in index.items()}
    return files, edition.indexable


def _papers(hub: Hub, theme: Path, assets: Assets, due: Due | None, language: str) -> dict[str, bytes]:
    """Kits, templates and posters of one language as files: made first, since pages tell how large they are."""
    edition = Edition(hub, language, catalog(theme, language), assets, due=due)
    return kit_files(edition) | template_files(edition) | poster_files(edition)


def _merged(each: Iterable[dict[str, bytes]]) -> dict[str, bytes]:
    return {path: content for files in each for path, content in files.items()}
