# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list sorted by what they say to one question: nobody is hidden, and the sum is told; no script is needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from porchlight.model import paths
from porchlight.model.pages import sorted_by
from porchlight.model.proof import rank
from porchlight.model.record import Record, Row
from porchlight.model.schema import EVERYWHERE, Schema
from porchlight.model.shelf_life import DAYS
from porchlight.views.calls import calls, has_number
from porchlight.views.cards import card
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.list_parts import Band, BandCard, BandCode, Facet, FacetValue, Notice
from porchlight.views.order import in_order
from porchlight.views.pages import PAGE_SIZE, Page
from porchlight.views.parts import Empty, Link, Text
from porchlight.views.trust import said
from porchlight.views.types import BandsView

BANDS: tuple[BandCode, ...] = ("yes", "ask", "unknown", "no", "aside", "closed")
"""In the order in which a page shows them."""

_BAND_OF: Mapping[str, BandCode] = {"yes": "yes", "case_by_case": "ask", "no": "no"}
"""The band of an answer that has a day; every other answer, and none, is not known."""

_HOPEFUL: tuple[BandCode, ...] = ("yes", "ask")
"""The bands of those who may take the reader, as they said themselves."""

MOST_AT_ONCE = 4
"""Questions that stand open above a list; more of them are folded."""

MOST_DOORS = 2


