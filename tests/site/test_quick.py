# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The quick way prints what Jinja's own way prints, or fails with the same words: also what someone hostile wrote."""

from __future__ import annotations

import sys
from typing import Any

import markupsafe
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from porchlight.site import quick
from porchlight.site.patterns import render_example
from porchlight.site.quick import QuickEnvironment
from porchlight.views.catalog import Catalog
from tests.theme.components import TEMPLATES, ComponentExample, examples, site

PARTS = {
    "parts.html": """
{% macro shown(value, other="<o>") %}[{{ value }}|{{ other }}]{% endmacro %}
{% macro needs(value) %}{{ value }}{% endmacro %}
{% macro many(value) %}{{ value }}{{ varargs | join }}{{ kwargs | dictsort | join }}{% endmacro %}
{% macro around(value) %}({{ caller(value) }}){% endmacro %}
{% macro outer() %}{{ value }}{% endmacro %}
{% macro nested(value) %}{{ shown(shown(value), other=value) }}{% endmacro %}
""",
    "included.html": "{{ value }}{{ value | upper }}",
    "base.html": "{{ value }}{% block main %}{% endblock %}",
}
HEAD = """{% from "parts.html" import shown, needs, many, around, nested %}"""
CALLS = (
    "{{ value }}",
    "<a href='{{ value }}'>{{ value ~ '<' }}</a>",
    "{{ value.name }}",
    "{{ value['name'] }}",
    "{{ missing_name }}",
    "{% if missing_name %}{% endif %}",
    "{{ value | e }}{{ value | safe }}{{ value | string | replace('b', '<') }}",
    "{{ value | tojson }}",
    "{{ [value, value] | join(', ') }}",
    "{{ shown(value) }}{{ shown(value, value) }}{{ shown(value, other=value) }}{{ shown(other=value, value=value) }}",
    "{{ shown(value) ~ value }}{{ shown(value) | upper }}{{ shown(value) == shown(value | string) }}",
    "{{ shown() }}",
    "{{ shown(value, value, value) }}",
    "{{ shown(value, nobody=value) }}",
    "{{ shown(value, value=value) }}",
    "{{ shown(value, caller=value) }}",
    "{{ needs(missing_name) }}",
    "{{ nested(value) }}",
    "{{ many(value, value, '<', a=value) }}",
    "{{ many(value) }}",
    "{% call(told) around(value) %}{{ told }}{{ value }}{% endcall %}",
    "{{ around(value) }}",
    "{% autoescape false %}{{ value }}{{ shown(value) | e }}{% endautoescape %}{{ shown(value) }}",
    "{% set kept %}{{ value }}{% endset %}{{ kept }}",
    "{% include 'included.html' %}",
    "{% import 'parts.html' as parts with context %}{{ parts.outer() }}",
    "{% import 'parts.html' as parts %}{{ parts.shown(value) }}{{ parts.nobody }}",
    "{% from 'parts.html' import outer %}{{ outer() }}",
    "{% from 'parts.html' import nobody %}{{ nobody }}",
    "{% from 'nowhere.html' import nobody %}",
    "{% for one in [value, value] %}{{ loop.index }}{{ names() }}{{ shown(one) }}{% endfor %}",
    "{% set here = value %}{{ names() }}",
    "{{ '<b>'.split(value | string) }}{{ 'a'.join(value) }}{{ value.upper() }}",
    "{{ t('told', name=value) }}{{ t('lost') }}",
    "{{ range(3) | list }}{{ dict(a=value) }}{{ value() }}",
)
"""What a template may do with a value, each on a page of its own."""


class Said:
    """An object that brings HTML of its own, as some libraries' do."""

    name = "<n>"

    def __html__(self) -> str:
        return "<i>&amp;</i>"


class Loud(str):
    """A text that is more than a text."""

    def __str__(self) -> str:
        return "<loud>" + str.__str__(self)


class LoudHtml(str):
    """A text with HTML of its own."""

    def __html__(self) -> str:
        return "<b>own</b>"


TEXTS = st.text(st.sampled_from("ab<>&\"'{}%;\u00a0\ud7ff\U0001f600\x00/é"), max_size=9)
VALUES = st.one_of(
    TEXTS,
    TEXTS.map(Markup),
    TEXTS.map(Loud),
    TEXTS.map(LoudHtml),
    st.builds(Said),
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.binary(max_size=3),
    st.lists(TEXTS, max_size=2),
    st.fixed_dictionaries({"name": TEXTS}),
)


@pass_context
def names(context: Context) -> str:
    """The names that a template has where it calls this."""
    return ",".join(sorted(name for name in context.get_all() if name not in context.environment.globals))


def told(kind: type[Environment], body: str, value: object) -> str:
    """What a page prints, or with which words it fails."""
    page = "{% extends 'base.html' %}" + HEAD + "{% block main %}" + body + "{% endblock %}"
    loader = DictLoader({**PARTS, "flat.html": HEAD + body, "page.html": page})
    environment = kind(loader=loader, autoescape=True, undefined=StrictUndefined)
    catalog = Catalog("en", {"told": "<{name}>"})
    return "\n".join(_rendered(environment, each, value, catalog) for each in ("flat.html", "page.html"))


def _rendered(environment: Environment, template: str, value: object, catalog: Catalog) -> str:
    try:
        return environment.get_template(template).render(value=value, names=names, t=catalog)
    except Exception as fault:
        return f"{type(fault).__name__}: {fault}"


@given(body=st.sampled_from(CALLS), value=VALUES)
@example(body="{{ value }}", value="<script>alert('&')</script>")
@example(body="{{ shown(value) }}", value=Markup("<b>"))
@example(body="{{ shown(value) }}", value="<b>")
def test_the_quick_way_prints_what_the_plain_way_prints(body: str, value: object) -> None:
    assert told(QuickEnvironment, body, value) == told(Environment, body, value)


@pytest.mark.parametrize("body", CALLS)
def test_each_way_of_a_template_is_the_same_for_a_hostile_text(body: str) -> None:
    assert told(QuickEnvironment, body, "<b>&'\"") == told(Environment, body, "<b>&'\"")


def test_what_looks_like_markup_and_what_is_markup_are_told_apart_in_one_environment() -> None:
    """Equal as texts, so neither may be remembered for the other."""
    environment = QuickEnvironment(loader=DictLoader(PARTS), autoescape=True, undefined=StrictUndefined)
    template = environment.from_string(HEAD + "{{ needs(value) }}")
    assert [template.render(value=value) for value in ("<b>", Markup("<b>"), "<b>")] == [
        "&lt;b&gt;",
        "<b>",
        "&lt;b&gt;",
    ]


@pytest.mark.parametrize("component", list(examples()), ids=str)
def test_a_component_is_the_same_both_ways(component: ComponentExample) -> None:
    plain = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    plain.filters["once"] = lambda macro, **args: macro(**args)
    said = render_example(plain, site("en"), component.component, component.args)
    assert component.render() == said + "\n"


def test_a_markupsafe_without_its_c_part_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    lost: Any = None
    monkeypatch.setitem(sys.modules, "markupsafe._speedups", lost)
    assert quick._escape() is markupsafe.escape


def test_a_component_is_imported_once_however_many_pages_use_it(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = QuickEnvironment(loader=DictLoader(PARTS), autoescape=True)
    template = environment.from_string(HEAD + "{{ shown(value) }}")
    template.render(value=1)
    monkeypatch.setattr(QuickEnvironment, "get_template", None)
    assert template.render(value=2) == "[2|&lt;o&gt;]"
