"""Income's variance in its parts: published cases, the worked tree, and parts that always add up."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice_xl.areas.budget.expense_parts import flexed
from medoffice_xl.areas.budget.revenue_parts import Income, PayerVisits, RevenuePart, revenue_parts


def income(*rows, losses=0, cash=None, booked=None):
    """Payer, visits, new, dollars a visit; booked is what they are allowed less losses, or cash, unless said."""
    visits = tuple(
        PayerVisits(payer, Fraction(count), Fraction(new), Fraction(count) * Fraction(str(rate)) * 100)
        for payer, count, new, rate in rows
    )
    allowed = sum((each.allowed for each in visits), Fraction(0))
    cash = allowed - losses * 100 if cash is None else Fraction(str(cash)) * 100
    return Income(visits, round(losses * 100), cash, round(cash if booked is None else booked * 100))


def dollars(parts):
    return {name: cents / 100 for name, cents in parts.items() if cents}


def test_quantity_and_mix_of_two_products():
    """opentuition: X 7,000 at 9, Y 3,000 at 12; 8,000 and 7,000 sold: quantity +49,500, mix +7,500."""
    parts = revenue_parts(income(("X", 7000, 0, 9), ("Y", 3000, 0, 12)), income(("X", 8000, 0, 9), ("Y", 7000, 0, 12)))
    # 5,000 more at the average of 9.90 = 49,500; 72,000 + 84,000 - 15,000 x 9.90 = 7,500
    assert dollars(parts) == {RevenuePart.ESTABLISHED: 49_500, RevenuePart.MIX: 7_500}


def test_a_second_published_case():
    """opentuition: 500 at 5, 500 at 10; 550 and 650 sold: quantity +1,500, mix +250."""
    parts = revenue_parts(income(("X", 500, 0, 5), ("Y", 500, 0, 10)), income(("X", 550, 0, 5), ("Y", 650, 0, 10)))
    assert dollars(parts) == {RevenuePart.ESTABLISHED: 1_500, RevenuePart.MIX: 250}


def test_volume_mix_and_rate_of_two_payers():
    """Carroll: A 9,000 at 100, B 12,000 at 90; actual 11,000 at 95, 12,000 at 95: 188,571.43 + 11,428.57 + 5,000."""
    parts = revenue_parts(
        income(("A", 9000, 0, 100), ("B", 12000, 0, 90)), income(("A", 11000, 0, 95), ("B", 12000, 0, 95))
    )
    assert dollars(parts) == {RevenuePart.ESTABLISHED: 188_571.43, RevenuePart.MIX: 11_428.57, RevenuePart.RATE: 5_000}
    assert sum(parts.values()) == 205_000_00


PLANNED = income(("Medicare", 900, 100, 92), ("Commercial", 800, 150, 128), ("Medicaid", 300, 50, 61), losses=4000)
ACTUAL = income(
    ("Medicare", 860, 80, 92), ("Commercial", 620, 80, 124.5), ("Medicaid", 380, 50, 61),
    losses=6350.25, cash=170_020,
)  # fmt: skip


def test_the_whole_tree():
    """2,000 visits at 101.75 planned, 1,860 seen; 90 fewer new: -9,157.50, 50 fewer known: -5,087.50."""
    parts = revenue_parts(PLANNED, ACTUAL)
    assert dollars(parts) == {
        RevenuePart.NEW: -9_157.50,
        RevenuePart.ESTABLISHED: -5_087.50,
        RevenuePart.MIX: -7_595.00,
        RevenuePart.RATE: -2_170.00,
        RevenuePart.LOSSES: -2_350.25,
        RevenuePart.TIMING: -3_119.75,
    }
    assert sum(parts.values()) == -29_480_00


def test_a_payer_that_is_not_planned_is_priced_at_the_average():
    """100 visits at 50 planned; 100 and 10 of a new payer at 70: volume 10 x 50, no mix, rate 10 x 20."""
    parts = revenue_parts(income(("A", 100, 0, 50)), income(("A", 100, 0, 50), ("New", 10, 0, 70)))
    assert dollars(parts) == {RevenuePart.ESTABLISHED: 500, RevenuePart.RATE: 200}


def test_on_the_accrual_basis_nothing_waits_for_its_payment():
    planned = Income(PLANNED.visits, PLANNED.losses, None, 199_500_00)
    actual = Income(ACTUAL.visits, ACTUAL.losses, None, 173_139_75)
    parts = revenue_parts(planned, actual)
    assert parts[RevenuePart.TIMING] == 0
    assert parts[RevenuePart.NOT_VISITS] == 0
    assert sum(parts.values()) == 173_139_75 - 199_500_00


def test_income_that_visits_do_not_bring_is_a_part_of_its_own():
    """The books show 500 more than was posted for visits."""
    parts = revenue_parts(income(("A", 10, 0, 50)), income(("A", 10, 0, 50), cash=500, booked=1000))
    assert dollars(parts) == {RevenuePart.NOT_VISITS: 500}


payers = st.lists(
    st.tuples(st.sampled_from("ABCD"), st.integers(0, 900), st.integers(0, 90), st.integers(0, 30_000)),
    max_size=4, unique_by=lambda row: row[0],
)  # fmt: skip
months = st.builds(
    lambda rows, losses, cash, booked: Income(
        tuple(
            PayerVisits(name, Fraction(count), Fraction(new), Fraction(count * cents))
            for name, count, new, cents in rows
        ),
        losses, cash, booked,
    ),
    payers, st.integers(-10_000, 90_000), st.none() | st.integers(0, 9_000_000), st.integers(-100, 9_000_000),
)  # fmt: skip


@given(months, months)
def test_the_parts_always_add_up_to_the_cent(planned, actual):
    assert sum(revenue_parts(planned, actual).values()) == actual.booked - planned.booked


@pytest.mark.parametrize(
    ("budget", "actual", "share", "driven", "flex"),
    [
        (15_000_00, 14_820_40, Fraction(0), Fraction(1860, 2000), 13_950_00),  # 7.50 a visit
        (62_000_00, 63_900_00, Fraction(1), Fraction(1860, 2000), 62_000_00),  # fixed
        (9_975_00, 8_501_00, Fraction(0), Fraction(170_020, 199_500), 8_501_00),  # 5% of cash
        (15_000_00, 15_000_00, Fraction(0), None, 15_000_00),  # no driver known
    ],
)
def test_costs_are_flexed_by_their_driver(budget, actual, share, driven, flex):
    cost = flexed(budget, actual, share, driven)
    assert cost.flex == flex
    assert cost.volume + cost.spending == cost.variance == budget - actual


def test_a_published_flexed_cost():
    """Speyer: 3.50 a visit + 19,500; 1,100 visits; 20,800 spent: flexed 23,350, spending +2,550.

    Planned for 1,000 visits: 23,000, of which 19,500 stay.
    """
    cost = flexed(23_000_00, 20_800_00, Fraction(19_500, 23_000), Fraction(1100, 1000))
    assert (cost.flex, cost.spending) == (23_350_00, 2_550_00)


def test_a_published_practice_flexed_to_its_visits():
    """Carroll, 21,000 visits planned and 23,000 seen: flexed revenue 2,180,000, cost 1,880,000, profit 300,000.

    11,000 x 100 + 12,000 x 90 = 2,180,000, and 2,185,000 came in: +5,000, the rate. Supplies of 15.00 a visit are
    345,000 flexed, 350,000 spent: -5,000; 1,535,000 stay, 1,500,000 spent: +35,000. Costs +30,000, profit +35,000.
    """
    planned = income(("A", 9000, 0, 100), ("B", 12000, 0, 90))
    actual = income(("A", 11000, 0, 95), ("B", 12000, 0, 95))
    seen = Fraction(23_000, 21_000)
    supplies = flexed(315_000_00, 350_000_00, Fraction(0), seen)
    rest = flexed(1_535_000_00, 1_500_000_00, Fraction(1), seen)
    spending = supplies.spending + rest.spending
    rate = revenue_parts(planned, actual)[RevenuePart.RATE]
    assert (supplies.flex, supplies.volume, supplies.spending) == (345_000_00, -30_000_00, -5_000_00)
    assert (rest.flex, rest.volume, rest.spending) == (1_535_000_00, 0, 35_000_00)
    assert supplies.flex + rest.flex == 1_880_000_00
    assert actual.booked - rate - supplies.flex - rest.flex == 300_000_00
    assert (rate, spending, rate + spending) == (5_000_00, 30_000_00, 35_000_00)
    # as planned, costs differ by nothing and profit goes from 130,000 to 335,000
    assert supplies.variance + rest.variance == 0
    assert planned.booked - 315_000_00 - 1_535_000_00 == 130_000_00
    assert actual.booked - 350_000_00 - 1_500_000_00 == 335_000_00


@given(st.integers(-(10**7), 10**7), st.integers(-(10**7), 10**7), st.fractions(0, 1), st.none() | st.fractions(0, 3))
def test_volume_and_spending_always_add_up(budget, actual, share, driven):
    cost = flexed(budget, actual, share, driven)
    assert cost.volume + cost.spending == budget - actual
