# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from porchlight.form_service.settings import Settings
from porchlight.polls.response import Response
from tests.form_service.support import FORM, NO_LIMIT, Page, Service, own_service
from tests.polls.support import needs


def test_a_post_is_stored_and_the_person_goes_on_to_where_the_form_says(service: Service) -> None:
    reply = service.send(training_crisis="4", programs_housing="na", _v="1", _lang="es", _next="/es/gracias/")
    assert (reply.status_code, reply.headers["location"]) == (303, "/es/gracias/")
    (response,) = service.store.responses("needs")
    assert response.answers == {"training_crisis": "4", "programs_housing": "na"}
    assert (response.poll, response.version, response.language, response.mode) == ("needs", 1, "es", "web")
    assert response.day == "2026-11-02"


def test_a_person_whose_form_names_no_way_on_reads_our_thanks_in_their_language(service: Service) -> None:
    reply = service.send(training_crisis="4", _lang="es")
    assert reply.status_code == 303
    thanks = service.client.get(reply.headers["location"])
    assert thanks.status_code == 200
    assert "Sus respuestas están guardadas." in thanks.text


def test_a_script_that_asks_for_json_gets_json(service: Service) -> None:
    stored = service.send(training_crisis="4", _next="/thanks/", headers={"Accept": "application/json"})
    assert (stored.status_code, stored.json()) == (200, {"ok": True, "next": "/thanks/"})
    refused = service.send(training_crisis="9", headers={"Accept": "application/json"})
    assert refused.status_code == 422
    assert refused.json()["ok"] is False
    assert refused.json()["errors"][0]["code"] == "poll-changed"
    assert refused.json()["errors"][0]["field"] == "training_crisis"


def test_a_poll_that_is_not_there_is_told_in_plain_words(service: Service) -> None:
    for reply in (service.client.get("/f/nothing"), service.send(poll="nothing", a="1")):
        assert reply.status_code == 404
        assert "No form has this address." in reply.text
    assert service.client.get("/f/nothing/thanks").status_code == 404
    wants_json = service.send(poll="nothing", headers={"Accept": "application/json"})
    assert (wants_json.status_code, wants_json.json()["errors"][0]["code"]) == (404, "no-poll")


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "No line has an answer yet."), ("es", "Ninguna línea tiene respuesta todavía.")],
)
def test_a_wholly_empty_post_is_not_stored_and_says_so(service: Service, language: str, words: str) -> None:
    reply = service.send(_lang=language, _gotcha="")
    assert reply.status_code == 422
    assert words in reply.text
    assert service.count() == 0


def test_answers_that_the_poll_does_not_know_are_handed_back_with_the_rest_marked(service: Service) -> None:
    reply = service.send(training_crisis="4", training_toolkits="6", gone_item="2", _next="/thanks/")
    assert reply.status_code == 422
    page = Page(reply.text)
    assert "This form has changed since you opened it." in page.text
    assert page.checked == {"training_crisis": "4"}
    again = service.send(page.hidden, page.checked)
    assert (again.status_code, again.headers["location"]) == (303, "/thanks/")


def test_a_line_with_two_answers_is_not_guessed_at(service: Service) -> None:
    reply = service.client.post("/f/needs", content="training_crisis=4&training_crisis=5", headers=FORM)
    assert reply.status_code == 422
    assert "One line came with two answers." in reply.text
    assert service.count() == 0


@pytest.mark.parametrize(
    "content_type", ["multipart/form-data; boundary=x", "text/plain", "application/json", "", "form-urlencoded"]
)
def test_only_what_a_plain_form_sends_is_read(service: Service, content_type: str) -> None:
    reply = service.client.post("/f/needs", content="training_crisis=4", headers={"Content-Type": content_type})
    assert reply.status_code == 415
    assert "Please use the form." in reply.text


def test_a_charset_beside_the_content_type_does_no_harm(service: Service) -> None:
    headers = {"Content-Type": "Application/X-WWW-Form-Urlencoded; charset=UTF-8"}
    assert service.client.post("/f/needs", content="training_crisis=4", headers=headers).status_code == 303


def test_a_body_as_large_as_may_be_is_read_and_one_byte_more_is_not(service: Service) -> None:
    largest = "training_crisis=4&_subject=".ljust(16 * 1024, "x")
    assert service.client.post("/f/needs", content=largest, headers=FORM).status_code == 303
    assert service.client.post("/f/needs", content=largest + "x", headers=FORM).status_code == 413


def test_a_body_without_a_length_is_held_to_the_same_size(service: Service) -> None:
    def chunks() -> Iterator[bytes]:
        yield from [b"x" * 1_000] * 17

    assert service.client.post("/f/needs", content=chunks(), headers=FORM).status_code == 413


