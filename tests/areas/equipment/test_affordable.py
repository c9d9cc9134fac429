"""What the practice can afford, and the candidates in their rank."""

from datetime import date

import pytest
from contract_tables import moved
from equipment_candidates import BACK, ECHO, sources
from practice_frames import frame

from medoffice_xl.areas.equipment.affordable import FLOOR_DAYS, equipment_budget, equipment_dscr
from medoffice_xl.areas.equipment.ranking import COLUMNS, STRESSED, equipment_ranked
from medoffice_xl.areas.equipment.sources import Lookback
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.debt_cover import LEAST_COVER
from medoffice_xl.tables import ACCOUNTS, CASH, COSTS, LEDGER

KINDS = frame(
    ACCOUNTS,
    {"account": "Income", "kind": "income"},
    {"account": "Wages", "kind": "expense"},
    {"account": "Interest", "kind": "other expense", "line": "interest"},
    {"account": "Depreciation", "kind": "expense", "line": "depreciation"},
    {"account": "Building", "kind": "asset"},
)


def months():
    return [f"{2025 + number // 12}-{number % 12 + 1:02d}-01" for number in range(6, 18)]


def ledger(income=100_000, wages=75_000, interest=5_000, depreciation=10_000, more=()):
    """A year that earns 120,000 net, 60,000 interest and 120,000 depreciation: 300,000."""
    of_month = {"income": income, "WAGES": wages, "Interest": interest, "Depreciation ": depreciation, "Building": 9}
    rows = [{"month": m, "account": name, "amount": amount} for m in months() for name, amount in of_month.items()]
    return frame(LEDGER, *rows, *more)


def cash(balance=200_000, service=20_000, floor=50_000):
    rows = [
        {"month": m, "bank_account": "Operating", "balance": balance, "debt_service": service, "floor": floor}
        for m in months()
    ]
    return frame(CASH, *rows)


def books(*rows, **more):
    return sources(*(rows or (ECHO,)), **{"accounts": KINDS, "ledger": ledger(), "cash": cash(), **more})


def part(measure, label):
    return next(each.value for each in measure.parts if each.label == label)


def test_what_earnings_bear():
    # 120,000 + 60,000 + 120,000 = 300,000 ÷ 1.25 = 240,000, all of which loans take already
    found = equipment_budget(books(), BACK, 0.08, 60)
    assert found.value == 0
    assert part(found, "Cash above the floor") == 15_000_000


def test_the_loan_that_is_borne():
    # 300,000 ÷ 1.25 − 120,000 = 120,000 a year, 10,000 a month, 12 months without interest: 120,000
    of = books(cash=cash(service=10_000))
    assert equipment_budget(of, BACK, 0, 12).value == 12_000_000
    # over 24 months 240,000 would be borne: cash above its floor is less
    assert equipment_budget(of, BACK, 0, 24).value == 15_000_000
    # 10,000 a month over 60 months at 8%: (1 − 1.006667^−60) ÷ 0.006667 = 49.318433
    assert part(equipment_budget(of, BACK, 0.08, 60), "Loan that earnings bear") == 49_318_433


def test_the_least_coverage_is_the_practices():
    of = books(cash=cash(service=10_000), thresholds=moved(LEAST_COVER, 2))
    assert equipment_budget(of, BACK, 0, 12).value == 3_000_000  # 300,000 ÷ 2 − 120,000


def test_a_floor_above_the_balance_leaves_nothing():
    assert equipment_budget(books(cash=cash(service=0, floor=200_001)), BACK, 0, 60).value == 0
    assert equipment_budget(books(cash=cash(service=0, floor=199_999)), BACK, 0, 60).value == 100


def test_without_a_floor_days_of_spending_stay():
    # 73,000 a month: 876,000 a year, 30 of 365 days: 72,000
    spent = frame(COSTS, *({"month": m, "account": "x", "amount": 73_000, "behaviour": "fixed"} for m in months()))
    of = books(cash=cash(service=0, floor=None), costs=spent)
    assert part(equipment_budget(of, BACK, 0, 60), "Cash above the floor") == 12_800_000
    of = books(cash=cash(service=0, floor=None), costs=spent, thresholds=moved(FLOOR_DAYS, 60))
    assert part(equipment_budget(of, BACK, 0, 60), "Cash above the floor") == 5_600_000


