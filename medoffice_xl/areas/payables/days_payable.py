"""Days payable outstanding: how many days of purchases are still unpaid."""

from datetime import date

import narwhals as nw

from medoffice_xl.areas.payables.ageing import rows_of
from medoffice_xl.areas.payables.open_bills import OpenBills
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.calendar_months import first_day, month_end, month_number
from medoffice_xl.ledger.rows import Frame, fetch, take, within
from medoffice_xl.measure import Definition, Measure, Part, Unit
from medoffice_xl.tables import COSTS
from medoffice_xl.tables.costs import PHYSICIANS

PAYROLL = (PHYSICIANS, "clinical staff", "office staff")
"""Categories of cost that are wages: nobody sends a bill for them."""

DEFINITION = Definition(
    "Days payable outstanding",
    "accounts payable ÷ (costs that are no payroll, of the last 12 whole months ÷ 365)",
    "Textbook DPO, on purchases without payroll",
)
YEAR = 12


def dpo(owed: OpenBills, costs: Frame) -> Measure:
    """Accounts payable on the day in days of purchases. A year with fewer months in Costs is counted up to twelve.

    Raises NoData where there is no bill by the day, or no purchase in the 12 months.
    """
    if not owed.bills:
        raise NoData("No bill is dated by this day. Import QuickBooks' Unpaid Bills, or type Bills.")
    first, last = _year_up_to(owed.as_of)
    rows = take(costs, COSTS, "month", "category", "amount").filter(within("month", first, last))
    found = fetch(rows.filter(~nw.col("category").is_in(PAYROLL)))
    months = {month_number(row["month"]) for row in found}
    bought = sum(row["amount"] for row in found)
    if bought <= 0:
        raise NoData(f"Costs has no purchases from {first:%m/%Y} to {last:%m/%Y}. Import the ledger.")
    whole_year = bought * YEAR / len(months)
    short = [f"Costs has {len(months)} of the 12 months; they were counted up to a year."] if len(months) < YEAR else []
    return Measure(
        owed.total / (whole_year / 365),
        Unit.DAYS,
        DEFINITION,
        parts=[
            Part("Accounts payable", owed.total, Unit.MONEY),
            Part("Purchases", bought, Unit.MONEY),
            Part("Months", len(months), Unit.COUNT),
            Part("From", first, Unit.DATE),
            Part("To", last, Unit.DATE),
        ],
        rows_used=len(found),
        left_out=owed.left_out,
        notes=[*short, *owed.notes],
        rows_behind=lambda: rows_of(owed.still_open),
    )


def _year_up_to(as_of: date) -> tuple[date, date]:
    """The 12 whole months that end on the day, or before it."""
    last = month_number(as_of) - (as_of != month_end(as_of))
    return first_day(last - YEAR + 1), month_end(first_day(last))
