# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Real directories, as sides to compare. No part of this project: tests are skipped where they are missing."""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from porchlight.duplicates.sides import Side, made

REAL = Path(os.environ.get("PORCHLIGHT_REALDATA") or Path(__file__).parents[3] / "shared" / "realdata")


def _table(path: str) -> Iterator[dict[str, str]]:
    with (REAL / path).open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _real(emails: Iterable[str]) -> list[str]:
    """Addresses that were not blotted out when the copies were made."""
    return [email for email in emails if not email.endswith("example.invalid")]


def maryland() -> Iterator[Side]:
    """The guide of a state for people coming home, 2017. A line says all of a record; equal ones are read once."""
    seen = set()
    for at, row in enumerate(_table("rubyforgood__reentry/test/fixtures/files/doj-data.csv")):
        told = tuple(re.sub(r"\s+", "", row[name] or "").lower() for name in ("Organization", "Address", "Phone"))
        if row["Organization"] in (None, "", "Organization") or told in seen:
            continue
        seen.add(told)
        yield made(
            f"md/{at}",
            row["Organization"],
            phones=re.findall(r"\(?\d{3}\)?\s*-?\s*\d{3}\s*-\s*\d{4}", row["Phone"] or ""),
            links=[re.sub(r"\s+", "", row["Website"] or "")],
            address=row["Address"] or "",
            county=row["County"] or "",
            summary=row["Services"] or "",
        )


def california() -> Iterator[Side]:
    """Every place that a state has licensed to treat people, 2026: capitals, many houses of one group."""
    for row in _table("bestrehabs__california-treatment-facility-licenses/data/facilities.csv"):
        yield made(
            f"ca/{row['license_number']}",
            row["facility_name"],
            organization=row["legal_entity"],
            phones=[row["phone"]],
            address=row["address_line1"],
            city=row["city"],
        )


def san_mateo() -> Iterator[Side]:
    """A county's directory of 2013: programs of agencies, several under one roof."""
    file = REAL / "codeforamerica__ohana-api/history/san-mateo-county_organizations_2013-07-04.ndjson"
    for at, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
        row: dict[str, Any] = json.loads(line)
        yield made(
            f"smc/{at}",
            row.get("name") or "",
            organization=row.get("agency") or "",
            phones=[each["number"] for group in row.get("phones") or () for each in group if "number" in each],
            emails=_real(row.get("emails") or ()),
            links=(row.get("urls") or ())[:1],
            address=row.get("street_address") or "",
            city=row.get("city") or "",
            summary=row.get("description") or "",
        )


def new_jersey() -> Iterator[Side]:
    """Who may train people for work in one state, 2021."""
    for row in _table("newjersey__d4ad/providers_20210305.csv"):
        yield made(
            f"nj/{row['PROVIDERID']}",
            row["NAME"],
            phones=[row["PHONE"]],
            emails=_real(re.findall(r"[^\s,;]+@[^\s,;\"]+", row["EMAIL"])),
            links=[row["WEBSITE"]],
            address=f"{row['STREET1']}, {row['STREET2']}",
            city=row["CITY"],
        )


def florida() -> Iterator[Side]:
    """Where legal aid groups of one state meet people: rooms of libraries, courts and shelters."""
    for row in _table("openreferral__hsds-transformer/examples/florida_data/locations.csv"):
        yield made(
            f"fl/{row['location_uuid']}",
            row["location_name"],
            organization=row["organization_uuid"],
            phones=re.findall(r"\(?\d{3}\)?[ .-]*\d{3}[ .-]*\d{4}", row["phones"] or ""),
            links=[row["location_url"] or ""],
            address=row["location_address"] or "",
        )


def illinois() -> Iterator[Side]:
    """The same in another state, without doors: names and numbers only."""
    folder = "openreferral__hsds-transformer/spec/fixtures/custom/ilao/output"
    numbers: dict[str, list[str]] = {}
    for row in _table(f"{folder}/phones.csv"):
        numbers.setdefault(row["location_id"], []).append(row["number"])
    for row in _table(f"{folder}/locations.csv"):
        yield made(
            f"il/{row['id']}", row["name"], organization=row["organization_id"], phones=numbers.get(row["id"], ())
        )


DIRECTORIES: dict[str, Callable[[], Iterator[Side]]] = {
    "md": maryland,
    "ca": california,
    "smc": san_mateo,
    "nj": new_jersey,
    "fl": florida,
    "il": illinois,
}
