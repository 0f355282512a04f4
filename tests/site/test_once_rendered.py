# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What many pages print alike is rendered once, and never printed in place of anything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment
from jinja2.runtime import Macro
from markupsafe import Markup

from porchlight.model.record import Record, Row, Value
from porchlight.site.once import Once
from porchlight.site.theme import environment
from porchlight.views.edition_pages import edition_pages
from tests.theme.components import THEME, site
from tests.views.fakes import CALLED, HOUSING, PHONE, edition, record

MAYBE = st.booleans()
YES: Row = {"question": "registry", "answer": "yes", "as_of": date(2026, 11, 2), "how": "phone"}


def at_once(macro: Macro, **args: Any) -> str:
    """The filter as if nothing were kept."""
    return macro(**args)


def printed(source: str, **values: Any) -> str:
    """What a template prints with the theme's own filters."""
    return (
        environment(THEME)
        .from_string("{% macro told(one, two=2) %}[{{ one }}{{ two }}]{% endmacro %}" + source)
        .render(**values)
    )


def test_markup_and_the_text_that_equals_it_are_told_apart() -> None:
    both = printed(
        "{{ told | once(one=text) }}{{ told | once(one=markup) }}{{ told | once(one=text) }}",
        text="<b>",
        markup=Markup("<b>"),
    )
    assert both == "[&lt;b&gt;2][<b>2][&lt;b&gt;2]"


def test_what_is_equal_but_another_thing_is_rendered_as_what_it_is() -> None:
    assert (
        printed("{{ told | once(one=1) }}{{ told | once(one=true) }}{{ told | once(one=1.0) }}") == "[12][True2][1.02]"
    )


def test_the_same_things_in_other_places_are_another_text() -> None:
    told = "{{ told | once(one=a, two=b) }}{{ told | once(one=b, two=a) }}{{ told | once(two=a, one=b) }}"
    assert printed(told, a="a", b="b") == "[ab][ba][ba]"


def test_a_thing_that_is_gone_leaves_its_text_to_no_other() -> None:
    """Python gives a new thing the identity of one that nobody holds."""
    once, told = Once(), Macro(Environment(autoescape=True), str, "told", ["one"], False, False, False)
    assert [once(told, one=[n]) for n in range(50)] == [Markup([n]) for n in range(50)]


def test_what_is_rendered_is_markup_and_escaped_once() -> None:
    assert printed("{{ told | once(one='<') }}{{ told | once(one='<') ~ '<' }}") == "[&lt;2][&lt;2]&lt;"


def home(name: str, has_phone: bool, is_checked: bool, is_closed: bool, answered: bool) -> Record:
    """A home that has some of what a card shows."""
    values: dict[str, Value] = {"doors": ("stay",), "who_codes": ("men",), "status": "closed" if is_closed else "open"}
    parts = {"phones": has_phone and (PHONE,), "checks": is_checked and (CALLED,), "answers": answered and (YES,)}
    return record(name, values, **{part: rows for part, rows in parts.items() if rows})


def pages(language: str, homes: list[Record], once: Callable[..., str]) -> list[str]:
    """Every page of an edition of these homes."""
    templates = environment(THEME)
    templates.filters["once"] = once
    return [
        templates.get_template(page.template).render(site=site(language), view=page.view)
        for page in edition_pages(edition(*homes, language=language))
    ]


@settings(max_examples=20)
@given(language=st.sampled_from(["en", "es"]), made=st.lists(st.tuples(MAYBE, MAYBE, MAYBE, MAYBE), max_size=3))
def test_every_page_is_as_if_nothing_were_kept(language: str, made: list[tuple[bool, bool, bool, bool]]) -> None:
    homes = [home(f"home-{number}", *each) for number, each in enumerate(made)]
    assert pages(language, homes, Once()) == pages(language, homes, at_once)


def test_however_many_pages_list_a_record_its_card_is_rendered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    homes = [home(name, True, True, False, True) for name in ("ash", "birch")]
    rendered: Counter[str] = Counter()
    plainly = Macro.__call__

    def counted(macro: Macro, *args: Any, **kwargs: Any) -> str:
        rendered[macro.name] += 1
        return plainly(macro, *args, **kwargs)

    monkeypatch.setattr(Macro, "__call__", counted)
    shown = "".join(pages("en", homes, Once()))
    assert shown.count('<article class="card">') > 2 * len(homes)
    assert rendered["above"] <= rendered["below"] == len(homes)
    assert rendered["answer"] == len(homes) * len(HOUSING.questions)
