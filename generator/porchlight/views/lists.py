# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The list of a resource: whole, narrowed by one facet value, page by page; every one works without a script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from porchlight.model import paths
from porchlight.model.pages import narrowed, narrows_to
from porchlight.model.places import states_of
from porchlight.model.record import Record
from porchlight.model.schema import EVERYWHERE, Field, Schema
from porchlight.views.bands import open_to, question_links
from porchlight.views.by_place_link import by_place_link
from porchlight.views.cards import card
from porchlight.views.compare import compare_link
from porchlight.views.edition import Edition
from porchlight.views.finder import finder, has_finder, is_long, picks
from porchlight.views.frames import frame
from porchlight.views.list_parts import Facet, FacetValue, Finder, Group, Pick
from porchlight.views.matching import match_link, start_link
from porchlight.views.order import in_order
from porchlight.views.pages import PAGE_SIZE, Page
from porchlight.views.parts import Empty, Link
from porchlight.views.place_links import place_links
from porchlight.views.sketch_map import SketchMap, sketch_map
from porchlight.views.thanks import thanks_link
from porchlight.views.types import ListView
from porchlight.views.whereabouts import only_state

NATIONAL = 6
"""Records for a state or the whole country that follow those of a place in it; a link leads to the rest."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The facet value by which a list is narrowed."""

    field: Field
    code: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A resource ready to be listed: its facets' values are counted once, not once a page.

    `counts` holds only facets that tell records apart: one value alone narrows nothing. `open_to` tells how many say
    yes or “ask first” to each question. `finds` is true where there is a finder, `is_long` where its data are a file
    per place; `named` are the records for each place by its code.
    """

    schema: Schema
    records: Sequence[Record]
    counts: Mapping[str, Mapping[str, int]]
    open_to: Mapping[str, int]
    picks: Sequence[Pick]
    finds: bool
    is_long: bool
    named: Mapping[str, Sequence[Record]]

    @property
    def facets(self) -> tuple[Field, ...]:
        """The facets that tell records apart, in schema order."""
        return tuple(field for field in self.schema.facets if field.name in self.counts)


def list_pages(edition: Edition, schema: Schema) -> Iterator[Page]:
    """Every page of the resource's list, then every page of each facet value that leaves something."""
    records = in_order(edition.hub.records.get(schema.resource, ()), edition.hub.proofs)
    counts = narrowed(edition.hub, schema)
    listing = Listing(
        schema,
        records,
        counts,
        open_to=open_to(schema, records) if records else {},
        picks=picks(edition, schema, records),
        finds=bool(records) and has_finder(schema),
        is_long=is_long(schema, records),
        named=_by_code((schema.codes_of(record, "where"), record) for record in records),
    )
    yield from _pages(edition, listing, records, None)
    for field in listing.facets:
        left = _by_code((narrows_to(field, record, edition.places), record) for record in records)
        for code in counts[field.name]:
            yield from _pages(edition, listing, left[code], Narrowing(field, code))


def _by_code(held: Iterable[tuple[Iterable[str], Record]]) -> Mapping[str, Sequence[Record]]:
    """The records of each code, in their order: they are gone through once, not once for each code."""
    found: dict[str, list[Record]] = {}
    for codes, record in held:
        for code in dict.fromkeys(codes):
            found.setdefault(code, []).append(record)
    return found


