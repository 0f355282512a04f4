# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What makes a page of Markdown a template: whom it is for, and the fields that its `{{places}}` name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from porchlight.model.schema import Package
from porchlight.model.template import FIELD_KINDS, FIELD_NAME, OF_RECORDS, SOURCES, FieldKind, Template, TemplateField
from porchlight.problems import Place, Problem
from porchlight.reading.front_matter import Written
from porchlight.reading.saying import did_you_mean, shown
from porchlight.reading.taking import Taker

PLACE = re.compile(r"\{\{\s*([^{}\n]*?)\s*\}\}")
"""A place to fill, with the name of its field."""

TAG = re.compile(r"<(?!https?://)[A-Za-z/!?]")
"""How raw HTML begins; an address between such signs is none."""

_MARK = re.compile(r"[<\[\]]")


def read_template(written: Written, package: Package) -> Template:
    """The template; what does not fit together is added to the taker's problems, with its place."""
    taker = written.taker
    audience = taker.text("audience", needed=True)
    takers = taker.each("fields", "a field")
    template = Template(audience, tuple(_field(each, package) for each in takers))
    taker.problems.extend(_places_of_no_field(written, template))
    taker.problems.extend((*_tags(written), *_marks(takers)))
    taker.problems.extend(_of_no_place(takers, template, {match[1] for match in PLACE.finditer(written.markdown)}))
    return template


def _field(taker: Taker, package: Package) -> TemplateField:
    kinds: dict[str, FieldKind] = {kind: kind for kind in FIELD_KINDS}
    kind = kinds[taker.choice("kind", kinds, "text")]
    if kind == "choice":
        taker.node_of("choices", needed=True)
    field = TemplateField(
        name=_name(taker),
        label=taker.text("label", needed=True),
        kind=kind,
        help=taker.text("help"),
        example=taker.text("example"),
        choices=taker.texts("choices"),
        source=_source(taker, package),
    )
    taker.done()
    return field


def _name(taker: Taker) -> str:
    name = taker.text("name", needed=True)
    if name and not FIELD_NAME.fullmatch(name):
        message = "A field has a name of small letters, digits and “_”, like partner_name."
        taker.problems.append(Problem(taker.place_of("name"), "form", message, shown(name)))
    return name


def _source(taker: Taker, package: Package) -> str:
    source = taker.text("from")
    known = (*SOURCES, *(f"{OF_RECORDS}{schema.resource}" for schema in package.schemas))
    if source and source not in known:
        message = "Nothing of that name can fill a field."
        hint = did_you_mean(source, known) or "Take “from” out, and people fill it in themselves."
        taker.problems.append(Problem(taker.place_of("from"), "template-source-unknown", message, shown(source), hint))
    return source


def _places_of_no_field(written: Written, template: Template) -> Iterator[Problem]:
    known = [field.name for field in template.fields]
    for number, line in enumerate(written.markdown.split("\n")):
        for match in PLACE.finditer(line):
            if match[1] not in known:
                place = Place(written.place.file, written.place.line + number, match.start() + 1)
                message = "No field of this template has the name of this place."
                hint = did_you_mean(match[1], known) or "Add a field with this name above the text."
                yield Problem(place, "template-place-unknown", message, shown(match[0]), hint)


def _tags(written: Written) -> Iterator[Problem]:
    """The file of Markdown holds the text as it stands, and other programs would follow a tag in it."""
    for number, line in enumerate(written.markdown.split("\n")):
        if tag := TAG.search(line):
            place = Place(written.place.file, written.place.line + number, tag.start() + 1)
            yield Problem(
                place, "template-markup", "A template holds no tags.", shown(line[tag.start() :]), "Take it out."
            )


def _marks(takers: tuple[Taker, ...]) -> Iterator[Problem]:
    """The words of a field stand in the files, where its place is still empty."""
    for taker in takers:
        for name, words in (("label", (taker.text("label"),)), ("choices", taker.texts("choices"))):
            for said in filter(_MARK.search, words):
                message = "The words of a field are plain words, without “<”, “[” and “]”."
                yield Problem(taker.place_of(name), "template-markup", message, shown(said), "Take them out.")


def _of_no_place(takers: tuple[Taker, ...], template: Template, places: set[str]) -> Iterator[Problem]:
    for taker, field in zip(takers, template.fields, strict=True):
        if field.name and field.name not in places:
            message = "The text below has no place for this field."
            hint = "Write its name in two pairs of braces where it belongs, or take the field out."
            yield Problem(taker.place_of("name"), "template-field-unused", message, shown(field.name), hint)
        elif template.field(field.name) is not field:
            hint = "Give one of them another name, or take it out."
            yield Problem(
                taker.place_of("name"), "template-field-unused", "Two fields have this name.", shown(field.name), hint
            )
