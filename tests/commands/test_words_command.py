# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`porchlight words`: any text looked at by the words of a hub."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

NOTE = """\
# A note

Many addicts relapse. “Junkies,” he said.

    addict = 1
"""
RECORD = """\
# addicts in a comment
id: elm-house
summary: "A home for
  felons"
sources:
  - title: Helping addicts find homes
translations:
  es:
    summary: Una casa para presos.
"""


def words(*arguments: str | Path, typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "porchlight", "words", "--root", str(ROOT), *map(str, arguments)]
    return subprocess.run(command, input=typed, capture_output=True, check=False)


def written(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_each_word_is_told_in_its_place_with_what_to_say_and_why(tmp_path: Path) -> None:
    note = written(tmp_path, "note.md", NOTE)
    looked = words(note)
    lines = looked.stdout.decode().splitlines()
    assert looked.returncode == 1
    assert lines[0].startswith(f"{note}:3:6  “addicts”: Most guides say to change it. Say: person with a substance use")
    assert "It makes an illness the whole of a person." in lines[0]
    assert lines[1].startswith(f"{note}:3:14  “relapse”: People disagree. Say: return to use")
    assert lines[2:] == [
        f"{note}:3:24  “Junkies”: Leave it, it stands in a quote.",
        "",
        "1 to change, 1 to think about.",
    ]


def test_what_people_disagree_on_is_shown_and_not_counted(tmp_path: Path) -> None:
    looked = words(written(tmp_path, "note.txt", "A relapse can happen."))
    assert looked.returncode == 0
    assert looked.stdout.decode().endswith("0 to change, 1 to think about.\n")


def test_yaml_is_looked_at_text_by_text_each_in_its_language(tmp_path: Path) -> None:
    """Not in comments, not in the titles of other people's pages; quotes that YAML needs are no quotes of people."""
    told = json.loads(words("--format", "json", written(tmp_path, "elm.yaml", RECORD)).stdout)
    assert [(each["line"], each["says"], each["word"]) for each in told] == [
        (3, "felons", "felon"),
        (9, "presos", "es-preso"),
    ]
    assert told[0] | {"say": [], "why": ""} == {
        "file": str(tmp_path / "elm.yaml"),
        "line": 3,
        "column": 10,
        "says": "felons",
        "word": "felon",
        "standing": "avoid",
        "kept": "",
        "say": [],
        "why": "",
    }


def test_a_record_that_explains_a_word_may_hold_it() -> None:
    assert words(ROOT / "data" / "words" / "addict.yaml").stdout.decode() == "0 to change, 0 to think about.\n"


def test_html_is_looked_at_without_its_tags(tmp_path: Path) -> None:
    html = '<p class="addict">I am an <b>addict</b>.</p><p>We like felons.</p>'
    lines = words(written(tmp_path, "page.html", html)).stdout.decode().splitlines()
    assert [line.partition("  ")[2].partition(":")[0] for line in lines[:2]] == ["“addict”", "“felons”"]
    assert "people may say it about themselves" in lines[0]


def test_typed_text_in_another_language_is_told_in_that_language() -> None:
    looked = words("--language", "es", "-", typed=b"Los adictos piden ayuda.")
    assert looked.returncode == 1
    assert looked.stdout.decode().startswith(
        "-:1:5  “adictos”: La mayoría de las guías piden cambiarla. Diga: persona con"
    )


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("there-is-none.md", None, "There is no file"),
        ("photo.md", b"\xff\xd8\xff", "not written in UTF-8"),
        ("news.docx", b"PK\x03\x04\xff", "Save it as text (.txt), or paste it into “Words that help”."),
        ("NEWS.PDF", b"%PDF-1.7 \xff", "Save it as text (.txt), or paste it into “Words that help”."),
    ],
)
def test_what_can_not_be_read_is_told(tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    looked = words(tmp_path / name)
    assert looked.returncode == 1
    assert said in looked.stdout.decode()
    assert looked.stderr == b""
