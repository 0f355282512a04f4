# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A hall of sixty: forty by web, twenty on paper, twenty-five from another form service; a wave later thirty more.

All of it goes the way that people go, from a pressed button to a printed sheet, and the numbers add up.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from porchlight.build import build, sound_hub
from porchlight.cli import main
from porchlight.form_service.app import routes
from porchlight.form_service.store import SqliteStore
from porchlight.model.ballot_codes import ballot_code
from porchlight.model.questionnaire import Questionnaire
from porchlight.model.released import Figures, Release
from porchlight.operating.polls import read_all_polls
from porchlight.operating.releasing import release
from porchlight.serving.app import site_app
from porchlight.serving.news import News
from porchlight.starting.making import new_hub
from tests.form_service.support import CALM, HandClock, running

pytestmark = pytest.mark.browser

TODAY = date.today()
"""The pages are built today, so the first wave is open today."""

FALL_ENDS, WINTER_BEGINS, WINTER_ENDS = (TODAY + timedelta(days=days) for days in (9, 30, 39))
AFTER_FALL, AFTER_WINTER = FALL_ENDS + timedelta(days=1), WINTER_ENDS + timedelta(days=1)

INVITED = "invited: {en: Who came (made up)., es: Quien vino (inventado).}"
WAVES = f"""\
waves:
  - {{id: fall, opens: {TODAY}, closes: {FALL_ENDS}, {INVITED}}}
  - {{id: winter, opens: {WINTER_BEGINS}, closes: {WINTER_ENDS}, {INVITED}}}

options:
"""
Answers = dict[str, str]


def person(number: int, items: list[str]) -> Answers:
    """Made-up answers; now and then a line is skipped or has no answer. No two people say the same to everything.

    Where they did, on one network and without a script, nobody could tell them from one person who pressed twice.
    """
    chance = Random(number)
    chosen = {item: chance.choice(("1", "2", "3", "4", "4", "5", "5", "na", "")) for item in items}
    return {item: code for item, code in chosen.items() if code}


@dataclass
class Hall:
    root: Path
    site: str
    store: SqliteStore
    time: HandClock
    poll: Questionnaire

    @property
    def items(self) -> list[str]:
        return [item.id for item in self.poll.items()]


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    root = tmp_path_factory.mktemp("hall") / "hub"
    new_hub(root)
    file = root / "data" / "polls" / "needs.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("options:\n", WAVES, 1), encoding="utf-8")
    build(root, root / "output", has_forms=True)
    polls, time = sound_hub(root).questionnaires, HandClock()
    time.day = TODAY
    with SqliteStore(root / "var" / "responses.sqlite3", time.today) as store:
        forms = routes(lambda: polls, store, settings=CALM, clock=time.clock())
        with running(site_app(root / "output", forms, News())) as site:
            yield Hall(root, site, store, time, polls[0])


def by_hand(page: Page, answers: Answers) -> None:
    for item, code in answers.items():
        page.locator(f"input[name={item}][value='{code}']").check()
    page.locator("main form.poll .button[type=submit]").click()


