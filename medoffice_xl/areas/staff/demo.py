"""The invented practice's staff: a front desk that people leave, overtime that creeps up, papers that run out."""

import csv
import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd

from medoffice_xl.areas.staff import demo_personnel as in_person
from medoffice_xl.areas.staff.pay_totals import pay_totals
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.demo.hidden import Hidden
from medoffice_xl.demo.invented import DemoPart, InventedPractice
from medoffice_xl.demo.payroll import DESK, NURSE, SECOND_LEFT, Employee, checks_of, friday, staff_of
from medoffice_xl.demo.practice import physicians
from medoffice_xl.demo.typed import typed
from medoffice_xl.ledger.calendar_months import months_on
from medoffice_xl.tables import PAY_TOTALS, STAFF, VACANCIES
from medoffice_xl.tables.personnel import FILE_CHECKLIST, PAY, PEOPLE, REVIEWS
from medoffice_xl.tables.staff import CLINICAL, FRONT, PHYSICIAN

SESSIONS = 12.0
"""Hours a week in which a physician of the practice sees patients."""

DEA_IN, LICENSE_IN, CPR_AGO, REVIEW_AGO = 21, 24, 12, 75
"""Days from the last day to what runs out, and since what has run out."""

REGISTER_HEADER = (
    "Employee ID", "Title", "Period Beginning", "Period Ending", "Check date", "Regular hours", "O/T Hours",
    "PTO Hours", "Gross",
)  # fmt: skip

_Row = dict[str, Any]


def demo(practice: InventedPractice) -> DemoPart:
    """Staff, payroll's register with what the ledger has for it, and an open place."""
    last = practice.last_day
    staff = staff_of(practice)
    kept = personnel(practice)
    desk_left = friday(last - timedelta(days=SECOND_LEFT))
    return DemoPart(
        files=(_register(practice, staff),),
        tables={
            STAFF.name: typed(STAFF, [*_physicians(practice), *_employees(practice, staff)]),
            PAY_TOTALS.name: pay_totals(kept[PEOPLE.name], kept[PAY.name], Thresholds().on(last))[0],
            VACANCIES.name: typed(VACANCIES, [
                {"vacancy": "Front desk, mornings", "role": DESK, "kind": FRONT, "weekly_hours": 28.0,
                 "opened": desk_left + timedelta(days=1)},
            ]),
        },
        hidden=(
            Hidden("Two people left the front desk of their own will within a year, and one place is still open.",
                   "Staffing"),
            Hidden("Overtime of the support staff creeps up month by month since the spring.", "Staffing"),
            Hidden(f"A physician's DEA registration runs out on {last + timedelta(days=DEA_IN):%m/%d/%Y}, a nurse's "
                   f"license on {last + timedelta(days=LICENSE_IN):%m/%d/%Y}.", "Staffing"),
            Hidden("An assistant's CPR card ran out two weeks ago, and a review at the desk is long overdue.",
                   "Staffing"),
            Hidden("A confidentiality agreement is missing in one personnel file.", "medoffice personnel"),
        ),
    )  # fmt: skip


def personnel(practice: InventedPractice) -> Mapping[str, pd.DataFrame]:
    """What the practice's Personnel workbook holds, by table."""
    staff = staff_of(practice)
    reviewed = {row["employee"]: row["review_on"] for row in _employees(practice, staff) if row["review_on"]}
    return {
        PEOPLE.name: in_person.people(staff, practice.chance("personnel")),
        PAY.name: in_person.pay(checks_of(practice, staff)),
        REVIEWS.name: in_person.reviews(staff, reviewed),
        FILE_CHECKLIST.name: in_person.papers(staff),
    }


def _initials(chance: random.Random) -> str:
    return "".join(chance.choice("ABCDEFGHJKLMNPRSTW") for _ in range(2))


def _register(practice: InventedPractice, staff: Sequence[Employee]) -> Path:
    """Payroll's register, as its service exports it: with pay, which the workbook leaves aside."""
    path = practice.folder / "payroll register.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(REGISTER_HEADER)
        for check in checks_of(practice, staff):
            days = (f"{day:%m/%d/%Y}" for day in (check.first, check.last, check.payday))
            hours = (f"{each:.2f}" for each in (check.regular, check.overtime, check.leave))
            writer.writerow((check.employee.code, check.employee.role, *days, *hours, f"{check.cents / 100:.2f}"))
    return path


def _physicians(practice: InventedPractice) -> list[_Row]:
    last, chance = practice.last_day, practice.chance("physicians")
    rows: list[_Row] = []
    for number, _ in enumerate(physicians(practice.doctors), start=1):
        hired = last - timedelta(days=chance.randrange(1_500, 6_000))
        rows.append({
            "employee": f"P{number:02d}", "known_as": _initials(chance), "role": "Physician", "kind": PHYSICIAN,
            "hired": hired, "weekly_hours": SESSIONS, "i9_on": hired,
            "license_until": last + timedelta(days=chance.randrange(150, 700)),
            "dea_since": months_on(last + timedelta(days=chance.randrange(150, 900)), -36),
            "board_until": last + timedelta(days=chance.randrange(200, 2_000)),
            "cme_by": date(last.year + 1, 12, 31),
            "malpractice_until": date(last.year + 1, 1, 31),
            "cpr_on": months_on(last + timedelta(days=chance.randrange(120, 600)), -24),
            "training_on": last - timedelta(days=chance.randrange(30, 200)),
            "review_on": last - timedelta(days=chance.randrange(30, 250)),
        })  # fmt: skip
    rows[-1]["dea_since"] = months_on(last + timedelta(days=DEA_IN), -36)
    return rows


def _employees(practice: InventedPractice, staff: Sequence[Employee]) -> list[_Row]:
    last, chance = practice.last_day, practice.chance("papers")
    weekly = _weekly(practice, staff)
    rows = [
        {
            "employee": one.code, "known_as": _initials(chance), "role": one.role, "kind": one.kind,
            "hired": one.hired, "left": one.left, "leave": one.leave,
            "weekly_hours": weekly[one.account], "manages": "Office manager",
            "i9_on": one.hired + timedelta(days=chance.randrange(3)),
            "training_on": last - timedelta(days=chance.randrange(30, 200)) if one.left is None else None,
            "review_on": last - timedelta(days=chance.randrange(30, 250)) if one.left is None else None,
            "cpr_on": (months_on(last + timedelta(days=chance.randrange(120, 600)), -24)
                       if one.kind == CLINICAL else None),
            "license_until": last + timedelta(days=LICENSE_IN) if one.role == NURSE else None,
        }
        for one in staff
    ]  # fmt: skip
    found = {row["employee"]: row for row in rows}
    found["M01"]["cpr_on"] = months_on(last - timedelta(days=CPR_AGO), -24)
    found["D01"]["review_on"] = months_on(last - timedelta(days=REVIEW_AGO), -12)
    return rows


def _weekly(practice: InventedPractice, staff: Sequence[Employee]) -> Mapping[str, float]:
    """Hours a week agreed, in whole ones: what the last month's pay buys each of an account's people."""
    last = practice.last_day
    paid: defaultdict[str, float] = defaultdict(float)
    for check in checks_of(practice, staff):
        if check.last == last or check.last == last.replace(day=15):
            paid[check.employee.account] += check.regular + check.leave
    heads = Counter(one.account for one in staff if one.left is None)
    return {account: float(round(hours / heads[account] / last.day * 7)) for account, hours in paid.items()}
