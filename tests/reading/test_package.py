# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Schemas and vocabularies: read once, with the same care as records, so that a slip in them is placed too."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.reading.hub import read_hub
from porchlight.reading.package import read_package
from tests.checking.hubs import ROOT, small_hub, with_file

HOUSING = "data/schemas/housing.yaml"


def test_a_vocabulary_becomes_the_codes_that_a_field_may_hold() -> None:
    package, problems = read_package(ROOT)

    cost = package.schema_of("housing").field_named("cost")
    assert problems == []
    assert cost is not None
    assert cost.constraints["enum"] == ("free", "sliding", "low", "fee", "insurance", "unknown")
    assert cost.titles == {"en": "Cost", "es": "Costo"}


def test_references_parts_and_roles_are_on_their_fields() -> None:
    package, _ = read_package(ROOT)
    housing = package.schema_of("housing")

    organization, address = housing.field_named("organization"), housing.field_named("address")
    assert organization is not None
    assert organization.reference == "organizations"
    assert address is not None
    assert address.withheld
    assert housing.questions == ("conviction", "registry", "moud", "no_id", "children", "apply_inside")
    assert (package.parts["answers"].shape, package.parts["answers"].key) == ("keyed", "question")


def test_a_new_text_with_translate_can_be_translated_at_once(tmp_path: Path) -> None:
    """One word beside the field is all: no second list has to name it."""
    schema = small_hub(tmp_path) / HOUSING
    field = "\n  - name: curfew\n    title: Curfew\n    type: string\n    hub: {es: Toque de queda, translate: true}\n"
    schema.write_text(schema.read_text("utf-8").rstrip("\n") + "\n" + field, "utf-8")
    house = tmp_path / "data/housing/oak-house.yaml"
    house.write_text(house.read_text("utf-8") + "    curfew: A las diez.\ncurfew: At ten.\n", "utf-8")
    result = read_hub(tmp_path)

    assert result.problems == ()
    [oak] = [record for record in result.hub.records["housing"] if record.id == "oak-house"]
    assert oak.rows("translations")[0]["curfew"] == "A las diez."


def test_a_translation_is_as_hidden_as_its_text(tmp_path: Path) -> None:
    schema = small_hub(tmp_path) / HOUSING
    lines = "\n  - name: way_in\n    title: Way in\n    type: string\n    hub: {private: true, translate: true}\n"
    schema.write_text(schema.read_text("utf-8").rstrip("\n") + "\n" + lines, "utf-8")
    house = tmp_path / "data/housing/oak-house.yaml"
    house.write_text(house.read_text("utf-8") + "    way_in: Por el jardín.\n", "utf-8")

    assert "Por el jardín" not in repr(read_hub(tmp_path).hub)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("vocabulary: housing_kind", "vocabulary: housing_knd", "There is no vocabulary “housing_knd”."),
        ("part: phones", "part: phone", "There is no part “phone”."),
        ("type: integer", "type: interger", "“type” should be string, integer, number, date, year, array or object."),
        ("maxLength: 140", "maxLength: long", "“maxLength” should be a whole number, like 12."),
        ("minimum: 1", "minimum: one", "“minimum” does not suit a field of this type."),
        ("pattern: '[a-z0-9]+(-[a-z0-9]+)*'", "pattern: '[a-z'", "This pattern can't be read"),
        ("required: true", "required: sure", "“required” should be true or false."),
        ("      facet: true", "      facat: true", "“facat” is not a field of hub."),
        ("resource: organizations", "resource: orgs", "“resource” should be"),
        ("name: name", "name: id", "There are two fields “id”."),
        ("- name: id", "- name: ident", "Every resource needs a required field “id” of type string."),
        ("name: stay", "name: position", "“position” is a name that the check itself needs."),
        ("shelf_life: policy", "shelf_life: forever", "“shelf_life” should be"),
        ("  shelf_life:", "  compare: [costs]\n  shelf_life:", "“compare” should name fields below, not “costs”."),
        ("  shelf_life:", "  by_place: {kind: hous}\n  shelf_life:", "“kind” should be"),
        ("  shelf_life:", "  by_place: {field: color}\n  shelf_life:", "“field” should be"),
        ("  shelf_life:", "  by_place: {field: cost, code: dear}\n  shelf_life:", "“code” should be"),
        ("  shelf_life:", "  by_place: {compare: [costs]}\n  shelf_life:", "“compare” should name fields below"),
        ("\nfields:", "\nfields: none\nfeilds:", "“fields” should be a list."),
    ],
)
def test_a_slip_in_a_schema_is_placed_and_never_a_traceback(
    before: str, after: str, words: str, tmp_path: Path
) -> None:
    schema = small_hub(tmp_path) / HOUSING
    text = schema.read_text(encoding="utf-8")
    assert before in text
    schema.write_text(text.replace(before, after, 1), encoding="utf-8")

    problems = read_hub(tmp_path).problems

    placed = [problem for problem in problems if problem.place.file == HOUSING]
    assert any(problem.message.startswith(words) for problem in placed), placed


