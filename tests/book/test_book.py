import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from openpyxl import load_workbook
from small_book import FOREIGN_PART, HEADER_ROW, build, frame_of, part, raw_entries, replace_part, sheet_part
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from medoffice_xl.book import open_book
from medoffice_xl.book.places import letters
from medoffice_xl.errors import BookError
from medoffice_xl.tables import CHARGES, PAYERS, PAYMENTS, PROBLEMS, TABLES, empty_frame

FIRST = HEADER_ROW + 2  # the first row under the headings, as Excel counts


def payment(claim: str, cents: int, **more: Any) -> dict[str, Any]:
    return {
        "claim_id": claim,
        "post_date": pd.Timestamp(2026, 3, 1),
        "kind": "refund",
        "amount": cents,
        "source": "PM",
    } | more


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = build(tmp_path / "b.xlsm")
    frame = frame_of(
        PAYMENTS,
        [
            payment("00123", -1_234_567, reason="=1+1", payer="Smith & <Sons> “B”", trace=" lead and trail "),
            payment("12E3", 5, reason="_x0041_ line\nbreak\ttab", line_id="@SUM(A1)"),
            payment("", 0, post_date=pd.Timestamp(1999, 12, 31), payer="é 日本"),
        ],
    )
    book = open_book(path)
    book.write({"payments": frame})
    book.save()
    again = open_book(path)
    pd.testing.assert_frame_equal(again.read("payments"), frame.assign(trace=["lead and trail", "", ""]))
    assert again.problems == []
    sheet = load_workbook(path)["Payments"]
    assert [cell.data_type for cell in sheet[FIRST]][6] == "s"  # =1+1 is text, not a formula
    assert sheet.cell(FIRST, 6).value == -12345.67


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_table_takes_an_empty_frame_and_keeps_one_blank_row(tmp_path: Path, name: str) -> None:
    path = build(tmp_path / "b.xlsm", only=(name,))
    book = open_book(path)
    book.write({name: empty_frame(TABLES[name])})
    book.save()
    sheet = load_workbook(path)[TABLES[name].sheet]
    first, last = sheet.tables[TABLES[name].excel_name].ref.split(":")
    assert (first, last[-1]) == ("A4", "5")
    assert len(open_book(path).read(name)) == 0


def test_only_the_table_and_its_sheet_change(tmp_path: Path) -> None:
    path = build(tmp_path / "b.xlsm")
    before = raw_entries(path)
    book = open_book(path)
    book.write({"payments": frame_of(PAYMENTS, [payment("1", 100)] * 3)})
    book.save()
    after = raw_entries(path)
    assert list(after) == list(before)
    table = f"xl/tables/table{list(TABLES).index('payments') + 1}.xml"
    assert {name for name in before if before[name] != after[name]} == {sheet_part(path, "Payments"), table}
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(FOREIGN_PART)
        assert (info.comment, info.date_time) == (b"not ours", (2026, 1, 2, 3, 4, 6))
        assert archive.testzip() is None


def test_formats_filter_and_validation_reach_to_the_new_end(tmp_path: Path) -> None:
    path = build(tmp_path / "b.xlsm")
    book = open_book(path)
    book.write({"payments": frame_of(PAYMENTS, [payment(str(i), i) for i in range(1, 21)])})
    book.save()
    sheet = load_workbook(path)["Payments"]
    last = FIRST + 19
    table = sheet.tables["tblPayments"]
    assert table.ref == table.autoFilter.ref == f"A4:{letters(len(PAYMENTS.columns))}{last}"
    assert {str(check.sqref) for check in sheet.data_validations.dataValidation} == {f"E5:E{last}", f"I5:I{last}"}
    assert sheet.cell(last, 6).number_format == "#,##0.00"
    assert sheet.cell(last, 3).number_format == "mm/dd/yyyy"
    assert sheet.dimensions == f"A1:{letters(len(PAYMENTS.columns))}{last}"
    book = open_book(path)
    book.write({"payments": frame_of(PAYMENTS, [payment("1", 1)])})
    book.save()
    sheet = load_workbook(path)["Payments"]
    assert sheet.tables["tblPayments"].ref == f"A4:{letters(len(PAYMENTS.columns))}5"
    assert sheet["A6"].value is None


