"""What-ifs: nothing changed is today, dropped and taken back is today, and the effects by hand."""

from datetime import date
from fractions import Fraction

import pandas as pd
import pytest
from contract_tables import rate, rates, rvu, table
from kinds_of_frame import every_kind
from payer_books import CHARGES, SAME, books, medicare, service
from practice_tables import charges, remits

from medoffice_xl.areas.payers.payer_economics import Terms
from medoffice_xl.areas.payers.what_if_drop import what_if_drop
from medoffice_xl.areas.payers.what_if_rate import what_if_rate
from medoffice_xl.errors import BadArgument, NoData, OutOfRange
from medoffice_xl.ledger.cost_allocation import Basis
from medoffice_xl.sets import Tables
from medoffice_xl.tables import CONTRACTS
from medoffice_xl.tables.proposed_rates import PROPOSED_RATES

# By visits: Acme 2 visits, revenue 200, variable 40; Best 1 visit, revenue 40, variable 20; fixed 90, physicians 30
TERMS = Terms(date(2026, 4, 30), window=31, settle=30, basis=Basis.VISITS)
HEADERS = ("month", "money", "money2", "variable", "variable2", "fixed", "margin", "margin2", "theirs", "theirs2")


def practice(on):
    return books(on, remits=remits())


def total(breakdown):
    assert breakdown.body[-1][0] == "Total"
    return dict(zip(HEADERS, breakdown.body[-1], strict=True))


@every_kind
def test_dropping_saves_variable_cost_only(on):
    result = what_if_drop(practice(on), TERMS, "Best")
    assert [row[0] for row in result.body] == ["Mar 2026", "Total"]
    assert total(result) == {
        "month": "Total", "money": 24_000, "money2": 20_000, "variable": 6_000, "variable2": 4_000, "fixed": 9_000,
        # 240 − 60 − 90 and 200 − 40 − 90; physicians' own 30 is theirs
        "margin": 9_000, "margin2": 7_000, "theirs": 12_000, "theirs2": 10_000,
    }  # fmt: skip
    assert "Only variable cost goes with the visits" in result.notes[0]


def test_refilled_by_whom(on):
    # Best's one visit refilled by an Acme patient: 100 revenue, 20 variable cost
    by_acme = total(what_if_drop(practice(on), TERMS, "Best", 1, 1, "acme"))
    assert (by_acme["money2"], by_acme["variable2"], by_acme["margin2"]) == (30_000, 6_000, 15_000)
    assert by_acme == total(what_if_drop(practice(on), TERMS, "Best", 1, 1))  # Acme is all the others there are
    # the mix shifts by half: half of Best's visits become Acme's
    half = total(what_if_drop(practice(on), TERMS, "Best", 0.5, 1, "Acme"))
    assert half["money2"] == 24_000 - 2_000 + 5_000


@pytest.mark.parametrize(("share", "refill", "by"), [(0, 0, ""), (0, 1, "Acme"), (1, 1, "best"), (0.37, 1, "Best")])
def test_nothing_changed_is_exactly_today(share, refill, by):
    for row in what_if_drop(practice(SAME), TERMS, "Best", share, refill, by).body:
        money, money2, variable, variable2, _, margin, margin2, theirs, theirs2 = row[1:]
        assert (money, variable, margin, theirs) == (money2, variable2, margin2, theirs2)


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        (("Cove",), BadArgument, "No services of “Cove”"),
        (("Best", 1, 1, "Cove"), BadArgument, "No services of “Cove”"),
        (("Best", 1.5), OutOfRange, "The share dropped is 1.5"),
        (("Best", 1, -0.1), OutOfRange, "The share refilled is -0.1"),
    ],
)
def test_what_cannot_be_dropped(arguments, error, message):
    with pytest.raises(error, match=message):
        what_if_drop(practice(SAME), TERMS, *arguments)


def agreements(fee_schedules=None, proposed=(), mpfs=None):
    nothing = medicare() if mpfs is None else mpfs
    own = rates(rate("G1", 100, payer="Acme")) if fee_schedules is None else fee_schedules
    offered = table(PROPOSED_RATES, *proposed)
    return Tables.of({"contracts": table(CONTRACTS), "fee_schedules": own, "proposed_rates": offered, "mpfs": nothing})


