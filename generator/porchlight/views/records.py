# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page of one record, made from its schema's roles: no field is known here by its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from porchlight.model import paths
from porchlight.model.record import Record
from porchlight.model.schema import Field, Schema
from porchlight.views.calls import calls, links
from porchlight.views.cards import EVERYWHERE, not_open, role_text
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.order import in_order
from porchlight.views.pages import Found, Page
from porchlight.views.parts import Detail, Link, Text
from porchlight.views.trust import answers, checked, review, sources, vacancy
from porchlight.views.types import RecordView

ELSEWHERE = frozenset(
    (
        *(
            "id",
            "name",
            "summary",
            "search",
            "kind",
            "status",
            "first",
            "caveat",
            "hours",
            "email",
            "organization",
            "doors",
        ),
        *("items", "visibility", "gone_after", "shown_from", "review_by", "vacancy", "vacancy_on", "where"),
    )
)
"""Roles that stand in a place of their own on the page, or nowhere; every other filled field becomes a detail."""

FIRST = ("who", "who_codes", "cost", "proof")
SAID_BETTER = {"who_codes": "who"}
"""A role that is left out where the other is filled."""

GOES_WITH = {"cost_note": "cost", "proof_on": "proof", "year": "publisher"}
"""A role that stands below the heading of the other where that is filled."""

SCRIPT_LINES = 3
RELATED = 5


def record_pages(edition: Edition, schema: Schema) -> Iterator[Page]:
    """A page per record of the resource."""
    records = edition.hub.records.get(schema.resource, ())
    near = neighbours(schema, in_order(records))
    for record in records:
        yield record_page(edition, schema, record, near[record.id])


def neighbours(schema: Schema, records: Sequence[Record]) -> Mapping[str, Sequence[Record]]:
    """For each record the next ones of its kind, round the circle, so that none is left out everywhere."""
    kind = schema.field_for("kind")
    circles: dict[str, list[Record]] = {}
    for record in records:
        circles.setdefault(record.text(kind.name) if kind else "", []).append(record)
    return {
        record.id: [circle[(at + step) % len(circle)] for step in range(1, min(RELATED + 1, len(circle)))]
        for circle in circles.values()
        for at, record in enumerate(circle)
    }


def record_page(edition: Edition, schema: Schema, record: Record, near: Sequence[Record]) -> Page:
    """The page of a record and its entry in the search index; `near` are the records that it leads on to."""
    here = paths.record_path(schema.resource, record.id)
    name, summary = edition.name(record), edition.text(record, "summary") or Text("")
    view = RecordView(
        frame=frame(
            edition,
            here,
            name.value,
            summary.value,
            "record",
            [(edition.title(schema), paths.list_path(schema.resource))],
        ),
        name=name.value,
        name_lang=name.lang,
        subtitle=_subtitle(edition, schema, record),
        status=not_open(edition, schema, record),
        summary=summary,
        summary_title=_title_of(edition, schema, "summary"),
        vacancy=vacancy(edition, schema, record),
        answers=answers(edition, schema, record),
        details=_details(edition, schema, record),
        calls=calls(edition, record),
        links=links(edition, record),
        hours=_role_text(edition, schema, record, "hours"),
        say=_script(edition, schema) if record.rows("phones") else (),
        caveat=_role_text(edition, schema, record, "caveat"),
        checked=checked(edition, schema, record),
        review=review(edition, schema, record),
        sources=sources(edition, record),
        organization=_organization(edition, schema, record, here),
        related=_related(edition, schema, near, here),
        correct=_correct(edition, record, here),
    )
    return Page(edition.path(here), "record.html", view, found(edition, schema, record))


def _subtitle(edition: Edition, schema: Schema, record: Record) -> tuple[str, ...]:
    parts = (role_text(edition, schema, record, "kind"), role_text(edition, schema, record, "where"))
    return tuple(part for part in parts if part)


def _title_of(edition: Edition, schema: Schema, role: str) -> str:
    field = schema.field_for(role)
    return edition.field_title(field) if field else ""


def _role_text(edition: Edition, schema: Schema, record: Record, role: str) -> Text | None:
    field = schema.field_for(role)
    return edition.text(record, field.name) if field else None


def _script(edition: Edition, schema: Schema) -> tuple[str, ...]:
    keys = (f"say.{schema.resource}.{n}" for n in range(1, SCRIPT_LINES + 1))
    return tuple(edition.t(key) for key in keys if edition.t.has(key))


