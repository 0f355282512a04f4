# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.testclient import TestClient

from porchlight.form_service.app import routes
from porchlight.form_service.store import SqliteStore
from porchlight.model.hub import Settings as HubSettings
from porchlight.model.questionnaire import Block, Item, Provider, Wave
from porchlight.polls.privacy import Keeping, privacy_in_short
from porchlight.serving.app import site_app
from porchlight.serving.forms import settings_of
from porchlight.serving.news import News
from porchlight.site.theme import catalog
from tests.form_service.support import CALM, Page, Service, serving_forms
from tests.polls.support import needs
from tests.theme.components import THEME


def test_the_hosted_form_has_twenty_named_groups_of_six_with_nothing_chosen_for_anybody(service: Service) -> None:
    page = Page(service.client.get("/f/needs").text)
    assert page.radios == {item.id: ["1", "2", "3", "4", "5", "na"] for item in needs().items()}
    assert page.tags.count("fieldset") == page.tags.count("legend") == 20
    assert page.checked == {}
    assert not [name for name, _ in page.attributes if name == "required"]
    assert len(page.ids) == len(set(page.ids))
    described = {value for name, value in page.attributes if name in {"aria-describedby", "aria-labelledby"}}
    assert described == set(page.ids)


def test_the_hosted_form_can_be_filled_in_and_sent(service: Service) -> None:
    page = Page(service.client.get("/f/needs?lang=es").text)
    assert (page.action, page.hidden["_lang"]) == ("/f/needs", "es")
    reply = service.send(page.hidden, training_crisis="5", _gotcha="")
    assert reply.status_code == 303
    assert service.count() == 1


def test_the_hosted_form_is_stored_once_however_often_it_is_sent(service: Service) -> None:
    page = Page(service.client.get("/f/needs").text)
    assert {service.send(page.hidden, training_crisis="5").status_code for _ in range(3)} == {303}
    assert service.count() == 1


def test_each_visitor_gets_a_mark_of_their_own(service: Service) -> None:
    sids = {Page(service.client.get("/f/needs").text).hidden["_sid"] for _ in range(5)}
    assert len(sids) == 5


def test_the_form_speaks_the_language_that_is_asked_for(service: Service) -> None:
    assert '<html lang="en">' in service.client.get("/f/needs").text
    asked = {"Accept-Language": "fr, es-MX;q=0.9, en;q=0.5"}
    spanish = service.client.get("/f/needs", headers=asked).text
    assert '<html lang="es">' in spanish
    assert "Parte 1 de 5: Capacitación" in spanish
    assert ("value", "en") in Page(spanish).attributes
    assert '<html lang="en">' in service.client.get("/f/needs?lang=en", headers=asked).text


def test_marks_go_along_to_the_other_language_and_nothing_is_stored(service: Service) -> None:
    page = Page(service.client.get("/f/needs?lang=en").text)
    marks = {"training_crisis": "5", "programs_housing": "na"}
    reply = service.send(page.hidden, marks, _show="es", _next="/thanks/")
    again = Page(reply.text)
    assert (reply.status_code, service.count(), again.checked) == (200, 0, marks)
    assert '<html lang="es">' in reply.text
    assert (again.hidden["_lang"], again.hidden["_next"]) == ("es", "/thanks/")
    assert again.hidden["_sid"] == page.hidden["_sid"]
    assert "alert" not in reply.text.partition("<main>")[2]
    assert service.send(again.hidden, again.checked).status_code == 303
    assert service.count() == 1


def test_a_language_that_the_poll_does_not_speak_shows_its_first(service: Service) -> None:
    reply = service.send(training_crisis="5", _show="<b>")
    assert (reply.status_code, Page(reply.text).hidden["_lang"], service.count()) == (200, "en", 0)


@pytest.mark.parametrize(
    ("language", "tree", "words"),
    [
        (
            "en",
            "en/",
            "open since November 1, 2026. You can answer until November 30, 2026. Who is asked: All who come.",
        ),
        ("es", "", "desde el 1 de noviembre de 2026. Puede responder hasta el 30 de noviembre de 2026. A quién se"),
    ],
)
def test_the_hosted_form_says_when_and_whom_it_asks_and_leads_to_its_page_in_its_language(
    tmp_path: Path, language: str, tree: str, words: str
) -> None:
    invited = {"en": "All who come.", "es": "Quienes vienen."}
    poll = replace(needs(), waves=(Wave("fall", date(2026, 11, 1), date(2026, 11, 30), invited),))
    settings = replace(CALM, home="https://hub.example.org/", languages=("es", "en"))
    with SqliteStore(tmp_path / "r.sqlite") as store, serving_forms(store, settings, None, [poll]) as service:
        page = Page(service.client.get(f"/f/needs?lang={language}").text)
    assert words in page.text
    assert ("href", f"https://hub.example.org/{tree}poll/needs/") in page.attributes


