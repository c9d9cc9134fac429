"""Reports of the books into Ledger and Costs: what is stated anew, what is not mapped, and shares that add up."""

from datetime import date

import pandas as pd
import pytest
from practice_frames import frame

from medoffice_xl.intake import Settings, take_in
from medoffice_xl.intake.general_ledger import renewed_costs
from medoffice_xl.ledger.costs_of_ledger import costs_of
from medoffice_xl.ledger.trial_months import without_the_one_before
from medoffice_xl.problems import Severity
from medoffice_xl.readers.reading import Reading
from medoffice_xl.tables import ACCOUNTS, COSTS, LEDGER, TRIAL_BALANCES, empty_frame

TODAY = date(2026, 7, 1)
RENT, PAY, SUPPLIES, FEES, BANK = "6100 Rent", "6000 Base pay", "6200 Supplies", "4000 Fees", "1000 Checking"
KINDS = {RENT: "expense", PAY: "expense", SUPPLIES: "expense", FEES: "income", BANK: "asset"}


def accounts(*rows):
    return frame(ACCOUNTS, *({"account": name, "kind": KINDS[name], **rest} for name, rest in rows))


MAPPED = accounts(
    (RENT, {"category": "rent", "fixed_share": 1.0}),
    (PAY, {"physician_pay": "yes", "fixed_share": 0.8}),
    (SUPPLIES, {"category": "supplies", "fixed_share": 0.0}),
    (FEES, {}),
    (BANK, {}),
)


def posted(month, source="profit and loss", **dollars):
    """Rows of the ledger; accounts by their names in capitals above."""
    names = {"rent": RENT, "pay": PAY, "supplies": SUPPLIES, "fees": FEES, "bank": BANK}
    return frame(
        LEDGER,
        *({"month": f"{month}-01", "account": names[name], "amount": amount, "source": source, "basis": "accrual"}
          for name, amount in dollars.items()),
    )  # fmt: skip


def report(*ledgers, file="books.csv"):
    ledger = pd.concat(ledgers, ignore_index=True)
    named = accounts(*((name, {}) for name in sorted(set(ledger["account"]))))
    return Reading(file, "QuickBooks report", {"accounts": named, "ledger": ledger})


def balances(day, **dollars):
    names = {"rent": RENT, "supplies": SUPPLIES, "fees": FEES, "bank": BANK}
    rows = [{"as_of": day, "account": names[name], "balance": amount} for name, amount in dollars.items()]
    named = accounts(*((names[name], {}) for name in dollars))
    return Reading(
        f"{day}.csv", "QuickBooks report", {"accounts": named, "trial_balances": frame(TRIAL_BALANCES, *rows)}
    )


def after(*readings, **tables):
    book = dict(tables)
    for number, reading in enumerate(readings):
        intake = take_in(reading, book, content_hash=f"{number}", today=TODAY)
        book |= intake.frames
    return book, intake


def costs(book):
    rows = book["costs"].sort_values(["month", "account", "behaviour"])
    return [
        (f"{month:%Y-%m}", account, category, behaviour, cents / 100)
        for month, account, category, behaviour, cents in rows[COSTS.names[:5]].values
    ]


def ledger(book):
    rows = book["ledger"].sort_values(["month", "account"])
    return {(f"{month:%Y-%m}", account): cents / 100 for month, account, cents in rows[LEDGER.names[:3]].values}


def told(intake):
    return [problem.problem for problem in intake.problems if problem.severity is Severity.DATA]


def test_costs_follow_from_ledger_and_accounts():
    book, intake = after(
        report(posted("2026-01", rent=2000, pay=1000.01, supplies=50, fees=9000, bank=7)), accounts=MAPPED
    )
    assert costs(book) == [
        ("2026-01", PAY, "physicians", "fixed", 800.01),  # 80% of 1,000.01 is 800.008
        ("2026-01", PAY, "physicians", "variable", 200.0),
        ("2026-01", RENT, "rent", "fixed", 2000.0),
        ("2026-01", SUPPLIES, "supplies", "variable", 50.0),
    ]
    assert told(intake) == []


@pytest.mark.parametrize(("cents", "share", "fixed"), [(1, 0.5, 1), (-1, 0.5, -1), (3, 0.5, 2), (100, 1 / 3, 33)])
def test_the_two_parts_add_up(cents, share, fixed):
    found = costs_of(
        posted("2026-01", supplies=cents / 100), accounts((SUPPLIES, {"category": "supplies", "fixed_share": share}))
    )
    parts = dict(found[["behaviour", "amount"]].values)
    assert (parts["fixed"], sum(parts.values())) == (fixed, cents)


