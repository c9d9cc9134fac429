"""The workbook recalculated with no Excel; every expected figure is worked out by hand beside it."""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook
from small_book import build, frame_of, part, raw_entries, sheet_part
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from medoffice_xl.book import open_book
from medoffice_xl.cells import CATALOGUE, CellFunction
from medoffice_xl.cells.arguments import Argument, Takes
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.hosts.headless import explain_cell, refresh
from medoffice_xl.hosts.headless.questions import answers
from medoffice_xl.tables import CHARGES, PAYMENTS, Kind

pytestmark = pytest.mark.whole

SHEET = "Owner's A, R"
CELL = "'Owner''s A, R'!"

# Thirty days of $20,000 charges are $600,000; $900,000 of older charges are $1,500,000 in all. $600,000 is paid.
# A/R is 900,000; days over the 30-day window are 900,000 / (600,000 / 30) = 45.


def charge(claim: str, month: int, day: int, payer: str, cents: int) -> dict[str, Any]:
    when = pd.Timestamp(2026, month, day)
    return {"claim_id": claim, "line_id": "1", "dos": when, "post_date": when, "payer": payer, MONEY: cents}


MONEY = next(column.name for column in CHARGES if column.kind is Kind.MONEY and column.required)
DAILY = [charge(f"D{day:02d}", 6, day, "Alpha, Health", 20_000_00) for day in range(1, 31)]
OLD = [charge("OLD", 1, 5, "Beta", 900_000_00)]
PAID = [
    {
        "claim_id": "OLD",
        "line_id": "1",
        "post_date": pd.Timestamp(2026, 5, 1),
        "payer": "Beta",
        "kind": "insurance payment",
        "amount": 600_000_00,
        "source": "PM",
    }
]


def practice() -> dict[str, pd.DataFrame]:
    return {"charges": frame_of(CHARGES, DAILY + OLD), "payments": frame_of(PAYMENTS, PAID)}


def formulas(**cells: str) -> Any:
    """A filler of the formula sheet: our functions and spills as dynamic arrays, others plain."""

    def fill(book: Workbook, sheet: Worksheet) -> None:
        money = book.add_format({"num_format": "0.00"})
        for address, formula in cells.items():
            if formula.startswith("{"):
                area = f"{address}:{address}"
                sheet.write_dynamic_array_formula(area, formula[1:-1], money, 999)
            else:
                sheet.write_formula(address, formula, money, 999)

    return fill


def shown(path: Path, *addresses: str) -> list[Any]:
    """What the file stores in these cells, as another program reads it."""
    sheet = load_workbook(path, data_only=True)[SHEET]
    return [sheet[address].value for address in addresses]


def test_figures_names_native_formulas_and_nesting(tmp_path: Path) -> None:
    path = build(
        tmp_path / "b.xlsm",
        practice(),
        calc=formulas(
            A1="{=AR_TOTAL(Practice,AsOf)}",
            A2="{=AR_DAYS(Practice,AsOf,30)}",
            A3="=A2*2",
            A4='=IF(A2>AR_DAYS(Practice,AsOf,30)-1,"over "&TEXT(A2,"0"),"x")',
            A5="=SUM(tblPayments[Amount])",
            A6="=ROWS(tblCharges)",
            A7='=SUMIFS(tblPayments[Amount],tblPayments[From],"Beta")',
            A8="=TODAY()",
            A9="=WindowDays+1",
        ),
    )
    refreshed = refresh(path, today=date(2026, 7, 1))
    assert refreshed.errors == ()
    assert shown(path, "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A9") == [
        900_000, 45, 90, "over 45", 600_000, 31, 600_000, 91,
    ]  # fmt: skip
    assert refreshed.figures[f"{CELL}A8"] == 46_204  # 1 July 2026 as Excel counts days
    assert refreshed.figures["Handles!B1"].startswith("charges 31 rows #")


