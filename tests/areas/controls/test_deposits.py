"""C1: which deposit is which money, and what is missed from when on."""

from datetime import date, timedelta
from random import Random

import pytest

from medoffice_xl.areas.controls.deposit_match import Deposit, Money, fewest_that_add_up, match_deposits
from medoffice_xl.areas.controls.deposits import Which, check, deposits, undeposited
from medoffice_xl.areas.controls.tables import BANK
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.business_days import business_days
from medoffice_xl.tables import PAYMENTS, REMITTANCES
from tests.kinds_of_frame import every_kind
from tests.small_book import frame_of

JUDGED = Thresholds().on(date(2026, 6, 30))
MONDAY = date(2026, 3, 2)


def bank(*lines):
    return frame_of(
        BANK,
        [
            {"posted": day, "amount": cents, "description": text, "line_id": str(number)}
            for number, (day, cents, text) in enumerate(lines)
        ],
    )


def remittance(day, cents, trace="", payer="Blue Harbor"):
    return {"trace": trace, "payer": payer, "paid_date": day, "amount": cents, "remittance": f"{trace}{day}{cents}"}


def paid(day, cents):
    return {"claim_id": "C1", "post_date": day, "payer": "Patient", "kind": "patient payment", "amount": cents,
            "source": "PM"}  # fmt: skip


def found(bank_lines, remitted=(), received=(), as_of=date(2026, 6, 30)):
    return deposits(
        bank(*bank_lines), frame_of(REMITTANCES, list(remitted)), frame_of(PAYMENTS, list(received)), as_of, JUDGED
    )


def told(money, into):
    return [(each.deposit, each.parts, each.by) for each in match_deposits(money, into)]


def test_a_trace_in_the_text_decides_whatever_the_day_and_amount():
    money = [Money(MONDAY, 10_000, "A", "0000778899"), Money(MONDAY, 10_000, "B", "5566")]
    assert told(money, [Deposit(date(2026, 4, 20), 10_000, "HCCLAIMPMT TRN*1*5566*1")]) == [(0, (1,), "trace")]
    assert told(money, [Deposit(MONDAY, 9_500, "X TRN*1*778899*1")]) == [(0, (0,), "trace")]


@pytest.mark.parametrize(
    ("day", "same"), [(date(2026, 3, 2), True), (date(2026, 3, 9), True), (date(2026, 3, 10), False)]
)
def test_the_exact_amount_counts_to_the_fifth_business_day(day, same):
    """Monday 3/2 and five business days is Monday 3/9; the 10th is the sixth."""
    assert bool(match_deposits([Money(MONDAY, 10_000, "A")], [Deposit(day, 10_000, "DEPOSIT")])) == same


def test_of_several_of_one_trace_the_exact_amount_is_meant_or_all_that_add_up():
    money, text = [Money(MONDAY, 9_000, "A", "5566"), Money(MONDAY, 10_000, "A", "5566")], "TRN*1*5566"
    assert told(money, [Deposit(MONDAY, 10_000, text)]) == [(0, (1,), "trace")]
    assert told(money, [Deposit(MONDAY, 19_000, text)]) == [(0, (0, 1), "trace")]
    assert told(money, [Deposit(MONDAY, 12_345, text)]) == []


def test_before_its_day_money_is_not_deposited_and_a_cent_is_another_amount():
    assert not match_deposits([Money(MONDAY, 10_000, "A")], [Deposit(date(2026, 3, 1), 10_000, "")])
    assert not match_deposits([Money(MONDAY, 10_000, "A")], [Deposit(MONDAY, 10_001, "")])


def test_holidays_are_no_business_days():
    """7/3/2026 is Independence Day, observed: from Thursday 7/2 to Monday 7/6 is one business day."""
    assert business_days(date(2026, 7, 2), date(2026, 7, 6)) == 1
    assert business_days(date(2026, 7, 6), date(2026, 7, 2)) == -1


def test_of_two_alike_the_nearest_is_deposited():
    """Friday's copay is carried to the bank on Monday with Saturday's, Tuesday's alone on Wednesday."""
    friday, saturday, tuesday = date(2026, 3, 6), date(2026, 3, 7), date(2026, 3, 10)
    money = [Money(friday, 2_500, "A"), Money(saturday, 3_000, "B"), Money(tuesday, 2_500, "C")]
    into = [Deposit(date(2026, 3, 9), 5_500, "MONDAY"), Deposit(date(2026, 3, 11), 2_500, "WEDNESDAY")]
    assert told(money, into) == [(0, (0, 1), "several in one deposit"), (1, (2,), "amount and day")]


def test_one_deposit_of_several_checks():
    money = [Money(MONDAY, 12_345, "A"), Money(MONDAY, 20_001, "B"), Money(MONDAY, 777, "C")]
    assert told(money, [Deposit(date(2026, 3, 3), 13_122, "DEPOSIT")]) == [(0, (0, 2), "several in one deposit")]


@pytest.mark.parametrize(("checks", "told_apart"), [(12, True), (13, False)])
def test_a_deposit_is_at_most_twelve_items(checks, told_apart):
    """Powers of two have one sum only: all of them, so no smaller number of checks makes it."""
    money = [Money(MONDAY, 2**place, "A") for place in range(checks)]
    assert bool(match_deposits(money, [Deposit(MONDAY, 2**checks - 1, "DEPOSIT")])) == told_apart


