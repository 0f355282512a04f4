# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the check knows of pages is what the views make: every way to one is allowed, every second one is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from porchlight.checking.context import Context
from porchlight.checking.rules.short_codes import former_id_taken
from porchlight.checking.rules.taken import address_taken
from porchlight.checking.run import check_hub
from porchlight.model.hub import Article, Hub
from porchlight.model.pages import own_pages
from porchlight.model.short_codes import former_keys, records_with_pages
from porchlight.problems import Place
from porchlight.site.theme import catalog, theme_folder
from porchlight.views.edition import Assets, Edition
from porchlight.views.edition_pages import edition_pages
from porchlight.views.pages import Page
from tests.checking.hubs import HUBS, ROOT, TODAY, minimal_hub

NOT_LED_TO = {"short.html", "not_found.html", "poll_fragment.html"}
"""Templates of pages that no text leads to."""


@pytest.fixture(scope="module")
def full() -> Hub:
    """The made-up county as it is shown, where every feature is lit."""
    return check_hub(HUBS / "full", TODAY).hub.shown_on(TODAY)


@pytest.fixture(scope="module")
def minimal(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    """The hub with a record or so of each resource."""
    return check_hub(minimal_hub(tmp_path_factory.mktemp("minimal")), TODAY).hub.shown_on(TODAY)


def pages(hub: Hub, language: str = "en") -> Iterator[Page]:
    """Every page of the hub in a language."""
    looks = Assets("site.css", "main.js", "icon.svg")
    return edition_pages(Edition(hub, language, catalog(theme_folder(ROOT), language), looks))


def without_texts(hub: Hub) -> Hub:
    """The hub with nothing but what its data says."""
    return replace(hub, articles=())


@pytest.mark.parametrize("which", ["full", "minimal"])
def test_the_check_knows_the_pages_that_the_views_make(which: str, request: pytest.FixtureRequest) -> None:
    """In both directions: a page that nobody may link to is as wrong as a link to a page that nobody makes."""
    hub = without_texts(request.getfixturevalue(which))
    records = {f"{record.key}/" for _, record in records_with_pages(hub)}
    made = {page.path for page in pages(hub) if page.template not in NOT_LED_TO}
    aside = {path for path in made if "page-" in path or "/embed/" in path}
    assert made - aside - records == set(own_pages(hub)) - {"patterns/"}


def test_no_text_takes_the_address_of_any_page(full: Hub) -> None:
    """A former address is told where the record names it, so the other rule tells those."""
    bare = without_texts(full)
    former = {key for schema, record in records_with_pages(full) for key in former_keys(schema, record)}
    made = [page.path.removesuffix("/index.html").strip("/") for lang in ("en", "es") for page in pages(bare, lang)]
    slugs = {path.removesuffix(".html") for path in made} - {"", "about-the-data", *former}
    texts = tuple(Article(slug, "en", "X", "X", "X.", place=Place(slug)) for slug in sorted(slugs))

    told = {problem.place.file for problem in address_taken(Context(replace(full, articles=texts), TODAY, Place))}

    assert len(slugs) > 300
    assert slugs - told == set()


def below_lists(hub: Hub) -> dict[str, list[str]]:
    """What stands below the list of each resource and is no record of it, by the name that a record could have."""
    held = list(records_with_pages(hub))
    of_records = {key for schema, record in held for key in (record.key, *former_keys(schema, record))}
    made = {page.path.strip("/") for page in pages(without_texts(hub))} - of_records
    pairs = {(resource, rest.split("/")[0]) for resource, _, rest in (path.partition("/") for path in made) if rest}
    return {each: sorted(name for of, name in pairs if of == each) for each in {schema.resource for schema, _ in held}}


def test_no_record_is_called_like_a_page_below_its_list(full: Hub) -> None:
    """The page of partners stands below the list of employers, though it tells of other records."""
    below = below_lists(full)
    held = {each: tuple(replace(full.records[each][0], id=name) for name in names) for each, names in below.items()}

    context = Context(replace(full, records=held), TODAY, lambda record, *_: Place(record.key))

    told = {problem.place.file for problem in address_taken(context)}
    assert "partners" in below["employers"]
    assert {f"{each}/{name}" for each, names in below.items() for name in names} - told == set()


def test_no_record_was_called_like_a_page_below_its_list(full: Hub) -> None:
    below, held = below_lists(full), {}
    for schema, record in records_with_pages(full):
        if field := schema.field_for("formerly"):
            values = {**record.values, field.name: tuple(below[schema.resource])}
            held[schema.resource] = (replace(record, values=values),)

    context = Context(replace(full, records=held), TODAY, lambda record, *_: Place(record.resource))

    told = [problem.place.file for problem in former_id_taken(context)]
    assert held
    assert {each: told.count(each) for each in held} == {each: len(below[each]) for each in held}
