"""What the practice owes its vendors: how old it is, what is billed twice, what to pay this week, what to file."""

from datetime import date
from typing import Annotated

from medoffice_xl.areas.payables.ageing import ap_ageing, ap_past_due, ap_total
from medoffice_xl.areas.payables.cash_on_hand import cash_on_hand
from medoffice_xl.areas.payables.days_payable import dpo
from medoffice_xl.areas.payables.discounts import ap_discounts
from medoffice_xl.areas.payables.duplicates import duplicates
from medoffice_xl.areas.payables.filings import filings_due
from medoffice_xl.areas.payables.form_1099 import form_1099
from medoffice_xl.areas.payables.open_bills import OpenBills, open_bills
from medoffice_xl.areas.payables.pay_this_week import pay_this_week
from medoffice_xl.areas.payables.tie_out import ap_tie
from medoffice_xl.cells import cell_function
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.measure import Breakdown, Measure
from medoffice_xl.sets import Tables
from udfs.arguments import Day
from udfs.sets import OfPayables

RunDays = Annotated[int, "Days until the next payments: what is due before then is paid now. Left out: 7."]
Capital = Annotated[float, "What borrowing costs a year, such as 0.085: a discount worth less is left. Left out: 0."]

_BILLS = ("vendors", "bills", "bill_payments")


@cell_function("Payables", needs=_BILLS, spills=True)
def AP_AGING(
    Payables: OfPayables,
    AsOf: Day,
    top: Annotated[int, "How many vendors to show, most money first; the others become one row. Left out: all."] = 0,
) -> Breakdown:
    """Accounts payable by vendor and days past due: current, 1-30, 31-60, 61-90, 91 and over, credits apart.

    Spills a heading, one row a vendor and the total. A bill due on the day is current; without a due date the bill
    date and the terms say it.
    """
    return ap_ageing(_open(Payables, AsOf), top)


@cell_function("Payables", needs=_BILLS)
def AP_TOTAL(Payables: OfPayables, AsOf: Day) -> Measure:
    """Accounts payable: all that is open of bills dated by the day, credits taken off, in dollars."""
    return ap_total(_open(Payables, AsOf))


@cell_function("Payables", needs=_BILLS)
def AP_PAST_DUE(Payables: OfPayables, AsOf: Day) -> Measure:
    """What is past due of the bills, in dollars; credits do not count. A bill due on the day itself is not past due."""
    return ap_past_due(_open(Payables, AsOf))


@cell_function("Payables", needs=("bills",), uses=("thresholds",), spills=True)
def AP_DUPLICATES(
    Payables: OfPayables,
    AsOf: Day,
    top: Annotated[int, "How many pairs to show, the surest first. Left out: all."] = 0,
) -> Breakdown:
    """Pairs of bills that may be one bill entered twice, with the test that found them, how sure it is and why.

    Spills a heading and one row a pair. Void bills, credits, bills that recur month by month and parts of one bill are
    left out. #N/A when no two bills look like one.
    """
    return duplicates(Payables["bills"], limits_on(AsOf, Payables), AsOf, top)


@cell_function("Payables", needs=_BILLS, uses=("cash",), spills=True)
def PAY_THIS_WEEK(
    Payables: OfPayables,
    AsOf: Day,
    CashOnHand: Annotated[
        float | None, "Dollars that can be spent today. Left out: what the sheet Cash says of the last month-end."
    ] = None,
    RunDays: RunDays = 7,
    CostOfCapital: Capital = 0.0,
) -> Breakdown:
    """What to pay on the day, in order, with the cash left after each bill; it stops at the cash floor.

    First payroll tax, rent, insurance and drugs, then discounts about to lapse, then all that is due before the next
    payments. Spills a heading, one row a bill and the total. #N/A when nothing has to be paid.
    """
    cents = None if CashOnHand is None else round(CashOnHand * 100)
    cash = cash_on_hand(Payables.get("cash"), AsOf)
    return pay_this_week(_open(Payables, AsOf), cash, cents, RunDays, CostOfCapital)


@cell_function("Payables", needs=_BILLS, spills=True)
def AP_DISCOUNTS(Payables: OfPayables, AsOf: Day, RunDays: RunDays = 7, CostOfCapital: Capital = 0.0) -> Breakdown:
    """Discounts that lapse before the next payments, with what taking each is worth a year.

    Spills a heading, one row a bill and the total. #N/A when none lapses. 2/10 net 30 is worth 37.24% a year.
    """
    return ap_discounts(_open(Payables, AsOf), RunDays, CostOfCapital)


@cell_function("Payables", needs=(*_BILLS, "costs"))
def DPO(Payables: OfPayables, AsOf: Day) -> Measure:
    """Days payable outstanding: how many days of purchases, payroll apart, are still unpaid.

    Accounts payable divided by a day's purchases, over the last 12 whole months of Costs.
    """
    return dpo(_open(Payables, AsOf), Payables["costs"])


@cell_function("Payables", needs=_BILLS, uses=("ledger", "trial_balances"))
def AP_TIE(
    Payables: OfPayables,
    AsOf: Day,
    account: Annotated[
        str, "The ledger's account, where its name does not say that it is accounts payable. Left out: by name."
    ] = "",
) -> Measure:
    """Open bills less the ledger's accounts payable, in dollars: 0 where they tie, else by how much they do not.

    #N/A when neither Trial balances nor Ledger has accounts payable by the day.
    """
    return ap_tie(_open(Payables, AsOf), Payables.get("ledger"), Payables.get("trial_balances"), account)


@cell_function("Payables", needs=("vendors", "bill_payments"), uses=("thresholds",), spills=True)
def FORM_1099(Payables: OfPayables, AsOf: Day) -> Breakdown:
    """Payments of the day's calendar year to vendors of form 1099, card payments apart, and what to do about each.

    Spills a heading, one row a vendor and the total. From which sum on a form is due stands on Thresholds: $600 a
    year through 2025, $2,000 for payments from 2026.
    """
    return form_1099(Payables["vendors"], Payables["bill_payments"], Payables.get("thresholds"), AsOf)


@cell_function("Payables", needs=("filings",), spills=True)
def FILINGS_DUE(
    Payables: OfPayables,
    AsOf: Day,
    days: Annotated[int, "How many days ahead to look. Left out: 60."] = 60,
) -> Breakdown:
    """Filings that are late or due soon, first due first: payroll deposits, returns, 1099, W-2, plan, licences.

    Spills a heading and one row a filing. #N/A when nothing is due.
    """
    return filings_due(Payables["filings"], AsOf, days)


def _open(tables: Tables, as_of: date) -> OpenBills:
    return open_bills(tables["vendors"], tables["bills"], tables["bill_payments"], as_of)
