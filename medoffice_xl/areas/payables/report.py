"""The reports of accounts payable: each a figure of the page with every row, and what is behind it."""

from collections.abc import Sequence

from medoffice_xl.areas.payables.ageing import BUCKETS, ap_ageing
from medoffice_xl.areas.payables.cash_on_hand import cash_on_hand
from medoffice_xl.areas.payables.duplicates import COLUMNS as DUPLICATE_COLUMNS
from medoffice_xl.areas.payables.duplicates import Suspect, row_of, suspects
from medoffice_xl.areas.payables.form_1099 import ASK_W9, FILE, form_1099, threshold_of
from medoffice_xl.areas.payables.open_bills import OpenBills, open_bills
from medoffice_xl.areas.payables.pay_this_week import PAY, WAIT, pay_this_week
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.measure import Breakdown, BreakdownColumn, Unit
from medoffice_xl.money import show
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import Field, cents, count, day, of_unit, text
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import report_page, section
from medoffice_xl.reports.practice import Practice, number_setting
from medoffice_xl.reports.rows import counted

AGEING, DUPLICATES, PAY_NOW, FORMS = "Payables ageing", "Duplicate bills", "Pay this week", "Form 1099"
_WIDTHS = {"Vendor": 30, "Other vendor": 26, "Number": 14, "Other number": 14, "Why": 40, "What to do": 34, "Box": 16}


def payables_ageing(practice: Practice) -> Page:
    """What is owed by vendor and age, and every open bill, first due first."""
    owed = owed_of(practice)
    found = ap_ageing(owed)
    late = sum(bill.open for bill in owed.still_open if bill.open > 0 and bill.due < owed.as_of)
    return report_page(
        sheet=AGEING,
        title="Accounts payable by age",
        subtitle=f"As of {owed.as_of:%m/%d/%Y}",
        verdict=f"{show(owed.total)} owed, {show(late)} of it past due.",
        sections=(_whole("By vendor and days past due", found), _open_bills(owed)),
        notes=(
            *found.notes,
            *_left_out(found),
            f"{', '.join(BUCKETS)}: days past due.",
        ),
    )


def duplicate_bills(practice: Practice) -> Page:
    """Every pair of bills that may be one."""
    judged = Thresholds(practice.table("thresholds") if practice.has("thresholds") else None).on(practice.as_of)
    found = suspects(practice.table("bills"), judged, practice.as_of)
    twice = sum(one.cents for one in found)
    return report_page(
        sheet=DUPLICATES,
        title="Bills that may be one bill entered twice",
        subtitle=f"As of {practice.as_of:%m/%d/%Y}",
        verdict=f"{counted(len(found), 'pair of bills', 'pairs of bills')} to look at: {show(twice)}.",
        sections=(_pairs(found),),
        notes=("Look at both bills before you call the vendor: two bills that look alike are no proof.",),
    )


def pay_now(practice: Practice) -> Page:
    """What to pay on the day, in order."""
    owed = owed_of(practice)
    cash = cash_on_hand(practice.table("cash") if practice.has("cash") else None, practice.as_of)
    found = pay_this_week(owed, cash, *_settings(practice))
    paid, waits = (_paid(found, word) for word in (PAY, WAIT))
    return report_page(
        sheet=PAY_NOW,
        title="What to pay this week",
        subtitle=f"As of {practice.as_of:%m/%d/%Y}",
        verdict=f"{show(paid)} to pay now; {show(waits)} waits for cash.",
        sections=(_whole("In this order", found),),
        notes=(*found.notes, *_left_out(found), found.definition.formula),
    )


def forms_1099(practice: Practice) -> Page:
    """The vendors of form 1099 in the day's year."""
    thresholds = practice.table("thresholds") if practice.has("thresholds") else None
    found = form_1099(practice.table("vendors"), practice.table("bill_payments"), thresholds, practice.as_of)
    forms = sum(row[-1] in (FILE, ASK_W9) for row in found.body)
    least = threshold_of(thresholds, practice.as_of.year)
    return report_page(
        sheet=FORMS,
        title=f"Form 1099: payments of {practice.as_of.year}",
        subtitle=f"Up to {practice.as_of:%m/%d/%Y}",
        verdict=f"{counted(forms, 'form', 'forms')} so far; a form is due from {show(least)} a year.",
        sections=(_whole("Most money first", found),),
        notes=(found.definition.formula, "Card payments are reported by the card's company on form 1099-K."),
    )


def owed_of(practice: Practice) -> OpenBills:
    """The practice's bills as of its day."""
    return open_bills(
        practice.table("vendors"), practice.table("bills"), practice.table("bill_payments"), practice.as_of
    )


def _settings(practice: Practice) -> tuple[int | None, int, float]:
    """Cash on hand in cents (None: not typed), days until the next payments, what borrowing costs a year."""
    cash = practice.setting("CashOnHand")
    days, rate = (number_setting(practice, name) for name in ("RunDays", "CostOfCapital"))
    return None if cash in (None, "") else round(number_setting(practice, "CashOnHand") * 100), int(days), rate


def _open_bills(owed: OpenBills) -> Listing:
    ordered = sorted(owed.still_open, key=lambda bill: (bill.due, bill.vendor, bill.number))
    return section(
        heading="Open bills and credits, first due first",
        columns=(
            text("Vendor", 30), text("Number", 14), day("Bill date", 12), day("Due", 12), count("Days past due"),
            cents("Amount"), cents("Open"), text("Due day from", 14), text("Hold", 8),
        ),
        rows=[
            (bill.vendor, bill.number, bill.bill_date, bill.due, (owed.as_of - bill.due).days, bill.amount, bill.open,
             bill.due_from, "hold" if bill.held else "")
            for bill in ordered
        ],
        totals=("Total", None, None, None, None, None, owed.total, None, None),
        empty="Nothing is open.",
    )  # fmt: skip


def _pairs(found: Sequence[Suspect]) -> Listing:
    return section("The surest first", _fields(DUPLICATE_COLUMNS), [row_of(one) for one in found],
                   empty="No two bills look like one.")  # fmt: skip


def _whole(heading: str, found: Breakdown) -> Listing:
    """A breakdown as a table of a report, its last row as the total."""
    *rows, total = found.body
    return section(heading, _fields(found.columns), rows, total)


def _fields(columns: Sequence[BreakdownColumn]) -> list[Field]:
    return [
        of_unit(column.header, column.unit, _WIDTHS.get(column.header, 16 if column.unit is Unit.TEXT else 13))
        for column in columns
    ]


def _paid(found: Breakdown, decision: str) -> int:
    """Cents of the bills of which this was decided."""
    amounts = [row[5] for row in found.body if row[-1] == decision]
    return sum(amount for amount in amounts if isinstance(amount, int))


def _left_out(found: Breakdown) -> Sequence[str]:
    return [f"Left out: {left.rows:,} {left.reason}, {show(left.amount or 0)}." for left in found.left_out]
