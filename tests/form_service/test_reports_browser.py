# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The form on a record's page, in a browser, under the page's own policy, sent to a real form service."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from porchlight.form_service.app import routes
from porchlight.form_service.kept_reports import reports_in
from porchlight.form_service.store import SqliteStore
from porchlight.model.hub import ON_THE_SITE
from porchlight.serving.app import site_app
from porchlight.serving.news import News
from porchlight.site.assets import bundle
from porchlight.site.theme import environment
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.parts import Frame
from porchlight.views.record_parts import ReportForm
from porchlight.views.reporting import report_form
from tests.form_service.support import CALM, running
from tests.theme.components import THEME, site
from tests.views.fakes import edition, house

pytestmark = pytest.mark.browser

HERE = "housing/maple/"
PAGE = """\
{% extends "base.html" %}
{% from "components/report_form/report_form.html" import report_form %}
{% block main %}<h1>Maple House</h1>{{ report_form(form=view.form, site=site) }}{% endblock %}
"""


@dataclass(frozen=True, slots=True)
class View:
    frame: Frame
    form: ReportForm


@dataclass(frozen=True, slots=True)
class Served:
    address: str
    store: Path


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("reports")
    output, path = folder / "output", folder / "responses.sqlite3"
    for name, content in bundle(THEME).files.items():
        write(output / name, content)
    for language in ("en", "es"):
        write_pages(output, with_service(edition(house(), language=language)))
    with SqliteStore(path) as store:
        app = site_app(output, routes(tuple, store, settings=CALM), News())
        with running(app) as address:
            yield Served(address, path)


def write_pages(output: Path, of: Edition) -> None:
    record = of.hub.records["housing"][0]
    view = View(frame(with_assets(of), HERE, "Maple House", "Made up.", "record"), report_form(of, record, HERE))
    html = environment(THEME).from_string(PAGE).render(site=site(of.language), view=view)
    write(output / of.path(HERE) / "index.html", html.encode())


def with_service(of: Edition) -> Edition:
    return replace(of, hub=replace(of.hub, settings=replace(of.hub.settings, form_service=ON_THE_SITE)))


def with_assets(of: Edition) -> Edition:
    return Edition(of.hub, of.language, of.t, bundle(THEME).assets)


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.mark.parametrize(("scripts", "tree"), [(False, ""), (True, "es/")])
def test_a_report_is_sent_without_javascript_and_just_the_same_with_it(
    browser: Browser, served: Served, scripts: bool, tree: str
) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{served.address}/{tree}{HERE}")
    expect(page.locator("#told")).to_be_hidden()
    page.locator("details.report-form summary").click()
    assert page.locator("details.report-form input:checked").count() == 0
    page.locator("details.report-form input[value=number_wrong]").check()
    page.locator("details.report-form textarea[name=words]").fill(f"“No”: #07102\n🏠 {tree}")
    page.locator("details.report-form select").select_option("summary")
    page.locator("details.report-form textarea[name=value]").fill(f"A home: {tree}")
    page.locator("details.report-form .button").click()
    expect(page).to_have_url(f"{served.address}/{tree}{HERE}#told")
    expect(page.locator("#told")).to_be_visible()
    kept = [(report.record, report.what, report.words, report.language) for report in reports_in(served.store)]
    assert ("housing/maple", "number_wrong", f"“No”: #07102\r\n🏠 {tree}", tree[:2] or "en") in kept
    assert ("summary", f"A home: {tree}") in [(report.line, report.value) for report in reports_in(served.store)]
    context.close()


def test_a_report_with_nothing_in_it_comes_back_and_can_be_mended(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.address}/{HERE}")
    page.locator("details.report-form summary").click()
    page.locator("details.report-form .button").click()
    expect(page.get_by_role("alert")).to_contain_text("nothing is written yet")
    expect(page.get_by_role("link", name="Maple House")).to_be_visible()
    assert "In short: A home." not in page.locator("select").inner_text()
    assert "Methadone or buprenorphine: Not known: ask them" in page.locator("select").inner_text()
    page.locator("textarea[name=words]").fill("\nThey moved.")
    page.get_by_role("button").click()
    expect(page).to_have_url(f"{served.address}/{HERE}#told")
    assert "\r\nThey moved." in [report.words for report in reports_in(served.store)]
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_open_form_can_be_used_by_everyone(browser: Browser, served: Served, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{served.address}/{HERE}")
    page.locator("details.report-form summary").click()
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for label in page.locator("details.report-form fieldset label").all():
        box = label.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    page.close()
