"""All tests together: what is not there says so, what is found ties to what the parts say."""

from datetime import date

import pytest

from medoffice_xl.areas.controls.checks import COLUMNS, ControlTest, control_checks, deposits_of, every_check
from medoffice_xl.areas.controls.deposits import undeposited
from medoffice_xl.areas.controls.tables import BANK
from medoffice_xl.errors import NoData
from medoffice_xl.measure import Unit
from medoffice_xl.sets import Tables
from medoffice_xl.tables import REMITTANCES, THRESHOLDS
from tests.small_book import frame_of

AS_OF = date(2026, 6, 30)


def tables(**more):
    bank = frame_of(
        BANK,
        [
            {"posted": date(2026, 3, 2), "amount": -1, "line_id": "a"},
            {"posted": date(2026, 4, 1), "amount": -1, "line_id": "b"},
        ],
    )
    remitted = frame_of(
        REMITTANCES, [{"trace": "7788", "payer": "A", "paid_date": date(2026, 3, 20), "amount": 900, "remittance": "x"}]
    )
    return Tables.of({"bank": bank, "remittances": remitted, **more})


def test_every_test_is_there_and_says_what_it_lacks():
    checks = every_check(Tables.of({}), AS_OF)
    assert {check.test for check in checks} == {*ControlTest}
    assert all(check.not_tested and not check.findings for check in checks)
    body = control_checks(checks).body
    assert len(body) == len(checks)
    assert all(len(row) == len(COLUMNS) and str(row[2]).startswith("Not tested. ") for row in body)


def test_dollars_of_the_list_are_the_figures():
    found = control_checks(every_check(tables(), AS_OF), ControlTest.DEPOSITS)
    money = [column.unit for column in found.columns].index(Unit.MONEY)
    assert [row[money] for row in found.body] == [900]
    assert undeposited(deposits_of(tables(), AS_OF)).value == 900


def test_a_threshold_of_the_sheet_goes_before():
    """The remittance is 12 days older than the bank's last line."""
    row = {
        "name": "Days until money is missed",
        "value": 12,
        "unit": "days",
        "since": date(2026, 1, 1),
        "source": "own",
    }
    assert undeposited(deposits_of(tables(thresholds=frame_of(THRESHOLDS, [row])), AS_OF)).value == 0


def test_words_accuse_nobody():
    said = str(control_checks(every_check(tables(), AS_OF))).casefold()
    assert "to look at" in said
    assert not any(word in said for word in ("fraud", "theft", "stole", "embezzl"))


def test_without_the_bank_there_is_no_figure():
    with pytest.raises(NoData):
        deposits_of(Tables.of({}), AS_OF)
