# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.model.form_services import OWN, FormService, filled, places_in
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


def problems(provider: Provider, services: Mapping[str, FormService] = SHIPPED) -> list[str]:
    """What the check says of the shipped poll with a provider."""
    poll = replace(needs(), provider=provider)
    return [problem.sentence() for problem in provider_problems(poll, services, lambda path: Place("poll.yaml"))]


def test_our_own_service_comes_first_and_is_always_there(tmp_path: Path) -> None:
    assert list(SHIPPED)[:3] == [OWN.name, "formspree", "netlify"]
    assert read_form_services(tmp_path)[0] == SHIPPED


def test_a_hubs_own_file_adds_services_and_replaces_one_that_sends_to_the_same_host(tmp_path: Path) -> None:
    again = OF_OURS.replace("community", "formspree").replace("forms.example.org", "formspree.io")
    assert read(tmp_path, OF_OURS + again) == []
    services, _ = read_form_services(tmp_path)
    assert services["community"].address == "https://forms.example.org/{key}"
    assert services["formspree"].title == "Community forms"
    assert services["basin"] == SHIPPED["basin"]


@pytest.mark.parametrize("name", ["formspree", "own", "n8n", "tally"])
@pytest.mark.parametrize("host", ["formspree.io.collect.evil.example", "forms.example.org"])
def test_a_known_name_never_leads_to_a_stranger(tmp_path: Path, name: str, host: str) -> None:
    (told,) = read(tmp_path, OF_OURS.replace("community", name).replace("forms.example.org", host))
    assert "A form service of this name comes with Porchlight, and sends answers to another host." in told
    assert read_form_services(tmp_path)[0] == SHIPPED


@pytest.mark.parametrize("title", ["Formspree", "FORMSPREE", "Google  forms", "“Tally”", "Porchlight"])
def test_a_known_title_never_leads_to_a_stranger(tmp_path: Path, title: str) -> None:
    (told,) = [
        each for each in read(tmp_path, OF_OURS.replace("Community forms", title)) if "plain letters" not in each
    ]
    assert "A form service of this name comes with Porchlight, and sends answers to another host." in told
    assert read_form_services(tmp_path)[0] == SHIPPED


@pytest.mark.parametrize("title", ["Formspree Inc", "The Form-spree", "my formspreeforms", "Tally forms", "Ｂasin"])
def test_a_title_that_holds_a_known_one_never_leads_to_a_stranger(tmp_path: Path, title: str) -> None:
    (told,) = read(tmp_path, OF_OURS.replace("Community forms", title))
    assert "A form service of this name comes with Porchlight" in told
    assert read_form_services(tmp_path)[0] == SHIPPED


@pytest.mark.parametrize("title", ["F\u043ermspree", "Our T\u0430lly", "G\u03bfogle Forms"])
def test_a_word_of_a_title_is_written_in_one_alphabet(tmp_path: Path, title: str) -> None:
    """Cyrillic and Greek letters in it look like ours."""
    (told,) = read(tmp_path, OF_OURS.replace("Community forms", title))
    assert "has letters of several alphabets" in told


@pytest.mark.parametrize("title", ["Totally ours", "Формы округа 2", "Encuestas del año", "Our naïve forms"])
def test_a_title_of_ones_own_may_be_in_any_language(tmp_path: Path, title: str) -> None:
    assert read(tmp_path, OF_OURS.replace("Community forms", title)) == []


@pytest.mark.parametrize(
    ("service", "fields"),
    [
        ("formspree", "_cc: x"),
        ("formspree", "_webhook: x"),
        ("formspree", "redirect: 'https://evil.example/'"),
        ("formspree", "cc: a@evil.example"),
        ("formspree", "cc: a%40evil"),
        ("formspree", "cc: a\uff20evil"),
        ("formspree", "to: evil.example"),
        ("web3forms", "access_key: another"),
        ("formsubmit", "_captcha: 'true'"),
        ("n8n", "to: '{base}/x'"),
    ],
)
def test_a_known_service_is_not_told_to_send_answers_on(tmp_path: Path, service: str, fields: str) -> None:
    """By its own name, and by a new name for the same host."""
    address = SHIPPED[service].address
    for name, title in {service: SHIPPED[service].title, "community": "Community forms"}.items():
        text = OF_OURS.replace("community", name).replace("Community forms", title)
        text = text.replace("https://forms.example.org/{key}", f"'{address}'")
        told = read(tmp_path, f"{text}  hidden: {{{fields}}}\n")
        assert len(told) == 1
        assert "send answers on to someone whom the page does not name" in told[0]
        assert read_form_services(tmp_path)[0] == SHIPPED


