# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""data/datapackage.yaml, its schemas, parts and vocabularies → Package."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from porchlight.model.schema import Field, Package, PartSchema, Schema, Vocabulary
from porchlight.model.shelf_life import DAYS
from porchlight.problems import Problem
from porchlight.reading.compared import read_by_place, read_compared
from porchlight.reading.fields import Shared, read_fields
from porchlight.reading.files import YAML_ENDINGS, files_in, read_node
from porchlight.reading.places import with_own_places
from porchlight.reading.relied import KEYS, relied_on, shape_differs
from porchlight.reading.shipped import shipped_root
from porchlight.reading.taking import Taker, take
from porchlight.reading.translatable import with_texts

FOLDER = "data"
FILE = "data/datapackage.yaml"
VOCABULARIES = "data/vocabularies.yaml"
PARTS = "data/schemas/parts"
_ALSO_IN_PACKAGE = (
    "$schema",
    "version",
    "created",
    "licenses",
    "contributors",
    "description",
    "homepage",
    "keywords",
    "sources",
    "image",
    "id",
)
_ALSO_IN_RESOURCE = ("format", "description", "licenses", "sources", "mediatype", "encoding", "profile", "homepage")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
_SCHEMA = re.compile(r"schemas/[a-z0-9_-]+\.yaml")
_ID = "[a-z0-9]+(-[a-z0-9]+)*"


def read_package(hub: Path) -> tuple[Package, list[Problem]]:
    """The hub's Data Package, holding all that could be read of it, and every problem in its files.

    A hub without a package file of its own uses the one that comes with the program.
    """
    root = hub if (hub / FILE).exists() or (hub / FILE).is_symlink() else shipped_root()
    problems: list[Problem] = []
    vocabularies = _vocabularies(root, problems)
    parts = _parts(root, Shared(vocabularies, {}), problems)
    taker = _file(root, FILE, "datapackage.yaml", problems)
    if taker is None:
        return Package("", "", (), parts, vocabularies), problems
    resources = taker.each("resources", "a resource")
    shared = Shared(vocabularies, parts, tuple(each.text("name") for each in resources))
    schemas = {schema.resource: schema for each in resources if (schema := _resource(root, each, shared))}
    if len(set(shared.resources)) < len(resources):
        taker.add(taker.place_of("resources"), "schema-mistake", "Two resources have the same name.")
    own = tuple(schemas.values())
    package = Package(taker.text("name", needed=True), taker.text("title"), own, with_texts(parts, own), vocabularies)
    taker.done(also=_ALSO_IN_PACKAGE)
    return with_own_places(package, hub), problems


def _file(root: Path, file: str, owner: str, problems: list[Problem]) -> Taker | None:
    node, more = read_node(root, file)
    problems.extend(more)
    return take(node, owner, problems)


def _vocabularies(root: Path, problems: list[Problem]) -> dict[str, Vocabulary]:
    taker = _file(root, VOCABULARIES, "vocabularies.yaml", problems)
    if taker is None:
        return {}
    lists = {key.text: taker.one(key.text, key.text) for key in taker.names()}
    return {name: _vocabulary(name, each) for name, each in lists.items() if each}


def _vocabulary(name: str, taker: Taker) -> Vocabulary:
    title = taker.text("title")
    values = taker.one("values", f"the codes of {name}", needed=True)
    labels = {code.text: values.by_language(code.text, needed=True) for code in values.names()} if values else {}
    taker.done()
    return Vocabulary(name, title, labels)


def _parts(root: Path, shared: Shared, problems: list[Problem]) -> dict[str, PartSchema]:
    files, more = files_in(root, PARTS, YAML_ENDINGS)
    problems.extend(more)
    found = {Path(file).stem: _file(root, file, Path(file).name, problems) for file in files}
    return {name: _part(name, taker, shared) for name, taker in found.items() if taker}


