# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight serve` for real: one address, a poll that takes an answer, a page that follows the file, a clean end."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

import httpx
import pytest
from playwright.sync_api import Browser, expect

from porchlight.form_service.kept_reports import reports_in
from porchlight.form_service.store import SqliteStore
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

FULL = ROOT / "tests" / "hubs" / "full"
TOO_LONG = 120


@dataclass
class Serving:
    hub: Path
    address: str
    process: subprocess.Popen[str]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    hub = tmp_path_factory.mktemp("serve") / "hub"
    shutil.copytree(FULL, hub, ignore=shutil.ignore_patterns("output", "var"))
    about = hub / "data" / "hub.yaml"  # no service is named: the one that serves beside the pages is enough
    about.write_text(about.read_text(encoding="utf-8").replace("form_service: /", 'form_service: ""'), encoding="utf-8")
    command = [sys.executable, "-m", "porchlight", "serve", "--root", str(hub), "--port", "8410"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    end = Timer(TOO_LONG, process.kill)
    end.start()
    assert process.stdout
    for line in process.stdout:
        if found := re.search(r"http://\S+", line):
            yield Serving(hub, found[0], process)
            break
    else:
        pytest.fail("serve ended before it was ready")
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=20)
    end.cancel()
    assert process.returncode == 0, said
    assert "Traceback" not in said
    assert said.rstrip().endswith("Ended.")


def test_the_poll_takes_an_answer_with_javascript_off(browser: Browser, served: Serving) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.address}poll/needs/")
    page.get_by_role("group", name="Peer mentor training").get_by_role("radio", name="Strongly agree").check()
    page.get_by_role("group", name="Second-chance hiring programs").get_by_role("radio", name="No answer").check()
    page.locator("main form button[type=submit]:not([hidden])").click()
    assert page.url == f"{served.address}poll/needs/thanks/"
    with SqliteStore(served.hub / "var" / "responses.sqlite3") as store:
        answers = [response.answers for response in store.responses("needs")]
    assert {"training_peer_mentor": "5", "programs_hiring": "na"} in answers
    context.close()


def test_the_poll_takes_an_answer_with_javascript_on_and_in_spanish(browser: Browser, served: Serving) -> None:
    page = browser.new_page()
    page.goto(f"{served.address}es/poll/needs/")
    page.locator("input[type=radio][value='1']").first.check()
    page.locator("main form button[type=submit]:not([hidden])").click()
    page.wait_for_url(f"{served.address}es/poll/needs/thanks/")
    page.close()


def test_a_record_page_takes_the_report_of_a_mistake_with_javascript_off(browser: Browser, served: Serving) -> None:
    house = min((served.hub / "data" / "housing").glob("*.yaml")).stem
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.address}housing/{house}/")
    page.get_by_text("Still right, or wrong? Tell us").click()
    page.get_by_role("radio", name="They have moved").check()
    page.locator("details.report-form textarea[name=words]").fill("No: “#2” is new.")
    page.locator("details.report-form .button").click()
    assert page.url == f"{served.address}housing/{house}/#told"
    assert page.get_by_role("heading", name="Thank you").is_visible()
    reports = reports_in(served.hub / "var" / "responses.sqlite3")
    assert [(r.record, r.what, r.words) for r in reports] == [(f"housing/{house}", "moved", "No: “#2” is new.")]
    context.close()


def test_a_saved_file_is_on_the_page_a_moment_later(browser: Browser, served: Serving) -> None:
    house = min((served.hub / "data" / "housing").glob("*.yaml"))
    page = browser.new_page()
    page.goto(f"{served.address}housing/{house.stem}/")
    text = re.sub(r"(?m)^name: .*$", "name: The porch with the new lamp", house.read_text(encoding="utf-8"), count=1)
    house.write_text(text, encoding="utf-8")
    expect(page.get_by_role("heading", level=1)).to_have_text("The porch with the new lamp", timeout=60_000)
    page.close()


def test_a_poll_that_changed_takes_answers_as_it_is_shown(browser: Browser, served: Serving) -> None:
    shutil.rmtree(served.hub / "data" / "results")  # what was released binds the words of the poll
    for path in (served.hub / "data").rglob("*.yaml"):
        if "training_crisis" in (text := path.read_text(encoding="utf-8")):
            path.write_text(text.replace("training_crisis", "training_urgent"), encoding="utf-8")
    page = browser.new_page()
    page.goto(f"{served.address}poll/needs/")
    expect(page.locator("input[name=training_urgent]").first).to_be_attached(timeout=60_000)
    answer = httpx.post(
        f"{served.address}f/needs", data={"training_urgent": "4"}, headers={"Accept": "application/json"}
    )
    assert answer.json()["ok"] is True
    page.close()


def test_a_broken_file_leaves_the_last_good_page(served: Serving) -> None:
    broken = served.hub / "data" / "housing" / "broken.yaml"
    broken.write_text("id: broken\nnmae: x\n", encoding="utf-8")
    answer = httpx.get(f"{served.address}housing/")
    assert answer.status_code == 200
    broken.unlink()


def test_a_missing_page_says_so_with_the_way_on(served: Serving) -> None:
    answer = httpx.get(f"{served.address}no/such/page/")
    assert answer.status_code == 404
    assert 'href="/stay/"' in answer.text
