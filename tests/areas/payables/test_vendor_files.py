"""QuickBooks' reports on vendors, both generations of headings, and plain lists of bills; invented vendors."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from medoffice_xl.areas.payables import bill_list, vendor_files
from medoffice_xl.errors import CannotRead
from medoffice_xl.intake.take import take_in
from medoffice_xl.problems import Severity
from medoffice_xl.readers.recognise import kind_of, read_file
from medoffice_xl.tables import BILL_PAYMENTS
from tests.small_book import frame_of

BOOKS = Path(__file__).parents[2] / "samples" / "books"

TODAY = date(2026, 7, 1)

UNPAID_NEW = (BOOKS / "unpaid_bills.csv").read_text(encoding="utf-8")

UNPAID_OLD = """Unpaid Bills
Willow Creek Family Medicine
All Dates

Date,Transaction Type,Num,Due Date,Past Due,Amount,Open Balance
Acme Medical Supply
06/01/2026,Bill,INV10234,07/01/2026,-1,"1,418.50","1,418.50"
05/02/2026,Bill,INV10001,06/01/2026,29,200.00,80.00
Total for Acme Medical Supply,,,,,"$1,618.50","$1,498.50"
"""

DETAIL = """Willow Creek Family Medicine
A/P Aging Detail
"As of June 30, 2026"

,Date,Transaction type,Num,Vendor,Due date,Past due,Amount,Open balance
Current
,06/01/2026,Bill,INV10234,Acme Medical Supply,07/01/2026,-1,"1,418.50","1,418.50"
Total for Current,,,,,,,"$1,418.50","$1,418.50"
1 - 30 days past due
,05/02/2026,Bill,INV10001,Acme Medical Supply,06/01/2026,29,200.00,80.00
Total for 1 - 30 days past due,,,,,,,$200.00,$80.00
TOTAL,,,,,,,"$1,618.50","$1,498.50"
"""

TRANSACTIONS = """Willow Creek Family Medicine
Transaction List by Vendor
"January 1 - June 30, 2026"

,Date,Track 1099,Transaction type,Num,Posting (Y/N),Memo,Account full name,Item split account,Amount
Birch Cleaning,,,,,,,,,
,06/15/2026,Yes,Bill,,Y,June,Accounts Payable (A/P),Cleaning,300.00
,06/20/2026,Yes,Bill Payment (Check),1051,Y,,Checking,Accounts Payable (A/P),-300.00
,06/21/2026,Yes,Purchase Order,PO9,N,,Accounts Payable (A/P),Supplies,999.00
Total for Birch Cleaning,,,,,,,,,$0.00
Acme Medical Supply,,,,,,,,,
,06/01/2026,No,Bill,INV10234,Y,,Accounts Payable (A/P),Supplies,"1,418.50"
,06/10/2026,No,Vendor Credit,CM7,Y,,Accounts Payable (A/P),Supplies,-50.00
,06/11/2026,No,Check,1050,Y,,Checking,Supplies,-25.10
,06/12/2026,No,Expense,,Y,,Checking,Supplies,-12.00
,06/13/2026,No,Bill Payment (Credit Card),,Y,,Mastercard,Accounts Payable (A/P),-100.00
,06/14/2026,No,Inventory Adjustment,,Y,,Stock,,5.00
Total for Acme Medical Supply,,,,,,,,,"$1,236.40"
"""

PAID = """Willow Creek Family Medicine
Bill Payment List
"January 1 - June 30, 2026"

,Date,Num,Vendor,Amount
Checking,,,,
,06/20/2026,1051,Birch Cleaning,-300.00
,06/21/2026,1052,Acme Medical Supply,-80.00
,06/22/2026,1053,Acme Medical Supply,0.00
Total for Checking,,,,-$380.00
Mastercard,,,,
,06/13/2026,,Acme Medical Supply,100.00
Total for Mastercard,,,,$100.00
"""

SUMMARY = """Willow Creek Family Medicine
A/P Aging Summary
"As of June 30, 2026"

