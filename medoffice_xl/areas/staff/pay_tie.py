"""Whether the totals of pay come to what the books have for staff, and by how much not."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import narwhals as nw

from medoffice_xl.errors import NoData
from medoffice_xl.ledger.calendar_months import month_end
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.ledger.rows import Frame, Rows, fetch, take
from medoffice_xl.measure import Definition, Measure, Part, Unit
from medoffice_xl.tables import COSTS, PAY_TOTALS
from medoffice_xl.tables.costs import STAFF_CATEGORIES

DEFINITION = Definition(
    "Staff costs against pay",
    "costs of the categories of staff less gross pay, over the whole months of the window that both have; taxes and "
    "benefits are told apart, for some books hold them elsewhere",
    "Payroll reconciliation: the register equals the ledger's wage accounts",
)


def pay_tie(totals: Frame, costs: Frame, as_of: date, window: int) -> Measure:
    """Dollars that the books have for staff above gross pay: 0 where they tie. Raises NoData without such a month."""
    over = days_up_to(as_of, window)
    paid = _by_month(take(totals, PAY_TOTALS, "month", "pay", "employer_cost"), "pay", "employer_cost")
    booked_rows = take(costs, COSTS, "month", "category", "amount")
    booked = _by_month(booked_rows.filter(nw.col("category").is_in(STAFF_CATEGORIES)), "amount")
    months = sorted(
        month for month in paid.keys() & booked.keys() if month >= over.first and month_end(month) <= over.last
    )
    if not months:
        raise NoData("No month of the window has both totals of pay and costs of staff.")
    pay, on_top = (sum(paid[month][place] for month in months) for place in (0, 1))
    staff = sum(booked[month][0] for month in months)
    off = [month for month in months if booked[month][0] != paid[month][0]]
    return Measure(
        staff - pay,
        Unit.MONEY,
        DEFINITION,
        parts=[
            Part("Costs of staff", staff, Unit.MONEY),
            Part("Gross pay", pay, Unit.MONEY),
            Part("Taxes and benefits on top", on_top, Unit.MONEY),
            Part("Months", len(months), Unit.COUNT),
            Part("From", months[0], Unit.DATE),
            Part("To", month_end(months[-1]), Unit.DATE),
        ],
        rows_used=len(months),
        notes=[_words(staff - pay, on_top, off)],
    )


def _words(off: int, on_top: int, months: list[date]) -> str:
    if not off:
        return "They tie." if not months else f"They tie in all, and not in {_named(months)}."
    if off == on_top:
        return "They tie with taxes and benefits: the books hold these in the same accounts."
    return f"They do not tie in {_named(months)}: look for pay that is booked in another month or account."


def _named(months: list[date]) -> str:
    more = f" and {len(months) - 6} more" if len(months) > 6 else ""
    return ", ".join(f"{month:%m/%Y}" for month in months[:6]) + more


def _by_month(rows: Rows, *names: str) -> Mapping[date, list[int]]:
    """Cents of these columns by the first day of the month."""
    found: dict[date, list[int]] = defaultdict(lambda: [0] * len(names))
    for row in fetch(rows.with_columns(nw.col(*names).fill_null(0)).filter(~nw.col("month").is_null())):
        for place, name in enumerate(names):
            found[row["month"].replace(day=1)][place] += row[name]
    return found
