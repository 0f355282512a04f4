# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Each component does what its YAML says. After a wanted change: PORCHLIGHT_GOLDEN=write pytest tests/theme."""

from __future__ import annotations

import os
import re

import pytest

from porchlight.site.theme import environment
from tests.theme.components import TEMPLATES, THEME, ComponentExample, about, component_names, examples

EXAMPLES = list(examples())
WRITING = os.environ.get("PORCHLIGHT_GOLDEN") == "write"


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_renders_to_its_golden_file(example: ComponentExample) -> None:
    rendered = example.render()
    if WRITING:
        example.golden.parent.mkdir(exist_ok=True)
        example.golden.write_text(rendered, encoding="utf-8")
    assert rendered == example.golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_renders_in_spanish_too(example: ComponentExample) -> None:
    assert example.render("es")


def test_every_golden_file_has_an_example() -> None:
    golden = set(TEMPLATES.glob("components/*/golden/*.html"))
    assert golden == {example.golden for example in EXAMPLES}


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.name == "escapes text"], ids=str)
def test_what_people_write_never_becomes_markup(example: ComponentExample) -> None:
    """No component prints a bold mark of the example's own; `search_box` has an address only."""
    rendered = example.render()
    assert "&lt;b&gt;" in rendered
    assert not re.search(r"<b>(?!(Say|Leave it alone|Not sure):</b>)[^&]", rendered.replace("<b>&lt;", "<b>&"))


@pytest.mark.parametrize("component", component_names())
def test_a_component_is_told_whole(component: str) -> None:
    """One macro of the component's name, words on each of its parameters and no other, and one example that escapes."""
    macro = getattr(environment(THEME).get_template(f"components/{component}/{component}.html").module, component)
    told = about(component)
    assert set(told) == {"purpose", "params", "examples"}
    assert set(told["params"]) == set(macro.arguments) - {"site"}
    assert all(str(words).strip() for words in (told["purpose"], *told["params"].values()))
    assert [example["name"] for example in told["examples"]].count("escapes text") == 1
