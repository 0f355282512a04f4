# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files that people really send: any letters, any separator, titles on top, quotes that never close."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest

from porchlight.exchange.sheets import xlsx_file
from porchlight.exchange.sheets.csv_file import read_csv
from porchlight.exchange.sheets.sheet import CannotImport, letter
from porchlight.exchange.sheets.xlsx_file import read_xlsx
from tests.exchange.hubs import book

TABLE = "Name{0}City\nCasa Ñandú{0}Peñasco\nElm House{0}Springfield\n"


def cells(data: bytes) -> list[tuple[str, ...]]:
    sheet = read_csv(data)
    return [sheet.columns, *(row.cells for row in sheet.rows)]


# --- Letters ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_names_with_accents_arrive_whole_in_any_encoding(letters: str) -> None:
    assert cells(TABLE.format(",").encode(letters))[1] == ("Casa Ñandú", "Peñasco")


def test_a_big_endian_utf_16_file_is_read_too() -> None:
    assert cells(b"\xfe\xff" + TABLE.format("\t").encode("utf-16-be"))[1] == ("Casa Ñandú", "Peñasco")


def test_windows_letters_are_told() -> None:
    sheet = read_csv(TABLE.format(",").encode("cp1252"))
    assert sheet.form == "Windows-1252, separated by commas"
    assert sheet.notes == ("The file is not in UTF-8, so it was read as Windows letters. Look at names with accents.",)


def test_what_is_no_text_is_refused_with_what_to_do() -> None:
    with pytest.raises(CannotImport, match=r"not a text file\. Save it"):
        read_csv(b"a,b\n\x00\x01\x02")


def test_an_excel_file_called_csv_is_told_apart(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", {"A": [["Name"], ["x"]]})
    with pytest.raises(CannotImport, match="Say xlsx instead of csv"):
        read_csv(file.read_bytes())


# --- Separators and quotes --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("separator", "word"), [(",", "commas"), (";", "semicolons"), ("\t", "tabs"), ("|", "upright lines")]
)
def test_the_separator_is_found(separator: str, word: str) -> None:
    sheet = read_csv(TABLE.format(separator).encode())
    assert sheet.columns == ("Name", "City")
    assert sheet.form == f"UTF-8, separated by {word}"


def test_commas_inside_texts_do_not_hide_a_semicolon() -> None:
    text = "Name;About\nElm;Meals, beds, and showers, daily\nOak;Beds\nAsh;Rides, meals\n"
    assert cells(text.encode())[1] == ("Elm", "Meals, beds, and showers, daily")


def test_the_line_in_which_excel_names_the_separator_is_no_row() -> None:
    assert cells(b"sep=;\nName;City\nElm, Oak;Here\n") == [("Name", "City"), ("Elm, Oak", "Here")]


def test_a_line_break_inside_quotes_stays_in_its_cell() -> None:
    assert cells(b'Name,About\nElm,"Line one\r\nLine ""two"""\nOak,x\n')[1:] == [
        ("Elm", 'Line one\nLine "two"'),
        ("Oak", "x"),
    ]


def test_a_row_is_found_by_the_line_on_which_it_begins() -> None:
    sheet = read_csv(b'Name,About\nElm,"a\nb\nc"\nOak,x\n')
    assert [row.number for row in sheet.rows] == [2, 5]


def test_a_quotation_mark_that_never_closes_is_told_with_its_line() -> None:
    with pytest.raises(CannotImport, match="row that begins on line 3, a quotation mark is opened and never closed"):
        read_csv(b'Name,About\nElm,x\n"Oak,y\nAsh,z\n')


def test_a_sheet_of_one_column_is_a_sheet() -> None:
    assert cells(b"Name\nElm\nOak\n") == [("Name",), ("Elm",), ("Oak",)]


# --- Shape ------------------------------------------------------------------------------------------------------------


def test_empty_rows_and_empty_columns_are_not_in_the_sheet() -> None:
    assert cells(b"Name,,City,\nElm,,Here,\n,,,\n , ,N/A,-\nOak,,There,\n") == [
        ("Name", "City"),
        ("Elm", "Here"),
        ("Oak", "There"),
    ]


