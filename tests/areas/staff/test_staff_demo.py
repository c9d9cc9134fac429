"""The invented practice's staff: paid what the ledger says, with things worth finding."""

from collections import Counter
from datetime import date

import pandas as pd
import pytest

from medoffice_xl.areas.staff.demo import demo, personnel
from medoffice_xl.areas.staff.due_soon import due_soon
from medoffice_xl.areas.staff.personnel_files import missing_papers
from medoffice_xl.areas.staff.staff_months import staff_months
from medoffice_xl.areas.staff.turnover import Leave, turnover
from medoffice_xl.areas.staff.vacancies import vacancy_list
from medoffice_xl.book.personnel import read_personnel
from medoffice_xl.build.personnel import cells_of_personnel, personnel_workbook
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.demo import two_years
from medoffice_xl.demo.files import write_practice
from medoffice_xl.demo.overhead import A_PHYSICIAN, A_VISIT
from medoffice_xl.demo.payroll import ASSISTANT_WAGE, CLINICAL_ACCOUNT, DESK_ACCOUNT, checks_of, staff_of
from medoffice_xl.readers.recognise import read_file
from medoffice_xl.tables import HOURS


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    return write_practice(tmp_path_factory.mktemp("practice"), doctors=3, months=13, seed=835).practice


@pytest.fixture(scope="module")
def tables(practice):
    part = demo(practice)
    return {**part.tables, **read_file(*part.files).tables}


def test_pay_is_what_the_ledger_has_for_it_to_the_cent(practice):
    a_visit = {account: cents for account, _, cents in A_VISIT}[CLINICAL_ACCOUNT]
    fixed = {account: cents for account, _, cents in A_PHYSICIAN}[DESK_ACCOUNT]
    visits = two_years.visits(practice)
    seen = Counter(claim.dos.replace(day=1) for claim in practice.claims)
    assert {month: visits[month] for month in seen} == seen
    paid: Counter[tuple[str, date]] = Counter()
    for check in checks_of(practice, staff_of(practice)):
        paid[check.employee.account, check.first.replace(day=1)] += check.cents
    assert {month for _, month in paid} == set(visits)
    assert len(visits) == 24
    for (account, month), cents in paid.items():
        assert cents == (visits[month] * a_visit if account == CLINICAL_ACCOUNT else practice.doctors * fixed)


def test_hours_are_what_the_pay_buys(practice):
    """Wage × (regular + 1.5 × overtime + leave), to half an hour's wage a paycheck: hours are in quarters."""
    for check in checks_of(practice, staff_of(practice)):
        bought = check.employee.wage * (check.regular + 1.5 * check.overtime + check.leave)
        assert abs(bought - check.cents) <= ASSISTANT_WAGE


def test_what_is_hidden_is_found(practice, tables):
    last = practice.last_day
    judged = Thresholds().on(last)
    leavers = turnover(tables["employees"], last, 365, "front office", Leave.VOLUNTARY, judged)
    assert leavers.parts[0].value == 2
    assert leavers.value > 0.4
    assert len(vacancy_list(tables["vacancies"], last, 40).body) == 1
    assert staff_months(tables["employees"], tables["hours"], last, 13, "support", judged).notes
    due = [(row[3], row[6]) for row in due_soon(tables["employees"], last, 0, judged).body]
    assert due == [
        ("Review", "late"),
        ("CPR course", "late"),
        ("DEA registration", "within 30 days"),
        ("License", "within 30 days"),
    ]


def test_hours_come_in_and_pay_does_not(practice, tables):
    """Every paycheck's hours, and no column of money."""
    checks = checks_of(practice, staff_of(practice))
    assert tables["hours"]["regular"].sum() == sum(check.regular for check in checks)
    assert list(tables["hours"].columns) == HOURS.names


def test_pay_totals_are_the_ledgers_and_hide_the_one_nurse(practice, tables):
    """What the totals of a month come to is what the two accounts have; no role of fewer than three stands alone."""
    totals = tables["pay_totals"]
    by_month: Counter[pd.Timestamp] = Counter()
    for check in checks_of(practice, staff_of(practice)):
        by_month[pd.Timestamp(check.first.replace(day=1))] += check.cents
    assert totals.groupby("month")["pay"].sum().to_dict() == by_month
    assert totals["people"].min() >= 3
    assert "Licensed practical nurse" not in set(totals["role"])


def test_one_paper_is_missing_in_the_personnel_workbook(practice, tmp_path):
    path = tmp_path / "Personnel.xlsm"
    path.write_bytes(personnel_workbook(cells_of_personnel(personnel(practice))))
    found = read_personnel(path, lambda: "").tables
    missing = missing_papers(found["people"], found["file_items"], found["file_checklist"])
    assert missing == [("D01", ["Confidentiality agreement"])]
    assert found["pay"]["gross"].sum() == sum(check.cents for check in checks_of(practice, staff_of(practice)))


def test_the_demo_is_the_same_each_time(practice, tables):
    before = demo(practice).files[0].read_bytes()
    again = demo(practice)
    assert again.files[0].read_bytes() == before
    for name, frame in again.tables.items():
        pd.testing.assert_frame_equal(frame, tables[name])