def test_more_fields_than_any_form_has_are_not_read(service: Service) -> None:
    many = "&".join(f"_x{number}=1" for number in range(63))
    assert service.client.post("/f/needs", content=many + "&training_crisis=4", headers=FORM).status_code == 303
    assert service.client.post("/f/needs", content=many + "&a=1&training_crisis=4", headers=FORM).status_code == 413


@pytest.mark.parametrize("body", [b"training_crisis=%FF", b"training_crisis=\xff", b"training_crisis=%ED%A0%80"])
def test_bytes_that_are_no_text_are_told_apart_from_a_wrong_answer(service: Service, body: bytes) -> None:
    assert service.client.post("/f/needs", content=body, headers=FORM).status_code == 400


def test_a_robot_in_the_trap_sees_what_a_person_sees_and_is_not_counted(service: Service) -> None:
    person = service.send(training_crisis="4", _next="/thanks/")
    robot = service.send(training_crisis="5", _next="/thanks/", _gotcha="http://buy.example")
    assert (robot.status_code, robot.headers["location"]) == (person.status_code, person.headers["location"])
    assert [response.answers for response in service.store.responses("needs")] == [{"training_crisis": "4"}]


def test_a_person_who_breaks_off_in_the_middle_harms_nobody(service: Service) -> None:
    url = service.client.base_url
    with socket.create_connection((url.host, url.port or 80)) as line:
        head = "POST /f/needs HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\nContent-Type: "
        line.sendall((head + FORM["Content-Type"] + "\r\n\r\ntraining_crisis=4").encode())
    assert service.client.get("/f/health").json() == {"ok": True}
    assert service.count() == 0


