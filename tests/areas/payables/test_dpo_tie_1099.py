"""Days payable, the tie to the ledger, form 1099 and filings."""

from datetime import date

import pytest
from contract_tables import table
from kinds_of_frame import every_kind
from payables_frames import bills, payments, vendors
from practice_frames import frame

from medoffice_xl.areas.payables.business_day import business_day
from medoffice_xl.areas.payables.days_payable import dpo
from medoffice_xl.areas.payables.deposit_days import Every, Paydays, deposit_due, paydays_said
from medoffice_xl.areas.payables.federal_filings import federal_filings
from medoffice_xl.areas.payables.filings import filings_due
from medoffice_xl.areas.payables.form_1099 import form_1099, threshold_of
from medoffice_xl.areas.payables.open_bills import open_bills
from medoffice_xl.areas.payables.tie_out import ap_tie
from medoffice_xl.errors import BadArgument, NoData, OutOfRange
from medoffice_xl.tables import (
    BILL_PAYMENTS,
    COSTS,
    FILINGS,
    LEDGER,
    THRESHOLDS,
    TRIAL_BALANCES,
    VENDORS,
    empty_frame,
)

AS_OF = date(2026, 6, 30)


def owing(amount: float, as_of: date = AS_OF):
    of = bills({"amount": amount, "bill_date": "2026-06-01"})
    return open_bills(empty_frame(VENDORS), of, empty_frame(BILL_PAYMENTS), as_of)


def costs(*rows):
    return frame(COSTS, *({"category": "supplies", "behaviour": "variable", "account": "A", **row} for row in rows))


def a_year(amount: float, category: str = "supplies"):
    months = [f"2025-{month:02d}-01" for month in range(7, 13)] + [f"2026-{month:02d}-01" for month in range(1, 7)]
    return [{"month": month, "amount": amount, "category": category} for month in months]


@every_kind
def test_dpo(on):
    """40,000 ÷ (480,000 ÷ 365) = 30.42 days. Payroll is no purchase."""
    of = on(costs(*a_year(40_000), *a_year(99_999, "office staff"), {"month": "2025-06-30", "amount": 7}))
    assert dpo(owing(40_000), of).value == pytest.approx(30.4167, abs=5e-5)


def test_dpo_takes_whole_months():
    """On June 29 the 12 whole months are June 2025 to May 2026: 6,000 + 11 × 40,000 = 446,000."""
    of = costs(*a_year(40_000), {"month": "2025-06-01", "amount": 6_000})
    assert dpo(owing(40_000, date(2026, 6, 29)), of).value == pytest.approx(40_000 / (446_000 / 365))


def test_dpo_of_a_short_history_is_counted_up():
    """3 months of 40,000 are 480,000 a year."""
    found = dpo(owing(40_000), costs(*a_year(40_000)[-3:]))
    assert found.value == pytest.approx(30.4167, abs=5e-5)
    assert any("3 of the 12 months" in note for note in found.notes)


def test_dpo_without_purchases_or_bills():
    with pytest.raises(NoData):
        dpo(owing(40_000), costs({"month": "2026-06-01", "amount": 5, "category": "physicians"}))
    with pytest.raises(NoData):
        dpo(owing(40_000, date(2026, 5, 31)), costs(*a_year(1)))


def balances(day: str, *rows):
    return frame(TRIAL_BALANCES, *({"as_of": day, "account": name, "balance": amount} for name, amount in rows))


@every_kind
def test_bills_tie_to_the_trial_balance(on):
    """1,602.67 open; the trial balance has a credit of 1,602.67 on accounts payable."""
    of = on(balances("2026-06-30", ("2000 Accounts Payable (A/P)", -1_602.67), ("2100 Payroll taxes payable", -50)))
    assert ap_tie(owing(1_602.67), None, of).value == 0
    assert ap_tie(owing(1_600), None, of).value == -267


def test_bills_against_the_ledger():
    """500 + 200 posted in the months ended by the day, 100 later: 700."""
    rows = (("2026-05-01", 500), ("2026-06-30", 200), ("2026-07-01", 100))
    of = frame(LEDGER, *({"month": month, "account": "Accounts Payable", "amount": amount} for month, amount in rows))
    assert ap_tie(owing(710), of, None).value == 1_000
    assert ap_tie(owing(710, date(2026, 6, 29)), of, None).value == 21_000


def test_an_account_that_is_named():
    of = balances("2026-06-30", ("Owed", -5), ("Accounts Payable", -7))
    assert ap_tie(owing(5), None, of, "owed").value == 0


def test_a_ledger_without_accounts_payable():
    with pytest.raises(NoData):
        ap_tie(owing(5), None, balances("2026-06-29", ("Accounts Payable", -7)))


