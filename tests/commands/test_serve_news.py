# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who asks while `porchlight serve` runs is answered at once when there is something new, and nobody is forgotten."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from pathlib import Path
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from porchlight.problems import Place, Problem
from porchlight.serving.app import site_app
from porchlight.serving.news import TOLD_AT_MOST, News, Told

PROBLEM = Problem(
    Place("data/housing/maple-house.yaml", 3, 1), "unknown-field", "What is this?", "x", "Write:", "y: <b>"
)
AT_ONCE = 5
T = TypeVar("T")


def test_whoever_waits_is_told_as_soon_as_there_is_something_new() -> None:
    async def waiting() -> tuple[list[Told], Told]:
        news = News()
        waiters = [asyncio.create_task(news.after(news.now.state)) for _ in range(3)]
        await asyncio.sleep(0)
        news.to_mend("Mend this.", [PROBLEM])
        return await in_time(asyncio.gather(*waiters)), news.now

    told, now = asyncio.run(waiting())
    assert told == [now] * 3
    assert (now.said, now.problems) == ("Mend this.", (PROBLEM,))


@given(st.lists(st.sampled_from(["new pages", "to mend", "nothing yet"]), max_size=12))
def test_nobody_misses_the_last_news_however_it_falls_between_two_questions(happening: list[str]) -> None:
    async def asking() -> tuple[str, str]:
        news, seen = News(), ""

        async def ask() -> None:
            nonlocal seen
            while True:
                seen = (await news.after(seen)).state

        asker = asyncio.create_task(ask())
        for each in happening:
            if each == "nothing yet":
                await asyncio.sleep(0)
            elif each == "new pages":
                news.new_pages()
            else:
                news.to_mend("Mend this.")
        for _ in range(6):
            await asyncio.sleep(0)
        asker.cancel()
        return seen, news.now.state

    seen, now = asyncio.run(asking())
    assert seen == now


def test_once_it_is_over_nobody_waits() -> None:
    async def ending() -> Told:
        news = News()
        waiter = asyncio.create_task(news.after(news.now.state))
        await asyncio.sleep(0)
        news.end()
        await in_time(waiter)
        return await in_time(news.after(news.now.state))

    assert asyncio.run(ending()).said == ""


def test_pages_of_another_run_are_never_taken_for_those_of_this_one() -> None:
    assert News().now.pages != News().now.pages


def test_a_mended_file_takes_the_problems_away_and_a_broken_one_leaves_the_pages() -> None:
    news = News()
    pages = news.now.pages
    news.to_mend("Mend this.", [PROBLEM])
    assert news.now.pages == pages
    news.new_pages()
    assert (news.now.said, news.now.problems, news.now.pages != pages) == ("", (), True)


def test_a_page_is_told_places_sentences_and_lines_to_paste(tmp_path: Path) -> None:
    news = News()
    news.to_mend("Mend this.", [PROBLEM] * (TOLD_AT_MOST + 2))
    told = TestClient(site_app(tmp_path, (), news), base_url="http://127.0.0.1").get("/--version").json()
    assert (told["said"], told["more"], len(told["problems"])) == ("Mend this.", "The terminal tells 2 more.", 20)
    assert told["problems"][0] == {
        "place": "data/housing/maple-house.yaml:3:1",
        "sentence": "What is this? It says “x”.  Write:",
        "paste": "y: <b>",
    }


def test_each_page_carries_the_mark_of_the_pages_that_it_is_one_of_and_the_file_does_not(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<body>home</body>", encoding="utf-8")
    news = News()
    html = TestClient(site_app(tmp_path, (), news), base_url="http://127.0.0.1").get("/").text
    assert f'<script src="/--news.js" data-pages="{news.now.pages}" defer></script></body>' in html
    assert (tmp_path / "index.html").read_text("utf-8") == "<body>home</body>"


async def in_time(awaited: Awaitable[T]) -> T:
    """What comes out of it, which must come much sooner than an answer that has nothing to tell."""
    return await asyncio.wait_for(awaited, AT_ONCE)
