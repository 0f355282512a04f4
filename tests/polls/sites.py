# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of the shipped poll with any form service, written into a folder as the build writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from porchlight.model.form_services import FormService
from porchlight.model.hub import ON_THE_SITE, Article, Hub, Settings
from porchlight.model.questionnaire import Provider, Questionnaire
from porchlight.reading.form_services import FILE, read_form_services
from porchlight.site.assets import bundle
from porchlight.site.theme import catalog, environment
from porchlight.site.writing import file_of
from porchlight.views.articles import article_pages
from porchlight.views.edition import Edition
from porchlight.views.poll_pages import poll_pages
from tests.conftest import ROOT
from tests.polls.support import needs
from tests.theme.components import THEME, site
from tests.views.fakes import PACKAGE

SHIPPED = ROOT / FILE


def services_at(base: str, folder: Path) -> Mapping[str, FormService]:
    """The shipped contracts with every host moved below `base`, read from a hub's own file."""
    (folder / "data").mkdir(parents=True)
    moved = SHIPPED.read_text(encoding="utf-8").replace("https://", f"{base}/")
    (folder / FILE).write_text(moved, encoding="utf-8")
    services, problems = read_form_services(folder)
    assert problems == []
    return services


def write_poll(
    folder: Path,
    settings: Settings | None = None,
    *,
    services: Mapping[str, FormService] | None = None,
    provider: Provider | None = None,
    questionnaire: Questionnaire | None = None,
    articles: tuple[Article, ...] = (),
) -> None:
    """Every page of the poll and of the articles in English and Spanish, with the assets that they load."""
    poll = replace(questionnaire or needs(), provider=provider)
    told = settings or Settings("A made-up hub", {}, form_service=ON_THE_SITE)
    hub = Hub(told, PACKAGE, {}, (poll,), articles, form_services=services or {})
    looks = bundle(THEME)
    files = dict(looks.files)
    for language in hub.settings.languages:
        edition = Edition(hub, language, catalog(THEME, language), looks.assets)
        for page in (*poll_pages(edition, poll), *article_pages(edition)):
            template = environment(THEME).get_template(page.template)
            files[file_of(page.path)] = template.render(site=site(language), view=page.view).encode()
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
