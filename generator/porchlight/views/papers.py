# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The paper chain: all papers, what to get first on top, and for each who gives it, what it needs and what it opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from porchlight.model import paths
from porchlight.model.paper_chain import given, needed
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.views.cards import card, role_text
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.list_parts import Group
from porchlight.views.order import in_order, leading
from porchlight.views.pages import Page
from porchlight.views.paper_types import PapersView, PaperView
from porchlight.views.parts import Empty, Link

FINDERS = ("services", "finder")
"""The resource and the kind of those who know who gives a paper where the hub does not."""

CARDS = 12


def paper_pages(edition: Edition) -> Iterator[Page]:
    """The page of all papers and a page for each; none in a hub whose records name no paper."""
    if edition.papers.papers:
        yield _papers_page(edition)
        yield from (_paper_page(edition, paper) for paper in edition.papers.papers)


def paper_name(edition: Edition, paper: str) -> str:
    """The paper's name in this language."""
    return edition.words(edition.papers.labels[paper])


def paper_link(edition: Edition, paper: str, here: str) -> Link:
    """The way to the page of a paper."""
    return Link(paper_name(edition, paper), edition.href(here, paths.paper_path(paper)))


def paper_steps(edition: Edition, papers: Iterable[str], here: str) -> tuple[Link, ...]:
    """These papers and all that come before them, in the order in which to get them, each with what it needs."""
    return tuple(_step(edition, paper, here) for paper in edition.papers.needed_first(papers))


def _step(edition: Edition, paper: str, here: str) -> Link:
    chain = edition.papers
    count = edition.t("papers.count", n=len(chain.givers[paper])) if paper in chain.givers else edition.t("papers.few")
    before = chain.before.get(paper, ())
    first = edition.t("papers.after", papers=_names(edition, before)) if before else ""
    return Link(
        paper_name(edition, paper), edition.href(here, paths.paper_path(paper)), note=f"{count} {first}".strip()
    )


def _names(edition: Edition, papers: Iterable[str]) -> str:
    return ", ".join(paper_name(edition, paper) for paper in papers)


def _papers_page(edition: Edition) -> Page:
    here, title = paths.papers_path(), edition.t("papers.title")
    intro = edition.t("papers.intro" if any(edition.papers.before.values()) else "papers.intro.loose")
    steps = paper_steps(edition, edition.papers.papers, here)
    view = PapersView(frame(edition, here, title, intro, "papers"), title, intro, steps)
    return Page(edition.path(here), "papers.html", view)


def _paper_page(edition: Edition, paper: str) -> Page:
    chain, here, title = edition.papers, paths.paper_path(paper), paper_name(edition, paper)
    intro = edition.t("papers.paper")
    view = PaperView(
        frame=frame(edition, here, title, intro, "paper", [(edition.t("papers.title"), paths.papers_path())]),
        title=title,
        intro=intro,
        first=paper_steps(edition, chain.before.get(paper, ()), here),
        groups=tuple(_givers(edition, paper, here)),
        empty=None if paper in chain.givers else Empty(edition.t("papers.none"), _who_knows(edition, here)),
        opens=tuple(paper_link(edition, other, here) for other in edition.papers.opens.get(paper, ())),
        helps=tuple(_helps(edition, paper, here)),
    )
    return Page(edition.path(here), "paper.html", view)


def _givers(edition: Edition, paper: str, here: str) -> Iterator[Group]:
    """Who gives the paper, by what they need for it: those who need least first, and whose needs can be met."""
    givers = edition.papers.givers.get(paper, ())
    ways: dict[tuple[str, tuple[str, ...]], list[Record]] = {}
    for giver in in_order(givers):
        ways.setdefault((giver.resource, needed(edition.hub, giver)), []).append(giver)
    for (resource, needs), records in sorted(ways.items(), key=lambda way: _hardness(edition, way[0][1])):
        schema = edition.hub.package.schema_of(resource)
        cards = tuple(card(edition, schema, record, here) for record in leading(records, CARDS))
        title = edition.t("papers.with", papers=_names(edition, needs)) if needs else edition.t("papers.givers")
        yield Group(title, cards, _all_givers(edition, schema, paper, here) if len(records) > len(cards) else None)


def _hardness(edition: Edition, needs: Sequence[str]) -> tuple[bool, int]:
    chain = edition.papers
    return bool(chain.out_of_reach.intersection(needs)), len(chain.needed_first(needs))


def _all_givers(edition: Edition, schema: Schema, paper: str, here: str) -> Link:
    """The list of every record of the resource that gives the paper, or the whole list where it has no such pages."""
    field, records = schema.field_for("gives"), edition.hub.records[schema.resource]
    used = {code for record in records for code in given(edition.hub, record)}
    if field is None or not field.facet or len(used) < 2:
        return Link(edition.title(schema), edition.href(here, paths.list_path(schema.resource)))
    count = sum(paper in given(edition.hub, record) for record in records)
    there = edition.href(here, paths.facet_path(schema.resource, field.name, paper))
    return Link(edition.t("list.more", n=count, title=paper_name(edition, paper)), there)


def _helps(edition: Edition, paper: str, here: str) -> Iterator[Link]:
    """Records that need the paper and give something else than papers, a few, each with its kind."""
    takers = edition.papers.takers.get(paper, ())
    for record in in_order(record for record in takers if not given(edition.hub, record))[:CARDS]:
        yield _to(edition, record, here)


def _to(edition: Edition, record: Record, here: str) -> Link:
    schema, name = edition.hub.package.schema_of(record.resource), edition.name(record)
    there = edition.href(here, paths.record_path(record.resource, record.id))
    return Link(name.value, there, note=role_text(edition, schema, record, "kind"), lang=name.lang)


def _who_knows(edition: Edition, here: str) -> tuple[Link, ...]:
    """The best national doors: 211, and the finder that the hub wants shown first."""
    resource, code = FINDERS
    records = edition.hub.records.get(resource, ())
    kind = edition.hub.package.schema_of(resource).field_for("kind") if records else None
    finders = in_order(record for record in records if kind and code in record.codes(kind.name))
    return (Link(edition.t("home.tonight.call"), "tel:211"), *(_to(edition, record, here) for record in finders[:1]))
