# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The handbook tells the truth: it names all that there is, and what it tells people to write or to type works."""

from __future__ import annotations

import argparse
import ast
import re
import shlex
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from textwrap import dedent

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from porchlight.checking.codes import CODES
from porchlight.checking.run import check_hub
from porchlight.cli import main, parser
from porchlight.form_service.store import SqliteStore
from porchlight.model.hub import Settings
from porchlight.model.schema import Package
from porchlight.model.shelf_life import DAYS
from porchlight.reading.package import read_package
from porchlight.reading.settings import read_settings
from porchlight.starting.making import new_hub
from tests.checking.hubs import say_made_up
from tools import dictionary

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
HANDBOOK = sorted(DOCS.rglob("*.md"))
GUIDES = [*HANDBOOK, *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "starter/README.md"))]
"""Everything that tells people what to type."""

TODAY = date(2026, 11, 30)
"""The day on which the examples are checked: a little after the days that stand in them."""

FENCED = re.compile(r"^ *```[^\n]*\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
INDENTED = re.compile(r"^ {4}(\S.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of code with the mark that stands above it: `<!-- kind: name -->`."""

    page: str
    kind: str
    name: str
    text: str

    def __str__(self) -> str:
        return f"{self.page}: {self.kind} {self.name}"


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def blocks() -> Iterator[Block]:
    """Every marked block of everything that people copy from."""
    marked = re.compile(r"^ *<!-- ([a-z]+)(?:: (\S+))? -->\n *```[a-z]*\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
    for path in GUIDES:
        for kind, name, text in marked.findall(read(path)):
            yield Block(path.relative_to(ROOT).as_posix(), kind, name, dedent(text))


BLOCKS = list(blocks())


def of_kind(kind: str) -> list[Block]:
    return [block for block in BLOCKS if block.kind == kind]


def code_in(text: str) -> Iterator[str]:
    """Every line and every span of code."""
    for block in FENCED.findall(text):
        yield from block.splitlines()
    rest = FENCED.sub("", text)
    yield from SPAN.findall(rest)
    yield from INDENTED.findall(rest)


CODE = [(path.relative_to(ROOT).as_posix(), line.strip()) for path in GUIDES for line in code_in(read(path))]


# --- Commands ---------------------------------------------------------------------------------------------------------


def commands(of: argparse.ArgumentParser | None = None) -> dict[str, argparse.ArgumentParser]:
    """Every command's own parser, by name; a command of a group is named with it, like `poll count`."""
    groups = [each for each in (of or parser())._actions if isinstance(each, argparse._SubParsersAction)]
    found: dict[str, argparse.ArgumentParser] = {}
    for name, command in groups[0].choices.items() if groups else ():
        below = commands(command)
        found |= {f"{name} {each}": inner for each, inner in below.items()} or {name: command}
    return found


def options(command: argparse.ArgumentParser) -> set[str]:
    return {name for action in command._actions for name in action.option_strings if name.startswith("--")} - {"--help"}


@pytest.mark.parametrize("name", commands())
def test_every_command_has_its_part_of_the_page_with_every_option(name: str) -> None:
    page = read(DOCS / "commands.md")
    part = page.partition(f"\n## `porchlight {name}`\n")[2].partition("\n## ")[0]
    named = set(re.findall(r"^\| `(--[a-z-]+)` \|", part, re.MULTILINE))
    assert part
    assert named == options(commands()[name])


def test_every_choice_of_an_option_is_named() -> None:
    page = read(DOCS / "commands.md")
    for command in commands().values():
        for action in command._actions:
            for choice in action.choices or ():
                assert f"`{choice}`" in page


TYPED = sorted({(where, line) for where, line in CODE if re.match(r"porchlight( |$)", line)})


@pytest.mark.parametrize(("where", "line"), TYPED)
def test_every_command_that_is_written_down_exists(where: str, line: str) -> None:
    words = shlex.split(re.split(r"\s{2,}", line)[0])[1:]
    pair, first = " ".join(words[:2]), (words or ["--help"])[0]
    name, named = pair if pair in commands() else first, {word for word in words[1:] if word.startswith("--")}
    assert name == "--help" or name in commands(), f"{where} names no command: {line}"
    assert name == "--help" or named <= options(commands()[name]), f"{where} names no option: {line}"


FOR_THE_TERMINAL = sorted(
    {
        line
        for path in HANDBOOK
        for block in FENCED.findall(read(path))
        for line in block.splitlines()
        if line.startswith("porchlight ")
    }
)


@pytest.mark.parametrize("line", FOR_THE_TERMINAL)
def test_every_command_to_copy_is_whole(line: str) -> None:
    assert parser().parse_args(shlex.split(line)[1:]).run


def test_the_command_is_written_in_one_way_and_where_it_is_stands_at_the_start() -> None:
    assert {where for where, line in CODE if re.search(r"bin/porchlight \w", line)} == set()
    for page in ("start.md", "commands.md"):
        assert ". .venv/bin/activate" in read(DOCS / page)


def test_every_target_of_make_that_is_written_down_exists_and_all_are() -> None:
    targets = set(re.findall(r"^([a-z]+):", read(ROOT / "Makefile"), re.MULTILINE)) - {"help"}
    named = {(where, found[1]) for where, line in CODE if (found := re.match(r"make ([a-z]+)\b", line))}
    assert {(where, target) for where, target in named if target not in targets} == set()
    assert targets <= {target for where, target in named if where == "docs/commands.md"}


# --- What there is ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def package() -> Package:
    package, problems = read_package(ROOT)
    assert problems == []
    return package


def test_every_setting_is_shown_in_an_example_that_works(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "hub.yaml").write_text("".join(block.text for block in of_kind("settings")), encoding="utf-8")
    settings, problems = read_settings(tmp_path)
    untouched = Settings(name="", taglines={})
    assert [problem for problem in problems if problem.weight == "problem"] == []
    for setting in fields(Settings):
        assert getattr(settings, setting.name) != getattr(untouched, setting.name), f"{setting.name} is in no example"


def test_every_code_of_a_problem_is_explained() -> None:
    assert CODES
    page = read(DOCS / "messages.md")
    assert [code for code, meaning in CODES.items() if f"| `{code}` | {meaning} |" not in page] == []


def codes_for_care() -> Iterator[str]:
    """The codes of every problem that the program makes with this weight."""
    for file in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(ast.Name("Problem"), [_, ast.Constant(str(code)), *more], keywords):
                    said = [*more, *(each.value for each in keywords)]
                    if any(isinstance(each, ast.Constant) and each.value == "care" for each in said):
                        yield code


def test_the_kinds_that_are_said_not_to_stop_the_build_are_those_that_do_not() -> None:
    line = re.search(r"These kinds never stop the build: (.*?)\. ", read(DOCS / "messages.md"), re.DOTALL)
    assert line
    assert re.findall(r"`([a-z-]+)`", line[1]) == sorted(set(codes_for_care()))


def test_every_field_of_every_schema_is_in_the_dictionary(package: Package) -> None:
    pages = {schema.resource: schema.fields for schema in package.schemas}
    pages["parts"] = tuple(field for part in package.parts.values() for field in part.fields)
    for name, its_fields in pages.items():
        page = read(DOCS / "dictionary" / f"{name}.md")
        assert [field.name for field in its_fields if f"**{field.titles['en']}**<br>`{field.name}`" not in page] == []


def test_every_code_of_every_vocabulary_is_in_the_dictionary(package: Package) -> None:
    page = read(DOCS / "dictionary" / "codes.md")
    for name, vocabulary in package.vocabularies.items():
        part = page.partition(f"{{#{name}}}\n")[2].partition("\n## ")[0]
        assert [code for code in vocabulary.labels if f"| `{code}` |" not in part] == []


def test_what_is_made_from_the_program_is_current(package: Package) -> None:
    made = dictionary.written(package)
    assert [path.name for path in made if not path.is_file() or read(path) != made[path]] == [], (
        "Run: .venv/bin/python tools/dictionary.py"
    )


def test_the_dictionary_has_no_page_of_a_resource_that_is_gone(package: Package) -> None:
    made = {path.removeprefix("dictionary/") for path in dictionary.pages(package)}
    assert {path.name for path in (DOCS / "dictionary").iterdir()} == made


def test_a_page_without_the_marked_lines_is_told_so() -> None:
    with pytest.raises(ValueError, match="end of messages"):
        dictionary.put_in("# Read a message\n", "messages", "| a |")


@pytest.mark.parametrize(
    ("page", "vocabulary"),
    [
        ("answers.md", "answer"),
        ("answers.md", "question"),
        ("answers.md", "how"),
        ("fix-a-record.md", "phone_check"),
        ("messages.md", ""),
        ("fix-a-record.md", "check_result"),
    ],
)
def test_a_page_about_codes_names_all_of_them(package: Package, page: str, vocabulary: str) -> None:
    codes = package.vocabularies[vocabulary].labels if vocabulary else ("stale", "review-passed")
    assert [code for code in codes if f"`{code}`" not in read(DOCS / page)] == []


def test_every_shelf_life_is_told() -> None:
    page = read(DOCS / "dates.md")
    assert [name for name, days in DAYS.items() if f"| {days} days | `{name}` |" not in page] == []


# --- What people are told to write ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Sequence[str]:
    """What the check finds in a new hub that holds every example of the handbook, each in a file of its own.

    Where answers go is told for a person to look at; it is no mistake in an example.
    """
    hub = tmp_path_factory.mktemp("examples") / "hub"
    new_hub(hub)
    say_made_up(hub)
    for block, (file, text) in EXAMPLES.items():
        assert not (hub / file).exists(), f"{block} has the name of another"
        write(hub, file, text)
    # One made-up record stands in many of the files, so that they look alike is as it should be.
    known = {"looks-alike", "poll-answers-go"}
    return [str(problem) for problem in check_hub(hub, TODAY).problems if problem.code not in known]


def write(hub: Path, file: str, text: str) -> None:
    path = hub / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def by_field(record: str) -> dict[str, str]:
    """A record's text cut at its fields."""
    return {part.partition(":")[0]: part for part in re.split(r"^(?=[a-z_]+:)", record, flags=re.MULTILINE) if part}


def record_around(part: Block, name: str) -> str:
    """The part within a record that has all else: the handbook's own example, or the first one of the shipped data."""
    example = next((block.text for block in of_kind("record") if block.name == part.name), "")
    record = by_field(example or read(min((ROOT / "data" / part.name).glob("*.yaml"))))
    record.pop("organization", None)  # the new hub has others
    return "".join((record | by_field(part.text) | {"id": f"id: {name}\n"}).values())


def examples() -> Iterator[tuple[Block, tuple[str, str]]]:
    """Every block that people may copy into a hub, with the file that it would be and the text of that file."""
    for number, block in enumerate(BLOCKS):
        match block.kind:
            case "record":
                yield block, (f"data/{block.name}/{block.text.split()[1]}.yaml", block.text)
            case "in":
                part = f"part-{number}"
                yield block, (f"data/{block.name}/{part}.yaml", record_around(block, part))
            case "page":
                yield block, (f"content/en/{block.name}.md", block.text)
            case "poll":
                yield block, (f"data/polls/{block.name}.yaml", block.text)


EXAMPLES = dict(examples())


@pytest.mark.parametrize("block", EXAMPLES, ids=str)
def test_every_example_passes_the_check(found: Sequence[str], block: Block) -> None:
    file, _ = EXAMPLES[block]
    assert [problem for problem in found if problem.startswith(f"{file}:")] == []


def test_a_new_hub_with_all_examples_has_nothing_to_mend(found: Sequence[str]) -> None:
    own = "Each page will say that nothing here is real"  # the starter's lines are real, and the hub says it is made up
    assert [sentence for sentence in found if own not in sentence] == []


def test_the_messages_that_are_shown_are_what_the_check_says(tmp_path: Path) -> None:
    house, employer = (
        next(block.text for block in of_kind("record") if block.name == n) for n in ("housing", "employers")
    )
    new_hub(tmp_path / "hub")
    say_made_up(tmp_path / "hub")
    write(tmp_path / "hub", "data/housing/maple-house.yaml", house.replace("beds: 12", "beds: twelve"))
    answers = {"id": "id: acme\n", "answers": "answers:\n  registry: yes\n"}
    write(tmp_path / "hub", "data/employers/acme.yaml", "".join((by_field(employer) | answers).values()))
    told = [each.sentence() for each in check_hub(tmp_path / "hub", TODAY).problems if each.code != "not-made-up"]
    page = re.sub(r"as_of: [\d-]+", "", read(DOCS / "messages.md"))
    assert len(told) == 2
    assert [sentence for sentence in told if re.sub(r"as_of: [\d-]+", "", sentence) not in page] == []


@pytest.mark.parametrize("block", of_kind("from"), ids=str)
def test_every_line_that_is_quoted_from_a_file_stands_in_it(block: Block) -> None:
    assert block.text.strip() in read(ROOT / block.name)


def test_no_yaml_in_the_handbook_goes_unchecked() -> None:
    checked = "".join(f"```yaml\n{block.text}```" for block in BLOCKS)
    unchecked = [text for path in HANDBOOK for text in re.findall(r"```yaml\n.*?```", read(path), re.DOTALL)]
    assert {block.name for block in of_kind("record")} >= {"housing", "employers", "trainings"}
    assert [text for text in unchecked if text not in checked] == []


def test_the_sheet_that_is_shown_becomes_records_by_the_commands_that_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (sheet,) = of_kind("sheet")
    new_hub(tmp_path / "hub")
    say_made_up(tmp_path / "hub")
    write(tmp_path, sheet.name, sheet.text)
    monkeypatch.chdir(tmp_path)
    told = []
    for line in FENCED.findall(read(DOCS / "import.md"))[1:]:
        assert main([*shlex.split(line)[1:], "--root", "hub"]) == 0
        told.append(capsys.readouterr().out)
    checked = check_hub(tmp_path / "hub", date.today())
    assert "No column gives records their name." in told[0]
    assert ["Nothing was written." in each for each in told] == [True, True, True, False]
    assert [each.code for each in checked.problems] == ["not-made-up"]  # the starter's lines are real
    assert [record.id for record in checked.hub.records["housing"]] == ["elm-place", "maple-house"]


def test_the_command_for_a_server_takes_an_answer_and_the_copy_holds_it(tmp_path: Path) -> None:
    hub = tmp_path / "hub"
    new_hub(hub)
    (forms,), (backup,), (restore,) = of_kind("forms"), of_kind("backup"), of_kind("restore")
    settings = read(hub / "data" / "hub.yaml").replace('address: ""', "address: https://hub.example.org")
    write(hub, "data/hub.yaml", settings)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = shlex.split(forms.text.replace("8000", str(port)))
    serving = subprocess.Popen([sys.executable, "-m", *command], cwd=hub)
    try:
        site = f"http://127.0.0.1:{port}"
        assert _health(f"{site}/f/health") == {"ok": True}
        page = {"Origin": "https://hub.example.org"}
        assert httpx.post(f"{site}/f/needs", data={"training_crisis": "4"}, headers=page).status_code == 303
        subprocess.run([sys.executable, "-m", *shlex.split(backup.text)], cwd=hub, check=True)
    finally:
        serving.terminate()
        serving.wait(10)
    store = hub / "var" / "responses.sqlite3"
    store.unlink()
    subprocess.run([sys.executable, "-m", *shlex.split(restore.text)], cwd=hub, check=True)
    assert SqliteStore(store).count_responses("needs") == 1


def _health(address: str) -> object:
    """What the service says of itself, as soon as it says something."""
    for _ in range(100):
        try:
            return httpx.get(address).json()
        except httpx.TransportError:
            time.sleep(0.1)
    return None


# --- What people are told to look at ----------------------------------------------------------------------------------

FOLDERS = r"(?:data|content|theme|generator|tests|tools|docs|starter|requirements)/"
EXAMPLE = re.compile(r"data/[a-z]+/[a-z-]+\.yaml")


def test_every_file_and_folder_that_is_named_exists(package: Package) -> None:
    shown = {f"content/en/{block.name}.md" for block in of_kind("page")}
    folders = {f"{schema.folder}/" for schema in package.schemas}
    named = {(where, line) for where, line in CODE if re.fullmatch(rf"{FOLDERS}[\w./-]*", line)}
    assert len(named) > 20
    assert [
        (where, line)
        for where, line in sorted(named)
        if not (ROOT / line).exists() and line not in shown | folders and not EXAMPLE.fullmatch(line)
    ] == []


def test_every_promise_names_tests_that_exist() -> None:
    page = read(DOCS / "privacy.md")
    *promises, _ = page.split("\n## ")[1:]
    for promise in promises:
        proofs = re.findall(r"^- `(tests/[\w/]+\.py)::(test_\w+)`$", promise, re.MULTILINE)
        assert proofs, promise
        for file, test in proofs:
            assert f"\ndef {test}(" in read(ROOT / file), f"{file} has no {test}"


LOOKED_UP = ("commands.md", "decisions.md", "messages.md")
"""Pages that nobody reads from the first line to the last."""


def test_every_page_is_short() -> None:
    by_hand = [path for path in HANDBOOK if path.parent == DOCS and path.name not in LOOKED_UP]
    longest = max(by_hand, key=lambda path: len(read(path)))
    assert len(read(longest).splitlines()) <= 180, longest.name


def test_the_map_tells_once_who_may_import_whom_and_what_each_part_is() -> None:
    """Two branches that change one line of a table are joined to two lines, and nobody is told."""
    text = read(DOCS / "architecture.md")
    (chain,) = re.findall(r"```\n(cli → .*?)\n```", text, re.DOTALL)
    layers = tomllib.loads(read(ROOT / "pyproject.toml"))["tool"]["importlinter"]["contracts"][0]["layers"]
    commands = next(each for each in layers if "_commands" in each)
    kept = ["*_commands" if each == commands else each for each in layers if each != "(__main__)"]
    assert [set(each.split(" | ")) for each in re.split(r"\s*→\s*", chain)] == [set(each.split(" | ")) for each in kept]
    for table in re.split(r"\n\n", text):
        firsts = re.findall(r"^\| (.*?) \|", table, re.MULTILINE)
        assert len(firsts) == len(set(firsts)), firsts


LOADS = re.compile(r"""<(?:script|img|link|iframe|source|video|audio|embed)\b[^>]*\s(?:src|href)=["']?(?:https?:)?//""")
"""A part of a page that a browser fetches by itself, from another host."""


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook as people read it, built once."""
    folder = tmp_path_factory.mktemp("handbook")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True)
    return folder


@pytest.fixture
def phone(browser: Browser, handbook: Path) -> Iterator[Page]:
    """The page of all commands on a small phone whose owner likes it dark."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, color_scheme="dark")
    page = context.new_page()
    page.goto((handbook / "commands" / "index.html").as_uri())
    yield page
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("name", ["commands", "messages", "settings", "dictionary/housing", "dictionary/codes"])
def test_the_handbook_fits_on_a_phone(phone: Page, handbook: Path, name: str) -> None:
    phone.goto((handbook / name / "index.html").as_uri())
    beyond = "e => e.getBoundingClientRect().right > innerWidth && !e.closest('thead')"
    assert phone.evaluate(f"[...document.querySelectorAll('.rst-content *')].filter({beyond}).length") == 0
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    cells = "[...document.querySelectorAll('td')].filter(e => e.clientWidth && e.clientWidth < 200).length"
    assert phone.evaluate(cells) == 0


@pytest.mark.browser
def test_the_menu_of_the_handbook_is_reached_by_keys_and_only_when_it_is_open(phone: Page) -> None:
    menu = phone.get_by_role("button", name="Menu")
    phone.keyboard.press("Tab")
    expect(menu).to_be_focused()
    for _ in range(4):
        phone.keyboard.press("Tab")
        assert phone.evaluate("document.activeElement.closest('.wy-nav-side')") is None
    menu.focus()
    phone.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(phone.locator(".wy-nav-side a").first).to_be_visible()
    phone.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(phone.locator(".wy-nav-side a").first).to_be_hidden()


@pytest.mark.browser
def test_the_handbook_is_dark_and_its_letters_large_where_that_is_asked_for(phone: Page) -> None:
    ground = phone.locator(".wy-nav-content").evaluate("e => getComputedStyle(e).backgroundColor")
    assert ground == "rgb(20, 25, 26)"
    phone.evaluate("document.documentElement.style.fontSize = '32px'")
    texts = phone.locator(".rst-content :is(p, li, td)")
    assert min(texts.evaluate_all("all => all.map((e) => parseFloat(getComputedStyle(e).fontSize))")) >= 32


@pytest.mark.browser
def test_the_handbook_loads_nothing_from_other_hosts(browser: Browser, handbook: Path) -> None:
    pages = sorted(handbook.rglob("*.html"))
    assert len(pages) > len(HANDBOOK)
    assert [page.name for page in pages if LOADS.search(read(page))] == []
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    for name in ("index.html", "dictionary/housing/index.html", "search.html"):
        page.goto((handbook / name).as_uri())
    page.close()
    assert len(asked) > 10
    assert [url for url in asked if not url.startswith("file:")] == []
