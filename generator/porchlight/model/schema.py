# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The shape of a Data Package: its resources, their fields, and the roles that a generic page asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from porchlight.model.record import Record

EVERYWHERE = "US"
"""The code of a place that stands for the whole country."""

ROLES = frozenset(
    (
        *("about", "address", "caveat", "city", "claim", "claim_on", "claim_source"),
        *("ask", "certifier", "color", "doubted", "fact", "number", "record_rule"),
        *("cost", "cost_note", "county", "doors", "email", "ends", "first"),
        *("bus", "limits", "limits_why", "offline", "shifts"),
        *("clearance", "clears", "commitment", "consent_for", "consent_on", "skills", "taken_back"),
        *("counted_by", "counted_on", "month"),
        *("formerly", "gives", "gone_after", "hours", "how_to", "id", "items", "jobs", "kind", "language"),
        *(
            "languages",
            "latitude",
            "longitude",
            "name",
            "needs",
            "not_duplicate",
            "open_hours",
            "organization",
            "mended_on",
            "noticed_on",
            "own_hub",
            "papers",
            "place_code",
            "proof",
            "proof_on",
        ),
        *("publisher", "repeats", "review_by", "rules", "say", "search", "short", "shown_from", "standing", "starts"),
        *("status", "stay", "summary", "text", "timezone", "vacancy", "vacancy_on", "venue", "visibility", "when"),
        *("where", "who", "who_codes", "will_ask", "within", "year"),
    )
)
"""What a field can be to a page. A role that is not here is a slip of the pen, and would silently do nothing."""

UNITS = ("hours", "months", "dollars")
"""In what the amounts of a field may be counted; `views/sort_keys.py` knows each."""

Shape = Literal["list", "keyed"]
PageRole = Literal["each", "single", "none"]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """An ordered list of codes with a label per language; `labels[code][language]`.

    `own` are those of the codes that only the hub's own records give.
    """

    name: str
    title: str
    labels: Mapping[str, Mapping[str, str]]
    own: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a resource: a Table Schema field plus its `hub:` properties.

    `type` is a Table Schema type; `array` fields hold codes or texts and become a child table, as does a field
    with a `part`. `titles` holds the title per language, English always. `role` is what a page uses the field
    for (`name`, `summary`, `kind`, `who`, `cost`, `where`, `link`, …), so that no page knows a field by its name.
    `unit` is what its words count, where a table is put in order by them; "" where the words themselves count.
    """

    name: str
    type: str
    titles: Mapping[str, str]
    description: str = ""
    example: str = ""
    constraints: Mapping[str, Any] = field(default_factory=dict)
    format: str = ""
    vocabulary: str = ""
    reference: str = ""
    part: str = ""
    role: str = ""
    facet: bool = False
    private: bool = False
    withheld: bool = False
    translate: bool = False
    shelf_life: str = ""
    unit: str = ""
    hsds: str = ""

    @property
    def required(self) -> bool:
        """True where every record must fill the field."""
        return bool(self.constraints.get("required"))

    @property
    def nested(self) -> bool:
        """True where the field's values live in a child table."""
        return bool(self.part) or self.type == "array"


@dataclass(frozen=True, slots=True)
class PartSchema:
    """A nested part that many resources share: a child table keyed by the record that holds it.

    `list` parts are written as a list of mappings; `keyed` parts as a mapping whose key fills the field `key`.
    """

    name: str
    shape: Shape
    key: str
    fields: tuple[Field, ...]

    def field_named(self, name: str) -> Field | None:
        """The field with that name, or None."""
        return next((f for f in self.fields if f.name == name), None)


@dataclass(frozen=True, slots=True)
class ByPlace:
    """A kind of which each place has its own: a table with a line per place, by the fields `compare`.

    `titles` and `intros` are that page's name and lead per language; `items` are the poll items that it serves. Where
    `field` is given, only the records with its `code` stand there.
    """

    kind: str
    titles: Mapping[str, str]
    intros: Mapping[str, str]
    compare: tuple[str, ...]
    items: tuple[str, ...] = ()
    field: str = ""
    code: str = ""

    def holds(self, record: Record) -> bool:
        """True where the record has the code."""
        return not self.field or self.code in record.codes(self.field)


