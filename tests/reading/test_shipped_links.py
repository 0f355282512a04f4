# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links of the records that ship: whoever reads Spanish reads in it where each leads."""

from __future__ import annotations

from porchlight.reading.hub import read_hub
from tests.conftest import ROOT


def test_every_label_of_a_link_has_its_spanish() -> None:
    hub = read_hub(ROOT).hub
    labeled = [
        (record.key, row)
        for records in hub.records.values()
        for record in records
        for row in record.rows("links")
        if "label" in row
    ]
    assert labeled
    assert [(key, row["label"]) for key, row in labeled if not row.get("label_es")] == []
