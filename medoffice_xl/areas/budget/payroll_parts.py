"""Why pay differs from what the plan allows for what was done: more or fewer hours, or a dearer or cheaper hour."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from medoffice_xl.area import figure
from medoffice_xl.areas.budget.books import BudgetBooks
from medoffice_xl.areas.budget.budget_variance import SOURCE, notes_of
from medoffice_xl.areas.budget.chart_of_accounts import Account
from medoffice_xl.areas.budget.fiscal_year import in_words, last_day
from medoffice_xl.areas.budget.spans import Months
from medoffice_xl.errors import BadArgument, BookError, NoData
from medoffice_xl.ledger.calendar_months import first_day
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.practice_costs import half_up
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, LeftOut, Unit
from medoffice_xl.money import show
from medoffice_xl.sets import Tables

USES = ("employees", "hours")
"""Tables that tell what hours were paid."""

DEFINITION = Definition(
    "Pay: hours and wage",
    "hours: (flexed hours − paid hours) × budgeted wage; wage: (budgeted wage − paid wage) × paid hours; together the "
    "spending of the account. A wage is dollars ÷ hours. Positive helps",
    f"{SOURCE}; labor rate and efficiency variance",
)
COLUMNS = (
    BreakdownColumn("Account", Unit.TEXT),
    BreakdownColumn("Hours budgeted", Unit.RATIO),
    BreakdownColumn("Hours flexed", Unit.RATIO),
    BreakdownColumn("Hours paid", Unit.RATIO),
    BreakdownColumn("Wage budgeted", Unit.MONEY),
    BreakdownColumn("Wage paid", Unit.MONEY),
    BreakdownColumn("Spending", Unit.MONEY),
    BreakdownColumn("Of it hours", Unit.MONEY),
    BreakdownColumn("Of it wage", Unit.MONEY),
)


@dataclass(frozen=True, slots=True)
class PayrollParts:
    """One account of pay over some months: its hours, its dollars, and what of its spending is hours and what wage."""

    budgeted: Fraction
    flexed: Fraction
    paid: Fraction
    budget: int
    actual: int
    by_hours: int
    by_wage: int

    @property
    def spending(self) -> int:
        """What the plan allowed for what was done less what was spent."""
        return self.by_hours + self.by_wage

    def __add__(self, other: "PayrollParts") -> "PayrollParts":
        fields = self.__dataclass_fields__
        return PayrollParts(*(getattr(self, name) + getattr(other, name) for name in fields))


def parts_of_month(budget: int, flex: int, actual: int, budgeted: Fraction, paid: Fraction) -> PayrollParts:
    """The two parts of a month, in cents; rounded once, so that they add up to the spending.

    62,000 for 2,000 hours, 63,900 paid for 2,030: 930 are the 30 hours at 31.00, 970 the wage.

    >>> found = parts_of_month(6_200_000, 6_200_000, 6_390_000, Fraction(2_000), Fraction(2_030))
    >>> found.by_hours, found.by_wage
    (-93000, -97000)
    """
    at_plan = half_up(Fraction(budget) / budgeted * paid)
    return PayrollParts(budgeted, budgeted * flex / budget, paid, budget, actual, flex - at_plan, at_plan - actual)


def payroll_parts(
    books: BudgetBooks, months: Sequence[int], tables: Tables
) -> tuple[dict[str, PayrollParts], dict[str, str]]:
    """The accounts of pay that say whose hours they pay, by name; and why the others of them cannot be told."""
    found: dict[str, PayrollParts] = {}
    lacking: dict[str, str] = {}
    for account in books.accounts:
        if not account.staff or account.is_income:
            continue
        try:
            each = [_of_month(books, account, month, tables) for month in months]
        except NoData as why:
            lacking[account.name] = str(why)
            continue
        found[account.name] = sum(each[1:], each[0])
    return found, lacking


def _of_month(books: BudgetBooks, account: Account, month: int, tables: Tables) -> PayrollParts:
    cost = books.flexed(account, [month])
    budgeted = books.hours.get((month, account.name.casefold()), Fraction(0))
    if budgeted <= 0 or cost.budget <= 0:
        raise NoData(f"no hours are budgeted for {in_words((month,))}: see Budget amounts")
    paid = _paid(tables, account.staff, month)
    if paid <= 0:
        raise NoData(f"no hours of “{account.staff}” were paid in {in_words((month,))}: see Hours and Staff")
    return parts_of_month(cost.budget, cost.flex, cost.actual, budgeted, paid)


def _paid(tables: Tables, who: str, month: int) -> Fraction:
    """Paid hours of the pay periods that end in the month."""
    try:
        hours: Fraction = figure("hours_paid")(tables, who, Period(first_day(month), last_day(month)))
    except (BadArgument, BookError) as why:
        raise NoData(str(why)) from why
    return hours


def payroll_variance(books: BudgetBooks, months: Months, tables: Tables) -> Breakdown:
    """One row an account of pay. Raises NoData where no account says whose hours it pays, or none can be told."""
    found, lacking = payroll_parts(books, months.numbers, tables)
    if not found:
        told = "; ".join(f"{name}: {why}" for name, why in lacking.items())
        raise NoData(told or "No account says whose hours it pays: fill in Staff paid on the sheet Accounts.")
    return Breakdown(
        COLUMNS,
        [
            (name, float(one.budgeted), float(one.flexed), float(one.paid), _wage(one.budget, one.budgeted),
             _wage(one.actual, one.paid), one.spending, one.by_hours, one.by_wage)
            for name, one in found.items()
        ],
        DEFINITION,
        rows_used=books.rows,
        left_out=[LeftOut(f"{name}: {why}", 1) for name, why in lacking.items()],
        notes=notes_of(books, months),
    )  # fmt: skip


def in_a_sentence(parts: Mapping[str, PayrollParts], account: str) -> str:
    """What of an account's spending is hours and what wage; empty where that is not known.

    >>> in_a_sentence({"Payroll": parts_of_month(6_200_000, 6_200_000, 6_390_000, Fraction(2_000), Fraction(2_030))},
    ...               "Payroll")
    '30 more hours than planned took $930.00, a dearer hour took $970.00.'
    """
    one = parts.get(account)
    if one is None:
        return ""
    more = one.paid - one.flexed
    hours = f"{abs(float(more)):,.0f} {'more' if more > 0 else 'fewer'} hours than planned {_moved(one.by_hours)}"
    wage = f"a {'dearer' if one.by_wage < 0 else 'cheaper'} hour {_moved(one.by_wage)}"
    return f"{hours}, {wage}."


def _moved(cents: int) -> str:
    return f"{'took' if cents < 0 else 'saved'} {show(abs(cents))}"


def _wage(cents: int, hours: Fraction) -> int:
    return half_up(Fraction(cents) / hours)