REPORTED = vendors(
    {"vendor": "Able Cleaning", "form_1099": "yes", "w9": "yes"},
    {"vendor": "Birch Legal", "form_1099": "yes", "box_1099": "MISC 10 attorney"},
    {"vendor": "Corp", "form_1099": "no"},
)


def year(of, as_of=date(2026, 12, 31), thresholds=None):
    return form_1099(REPORTED, of, thresholds, as_of)


@pytest.mark.parametrize(
    ("day", "amount", "todo"),
    [
        ("2025-12-31", 600, "file"),
        ("2025-12-31", 599.99, "below the threshold"),
        ("2026-01-01", 2_000, "file"),
        ("2026-01-01", 1_999.99, "below the threshold"),
    ],
)
def test_from_which_sum_on_a_form_is_due(day, amount, todo):
    """$600 or more through 2025, $2,000 or more for payments from 2026."""
    of = payments({"vendor": "Able Cleaning", "paid_date": day, "amount": amount})
    assert year(of, date(int(day[:4]), 12, 31)).body[0][-1] == todo


def test_the_sheet_goes_before_the_law():
    rows = {"name": "Form 1099: a vendor's payments of a year", "value": 2_050, "unit": "$", "since": "2027-01-01"}
    listed = table(THRESHOLDS, rows)
    assert [threshold_of(listed, year) for year in (2025, 2026, 2027)] == [60_000, 200_000, 205_000]
    assert [threshold_of(None, year) for year in (2025, 2026, 2027)] == [60_000, 200_000, 200_000]


@every_kind
def test_cards_do_not_count_and_other_years_do_not(on):
    """3,000 + 500 by card = 3,500; 3,000 on the form. What is paid without a bill counts too."""
    of = payments(
        {"vendor": "Birch Legal", "paid_date": "2026-01-01", "amount": 1_000, "kind": "direct", "method": "check"},
        {"vendor": "BIRCH LEGAL", "paid_date": "2026-12-31", "amount": 2_000, "method": "ACH"},
        {"vendor": "Birch Legal", "paid_date": "2026-03-01", "amount": 500, "method": "card"},
        {"vendor": "Birch Legal", "paid_date": "2025-12-31", "amount": 9_000},
        {"vendor": "Birch Legal", "paid_date": "2027-01-01", "amount": 9_000},
    )
    found = form_1099(on(REPORTED), on(of), None, date(2026, 12, 31))
    todo = "ask for form W-9, then file"
    assert found.body[0] == ("Birch Legal", "MISC 10 attorney", 350_000, 50_000, 300_000, "", todo)
    assert found.body[-1][2:5] == (350_000, 50_000, 300_000)


def test_vendors_that_nobody_decided_on():
    """One of 2,000 is shown, one of 1,999.99 not; a corporation never."""
    of = payments(
        {"vendor": "New", "amount": 2_000},
        {"vendor": "Small", "amount": 1_999.99},
        {"vendor": "Corp", "amount": 90_000},
    )
    found = year(of)
    assert [row[0] for row in found.body] == ["New", "Total"]
    assert found.body[0][4] == 0
    assert "say on Vendors" in found.body[0][-1]


def test_a_year_without_payments():
    with pytest.raises(NoData):
        year(payments({"amount": 5, "paid_date": "2025-12-31"}))


def filings(*rows):
    return frame(FILINGS, *rows)


@every_kind
def test_filings_late_today_and_ahead(on):
    of = filings(
        {"filing": "Form 941", "period": "Q1 2026", "due_date": "2026-04-30", "who": "CPA"},
        {"filing": "Deposit", "due_date": "2026-06-30"},
        {"filing": "Plan", "due_date": "2026-07-30"},
        {"filing": "Licence", "due_date": "2026-07-31"},
        {"filing": "Done", "due_date": "2026-06-01", "done_date": "2026-06-30"},
        {"filing": "Done later", "due_date": "2026-06-29", "done_date": "2026-07-01"},
    )
    found = filings_due(on(of), AS_OF, 30)
    assert [(row[0], row[3], row[5]) for row in found.body] == [
        ("Form 941", -61, "late"), ("Done later", -1, "late"), ("Deposit", 0, "due today"), ("Plan", 30, "to do"),
    ]  # fmt: skip


def test_nothing_to_file():
    with pytest.raises(NoData, match="Nothing has to be filed up to 07/30/2026"):
        filings_due(filings({"filing": "Far", "due_date": "2026-07-31"}), AS_OF, 30)
    with pytest.raises(NoData, match="No filing is entered"):
        filings_due(empty_frame(FILINGS), AS_OF)
    with pytest.raises(OutOfRange):
        filings_due(empty_frame(FILINGS), AS_OF, -1)


