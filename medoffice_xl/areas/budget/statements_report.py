"""The statements with the trial balance behind them, for the accountant, attorney or pension adviser."""

from medoffice_xl.areas.budget.balance_sheet import balance_sheet, balances_of, newest, statement_checks
from medoffice_xl.areas.budget.books import budget_books
from medoffice_xl.areas.budget.income_statement import income_statement
from medoffice_xl.areas.budget.settings import year_start_of
from medoffice_xl.measure import Breakdown, Unit
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import cents, of_unit, text
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import report_page, section
from medoffice_xl.reports.practice import Practice, tables_of

SHEET = "Statements and trial balance"


def statements(practice: Practice) -> Page:
    """The report. Raises NoData without a closed month or without a balance."""
    tables = tables_of(practice)
    books = budget_books(tables, practice.as_of)
    first = year_start_of(practice)
    trial = tables["trial_balances"]
    income = income_statement(books, first)
    sheet = balance_sheet(books, trial, practice.as_of)
    checks = statement_checks(books, trial, practice.as_of, first)
    off = [row for row in checks.body if row[3]]
    return report_page(
        sheet=SHEET,
        title="Statements and trial balance",
        subtitle=" · ".join(filter(None, (practice.name, f"As of {practice.as_of:%m/%d/%Y}", f"basis: {books.basis}"))),
        verdict="The statements tie." if not off else f"{len(off)} of the checks do not tie: see below.",
        sections=(
            _section("Income statement", income),
            _section("Balance sheet", sheet),
            _section("Do they tie?", checks),
            _trial_balance(trial, practice),
        ),
        notes=tuple(dict.fromkeys((*income.notes, *sheet.notes))),
    )


def _section(title: str, found: Breakdown) -> Listing:
    columns = [of_unit(each.header, each.unit, 34 if each.unit is Unit.TEXT else 13) for each in found.columns]
    return section(title, columns, found.body)


def _trial_balance(frame: object, practice: Practice) -> Listing:
    balance = newest(balances_of(frame), practice.as_of)  # type: ignore[arg-type]
    rows = [
        (name, max(amount, 0) or None, max(-amount, 0) or None)
        for name, amount in sorted(balance.accounts.items())
        if amount
    ]
    totals = ("Total", sum(row[1] or 0 for row in rows), sum(row[2] or 0 for row in rows))
    return section(
        f"Trial balance of {balance.day:%m/%d/%Y}", (text("Account", 34), cents("Debit"), cents("Credit")), rows, totals
    )