def test_an_account_that_is_not_mapped_comes_in_as_its_own_row_and_is_told():
    book, intake = after(report(posted("2026-01", rent=2000, fees=9000)))
    assert costs(book) == [("2026-01", RENT, "not mapped", "fixed", 2000.0)]
    assert dict(book["accounts"][["account", "kind"]].values) == {RENT: "expense", FEES: "income"}
    assert told(intake) == [
        "1 account of costs (6100 Rent) is not mapped yet; they count as fixed, and without a category as “not mapped”."
    ]


@pytest.mark.parametrize(
    ("given", "mapped"),
    [
        ({"category": "rent"}, False), ({"fixed_share": 0.5}, False), ({"category": "rent", "fixed_share": 0.0}, True),
        ({"category": "rent", "fixed_share": 1.0}, True), ({"category": "rent", "fixed_share": 1.01}, False),
        ({"category": "rent", "fixed_share": -0.01}, False), ({"physician_pay": "yes", "fixed_share": 1.0}, True),
        ({"physician_pay": "no", "fixed_share": 1.0}, False),
    ],
)  # fmt: skip
def test_what_makes_an_account_mapped(given, mapped):
    _, intake = after(report(posted("2026-01", rent=2000)), accounts=accounts((RENT, given)))
    assert (told(intake) == []) is mapped


def test_what_the_user_filled_in_stays():
    own = accounts(
        (RENT, {"kind": "other expense", "category": "rent", "fixed_share": 0.5, "note": "mine"}), (FEES, {"kind": ""})
    )
    book, _ = after(report(posted("2026-01", rent=2000, fees=5)), accounts=own)
    assert book["accounts"].sort_values("account")[["account", "kind", "note"]].values.tolist() == [
        [FEES, "income", ""], [RENT, "other expense", "mine"],
    ]  # fmt: skip


def test_an_account_of_no_known_kind_counts_as_a_cost_and_is_told():
    unknown = report(posted("2026-01", rent=2000))
    unknown.tables["accounts"]["kind"] = ""
    book, intake = after(unknown)
    assert costs(book) == [("2026-01", RENT, "not mapped", "fixed", 2000.0)]
    assert told(intake) == ["1 account (6100 Rent) is of a kind that is not said; they count as costs."]


def test_a_later_file_states_its_months_anew_and_says_so():
    first = report(posted("2026-01", rent=2000, supplies=50), posted("2026-02", rent=2000))
    second = report(posted("2026-01", rent=1900, pay=7), file="again.csv")
    book, intake = after(first, second, accounts=MAPPED)
    assert ledger(book) == {("2026-01", PAY): 7, ("2026-01", RENT): 1900, ("2026-02", RENT): 2000}
    assert [row[4] for row in costs(book) if row[0] == "2026-01"] == [5.6, 1.4, 1900.0]
    assert told(intake) == [
        "2026-01 was in the ledger and is stated anew: 2 accounts changed (6100 Rent $2,000.00 → $1,900.00, "
        "6200 Supplies $50.00 → $0.00), 1 of them gone, 1 new."
    ]


def test_the_same_figures_again_are_told_to_nobody():
    rows = posted("2026-01", rent=2000)
    _, intake = after(report(rows), report(rows, file="again.csv"), accounts=MAPPED)
    assert told(intake) == []


def test_a_profit_and_loss_says_nothing_of_the_balance_sheet_and_nothing_of_what_was_typed():
    typed = posted("2026-01", source="", supplies=3)
    book, _ = after(
        report(posted("2026-01", source="general ledger", bank=5, rent=1)), report(posted("2026-01", rent=2)),
        accounts=MAPPED, ledger=typed,
    )  # fmt: skip
    assert ledger(book) == {("2026-01", BANK): 5, ("2026-01", RENT): 2, ("2026-01", SUPPLIES): 3}


BESIDE = (
    "Costs has rows of 2026-01 that are not from the ledger ({}) beside those that are; where the account is the same, "
    "the ledger's stand."
)


def test_costs_of_a_list_give_way_for_the_same_account_and_stay_beside_it_otherwise():
    listed = frame(
        COSTS,
        {"month": "2026-01-15", "account": "6100 rent", "category": "rent", "behaviour": "fixed", "amount": 1},
        {"month": "2026-01-15", "account": "Cleaning", "category": "other", "behaviour": "fixed", "amount": 4},
        {"month": "2025-12-01", "account": RENT, "category": "rent", "behaviour": "fixed", "amount": 2},
    )
    book, intake = after(report(posted("2026-01", rent=2000)), accounts=MAPPED, costs=listed)
    assert [(row[0], row[1], row[4]) for row in costs(book)] == [
        ("2025-12", RENT, 2.0), ("2026-01", RENT, 2000.0), ("2026-01", "Cleaning", 4.0),
    ]  # fmt: skip
    assert told(intake) == [BESIDE.format("$4.00")]