def test_titles_above_the_names_of_the_columns_are_told() -> None:
    sheet = read_csv(b"Our list of help,,\nUpdated in May,,\nName,City,Phone\nElm,Here,614-555-0142\n")
    assert sheet.columns == ("Name", "City", "Phone")
    assert "Our list of help / Updated in May" in sheet.notes[0]


def test_short_rows_are_filled_up_and_long_ones_lose_nothing() -> None:
    sheet = read_csv(b"Name,City\nElm\nOak,There,and more,still\nAsh,Here\n")
    assert sheet.columns == ("Name", "City", "Column C", "Column D")
    assert [row.cells for row in sheet.rows] == [
        ("Elm", "", "", ""),
        ("Oak", "There", "and more", "still"),
        ("Ash", "Here", "", ""),
    ]
    assert "More cells than names of columns stand in row 3." in sheet.notes[0]


def test_one_row_that_slipped_to_the_right_is_not_taken_for_the_names() -> None:
    sheet = read_csv(b"Name,City\nElm,a,b,c,d,e,f,g\nOak,x\nAsh,y\nFir,z\n")
    assert sheet.columns[:2] == ("Name", "City")


def test_columns_of_the_same_name_are_told_apart() -> None:
    assert read_csv(b"Phone,Phone (2),Phone,,Phone\n1,2,3,4,5\n").columns == (
        "Phone",
        "Phone (2)",
        "Phone (3)",
        "Column D",
        "Phone (4)",
    )


def test_the_names_of_the_columns_once_more_are_no_record() -> None:
    sheet = read_csv(b"Name,City\nElm,a\nNAME,City\nOak,b\n")
    assert [row.cells[0] for row in sheet.rows] == ["Elm", "Oak"]
    assert sheet.notes == ("One row repeats the names of the columns and will be left out.",)


def test_an_empty_file_is_told() -> None:
    with pytest.raises(CannotImport, match="This file is empty"):
        read_csv(b"\n,,\n")


