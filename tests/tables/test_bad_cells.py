"""A bad cell never stops a table from being read: its row is left out, and named with the column."""

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


BAD = [time(0, 0), timedelta(days=1), "soon", "#N/A", True, float("nan"), 1e300, datetime(1753, 1, 1)]


@pytest.mark.parametrize("cell", BAD)
@pytest.mark.parametrize("heading", ["Posted", "Charge", "Units", "Date of service"])
def test_the_rest_is_read(heading, cell):
    rows = [GOOD | {heading: cell}, GOOD | {"Claim": "C2"}]
    header = list(dict.fromkeys([*GOOD, heading]))
    frame, problems = frame_from_cells(CHARGES, header, [[row.get(name) for name in header] for row in rows])
    assert frame["claim_id"].tolist() == ["C2"]
    assert [(each.line, each.column) for each in problems] == [(2, heading)]