@pytest.mark.parametrize(
    ("day", "moved"),
    [
        (date(2026, 1, 31), date(2026, 2, 2)),
        (date(2026, 3, 15), date(2026, 3, 16)),
        (date(2026, 4, 15), date(2026, 4, 15)),
        (date(2022, 4, 15), date(2022, 4, 18)),
        (date(2026, 2, 15), date(2026, 2, 17)),
    ],
    ids=["Saturday", "Sunday", "Wednesday", "Emancipation Day of DC", "Sunday before Presidents' Day"],
)
def test_due_days_move_to_business_days(day, moved):
    """IRS Publication 509: 2022's returns were due on April 18, as April 15 was Emancipation Day (observed) in DC."""
    assert business_day(day) == moved


def test_the_filings_of_a_year():
    """12 deposits, 4 forms 941, 4 estimates, and 6 that are filed once; IRS Publication 509 for 2026."""
    rows = federal_filings(2026)
    assert len(rows) == 26
    assert not rows.duplicated(["filing", "due_date"]).any()
    due = {(row.filing, row.period): row.due_date.date() for row in rows.itertuples()}
    assert due["Form 941, payroll", "Q1 2026"] == date(2026, 4, 30)
    assert due["Form 941, payroll", "Q4 2026"] == date(2027, 2, 1)
    assert due["Payroll tax deposit", "January 2026"] == date(2026, 2, 17)
    assert due["Payroll tax deposit", "December 2026"] == date(2027, 1, 15)
    assert due["Owners' estimated tax, 1040-ES", "2 of 4, 2026"] == date(2026, 6, 15)
    assert due["Form 5500, retirement plan", "2026"] == date(2027, 8, 2)


def test_no_filings_of_such_a_year():
    with pytest.raises(OutOfRange):
        federal_filings(2019)


@pytest.mark.parametrize(
    ("payday", "due"),
    [
        (date(2026, 3, 4), date(2026, 3, 11)),
        (date(2026, 3, 6), date(2026, 3, 11)),
        (date(2026, 3, 7), date(2026, 3, 13)),
        (date(2026, 3, 10), date(2026, 3, 13)),
        (date(2026, 9, 4), date(2026, 9, 10)),
        (date(2026, 12, 22), date(2026, 12, 28)),
    ],
    ids=["Wednesday", "Friday", "Saturday", "Tuesday", "Friday before Labor Day", "Tuesday before Christmas"],
)
def test_semi_weekly_deposits(payday, due):
    """IRS Publication 15: Wednesday to Friday by the next Wednesday, Saturday to Tuesday by the next Friday; of a
    Friday before a holiday on Monday, by Thursday. Christmas 2026 is a Friday: the third business day is Monday."""
    assert deposit_due(payday) == due


@pytest.mark.parametrize(
    ("every", "known", "count", "first", "last"),
    [
        (Every.WEEK, date(2025, 5, 2), 52, date(2026, 1, 2), date(2026, 12, 25)),
        (Every.TWO_WEEKS, date(2027, 1, 8), 26, date(2026, 1, 9), date(2026, 12, 25)),
        (Every.HALF_MONTH, date(2026, 1, 15), 24, date(2026, 1, 15), date(2026, 12, 31)),
        (Every.MONTH, date(2026, 1, 31), 12, date(2026, 1, 31), date(2026, 12, 31)),
    ],
)
def test_paydays_of_a_year_from_any_one(every, known, count, first, last):
    days = list(Paydays(known, every).of_year(2026))
    assert (len(days), days[0], days[-1]) == (count, first, last)
    assert len({*days}) == count


def test_filings_of_a_semi_weekly_depositor():
    """26 paydays instead of 12 months; the year's first, Friday January 9, is deposited by January 14."""
    rows = federal_filings(2026, Paydays(date(2026, 1, 9), Every.TWO_WEEKS))
    deposits = rows[rows["kind"] == "payroll deposit"]
    assert (len(rows), len(deposits)) == (40, 26)
    assert deposits["period"].tolist()[0] == "payday 01/09/2026"
    assert deposits["due_date"].tolist()[0].date() == date(2026, 1, 14)
    assert deposits["source"].str.contains("semi-weekly").all()


def test_paydays_as_settings_say_them():
    day = date(2026, 1, 9)
    assert paydays_said("monthly", None, "two weeks") is None
    assert paydays_said("semi-weekly", day, "two weeks") == Paydays(day, Every.TWO_WEEKS)
    for known, every in ((None, "two weeks"), (day, "")):
        with pytest.raises(BadArgument, match="type one payday"):
            paydays_said("semi-weekly", known, every)
