# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A street, a point on the map and a maintainer's note are shown by nothing: no lost line of a schema, no message."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from porchlight.checking.run import check_hub
from tests.checking.hubs import TODAY, small_hub

SECRET = "17 Juniper Court"
OAK = "data/housing/oak-house.yaml"


def test_schemas_that_forget_to_withhold_show_no_street(tmp_path: Path) -> None:
    small_hub(tmp_path)
    schema = tmp_path / "data/schemas/housing.yaml"
    forgetful = re.sub(r" +(withheld: true|private: true|role: address)\n", "", schema.read_text("utf-8"))
    schema.write_text(forgetful, "utf-8")
    oak = (tmp_path / OAK).read_text("utf-8")
    oak = re.sub(r"(?m)^(address|postal_code|maintainer_note|address_visibility):.*\n", "", oak)
    (tmp_path / OAK).write_text(f"{oak}address: {SECRET}\npostal_code: '07102'\nmaintainer_note: {SECRET}\n", "utf-8")

    checked = check_hub(tmp_path, TODAY)

    assert checked.stopping == ()
    record = next(each for each in checked.hub.records["housing"] if each.id == "oak-house")
    assert not {"address", "postal_code", "maintainer_note"} & set(record.values)


@pytest.mark.parametrize(
    "line",
    [
        f"address: {SECRET}: rear",
        f"address: {SECRET} #4",
        f"address: &{SECRET}",
        f"address: [{SECRET}]",
        f"address: {'x' * 130} {SECRET}",
        f"postal_code: {SECRET}",
        f"maintainer_note: {SECRET}: call",
        f"maintainer_note:\n{SECRET}\nname: x",
        f"maintainer_note: *{SECRET}",
        f"address:{SECRET}",
        f"phones: [{{number: 1, address: {SECRET}: x}}]",
    ],
)
def test_no_message_quotes_what_is_withheld(line: str, tmp_path: Path) -> None:
    oak = small_hub(tmp_path) / OAK
    oak.write_text(f"{oak.read_text('utf-8')}{line}\n", "utf-8")

    problems = check_hub(tmp_path, TODAY).stopping

    assert problems
    assert "Juniper" not in "\n".join(map(str, problems))
