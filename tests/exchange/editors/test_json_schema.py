# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an editor underlines: nothing that the check takes, and most of what the check does not take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from porchlight.exchange.editors.json_schema import json_schema
from porchlight.exchange.yaml_out import record_yaml
from porchlight.model.schema import Package
from porchlight.reading.nodes import Mapping, Node, Scalar, Sequence
from porchlight.reading.package import read_package
from porchlight.reading.settings import read_settings
from porchlight.reading.yaml_text import read_yaml

ROOT = Path(__file__).resolve().parent.parent.parent.parent
HUBS = {name: ROOT / name for name in (".", "starter", "tests/hubs/full", "tests/hubs/minimal")}
PACKAGE, _ = read_package(ROOT)
HOUSE: dict[str, Any] = {
    "id": "maple-house",
    "name": "Maple House",
    "summary": "A made-up home for a test.",
    "kind": "recovery_residence",
    "sources": [{"url": "https://www.example.org/", "read_on": "2026-11-23", "kind": "own"}],
}


def as_an_editor_reads(node: Node) -> Any:
    """The node as YAML 1.2 tells it, which yaml-language-server reads: plain numbers and truth values are no texts."""
    if isinstance(node, Sequence):
        return [as_an_editor_reads(item) for item in node.items]
    if isinstance(node, Mapping):
        return {name: as_an_editor_reads(entry.value) for name, entry in node.entries.items()}
    return node.value if node.style else _plain(node)


def _plain(node: Scalar) -> Any:
    if not node.filled:
        return None
    if re.fullmatch("true|True|TRUE|false|False|FALSE", node.text):
        return node.text[0] in "tT"
    if re.fullmatch(r"[-+]?\d+", node.text):
        return int(node.text)
    return float(node.text) if re.fullmatch(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", node.text) else node.text


def files(root: Path, package: Package) -> Iterator[tuple[str, str, Any]]:
    """Every file of records: its resource, its path and what an editor makes of it."""
    for schema in package.schemas:
        for path in sorted((root / schema.folder).glob("*.yaml")):
            node, problems = read_yaml(path.read_bytes(), path.name)
            assert node is not None, problems
            yield schema.resource, path.name, as_an_editor_reads(node)


def judge(resource: str, languages: tuple[str, ...] = ("en", "es")) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json_schema(PACKAGE.schema_of(resource), PACKAGE, languages))


def told(record: Any, resource: str = "housing") -> list[str]:
    return sorted(
        "/".join(map(str, each.absolute_path)) or each.validator for each in judge(resource).iter_errors(record)
    )


@pytest.mark.parametrize("hub", HUBS)
def test_no_record_that_passes_the_check_is_underlined(hub: str) -> None:
    root = HUBS[hub]
    package, _ = read_package(root)
    settings, _ = read_settings(root)
    judges = {
        each.resource: jsonschema.Draft7Validator(json_schema(each, package, settings.languages))
        for each in package.schemas
    }
    found = [
        f"{name}: {error.message}"
        for resource, name, whole in files(root, package)
        for error in judges[resource].iter_errors(whole)
    ]
    assert found == []


@pytest.mark.parametrize("schema", PACKAGE.schemas, ids=lambda each: each.resource)
def test_every_schema_is_a_sound_draft_7(schema: Any) -> None:
    jsonschema.Draft7Validator.check_schema(json_schema(schema, PACKAGE, ("en", "es")))


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"phnoe": "614-555-0142"}, "additionalProperties"),
        ({"kind": "castle"}, "kind"),
        ({"beds": "twelve"}, "beds"),
        ({"beds": 0}, "beds"),
        ({"beds_free_on": "11/20/2026"}, "beds_free_on"),
        ({"postal_code": "4321"}, "postal_code"),
        ({"serves": "US-OH"}, "serves"),
        ({"serves": ["US-XX"]}, "serves/0"),
        ({"answers": {"registry": "yes"}}, "answers/registry"),
        ({"answers": {"registry": {"as_of": "2026-11-02"}}}, "answers/registry"),
        ({"answers": {"moonlight": {"answer": "yes"}}}, "answers"),
        ({"phones": [{"number": "614-555-0142", "kind": "voice"}]}, "phones/0"),
        ({"phones": [{"number": "614-555-0142", "kind": "voice", "check": "works", "nmuber": ""}]}, "phones/0"),
        ({"translations": {"fr": {"state": "reviewed"}}}, "translations"),
        ({"translations": {"es": {"state": "reviewed", "venue": "Aquí"}}}, "translations/es"),
        ({"sources": []}, "sources"),
        ({"name": None}, "name"),
        ({"id": "Maple House"}, "id"),
    ],
)
def test_what_the_check_would_name_is_underlined_at_its_place(change: dict[str, Any], place: str) -> None:
    assert told(HOUSE) == []
    assert told(HOUSE | change) == [place]


@pytest.mark.parametrize("name", ["id", "name", "summary", "kind", "sources"])
def test_what_is_missing_is_underlined(name: str) -> None:
    assert told({each: value for each, value in HOUSE.items() if each != name}) == ["required"]


@pytest.mark.parametrize(
    "change",
    [
        {"beds": "12"},
        {"narr_level": 2},
        {"narr_level": "2"},
        {"postal_code": 43215},
        {"phones": [{"number": 988, "kind": "voice", "check": "not_dialed"}]},
        {"hours": None},
        {"answers": {"registry": None}},
        {"also_called": [211, "two one one"]},
    ],
)
def test_what_the_check_takes_in_two_forms_is_underlined_in_none(change: dict[str, Any]) -> None:
    assert told(HOUSE | change) == []


def test_several_records_in_one_file_are_each_judged() -> None:
    assert told([HOUSE, HOUSE | {"kind": "castle"}]) == ["1/kind"]


def test_a_code_is_shown_with_its_words() -> None:
    kind = judge("housing").schema["properties"]["cost"]
    assert dict(zip(kind["enum"], kind["enumDescriptions"], strict=False))["sliding"] == "By income"


def test_every_field_is_shown_with_its_title_its_words_and_an_example() -> None:
    name = judge("housing").schema["properties"]["name"]
    assert name["title"] == "Name"
    assert "as they write it themselves" in name["description"]
    assert name["examples"] == ["Maple House"]


def test_the_text_of_a_record_that_we_write_is_not_underlined() -> None:
    """`import` writes such files: the editor's reading of them must agree with ours."""
    node, _ = read_yaml(record_yaml(HOUSE).encode(), "maple-house.yaml")
    assert node is not None
    assert told(as_an_editor_reads(node)) == []