def test_columns_without_a_name_are_called_as_spreadsheets_call_them() -> None:
    assert [letter(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_many_columns_of_the_same_name_are_told_apart_without_counting_anew_for_each() -> None:
    names = read_csv((",".join(["Phone"] * 500) + "\n" + ",".join(["1"] * 500)).encode()).columns
    assert (names[0], names[1], names[-1]) == ("Phone", "Phone (2)", "Phone (500)")


def test_a_row_that_goes_too_far_to_the_right_is_told() -> None:
    with pytest.raises(CannotImport, match=r"Row 2 goes on to column SG, and 500 columns are the most\. Delete"):
        read_csv(b"Name,City\nElm" + 500 * b"," + b"far\n")


def test_empty_cells_at_the_end_of_a_row_do_not_make_it_wide() -> None:
    assert cells(b"Name,City\nElm,Here" + 5000 * b", " + b"\n") == [("Name", "City"), ("Elm", "Here")]


def test_more_cells_than_a_list_of_help_has_are_told_though_they_are_empty() -> None:
    with pytest.raises(CannotImport, match=r"over 2,000,000 cells \(empty ones count\)"):
        read_csv(b"Name,City\n" + 1100 * (2000 * b"," + b"\n"))


# --- Excel ------------------------------------------------------------------------------------------------------------


def test_an_excel_cell_reads_as_a_person_sees_it(tmp_path: Path) -> None:
    values = [7016, 7016.0, 0.1 + 0.2, True, date(2026, 5, 1), datetime(2026, 5, 1, 9, 30), time(17, 0), " x ", None]
    names = [f"c{number}" for number in range(len(values))]
    sheet = read_xlsx(book(tmp_path / "a.xlsx", {"A": [names, values]}))
    assert sheet.rows[0].cells == ("7016", "7016", "0.3", "TRUE", "2026-05-01", "2026-05-01 09:30", "17:00", "x", "")


def test_the_first_sheet_that_holds_something_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    sheet = read_xlsx(book(tmp_path / "a.xlsx", {"Cover": [], "Help": [["Name"], ["Elm"]], "Old": [["Name"], ["x"]]}))
    assert sheet.rows[0].cells == ("Elm",)
    assert sheet.notes == ("Only the sheet “Help” is read. The file also has “Cover”, “Old”.",)


def test_a_hidden_sheet_is_not_read(tmp_path: Path) -> None:
    import openpyxl

    file = book(tmp_path / "a.xlsx", {"Private": [["Name"], ["secret"]], "Help": [["Name"], ["Elm"]]})
    made = openpyxl.load_workbook(file)
    made["Private"].sheet_state = "hidden"
    made.save(file)
    assert read_xlsx(file).rows[0].cells == ("Elm",)


def test_a_formula_without_a_result_stays_text_and_is_told(tmp_path: Path) -> None:
    sheet = read_xlsx(book(tmp_path / "a.xlsx", {"A": [["Name", "Beds"], ["Elm", "=4*3"]]}))
    assert sheet.rows[0].cells == ("Elm", "=4*3")
    assert "One cell holds a formula without its result." in sheet.notes[0]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xd0\xcf\x11\xe0 old", "old .xls file, or one with a password"),
        (b"Name,City\n", "If it is text, say csv instead of xlsx"),
        (b"PK\x03\x04 broken", "no .xlsx file"),
    ],
)
def test_what_is_no_excel_file_is_told_with_what_to_do(tmp_path: Path, data: bytes, told: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(data)
    with pytest.raises(CannotImport, match=told):
        read_xlsx(tmp_path / "a.xlsx")


def test_a_zip_file_that_is_no_excel_file_is_told(tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as packed:
        packed.writestr("readme.txt", "not a sheet")
    with pytest.raises(CannotImport, match=r"save it once more as \.xlsx"):
        read_xlsx(tmp_path / "a.xlsx")


def test_an_excel_file_without_anything_in_it_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotImport, match="No sheet of this file holds anything"):
        read_xlsx(book(tmp_path / "a.xlsx", {"A": [], "B": [[None, ""]]}))


def xlsx_of(tmp_path: Path, rows: str) -> Path:
    """An Excel file whose one sheet holds these rows, as they stand in XML."""
    import zipfile

    plain, made = book(tmp_path / "plain.xlsx", {"A": [["x"]]}), tmp_path / "made.xlsx"
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            sheet = f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
            new.writestr(part, sheet if part == "xl/worksheets/sheet1.xml" else old.read(part))
    return made


def test_one_cell_far_to_the_right_is_told_at_its_first_row(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{number}"><c r="XFD{number}"><v>1</v></c></row>' for number in range(1, 401))
    with pytest.raises(CannotImport, match="Row 1 goes on to column XFD, and 500 columns are the most"):
        read_xlsx(xlsx_of(tmp_path, rows))


def test_empty_cells_far_to_the_right_are_not_kept(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{at}"><c r="A{at}"><v>{at}</v></c><c r="XFD{at}"/></row>' for at in range(1, 21))
    assert [row.cells for row in read_xlsx(xlsx_of(tmp_path, rows)).rows][-1] == ("20",)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="900000000000"><c r="A1"><v>1</v></c></row>',
        "".join(f'<row r="{number}"><c r="XFD{number}"/></row>' for number in range(1, 200)),
    ],
    ids=["a row far down", "empty cells far to the right"],
)
def test_a_small_file_that_names_millions_of_cells_is_told(tmp_path: Path, rows: str) -> None:
    with pytest.raises(CannotImport, match=r"over 2,000,000 cells .* Copy only the rows and columns that you need"):
        read_xlsx(xlsx_of(tmp_path, rows))


def test_one_long_text_that_many_cells_show_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotImport, match="or 50,000,000 letters"):
        read_xlsx(book(tmp_path / "a.xlsx", {"A": [["Name", "About"], *(["Elm", 30_000 * "x"] for _ in range(1700))]}))


def test_a_small_file_that_unpacks_to_a_large_one_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_file, "UNPACKED_CAP", 100_000)
    with pytest.raises(CannotImport, match="Unpacked, this file is over 150 MB"):
        read_xlsx(xlsx_of(tmp_path, 50_000 * "<row/>"))
