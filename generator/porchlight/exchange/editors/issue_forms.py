# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Forms for people who tell of a mistake or a new place on a code host: short, made of what a record needs.

Each resource that asks “will they take me” has a form of its own; all others share the one for mistakes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from porchlight.exchange.yaml_out import record_yaml
from porchlight.model.schema import Field, Package, Schema

FOLDER = ".github/ISSUE_TEMPLATE"
HEAD = "# Made by `porchlight editors` from data/schemas/: change those, then run it again.\n"
DECIDES = ("who", "cost", "cost_note", "where", "how_to", "hours")
"""The roles of fields that are not needed but decide whether a call is worth it."""
_CARE = (
    "Everyone can read this page. Write nothing about yourself or another person that should not be read by all."
    " Never write where a safe house is."
)
_NOT_ASKED = "I have not asked"

Node = dict[str, Any]


def issue_forms(package: Package) -> dict[str, str]:
    """The text of each form, by path below the hub's folder."""
    forms = {"config": {"blank_issues_enabled": True}, "mistake": _mistake(package)}
    forms |= {f"add-{each.resource}": _addition(each, package) for each in package.schemas if each.questions}
    return {f"{FOLDER}/{name}.yml": HEAD + record_yaml(form) for name, form in forms.items()}


def _mistake(package: Package) -> Node:
    body = [
        _input("page", "Which page?", "The address of the page, or the name of the place.", "housing/maple-house"),
        _area("wrong", "What is wrong?", "What the page says now."),
        _area("right", "What is right?", "What it should say.", required=False),
        _how(package),
        _input("day", "On which day?", "The day that you called, went or read it.", "2026-11-02", required=False),
    ]
    return _form("Tell of a mistake", "A number, an hour or an answer is wrong on a page.", body)


def _addition(schema: Schema, package: Package) -> Node:
    name = schema.singular["en"]
    needed = [each for each in schema.fields if each.required and not each.nested and each.role != "id"]
    decides = [each for role in DECIDES if (each := schema.field_for(role)) and each not in needed]
    fields = [*_values((*needed, *decides), package), *_reaching(schema), *_sources(schema, package)]
    body = [*fields, *_questions(schema, package), _how(package)]
    return _form(f"Add: {name}", "Only the fields with a star are needed. Leave out what you do not know.", body)


def _form(name: str, description: str, body: list[Node]) -> Node:
    care = {"type": "markdown", "attributes": {"value": _CARE}}
    return {"name": name, "description": description, "body": [care, *body]}


def _values(fields: tuple[Field, ...], package: Package) -> Iterator[Node]:
    for field in fields:
        labels = package.vocabularies[field.vocabulary].labels if field.vocabulary else {}
        title = field.titles["en"]
        if labels and field.type != "array":
            yield _dropdown(field.name, title, field.description, labels, required=field.required)
        elif field.constraints.get("maxLength", 0) > 300:
            yield _area(field.name, title, field.description, required=field.required)
        else:
            yield _input(field.name, title, field.description, field.example, required=field.required)


def _reaching(schema: Schema) -> Iterator[Node]:
    for name, example in (("phones", "614-555-0142"), ("email", "help@example.org")):
        if field := schema.field_named(name):
            yield _input(name, field.titles["en"], field.description, example, required=False)


def _sources(schema: Schema, package: Package) -> Iterator[Node]:
    """Where to read it: a field of every record that the check asks for."""
    field, part = schema.field_named("sources"), package.parts.get("sources")
    url = part.field_named("url") if part else None
    if field and url:
        yield _input(
            field.name, field.titles["en"], "A page that says so. Their own is best.", url.example, required=False
        )


def _questions(schema: Schema, package: Package) -> Iterator[Node]:
    labels = package.vocabularies["question"].labels
    answers = {code: each for code, each in package.vocabularies["answer"].labels.items() if code != "unknown"}
    for code in schema.questions:
        yield _dropdown(code, labels[code]["en"], "", answers | {"": {"en": _NOT_ASKED}}, required=False)


def _how(package: Package) -> Node:
    return _dropdown("how", "How do you know?", "", package.vocabularies["how"].labels, required=False)


def _dropdown(
    name: str, label: str, description: str, labels: Mapping[str, Mapping[str, str]], *, required: bool
) -> Node:
    """One of the codes, shown by its words: GitHub takes no two options that are the same."""
    options = list(dict.fromkeys(each["en"] for each in labels.values()))
    return _element("dropdown", name, {**_words(label, description), "options": options}, required)


def _input(name: str, label: str, description: str, example: str, required: bool = True) -> Node:
    shown = {"placeholder": example} if example else {}
    return _element("input", name, {**_words(label, description), **shown}, required)


def _area(name: str, label: str, description: str, required: bool = True) -> Node:
    return _element("textarea", name, _words(label, description), required)


def _words(label: str, description: str) -> Node:
    return {"label": label} | ({"description": description} if description else {})


def _element(kind: str, name: str, attributes: Node, required: bool) -> Node:
    return {"type": kind, "id": name, "attributes": attributes, "validations": {"required": required}}
