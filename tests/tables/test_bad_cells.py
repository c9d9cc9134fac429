"""A bad cell never stops a table from being read: it is left empty, and named with its row and column."""

from datetime import date, datetime, time, timedelta

import pytest

from medoffice_xl.tables import CHARGES, frame_from_cells

GOOD = {
    "Claim": "C1",
    "Line": "1",
    "Date of service": date(2026, 3, 2),
    "Payer": "Acme",
    "Code": "G0438",
    "Charge": 5.0,
}


@pytest.mark.parametrize("cell", [time(0, 0), timedelta(days=1), "soon", "#N/A", True, float("nan")])
@pytest.mark.parametrize("heading", ["Posted", "Charge", "Units", "Date of service"])
def test_the_rest_is_read(heading, cell):
    rows = [GOOD | {heading: cell}, GOOD | {"Claim": "C2"}]
    header = list(dict.fromkeys([*GOOD, heading]))
    frame, problems = frame_from_cells(CHARGES, header, [[row.get(name) for name in header] for row in rows])
    assert frame["claim_id"].tolist() == ["C1", "C2"]
    assert [(each.line, each.column) for each in problems] == [(2, heading)]


def test_a_null_date_as_a_spreadsheet_hands_it_over():
    # 12/30/1899 is serial number 0, which readers of workbooks give as a time of day
    frame, _ = frame_from_cells(CHARGES, [*GOOD, "Posted"], [[*GOOD.values(), time(0, 0)]])
    assert frame["post_date"].isna().all()
    assert frame["dos"].tolist() == [datetime(2026, 3, 2)]
