# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pattern pages: every component with every example, from the YAML that lies beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment
from markupsafe import Markup

from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.pages import Page
from porchlight.views.parts import Example, Line, Link, Pattern, Site
from porchlight.views.service_types import PatternsView

ON_A_PAGE = 24
"""Components on one page: with all of them on one, it would be the heaviest page of the site."""


def patterns_pages(edition: Edition, site: Site, templates: Environment, theme: Path) -> Iterator[Page]:
    """The pages that show each component, rendered by the very macro that pages use.

    They lie side by side, since the links in the examples count on it.
    """
    folders = sorted(path.parent for path in (theme / "templates" / "components").glob("*/*.yaml"))
    groups = [folders[at : at + ON_A_PAGE] for at in range(0, len(folders), ON_A_PAGE)]
    addresses = ["patterns/", *(f"patterns-{number}/" for number in range(2, len(groups) + 1))]
    title = edition.t("patterns.title")
    for group, here in zip(groups, addresses, strict=True):
        view = PatternsView(
            frame=frame(edition, here, title, edition.t("patterns.lead"), "patterns", indexable=False),
            title=title,
            patterns=tuple(pattern(edition, templates, site, folder) for folder in group),
            pages=tuple(
                Link(f"{names[0].name} – {names[-1].name}", edition.href(here, there), there == here)
                for names, there in zip(groups, addresses, strict=True)
            ),
        )
        yield Page(edition.path(here), "patterns.html", view)


def pattern(edition: Edition, templates: Environment, site: Site, folder: Path) -> Pattern:
    """One component: its purpose, its parameters and its examples, rendered."""
    about = yaml.load((folder / f"{folder.name}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return Pattern(
        name=folder.name,
        purpose=about["purpose"],
        params=tuple(Line(name, edition.plain(said)) for name, said in about["params"].items()),
        examples=tuple(
            Example(example["name"], render_example(templates, site, folder.name, example["args"]))
            for example in about["examples"]
        ),
    )


def render_example(templates: Environment, site: Site, component: str, args: Mapping[str, Any]) -> Markup:
    """A component's macro called with an example's arguments."""
    module = templates.get_template(f"components/{component}/{component}.html").module
    macro = getattr(module, component)
    return Markup(macro(site=site, **args))