def test_an_argument_left_out_is_the_default_and_not_zero(tmp_path: Path) -> None:
    calc = formulas(A1='{=AR_DAYS(Practice,AsOf,,"gross")}', A2='{=AR_DAYS(Practice,AsOf,90,"gross")}')
    path = build(tmp_path / "b.xlsm", practice(), calc=calc)
    assert refresh(path).errors == ()
    assert shown(path, "A1")[0] == pytest.approx(shown(path, "A2")[0])


def test_a_spill_grows_shrinks_and_leaves_its_neighbours_alone(tmp_path: Path) -> None:
    def calc(book: Workbook, sheet: Worksheet) -> None:
        bold = book.add_format({"bold": True})
        sheet.write_dynamic_array_formula("A1:C9", "=PAYER_MIX(Practice,AsOf,365)", bold, "old")
        for row in range(9):
            for column in range(3):
                if (row, column) != (0, 0):
                    sheet.write_string(row, column, "old", bold)
        sheet.write_string("K2", "note")
        sheet.write_dynamic_array_formula("A12:A12", "=_xlfn._xlws.SORT(_xlfn.UNIQUE(tblCharges[Payer]))", None, 0)
        sheet.write_formula("E12", "=ROWS(_xlfn.ANCHORARRAY(A12))", None, 0)

    path = build(tmp_path / "b.xlsm", practice(), calc=calc)
    assert refresh(path).errors == ()
    # A heading, two payers and the total are four rows; what stood below them is gone.
    first = shown(path, "A1", "A2", "A3", "A4", "A5", "A9", "B9", "K2")
    assert "old" not in first
    assert {first[1], first[2]} == {"Alpha, Health", "Beta"}
    assert first[4:] == [None, None, None, "note"]
    assert shown(path, "A12", "A13", "A14", "E12") == ["Alpha, Health", "Beta", None, 2]
    xml = part(path, sheet_part(path, SHEET)).decode()
    assert 'ref="A12:A13"' in xml
    assert 'ref="A1:' in xml and ':C9"' not in xml

    book = open_book(path)
    book.write({"charges": frame_of(CHARGES, [*DAILY, *OLD, OLD[0] | {"claim_id": "N", "payer": "Gamma"}])})
    book.save()
    assert refresh(path).errors == ()
    assert shown(path, "A12", "A13", "A14", "A15", "E12") == ["Alpha, Health", "Beta", "Gamma", None, 3]