,CURRENT,1 - 30,31 - 60,61 - 90,91 AND OVER,Total
Acme Medical Supply,"1,368.50",80.00,,,,"$1,448.50"
Birch Cleaning,300.00,,,,,$300.00
TOTAL,"$1,668.50",$80.00,$0.00,$0.00,$0.00,"$1,748.50"
"""

XERO = (BOOKS / "bills_of_xero.csv").read_text(encoding="utf-8")


@pytest.fixture
def read(tmp_path):
    def of(text, kind=vendor_files.KIND, name="report.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        assert kind_of(path) == kind
        return read_file(path, today=TODAY)

    return of


def rows(reading, table, *names):
    return [tuple(row) for row in reading.tables[table][list(names)].itertuples(index=False)]


def wrong(reading):
    return [problem.problem for problem in reading.problems if problem.severity is Severity.DATA]


def test_unpaid_bills(read):
    reading = read(UNPAID_NEW)
    assert rows(reading, "bills", "vendor", "number", "amount", "open_balance") == [
        ("Acme Medical Supply", "INV10234", 141_850, 141_850),
        ("Acme Medical Supply", "INV10001", 20_000, 8_000),
        ("Acme Medical Supply", "CM7", -5_000, -5_000),
        ("Birch Cleaning", "", 30_000, 30_000),
    ]
    bills = reading.tables["bills"]
    assert {day.date() for day in bills["open_as_of"]} == {date(2026, 6, 30)}
    assert bills["due_date"].tolist()[0].date() == date(2026, 7, 1)
    assert bills["due_date"].isna().tolist() == [False, False, True, False]
    assert rows(reading, "vendors", "vendor") == [("Acme Medical Supply",), ("Birch Cleaning",)]
    assert wrong(reading) == []
    assert "Its totals agree" in reading.understood


def test_unpaid_bills_of_the_older_headings_say_their_day_by_past_due(read):
    """July 1, one day ahead, and June 1, 29 days past: June 30."""
    reading = read(UNPAID_OLD)
    assert {day.date() for day in reading.tables["bills"]["open_as_of"]} == {date(2026, 6, 30)}
    assert int(reading.tables["bills"]["open_balance"].sum()) == 149_850
    assert wrong(reading) == []


def test_unpaid_bills_of_no_day_are_refused(read):
    with pytest.raises(CannotRead, match="does not say of which day"):
        read(UNPAID_OLD.replace(",29,", ",30,"))


def test_ageing_detail_has_its_vendor_in_a_column(read):
    reading = read(DETAIL)
    assert rows(reading, "bills", "vendor", "open_balance") == [
        ("Acme Medical Supply", 141_850),
        ("Acme Medical Supply", 8_000),
    ]
    assert wrong(reading) == []


@pytest.mark.parametrize(
    "total",
    [
        'Total for Acme Medical Supply,,,,,,"$1,568.50","$1,448.51"',
        'Total for Acme Medical Supply,,,,,,"$1,568.50","$1,448.49"',
    ],
)
def test_a_total_that_disagrees_is_told_and_the_rows_are_taken(read, total):
    reading = read(UNPAID_NEW.replace('Total for Acme Medical Supply,,,,,,"$1,568.50","$1,448.50"', total))
    assert len(reading.tables["bills"]) == 4
    assert len(wrong(reading)) == 1
    assert "its rows add up to $1,448.50" in wrong(reading)[0]


def test_a_row_that_cannot_be_read_is_told(read):
    reading = read(UNPAID_NEW.replace("06/15/2026,Bill,,", "soon,Bill,,"))
    assert len(reading.tables["bills"]) == 3
    assert any("no day or no amount" in words for words in wrong(reading))


def test_transactions_by_vendor(read):
    reading = read(TRANSACTIONS.replace("$0.00", "$999.00"))
    assert rows(reading, "bills", "vendor", "number", "amount") == [
        ("Birch Cleaning", "", 30_000),
        ("Acme Medical Supply", "INV10234", 141_850),
        ("Acme Medical Supply", "CM7", -5_000),
    ]  # fmt: skip
    assert reading.tables["bills"]["open_balance"].isna().all()
    assert rows(reading, "bill_payments", "vendor", "number", "amount", "kind", "method") == [
        ("Birch Cleaning", "1051", 30_000, "bill payment", "check"),
        ("Acme Medical Supply", "1050", 2_510, "direct", "check"),
        ("Acme Medical Supply", "", 1_200, "direct", ""),
        ("Acme Medical Supply", "", 10_000, "bill payment", "card"),
    ]
    assert rows(reading, "vendors", "vendor", "form_1099") == [("Acme Medical Supply", ""), ("Birch Cleaning", "yes")]
    assert wrong(reading) == ["Transactions of this type are not known here; it was left out."]


def test_totals_may_leave_out_what_posts_nothing(read):
    """300 − 300 is 0 without the purchase order of 999."""
    assert len(wrong(read(TRANSACTIONS))) == 1


def test_bill_payments(read):
    """380 by check, 100 by card; a voided one is left out."""
    reading = read(PAID)
    assert rows(reading, "bill_payments", "vendor", "number", "amount", "method", "account") == [
        ("Birch Cleaning", "1051", 30_000, "check", "Checking"),
        ("Acme Medical Supply", "1052", 8_000, "check", "Checking"),
        ("Acme Medical Supply", "", 10_000, "card", "Mastercard"),
    ]
    assert wrong(reading) == []


def test_the_payments_of_quickbooks_published_sample_company(read):
    """PUB: 4,305.09 by check (negative in the report) + 234.41 by card (positive) = 4,539.50 paid."""
    listed = """Bill Payment List
