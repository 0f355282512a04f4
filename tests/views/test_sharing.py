# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reader carries away: a code that never changes, a message of one piece, a tiny page that leads on."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from porchlight.model.record import Record, Row, Value
from porchlight.model.short_codes import ALPHABET, code_of
from porchlight.site.render import Rendered, render_edition
from porchlight.site.theme import theme_folder
from porchlight.views.edition import Edition
from porchlight.views.edition_pages import edition_pages
from porchlight.views.qr import MASK, qr_path
from porchlight.views.service_types import ShortView
from porchlight.views.sharing import share
from porchlight.views.short_pages import short_pages
from porchlight.views.text_message import GSM, LONGEST, gsm, length, message, shortened
from tests.conftest import ROOT
from tests.theme.test_budgets import size
from tests.views.fakes import CALLED, PHONE, edition, record, view_of

ADDRESS = "https://lantern.example.org"
SHORT_PAGE = 1_250


def addressed(*records: Record, language: str = "en", address: str = ADDRESS) -> Edition:
    """A hub that has an address."""
    made = edition(*records, language=language)
    return replace(made, hub=replace(made.hub, settings=replace(made.hub.settings, address=address)))


def maple(values: dict[str, Value] | None = None, phone: Row = PHONE) -> Record:
    return record("maple", {"name": "Maple House"} | (values or {}), phones=(phone,), checks=(CALLED,))


def text_of(href: str) -> str:
    return unquote(href.removeprefix("sms:?&body="))


@pytest.mark.parametrize(
    ("key", "code"), [("housing/maple-house", "my3hq6"), ("services/988-lifeline", "gn5vwy"), ("facts/x", "j29bm5")]
)
def test_the_code_of_a_key_is_the_same_for_ever(key: str, code: str) -> None:
    """It stands on paper: whoever changes how codes are made breaks every one of them."""
    assert code_of(key) == code


@given(st.text())
def test_a_code_has_six_signs_that_can_be_told_apart(key: str) -> None:
    assert re.fullmatch("[b-df-hjkmnp-tv-z2-9]{6}", code_of(key))
    assert not set(ALPHABET) & set("aeiou01l")


def test_a_code_that_is_given_stands_before_the_one_of_the_key() -> None:
    assert share(addressed(maple({"short_code": "bq4k7m"})), maple({"short_code": "bq4k7m"})).code == "bq4k7m"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", f"Maple House: 614-555-0142 {ADDRESS}/r/{code_of('housing/maple')}"),
        ("es", f"Maple House: 614-555-0142 {ADDRESS}/es/r/{code_of('housing/maple')}"),
    ],
)
def test_a_message_holds_name_number_and_address(language: str, said: str) -> None:
    made = addressed(maple(), language=language)
    assert text_of(share(made, maple()).sms_href) == said


def test_a_line_that_wants_a_word_tells_it_in_the_message() -> None:
    text = {"number": "741741", "kind": "text", "keyword": "HOME", "check": "works"}
    said = text_of(share(addressed(maple(phone=text)), maple(phone=text)).sms_href)
    assert said.startswith("Maple House: Text HOME to 741741 https://")


def test_a_hub_without_an_address_gives_the_code_and_no_square() -> None:
    made = share(edition(maple()), maple())
    assert (made.address, made.qr_path, made.qr_size) == ("", "", 0)
    assert text_of(made.sms_href) == "Maple House: 614-555-0142"


def test_the_address_of_a_hub_in_a_folder_keeps_the_folder() -> None:
    made = addressed(maple(), address="https://org.example/hub/")
    assert share(made, maple()).address == f"org.example/hub/r/{code_of('housing/maple')}"


names = st.text(max_size=200)
numbers = st.from_regex(r"[2-9][0-9]{2}-555-01[0-9]{2}( ext\. [0-9]{1,5})?", fullmatch=True)
addresses = st.from_regex(r"https://[a-z0-9.-]{4,60}/(es/)?r/[b-df-h2-9]{6}", fullmatch=True)


@given(names, numbers, addresses)
def test_a_message_is_one_piece_and_loses_no_digit(name: str, number: str, address: str) -> None:
    text = message(name, number, address)
    assert length(text) <= LONGEST
    assert text == gsm(text)
    assert text.endswith(f"{number} {address}")


@given(names, st.text(max_size=400), st.text(max_size=400))
def test_a_part_that_does_not_fit_is_left_out_whole(name: str, number: str, address: str) -> None:
    text = message(name, number, address)
    assert length(text) <= LONGEST
    assert gsm(number) in text or length(gsm(number)) > LONGEST
    assert set(text) <= GSM | set("^{}\\[~]|€")


@given(st.lists(st.from_regex("[a-zA-Z]{1,12}", fullmatch=True), min_size=1, max_size=40), st.integers(4, 160))
def test_a_name_is_cut_between_its_words(words: list[str], room: int) -> None:
    cut = shortened(" ".join(words), room)
    assert length(cut) <= room
    assert cut in ("", " ".join(words)) or cut.removesuffix("...").split(" ") == words[: cut.count(" ") + 1]


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("“Casa Luz” — atención", '"Casa Luz" - atencion'),
        ("Niños y mujeres: ¿dónde?", "Niños y mujeres: ¿donde?"),
        ("A\u00a0home 🏠 here…", "A home here..."),
    ],
)
def test_signs_that_would_cut_a_message_are_told_in_plainer_ones(written: str, sent: str) -> None:
    assert gsm(written) == sent