@pytest.mark.parametrize("file", ["datapackage.yaml", "vocabularies.yaml", "hub.yaml", "schemas/housing.yaml"])
@pytest.mark.parametrize(
    "content", ["", "just text", "- a list", "a: [", "name: {}", "resources: x", "resources: [{}]"]
)
def test_no_content_of_the_hub_s_own_files_raises(file: str, content: str, tmp_path: Path) -> None:
    (small_hub(tmp_path) / "data" / file).write_text(content, encoding="utf-8")

    assert read_hub(tmp_path).problems


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("path: housing", "path: ../../etc"),
        ("path: housing", "path: /etc"),
        ("schema: schemas/housing.yaml", "schema: ../../secret.yaml"),
        ("name: housing", "name: ../housing"),
    ],
)
def test_no_path_in_the_package_leads_out_of_the_hub(before: str, after: str, tmp_path: Path) -> None:
    package = small_hub(tmp_path / "hub") / "data/datapackage.yaml"
    (tmp_path / "secret.yaml").write_text("secret: told\n", encoding="utf-8")
    package.write_text(package.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")

    read = read_hub(tmp_path / "hub")

    assert "schema-mistake" in {problem.code for problem in read.problems}
    assert "housing" not in read.hub.records
    assert "secret”" not in str([str(problem) for problem in read.problems])


def test_an_id_has_our_form_whatever_a_schema_allows(tmp_path: Path) -> None:
    source = "[{url: https://www.example.org, kind: own, read_on: 2026-11-23}]"
    lines = (
        "- id: ../odd",
        "  name: Odd (made up)",
        "  summary: A made-up home.",
        "  kind: model",
        f"  sources: {source}",
    )
    schema = with_file(tmp_path, "data/housing/odd.yaml", "\n".join(lines)) / HOUSING
    text = schema.read_text(encoding="utf-8")
    schema.write_text(text.replace("pattern: '[a-z0-9]+(-[a-z0-9]+)*'", "pattern: .*", 1), encoding="utf-8")

    read = read_hub(tmp_path)

    assert [(problem.code, problem.paste) for problem in read.problems] == [("form", "id: odd")]
    assert "../odd" not in [record.id for record in read.hub.records["housing"]]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("languages: [en, ../es]", "“languages” should look like en."),
        ("languages: en", "“languages” should be a list."),
        ("address: hub.example.org", "“address” should look like https://hub.example.org/."),
        ("repository: 'javascript:alert(1)'", "“repository” should look like https://github.com/example/hub."),
        (
            "form_service: https://ana:secret@form.example.org",
            "“form_service” should look like https://form.example.org/.",
        ),
        ("poll_sites: [https://a.example.org/page]", "“poll_sites” should look like https://other.example.org."),
        ("keep_months: 0", "“keep_months” should be 1 or more."),
        ('leave_links_to: ["https://slow.example.org"]', "“leave_links_to” should look like example.org."),
        ("contact: maria", "“contact” should look like help@example.org."),
        ("contact: 'a@example.org?bcc=b@example.org'", "“contact” should look like help@example.org."),
        ("made_up: yes", "“made_up” should be true or false."),
        ("nmae: x", "“nmae” is not a field of hub.yaml."),
    ],
)
def test_a_slip_in_the_settings_is_placed(line: str, words: str, tmp_path: Path) -> None:
    name = line.partition(":")[0]
    settings = small_hub(tmp_path) / "data/hub.yaml"
    kept = [each for each in settings.read_text(encoding="utf-8").splitlines() if not each.startswith(f"{name}:")]
    settings.write_text("\n".join([*kept, line, ""]), encoding="utf-8")

    placed = [problem for problem in read_hub(tmp_path).problems if problem.place.file == "data/hub.yaml"]

    assert [(problem.place.line, problem.message) for problem in placed] == [(len(kept) + 1, words)]


def test_a_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    hub = small_hub(tmp_path / "hub")
    (hub / "data/housing").rename(tmp_path / "elsewhere")
    (hub / "data/housing").symlink_to(tmp_path / "elsewhere", target_is_directory=True)

    read = read_hub(hub)

    assert [problem.code for problem in read.problems] == ["file-link"]
    assert read.hub.records["housing"] == ()
