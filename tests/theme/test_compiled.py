# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Templates are compiled once a run, and again when they were changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
import pytest

from porchlight.site.theme import environment


def rendered(theme: Path) -> str:
    return environment(theme).get_template("page.html").render(view="<b>")


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text("One: {{ view }}", encoding="utf-8")
    return tmp_path


def test_a_template_that_was_changed_is_rendered_anew(theme: Path) -> None:
    assert rendered(theme) == "One: &lt;b&gt;"
    (theme / "templates" / "page.html").write_text("Two: {{ view }}", encoding="utf-8")
    assert rendered(theme) == "Two: &lt;b&gt;"


def test_a_second_language_compiles_nothing_again(theme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = rendered(theme)

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(jinja2.Environment, "compile", refuse)
    assert rendered(theme) == first
