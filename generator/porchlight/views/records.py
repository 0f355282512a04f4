# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page of one record, made from its schema's roles: no field is known here by its name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import inf

from porchlight.model import paths
from porchlight.model.paper_chain import PaperChain
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.views.asking import house_rules, steps, to_say, will_ask
from porchlight.views.by_place_link import by_place_link
from porchlight.views.calendar import calendar_file
from porchlight.views.calls import calls, faxes, links, wrong_numbers
from porchlight.views.cards import not_open, role_text
from porchlight.views.closures import closed_from
from porchlight.views.compare import compare_link
from porchlight.views.corrections import corrections_of
from porchlight.views.details import details, is_few_places
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.hours import open_hours, own_hours
from porchlight.views.job_limits import job_limits
from porchlight.views.matching import start_link
from porchlight.views.nearby import Points, is_full, miles, neighbor, neighbors
from porchlight.views.next_best import Rooms, next_best, rooms_by_kind
from porchlight.views.notices import notices_about
from porchlight.views.order import in_order
from porchlight.views.pages import Page
from porchlight.views.parts import Link, Text
from porchlight.views.place_links import place_links
from porchlight.views.record_papers import papers
from porchlight.views.record_parts import NextBest, Vacancy
from porchlight.views.reporting import report_form
from porchlight.views.search_records import found
from porchlight.views.sharing import share
from porchlight.views.trust import answers, checked, in_short, review, sources, vacancy
from porchlight.views.types import RecordView
from porchlight.views.whereabouts import points_of


@dataclass(frozen=True, slots=True)
class Around:
    """What a record's page must know of the others of its resource; `rooms` where it leads on to them."""

    rooms: Callable[[], Mapping[str, Rooms]]
    points: Points
    chain: PaperChain


def record_pages(
    edition: Edition, schema: Schema, only: Collection[str] | None = None, points: Points | None = None
) -> Iterator[Page]:
    """A page per record of the resource; of those with the ids `only`, where they are given.

    `points` are all records' (`whereabouts.points_of`), where someone knows them already.
    """
    records = in_order(edition.hub.records.get(schema.resource, ()), edition.hub.proofs)
    where = points_of(schema, records) if points is None else points

    @cache
    def rooms() -> Mapping[str, Rooms]:
        may_open = (record for record in records if closed_from(edition, record) is None)
        return rooms_by_kind(schema, may_open, where)

    around = Around(rooms, where, edition.papers)
    near = neighbors(schema, records, where, only)
    for record in edition.hub.records.get(schema.resource, ()):
        if only is None or record.id in only:
            yield record_page(edition, schema, record, near[record.id], around)


def record_page(edition: Edition, schema: Schema, record: Record, near: Sequence[Record], around: Around) -> Page:
    """The page of a record and its entry in the search index; `near` are the records that it leads on to."""
    here = paths.record_path(schema.resource, record.id)
    name, summary = edition.name(record), edition.text(record, "summary") or Text("")
    decides, rest = details(edition, schema, record)
    numbers, full = calls(edition, record), is_full(schema, record)
    free = vacancy(edition, schema, record)
    shut = _next_best(edition, schema, record, around, free if full else None)
    view = RecordView(
        frame=frame(
            edition,
            here,
            name.value,
            summary.value,
            "record",
            [(edition.title(schema), paths.list_path(schema.resource))],
            posts_to=(edition.hub.settings.form_service,),
        ),
        name=name.value,
        name_lang=name.lang,
        subtitle=_subtitle(edition, schema, record),
        notices=notices_about(edition, record),
        next_best=shut,
        vacancy=None if shut else free,
        decides=decides,
        in_short=in_short(edition, record),
        checked=checked(edition, schema, record),
        calls=numbers,
        faxes=faxes(edition, record),
        wrong=wrong_numbers(edition, record),
        open_hours=open_hours(edition, schema, record),
        hours=own_hours(edition, schema, record),
        say=to_say(edition, schema, record) if numbers else (),
        asks=will_ask(edition, schema, record) if numbers else None,
        links=links(edition, record),
        summary=summary,
        answers=answers(edition, schema, record),
        caveat=_role_text(edition, schema, record, "caveat"),
        papers=papers(edition, schema, record, around.chain, here),
        steps=steps(edition, schema, record),
        house_rules=house_rules(edition, record),
        job_limits=job_limits(edition, record),
        rules=_role_text(edition, schema, record, "rules"),
        details=rest,
        review=review(edition, schema, record),
        organization=_organization(edition, schema, record, here),
        related=tuple(neighbor(edition, schema, record, other, around.points, here) for other in near),
        related_note=_related_note(edition, record, near, around.points),
        sources=sources(edition, record),
        corrections=corrections_of(edition, record, here),
        report=report_form(edition, record, here),
        share=share(edition, record),
        calendar=calendar_file(edition, schema, record, here),
        start=start_link(edition, schema, here),
        compare=_side_by_side(edition, schema, record, here),
        places=place_links(edition, schema.codes_of(record, "where"), here) if is_few_places(schema, record) else (),
    )
    return Page(edition.path(here), "record.html", view, found(edition, schema, record))


def _side_by_side(edition: Edition, schema: Schema, record: Record, here: str) -> Link | None:
    """The way to all of its kind: by place where each place has its own."""
    return by_place_link(edition, schema, here, record) or compare_link(edition, schema, here)


def _subtitle(edition: Edition, schema: Schema, record: Record) -> tuple[str, ...]:
    where = role_text(edition, schema, record, "where") if is_few_places(schema, record) else ""
    place = ", ".join(part for part in (role_text(edition, schema, record, "city"), where) if part)
    return tuple(part for part in (role_text(edition, schema, record, "kind"), place) if part)


def _role_text(edition: Edition, schema: Schema, record: Record, role: str) -> Text | None:
    field = schema.field_for(role)
    return edition.text(record, field.name) if field else None


def _next_best(
    edition: Edition, schema: Schema, record: Record, around: Around, full: Vacancy | None
) -> NextBest | None:
    """Where to go instead of a place that is not open, or that is full; None where it may have room."""
    status, here = not_open(edition, schema, record), paths.record_path(schema.resource, record.id)
    if not status and not full:
        return None
    others = next_best(schema, record, around.rooms(), around.points)
    whole = edition.href(here, paths.list_path(schema.resource))
    return NextBest(
        title=status or edition.t("record.full"),
        words=edition.t("record.status") if status else full.words if full else "",
        places=tuple(neighbor(edition, schema, record, other, around.points, here) for other in others),
        everything=Link(edition.t("list.all", title=edition.title(schema)), whole),
        until="" if status or not full else full.until,
    )


def _related_note(edition: Edition, record: Record, near: Sequence[Record], points: Points) -> str:
    return edition.t("near.crow") if any(1 <= miles(record, other, points) < inf for other in near) else ""


def _organization(edition: Edition, schema: Schema, record: Record, here: str) -> Link | None:
    field = schema.field_for("organization")
    if field is None or field.name not in record.values:
        return None
    run_by = edition.find(field.reference, record.text(field.name))
    if run_by is None:
        return None
    name, there = edition.name(run_by), paths.record_path(field.reference, run_by.id)
    return Link(name.value, edition.href(here, there), lang=name.lang)
