# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The form that tells a mistake: where it posts to, where it leads, and what it asks."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

import pytest

from porchlight.model.hub import ON_THE_SITE, Settings
from porchlight.model.report_names import CHOICES, is_line, is_record
from porchlight.site.patterns import render_example
from porchlight.site.theme import environment
from porchlight.views.edition import Edition
from porchlight.views.frames import policy
from porchlight.views.record_parts import ReportForm
from porchlight.views.reporting import edit_address, report_form
from tests.theme.components import THEME, site
from tests.views.fakes import HOUSING, edition, house, record

HERE = "housing/maple/"


def form_of(language: str = "en", address: str = "", form_service: str = ON_THE_SITE, contact: str = "") -> ReportForm:
    of = edition(house(), language=language)
    settings = replace(of.hub.settings, address=address, form_service=form_service, contact=contact)
    hub = replace(of.hub, settings=settings)
    return report_form(Edition(hub, language, of.t, of.assets), house(), HERE)


def test_the_form_posts_beside_the_first_page_and_leads_back_to_the_page_in_its_language() -> None:
    assert (form_of().action, form_of().next) == ("../../f/report", "/housing/maple/#told")
    assert (form_of("es").action, form_of("es").next) == ("../../../f/report", "/es/housing/maple/#told")
    below = form_of("es", address="https://example.org/hub/")
    assert (below.action, below.next) == ("../../../f/report", "/hub/es/housing/maple/#told")


def test_a_service_on_another_host_gets_whole_addresses_and_the_page_may_post_there() -> None:
    form = form_of("es", address="https://hub.example/", form_service="https://forms.example/")
    assert (form.action, form.next) == ("https://forms.example/f/report", "https://hub.example/es/housing/maple/#told")
    assert "form-action 'self' https://forms.example;" in policy("record", "https://forms.example/")
    assert "forms.example" not in policy("list")


def test_the_form_tells_the_record_and_asks_every_choice() -> None:
    form = form_of("es")
    assert (form.record, form.lang) == ("housing/maple", "es")
    assert is_record(form.record)
    assert form.name == "Maple House"
    assert tuple(choice.code for choice in form.choices) == CHOICES
    assert len(CHOICES) <= 10
    assert len({choice.label for choice in form.choices}) == len(CHOICES)


@pytest.mark.parametrize(
    ("language", "label"),
    [("en", "Methadone or buprenorphine: Yes"), ("es", "Metadona o buprenorfina: Sí")],
)
def test_each_answered_question_can_be_told_of_with_what_it_says(language: str, label: str) -> None:
    answers = ({"question": "moud", "answer": "yes"}, {"question": "pets", "answer": "unknown"})
    lines = report_form(edition(house(answers=answers), language=language), house(answers=answers), HERE).lines
    assert ("answers.moud", label) in [(line.code, line.label) for line in lines]
    assert all(is_line(line.code) for line in lines)


def test_whatever_the_hub_asks_of_a_house_can_be_told() -> None:
    """“Help us check” asks what nobody has asked, and how many beds are free: the form must take the answers."""
    maple = record("maple", {"address": "12 Example Street", "stay": "Up to a year"})
    lines = {line.code: line.label for line in report_form(edition(maple), maple, HERE).lines}
    assert {f"answers.{question}" for question in HOUSING.questions} | {"beds_free", "address", "stay"} <= set(lines)
    assert lines["answers.registry"] == "On a registry: Not known: ask them"
    model = record("model", {"kind": "model"})
    assert "beds_free" not in {line.code for line in report_form(edition(model), model, HERE).lines}


def test_no_form_posts_to_a_host_that_only_shows_files() -> None:
    """Such a host answers “unsupported method”, and the words are lost: a setting must say that a service runs."""
    assert Settings("Hub", {}).form_service == ""
    form = form_of(form_service="", contact="hub@example.org")
    assert (form.action, form.mailto[:23]) == ("", "mailto:hub@example.org?")
    html = shown(form)
    assert "<form" not in html
    assert "mailto:hub@example.org" in html
    assert "<form" in shown(form_of(form_service=ON_THE_SITE))


def test_where_there_is_no_way_to_tell_none_is_promised() -> None:
    assert shown(form_of(form_service="")).strip() == ""


def shown(form: ReportForm) -> str:
    return str(render_example(environment(THEME), site("en"), "report_form", {"form": form}))


def test_the_letter_to_the_keepers_is_begun_with_the_page_and_what_helps_them_most() -> None:
    assert form_of().mailto == ""
    letter = form_of("es", address="https://hub.example/", contact="hub@example.org").mailto
    head, body = letter.split("&body=")
    assert head == "mailto:hub@example.org?subject=housing/maple"
    lines = unquote(body).split("\r\n")
    assert lines[0] == "Sobre la página: https://hub.example/es/housing/maple/"
    assert "Qué debería decir:" in lines
    assert "housing/maple" in unquote(form_of(contact="hub@example.org").mailto.split("&body=")[1])


def test_a_page_to_write_to_stands_where_the_hub_has_no_mail_address() -> None:
    assert form_of(contact="https://example.org/write").mailto == "https://example.org/write"


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("https://github.com/example/hub", "https://github.com/example/hub/edit/main/data/housing/a.yaml"),
        ("https://gitlab.com/example/hub.git", "https://gitlab.com/example/hub/-/edit/main/data/housing/a.yaml"),
        ("https://codeberg.org/example/hub/", "https://codeberg.org/example/hub/_edit/main/data/housing/a.yaml"),
        ("https://git.example.org/hub", ""),
        ("https://github.com.example.org/hub", ""),
        ("", ""),
    ],
)
def test_a_page_leads_to_its_file_where_the_host_is_known(repository: str, address: str) -> None:
    settings = Settings(name="Hub", taglines={}, repository=repository)
    assert edit_address(settings, "data/housing/a.yaml") == address
