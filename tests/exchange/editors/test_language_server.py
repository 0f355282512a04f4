# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What VS Code shows of a record, asked of its own YAML language server, which knows no more than the first line."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from porchlight.exchange.editors.vscode import schema_line
from porchlight.starting.making import new_hub
from tests.editing_tools import TOOLS, need_editors

SCRIPT = Path(__file__).with_name("language_server.mjs")
HOUSE = f"""\
{schema_line("housing")}\
id: elm-house
name: Elm House
summary: A made-up house for a test.
phnoe: 614-555-0142
kind: castle
answers:
  registry: {{answer: maybe}}
sources:
  - {{url: https://www.example.org/, kind: own, read_on: 2026-11-23}}
"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What the server underlines, offers and explains, with the cursor at the value of `kind`."""
    need_editors()
    hub = tmp_path_factory.mktemp("editor") / "hub"
    new_hub(hub)
    record = hub / "data" / "housing" / "elm-house.yaml"
    record.parent.mkdir(exist_ok=True)
    record.write_text(HOUSE, encoding="utf-8")
    asked = ["node", str(SCRIPT), str(record), str(TOOLS), "5", "6"]
    return json.loads(subprocess.run(asked, check=True, capture_output=True, encoding="utf-8").stdout)


def test_mistakes_are_underlined_on_their_lines_and_nothing_else_is(shown: Any) -> None:
    assert sorted(line for line, _ in shown["underlined"]) == [4, 5, 7]


def test_the_codes_of_a_field_are_offered(shown: Any) -> None:
    assert {"recovery_residence", "transitional", "landlord"} <= set(shown["offered"])


def test_a_field_is_explained_with_the_words_of_its_codes(shown: Any) -> None:
    assert "The nearest kind from the list." in shown["explained"]
    assert "`recovery_residence`: Recovery home" in shown["explained"]