def by_browser(browser: Browser, hall: Hall, answers: Answers, language: str, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{hall.site}/{language}poll/needs/")
    by_hand(page, answers)
    page.wait_for_url("**/poll/needs/thanks/")
    if script:
        assert Axe().run(page).violations_count == 0
    context.close()


def by_post(hall: Hall, answers: Answers, sid: str = "") -> None:
    """What a browser sends, twice, since people press twice."""
    fields = {"_v": "1", "_lang": "en", **({"_sid": sid} if sid else {}), **answers}
    for _ in range(2):
        assert httpx.post(f"{hall.site}/f/needs", data=fields).status_code == 303


def lines(hall: Hall, sheets: list[Answers]) -> list[str]:
    signs = {"na": "0", **{option.code: option.code for option in hall.poll.options}}
    code = f"B{ballot_code('needs', 1)}"
    marks = ["".join(signs[sheet[item]] if item in sheet else "." for item in hall.items) for sheet in sheets]
    return [f"{code} {number:03} {line}" for number, line in enumerate(marks, start=1)]


def keyed(hall: Hall, typed: list[str], hand: int) -> int:
    file = hall.root.parent / f"hand-{hand}.txt"
    file.write_text("\n".join(typed), encoding="utf-8")
    return main(["poll", "key", str(file), "--hand", str(hand), "--wave", "fall", "--root", str(hall.root)])


def export(hall: Hall, people: list[Answers]) -> Path:
    """A file as Google Forms gives it."""
    labels = {option.code: option.label["en"] for option in hall.poll.options} | {"na": ""}
    file = hall.root.parent / "answers.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["Timestamp", *(f"We need more [{item.label['en']}]" for item in hall.poll.items())])
        for number, each in enumerate(people):
            rows.writerow([f"2026-11-03 10:{number:02}:00", *(labels[each.get(item, "na")] for item in hall.items)])
    return file


def let_see(hall: Hall, wave: str, today: date) -> Release:
    made = release(hall.root, read_all_polls(hall.root), "needs", wave, hall.store, today)
    assert made.files, made.words
    return read_all_polls(hall.root).released("needs", wave)[-1]


def adds_up(hall: Hall, made: Release, people: list[Answers]) -> bool:
    """Count by hand, item by item, and compare with what was released."""
    for item in hall.items:
        counted = Counter(each[item] for each in people if each.get(item, "na") != "na")
        told = next(each for each in made.figures if each.item == item)
        sides = {"disagree": counted["1"] + counted["2"], "neutral": counted["3"], "agree": counted["4"] + counted["5"]}
        expected: dict[str, dict[str, int]] = {
            "options": {code: counted[code] for code in "12345"},
            "sides": sides,
            "percent": {side: round(100 * count / counted.total() + 1e-9) for side, count in sides.items()},
        }
        assert (told.people, told.counts) == (counted.total(), expected[told.detail]), item
    return made.people == len(people)


@pytest.fixture(scope="module")
def fall(browser: Browser, hall: Hall) -> list[Answers]:
    """Everyone of the first wave, after they have answered."""
    everyone = [person(number, hall.items) for number in range(85)]
    for number, answers in enumerate(everyone[:6]):
        by_browser(browser, hall, answers, ("", "es/")[number % 2], script=number < 3)
    for number, answers in enumerate(everyone[6:33]):
        by_post(hall, answers, f"a-random-word-of-{number:03}")
    for answers in everyone[33:40]:  # three without a script in the browser above, seven here
        by_post(hall, answers)
    sheets = lines(hall, everyone[40:60])
    wrong = [*sheets[:-1], sheets[-1][:-1] + ("1" if sheets[-1][-1] != "1" else "2")]
    assert keyed(hall, sheets, 1) == 0
    assert keyed(hall, wrong, 2) == 0
    assert keyed(hall, sheets[-1:], 2) == 0
    file = export(hall, everyone[60:])
    bring = ["poll", "import", str(file), "--poll", "needs", "--wave", "fall", "--write", "--root", str(hall.root)]
    assert [main(bring), main(bring)] == [0, 0]
    return everyone


def test_every_answer_is_stored_once_however_it_came(hall: Hall, fall: list[Answers]) -> None:
    modes = Counter(response.mode for response in hall.store.responses("needs") if response.wave == "fall")
    assert modes == {"web": 40, "paper": 20, "import": 25}


def test_the_numbers_of_both_waves_add_up_and_stand_on_page_and_sheet(
    browser: Browser, hall: Hall, fall: list[Answers], tmp_path: Path
) -> None:
    assert adds_up(hall, let_see(hall, "fall", AFTER_FALL), fall)
    hall.time.day = WINTER_BEGINS
    winter = [person(number, hall.items) for number in range(100, 130)]
    for number, answers in enumerate(winter):
        by_post(hall, answers, f"another-random-word-{number:03}")
    second = let_see(hall, "winter", AFTER_WINTER)
    assert adds_up(hall, second, winter)
    assert main(["check", "--root", str(hall.root)]) == 0
    build(hall.root, hall.root / "output", has_forms=True)
    page = browser.new_page()
    page.goto(f"{hall.site}/poll/needs/results/")
    expect(page.get_by_text("30 people answered")).to_be_visible()
    for item in hall.poll.items():
        row = page.get_by_role("table").first.get_by_role("row").filter(has_text=item.label["en"])
        expect(row).to_contain_text(str(figures_of(second, item.id).people))
    for path, pages in (("results", 2), ("needs", 1)):
        page.goto(f"{hall.site}/poll/needs/{path}/")
        page.pdf(path=str(tmp_path / "sheet.pdf"), format="Letter")
        assert len(PdfReader(tmp_path / "sheet.pdf").pages) <= pages
    page.close()


def figures_of(made: Release, item: str) -> Figures:
    return next(each for each in made.figures if each.item == item)


@pytest.mark.parametrize("path", ["results/", "results/codebook/", "needs/", "thanks/", ""])
@pytest.mark.parametrize("language", ["", "es/"])
def test_axe_finds_nothing_on_any_page_of_the_poll(browser: Browser, hall: Hall, path: str, language: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(f"{hall.site}/{language}poll/needs/{path}")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    page.close()
