# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a place does not show to everyone is in no written file: no page, index, drawing or list."""

from __future__ import annotations

import base64
import binascii
import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

FULL = ROOT / "tests" / "hubs" / "full"
ENCODED = re.compile(rb"[A-Za-z0-9+/]{24,}={0,2}")
EXACT = ("latitude", "longitude", "postal_code")


def written_records() -> Iterator[dict[str, str]]:
    for path in sorted((FULL / "data").glob("*/*.yaml")):
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        yield from (each for each in (loaded if isinstance(loaded, list) else [loaded]) if isinstance(each, dict))


def withheld() -> list[str]:
    """Streets, codes and points where the whole address may not be shown; towns too, where nothing may."""
    found = set()
    for record in written_records():
        shown = record.get("address_visibility", "")
        names = ["address", *EXACT] if shown != "full" else []
        names += ["city", "county"] if shown == "none" else []
        found |= {str(record[name]) for name in names if name in record}
    return sorted(found - shown_elsewhere())


def shown_elsewhere() -> set[str]:
    """What another record shows openly, so that finding it proves nothing."""
    open_ones = [record for record in written_records() if record.get("address_visibility") == "full"]
    return {
        str(record[name]) for record in open_ones for name in ("address", "city", "county", *EXACT) if name in record
    }


@pytest.fixture(scope="module")
def outputs(full_site: Path) -> dict[str, bytes]:
    """Every written file, opened: gzip is unpacked, and what stands in base64 is read as well."""
    return {path.relative_to(full_site).as_posix(): opened(path.read_bytes()) for path in full_site.rglob("*.*")}


def opened(content: bytes) -> bytes:
    plain = gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
    return b"\0".join([plain, *(decoded for found in ENCODED.findall(plain) if (decoded := unpacked(found)))])


def unpacked(text: bytes) -> bytes:
    """What a long word holds where it is base64; b"" where it is a word like others."""
    try:
        return base64.b64decode(text + b"=" * (-len(text) % 4))
    except binascii.Error:
        return b""


def test_there_is_something_to_look_for() -> None:
    found = withheld()
    assert {"7 Hidden Hollow Lane", "99 Secret Cove Road", "Hushaby Hollow", "00077", "0.0555"} <= set(found)


def test_every_kind_of_output_is_looked_at(outputs: dict[str, bytes]) -> None:
    kinds = {name.rpartition(".")[2] for name in outputs}
    print("looked at:", *sorted(kinds))
    assert {"html", "json", "js", "css", "svg", "txt", "pf_fragment", "pf_index", "pf_meta"} <= kinds
    name = b"Maple House"
    assert any(name in content for path, content in outputs.items() if path.endswith(".pf_fragment"))
    assert any(name in content for path, content in outputs.items() if path.endswith("find.json"))


@pytest.mark.parametrize("secret", withheld())
def test_a_withheld_line_is_in_no_output(outputs: dict[str, bytes], secret: str) -> None:
    numeric = re.fullmatch(r"[\d.-]+", secret)
    look = re.compile(
        rb"(?<![\d.])" + re.escape(secret.encode()) + rb"(?!\d)" if numeric else re.escape(secret.encode()), re.I
    )
    assert [path for path, content in outputs.items() if look.search(content)] == []