@dataclass(frozen=True, slots=True)
class Sorting:
    """A list sorted by what its records say to one question; every record is in one band.

    `records` are all of them with their bands, in the order in which pages show them.
    """

    schema: Schema
    question: str
    bands: Mapping[BandCode, Sequence[Record]]
    records: Sequence[tuple[BandCode, Record]]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands on every page of a sorting: counted once, not once a page. `counts` come from `open_to`."""

    counts: Mapping[str, int]
    old: Notice | None
    unasked: Empty | None


def band_pages(edition: Edition, schema: Schema) -> Iterator[Page]:
    """Every page of the list sorted by each of its questions; a list that holds nothing has none."""
    records = local_first(edition, schema)
    counts = open_to(schema, records)
    for question in sorted_by(edition.hub, schema):
        sorting = sort(schema, question, records)
        around = Around(counts, _old(edition, sorting), _unasked(edition, sorting))
        last = -(-len(records) // PAGE_SIZE)
        for number in range(1, last + 1):
            yield _page(edition, sorting, around, number, last)


def local_first(edition: Edition, schema: Schema) -> list[Record]:
    """In the order of lists, but help for the whole country after help for a part of it.

    What is best proved comes first, what has no number to call after what has one, and what is closed stays last.
    """
    where, proofs = schema.field_for("where"), edition.hub.proofs
    return sorted(
        in_order(edition.hub.records.get(schema.resource, ()), proofs),
        key=lambda record: (
            not record.is_open,
            rank(proofs.get(record.key)),
            not has_number(record),
            bool(where and EVERYWHERE in record.codes(where.name)),
        ),
    )


def sort(schema: Schema, question: str, records: Sequence[Record]) -> Sorting:
    """The records in their bands, in the order given; a band that holds none is left out."""
    held: dict[BandCode, list[Record]] = {code: [] for code in BANDS}
    for record in records:
        held[band_of(schema, record, question)].append(record)
    shown = [(code, record) for code, of_band in held.items() for record in of_band]
    return Sorting(schema, question, {code: held[code] for code in BANDS if held[code]}, shown)


def band_of(schema: Schema, record: Record, question: str) -> BandCode:
    """The band of a record: what is closed has its own, and so have kinds that are not asked, until they answer."""
    row = given(record, question)
    if not record.is_open:
        return "closed"
    if row is None and not schema.is_asked(record):
        return "aside"
    return _BAND_OF.get(str(row["answer"]), "unknown") if row and "as_of" in row else "unknown"


def given(record: Record, question: str) -> Row | None:
    """What the record says to the question, None where nothing is written."""
    for row in record.rows("answers"):
        if row["question"] == question:
            return row
    return None


def open_to(schema: Schema, records: Sequence[Record]) -> Mapping[str, int]:
    """How many records say yes or “ask first” to each question of the resource."""
    return {q: sum(band_of(schema, record, q) in _HOPEFUL for record in records) for q in schema.questions}


def question_links(edition: Edition, schema: Schema, counts: Mapping[str, int], here: str, current: str = "") -> Facet:
    """The way from `here` to the list sorted by each question; `counts` come from `open_to`."""
    values = tuple(
        FacetValue(
            edition.label("question", question),
            edition.href(here, paths.band_path(schema.resource, question)),
            count,
            current=question == current,
        )
        for question, count in counts.items()
    )
    return Facet(edition.t("record.answers"), values, current=len(values) <= MOST_AT_ONCE)


def _page(edition: Edition, sorting: Sorting, around: Around, number: int, last: int) -> Page:
    schema, whole = sorting.schema, paths.list_path(sorting.schema.resource)
    path = _path(sorting, number)
    title = edition.title(schema)
    heading, intro = f"{title}: {edition.label('question', sorting.question)}", edition.t("bands.intro")
    view = BandsView(
        frame=frame(
            edition,
            path,
            heading if number == 1 else f"{heading}, {edition.t('list.page', number=number)}",
            intro,
            "list",
            [(title, whole)],
        ),
        title=heading,
        intro=intro,
        count=_sum(edition, sorting, number, last),
        old=around.old,
        questions=question_links(edition, schema, around.counts, path, sorting.question),
        everything=Link(edition.t("list.all", title=title), edition.href(path, whole)),
        unasked=around.unasked,
        bands=tuple(_bands(edition, sorting, path, number)),
        previous=_page_link(edition, sorting, path, number - 1) if number > 1 else None,
        next=_page_link(edition, sorting, path, number + 1) if number < last else None,
    )
    return Page(edition.path(path), "bands.html", view)


def _path(sorting: Sorting, number: int) -> str:
    return paths.numbered(paths.band_path(sorting.schema.resource, sorting.question), number)


def _page_link(edition: Edition, sorting: Sorting, here: str, number: int) -> Link:
    return Link(edition.t("list.page", number=number), edition.href(here, _path(sorting, number)))


def _sum(edition: Edition, sorting: Sorting, number: int, last: int) -> str:
    """“22 entries: 3 say yes, 4 ask first, 14 not known, 1 says no.”"""
    parts = [edition.t(f"bands.count.{code}", n=len(records)) for code, records in sorting.bands.items()]
    total = edition.t("bands.sum", n=len(sorting.records), parts=", ".join(parts))
    return total if last == 1 else f"{total} {edition.t('list.page_of', number=number, last=last)}"


def _old(edition: Edition, sorting: Sorting) -> Notice | None:
    """From the day on which the first of the answers that give hope is past its life: the sum still counts it."""
    days = [_as_of(record, sorting.question) for code in _HOPEFUL for record in sorting.bands.get(code, ())]
    if not days:
        return None
    begins = min(days) + timedelta(days=DAYS["policy"] + 1)
    return Notice(Text(edition.t("bands.old")), Text(edition.t("bands.old.ask")), begins.isoformat())


def _as_of(record: Record, question: str) -> date:
    row = given(record, question)
    assert row
    day = row["as_of"]
    assert isinstance(day, date)
    return day


def _bands(edition: Edition, sorting: Sorting, here: str, number: int) -> Iterator[Band]:
    """The part of each band that stands on the page: its cards are counted through all bands."""
    shown = sorting.records[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    for code, records in sorting.bands.items():
        cards = tuple(_card(edition, sorting, record, here) for of, record in shown if of == code)
        if cards:
            title, note = edition.t(f"bands.title.{code}"), edition.t(f"bands.note.{code}")
            yield Band(code, title, note, len(records), cards)


def _card(edition: Edition, sorting: Sorting, record: Record, here: str) -> BandCard:
    told = said(edition, sorting.schema, record).get(sorting.question)
    return BandCard(card(edition, sorting.schema, record, here), told)


def _unasked(edition: Edition, sorting: Sorting) -> Empty | None:
    """Where no answer is known, the doors that lead on: what the hub shows first for the same need, and 211."""
    if sorting.bands.keys() & {"yes", "ask", "no"}:
        return None
    help_line = Link(edition.t("home.tonight.call"), "tel:211", note=edition.t("bands.unasked.help"))
    doors = [link for link in _first_numbers(edition, sorting) if link.href != help_line.href]
    return Empty(edition.t("bands.unasked"), (*doors, help_line))


def _first_numbers(edition: Edition, sorting: Sorting) -> Iterator[Link]:
    """The number of each record that the whole hub shows first behind the door that most of the list stands behind."""
    doors = Counter(door for _, record in sorting.records for door in record.codes("doors"))
    door = doors.most_common(1)[0][0] if doors else ""
    early = [
        record
        for schema in edition.hub.package.schemas
        for record in edition.hub.records.get(schema.resource, ())
        if door in record.codes("doors") and "first" in record.values and record.rows("phones")
    ]
    for record in in_order(early)[:MOST_DOORS]:
        number, name = calls(edition, record)[0], edition.name(record)
        yield Link(number.action, number.href, note=number.display, lang=name.lang)
