# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sites that were built apart become one: all of each part, nothing over another, and plain words where they can't."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from porchlight.cli import main
from porchlight.operating.join import join
from porchlight.operating.join_parts import CannotJoin
from porchlight.site.hub_file import FILE, FORM, About, read_hub_file
from porchlight.site.writing import STAGE
from tests.joining import ADDRESS, INDIANA, OHIO
from tests.site.test_build import contents

LEFT_OUT = {FILE, "_headers", "robots.txt"}


def small(folder: Path, name: str, *leads_to: str, **told: Any) -> Path:
    """A site of one page in a folder of its name, the front where that is “front”."""
    below = "" if name == "front" else f"/{name}"
    about = About(FORM, version("porchlight-hub"), name, ADDRESS + below, ("en", "es"), False, False, (), leads_to)
    pages = {
        "index.html": "".join(f'<a href="{each}/">{each}</a>' for each in leads_to),
        "sitemap.xml": name,
        "robots.txt": name,
        "_headers": name,
        FILE: json.dumps(asdict(about) | told),
    }
    for path, text in pages.items():
        put(folder / name / path, text)
    return folder / name


def put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.fixture
def front(tmp_path: Path) -> Path:
    return small(tmp_path, "front", OHIO)


@pytest.fixture
def ohio(tmp_path: Path) -> Path:
    return small(tmp_path, OHIO)


def refused(output: Path, *folders: Path) -> str:
    """What is said against joining them; nothing is written then."""
    before = contents(output)
    with pytest.raises(CannotJoin) as told:
        join(output, folders)
    assert contents(output) == before
    return str(told.value)


# --- What comes out ---------------------------------------------------------------------------------------------------


def test_each_part_that_was_built_by_itself_stands_in_the_whole_to_the_byte(parts: list[Path], tmp_path: Path) -> None:
    joined = join(tmp_path / "site", parts)
    whole = contents(tmp_path / "site")
    front, *states = map(contents, parts)
    expected = {path: content for path, content in front.items() if path not in {FILE, "_headers"}}
    for folder, state in zip((OHIO, INDIANA), states, strict=True):
        expected |= {f"{folder}/{path}": content for path, content in state.items() if path not in LEFT_OUT}
    assert {path: content for path, content in whole.items() if path != "_headers"} == expected
    assert (joined.files, [*joined.parts]) == (len(whole), [INDIANA, OHIO])


def test_two_joins_of_the_same_parts_are_equal_whatever_their_order(parts: list[Path], tmp_path: Path) -> None:
    join(tmp_path / "one", parts)
    join(tmp_path / "two", parts[::-1])
    first = contents(tmp_path / "one")
    assert contents(tmp_path / "two") == first
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "one").rglob("*") if path.is_file()}
    join(tmp_path / "one", parts)
    assert contents(tmp_path / "one") == first
    assert {path: path.stat().st_mtime_ns for path in times} == times, "what stands is not written again"


def test_what_a_part_has_no_more_goes_and_what_others_put_there_stays(front: Path, ohio: Path, tmp_path: Path) -> None:
    put(ohio / "old" / "index.html", "old")
    join(site := tmp_path / "site", [front, ohio])
    put(site / "CNAME", "hub.example")
    (ohio / "old" / "index.html").unlink()
    join(site, [front, ohio])
    assert not (site / OHIO / "old").exists()
    assert (site / "CNAME").is_file()


def test_hosts_read_the_widest_that_any_part_needs_and_every_site_map(tmp_path: Path) -> None:
    front = small(tmp_path, "front", INDIANA, OHIO)
    ohio = small(tmp_path, OHIO, posts_to=["https://forms.example.org/f/needs"])
    indiana = small(tmp_path, INDIANA)
    (indiana / "sitemap.xml").unlink()
    join(site := tmp_path / "site", [front, ohio, indiana])
    told = contents(site)
    headers = told["_headers"].decode()
    assert "form-action 'self' https://forms.example.org;" in headers
    assert [line for line in headers.splitlines() if "/assets/" in line] == [
        "/assets/*",
        "/indiana/assets/*",
        "/ohio/assets/*",
    ]
    maps = told["sitemap.xml"].decode()
    assert [line.split("</loc>")[0].split("<loc>")[1] for line in maps.splitlines()[2:-1]] == [
        f"{ADDRESS}/sitemap-front.xml",
        f"{ADDRESS}/ohio/sitemap.xml",
    ]
    assert (told["sitemap-front.xml"], told["ohio/sitemap.xml"], told["robots.txt"]) == (b"front", b"ohio", b"front")
    assert not {"ohio/robots.txt", "ohio/_headers", FILE, f"ohio/{FILE}"} & told.keys()


def test_a_hub_below_a_path_is_a_front_too(tmp_path: Path) -> None:
    front = small(tmp_path, "front", OHIO, address=f"{ADDRESS}/help/")
    put(front / "404.html", '<a href="/help/ohio/">Ohio</a>')
    join(tmp_path / "site", [small(tmp_path, OHIO, address=f"{ADDRESS}/help/ohio"), front])
    assert (tmp_path / "site" / OHIO / "index.html").is_file()


