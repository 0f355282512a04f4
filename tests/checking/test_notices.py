# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A notice is about something that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.checking.run import check_hub
from tests.checking.hubs import TODAY, with_file

NOTICE = """\
id: pipe
name: Closed this week (made up)
summary: A pipe broke. Nobody can move in.
kind: closure
about: [{about}]
shown_from: 2026-11-20
shown_until: 2026-11-30
sources:
  - {{url: https://example.org/pipe, read_on: 2026-11-20, kind: own}}
"""


@pytest.mark.parametrize(
    ("about", "hint"),
    [
        ("housing/maple-hous", "Did you mean “housing/maple-house”?"),
        ("zzz", "Write the list and the short name, like housing/maple-house."),
    ],
)
def test_a_notice_about_nothing_is_told_with_the_way_out(tmp_path: Path, about: str, hint: str) -> None:
    hub = with_file(tmp_path, "data/notices/pipe.yaml", NOTICE.format(about=about))
    told = [str(problem) for problem in check_hub(hub, TODAY).stopping]
    says = f"This notice is about something that is not in this hub. It says “{about}”.  {hint}"
    assert told == [f"data/notices/pipe.yaml:5:9  {says}"]


def test_a_notice_about_a_record_that_has_a_page_is_fine(tmp_path: Path) -> None:
    hub = with_file(tmp_path, "data/notices/pipe.yaml", NOTICE.format(about="housing/maple-house"))
    assert not check_hub(hub, TODAY).stopping


def test_a_translation_without_the_name_waits_for_care(tmp_path: Path) -> None:
    half = "translations:\n  es:\n    state: reviewed\n    summary: Se rompió un tubo. Nadie entra.\n"
    hub = with_file(tmp_path, "data/notices/pipe.yaml", NOTICE.format(about="housing/maple-house") + half)
    checked = check_hub(hub, TODAY)
    assert not checked.stopping
    assert [each.code for each in checked.care if each.place.file == "data/notices/pipe.yaml"] == [
        "notice-name-not-translated"
    ]
