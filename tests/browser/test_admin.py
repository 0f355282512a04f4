# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The forms at /admin/, in Chromium, with no host to ask: a record is mended, and what comes out passes the check."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route

from porchlight.build import build
from porchlight.checking.run import check_hub
from porchlight.reading.nodes import plain
from porchlight.reading.package import read_package
from porchlight.reading.yaml_text import read_yaml
from tests.editing_tools import TOOLS, need_editors
from tests.serving import serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FULL = Path(__file__).resolve().parent.parent / "hubs" / "full"
RECORD = "data/housing/maple-house.yaml"
TODAY = date(2026, 11, 24)

IN_THE_BROWSER = (
    "navigator.storage.getDirectory().then(root => root.getDirectoryHandle('sveltia-cms-test', {create: true}))"
)
"""Where the editor keeps the files when it is only tried out."""

PUT = f"""async files => {{
  const top = await {IN_THE_BROWSER};
  for (const [path, text] of Object.entries(files)) {{
    const names = path.split("/");
    let folder = top;
    for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, {{create: true}});
    const file = await folder.getFileHandle(names.at(-1), {{create: true}});
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
  }}
}}"""
TAKE = f"""async path => {{
  const names = path.split("/");
  let folder = await {IN_THE_BROWSER};
  for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name);
  return (await (await folder.getFileHandle(names.at(-1))).getFile()).text();
}}"""


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up county with the editor in its folder, built."""
    need_editors()
    root = tmp_path_factory.mktemp("admin") / "hub"
    shutil.copytree(FULL, root, ignore=shutil.ignore_patterns("output", ".output.manifest", "var"))
    shutil.copytree(TOOLS / "admin", root / "admin")
    build(root, root / "output")
    return root


@pytest.fixture
def asked() -> list[str]:
    """Every address outside the site that the page asked for."""
    return []


@pytest.fixture
def page(hub: Path, browser: Browser, asked: list[str]) -> Iterator[Page]:
    """The list of forms, opened with the hub's records in the browser; every other host is out of reach.

    It is as high as the longest form: the editor makes a field only where it can be seen.
    """

    def only_ours(route: Route) -> None:
        if route.request.url.startswith((base, "blob:", "data:")):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    files = {path.relative_to(hub).as_posix(): path.read_text("utf-8") for path in (hub / "data").rglob("*.yaml")}
    with serving(hub / "output") as base:
        context = browser.new_context(viewport={"width": 1280, "height": 12_000})
        context.route("**/*", only_ours)
        tab = context.new_page()
        tab.set_default_timeout(60_000)
        tab.goto(f"{base}/robots.txt")
        tab.evaluate(PUT, files)
        tab.goto(f"{base}/admin/")
        tab.get_by_role("button", name="Work with Test Repository").click()
        tab.get_by_text("A place to stay").first.wait_for()
        yield tab
        context.close()


@contextmanager
def form_of(page: Page, name: str) -> Iterator[Page]:
    """The form of a house, open; saved when it is left."""
    page.goto(f"{page.url.partition('#')[0]}#/collections/housing/entries/{name}")
    part(page, "maintainer_note").wait_for()
    yield page
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/collections/housing")


def new_form(page: Page) -> None:
    """The form of a new house, open."""
    page.goto(f"{page.url.partition('#')[0]}#/collections/housing/new")
    part(page, "maintainer_note").wait_for()


def fill(page: Page, path: str, text: str) -> None:
    part(page, path).locator("input, textarea").first.fill(text)


def choose(page: Page, path: str, words: str) -> None:
    part(page, path).get_by_role("combobox").click()
    page.get_by_role("option", name=words, exact=True).click()


def part(page: Page, path: str) -> Locator:
    """The part of the form that holds a field."""
    return page.locator(f'section[data-key-path="{path}"]')


def unfolded(page: Page, path: str) -> Locator:
    """The same, with all that is folded in it shown."""
    found = part(page, path)
    found.get_by_role("button", name="Expand", exact=True).first.click()
    found.get_by_role("button", name="Expand All").click()
    return found


def taken(page: Page, name: str) -> str:
    """The file that the editor wrote."""
    return str(page.evaluate(TAKE, f"data/housing/{name}.yaml"))


def with_number(page: Page, number: str) -> str:
    """The file after another number was written over the first one."""
    with form_of(page, "maple-house") as form:
        unfolded(form, "phones").locator("input").first.fill(number)
    return taken(page, "maple-house")


def differing(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def texts(text: str) -> Any:
    node, problems = read_yaml(text.encode(), "record.yaml")
    assert node is not None
    assert problems == []
    return plain(node)


def stopping(hub: Path, text: str, tmp_path: Path, record: str = RECORD) -> list[str]:
    """What the check would have mended, were this the record."""
    shutil.copytree(hub, tmp_path / "other", ignore=shutil.ignore_patterns("output"))
    (tmp_path / "other" / record).write_text(text, encoding="utf-8")
    return [str(problem) for problem in check_hub(tmp_path / "other", TODAY).stopping]


def test_a_phone_number_is_corrected_and_only_its_line_differs(
    hub: Path, page: Page, asked: list[str], tmp_path: Path
) -> None:
    """The editor lays a record out in its own way once; from then on a change of one value is one line."""
    before = (hub / RECORD).read_text("utf-8")
    corrected, back = with_number(page, "614-555-0199"), with_number(page, "614-555-0142")
    assert differing(corrected, back) == ["-  - number: 614-555-0199", "+  - number: 614-555-0142"]
    assert texts(back) == texts(before)
    assert stopping(hub, corrected, tmp_path) == []
    assert asked == []


def test_what_is_emptied_in_the_form_is_not_in_the_file(hub: Path, page: Page, tmp_path: Path) -> None:
    with form_of(page, "maple-house") as form:
        part(form, "caveat").locator("textarea").fill("")
        part(form, "email").locator("input").fill("")
        part(form, "beds").locator("input").fill("")
        part(form, "answers.no_id").get_by_role("checkbox").uncheck()
        unfolded(form, "phones").get_by_role("button", name="Remove", exact=False).last.click()
    text = taken(page, "maple-house")
    before, after = texts((hub / RECORD).read_text("utf-8")), texts(text)
    assert set(before) - set(after) == {"caveat", "email", "beds"}
    assert set(before["answers"]) - set(after["answers"]) == {"no_id"}
    assert len(before["phones"]) - len(after["phones"]) == 1
    assert stopping(hub, text, tmp_path) == []


def test_every_field_of_a_record_is_in_its_form(page: Page) -> None:
    with form_of(page, "maple-house") as form:
        shown = {each.get_attribute("data-key-path") for each in form.locator("section[data-key-path]").all()}
        part(form, "name").locator("input").fill("Maple House")
    assert {field.name for field in read_package(FULL)[0].schema_of("housing").fields} <= shown


def test_a_resource_that_is_one_list_is_not_offered(page: Page) -> None:
    assert page.get_by_text("Words that help").count() == 0


def test_a_phone_shows_first_what_is_mended_most(page: Page) -> None:
    """The number, the answers, the hours and the checks are within three screens, and no list lies unfolded there."""
    with form_of(page, "maple-house") as form:
        page.set_viewport_size({"width": 390, "height": 844})
        places = [part(form, each).bounding_box() for each in ("phones", "answers", "hours", "checks")]
        assert max(each["y"] for each in places if each) < 3 * 844
        assert None not in places
        part(form, "name").locator("input").fill("Maple House")


def test_the_short_name_is_asked_for_in_a_new_record_alone(page: Page) -> None:
    with form_of(page, "maple-house") as form:
        assert not part(form, "id").is_visible()
        part(form, "name").locator("input").fill("Maple House")
    new_form(page)
    assert part(page, "id").is_visible()


def test_a_new_record_is_written_in_the_form_and_passes_the_check(hub: Path, page: Page, tmp_path: Path) -> None:
    """What must be filled is filled, and the file bears the record's short name."""
    new_form(page)
    fill(page, "id", "elm-house")
    fill(page, "name", "Elm House (made up)")
    fill(page, "summary", "Made up for tests: a house of four beds for men who come home.")
    choose(page, "kind", "Recovery home")
    part(page, "sources").get_by_role("button", name="Add").click()
    fill(page, "sources.0.url", "https://elm-house.example/about")
    fill(page, "sources.0.read_on", TODAY.isoformat())
    choose(page, "sources.0.kind", "Their own page")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/collections/housing")
    assert stopping(hub, taken(page, "elm-house"), tmp_path, "data/housing/elm-house.yaml") == []


def test_the_forms_are_not_found_from_the_site(hub: Path) -> None:
    pages = [path for path in (hub / "output").rglob("*.html") if path.parent.name != "admin"]
    assert [path for path in pages if "admin/" in path.read_text("utf-8")] == []
    assert "noindex" in (hub / "output" / "admin" / "index.html").read_text("utf-8")


def test_the_window_for_signing_in_may_answer_and_pages_keep_their_own_policy(hub: Path) -> None:
    headers = (hub / "output" / "_headers").read_text("utf-8")
    assert "Cross-Origin-Opener-Policy: same-origin-allow-popups\n" in headers
    assert "Content-Security-Policy: frame-ancestors 'self'\n" in headers
    assert "default-src &#39;none&#39;" in (hub / "output" / "index.html").read_text("utf-8")
