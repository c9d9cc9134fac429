"""The invented practice's Personnel workbook: people, their pay as the ledger has it, and a paper that is missing."""

from collections.abc import Mapping, Sequence
from datetime import date
from random import Random

import pandas as pd

from medoffice_xl.demo.payroll import Employee, Paycheck
from medoffice_xl.demo.practice import SURNAMES
from medoffice_xl.demo.typed import typed
from medoffice_xl.tables.personnel import BEGINS_WITH, FILE_CHECKLIST, PAY, PEOPLE, REVIEWS

FIRST_NAMES = ("Ada", "Ben", "Cleo", "Dov", "Eva", "Finn", "Gus", "Hana", "Iris", "Jon", "Kira", "Leo", "Mia", "Ned")
EMPLOYERS_TAX = 765
"""Per ten thousand of the pay: social security and Medicare."""

MISSING = ("D01", "Confidentiality agreement")
"""The paper that is not in its file."""


def people(staff: Sequence[Employee], chance: Random) -> pd.DataFrame:
    """Everybody who is paid by the hour, with an invented name."""
    return typed(PEOPLE, [
        {"employee": one.code, "name": f"{chance.choice(FIRST_NAMES)} {chance.choice(SURNAMES)}", "role": one.role,
         "left": one.left, "phone": f"312-555-{place:04d}", "bank_ending": f"{chance.randrange(10_000):04d}"}
        for place, one in enumerate(staff, start=100)
    ])  # fmt: skip


def pay(checks: Sequence[Paycheck]) -> pd.DataFrame:
    """A row a paycheck."""
    return typed(PAY, [
        {"employee": check.employee.code, "period_end": check.last, "paid_on": check.payday,
         "gross": check.cents, "employer_taxes": (check.cents * EMPLOYERS_TAX + 5_000) // 10_000}
        for check in checks
    ])  # fmt: skip


def papers(staff: Sequence[Employee]) -> pd.DataFrame:
    """Everything is on file of everybody who works here, but for one paper."""
    return typed(FILE_CHECKLIST, [
        {"employee": one.code, "item": item, "on_file": one.hired}
        for one in staff if one.left is None
        for item, *_ in BEGINS_WITH if (one.code, item) != MISSING
    ])  # fmt: skip


def reviews(staff: Sequence[Employee], reviewed: Mapping[str, date]) -> pd.DataFrame:
    """The last review of each, on the day that Staff has."""
    return typed(REVIEWS, [
        {"employee": one.code, "reviewed": reviewed[one.code], "reviewer": "Office manager", "rating": 3,
         "growth": "One course a year, of the employee's choice", "signed": reviewed[one.code]}
        for one in staff if one.code in reviewed
    ])  # fmt: skip
