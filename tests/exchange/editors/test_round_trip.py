# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A record that an editor read and wrote anew says the same; where a text would have turned, someone was told.

The writers are those of the editors themselves: Sveltia CMS (yaml 2), Decap CMS (yaml 1), the many that use js-yaml,
and PyYAML, which reads by the older YAML 1.1. VS Code keeps a text as it is.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from porchlight.exchange.yaml_out import record_yaml
from porchlight.reading.nodes import Mapping, Scalar, plain
from porchlight.reading.package import read_package
from porchlight.reading.rewritten import turns
from porchlight.reading.yaml_text import read_yaml
from tests.editing_tools import TOOLS, need_editors

ROOT = Path(__file__).resolve().parent.parent.parent.parent
SCRIPT = Path(__file__).with_name("writers.mjs")
WRITERS = ("sveltia", "decap", "js-yaml", "pyyaml")
HARD = (
    *("no", "yes", "off", "n", "Y", "true", "False", "null", "~", "NULL", "10:00", "1:30:00", "07102", "010", "0o7"),
    *("1e5", "1E-3", "2026-11-02", "2026-11-02 10:00", "2026-11-02T10:00:00Z", "+1", "-0", "1.0", ".5", "5.", "1_000"),
    *("0x1F", "0b11", ".inf", ".nan", "12345678901234567890", "988", "39.96", "=", "<<", "# no", "a: b", "- a", "a #b"),
    *("@home", "`", "%", "&a", "*a", "!a", "|", ">", "[a]", "{a}", "'", '"', "\\n", "ñ, “quotes” & <b>", "😀", " "),
    *("one\ntwo", "one\n\n  two\nthree", "one\n# two", "text\twith a tab", "long " * 60 + "end"),
)
"""Texts that one reader of YAML or another takes for something else."""


def written_by(writer: str, texts: Iterable[str]) -> list[str]:
    """Each of the YAML texts, read and written anew by the editor's own library."""
    if writer == "pyyaml":
        return [by_pyyaml(text) for text in texts]
    need_editors()
    asked = ["node", str(SCRIPT), writer, str(TOOLS)]
    said = subprocess.run(asked, input=json.dumps(list(texts)), check=True, capture_output=True, encoding="utf-8")
    return list(json.loads(said.stdout))


def by_pyyaml(text: str) -> str:
    """Where it stops and says so, as at a plain “=”, nothing is written: the file is as it was."""
    try:
        return str(yaml.safe_dump(yaml.safe_load(text), sort_keys=False, allow_unicode=True))
    except yaml.YAMLError:
        return text


def read(text: str) -> Any:
    node, problems = read_yaml(text.encode(), "record.yaml")
    assert problems == []
    assert node is not None
    return plain(node)


@pytest.mark.parametrize("writer", WRITERS)
def test_every_record_that_ships_says_the_same_after_an_editor_wrote_it(writer: str) -> None:
    package, _ = read_package(ROOT)
    hubs = (ROOT, ROOT / "tests" / "hubs" / "full")
    files = [path for hub in hubs for each in package.schemas for path in sorted((hub / each.folder).glob("*.yaml"))]
    before = [path.read_text(encoding="utf-8") for path in files]
    after = written_by(writer, before)
    assert len(files) > 400
    differ = [path.name for path, b, a in zip(files, before, after, strict=True) if said(read(b)) != said(read(a))]
    assert differ == []


@pytest.mark.parametrize("writer", WRITERS)
def test_what_we_write_survives_every_editor(writer: str) -> None:
    records: list[Any] = [
        {"id": "a", "hours": text, "also_called": [text], "links": [{"label": text}]} for text in HARD
    ]
    after = written_by(writer, map(record_yaml, records))
    assert [record["hours"] for record, text in zip(records, after, strict=True) if read(text) != read_of(record)] == []


def read_of(record: Any) -> Any:
    return read(record_yaml(record))


def said(record: Any) -> Any:
    """The record with its map points as numbers: -83.0 and -83 are one point."""
    if isinstance(record, list):
        return [said(each) for each in record]
    return record | {name: float(record[name]) for name in ("latitude", "longitude") if record.get(name)}


def plain_ones(texts: Iterable[str]) -> Sequence[tuple[str, Scalar]]:
    """The texts that can stand without quotes, each with what we read."""
    found = []
    for text in texts:
        node, problems = read_yaml(f"hours: {text}\n".encode(), "record.yaml")
        scalar = node.get("hours") if isinstance(node, Mapping) and not problems else None
        if isinstance(scalar, Scalar) and scalar.filled and scalar.value == text and not scalar.style:
            found.append((text, scalar))
    return found


@pytest.mark.parametrize("writer", WRITERS)
def test_a_text_without_quotes_survives_or_someone_was_told(writer: str) -> None:
    texts = plain_ones(HARD)
    after = written_by(writer, [f"hours: {text}\n" for text, _ in texts])
    turned = {text for (text, _), new in zip(texts, after, strict=True) if read(new)["hours"] != text}
    assert len(texts) > 20
    assert turned - {text for text, scalar in texts if turns(scalar.text, scalar.style)} == set()


@given(st.lists(st.text("0123456789.:+-_eExobynotTrufalsNOY ", min_size=1, max_size=12), min_size=30, max_size=60))
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_written_without_quotes_survives_or_someone_was_told(texts: list[str]) -> None:
    found = [(text, scalar) for text, scalar in plain_ones(texts) if not turns(scalar.text, scalar.style)]
    for writer in WRITERS:
        after = written_by(writer, [f"hours: {text}\n" for text, _ in found])
        assert [text for (text, _), new in zip(found, after, strict=True) if read(new)["hours"] != text] == []


SAFE = ("988", "39.96", "-83", "2026-11-02", "Mo-Fr 09:00-17:00", "614-555-0142", "no ID", "24/7")


@pytest.mark.parametrize("text", SAFE)
def test_what_is_safe_as_it_stands_is_not_told(text: str) -> None:
    ((_, scalar),) = plain_ones([text])
    assert not turns(scalar.text, scalar.style)