def _details(edition: Edition, schema: Schema, record: Record) -> tuple[Detail, ...]:
    """Who and what it costs first, then the rest as the schema tells it; two fields for one thing share a heading."""
    filled = [f for f in schema.fields if f.role not in ELSEWHERE and not f.part and f.name in record.values]
    roles = {field.role for field in filled}
    headed = [f for f in filled if SAID_BETTER.get(f.role) not in roles and GOES_WITH.get(f.role) not in roles]
    headed.sort(key=lambda field: FIRST.index(field.role) if field.role in FIRST else len(FIRST))
    return tuple(Detail(edition.field_title(f), _all_texts(edition, filled, f, record)) for f in headed)


def _all_texts(edition: Edition, filled: Sequence[Field], field: Field, record: Record) -> tuple[Text, ...]:
    notes = [other for other in filled if field.role and GOES_WITH.get(other.role) == field.role]
    return tuple(text for each in (field, *notes) for text in _texts(edition, each, record))


def _texts(edition: Edition, field: Field, record: Record) -> tuple[Text, ...]:
    if field.vocabulary:
        return (Text(edition.labels(field, record)),)
    if field.type == "array":
        return tuple(edition.plain(value) for value in record.codes(field.name))
    if field.type == "date":
        return (Text(edition.date_of(record, field.name)),)
    text = edition.text(record, field.name)
    return (text,) if text else ()


def _organization(edition: Edition, schema: Schema, record: Record, here: str) -> Link | None:
    field = schema.field_for("organization")
    if field is None or field.name not in record.values:
        return None
    run_by = edition.find(field.reference, record.text(field.name))
    if run_by is None:
        return None
    return _to(edition, field.reference, run_by, here)


def _related(edition: Edition, schema: Schema, near: Sequence[Record], here: str) -> tuple[Link, ...]:
    return tuple(_to(edition, schema.resource, other, here) for other in near)


def _to(edition: Edition, resource: str, record: Record, here: str) -> Link:
    name = edition.name(record)
    return Link(name.value, edition.href(here, paths.record_path(resource, record.id)), lang=name.lang)


def _correct(edition: Edition, record: Record, here: str) -> Link:
    """Where a mistake can be told: the hub's own address where it gives one, else how to mend it oneself."""
    contact = edition.hub.settings.contact
    if contact:
        return Link(edition.t("record.correct"), f"mailto:{contact}?subject={quote(record.key)}")
    return Link(edition.t("record.mend"), edition.href(here, "about-the-data/") + "#mend")


def found(edition: Edition, schema: Schema, record: Record) -> Found:
    """What search knows of the record: name, kind, place, what decides, and the words that people type."""
    mark, name, numbers = checked(edition, schema, record), edition.name(record), calls(edition, record)
    who = _role_text(edition, schema, record, "who") or Text(role_text(edition, schema, record, "who_codes"))
    meta = {
        "title": name.value,
        "lang": name.lang,
        "resource": schema.resource,
        "kind": role_text(edition, schema, record, "kind"),
        "who": who.value,
        "cost": role_text(edition, schema, record, "cost"),
        "checked_words": mark.words,
        "day": mark.day,
        "days": str(mark.days),
        "use": "yes" if record.codes("doors") and schema.field_for("how_to") else "",
        "call": numbers[0].display if numbers else "",
        "call_href": numbers[0].href if numbers else "",
    }
    words = [name.value, record.text("name"), *record.codes("also_called"), meta["kind"], edition.title(schema),
             edition.words(schema.singular), _place(edition, schema, record), who.value,
             _takes(edition, record), (edition.text(record, "summary") or Text("")).value]  # fmt: skip
    return Found(
        url=edition.path(paths.record_path(schema.resource, record.id)),
        language=edition.language,
        content=". ".join(word for word in words if word),
        meta=tuple((name, value) for name, value in meta.items() if value),
    )


def _takes(edition: Edition, record: Record) -> str:
    """The questions that they answer with yes or "ask first", in the words that people search by."""
    asked = (str(row["question"]) for row in record.rows("answers") if row.get("answer") in ("yes", "case_by_case"))
    words = [(edition.label("question", code), f"search.question.{code}") for code in asked]
    return ". ".join(f"{label} {edition.t(key) if edition.t.has(key) else ''}" for label, key in words)


def _place(edition: Edition, schema: Schema, record: Record) -> str:
    field = schema.field_for("where")
    if field is None or record.codes(field.name) == (EVERYWHERE,):
        return ""
    return edition.labels(field, record)
