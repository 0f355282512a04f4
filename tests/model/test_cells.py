# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""No part of a cell is run, at whichever sign the reader's spreadsheet parts a line."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.model.cells import harmless

SIGNS = "=+-@\t\r\uff1d\uff0b\uff0d\uff20"


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", ["", "  ", "Maple House;", "Maple House; ", "Maple House\t", "Maple House\n"])
def test_a_sign_of_a_formula_gets_an_apostrophe_where_a_cell_may_begin(before: str, sign: str) -> None:
    assert harmless(f"{before}{sign}1+1").endswith(f"'{sign}1+1")


@pytest.mark.parametrize("text", ["1=1", "614-555-0142", "a + b", "https://example.org/?a=b", "Home; by 11 at night"])
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@given(st.text(st.sampled_from("ab ;,\n'" + SIGNS)), st.sampled_from(";,\t"))
def test_no_cell_begins_with_a_sign_wherever_the_line_is_parted(text: str, separator: str) -> None:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(["x", harmless(text)])
    pieces = re.split(r"[\r\n]", line.getvalue()) if separator != "," else []
    cells = [cell for piece in pieces for cell in piece.split(separator)]
    read = next(csv.reader(io.StringIO(line.getvalue(), newline="")))
    assert not [cell for cell in (*cells[1:], *read) if cell.lstrip(" ").startswith(("=", "+", "-", "@"))]
