# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the forms at /admin/ are told: every field, the host where the data is kept, and no other."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from porchlight.checking.rules.in_git import editor_known
from porchlight.exchange.editors.admin import admin_config, admin_files, asked_hosts, backend_of
from porchlight.exchange.editors.admin_page import admin_page
from porchlight.model.hub import Hub, Settings
from porchlight.model.record import Record
from porchlight.problems import Place
from porchlight.reading import editor_script
from porchlight.reading.package import read_package

ROOT = Path(__file__).resolve().parent.parent.parent.parent
PACKAGE, _ = read_package(ROOT)
SETTINGS = Settings(name="Our <hub>: made up", taglines={}, repository="https://github.com/example/hub")
HUB = Hub(SETTINGS, PACKAGE, {})


def fields_of(resource: str) -> dict[str, Any]:
    collections = {each["name"]: each for each in admin_config(HUB)["collections"]}
    return {each["name"]: each for each in collections[resource]["fields"]}


@pytest.mark.parametrize(
    ("repository", "backend"),
    [
        ("https://github.com/example/hub", {"name": "github", "repo": "example/hub"}),
        ("https://github.com/example/hub.git/", {"name": "github", "repo": "example/hub"}),
        ("https://gitlab.com/example/county/hub", {"name": "gitlab", "repo": "example/county/hub"}),
        ("https://github.com/example", {"name": "test-repo"}),
        ("https://git.example.org/example/hub", {"name": "test-repo"}),
        ("", {"name": "test-repo"}),
    ],
)
def test_the_data_is_kept_where_the_hub_says(repository: str, backend: dict[str, Any]) -> None:
    by_token = {} if backend["name"] == "test-repo" else {"auth_methods": ["token"]}
    assert backend_of(repository) == backend | by_token


def test_without_the_editor_in_its_folder_a_hub_has_no_forms(tmp_path: Path) -> None:
    assert admin_files(tmp_path, HUB) == {}


def test_the_page_may_ask_the_repository_and_nobody_else() -> None:
    page = admin_page(SETTINGS.name, asked_hosts(SETTINGS.repository))
    assert "connect-src 'self' blob: data: https://api.github.com https://github.com;" in page
    assert "connect-src 'self' blob: data:;" in admin_page("Ours", asked_hosts(""))
    assert "<title>Our &lt;hub&gt;: made up</title>" in page
    assert 'content="noindex"' in page


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the pinned release were these few letters."""
    monkeypatch.setitem(editor_script.PINNED, "sveltia-cms.js", sha256(b"// the editor").hexdigest())


def put(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)


@pytest.mark.usefixtures("known")
def test_what_is_written_is_read_back_as_it_was_meant(tmp_path: Path) -> None:
    put(tmp_path / "admin" / "sveltia-cms.js", "// the editor")
    files = admin_files(tmp_path, HUB)
    assert yaml.safe_load(files["admin/config.yml"]) == admin_config(HUB)
    assert set(files) == {"admin/index.html", "admin/config.yml", "admin/page.js", "admin/sveltia-cms.js"}


def test_another_script_is_not_published_and_the_check_says_what_to_do(tmp_path: Path) -> None:
    put(tmp_path / "admin" / "sveltia-cms.js", "send(document.cookie)")
    assert admin_files(tmp_path, HUB) == {}
    (problem,) = editor_known(tmp_path)
    assert (str(problem.place), problem.code) == ("admin/sveltia-cms.js:1:1", "editor-unknown")


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("linked", ["admin", "admin/icons.woff2", "admin/sveltia-cms.js"])
def test_nothing_is_published_through_a_link(linked: str, tmp_path: Path) -> None:
    hub, private = tmp_path / "hub", tmp_path / "private"
    for name in ("sveltia-cms.js", "icons.woff2"):
        put(private / name, "// the editor")
    (hub / linked).parent.mkdir(parents=True)
    (hub / linked).symlink_to(private / Path(linked).name if "/" in linked else private)
    assert not {"admin/icons.woff2", linked} & set(admin_files(hub, HUB))
    assert [each.code for each in editor_known(hub)][:1] == ["file-link"]


def test_what_is_fetched_is_held_against_the_list_that_the_build_reads() -> None:
    fetching = (ROOT / "tools" / "admin.sh").read_text("utf-8")
    assert "generator/porchlight/reading/editor_script.sha256" in fetching
    assert set(re.findall(r"\$fetched/admin/([\w.-]+)", fetching)) == set(editor_script.PINNED)


@pytest.mark.parametrize("schema", PACKAGE.schemas, ids=lambda each: each.resource)
def test_every_field_of_every_resource_is_in_its_form(schema: Any) -> None:
    assert sorted(fields_of(schema.resource)) == sorted(field.name for field in schema.fields)


def test_a_form_begins_with_what_is_mended_most() -> None:
    assert list(fields_of("housing"))[:7] == ["id", "name", "phones", "answers", "hours", "opening_hours", "checks"]
    assert list(fields_of("housing"))[7:10] == ["also_called", "summary", "kind"]


@pytest.mark.parametrize("schema", PACKAGE.schemas, ids=lambda each: each.resource)
def test_no_two_fields_of_a_form_have_one_title(schema: Any) -> None:
    labels = [each["label"] for each in fields_of(schema.resource).values()]
    assert len(set(labels)) == len(labels)
    assert len({field.titles["es"] for field in schema.fields}) == len(labels)


def resources_with(*words: Record) -> list[str]:
    return [each["name"] for each in admin_config(Hub(SETTINGS, PACKAGE, {"words": words}))["collections"]]


def test_a_resource_that_is_kept_in_one_list_has_no_forms() -> None:
    listed, alone = Place("data/words/words.yaml"), Place("data/words/peer.yaml")
    in_one = [Record("words", name, {}, place=listed) for name in ("addict", "clean")]
    assert "words" not in resources_with(*in_one)
    assert "words" in resources_with(*in_one, Record("words", "peer", {}, place=alone))
    assert "words" in resources_with()


def test_changes_are_proposed_where_the_host_knows_proposals() -> None:
    assert admin_config(HUB)["publish_mode"] == "editorial_workflow"


def test_a_text_that_may_have_lines_gets_a_box_of_lines() -> None:
    fields = fields_of("housing")
    assert fields["how_to"]["widget"] == "text"
    assert fields["name"]["widget"] == "string"


def test_a_day_is_never_filled_by_the_form() -> None:
    assert fields_of("housing")["beds_free_on"]["default"] == ""


def test_translations_are_into_the_other_languages_only_and_only_of_texts_that_there_are() -> None:
    (es,) = fields_of("housing")["translations"]["fields"]
    names = {each["name"] for each in es["fields"]}
    assert es["name"] == "es"
    assert "how_to" in names
    assert "venue" not in names


def test_each_question_is_a_group_that_is_added_by_a_press() -> None:
    questions = {each["name"]: each for each in fields_of("housing")["answers"]["fields"]}
    assert questions["registry"]["required"] is False
    assert list(questions)[: len(PACKAGE.schema_of("housing").questions)] == list(
        PACKAGE.schema_of("housing").questions
    )