def test_a_blocked_spill_is_an_error_and_covers_nothing(tmp_path: Path) -> None:
    def calc(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_dynamic_array_formula("A1:A1", "=_xlfn.UNIQUE(tblCharges[Payer])", None, 0)
        sheet.write_string("A2", "in the way")

    path = build(tmp_path / "b.xlsm", practice(), calc=calc)
    (failure,) = refresh(path).errors
    assert (failure.cell, failure.code) == (f"{CELL}A1", "#SPILL!")
    assert "Clear the cells" in failure.reason
    assert shown(path, "A1", "A2") == ["#VALUE!", "in the way"]


def test_why_gives_the_reason_of_the_root_cell(tmp_path: Path) -> None:
    path = build(
        tmp_path / "b.xlsm",
        practice(),
        calc=formulas(
            A1="{=AR_DAYS(Practice,DATE(2020,1,1),30)}",  # nothing was charged so early
            A2="=A1*2",
            A3="=SUM(A1:A2)",
            A4="{=AR_DAYS(Practice,A3,30)}",
            A5='{=AR_DAYS(Practice,"never",30)}',
            A6="=1/0",
            A7="=NO_SUCH(1)",
            A8="=IFERROR(A1,7)",
            B1="{=WHY(A1)}",
            B2="{=WHY($A$2)}",
            B3=f"{{=WHY({CELL}A3)}}",
            B4="{=WHY(A4)}",
            B5="{=WHY(A5)}",
            B6="{=WHY(A6)}",
            B8="{=WHY(A8)}",
            C1='=IF(WHY(A1)="","fine","look: "&WHY(A1))',
            C2="{=WHY(AsOf)}",
        ),
    )
    refreshed = refresh(path)
    assert shown(path, "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8") == [
        "#N/A", "#N/A", "#N/A", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", 7,
    ]  # fmt: skip
    reason = shown(path, "B1")[0]
    assert "2020" in reason or "charged" in reason
    assert shown(path, "B2", "B3", "B4", "C1") == [reason, reason, reason, f"look: {reason}"]
    assert "never" in shown(path, "B5")[0]
    assert "zero" in shown(path, "B6")[0]
    assert shown(path, "B8", "C2") == [None, None]
    by_cell = {failure.cell: failure for failure in refreshed.errors}
    assert set(by_cell) == {f"{CELL}A{row}" for row in range(1, 8)}
    assert by_cell[f"{CELL}A4"].reason == reason
    assert "not known without Excel" in by_cell[f"{CELL}A7"].reason


@pytest.mark.parametrize(
    "formula", ["=NO_SUCH(1)+1", "=CUBEVALUE(1)", "=A1", "=GETPIVOTDATA(1,B1)", "=SUM(B1:", "=tblCharges[Payer]"]
)
def test_what_cannot_be_computed_never_keeps_its_former_value(tmp_path: Path, formula: str) -> None:
    path = build(tmp_path / "b.xlsm", practice(), calc=formulas(A1=formula))
    (failure,) = refresh(path).errors
    assert shown(path, "A1") != [999]
    assert str(shown(path, "A1")[0]).startswith("#")
    assert failure.cell == f"{CELL}A1"
    assert failure.reason


def test_names_that_are_more_than_a_cell(tmp_path: Path) -> None:
    def calc(book: Workbook, sheet: Worksheet) -> None:
        book.define_name("AllPayments", "=tblPayments[#All]")
        book.define_name("Twice", "=2*WindowDays")
        sheet.write_formula("A1", "=ROWS(AllPayments)", None, 999)
        sheet.write_formula("A2", "=Twice+1", None, 999)
        sheet.write_dynamic_array_formula("A3:A3", '=LOAD_TABLE("payments",AllPayments)', None, "")

    path = build(tmp_path / "b.xlsm", practice(), calc=calc)
    assert refresh(path).errors == ()
    assert shown(path, "A1", "A2") == [2, 181]
    assert shown(path, "A3")[0].startswith("payments 1 rows #")


def test_a_users_calculated_column_and_filled_down_formulas(tmp_path: Path) -> None:
    def beside(book: Workbook, sheet: Worksheet) -> None:
        for row in (5, 6):
            sheet.write_formula(f"M{row}", f"=tblPayments[[#This Row],[Amount]]/{row}", None, 999)

    path = build(tmp_path / "b.xlsm", {"payments": frame_of(PAYMENTS, PAID)}, tweak={"payments": beside})
    failures = refresh(path).errors
    sheet = load_workbook(path, data_only=True)["Payments"]
    assert sheet["M5"].value == 120_000  # 600,000 / 5
    assert [failure.cell for failure in failures] == ["Payments!M6"]  # there is no row 6 in the table


def test_everything_else_in_the_file_stays_byte_for_byte(tmp_path: Path) -> None:
    path = build(tmp_path / "b.xlsm", practice(), calc=formulas(A1="{=AR_TOTAL(Practice,AsOf)}", A2="=1+1"))
    before = raw_entries(path)
    refresh(path)
    after = raw_entries(path)
    assert list(after) == list(before)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {sheet_part(path, SHEET), sheet_part(path, "Handles")}
    # In the patched sheet the formulas, styles and everything around the values are the same too.
    refresh(path)
    assert raw_entries(path) == after


def test_explain_cell(tmp_path: Path) -> None:
    calc = formulas(A1="=ROUND(AR_DAYS(Practice,AsOf,30),1)", A2="=1+1")
    path = build(tmp_path / "b.xlsm", practice(), calc=calc)
    rows = explain_cell(path, f"{CELL}A1")
    assert rows[0][1:] == [pytest.approx(45), "days"]
    with pytest.raises(NoData):
        explain_cell(path, f"{CELL}A2")
    with pytest.raises(BadArgument):
        explain_cell(path, "A1:B2")
    with pytest.raises(BadArgument):
        explain_cell(path, "Nowhere!A1")


@pytest.fixture
def probe(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """A function PROBE of two arguments that notes what it is asked; asked about "fault" it breaks."""
    asked: list[tuple[Any, ...]] = []

    def compute(first: Any, second: Any = None) -> Any:
        asked.append((first, second))
        if first == "fault":
            raise KeyError("Jane Doe")
        return [[first, None], [date(2026, 6, 30), float("nan")]] if first == "block" else 1.0

    arguments = tuple(Argument(name, "", Takes.ANY, True) for name in ("first", "second"))
    function = CellFunction("PROBE", "Test", "", "", arguments, False, __name__, compute)
    monkeypatch.setitem(CATALOGUE, "PROBE", function)
    return asked


@pytest.mark.usefixtures("probe")
def test_a_fault_stops_only_its_own_cell_and_tells_no_data(tmp_path: Path) -> None:
    path = build(tmp_path / "b.xlsm", calc=formulas(A1='{=PROBE("fault")}', A2="{=PROBE(2)}"))
    (failure,) = refresh(path).errors
    assert shown(path, "A1", "A2") == ["#VALUE!", 1]
    assert failure.reason == "PROBE failed (KeyError). This is a fault of medoffice_xl; report it."


@pytest.mark.usefixtures("probe")
def test_a_block_holds_blanks_days_and_errors(tmp_path: Path) -> None:
    path = build(tmp_path / "b.xlsm", calc=formulas(A1='{=PROBE("block")}'))
    refresh(path)
    # An empty cell of a block is blank, not 0; 30 June 2026 is day 46,203; what is no number is an error.
    assert shown(path, "A1", "B1", "A2", "B2") == ["block", "", 46_203, "#NUM!"]


def test_progress_is_told(tmp_path: Path) -> None:
    said: list[str] = []
    refresh(build(tmp_path / "b.xlsm"), progress=said.append)
    assert said[0] == "Reading the workbook"
    assert said[-1] == "Saving"


def test_a_table_read_past_the_engine_is_the_one_that_the_engine_holds(tmp_path: Path) -> None:
    frames = practice()
    frames["charges"]["units"] = [1.5, *[float("nan")] * 30]
    path = build(tmp_path / "b.xlsm", frames, calc=formulas(A1="{=AR_TOTAL(Practice,AsOf)}"))
    past = answers(path, ["Charges", "AR_TOTAL(Practice,AsOf)"])
    held = answers(path, ["Charges", "AR_TOTAL(Practice,AsOf)", "ROWS(tblCharges)", "COUNTA(Charges!A:A)"])
    assert [each.rows for each in past] == [each.rows for each in held[:2]]
    assert past[0].rows[0][0].startswith("charges 31 rows #")
    assert held[2].rows == [[31]]


def test_a_sheet_that_only_a_question_looks_at_is_there_for_it(tmp_path: Path) -> None:
    path = build(tmp_path / "b.xlsm", practice(), calc=formulas(A1="{=AR_TOTAL(Practice,AsOf)}"))
    assert answers(path, ["SUM(tblPayments[Amount])"])[0].rows == [[600_000]]


@pytest.mark.parametrize("looks", ["=1+1", "=SUM(tblPayments[Amount])"], ids=["read past the engine", "handed to it"])
def test_rows_that_cannot_be_read_are_told(tmp_path: Path, looks: str) -> None:
    """A word where an amount should be: the row counts nowhere, and the refresh says which cell it is."""

    def broken(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_string(4, PAYMENTS.names.index("amount"), "six hundred")

    path = build(tmp_path / "b.xlsm", practice(), calc=formulas(A1=looks), tweak={"payments": broken})
    refreshed = refresh(path)
    assert [(each.line, each.column, each.value) for each in refreshed.unread] == [(5, "Amount", "six hundred")]
    assert refreshed.figures["Handles!B2"].startswith("payments 0 rows, 1 left out #")
    assert refresh(build(tmp_path / "whole.xlsm", practice())).unread == ()
