# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.model.form_services import OWN, filled, places_in
from porchlight.model.questionnaire import Provider
from porchlight.problems import Place
from porchlight.reading.form_services import FILE, read_form_services
from porchlight.reading.poll_providers import provider_problems
from tests.conftest import ROOT
from tests.polls.support import needs

SHIPPED = read_form_services(ROOT)[0]
OF_OURS = """
community:
  title: Community forms
  evidence: documentation
  address: https://forms.example.org/{key}
"""


def read(folder: Path, text: str) -> list[str]:
    """The problems in a hub's own file, without its name."""
    (folder / "data").mkdir(exist_ok=True)
    (folder / FILE).write_text(text, encoding="utf-8")
    return [str(problem).removeprefix(f"{FILE}:") for problem in read_form_services(folder)[1]]


def problems(provider: Provider) -> list[str]:
    """What the check says of the shipped poll with a provider."""
    poll = replace(needs(), provider=provider)
    return [problem.sentence() for problem in provider_problems(poll, SHIPPED, lambda path: Place("poll.yaml"))]


def test_our_own_service_comes_first_and_is_always_there(tmp_path: Path) -> None:
    assert list(SHIPPED)[:3] == [OWN.name, "formspree", "netlify"]
    assert read_form_services(tmp_path)[0] == SHIPPED


def test_a_hubs_own_file_adds_services_and_replaces_those_of_the_same_name(tmp_path: Path) -> None:
    assert read(tmp_path, OF_OURS + OF_OURS.replace("community", "formspree")) == []
    services, _ = read_form_services(tmp_path)
    assert services["community"].address == "https://forms.example.org/{key}"
    assert services["formspree"].title == "Community forms"
    assert services["basin"] == SHIPPED["basin"]


@pytest.mark.parametrize("name", ["../../outside/x", "/etc/x", "A b", "-x", "x" * 41])
def test_a_service_whose_name_could_lead_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    (told,) = read(tmp_path, OF_OURS.replace("community", name))
    assert told.startswith("2:1  A form service's name is made of small letters")
    assert name not in read_form_services(tmp_path)[0]


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("https://", "http://", "5:12  “address” should be where the service takes answers, beginning with https://."),
        ("documentation", "hearsay", "4:13  “evidence” should be source, documentation, public_code or not_verified."),
        ("title", "titel", "3:3  “title” is missing."),
        ("\n  title", "\n  item: q\n  title", "3:9  “item” should hold {item}, or {field} where the service has"),
        ("\n  title", "\n  attributes: {onsubmit: x}\n  title", "3:15  An attribute of a form is called “name”"),
        ("\n  title", "\n  success: {path: ok}\n  title", "3:12  “statuses” should list the numbers by which"),
        ("\n  title", "\n  trap: {type: text}\n  title", "3:9  “name” is missing."),
    ],
)
def test_a_mistake_in_it_is_told_with_its_place(tmp_path: Path, was: str, now: str, told: str) -> None:
    assert any(problem.startswith(told) for problem in read(tmp_path, OF_OURS.replace(was, now)))


@pytest.mark.parametrize(
    ("provider", "told"),
    [
        (Provider("formspree"), "Formspree knows a form by its key, and this poll has none.  Write below"),
        (Provider("formsubmit", "me@example.org"), "A key is the last part of the form's address"),
        (Provider("n8n", "k", {"base": "https://a.example;script-src *"}), "The setting “base” should look like"),
        (Provider("n8n", "k", {"base": "http://a.example"}), "The setting “base” should look like"),
        (Provider("formspree", "k", {"bass": "x"}), "Formspree has no setting “bass”.  Take it out."),
        (
            Provider("staticman", "k"),
            "Staticman needs the setting “base”.  Write below “provider:”:\n    settings: {base",
        ),
        (Provider("own", "needs"), "Porchlight needs the setting “base”."),
        (Provider("tally", settings={"address": "javascript:alert(1)"}), "The setting “address” should look like"),
        (Provider("formspree", "k", fields={"training_pear_mentor": "1"}), "The poll has no such item."),
    ],
)
def test_what_a_service_needs_is_told_before_anyone_answers(provider: Provider, told: str) -> None:
    assert any(sentence.startswith(told) for sentence in problems(provider))


def test_two_items_never_share_a_name_at_the_service() -> None:
    fields = dict.fromkeys((item.id for item in needs().items()), "1001")
    assert len([each for each in problems(Provider("google", "k", fields=fields)) if "mixed up" in each]) == 19


def test_a_poll_that_has_all_it_needs_has_no_problem() -> None:
    numbers = {item.id: str(n) for n, item in enumerate(needs().items(), 1001)}
    assert problems(Provider("google", "k", fields=numbers)) == []
    assert problems(Provider("own", "needs", {"base": "https://forms.example.org"})) == []


@given(st.text(), st.dictionaries(st.sampled_from(["key", "base", "item"]), st.text()))
def test_filling_a_contract_never_fills_what_was_filled_in(text: str, values: dict[str, str]) -> None:
    """A value that looks like a place stays as it is: nobody reaches another setting through it."""
    marked = {name: f"{{{value}}}" for name, value in values.items()}
    assert filled("{key}{base}", marked) == marked.get("key", "") + marked.get("base", "")
    assert "{" in text or filled(text, values) == text
    assert set(places_in(text)) <= {word.partition("}")[0] for word in text.split("{")[1:]}
