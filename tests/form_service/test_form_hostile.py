# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bodies that no form of ours sends, and lines that are held open: the right answer to each, and never a fault of ours.

The npm package `big-list-of-naughty-strings` (MIT) is fetched when the test runs and is no part of this project.
"""

from __future__ import annotations

import json
import random
import shutil
import socket
import subprocess
import tarfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import quote, quote_plus, urlencode

import httpx
import pytest

from porchlight.form_service.parse import MOST_BYTES, MOST_FIELDS
from tests.form_service.support import FORM, SID, Service, own_service
from tests.polls.support import needs

PACKAGE = "big-list-of-naughty-strings@1.0.0"
EXPECTED = frozenset({303, 400, 413, 422})
CONTROL = ("_v", "_lang", "_next", "_sid", "_ticket", "_gotcha", "_subject")
ITEMS = tuple(item.id for item in needs().items())

ODD = (
    *(chr(number) for number in range(33)),
    *"\x7f\x80\x85\xa0\u200b\u200f\u2028\u2029\u202e\ufeff\ufffe\uffff\U0001f3f3\U0010ffff",
    *("nan", "NaN", "inf", "-inf", "1e999", "0x10", "١", "１", "²", "1\x00", "1 ", " 1", "+1", "-1", "01", "1.0"),
    *("true", "null", "None", "undefined", "[]", "{}", "[object Object]", "__proto__", "constructor", "toString"),
    *(
        "' OR 1=1 --",
        "'; DROP TABLE response; --",
        '" OR ""="',
        "%27",
        "\\",
        "\\'",
        "$(id)",
        "`id`",
        "{{7*7}}",
        "${7*7}",
    ),
    *("<script>alert(1)</script>", "</textarea><b>", '"><img src=x onerror=y>', "<!--", "]]>", "&lt;", "&amp;#x27;"),
    *("../../etc/passwd", "..\\..\\x", "file:///x", "//evil.example", "http://evil.example", "javascript:x", "/\\x"),
    *(
        "\r\nSet-Cookie: a=b",
        "a\r\n\r\n<b>",
        "%0d%0aX: y",
        "x" * 5_000,
        "é" * 2_000,
        "\U0001f3f3" * 900,
        "%s%n%x",
        "=1+1",
    ),
)


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with own_service(tmp_path_factory.mktemp("hostile")) as running:
        yield running


@pytest.fixture(scope="module")
def naughty(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Every string of the list; the test is skipped where npm or the registry can't be reached."""
    folder = tmp_path_factory.mktemp("strings")
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed, so the list of naughty strings can't be fetched")
    try:
        subprocess.run([npm, "pack", "--silent", PACKAGE], cwd=folder, check=True, capture_output=True, timeout=60)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        pytest.skip(f"the npm registry can't be reached ({type(error).__name__})")
    with tarfile.open(next(folder.glob("*.tgz"))) as files:
        data = next(files.extractfile(each) for each in files if each.name.endswith("/blns.json"))
        assert data
        return [text for text in json.loads(data.read()) if isinstance(text, str)]


def _in_every_place(texts: Iterable[str]) -> Iterator[bytes]:
    """Each text as the value of an answer, as a name, and as the value of one of the service's own fields."""
    for number, text in enumerate(texts):
        yield urlencode({"training_crisis": text}, errors="replace").encode()
        yield urlencode({text: "4", "training_crisis": "4"}, errors="replace").encode()
        yield urlencode({CONTROL[number % len(CONTROL)]: text, "training_crisis": "4"}, errors="replace").encode()


def _made() -> Iterator[bytes]:
    """Bodies broken in ways that no encoder makes, the same in every run."""
    chance = random.Random(5)
    whole = urlencode({"_v": "1", "_lang": "en", **dict.fromkeys(ITEMS, "4")}).encode()
    for cut in range(0, len(whole), 9):
        yield whole[:cut]
    for _ in range(150):
        body = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            body[chance.randrange(len(body))] = chance.randrange(256)
        yield bytes(body)
    for _ in range(150):
        yield bytes(chance.randrange(256) for _ in range(chance.randrange(200)))
    for length in (MOST_BYTES - 1, MOST_BYTES, MOST_BYTES + 1, 4 * MOST_BYTES):
        yield b"training_crisis=4&_subject=".ljust(length, b"x")
    for count in (MOST_FIELDS - 1, MOST_FIELDS, MOST_FIELDS + 1, 2_000):
        yield b"&".join([b"_x=1"] * count)
    yield from (
        b"",
        b"&",
        b"=",
        b"&&&",
        b"===",
        b"=&=",
        b";",
        b"a;b=c",
        b"%",
        b"%%",
        b"%zz=%zz",
        b"+=+",
        b"\x00",
        b"\xff",
    )
    yield from (quote_plus(text, errors="replace").encode() for text in ODD)


def _answers(service: Service, bodies: Iterable[bytes]) -> Counter[int]:
    """How often each status was the answer, the page or JSON being whole each time."""
    told: Counter[int] = Counter()
    for number, body in enumerate(bodies):
        accept = "application/json" if number % 4 else "text/html"
        reply = service.client.post("/f/needs", content=body, headers={**FORM, "Accept": accept})
        assert reply.status_code in EXPECTED | {200}, body[:200]
        if accept == "application/json":
            assert reply.json()["ok"] is (reply.status_code == 200), body[:200]
        elif reply.status_code != 303:
            assert reply.text.endswith("</html>\n"), body[:200]
        told[reply.status_code] += 1
    return told