def test_a_list_that_comes_after_the_ledger_is_told_of_it():
    row = {"category": "rent", "behaviour": "fixed", "amount": 5, "account": "Rent, by hand"}
    listed = frame(COSTS, {**row, "month": "2026-01-01"}, {**row, "month": "2026-02-01"})
    later = Reading("list.csv", "costs", {"costs": listed})
    assert told(after(report(posted("2026-01", rent=2000)), later, accounts=MAPPED)[1]) == [BESIDE.format("$5.00")]
    assert told(after(later, accounts=MAPPED)[1]) == []


def test_costs_are_renewed_when_accounts_have_changed():
    book, _ = after(report(posted("2026-01", rent=2000)))
    assert renewed_costs(book) == {}
    book["accounts"] = accounts((RENT, {"category": "rent", "fixed_share": 0.25}))
    book |= renewed_costs(book)
    assert costs(book) == [("2026-01", RENT, "rent", "fixed", 500.0), ("2026-01", RENT, "rent", "variable", 1500.0)]
    assert renewed_costs(book) == {}
    assert renewed_costs({"costs": book["costs"]}) == {}


DECEMBER = balances("2025-12-31", rent=24000, fees=-90000, bank=100)
JANUARY = balances("2026-01-31", rent=2000, supplies=50, fees=-9000, bank=160)
FEBRUARY = balances("2026-02-28", rent=4100, supplies=50, fees=-9000, bank=40)


@pytest.mark.parametrize(
    "order", [(DECEMBER, JANUARY, FEBRUARY), (FEBRUARY, JANUARY, DECEMBER), (JANUARY, FEBRUARY, DECEMBER)]
)
def test_a_month_is_the_difference_of_two_trial_balances_in_any_order(order):
    book, _ = after(*order, accounts=MAPPED)
    assert {key: amount for key, amount in ledger(book).items() if key[0] > "2025"} == {
        # the year begins with January: its income and expenses are what stands at its end
        ("2026-01", RENT): 2000, ("2026-01", SUPPLIES): 50, ("2026-01", FEES): 9000, ("2026-01", BANK): 60,
        ("2026-02", RENT): 2100, ("2026-02", BANK): -120,
    }  # fmt: skip


def test_the_practices_own_year_may_begin_in_february():
    """Then February's income and expenses are what stands at its end, and January's a difference."""
    book = {}
    for number, each in enumerate((DECEMBER, JANUARY, FEBRUARY)):
        book |= take_in(
            each, book, content_hash=str(number), today=date(2026, 6, 1), settings=Settings(year_start=2)
        ).frames
    found = ledger(book)
    assert (found["2026-02", RENT], found["2026-02", FEES], found["2026-02", BANK]) == (4100, 9000, -120)
    assert (found["2026-01", RENT], found["2026-01", FEES]) == (-22000, -81000)


def test_a_trial_balance_without_the_one_before_it_waits():
    book, intake = after(FEBRUARY, accounts=MAPPED)
    assert book["ledger"].empty
    assert told(intake) == [
        "The trial balance of 02/28/2026 is kept, but its month is the difference from the one before it."
    ]


def test_a_trial_balance_sent_again_states_its_months_anew():
    again = balances("2026-01-31", rent=2100, supplies=50, fees=-9000, bank=160)
    book, intake = after(JANUARY, FEBRUARY, again, accounts=MAPPED)
    found = ledger(book)
    assert (found["2026-01", RENT], found["2026-02", RENT]) == (2100, 2000)
    assert len(told(intake)) == 2


def test_the_next_months_own_report_is_not_overruled_by_a_trial_balance():
    book, _ = after(report(posted("2026-02", rent=7)), JANUARY, FEBRUARY, JANUARY, accounts=MAPPED)
    assert ledger(book)["2026-02", RENT] == 2100  # February's own trial balance came later than the report
    book, _ = after(FEBRUARY, report(posted("2026-02", rent=7)), JANUARY, accounts=MAPPED)
    assert ledger(book)["2026-02", RENT] == 7


def test_days_without_the_one_before():
    days = frame(TRIAL_BALANCES, *({"as_of": day} for day in ("2026-01-31", "2026-03-31", "2026-04-30")))
    assert without_the_one_before(days) == [date(2026, 3, 31)]
    assert without_the_one_before(days, year_start=3) == [date(2026, 1, 31)]
    assert without_the_one_before(days, year_start=4) == [date(2026, 1, 31), date(2026, 3, 31)]
    assert without_the_one_before(empty_frame(TRIAL_BALANCES)) == []