@pytest.mark.parametrize(("checks", "told_apart"), [(24, True), (25, False)])
def test_parts_are_looked_for_among_the_nearest_items(checks, told_apart):
    """The first and the last of powers of two: no others add up to the same."""
    money = [Money(MONDAY, 2**place, "A") for place in range(checks)]
    assert bool(match_deposits(money, [Deposit(MONDAY, 1 + 2 ** (checks - 1), "DEPOSIT")])) == told_apart


def test_the_fewest_items_that_add_up():
    assert fewest_that_add_up([100, 200, 300, 400, 600], 1_000, 12) == (3, 4)
    assert fewest_that_add_up([100, 200], 301, 12) == ()
    assert fewest_that_add_up([], 1, 12) == ()
    # Of as few, the first: 600 + 400 before 700 + 300, and the first 300 before the second
    assert fewest_that_add_up([600, 400, 700, 300], 1_000, 12) == (0, 1)
    assert fewest_that_add_up([300, 300, 700, 50], 1_000, 12) == (0, 2)


@pytest.mark.parametrize(("day", "missed"), [(date(2026, 3, 9), 0), (date(2026, 3, 10), 10_000)])
def test_money_is_missed_more_than_seven_days_later(day, missed):
    """Remitted on 3/2; the bank's last line on 3/9 is seven days later, on 3/10 eight."""
    each = found([(MONDAY, -1, "fee"), (day, -1, "fee")], [remittance(MONDAY, 10_000)])
    assert undeposited(each).value == missed


def test_what_the_bank_cannot_show_yet_is_left_out_and_said():
    each = undeposited(found([(MONDAY, -1, ""), (date(2026, 3, 6), -1, "")], [remittance(MONDAY, 10_000)]))
    assert (each.value, [(left.rows, left.amount) for left in each.left_out]) == (0, [(1, 10_000)])
    early = undeposited(found([(date(2026, 3, 3), -1, ""), (date(2026, 5, 1), -1, "")], [remittance(MONDAY, 10_000)]))
    assert (early.value, early.left_out[0].reason) == (0, "older than the bank's first line")


def test_a_day_of_receipts_is_one_sum():
    lines = [(MONDAY, -1, ""), (date(2026, 3, 3), 7_500, "DEPOSIT"), (date(2026, 3, 31), -1, "")]
    each = found(lines, received=[paid(MONDAY, 2_500), paid(MONDAY, 5_000), paid(date(2026, 3, 4), 1_000)])
    assert undeposited(each).value == 1_000
    assert undeposited(each, Which.RECEIPTS).value == 1_000
    assert undeposited(each, Which.REMITTANCE).value == 0


def test_as_of_a_day_nothing_later_counts():
    lines = [(MONDAY, -1, ""), (date(2026, 3, 12), -1, ""), (date(2026, 3, 13), 10_000, "TRN*1*7788*1")]
    remitted = [remittance(MONDAY, 10_000, "7788")]
    assert undeposited(found(lines, remitted, as_of=date(2026, 3, 12))).value == 10_000
    assert undeposited(found(lines, remitted, as_of=date(2026, 3, 13))).value == 0


def test_what_is_to_be_looked_at():
    lines = [(MONDAY, 500, "BEFORE"), (date(2026, 3, 4), 9_000, "TRN*1*7788*1"), (date(2026, 3, 5), 333, "LOAN"),
             (date(2026, 3, 31), -100, "RENT")]  # fmt: skip
    remitted = [remittance(date(2026, 3, 3), 10_000, "7788"), remittance(date(2026, 3, 3), 4_000, "9911")]
    (test,) = check(found(lines, remitted))
    assert [(each.what, each.cents, each.count) for each in test.findings] == [
        ("To look at: remitted and not on the bank.", 4_000, 1),
        ("To look at: deposited, and no remittance or day of receipts says what it is.", 333, 1),
        ("To look at: deposited under a remittance's number with another amount.", 1_000, 1),
    ]


def test_without_a_bank_line_nothing_is_tested():
    with pytest.raises(NoData, match="Import the bank's"):
        found([])


@pytest.mark.parametrize("seed", range(20))
def test_every_dollar_is_told_once(seed):
    """Deposits made of the money itself, some of several items: what is told and what is open add up to all of it."""
    chance = Random(seed)
    money = [
        Money(MONDAY + timedelta(days=chance.randrange(20)), chance.randrange(100, 99_999), "A") for _ in range(30)
    ]
    into = [
        Deposit(max(each.day for each in part), sum(each.cents for each in part), "DEPOSIT")
        for part in (money[start : start + chance.randint(1, 3)] for start in range(0, 27, 3))
    ]
    matched = match_deposits(money, into)
    parts = [part for each in matched for part in each.parts]
    assert len(parts) == len({*parts})
    assert len({each.deposit for each in matched}) == len(matched)
    for each in matched:
        assert sum(money[part].cents for part in each.parts) == into[each.deposit].cents
        assert all(0 <= business_days(money[part].day, into[each.deposit].day) <= 5 for part in each.parts)


@every_kind
def test_every_kind_of_frame(on):
    lines = [(MONDAY, 500, "A"), (date(2026, 3, 31), -100, "RENT")]
    each = deposits(
        on(bank(*lines)), on(frame_of(REMITTANCES, [remittance(MONDAY, 10_000), remittance(MONDAY, 500)])),
        on(frame_of(PAYMENTS, [paid(MONDAY, 700)])), date(2026, 6, 30), JUDGED,
    )  # fmt: skip
    assert undeposited(each).value == 10_700