def test_notes_beside_the_table_stay_where_they_are(tmp_path: Path) -> None:
    def notes(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_string("L6", "ask Beta")
        sheet.write_formula("M9", "=1+2", None, 3)
        sheet.write_string("A40", "far below")

    old = frame_of(PAYMENTS, [payment(str(i), i) for i in range(4)])
    path = build(tmp_path / "b.xlsm", {"payments": old}, tweak={"payments": notes})
    for count in (12, 2):
        book = open_book(path)
        book.write({"payments": frame_of(PAYMENTS, [payment(str(i), i) for i in range(count)])})
        book.save()
        sheet = load_workbook(path)["Payments"]
        assert (sheet["B1"].value, sheet["L6"].value, sheet["M9"].value) == (
            "Payments: notes above stay", "ask Beta", "=1+2",
        )  # fmt: skip
        assert sheet["A40"].value == "far below"
        assert len(open_book(path).read("payments")) == count


def test_a_table_never_grows_over_what_stands_below_it(tmp_path: Path) -> None:
    path = build(tmp_path / "b.xlsm", tweak={"payments": lambda _, sheet: sheet.write_string("B8", "mine")})
    before = path.read_bytes()
    book = open_book(path)
    with pytest.raises(BookError, match="B8"):
        book.write({"payments": frame_of(PAYMENTS, [payment(str(i), i) for i in range(10)])})
    book.save()
    assert path.read_bytes() == before


def payer_book(path: Path) -> Path:
    """A payer list to which its user has added a contact and a calculated column."""
    payers = [{"payer": name, "filing_days": days} for name, days in (("Alpha", 90), ("Beta", 120), ("Gamma", 180))]

    def own_columns(book: Workbook, sheet: Worksheet) -> None:
        headers = [*PAYERS.headers, "Contact", "Weeks"]
        sheet.tables.clear()
        sheet.table_cells.clear() if hasattr(sheet, "table_cells") else None
        columns: list[dict[str, Any]] = [{"header": header} for header in headers]
        columns[-1]["formula"] = "=tblPayers[[#This Row],[Timely filing (days)]]/7"
        sheet.add_table(3, 0, 6, 8, {"name": "tblPayers", "columns": columns})
        for row, contact in ((4, "Ann"), (5, "Bob & Co"), (6, "Cy")):
            sheet.write_string(row, 7, contact)
            sheet.write_formula(row, 8, f"=E{row + 1}/7", None, 1)

    return build(path, {"payers": frame_of(PAYERS, payers)}, tweak={"payers": own_columns}, only=("payers",))


def test_the_users_own_columns_follow_their_rows(tmp_path: Path) -> None:
    path = payer_book(tmp_path / "b.xlsm")
    rows = [{"payer": name} for name in ("Delta", "Gamma", "Alpha")]
    book = open_book(path)
    book.write({"payers": frame_of(PAYERS, rows)})
    book.save()
    sheet = load_workbook(path)["Payer list"]
    found = [(sheet.cell(row, 1).value, sheet.cell(row, 8).value, sheet.cell(row, 9).value) for row in (5, 6, 7)]
    assert found == [("Delta", None, "=E5/7"), ("Gamma", "Cy", "=E6/7"), ("Alpha", "Ann", "=E7/7")]
    (problem,) = book.problems  # Beta is gone, and with it the contact
    assert (problem.line, problem.column, problem.value) == (6, "Contact", "Bob & Co")


def test_writing_twice_before_saving(tmp_path: Path) -> None:
    path = payer_book(tmp_path / "b.xlsm")
    book = open_book(path)
    book.write({"payers": frame_of(PAYERS, [{"payer": name} for name in ("Gamma", "Alpha", "Beta", "Eta")])})
    book.write({"payers": frame_of(PAYERS, [{"payer": name} for name in ("Beta", "Gamma", "Alpha")])})
    book.save()
    sheet = load_workbook(path)["Payer list"]
    assert [sheet.cell(row, 8).value for row in (5, 6, 7)] == ["Bob & Co", "Cy", "Ann"]
    assert open_book(path).read("payers")["payer"].tolist() == ["Beta", "Gamma", "Alpha"]


def test_settings(tmp_path: Path) -> None:
    path = build(tmp_path / "b.xlsm", as_of=date(2026, 6, 30))
    book = open_book(path)
    assert (book.setting("AsOf"), book.setting("windowdays")) == (date(2026, 6, 30), 90)
    book.set_setting("AsOf", date(2026, 7, 31))
    book.set_setting("WindowDays", 30)
    assert book.setting("AsOf") == date(2026, 7, 31)
    book.save()
    again = open_book(path)
    assert (again.setting("AsOf"), again.setting("WindowDays")) == (date(2026, 7, 31), 30)
    assert load_workbook(path)["Settings"]["B2"].number_format == "mm/dd/yyyy"
    with pytest.raises(BookError, match="NoSuch"):
        again.setting("NoSuch")


def test_bad_cells_are_problems_with_their_place(tmp_path: Path) -> None:
    def bad(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_string("C5", "soon")
        sheet.write_formula("F6", "=1/0", None, "#DIV/0!")

    old = frame_of(PAYMENTS, [payment("1", 1), payment("2", 2)])
    book = open_book(build(tmp_path / "b.xlsm", {"payments": old}, tweak={"payments": bad}))
    book.read("payments")
    found = {(problem.file, problem.line, problem.column, problem.value) for problem in book.problems}
    assert ("Sheet Payments", 5, "Posted", "soon") in found
    assert ("Sheet Payments", 6, "Amount", "#DIV/0!") in found


def spoilt_payers(path: Path, *rows: int) -> Path:
    """The payer list with a bad cell in the column Timely filing of these rows."""
    payer_book(path)
    name = sheet_part(path, "Payer list")
    content = part(path, name)
    for row in rows:
        content, times = re.subn(
            rb'(<c r="E%d"[^>]*?)><v>\d+</v>' % row, rb'\1 t="inlineStr"><is><t>soon</t></is>', content
        )
        assert times == 1
    replace_part(path, name, content)
    return path


@pytest.mark.parametrize("spoilt", [(5,), (6,), (7,), (5, 6, 7)])
@pytest.mark.parametrize("count", [0, 1, 2, 12])
def test_a_row_that_cannot_be_read_stays_as_it_is(tmp_path: Path, spoilt: tuple[int, ...], count: int) -> None:
    path = spoilt_payers(tmp_path / "b.xlsm", *spoilt)
    contacts = {5: "Ann", 6: "Bob & Co", 7: "Cy"}
    names = {5: "Alpha", 6: "Beta", 7: "Gamma"}
    rows = [{"payer": f"New {number}"} for number in range(count)]
    for _ in range(2):
        book = open_book(path)
        assert "soon" not in str(book.read("payers"))
        assert {(each.file, each.column, each.value) for each in book.problems} == {
            ("Sheet Payer list", "Timely filing (days)", "soon")
        }
        book.write({"payers": frame_of(PAYERS, rows[:1])})
        book.write({"payers": frame_of(PAYERS, rows)})
        book.save()
        sheet = load_workbook(path)["Payer list"]
        last = 4 + count + len(spoilt)
        found = [[sheet.cell(row, column).value for column in (1, 5, 8, 9)] for row in range(5, last + 1)]
        assert [row[0] for row in found[:count]] == [row["payer"] for row in rows]
        assert found[count:] == [
            [names[row], "soon", contacts[row], f"=E{5 + count + place}/7"] for place, row in enumerate(spoilt)
        ]
        assert sheet.tables["tblPayers"].ref.endswith(str(last))
        assert open_book(path).read("payers")["payer"].tolist() == [row["payer"] for row in rows]


@pytest.mark.parametrize(
    ("name", "row", "said"),
    [
        ("payments", {"payer": "x" * 40_000}, "32,767|40,000"),
        ("problems", {"problem": "p", "line": 2**40}, None),
        ("benchmarks", {"good": float("inf")}, "inf"),
    ],
)
def test_what_no_cell_can_hold(tmp_path: Path, name: str, row: dict[str, Any], said: str | None) -> None:
    table = TABLES[name]
    path = build(tmp_path / "b.xlsm")
    before = path.read_bytes()
    book = open_book(path)
    if said is None:
        book.write({name: frame_of(table, [row | {"severity": "note", "advice": "a"}])})
        book.save()
        assert open_book(path).read(name)["line"].tolist() == [2**40]
        return
    with pytest.raises(BookError, match=said):
        book.write({name: frame_of(table, [row])})
    assert path.read_bytes() == before


def test_too_many_rows_for_a_sheet(tmp_path: Path) -> None:
    book = open_book(build(tmp_path / "b.xlsm"))
    frame = pd.DataFrame({column.name: np.zeros(1_048_576, dtype="int8") for column in PROBLEMS})
    with pytest.raises(BookError, match="do not fit"):
        book.write({"problems": frame})


def test_a_missing_table_column_or_a_totals_row_is_refused(tmp_path: Path) -> None:
    path = build(tmp_path / "b.xlsm", only=("payers",))
    with pytest.raises(BookError, match="tblCharges"):
        open_book(path).read("charges")
    table = part(path, "xl/tables/table1.xml")
    _with_part(path, "xl/tables/table1.xml", table.replace(b'name="Class"', b'name="Kind"'))
    with pytest.raises(BookError, match="Class"):
        open_book(path).write({"payers": empty_frame(PAYERS)})
    _with_part(path, "xl/tables/table1.xml", table.replace(b'totalsRowShown="0"', b'totalsRowCount="1"'))
    with pytest.raises(BookError, match="totals row"):
        open_book(path).write({"payers": empty_frame(PAYERS)})


def test_a_sheet_that_excel_wrote_by_its_habits(tmp_path: Path) -> None:
    """Row attributes, an order of sorting and a calculation chain, as Excel leaves them."""
    old = frame_of(CHARGES, [{"claim_id": "1", "amount": 1}, {"claim_id": "2"}])
    path = build(tmp_path / "b.xlsm", {"charges": old}, only=("charges",))
    sheet = part(path, "xl/worksheets/sheet1.xml")
    tall = sheet.replace(b'<row r="6" ', b'<row r="6" ht="40" customHeight="1" hidden="1" ')
    _with_part(path, "xl/worksheets/sheet1.xml", tall)
    table = part(path, "xl/tables/table1.xml")
    sorted_table = table.replace(
        b"</tableColumns>", b'</tableColumns><sortState ref="A5:T6"><sortCondition ref="A5"/></sortState>'
    )
    _with_part(path, "xl/tables/table1.xml", sorted_table)
    book = open_book(path)
    book.write({"charges": frame_of(CHARGES, [{"claim_id": str(i)} for i in range(3)])})
    book.save()
    written = part(path, "xl/worksheets/sheet1.xml").decode()
    # The tall row was that of claim 1, which now stands after claim 0.
    assert '<row r="7" ht="40" customHeight="1">' in written
    assert 'hidden="1"' not in written
    assert b"sortState" not in part(path, "xl/tables/table1.xml")


def test_excels_list_of_formula_cells_goes_when_they_move(tmp_path: Path) -> None:
    path = payer_book(tmp_path / "b.xlsm")
    _with_part(path, "xl/calcChain.xml", b'<calcChain><c r="I5" i="1"/></calcChain>')
    types, rels = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
    override = b'<Override PartName="/xl/calcChain.xml" ContentType="application/x"/></Types>'
    link = b'<Relationship Id="rId99" Type="http://x/calcChain" Target="calcChain.xml"/></Relationships>'
    plain = part(path, types), part(path, rels)
    _with_part(path, types, plain[0].replace(b"</Types>", override))
    _with_part(path, rels, plain[1].replace(b"</Relationships>", link))
    book = open_book(path)
    book.write({"payers": frame_of(PAYERS, [{"payer": "Gamma"}])})
    book.save()
    assert "xl/calcChain.xml" not in raw_entries(path)
    assert (part(path, types), part(path, rels)) == plain


def _with_part(path: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(path) as source:
        parts = {info.filename: source.read(info) for info in source.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for part_name, data in (parts | {name: content}).items():
            target.writestr(part_name, data)