def _pages(
    edition: Edition, listing: Listing, records: Sequence[Record], narrowing: Narrowing | None
) -> Iterator[Page]:
    last = max(1, -(-len(records) // PAGE_SIZE))
    for number in range(1, last + 1):
        yield _page(edition, listing, records, narrowing, number, last)


def _path(schema: Schema, narrowing: Narrowing | None) -> str:
    if narrowing is None:
        return paths.list_path(schema.resource)
    return paths.facet_path(schema.resource, narrowing.field.name, narrowing.code)


def _page(
    edition: Edition,
    listing: Listing,
    records: Sequence[Record],
    narrowing: Narrowing | None,
    number: int,
    last: int,
) -> Page:
    schema = listing.schema
    path = paths.numbered(_path(schema, narrowing), number)
    shown = records[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    whole = paths.list_path(schema.resource)
    title, heading = edition.title(schema), _heading(edition, schema, narrowing)
    intro = edition.words(schema.intros)
    view = ListView(
        frame=frame(
            edition,
            path,
            heading if number == 1 else f"{heading}, {edition.t('list.page', number=number)}",
            intro,
            "list",
            [(title, whole)] if narrowing or number > 1 else [],
        ),
        title=heading,
        intro=intro,
        count=_sum(edition, len(records), number, last),
        questions=_questions(edition, listing, path) if narrowing is None else None,
        finder=_finder(edition, listing, path) if narrowing is None else None,
        map=_map(edition, schema, records, narrowing) if number == 1 else None,
        facets=_facets(edition, listing, narrowing, path),
        groups=tuple(_groups(edition, listing, shown, narrowing if number == last else None, path)),
        everything=Link(edition.t("list.all", title=title), edition.href(path, whole)) if narrowing else None,
        previous=_page_link(edition, schema, narrowing, path, number - 1) if number > 1 else None,
        next=_page_link(edition, schema, narrowing, path, number + 1) if number < last else None,
        empty=None if shown else _empty(edition, schema, path),
        compare=compare_link(edition, schema, path) if number == 1 and narrowing is None else None,
        by_place=by_place_link(edition, schema, path) if number == 1 and narrowing is None else None,
        asked=_asked(edition, schema, path) if number == 1 and narrowing is None else (),
        places=_places(edition, narrowing, path) if number == 1 else (),
        helping=tuple(_helping(edition, schema, path)) if narrowing is None else (),
    )
    return Page(edition.path(path), "list.html", view)


def _places(edition: Edition, narrowing: Narrowing | None, here: str) -> tuple[Link, ...]:
    """The page of the place that the list is narrowed to."""
    return place_links(edition, [narrowing.code], here) if narrowing and narrowing.field.role == "where" else ()


def _helping(edition: Edition, schema: Schema, here: str) -> Iterator[Link]:
    """The ways on for people who want to help, where the records are roles."""
    for way in (match_link, start_link, thanks_link):
        if link := way(edition, schema, here):
            yield link


def _asked(edition: Edition, schema: Schema, here: str) -> tuple[Link, ...]:
    """The parts of a poll that ask what this list holds: a link, since the form would weigh on the busiest pages."""
    return tuple(
        Link(
            edition.t("poll.missing", title=questionnaire.said(block.title, edition.language)),
            f"{edition.href(here, paths.poll_path(questionnaire.id))}#{block.id}",
        )
        for questionnaire in edition.hub.questionnaires
        for block in questionnaire.blocks
        if any(query.resource == schema.resource for item in block.items for query in item.supply)
    )


def _map(edition: Edition, schema: Schema, records: Sequence[Record], narrowing: Narrowing | None) -> SketchMap | None:
    """A sketch of the one state that the list is about, be it chosen or the only one of its records."""
    if narrowing and narrowing.field.role == "where":
        return next((sketch_map(edition, schema, records, state) for state in states_of([narrowing.code])), None)
    states = {state for record in records if (state := only_state(schema, record))}
    return sketch_map(edition, schema, records, states.pop()) if len(states) == 1 else None


def _groups(
    edition: Edition, listing: Listing, shown: Sequence[Record], ended: Narrowing | None, here: str
) -> Iterator[Group]:
    """The records shown; where a list narrowed by a place has `ended`, help for what it lies in follows."""
    schema = listing.schema
    if shown:
        yield Group("", tuple(card(edition, schema, record, here) for record in shown))
    if ended and ended.field.role == "where" and ended.code != EVERYWHERE:
        for code in (*edition.places.above(ended.code), EVERYWHERE):
            if around := listing.named.get(code):
                yield _around(edition, Narrowing(ended.field, code), schema, around, here)


def _around(edition: Edition, wider: Narrowing, schema: Schema, records: Sequence[Record], here: str) -> Group:
    title = edition.label(wider.field.vocabulary, wider.code)
    cards = tuple(card(edition, schema, record, here) for record in records[:NATIONAL])
    more = Link(
        edition.t("list.more", n=len(records), title=title),
        edition.href(here, _path(schema, wider)),
    )
    return Group(title, cards, more if len(records) > len(cards) else None)


def _heading(edition: Edition, schema: Schema, narrowing: Narrowing | None) -> str:
    title = edition.title(schema)
    return f"{title}: {edition.label(narrowing.field.vocabulary, narrowing.code)}" if narrowing else title


def _sum(edition: Edition, total: int, number: int, last: int) -> str:
    count = edition.t("list.count", n=total)
    return count if last == 1 else f"{count} {edition.t('list.page_of', number=number, last=last)}"


def _page_link(edition: Edition, schema: Schema, narrowing: Narrowing | None, here: str, number: int) -> Link:
    there = paths.numbered(_path(schema, narrowing), number)
    return Link(edition.t("list.page", number=number), edition.href(here, there))


def _questions(edition: Edition, listing: Listing, here: str) -> Facet | None:
    return question_links(edition, listing.schema, listing.open_to, here) if listing.open_to else None


def _finder(edition: Edition, listing: Listing, here: str) -> Finder | None:
    return finder(edition, listing.schema, listing.picks, listing.is_long, here) if listing.finds else None


def _facets(edition: Edition, listing: Listing, narrowing: Narrowing | None, here: str) -> tuple[Facet, ...]:
    return tuple(_facet(edition, listing, field, narrowing, here) for field in listing.facets)


def _facet(edition: Edition, listing: Listing, field: Field, narrowing: Narrowing | None, here: str) -> Facet:
    chosen = narrowing.code if narrowing and narrowing.field == field else ""
    values = tuple(
        FacetValue(
            edition.label(field.vocabulary, code),
            edition.href(here, paths.facet_path(listing.schema.resource, field.name, code)),
            count,
            current=code == chosen,
        )
        for code, count in listing.counts[field.name].items()
    )
    return Facet(edition.field_title(field), values, current=bool(chosen))


def _empty(edition: Edition, schema: Schema, here: str) -> Empty:
    about = edition.href(here, "about-the-data/")
    giving = [each for each in edition.articles if each.slug == paths.GIVE_STORY and schema.field_for("taken_back")]
    doors = (
        *(Link(each.title, edition.href(here, f"{each.slug}/")) for each in giving),
        Link(edition.t("list.tell_us"), f"{about}#mend")
        if schema.empties
        else Link(edition.t("list.add_first"), f"{about}#add"),
        Link(edition.t("nav.search"), edition.href(here, "search/")),
        Link(edition.t("nav.home"), edition.href(here, "")),
    )
    return Empty(edition.words(schema.empties) or edition.t("list.empty"), doors)