def test_a_body_that_never_ends_is_not_waited_for(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("porchlight.form_service.body.SECONDS_FOR_BODY", 0.1)
    url = service.client.base_url
    with socket.create_connection((url.host, url.port or 80), timeout=10) as line:
        head = "POST /f/needs?lang=es HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\nContent-Type: "
        line.sendall((head + FORM["Content-Type"] + "\r\n\r\ntraining_crisis=4").encode())
        reply = b"".join(iter(lambda: line.recv(4096), b"")).decode()  # to the end: the line is let go of
    assert reply.startswith("HTTP/1.1 408 ")
    assert "Sus respuestas tardaron demasiado en llegar." in reply
    assert service.count() == 0


def test_nothing_that_tells_who_answered_is_in_the_stored_files(tmp_path: Path) -> None:
    traces = {"User-Agent": "PocketBrowser/77.1", "Referer": "http://127.0.0.1/private-page", "Cookie": "who=ana-maria"}
    with own_service(tmp_path) as service:
        with service.from_address("127.0.0.99") as client:
            assert client.post("/f/needs", data={"training_crisis": "4"}, headers=traces).status_code == 303
            trap = {"training_crisis": "5", "_gotcha": "spam-words"}
            assert client.post("/f/needs", data=trap, headers=traces).status_code == 303
        while_open = _bytes_below(tmp_path)
    for stored in (while_open, _bytes_below(tmp_path)):
        assert b"training_crisis" in stored
        for trace in (b"127.0.0.", b"PocketBrowser", b"private-page", b"ana-maria", b"spam-words", b"python-httpx"):
            assert trace not in stored
        assert socket.inet_aton("127.0.0.99") not in stored


def _bytes_below(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


ESCAPES = [
    "//evil.example/",
    "https://evil.example/",
    "http:evil.example",
    "https:/evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    ".\\..\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://hub.example.evil.example/",
    "https://hub.example@evil.example/",
    "https://hub.example:80@evil.example/",
    "http://hub.example/",
    "https://hub.example",
    "thanks/",
    "?x",
    "#x",
    "",
    "/" + "x" * 500,
    "/é",
]


@pytest.mark.parametrize("address", ESCAPES)
def test_nobody_is_sent_to_an_address_that_a_stranger_made_up(known_site: Service, address: str) -> None:
    reply = known_site.send(training_crisis="4", _next=address)
    assert (reply.status_code, reply.headers["location"]) == (303, "/f/needs/thanks?lang=en")


@pytest.mark.parametrize("address", ["/thanks/", "./thanks/", "../es/gracias/?a=b#c", "https://hub.example/thanks/"])
def test_people_are_sent_on_within_the_site_and_to_sites_that_the_operator_named(
    known_site: Service, address: str
) -> None:
    assert known_site.send(training_crisis="4", _next=address).headers["location"] == address


@pytest.fixture(scope="module")
def known_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    settings = Settings(origins=frozenset({"https://hub.example"}), each_network=NO_LIMIT, each_poll=NO_LIMIT)
    with own_service(tmp_path_factory.mktemp("known"), settings) as running:
        yield running


def test_a_named_site_may_read_the_answer_to_its_script_and_no_other_may(known_site: Service) -> None:
    headers = {"Origin": "https://hub.example", "Accept": "application/json"}
    reply = known_site.send(training_crisis="4", headers=headers)
    assert reply.headers["access-control-allow-origin"] == "https://hub.example"
    assert "Origin" in reply.headers["vary"]
    own = known_site.send(training_crisis="4")
    assert "access-control-allow-origin" not in own.headers
    assert "access-control-allow-credentials" not in reply.headers


def test_nobody_can_take_the_place_of_a_sheet_of_paper_by_post(known_site: Service) -> None:
    paper = Response("needs", 1, "und", "paper", "2026-11-02", {"training_crisis": "5"}, "paper:first:BVDZY:1")
    plain = replace(paper, sid="paper-first-BVDZY-1")  # even where a sheet had a word that the web may hold
    for sheet in (paper, plain):
        known_site.store.keep(sheet).result()
        known_site.send(training_crisis="1", _sid=str(sheet.sid))
    kept = {each.sid: each.answers for each in known_site.store.responses("needs") if each.mode == "paper"}
    assert kept == {paper.sid: paper.answers, plain.sid: plain.answers}


def test_the_hosted_form_may_be_framed_on_a_named_site_and_on_no_other(known_site: Service) -> None:
    policy = known_site.client.get("/f/needs").headers["content-security-policy"]
    assert policy.partition("frame-ancestors ")[2] == "'self' https://hub.example"


def test_a_post_from_a_strange_page_is_handed_back_and_stored_once_the_person_confirms_it(known_site: Service) -> None:
    before = known_site.count()
    strange = known_site.send(training_crisis="2", headers={"Origin": "https://evil.example"})
    assert strange.status_code == 403
    assert known_site.count() == before
    page = Page(strange.text)
    assert page.hidden["training_crisis"] == "2"
    assert known_site.send(page.hidden).status_code == 303


def test_a_proxy_that_changes_the_host_does_not_make_our_own_page_strange(known_site: Service) -> None:
    headers = {"Origin": "https://public.example", "Sec-Fetch-Site": "same-origin"}
    assert known_site.send(training_crisis="4", headers=headers).status_code == 303


def test_an_address_that_is_no_origin_is_refused_when_the_service_is_set_up() -> None:
    with pytest.raises(ValueError, match=r"https://hub\.example/ should|“https://hub\.example/”"):
        Settings(origins=frozenset({"https://hub.example/"}))


_HEADS = st.sampled_from(
    [b"training_crisis=", b"_next=", b"_lang=", b"_v=", b"_sid=", b"_ticket=", b"_gotcha=", b"&", b""]
)
_BODIES = st.lists(st.tuples(_HEADS, st.binary(max_size=40)), max_size=8).map(
    lambda parts: b"&".join(head + tail for head, tail in parts)
)
_FIELDS = st.dictionaries(
    st.sampled_from([item.id for item in needs().items()]) | st.text(max_size=9), st.text(max_size=9)
)


@hypothesis_settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_BODIES | _FIELDS.map(lambda fields: urlencode(fields, errors="replace").encode()))
def test_no_body_is_ever_a_fault_of_ours(known_site: Service, body: bytes) -> None:
    reply = known_site.client.post("/f/needs", content=body, headers=FORM)
    assert reply.status_code in {303, 400, 413, 422}


def test_every_page_stands_alone_without_script(service: Service) -> None:
    replies = [
        service.client.get("/f/needs"),
        service.client.get("/f/needs/thanks"),
        service.client.get("/f/nothing"),
        service.send(),
        service.send(training_crisis="4", headers={"Origin": "https://evil.example"}),
    ]
    for reply in replies:
        page = Page(reply.text)
        assert reply.headers["content-security-policy"].startswith("default-src 'none';")
        assert reply.headers["referrer-policy"] == "strict-origin-when-cross-origin"
        assert reply.headers["cache-control"] == "no-store"
        assert "set-cookie" not in reply.headers
        assert not {"script", "link", "img"} & set(page.tags)
        assert not [name for name, _ in page.attributes if name == "style" or name.startswith("on")]


def test_the_service_says_that_it_is_well(service: Service) -> None:
    reply = service.client.get("/f/health")
    assert (reply.status_code, reply.json()) == (200, {"ok": True})
