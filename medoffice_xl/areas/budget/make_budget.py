"""A budget made from last year: each account's months, grown and dearer, a year later."""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from medoffice_xl.areas.budget.books import BudgetBooks, budget_books
from medoffice_xl.areas.budget.chart_of_accounts import Account
from medoffice_xl.areas.budget.fiscal_year import in_words, year_of
from medoffice_xl.areas.budget.settings import share_of, year_start_of
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.calendar_months import first_day, month_number
from medoffice_xl.ledger.practice_costs import half_up
from medoffice_xl.reports.practice import Practice, tables_of
from medoffice_xl.tables import BUDGET_AMOUNTS, empty_frame
from medoffice_xl.tables.budget import MADE_FROM_LAST_YEAR


@dataclass(frozen=True, slots=True)
class Growth:
    """Shares a year: how much more is done, and how much dearer it is."""

    visits: Fraction
    prices: Fraction


def made_budget(books: BudgetBooks, year_start: int, growth: Growth) -> pd.DataFrame:
    """Rows of *Budget amounts* for the fiscal year after the one that the day is in, from the months of the latter.

    Income and the variable part of a cost grow with the visits and with prices, the fixed part with prices alone;
    rounded half up once. A month that is not posted yet is what the same month a year before was. Raises NoData where
    neither is posted.
    """
    if growth.visits <= -1 or growth.prices <= -1:
        raise OutOfRange("Growth and inflation are above -100%.")
    year = year_of(month_number(books.as_of), year_start)
    rows = []
    for month in year:
        source = month if _is_whole(books, month) else month - 12
        if not books.is_posted(source):
            raise NoData(
                f"The ledger has nothing of {in_words((source,))}: a budget needs a whole year to be made from. "
                "Import its profit and loss first."
            )
        for account in books.accounts:
            cents = books.actual_of(account, [source])
            moves = Fraction(1) if account.is_visits_income else 1 - account.fixed
            factor = (1 + growth.visits * moves) * (1 + growth.prices)
            if source != month:
                factor *= factor
            if cents:
                amount = half_up(cents * factor)
                hours = _hours(books, account, month, growth)
                planned_month = pd.Timestamp(first_day(month + 12))
                rows.append((planned_month, account.name, amount, hours, MADE_FROM_LAST_YEAR))
    return pd.DataFrame(rows, columns=BUDGET_AMOUNTS.names).astype(empty_frame(BUDGET_AMOUNTS).dtypes.to_dict())


def _hours(books: BudgetBooks, account: Account, month: int, growth: Growth) -> float | None:
    """Budgeted hours of the same month grow with the visits, as the variable part of the cost does."""
    hours = books.hours.get((month, account.name.casefold()))
    return None if hours is None else float(hours * (1 + growth.visits * (1 - account.fixed)))


def _is_whole(books: BudgetBooks, month: int) -> bool:
    """Whether the month's books are closed, so that the whole of it is posted."""
    return month in books.closed and books.is_posted(month)


def with_typed(current: pd.DataFrame, made: pd.DataFrame) -> pd.DataFrame:
    """The table with the made rows: those made before for the same months go; what is typed or imported stays."""
    months: Collection[pd.Timestamp] = set(made["month"])
    of_months = current["month"].dt.to_period("M").dt.to_timestamp().isin(months)
    kept = current[~(of_months & (current["source"] == MADE_FROM_LAST_YEAR))]
    there = set(zip(kept["month"].dt.to_period("M").dt.to_timestamp(), kept["account"].str.casefold(), strict=True))
    fresh = [pair not in there for pair in zip(made["month"], made["account"].str.casefold(), strict=True)]
    joined: pd.DataFrame = pd.concat([kept, made[pd.Series(fresh, made.index, dtype=bool)]], ignore_index=True)
    return joined


def next_budget(practice: Practice) -> pd.DataFrame:
    """*Budget amounts* with the budget of the next fiscal year in it, by the growth and inflation of Settings."""
    tables = tables_of(practice)
    books = budget_books(tables, practice.as_of)
    growth = Growth(share_of(practice, "BudgetGrowth"), share_of(practice, "BudgetInflation"))
    return with_typed(tables["budget_amounts"], made_budget(books, year_start_of(practice), growth))
