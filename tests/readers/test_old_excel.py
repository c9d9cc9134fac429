"""A charge export as an Excel workbook of before 2007 (BIFF): texts, numbers and days as they are stored there."""

import struct
from datetime import date

from hostile_workbooks import record, xls

from medoffice_xl.readers.recognise import read_file


def text(row: int, column: int, said: str) -> bytes:
    plain = said.encode("latin-1")
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(plain), 0) + plain)


def number(row: int, column: int, value: float) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


HEADINGS = ["Claim ID", "DOS", "Payer", "Code", "Mod 1", "Charge", "Ins Paid"]
ROWS = [["1001", 46031.0, "Acme", "G0438", "25", 150.0, 93.6], ["1002", 46032.0, "Beta", "G0439", "", 1234.5, None]]


def test_it_is_read_like_any_export(tmp_path):
    cells = [text(0, place, heading) for place, heading in enumerate(HEADINGS)]
    for row, values in enumerate(ROWS, 1):
        for place, value in enumerate(values):
            if isinstance(value, float):
                cells.append(number(row, place, value))
            elif value:
                cells.append(text(row, place, value))
    path = tmp_path / "charges.xls"
    path.write_bytes(xls(b"".join(cells)))
    reading = read_file(path, today=date(2026, 12, 1))
    names = ["claim_id", "payer", "code", "mod1", "charge"]
    assert reading.tables["charges"][names].values.tolist() == [
        ["1001", "Acme", "G0438", "25", 15000],
        ["1002", "Beta", "G0439", "", 123450],
    ]
    # day 46031 of a spreadsheet is 46031 - 46023 = 8 days after 01/01/2026
    assert reading.tables["charges"]["dos"].dt.strftime("%m/%d/%Y").tolist() == ["01/09/2026", "01/10/2026"]
    assert reading.tables["payments"]["amount"].tolist() == [9360]