def _part(name: str, taker: Taker, shared: Shared) -> PartSchema:
    hub = taker.one("hub", "hub", needed=True)
    shape = hub.choice("shape", ("list", "keyed"), "list") if hub else "list"
    key = hub.text("key", needed=shape == "keyed") if hub else ""
    if hub:
        hub.done()
    fields = relied_on(name, read_fields(taker, shared), taker)
    if shape_differs(name, shape, key):
        message = f"“{name}” can't have another shape or key than the one that comes with the program."
        taker.add(taker.place_of("hub"), "schema-mistake", message)
        shape, key = ("keyed", KEYS[name]) if name in KEYS else ("list", "")
    if hub and key and key not in [field.name for field in fields]:
        hub.add(hub.place_of("key"), "schema-mistake", f"“key” should name one of the fields below, not “{key}”.")
    taker.done(also=("$schema",))
    return PartSchema(name, "keyed" if shape == "keyed" else "list", key, fields)


def _resource(root: Path, taker: Taker, shared: Shared) -> Schema | None:
    name = _plain(taker, "name", _NAME, "housing")
    folder = _plain(taker, "path", _NAME, "housing")
    file = _plain(taker, "schema", _SCHEMA, "schemas/housing.yaml")
    title = taker.text("title")
    taker.done(also=_ALSO_IN_RESOURCE)
    if not (name and folder and file):
        return None
    below = _file(root, f"{FOLDER}/{file}", Path(file).name, taker.problems)
    return _schema(name, f"{FOLDER}/{folder}", title, below, shared) if below else None


def _plain(taker: Taker, name: str, form: re.Pattern[str], example: str) -> str:
    """A text that becomes part of a path; "" where it could lead out of the hub."""
    text = taker.text(name, needed=True)
    if text and not form.fullmatch(text):
        taker.add(taker.place_of(name), "schema-mistake", f"“{name}” should look like {example}.")
        return ""
    return text


def _schema(resource: str, folder: str, title: str, taker: Taker, shared: Shared) -> Schema | None:
    hub = taker.one("hub", "hub", needed=True)
    fields = read_fields(taker, shared, _references(taker, shared))
    taker.done(also=("$schema", "primaryKey", "missingValues"))
    named = any(field.name == "id" and field.required and field.type == "string" for field in fields)
    if not named:
        taker.add(
            taker.place_of("fields"), "schema-mistake", "Every resource needs a required field “id” of type string."
        )
    if hub is None or not named:
        return None
    page = hub.choice("page", ("each", "single", "none"), "each")
    schema = Schema(
        resource=resource,
        folder=folder,
        titles=hub.by_language("titles") or {"en": title},
        singular=hub.by_language("singular") or {"en": resource},
        intros=hub.by_language("intro"),
        fields=tuple(_safe_id(field) if field.name == "id" else field for field in fields),
        page="single" if page == "single" else "none" if page == "none" else "each",
        shelf_life=hub.choice("shelf_life", DAYS, "page"),
        questions=hub.texts("questions"),
        questions_for=hub.texts("questions_for"),
        next_kinds=hub.texts("next_kinds"),
        script_for=hub.texts("script_for"),
        crisis_kinds=hub.texts("crisis_kinds"),
        law_kinds=hub.texts("law_kinds"),
        compare=read_compared(hub, fields),
        by_place=read_by_place(hub, fields, shared),
        empties=hub.by_language("empty"),
        hsds=hub.text("hsds"),
    )
    hub.done()
    return schema


def _safe_id(field: Field) -> Field:
    """Ids become addresses and file names, so their form is ours, whatever a schema says."""
    return replace(field, constraints={**field.constraints, "pattern": _ID})


def _references(taker: Taker, shared: Shared) -> Mapping[str, str]:
    """The resource that each referring field points at."""
    found = {}
    for key in taker.each("foreignKeys", "a foreign key"):
        names, target = key.texts("fields"), key.one("reference", "a reference", needed=True)
        if len(names) == 1 and target and target.texts("fields") == ("id",):
            found[names[0]] = target.choice("resource", shared.resources, "")
        else:
            key.add(key.place, "schema-mistake", "A foreign key should lead from one field to the “id” of a resource.")
    return found
