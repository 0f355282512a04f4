# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pattern page: every component with every example, from the YAML that lies beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment
from markupsafe import Markup

from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.pages import Page
from porchlight.views.parts import Example, Line, Pattern, Site
from porchlight.views.service_types import PatternsView


def patterns_page(edition: Edition, site: Site, templates: Environment, theme: Path) -> Page:
    """The page that shows each component, rendered by the very macro that pages use."""
    here, title = "patterns/", edition.t("patterns.title")
    folders = sorted(path.parent for path in (theme / "templates" / "components").glob("*/*.yaml"))
    view = PatternsView(
        frame=frame(edition, here, title, edition.t("patterns.lead"), "patterns", indexable=False),
        title=title,
        patterns=tuple(pattern(edition, templates, site, folder) for folder in folders),
    )
    return Page(edition.path(here), "patterns.html", view)


def pattern(edition: Edition, templates: Environment, site: Site, folder: Path) -> Pattern:
    """One component: its purpose, its parameters and its examples, rendered."""
    about = yaml.safe_load((folder / f"{folder.name}.yaml").read_text(encoding="utf-8"))
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