def test_only_months_that_had_ended_count():
    later = ({"month": "2026-07-01", "account": "Income", "amount": 1_000_000},)
    of = books(ledger=ledger(more=later), cash=cash(service=10_000))
    assert equipment_budget(of, BACK, 0, 12).value == 12_000_000
    # on the day before the month ends, June is under way: eleven months are there
    before = equipment_budget(of, Lookback(date(2026, 6, 29)), 0, 12)
    assert part(before, "Net income of twelve months") == 11_000_000
    assert any("Jun 2025" in note for note in before.notes)
    # a month later July is in, July a year before is out
    after = equipment_budget(of, Lookback(date(2026, 7, 31)), 0, 12)
    assert part(after, "Net income of twelve months") == 111_000_000


def test_the_newest_balance_of_each_account():
    both = frame(
        CASH,
        {"month": "2026-05-31", "bank_account": "Operating", "balance": 1_000, "floor": 100},
        {"month": "2026-06-30", "bank_account": "Operating", "balance": 2_000, "floor": 300},
        {"month": "2026-05-31", "bank_account": "Savings", "balance": 50},
        {"month": "2026-07-31", "bank_account": "Savings", "balance": 9_999},
    )
    assert part(equipment_budget(books(cash=both), BACK, 0, 60), "Cash above the floor") == 175_000


def test_coverage_before_and_after():
    # a published form of the case: 420,000 ÷ 240,000 = 1.75, then 448,675.20 ÷ 259,465.34 = 1.73
    of = books(ledger=ledger(income=110_000), cash=cash(service=20_000))
    assert equipment_dscr(of, BACK).value == 1.75
    after = equipment_dscr(of, BACK, "Echo")
    assert after.value == pytest.approx(1.73, abs=5e-3)
    assert part(after, "First year of the candidate") == 2_867_520
    assert part(after, "Its loan a year") == 1_946_534


@pytest.mark.parametrize(("net", "expected"), [(120_000, 1.50), (95_000, 1.1875)])
def test_published_coverage(net, expected):
    # 120,000 ÷ 80,000 and 95,000 ÷ 80,000
    one = {"month": "2026-06-30", "account": "Income", "amount": net}
    monthly = ledger(income=0, wages=0, interest=0, depreciation=0, more=(one,))
    paid = frame(CASH, {"month": "2026-06-30", "bank_account": "x", "balance": 1, "debt_service": 80_000})
    assert equipment_dscr(books(ledger=monthly, cash=paid), BACK).value == pytest.approx(expected)


def test_nothing_is_paid_on_loans():
    with pytest.raises(NoData, match="no debt service"):
        equipment_dscr(books(cash=cash(service=0)), BACK)


def test_missing_books_and_wrong_terms():
    with pytest.raises(NoData, match="Cash has no balance"):
        equipment_budget(sources(ECHO), BACK, 0.08, 60)
    with pytest.raises(NoData, match="Ledger has no income"):
        equipment_budget(sources(ECHO, cash=cash()), BACK, 0.08, 60)
    for rate, term in ((-0.01, 60), (1.01, 60), (0.08, 0), (0.08, 481)):
        with pytest.raises(OutOfRange):
            equipment_budget(books(), BACK, rate, term)


# ---------------------------------------------------------------------------------------------------- in their rank

# 20,000; 100 a procedure, 12 × 10 = 12,000 a year less 2,000: 10,000; no tax; 5 years at 10%: 37,907.87 − 20,000
SURE = {
    "candidate": "Sure", "placed": "2026-07-01", "price": 20_000, "life": 5, "volume": 10, "allowed": 100,
    "collected": 1, "maintenance": 2_000, "discount_rate": 0.1, "tax_rate": 0, "depreciation": "straight line",
}  # fmt: skip
# 45,000 − 37,907.87: not worth it; 36,000: worth 1,907.87, and a tenth less volume takes 1,200 × 3.790787 = 4,548.94
LOSES = {**SURE, "candidate": "Loses", "price": 45_000}
BARELY = {**SURE, "candidate": "Barely", "price": 36_000}