def test_no_address_travels_in_a_field_to_any_service_or_in_a_question_to_a_known_one(tmp_path: Path) -> None:
    (told,) = read(tmp_path, OF_OURS + "  hidden: {cc: a@evil.example}\n")
    assert "It says “cc”" in told
    (told,) = read(tmp_path, OF_OURS.replace("forms.example.org/{key}", "formspree.io/f/{key}?_cc=a"))
    assert "It says “address”" in told


def test_a_hubs_own_contract_may_say_what_the_known_one_says_and_more_that_leads_nowhere(tmp_path: Path) -> None:
    fields = "{poll_version: '{version}', poll_language: '{language}', subject: A poll, from_page: '{page}'}"
    text = OF_OURS.replace("forms.example.org/{key}", "formspree.io/f/{key}")
    assert read(tmp_path, f"{text}  hidden: {fields}\n") == []
    assert read(tmp_path, f"{OF_OURS}  hidden: {{_tag: poll}}\n") == []


@pytest.mark.parametrize("title", ["Formspree (formspree.io)", "formspree.io", "https://hub.example.org", "a@b"])
def test_a_title_can_not_pass_for_a_host(tmp_path: Path, title: str) -> None:
    told = read(tmp_path, OF_OURS.replace("Community forms", title))
    assert any("without an address and without brackets" in each for each in told)


@pytest.mark.parametrize(
    "address",
    ["'{base}@evil.example/f/x'", "'{page}javascript:alert(1)//{base}'", "https://a@evil.example/f", "'{thanks}x'"],
)
def test_an_address_that_ends_at_another_host_is_refused(tmp_path: Path, address: str) -> None:
    told = read(tmp_path, OF_OURS.replace("https://forms.example.org/{key}", address))
    assert any("“address” should be where the service takes answers" in each for each in told)


@pytest.mark.parametrize("statuses", ["['404', '500']", "['200', '500']", "['٢00']"])
def test_a_refusal_never_counts_as_success(tmp_path: Path, statuses: str) -> None:
    told = read(tmp_path, OF_OURS + f"  success: {{statuses: {statuses}}}\n")
    assert any("“statuses” should list" in each for each in told)


@pytest.mark.parametrize(
    "extra",
    [
        "hidden: {training_facilitator: '1'}",
        "hidden: {Training_Facilitator: '1'}",
        "hidden: {_sid: x}",
        "trap: {name: training_facilitator}",
    ],
)
def test_a_contract_answers_no_item_in_a_persons_place(tmp_path: Path, extra: str) -> None:
    assert read(tmp_path, f"{OF_OURS}  {extra}\n") == []
    told = problems(Provider("community", "k"), read_form_services(tmp_path)[0])
    assert any("called like an item or a mark of this poll" in each for each in told)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://forms.example.org/f", "https://a@evil.example/f"])
@pytest.mark.parametrize("service", ["tally", "n8n"])
def test_a_setting_leads_to_a_plain_host_over_https(service: str, address: str) -> None:
    setting = "address" if service == "tally" else "base"
    told = problems(Provider(service, "k", {setting: address}))
    assert any(f"The setting “{setting}” should look like https://forms.example.org." in each for each in told)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "'{page}'", "http://forms.example.org/f"])
def test_a_service_that_is_linked_to_leads_to_one_host(tmp_path: Path, address: str) -> None:
    told = read(tmp_path, OF_OURS.replace("https://forms.example.org/{key}", address) + "  kind: link\n")
    told += problems(Provider("community", "k"), read_form_services(tmp_path)[0])
    assert any("where the service takes answers" in each or "should lead to one host" in each for each in told)


def test_a_script_sends_to_the_same_host_as_the_form(tmp_path: Path) -> None:
    assert read(tmp_path, OF_OURS + "  script_address: https://evil.example/{key}\n") == []
    told = problems(Provider("community", "k"), read_form_services(tmp_path)[0])
    assert any("should lead to one host" in each for each in told)


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