@dataclass(frozen=True, slots=True)
class Schema:
    """One resource of the Data Package. `folder` is where its records lie, below the hub's folder.

    `titles` and `singular` are names per language; `page` says whether each record has a page of its own
    (`each`), all stand on one page (`single`) or none is shown (`none`). `questions` lists the "will they take me"
    questions that its pages always show, answered or not (codes of the vocabulary `question`), for records of the kinds
    `questions_for` (all where it is empty). `next_kinds` are the kinds to offer where none of a record's own kind has
    room. `script_for` are the kinds for which the catalog's words of what to say on the phone, and what is asked there,
    are true (all where it is empty). `crisis_kinds` are the kinds that people turn to when a life is in danger.
    `law_kinds` are those that someone who reads law should judge, of a resource that ages like a law (all where empty).
    `compare` names the fields by which its records are set side by side (no such page where empty), but those of the
    kind in `by_place`. `empties` is what an empty list says, where “nothing is here yet” would be untrue. `shelf_life`
    is the class of a record's own check.
    """

    resource: str
    folder: str
    titles: Mapping[str, str]
    singular: Mapping[str, str]
    intros: Mapping[str, str]
    fields: tuple[Field, ...]
    page: PageRole = "each"
    shelf_life: str = "page"
    questions: tuple[str, ...] = ()
    questions_for: tuple[str, ...] = ()
    next_kinds: tuple[str, ...] = ()
    script_for: tuple[str, ...] = ()
    crisis_kinds: tuple[str, ...] = ()
    law_kinds: tuple[str, ...] = ()
    compare: tuple[str, ...] = ()
    by_place: ByPlace | None = None
    empties: Mapping[str, str] = field(default_factory=dict)
    hsds: str = ""
    _by_name: Mapping[str, Field] = field(init=False, repr=False, compare=False)
    _by_role: Mapping[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:  # asked for each record of each page: looking through the fields would not do
        object.__setattr__(self, "_by_name", {f.name: f for f in reversed(self.fields)})
        object.__setattr__(self, "_by_role", {f.role: f for f in reversed(self.fields)})

    def field_named(self, name: str) -> Field | None:
        """The field with that name, or None."""
        return self._by_name.get(name)

    def field_for(self, role: str) -> Field | None:
        """The first field that plays the role, or None where the resource has no such thing."""
        return self._by_role.get(role)

    def text_of(self, record: Record, role: str) -> str:
        """What the record says in the field that plays the role, as text; "" where it says nothing."""
        field = self.field_for(role)
        return record.text(field.name) if field else ""

    def day_of(self, record: Record, role: str) -> date | None:
        """The day in the field that plays the role; None where the record holds none."""
        field = self.field_for(role)
        day = record.values.get(field.name) if field else None
        return day if isinstance(day, date) else None

    def codes_of(self, record: Record, role: str) -> tuple[str, ...]:
        """The record's codes in the field that plays the role; empty where it holds none."""
        field = self.field_for(role)
        return record.codes(field.name) if field else ()

    def is_asked(self, record: Record) -> bool:
        """True where the resource's questions are for records of this kind."""
        return not self.questions_for or self.text_of(record, "kind") in self.questions_for

    def questions_of(self, record: Record) -> tuple[str, ...]:
        """The questions that every record of its kind is asked, answered or not."""
        return self.questions if self.is_asked(record) else ()

    def is_by_place(self, record: Record) -> bool:
        """True where the record stands in the table by place: it is open, of the kind that has one, and of a place."""
        if self.by_place is None or self.page != "each" or not record.is_open:
            return False
        is_kind = self.text_of(record, "kind") == self.by_place.kind and self.by_place.holds(record)
        return is_kind and any(code != EVERYWHERE for code in self.codes_of(record, "where"))

    @property
    def facets(self) -> tuple[Field, ...]:
        """The fields by which a list can be narrowed, in schema order."""
        return tuple(f for f in self.fields if f.facet)


@dataclass(frozen=True, slots=True)
class Package:
    """The Data Package: every schema, shared part and vocabulary of a hub."""

    name: str
    title: str
    schemas: tuple[Schema, ...]
    parts: Mapping[str, PartSchema]
    vocabularies: Mapping[str, Vocabulary]
    _by_resource: Mapping[str, Schema] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_resource", {schema.resource: schema for schema in reversed(self.schemas)})

    def schema_of(self, resource: str) -> Schema:
        """The resource's schema; KeyError names a resource the package lacks."""
        return self._by_resource[resource]