def verdicts(of, budget_months=60):
    names = [column.header for column in COLUMNS]
    body = equipment_ranked(of, BACK, 0, budget_months).body
    return [{name: row[names.index(name)] for name in ("Candidate", "NPV", "Fits", "Verdict")} for row in body]


def test_candidates_in_their_rank():
    found = verdicts(books(LOSES, BARELY, SURE, cash=cash(service=0)))
    assert [row["Candidate"] for row in found] == ["Sure", "Barely", "Loses"]
    assert [row["Verdict"] for row in found] == ["buy", "pays only at full volume", "do not buy"]
    assert [row["NPV"] for row in found] == [1_790_787, 190_787, -709_213]
    assert [row["Fits"] for row in found] == ["yes", "yes", "yes"]


def test_rates_that_fall_are_told_where_volume_is_sure():
    # supplies of 90 of 250 leave 160: a tenth less volume takes 1,920 a year, a tenth lower rates 3,000
    thin = {**SURE, "candidate": "Thin", "allowed": 250, "variable": 90, "price": 56_000}
    # 12 × 10 × 160 − 2,000 = 17,200 × 3.790787 = 65,201.53: NPV 9,201.53; − 7,278.31; − 11,372.36
    [row] = verdicts(books(thin, cash=cash(service=0)))
    assert (row["NPV"], row["Verdict"]) == (920_153, "pays only at these rates")
    # at half the stress both are borne
    [row] = verdicts(books(thin, cash=cash(service=0), thresholds=moved(STRESSED, 0.05)))
    assert row["Verdict"] == "buy"


def test_worth_nothing_beyond_the_price_is_no_reason_to_buy():
    # without discounting 5 × 10,000 pays back 50,000 exactly
    even = {**SURE, "discount_rate": 0, "price": 50_000}
    [row] = verdicts(books(even, cash=cash(service=0)))
    assert (row["NPV"], row["Verdict"]) == (0, "do not buy")


def test_the_budget_goes_down_the_list_as_far_as_it_reaches():
    other = {**SURE, "candidate": "Other", "price": 25_000}
    # cash above the floor: 44,999; the second would take it to 45,000
    short = books(SURE, other, cash=cash(balance=94_999, service=0))
    assert [(row["Fits"], row["Verdict"]) for row in verdicts(short)] == [
        ("yes", "buy"),
        ("no", "worth it, beyond the budget"),
    ]
    enough = books(SURE, other, cash=cash(balance=95_000, service=0))
    assert [row["Verdict"] for row in verdicts(enough)] == ["buy", "buy"]


def test_what_is_not_bought_takes_nothing_from_the_budget():
    # the first is worth the most for its price but unsure: 2 procedures a month at 500
    unsure = {**SURE, "candidate": "Unsure", "price": 36_000, "salvage": 1_000}
    of = books(unsure, SURE, cash=cash(balance=70_000, service=0))
    assert {row["Candidate"]: row["Verdict"] for row in verdicts(of)} == {
        "Sure": "buy",
        "Unsure": "pays only at full volume",
    }


def test_without_cash_candidates_are_still_ranked():
    found = equipment_ranked(sources(SURE), BACK, 0, 60)
    assert found.body[0][-2:] == ("", "buy")
    assert any("Cash has no balance" in note for note in found.notes)


def test_one_that_cannot_be_worked_out_stands_last_and_says_why():
    found = verdicts(books({**SURE, "candidate": "Broken", "life": 0}, SURE))
    assert [row["Candidate"] for row in found] == ["Sure", "Broken"]
    assert found[1]["Verdict"].startswith("not known: Equipment candidates, row 5: “Useful life")
    assert found[1]["NPV"] is None


def test_flows_without_a_rate_and_payback_are_empty():
    never = {**SURE, "volume": 0}
    names = [column.header for column in COLUMNS]
    [row] = equipment_ranked(books(never), BACK, 0, 60).body
    assert row[names.index("IRR")] == "none"
    assert row[names.index("Payback")] is None
    assert row[names.index("Break-even a month")] is not None
