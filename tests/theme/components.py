# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The theme's components as their YAML tells them, and one language's site to render them in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from porchlight.site.patterns import render_example
from porchlight.site.theme import catalog, environment
from porchlight.views.parts import Site

THEME = Path(__file__).parents[2] / "theme"
TEMPLATES = THEME / "templates"


@dataclass(frozen=True, slots=True)
class ComponentExample:
    """One example of a component; `golden` is what it must render to."""

    component: str
    name: str
    args: dict[str, Any]

    @property
    def golden(self) -> Path:
        name = re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-")
        return TEMPLATES / "components" / self.component / "golden" / f"{name}.html"

    def render(self, language: str = "en") -> str:
        return str(render_example(environment(THEME), site(language), self.component, self.args)) + "\n"

    def __str__(self) -> str:
        return f"{self.component}: {self.name}"


@cache
def site(language: str) -> Site:
    """A site with the theme's own catalog and nothing else of interest."""
    return Site("Porchlight", language, catalog(THEME, language))


def component_names() -> list[str]:
    return sorted(folder.name for folder in (TEMPLATES / "components").iterdir() if folder.is_dir())


def about(component: str) -> dict[str, Any]:
    """A component's YAML: purpose, params and examples."""
    text = (TEMPLATES / "components" / component / f"{component}.yaml").read_text(encoding="utf-8")
    told: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return told


def examples() -> Iterator[ComponentExample]:
    for component in component_names():
        for example in about(component)["examples"]:
            yield ComponentExample(component, example["name"], example["args"])