Sample Company
"January 1 - June 30, 2026"

,Date,Num,Vendor,Amount
Checking,,,,
,05/01/2026,70,Acme Medical Supply,"-3,805.09"
,06/13/2026,71,Birch Cleaning,-500.00
Total for Checking,,,,"-$4,305.09"
Mastercard,,,,
,06/13/2026,1,Acme Medical Supply,234.41
Total for Mastercard,,,,$234.41
"""
    reading = read(listed)
    paid = reading.tables["bill_payments"].groupby("method")["amount"].sum().to_dict()
    assert paid == {"check": 430_509, "card": 23_441}
    assert sum(paid.values()) == 453_950
    assert wrong(reading) == []


def test_an_ageing_summary_is_checked(read):
    reading = read(SUMMARY)
    assert rows(reading, "vendors", "vendor") == [("Acme Medical Supply",), ("Birch Cleaning",)]
    assert wrong(reading) == []
    assert "$1,748.50" in reading.understood
    assert len(wrong(read(SUMMARY.replace('"$1,748.50"', '"$1,748.51"')))) == 1
    assert len(wrong(read(SUMMARY.replace('"$1,448.50"', '"$1,448.51"')))) == 2


@pytest.mark.parametrize("title", ["A/R Aging Detail", "Open Invoices"])
def test_what_customers_owe_is_not_taken(tmp_path, title):
    path = tmp_path / "r.csv"
    path.write_text(UNPAID_NEW.replace("Unpaid Bills", title), encoding="utf-8")
    with pytest.raises(CannotRead):
        vendor_files.read(path)


def test_xero(read):
    """A bill of two lines is one; a credit note is negative; a void bill is left out."""
    reading = read(XERO, bill_list.KIND)
    assert rows(reading, "bills", "vendor", "number", "amount", "open_balance") == [
        ("Acme Medical Supply", "INV10234", 141_850, 141_850), ("Acme Medical Supply", "CM7", -5_000, -5_000),
    ]  # fmt: skip
    assert {day.date() for day in reading.tables["bills"]["open_as_of"]} == {TODAY}


def test_a_later_list_says_what_was_paid(read):
    """INV10001 is on the list of June 30 and not on that of July 31; what is dated in August stays."""
    first = take_in(read(UNPAID_NEW), {}, content_hash="1", today=TODAY).frames
    august = first["bills"].iloc[[0]].assign(number="A", bill_date="2026-08-01", open_as_of=None, open_balance=None)
    august = august.astype(first["bills"].dtypes.to_dict())
    book = {**first, "bills": pd.concat([first["bills"], august], ignore_index=True)}
    later = UNPAID_NEW.replace("June 30, 2026", "July 31, 2026").replace(
        ",05/02/2026,Bill,INV10001,06/01/2026,29,200.00,80.00\n", ""
    )
    taken = take_in(read(later, name="later.csv"), book, content_hash="2", today=TODAY)
    bills = taken.frames["bills"].set_index("number")
    assert bills.loc["INV10001", "open_balance"] == 0
    assert bills.loc["INV10001", "open_as_of"].date() == date(2026, 7, 31)
    assert bills["open_balance"].isna().tolist() == [False] * 4 + [True]
    assert any("no longer on the list" in problem.problem for problem in taken.problems)


def others(first, vendors, paid=0):
    """A bill of $100 of each of so many other vendors beside those that are there, the first of them paid."""
    one = first["bills"].iloc[[0]].assign(bill_date="2026-06-01", amount=10_000, open_as_of=None, open_balance=None)
    more = [one.assign(vendor=f"Vendor {place}", number=f"V{place}") for place in range(vendors)]
    bills = pd.concat([first["bills"], *more], ignore_index=True).astype(first["bills"].dtypes.to_dict())
    checks = frame_of(BILL_PAYMENTS, [
        {"vendor": f"vendor  {place}", "paid_date": "2026-07-01", "number": str(place), "amount": 10_000,
         "kind": "bill payment"} for place in range(paid)
    ])  # fmt: skip
    return {**first, "bills": bills, "bill_payments": checks}


@pytest.mark.parametrize(
    ("vendors", "paid", "stay"),
    [(1, 0, False), (2, 0, False), (3, 0, True), (3, 1, False), (4, 1, True)],
)
def test_a_list_that_leaves_out_most_vendors_is_one_of_some(read, vendors, paid, stay):
    """The list is of two vendors. 3 of 5 that are owed something are more than half of them; 2 of 4 are not, and who
    was paid by check is not owed."""
    first = take_in(read(UNPAID_NEW), {}, content_hash="1", today=TODAY).frames
    later = read(UNPAID_NEW.replace("June 30, 2026", "July 31, 2026"), name="later.csv")
    taken = take_in(later, others(first, vendors, paid), content_hash="2", today=TODAY)
    of_others = taken.frames["bills"].query("number.str.startswith('V')")
    still_open = of_others["open_balance"].isna().sum()
    assert still_open == (vendors - paid if stay else 0)
    told = [each.problem for each in taken.problems if "a list of some vendors" in each.problem]
    assert [words[:6] for words in told] == ([f"{vendors - paid} of {vendors - paid + 2}"] if stay else [])


def test_a_bill_of_another_amount_replaces_the_one_that_is_there_and_keeps_what_was_typed(read):
    first = take_in(read(UNPAID_NEW), {}, content_hash="1", today=TODAY).frames
    first["bills"].loc[first["bills"]["number"] == "INV10234", ["state", "note"]] = ["hold", "price is wrong"]
    again = read(UNPAID_NEW.replace('"1,418.50","1,418.50"', '"1,400.00","1,400.00"'), name="again.csv")
    bills = take_in(again, first, content_hash="2", today=TODAY).frames["bills"]
    (one,) = bills[bills["number"] == "INV10234"].to_dict("records")
    assert (one["amount"], one["state"], one["note"]) == (140_000, "hold", "price is wrong")
    assert len(bills) == 4


def test_importing_again_changes_nothing(read):
    first = take_in(read(TRANSACTIONS), {}, content_hash="1", today=TODAY).frames
    vendors = first["vendors"]
    vendors.loc[vendors["vendor"] == "Acme Medical Supply", ["terms", "form_1099"]] = ["2/10 net 30", "no"]
    again = take_in(read(TRANSACTIONS, name="b.csv"), first, content_hash="2", today=TODAY)
    for name in ("vendors", "bills", "bill_payments"):
        counts = again.counts[name]
        assert (counts.added, counts.changed, counts.removed) == (0, 0, 0)
    assert again.frames["vendors"]["terms"].tolist().count("2/10 net 30") == 1


def test_a_check_that_is_there_by_its_bills_is_not_added_as_a_whole(read):
    parted = take_in(read(PAID), {}, content_hash="1", today=TODAY).frames
    one = parted["bill_payments"].iloc[[0, 0]].assign(amount=[10_000, 20_000], bill_number=["A", "B"])
    taken = take_in(read(PAID), {"bill_payments": one}, content_hash="2", today=TODAY).frames["bill_payments"]
    assert sorted(taken[taken["number"] == "1051"]["amount"]) == [10_000, 20_000]
