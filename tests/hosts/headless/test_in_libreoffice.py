"""A refreshed workbook opens in LibreOffice and shows the values that were written back."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from libreoffice_values import as_values, differences, values_of
from small_book import build, frame_of
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from medoffice_xl.book import open_book
from medoffice_xl.hosts.headless import refresh
from medoffice_xl.tables import CHARGES, PAYMENTS

pytestmark = pytest.mark.libreoffice


def _calc(book: Workbook, sheet: Worksheet) -> None:
    native = [
        "=SUM(tblPayments[Amount])",
        '=TEXT(A1,"0.00")&" & <more>"',
        "=1/0",
        "=A1>3",
        "=AsOf+1",
        '=IF(A1=0,"","x")',
    ]
    for row, formula in enumerate(native):
        sheet.write_formula(row, 0, formula, None, 999)
    sheet.write_dynamic_array_formula("C1:C1", "=_xlfn.UNIQUE(tblCharges[Payer])", None, 0)
    sheet.write_dynamic_array_formula("E1:E1", "=PAYER_MIX(Practice,AsOf,365)", None, 0)
    sheet.write_dynamic_array_formula("E20:E20", "=AR_TOTAL(Practice,AsOf)", None, 0)


def test_the_same_values(tmp_path: Path) -> None:
    day = pd.Timestamp(2026, 6, 1)
    charges = [
        {"claim_id": f"{row:04d}", "dos": day, "post_date": day, "payer": payer, "amount": 10_000, "charge": 10_000}
        for row, payer in enumerate(["Alpha & Sons", "Beta", "Alpha & Sons"])
    ]
    payment = {
        "claim_id": "0000",
        "post_date": day,
        "kind": "refund",
        "amount": 12_345,
        "source": "PM",
        "reason": "=1+1",
    }
    path = build(tmp_path / "b.xlsm", calc=_calc)
    book = open_book(path)
    book.write({"charges": frame_of(CHARGES, charges), "payments": frame_of(PAYMENTS, [payment])})
    book.set_setting("AsOf", date(2026, 6, 30))
    book.save()
    failed = {failure.cell for failure in refresh(path).errors}
    assert failed == {"'Owner''s A, R'!A3"}  # 1/0, as it should

    (tmp_path / "formulas").mkdir()
    assert differences(path, tmp_path / "formulas") == []
    (tmp_path / "values").mkdir()
    plain = as_values(path, tmp_path / "plain.xlsx")
    assert differences(plain, tmp_path / "values") == []
    stored = values_of(path)["Owner's A, R"]
    assert (stored["A1"], stored["A2"], stored["C2"]) == (123.45, "123.45 & <more>", "Beta")
    assert stored["A5"] == 46_204  # 30 June 2026 is day 46,203