@pytest.mark.parametrize("path", ["/f/needs/thanks?lang=es", "/f/report/thanks?lang=es", "/f/needs?lang=es"])
def test_thanks_and_a_closed_poll_say_whose_they_are_and_lead_home_in_the_same_language(
    tmp_path: Path, path: str
) -> None:
    poll = replace(needs(), waves=(Wave("fall", date(2020, 11, 1), date(2020, 11, 30), {"en": "All."}),))
    settings = replace(CALM, home="https://hub.example.org/", languages=("en", "es"), hub="Lantern <b> Hub")
    with SqliteStore(tmp_path / "r.sqlite") as store, serving_forms(store, settings, None, [poll]) as service:
        page = Page(service.client.get(path).text)
    assert "Lantern <b> Hub" in page.text
    assert ("href", "https://hub.example.org/es/") in page.attributes


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_text_message_begins_as_on_the_site(service: Service, language: str) -> None:
    words = catalog(THEME, language)
    page = service.client.get(f"/f/needs?lang={language}").text
    assert f'<a href="{escape(words("crisis.sms"))}">{words("crisis.text")}</a>' in page


def test_words_of_a_poll_can_not_become_markup(tmp_path: Path) -> None:
    nasty = {"en": "</title><script>alert('x')</script>\"<b>"}
    block = Block("hot", nasty, nasty, "editor", (Item("hot_tea", nasty),))
    options = tuple(replace(option, label=nasty) for option in needs().options)
    poll = replace(needs(), title=nasty, intro=nasty, options=options, blocks=(block,))
    with SqliteStore(tmp_path / "r.sqlite") as store, serving_forms(store, questionnaires=[poll]) as service:
        for reply in (service.client.get("/f/needs"), service.send()):
            page = Page(reply.text)
            assert not {"script", "b"} & set(page.tags)
            assert page.text.count("<script>") >= 5


def test_words_of_a_post_can_not_become_markup(service: Service) -> None:
    nasty = '/"><script>alert(1)</script>'
    reply = service.send(training_crisis="4", training_toolkits=nasty, _next=nasty, _sid=nasty, _lang=nasty, _v=nasty)
    assert reply.status_code == 422
    page = Page(reply.text)
    assert "script" not in page.tags
    assert page.hidden["_next"] == nasty


def test_the_service_stands_beside_a_static_site_in_one_application(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("home", encoding="utf-8")
    with SqliteStore(tmp_path / "r.sqlite") as store:
        forms = routes(lambda: [needs()], store, settings=CALM)
        both = Starlette(routes=[*forms, Mount("/", StaticFiles(directory=site, html=True))])
        browser = TestClient(both, follow_redirects=True)
        assert browser.get("/").text == "home"
        assert "Part 1 of 5" in browser.get("/f/needs").text
        assert browser.post("/f/needs", data={"training_crisis": "4", "_next": "/"}).text == "home"
        assert store.count_responses("needs") == 1


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:8000", 200), ("localhost:8001", 200), ("evil.example:8000", 400), ("127.0.0.1.evil.example", 400)],
)
def test_a_name_that_a_stranger_pointed_at_this_machine_gets_nothing(tmp_path: Path, host: str, status: int) -> None:
    (tmp_path / "index.html").write_text("home", encoding="utf-8")
    with SqliteStore(tmp_path / "r.sqlite") as store:
        forms = routes(lambda: [needs()], store, settings=CALM)
        browser = TestClient(site_app(tmp_path, forms, News()), base_url=f"http://{host}", follow_redirects=False)
        assert [browser.get(address).status_code for address in ("/", "/f/needs", "/--version")] == [status] * 3
        sent = browser.post("/f/needs", data={"training_crisis": "4"}, headers={"Origin": f"http://{host}"})
        assert (sent.status_code == 303, store.count_responses("needs")) == (status == 200, int(status == 200))


@pytest.mark.parametrize(("months", "words"), [(6, "6 months after"), (18, "18 months after")])
def test_the_hosted_form_says_how_long_answers_are_kept_by_its_own_settings(
    tmp_path: Path, months: int, words: str
) -> None:
    poll = replace(needs(), waves=(Wave("2026-fall", None, date(2026, 11, 30)),), provider=Provider("formspree"))
    settings = replace(CALM, keeping=Keeping(months))
    with SqliteStore(tmp_path / "r.sqlite") as store, serving_forms(store, settings, None, [poll]) as service:
        text = Page(service.client.get("/f/needs").text).text
    assert words in text
    assert "formspree" not in text


def test_what_happens_to_the_answers_stands_above_the_button_of_the_hosted_form(service: Service) -> None:
    html = service.client.get("/f/needs").text
    short = " ".join(privacy_in_short(CALM.keeping, needs(), "en"))
    assert html.index(short) < html.index("<details>") < html.index('<button type="submit">')


@pytest.mark.parametrize(("language", "words"), [("en", "This is a made-up example."), ("es", "Este es un ejemplo")])
def test_the_hosted_form_says_whose_it_is_where_to_turn_in_danger_and_what_is_made_up(
    tmp_path: Path, language: str, words: str
) -> None:
    for made_up in (True, False):
        settings = replace(CALM, hub="Lantern & Friends", made_up=made_up)
        with SqliteStore(tmp_path / "r.sqlite") as store, serving_forms(store, settings) as service:
            for html in (service.client.get(f"/f/needs?lang={language}").text, service.send(_lang=language).text):
                assert "<p>Lantern &amp; Friends</p>" in html
                assert 'href="tel:988"' in html
                assert (words in html) == made_up


def test_the_form_service_is_told_the_hub_by_its_own_settings() -> None:
    told = settings_of(HubSettings("Lantern County", {}, made_up=True))
    assert (told.hub, told.made_up) == ("Lantern County", True)
