# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Columns find their field by what people call them, and a guess is called a guess."""

from __future__ import annotations

import pytest

from porchlight.exchange.sheets.columns import Column, understand
from porchlight.exchange.sheets.sheet import CannotImport
from porchlight.reading.package import read_package
from tests.conftest import ROOT

PACKAGE, _ = read_package(ROOT)


def columns(*names: str, resource: str = "services", **asked: str) -> dict[str, Column]:
    found = understand(names, PACKAGE.schema_of(resource), asked)
    return {column.name: column for column in found}


def goes_to(*names: str, resource: str = "services", **asked: str) -> dict[str, str]:
    """Each column's field, with the kind behind a dot where it is a number of another kind than a voice line."""
    found = columns(*names, resource=resource, **asked)
    return {
        name: column.target.field.name + (f".{column.target.kind}" if column.target.kind not in ("", "voice") else "")
        if column.target
        else ""
        for name, column in found.items()
    }


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("summary", "summary"),
        ("How to get it", "how_to"),
        ("Cómo obtenerlo", "how_to"),
        ("eligibility_description", "who"),
        ("fees_description", "cost_note"),
        ("required_documents", "papers"),
        ("service_areas", "serves"),
        ("application_process", "how_to"),
        ("SERVICE DESCRIPTION", "summary"),
        ("serviceDescription", "summary"),
        ("address_line1", "address"),
        ("Street", "address"),
        ("ZIP Code", "postal_code"),
        ("state", "serves"),
        ("Website URL", "links"),
        ("telephone", "phones"),
        ("Toll-Free Number", "phones"),
        ("Fax", "phones.fax"),
        ("TTY/TDD", "phones.tty"),
        ("Text line", "phones.text"),
        ("phoneExtension", "phones.extension"),
        ("E-mail", "email"),
        ("Type", "kind"),
        ("Price", "cost"),
        ("Source URL", "sources"),
        ("address_visibility", "address_visibility"),
    ],
)
def test_a_column_finds_its_field(column: str, field: str) -> None:
    found = columns("name", column)[column]
    assert goes_to("name", column)[column] == field
    assert found.how in ("name", "synonym")


@pytest.mark.parametrize(
    "column", ["parish", "Country", "Region", "Contact", "mailing_city", "Mail ZIP", "id", "Notes"]
)
def test_a_column_that_would_be_wrong_in_a_field_goes_into_the_note(column: str) -> None:
    assert columns("name", column)[column].target is None


@pytest.mark.parametrize(
    ("column", "field"), [("facility_city", "city"), ("sumary", "summary"), ("Main phone", "phones")]
)
def test_a_likely_name_is_a_guess_and_says_so(column: str, field: str) -> None:
    found = columns("name", column)[column]
    assert found.target is not None
    assert (found.target.field.name, found.how) == (field, "guess")


def test_a_name_that_is_only_somewhat_like_a_field_is_mentioned_and_not_used() -> None:
    found = columns("name", "StatusName")["StatusName"]
    assert found.target is None
    assert columns("name", "languages_etc")["languages_etc"].near == "languages"


@pytest.mark.parametrize("column", ["phone type", "Hotline hours", "Website notes", "phone_verified"])
def test_a_column_about_a_number_or_page_is_none(column: str) -> None:
    assert columns("name", column)[column].target is None


@pytest.mark.parametrize("column", ["visible_address", "address visibilty", "providerid"])
def test_likeness_never_decides_what_is_shown_or_which_record_is_meant(column: str) -> None:
    assert columns("name", "address", column)[column].target is None


def test_a_guess_never_joins_what_a_sure_column_fills() -> None:
    found = goes_to("NAME", "STREET1", "STREET2", "MSTREET1", "CITY", "MCITY", "ZIP", "MZIP")
    assert found == {
        "NAME": "name", "STREET1": "address", "STREET2": "address", "MSTREET1": "",
        "CITY": "city", "MCITY": "", "ZIP": "postal_code", "MZIP": "",
    }  # fmt: skip


def test_several_sure_columns_fill_a_field_of_many_values() -> None:
    found = goes_to("name", "phone", "Hotline", "website", "Facebook URL", "state", "service_areas")
    assert [found[name] for name in ("phone", "Hotline", "website", "Facebook URL")] == ["phones"] * 2 + ["links"] * 2
    assert found["state"] == found["service_areas"] == "serves"


def test_of_two_columns_for_one_field_the_surer_one_wins() -> None:
    found = goes_to("name", "services", "description", "summary")
    assert found == {"name": "name", "services": "", "description": "", "summary": "summary"}


@pytest.mark.parametrize(
    ("names", "winner"),
    [
        (("Organization", "Address"), "Organization"),
        (("organization_name", "service_name"), "service_name"),
        (("facility_name", "legal_entity"), "facility_name"),
        (("Agency", "Program Name"), "Program Name"),
        (("Nombre", "Ciudad"), "Nombre"),
    ],
)
def test_the_name_is_what_names_the_record_and_who_runs_it_is_the_organization(
    names: tuple[str, ...], winner: str
) -> None:
    found = goes_to(*names)
    assert [name for name, field in found.items() if field == "name"] == [winner]
    assert set(found.values()) <= {"name", "organization", "address", "city"}


def test_what_a_number_is_for_is_its_columns_name_unless_that_says_nothing() -> None:
    labels = {name: column.target.label for name, column in columns("name", "Phone 1", "Intake_Phone").items()
              if column.target}  # fmt: skip
    assert labels == {"name": "", "Phone 1": "", "Intake_Phone": "Intake Phone"}


def test_the_schema_decides_which_fields_there_are() -> None:
    assert goes_to("name", "capacity", "target_population", resource="housing")["capacity"] == "beds"
    assert goes_to("name", "capacity", "target_population", resource="employers") == {
        "name": "name",
        "capacity": "",
        "target_population": "who",
    }


# --- What a person asks for -------------------------------------------------------------------------------------------


def test_what_was_asked_for_wins() -> None:
    found = goes_to("name", "description", "About us", **{"About us": "summary"})
    assert found == {"name": "name", "description": "", "About us": "summary"}


def test_a_column_may_be_asked_for_in_small_letters_and_with_a_kind_of_number() -> None:
    assert goes_to("name", "Direct Line", **{"direct line": "phones.text"})["Direct Line"] == "phones.text"


def test_a_column_can_be_left_out() -> None:
    found = columns("name", "latitude", latitude="-")["latitude"]
    assert (found.target, found.how) == (None, "left out")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"Nmae": "name"}, r"There is no column “Nmae”\. Did you mean “Name”\?"),
        ({"Name": "nane"}, r"“nane” is not a field of services that a column can fill\. Did you mean “name”\?"),
        ({"Name": "answers"}, r"“answers” is not a field of services that a column can fill"),
        ({"Name": "phones.pager"}, r"“phones\.pager” is no field"),
        ({"Name": "name.voice"}, r"“name\.voice” is no field"),
    ],
)
def test_what_can_not_be_done_is_told_with_what_was_meant(asked: dict[str, str], told: str) -> None:
    with pytest.raises(CannotImport, match=told):
        columns("Name", "City", **asked)