def test_the_command_tells_each_part_with_its_folder_and_another_version(
    front: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ohio = small(tmp_path, OHIO, porchlight="0.0.9")
    assert main(["join", str(tmp_path / "site"), str(ohio), str(front)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == f"ohio/ is ohio, from {ohio}, by Porchlight 0.0.9."
    assert told[1].startswith(f"Joined below front, made by Porchlight {version('porchlight-hub')}: ")


# --- What stands against it -------------------------------------------------------------------------------------------


def test_a_part_that_is_missing_is_told_with_its_address(front: Path, ohio: Path, tmp_path: Path) -> None:
    join(site := tmp_path / "site", [front, ohio])
    assert f"leads to {ADDRESS}/ohio/, and no site is given that stands there" in refused(site, front)
    assert f"{tmp_path / 'gone'} is no folder" in refused(site, front, tmp_path / "gone")


def test_the_command_says_all_that_is_wrong_at_once_and_ends_with_1(
    front: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(front / OHIO / "index.html", "mine")
    ohio = small(tmp_path, OHIO, languages=["en"], made_up=True, posts_to=["/"])
    indiana = small(tmp_path, INDIANA)
    assert main(["join", str(tmp_path / "site"), str(front), str(ohio), str(indiana)]) == 1
    told = capsys.readouterr().out.splitlines()
    said = ("of its own at ohio/", "own_hub: indiana", "in en,", "is made up", "form service")
    assert [words in line for words, line in zip(said, told, strict=True)] == [True] * 5
    assert not (tmp_path / "site").exists()


def test_two_parts_of_one_address_are_refused(front: Path, ohio: Path, tmp_path: Path) -> None:
    again = small(tmp_path / "again", OHIO)
    said = refused(tmp_path / "site", front, again, ohio)
    assert said.startswith(f"{again} and {ohio} both have the address {ADDRESS}/ohio/.")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://other.example.org/ohio", "no folder below"),
        (f"{ADDRESS}/states/ohio", "should stand one folder"),
        (f"{ADDRESS}/../ohio", "should stand one folder"),
        (f"{ADDRESS}/..", "should stand one folder"),
        (f"{ADDRESS}/%2e%2e", "should stand one folder"),
        (f"{ADDRESS}/.ohio", "should stand one folder"),
        (f"{ADDRESS}/OHIO", "small letters"),
        (f"{ADDRESS}//ohio", "should stand one folder"),
        (f"{ADDRESS}/ohio/../../etc", "should stand one folder"),
        (ADDRESS, "both have the address"),
    ],
)
def test_a_part_stands_in_one_plain_folder_below_the_front(
    front: Path, tmp_path: Path, address: str, said: str
) -> None:
    assert said in refused(tmp_path / "site", front, small(tmp_path, OHIO, address=address))


def test_a_site_without_an_address_can_stand_nowhere_and_that_is_said_alone(front: Path, tmp_path: Path) -> None:
    [said] = refused(tmp_path / "site", front, small(tmp_path, OHIO, address="")).splitlines()
    assert "without an address" in said


def test_each_folder_without_a_site_is_told(front: Path, tmp_path: Path) -> None:
    said = refused(tmp_path / "site", front, tmp_path / "ohio", tmp_path / "indiana")
    assert [f"{name} is no folder" in line for name, line in zip((OHIO, INDIANA), said.splitlines(), strict=True)]


def test_a_built_hub_is_never_what_is_written_to(front: Path, ohio: Path) -> None:
    """Who forgets the folder for the whole names the front first."""
    assert f"{front} holds the pages of one hub" in refused(front, ohio)


def test_one_site_alone_is_nothing_to_join(ohio: Path, tmp_path: Path) -> None:
    assert "Only one site is given" in refused(tmp_path / "site", ohio)


def test_only_the_front_leads_to_others(front: Path, tmp_path: Path) -> None:
    ohio = small(tmp_path, OHIO, OHIO)
    assert f"Take own_hub out of the places of {ohio}" in refused(tmp_path / "site", front, ohio)


SPOILED: Mapping[str, Callable[[dict[str, Any]], object]] = {
    "no JSON": lambda told: "{",
    "a list": lambda told: [told],
    "of a later form": lambda told: told | {"form": FORM + 1},
    "a field more": lambda told: told | {"more": 1},
    "a field less": lambda told: {name: told[name] for name in told if name != "parts"},
    "a text for a list": lambda told: told | {"parts": "ohio"},
    "a list in a list": lambda told: told | {"languages": [["en"]]},
    "a text for a flag": lambda told: told | {"made_up": "no"},
    "a name of two lines": lambda told: told | {"name": "a\n/*\n  X: y"},
    "a header in an address": lambda told: told | {"posts_to": ["https://a.example/\n  X: y"]},
    "a policy in an address": lambda told: told | {"posts_to": ["https://a.example; script-src *"]},
    "another scheme": lambda told: told | {"address": "javascript://x/ohio"},
    "an address that can't be taken apart": lambda told: told | {"address": "https://["},
    "far too long": lambda told: told | {"name": "x" * 200_000},
}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_what_is_no_site_of_ours_or_says_more_than_a_site_does_is_refused(
    front: Path, ohio: Path, tmp_path: Path, spoil: Callable[[dict[str, Any]], object]
) -> None:
    told = spoil(json.loads((ohio / FILE).read_text("utf-8")))
    put(ohio / FILE, told if isinstance(told, str) else json.dumps(told))
    assert f"{ohio} holds no pages that can be joined" in refused(tmp_path / "site", front, ohio)


def test_a_deep_nest_of_lists_is_no_site(tmp_path: Path) -> None:
    assert read_hub_file(b"[" * 99_000) is None


def test_a_build_that_was_cut_off_is_no_part(front: Path, ohio: Path, tmp_path: Path) -> None:
    (ohio / STAGE).mkdir()
    assert f"The build of {ohio} was cut off" in refused(tmp_path / "site", front, ohio)


@pytest.mark.parametrize("name", ["page.html", "deep/er/page.html", FILE, "index.html"])
def test_no_link_in_a_part_is_followed(front: Path, ohio: Path, tmp_path: Path, name: str) -> None:
    put(tmp_path / "secret", "secret")
    (ohio / name).parent.mkdir(parents=True, exist_ok=True)
    (ohio / name).unlink(missing_ok=True)
    (ohio / name).symlink_to(tmp_path / "secret")
    said = refused(tmp_path / "site", front, ohio)
    assert "is a symbolic link" in said or "no pages that can be joined" in said


def test_no_folder_that_is_a_link_is_followed(front: Path, ohio: Path, tmp_path: Path) -> None:
    put(tmp_path / "secrets" / "secret", "secret")
    (ohio / "pages").symlink_to(tmp_path / "secrets", target_is_directory=True)
    assert "pages is a symbolic link" in refused(tmp_path / "site", front, ohio)


def test_no_link_that_lies_in_the_output_is_written_through(front: Path, ohio: Path, tmp_path: Path) -> None:
    put(tmp_path / "elsewhere" / "index.html", "mine")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / OHIO).symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert main(["join", str(tmp_path / "site"), str(front), str(ohio)]) == 1
    assert contents(tmp_path / "elsewhere") == {"index.html": b"mine"}


def test_what_is_no_file_is_refused_and_not_waited_for(front: Path, ohio: Path, tmp_path: Path) -> None:
    os.mkfifo(ohio / "pipe")
    assert "pipe is no file" in refused(tmp_path / "site", front, ohio)


@pytest.mark.parametrize("name", [b"a\nb.html", b"a\\..\\up.html", b"\xff.html", b"a\x1b[31m.html"])
def test_a_name_that_no_build_gives_is_refused_and_shown_safely(
    front: Path, ohio: Path, tmp_path: Path, name: bytes
) -> None:
    Path(os.fsdecode(bytes(ohio) + b"/" + name)).write_text("x")
    said = refused(tmp_path / "site", front, ohio)
    assert "name that no build gives" in said
    assert said.isprintable()


def test_hidden_files_stay_out(front: Path, ohio: Path, tmp_path: Path) -> None:
    put(ohio / ".git" / "config", "secret")
    put(front / ".htaccess", "secret")
    join(tmp_path / "site", [front, ohio])
    assert b"secret" not in contents(tmp_path / "site").values()


def test_a_link_of_any_page_that_leads_nowhere_is_told_and_nothing_is_written(
    front: Path, ohio: Path, tmp_path: Path
) -> None:
    put(ohio / "a" / "index.html", '<a href="../../indiana/">Indiana</a>')
    assert "ohio/a/index.html leads to indiana/, which is not there" in refused(tmp_path / "site", front, ohio)


def test_a_page_that_asks_another_host_is_told_and_nothing_is_written(front: Path, ohio: Path, tmp_path: Path) -> None:
    put(ohio / "a.html", '<script src="https://tracker.example/x.js"></script>')
    assert "ohio/a.html loads something from another host" in refused(tmp_path / "site", front, ohio)


@pytest.mark.parametrize("output", ["front/site", "."])
def test_no_part_is_written_into_or_lies_in_what_is_written(
    front: Path, ohio: Path, tmp_path: Path, output: str
) -> None:
    assert "one lies in the other" in refused(tmp_path / output, front, ohio)


def test_what_was_joined_is_no_part_for_another_joining(front: Path, ohio: Path, tmp_path: Path) -> None:
    join(tmp_path / "site", [front, ohio])
    assert f"{tmp_path / 'site'} holds no pages" in refused(tmp_path / "again", tmp_path / "site", ohio)
