# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Templates read what they are given and nothing else, and the catalog holds every word that they ask for."""

from __future__ import annotations

import re
from string import Formatter
from typing import get_args

import pytest
import yaml
from jinja2 import meta, nodes

from porchlight.site.theme import environment
from porchlight.views.parts import CheckKind
from tests.theme.components import TEMPLATES, THEME, site

PAGES = sorted(path.name for path in TEMPLATES.glob("*.html"))
PARTS = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.glob("parts/*.html"))
COMPONENTS = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.glob("components/*/*.html"))
PUT_TOGETHER = [
    re.compile(pattern.replace(".", r"\.").replace("*", r"[a-z0-9_]+"))
    for pattern in (
        r"answer.*.ask",
        r"bands.(count|note|title).*",
        r"call.*",
        r"care.ask.*",
        r"care.ask.(number|record).*",
        r"care.(harm|who).*",
        r"checked.*",
        r"codebook.(asked|head|side).*",
        r"codebook.asked.own.\d",
        r"codebook.(care|ladder|order).\d",
        r"codebook.(care|ladder|order)",
        r"doors.*.(note|title)",
        r"places.(checked|lacking).none",
        r"finder.*",
        r"hours.(day|zone).*",
        r"language.*",
        r"match.pick.*",
        r"month.\d+",
        r"needs.*_on",
        r"needs.missing.*",
        r"posters.*",
        r"report.what_*",
        r"results.(about|file|groups.by|head|mode|words).*",
        r"search.(kind|question).*",
        r"template.file.*",
        r"thanks.words.\d",
        r"(helpers|times).*.(note|title)",
        r"volunteers.head.*",
        r"(ask|say).*.\d",
        r"(listing|match|speaker|story).(body|subject|write)",
        r"(listing|speaker|story).(nobody|title|words)",
    )
]
"""Keys that the program puts together from parts, "*" for one part that comes from data or a list."""

LITERAL_KEY = re.compile(r"""\bt\(\s*["']([^"'{]+)["']""")


def free_names(template: str) -> set[str]:
    """Names that a template takes from outside; a macro that it imports is its own, though blocks don't tell so."""
    jinja = environment(THEME)
    assert jinja.loader
    source, _, _ = jinja.loader.get_source(jinja, template)
    tree = jinja.parse(source)
    imported = {name for imports in tree.find_all(nodes.FromImport) for name in imports.names}
    return meta.find_undeclared_variables(tree) - imported


@pytest.mark.parametrize("template", [*PAGES, *PARTS])
def test_a_page_template_reads_site_and_view_only(template: str) -> None:
    assert free_names(template) <= {"site", "view"}


@pytest.mark.parametrize("template", COMPONENTS)
def test_a_component_reads_its_parameters_only(template: str) -> None:
    assert free_names(template) == set()


def words(language: str) -> dict[str, str]:
    text = (THEME / "catalog" / f"{language}.yaml").read_text(encoding="utf-8")
    catalog: dict[str, str] = yaml.load(text, Loader=yaml.CBaseLoader)
    return catalog


def test_both_catalogs_have_the_same_keys_in_the_same_order() -> None:
    assert list(words("en")) == list(words("es"))


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_key_is_written_twice(language: str) -> None:
    text = (THEME / "catalog" / f"{language}.yaml").read_text(encoding="utf-8")
    keys = re.findall(r'^"([^"]+)":', text, re.MULTILINE)
    assert len(keys) == len(set(keys)) == len(words(language))


def test_a_translation_fills_in_the_same_names() -> None:
    spanish = words("es")
    assert {key: _names(text) for key, text in words("en").items()} == {
        key: _names(text) for key, text in spanish.items()
    }


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_a_plural_has_both_of_its_texts() -> None:
    keys = set(words("en"))
    assert {key.removesuffix(".one") for key in keys if key.endswith(".one")} == {
        key.removesuffix(".other") for key in keys if key.endswith(".other")
    }


def sources() -> str:
    """All templates and the whole program, whatever part of it asks for words."""
    program = (THEME.parent / "generator" / "porchlight").rglob("*.py")
    return "\n".join(path.read_text(encoding="utf-8") for path in (*TEMPLATES.rglob("*.html"), *program))


def test_the_catalog_holds_every_key_that_is_asked_for() -> None:
    catalog = words("en")
    missing = {key for key in LITERAL_KEY.findall(sources()) if key not in catalog and f"{key}.other" not in catalog}
    assert missing == set()


def _asked_for(key: str) -> str:
    """The key as it is asked for: a plural without its ending."""
    return re.sub(r"\.(one|other)$", "", key)


def test_every_key_of_the_catalog_is_asked_for() -> None:
    """Words that nothing shows are translated, read and kept in step for nobody."""
    written = set(re.findall(r"""["']([a-z0-9_.-]+)["']""", sources()))
    unasked = {key for key in words("en") if not {key, _asked_for(key)} & written}
    assert {key for key in unasked if not any(each.fullmatch(_asked_for(key)) for each in PUT_TOGETHER)} == set()
    assert [each.pattern for each in PUT_TOGETHER if not any(each.fullmatch(_asked_for(key)) for key in unasked)] == []


def printed_ages() -> str:
    ages = '{% from "parts/ages.html" import ages %}{{ ages(site=site) }}'
    return environment(THEME).from_string(ages).render(site=site("en"))


def test_the_scripts_are_given_words_for_every_kind_of_check() -> None:
    """A date grows old in the words of its kind; only what has no date needs none."""
    ages = printed_ages()
    assert set(get_args(CheckKind)) - {"none"} <= set(re.findall(r'"(\w+)":', ages))


def test_the_scripts_are_given_every_word_that_they_say() -> None:
    ages = printed_ages()
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in (THEME / "js").glob("*.js"))
    assert set(re.findall(r'said\("(\w+)"\)', scripts)) <= set(re.findall(r'"(\w+)":', ages))


@pytest.mark.parametrize("template", PAGES)
def test_a_page_stands_in_the_base_template(template: str) -> None:
    """A short address leads on at once, so it has a base of its own; a form for other sites has none."""
    source = (TEMPLATES / template).read_text(encoding="utf-8")
    assert template in ("base.html", "short.html", "poll_fragment.html") or '{% extends "base.html" %}' in source