def _assert_only_known_answers_are_stored(service: Service) -> None:
    codes = needs().codes()
    for response in service.store.responses("needs"):
        assert set(response.answers) <= set(ITEMS)
        assert set(response.answers.values()) <= codes
        assert response.language in {"en", "es"}


def test_every_string_of_the_big_list_is_answered_rightly(calm: Service, naughty: list[str]) -> None:
    assert len(naughty) > 400
    told = _answers(calm, _in_every_place(naughty))
    assert told[422] > len(naughty)
    _assert_only_known_answers_are_stored(calm)


def test_a_thousand_bodies_of_our_own_are_answered_rightly(calm: Service) -> None:
    bodies = [*_in_every_place(ODD), *_made()]
    assert len(bodies) > 500
    told = _answers(calm, bodies)
    assert min(told[status] for status in (303, 400, 413, 422)) > 0
    _assert_only_known_answers_are_stored(calm)
    assert calm.client.get("/f/health").json() == {"ok": True}


def test_a_strange_address_is_no_fault_of_ours(calm: Service) -> None:
    for text in ODD:
        for path in (f"/f/{quote(text, safe='', errors='replace')}", f"/f/needs?lang={quote(text, errors='replace')}"):
            try:
                reply = calm.client.get(path[:4_000])
            except httpx.InvalidURL:
                continue
            assert reply.status_code in {200, 404}, path


def _head(length: int, path: str = "/f/needs") -> bytes:
    lines = (f"POST {path} HTTP/1.1", "Host: x", f"Content-Type: {FORM['Content-Type']}", f"Content-Length: {length}")
    return "\r\n".join((*lines, "Connection: close", "", "")).encode()


def _line(service: Service) -> socket.socket:
    url = service.client.base_url
    return socket.create_connection((url.host, url.port or 80), timeout=20)


def _read(line: socket.socket) -> str:
    return b"".join(iter(lambda: line.recv(4096), b"")).decode()


def test_a_body_that_drips_in_is_read_to_its_end(service: Service) -> None:
    body = b"training_crisis=4"
    with _line(service) as line:
        line.sendall(_head(len(body)))
        for byte in body:
            line.sendall(bytes([byte]))
            time.sleep(0.005)
        assert _read(line).startswith("HTTP/1.1 303 ")
    assert service.count() == 1


def test_a_body_that_drips_for_ever_is_let_go_of(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("porchlight.form_service.body.SECONDS_FOR_BODY", 0.3)
    with _line(service) as line:
        line.sendall(_head(9_999))
        line.settimeout(0.02)
        told = b""
        for _ in range(1_000):
            line.sendall(b"x")
            try:
                told = line.recv(4096)
                break
            except TimeoutError:
                continue
    assert told.startswith(b"HTTP/1.1 408 ")
    assert service.count() == 0


@pytest.mark.parametrize("sent", [b"", b"training_cri", b"training_crisis=4&_sid=a-random-word-of-a-script"])
def test_who_closes_their_half_of_the_line_and_sends_again_is_counted_once(service: Service, sent: bytes) -> None:
    with _line(service) as line:
        line.sendall(_head(len(b"training_crisis=4&_sid=a-random-word-of-a-script")) + sent)
        line.shutdown(socket.SHUT_WR)
        _read(line)
    assert service.send(training_crisis="4", _sid=SID).status_code == 303
    assert service.count() == 1


def test_many_slow_lines_do_not_keep_a_person_waiting(service: Service) -> None:
    lines = [_line(service) for _ in range(100)]
    try:
        for line in lines:
            line.sendall(_head(99) + b"training_crisis")
        assert service.send(training_crisis="4").status_code == 303
    finally:
        for line in lines:
            line.close()
    assert service.count() == 1


@pytest.mark.parametrize(
    "begins",
    [b"GET /f/", b"GET /f/needs HTTP/1.1\r\nHost: a.example\r\nX-A: ", _head(99)[:-2] + b"X-A: "],
    ids=["address", "header", "header of a form"],
)
def test_a_head_without_an_end_is_cut_off(service: Service, begins: bytes) -> None:
    assert _cut_off_after(service, begins, b"a" * 65_536)


def test_many_small_headers_and_trailers_without_an_end_are_cut_off(service: Service) -> None:
    small = b"X-A: 1\r\n" * 8_192
    assert _cut_off_after(service, b"GET /f/needs HTTP/1.1\r\nHost: a.example\r\n", small)
    chunked = b"POST /f/needs HTTP/1.1\r\nHost: a.example\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert _cut_off_after(service, chunked + b"1\r\na\r\n0\r\n", small)


def _cut_off_after(service: Service, begins: bytes, more: bytes) -> bool:
    """True where the service ends the line before 20 times as much has gone through it."""
    with _line(service) as line:
        try:
            line.sendall(begins)
            for _ in range(20):
                line.sendall(more)
            return _read(line).startswith("HTTP/1.1 400 ")
        except (BrokenPipeError, ConnectionResetError):
            return True