def offer(code, dollars, payer="Acme"):
    return {"payer": payer, "code": code, "rate": dollars}


@every_kind
def test_rates_by_percent(on):
    result = total(what_if_rate(practice(on), agreements(), TERMS, "Acme", value=0.03))
    # 3% of 200; cost stays, so margin and physicians gain as much
    assert result["money2"] - result["money"] == 600
    assert result["margin2"] - result["margin"] == result["theirs2"] - result["theirs"] == 600
    assert result["variable2"] == result["variable"]


@every_kind
def test_a_proposed_schedule_is_priced_against_the_real_lines(on):
    # 100 a line today, 110 proposed: 200 × 220 ÷ 200
    better = agreements(proposed=[offer("g1", 110), offer("X7", 1)])
    assert total(what_if_rate(practice(on), better, TERMS, "acme", "schedule"))["money2"] == 24_000 + 2_000
    # proposed above the charge of 150: the charge caps it. 200 × 300 ÷ 200
    high = agreements(proposed=[offer("G1", 500)])
    assert total(what_if_rate(practice(on), high, TERMS, "Acme", "schedule"))["money2"] == 24_000 + 10_000


def test_a_line_without_a_price_stays_as_it_is(on):
    # Of charges 150 priced and 150 not: 100 → 110 moves 200 × (110 + 150) ÷ (100 + 150) = 208
    lines = charges(
        service("a", "Acme", 150, "G1"), service("b", "Acme", 150, "Z9"), service("c", "Best", 100, "G2")
    )  # fmt: skip
    mixed = books(on, remits=remits(), charges=lines)
    result = what_if_rate(mixed, agreements(proposed=[offer("G1", 110)]), TERMS, "Acme", "schedule")
    assert total(result)["money2"] == 24_000 + 800
    assert result.notes[0] == "1 lines with 50.0% of the charges have no price; they stay as they are."


def test_a_conversion_factor():
    # 2 RVU × 60 = 120 instead of 100
    values = medicare(rvu("G1", 2.0, year=2026, effective="2026-01-01"))
    result = what_if_rate(practice(SAME), agreements(mpfs=values), TERMS, "Acme", "conversion factor", 60)
    assert total(result)["money2"] == 24_000 + 4_000


@pytest.mark.parametrize("how", ["percent", "schedule"])
def test_the_same_rates_are_exactly_today(how):
    same = agreements(proposed=[offer("G1", 100)])
    for row in what_if_rate(practice(SAME), same, TERMS, "Acme", how).body:
        assert row[1::2][0] == row[2]
        assert (row[6], row[8]) == (row[7], row[9])


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        (("Acme", "schedule"), BadArgument, "Proposed rates has no row of “Acme”; it has rates of Best"),
        (("Acme", "percent", -1), OutOfRange, "leaves nothing"),
        (("Acme", "conversion factor", 0), OutOfRange, "give dollars a RVU"),
        (("Acme", "conversion factor", 40), NoData, "No service of Acme has a price both today and after the change"),
        (("Acme", "magic"), BadArgument, "choose percent, conversion factor, schedule"),
    ],
)
def test_changes_that_cannot_be(arguments, error, message):
    with pytest.raises(error, match=message):
        what_if_rate(books(remits=remits()), agreements(proposed=[offer("G1", 1, "Best")]), TERMS, *arguments)


def test_months_add_up_to_the_total(on):
    more = pd.concat([CHARGES, charges(service("d", "Best", 70, "G2", dos="2026-02-10"))], ignore_index=True)
    terms = Terms(date(2026, 4, 30), window=59, settle=30, basis=Basis.VISITS)
    result = what_if_drop(books(on, remits=remits(), charges=more), terms, "Best", float(Fraction(1, 8)), 0.3)
    assert [row[0] for row in result.body] == ["Feb 2026", "Mar 2026", "Total"]
    for place in range(1, len(HEADERS)):
        assert sum(row[place] for row in result.body[:-1]) == result.body[-1][place]