def squares_of(path: str) -> set[tuple[int, int]]:
    """The dark squares that a path draws."""
    x, y, dark = 0.0, 0.0, set()
    for right, down, run in re.findall(r"m(-?[\d.]+) ([\d.]+)h(\d+)", path):
        x, y = x + float(right), y + float(down)
        dark |= {(int(x) + step, int(y)) for step in range(int(run))}
        x += int(run)
    return dark


def test_the_path_draws_each_dark_square_and_no_other() -> None:
    text = f"{ADDRESS}/r/bq4k7m"
    path, size_ = qr_path(text)
    matrix = segno.make(text, error="m", mask=MASK, micro=False, boost_error=False).matrix
    assert squares_of(path) == {
        (x + 4, y + 4) for y, row in enumerate(matrix) for x, is_dark in enumerate(row) if is_dark
    }
    assert size_ == len(matrix) + 8


def shorts(made: Edition) -> dict[str, ShortView]:
    return {page.path: view_of(page, ShortView) for page in short_pages(made)}


def test_a_record_has_one_short_page_and_one_per_former_address() -> None:
    renamed = maple({"formerly": ("maple-home", "maple-street")})
    pages = shorts(addressed(renamed))
    assert set(pages) == {
        f"r/{code_of('housing/maple')}/",
        f"r/{code_of('housing/maple-home')}/",
        f"r/{code_of('housing/maple-street')}/",
        "housing/maple-home/",
        "housing/maple-street/",
    }
    assert {urljoin(f"/{path}", view.there) for path, view in pages.items()} == {"/housing/maple/"}


def test_every_code_that_may_be_on_paper_leads_on() -> None:
    pages = shorts(addressed(maple({"formerly": ("maple-home",), "short_code": "bq4k7m"})))
    codes = ("bq4k7m", code_of("housing/maple"), code_of("housing/maple-home"))
    assert set(pages) == {*(f"r/{code}/" for code in codes), "housing/maple-home/"}


def test_a_code_leads_to_the_record_that_has_it_now() -> None:
    theirs = code_of("housing/oak")
    pages = shorts(addressed(maple({"formerly": ("oak",)}), record("oak")))
    assert urljoin(f"/r/{theirs}/", pages[f"r/{theirs}/"].there) == "/housing/oak/"


def test_a_short_page_in_spanish_leads_to_the_spanish_page() -> None:
    (path, view), *_ = shorts(addressed(maple(), language="es")).items()
    assert urljoin(f"/{path}", view.there) == "/es/housing/maple/"
    assert urljoin(f"/{path}", view.frame.alternates[0].href) == f"/r/{code_of('housing/maple')}/"


def test_a_record_without_a_page_of_its_own_has_no_code() -> None:
    notice = Record("notices", "heat", {"id": "heat", "name": "Heat"})
    assert shorts(addressed(notice)) == {}


def rendered(*records: Record) -> Rendered:
    made = addressed(*records)
    return render_edition(made.hub, "en", theme_folder(ROOT), made.assets, {})


def test_a_short_page_leads_on_at_once_and_stands_alone() -> None:
    files = rendered(maple()).files
    page = files[f"r/{code_of('housing/maple')}/index.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=../../housing/maple/">' in page
    assert '<a class="button" href="tel:+16145550142">Call 614-555-0142</a>' in page
    for needed in ("Maple House", "November 2, 2026", 'content="noindex"', "Content-Security-Policy", "tel:988"):
        assert needed in page


def test_words_of_a_record_can_not_become_markup_on_its_short_page() -> None:
    hostile = maple({"name": "<script>alert('1')</script>\"><b>"})
    page = rendered(hostile).files[f"r/{code_of('housing/maple')}/index.html"].decode()
    assert "<script" not in page
    assert "<b>" not in page


@pytest.mark.parametrize("site", ["shipped_site", "full_site"])
def test_a_short_page_costs_no_more_than_a_message(site: str, request: pytest.FixtureRequest) -> None:
    output: Path = request.getfixturevalue(site)
    pages = [*output.glob("r/*/index.html"), *output.glob("es/r/*/index.html")]
    sizes = sorted(((size(page.read_bytes()), page.parent.name) for page in pages), reverse=True)
    print(*sizes[:10], sep="\n")
    assert sizes[0][0] <= SHORT_PAGE


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"status": "closed"}, {"status": "Closed for good"}),
        (
            {"beds_free": 0, "beds_free_on": date(2026, 11, 20)},
            {"free": "No bed was free on November 20, 2026. Ask about the list.", "until": "2026-11-27"},
        ),
        ({}, {}),
    ],
    ids=["closed", "full", "open"],
)
def test_the_list_and_the_short_page_tell_what_is_closed_or_full(
    values: dict[str, Value], told: dict[str, str]
) -> None:
    made = share(addressed(maple(values)), maple(values)).kept
    assert {key: made[key] for key in ("status", "free", "until") if key in made} == told
    page = rendered(maple(values)).files[f"r/{code_of('housing/maple')}/index.html"].decode()
    for words in (told.get("status"), told.get("free")):
        assert words is None or f"<p><b>{words}</b></p>" in page


def test_no_short_page_is_offered_to_search_engines() -> None:
    made = rendered(maple())
    assert not [path for path in made.indexable if path.startswith(("r/", "kept/"))]


def test_every_edition_has_the_page_of_the_list() -> None:
    assert "es/kept/" in {page.path for page in edition_pages(addressed(maple(), language="es"))}
