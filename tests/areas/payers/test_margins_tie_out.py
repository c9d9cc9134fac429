"""Whatever the data and the basis: margins add up to the practice's, and a what-if of nothing changes nothing."""

from datetime import date
from fractions import Fraction

import pytest
from contract_tables import rvu
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from payer_books import books, cost, costs, denied, medicare, service
from practice_tables import charges, payments, remits

from medoffice_xl.areas.payers.payer_economics import Terms, economics
from medoffice_xl.areas.payers.what_if_drop import drop
from medoffice_xl.areas.payers.what_if_months import Change
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.cost_allocation import Basis, allocate

pytestmark = pytest.mark.whole

PAYERS = ("Acme", "Best", "Cove")
VALUES = medicare(rvu("G1", 1.3, year=2026), rvu("G2", 0.7, year=2026))

cents = st.integers(-5_000, 40_000).map(lambda amount: amount / 100)
lines = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(["G1", "G2", "Z9"]), cents, st.sampled_from(["02", "03"])),
    min_size=1,
    max_size=8,
)
money = st.lists(st.tuples(st.integers(0, 5), cents), max_size=8)
spent = st.lists(st.tuples(st.sampled_from(["fixed", "variable"]), cents), min_size=1, max_size=4)

# The tables are small as they are: shrinking a failure would cost minutes.
quick = settings(phases=[Phase.explicit, Phase.reuse, Phase.generate])


def practice(charged, paid, costed, basis, denials=0):
    rows = [
        service(f"c{claim}", PAYERS[claim % 3], amount, code, line_id=str(place), dos=f"2026-{month}-10")
        for place, (claim, code, amount, month) in enumerate(charged)
    ]
    posted = [{"claim_id": f"c{claim}", "post_date": "2026-04-01", "amount": amount} for claim, amount in paid]
    of_months = [
        cost(f"2026-{month}-01", amount, behaviour, account=str(place))
        for month in ("02", "03")
        for place, (behaviour, amount) in enumerate(costed)
    ]
    answers = remits(*(denied(f"c{claim}", PAYERS[claim], 10) for claim in range(denials)))
    terms = Terms(date(2026, 4, 30), window=59, settle=30, basis=basis, rework=1, capital=0.07)
    own = books(
        charges=charges(*rows), payments=payments(*posted), costs=costs(*of_months), mpfs=VALUES, remits=answers
    )
    try:
        return economics(own, terms)
    except NoData:
        return None


@quick
@given(lines, money, spent, st.sampled_from(Basis), st.integers(0, 2))
def test_margins_of_all_payers_are_the_practices(charged, paid, costed, basis, denials):
    whole = practice(charged, paid, costed, basis, denials)
    if whole is None:
        return
    of_payers = whole.payers.values()
    financing = sum(payer.financing for payer in of_payers)
    assert sum(payer.money for payer in of_payers) == whole.whole.money
    assert sum(payer.margin for payer in of_payers) == whole.whole.money - whole.costs.total - financing
    assert sum(payer.variable + payer.rework + payer.fixed for payer in of_payers) == whole.costs.total
    assert sum(payer.charges for payer in of_payers) == sum(part.charges for part in whole.cells.values())


@quick
@given(lines, money, spent, st.sampled_from(Basis), st.fractions(0, 1), st.fractions(0, 1))
def test_no_change_and_drop_and_take_back(charged, paid, costed, basis, share, refill):
    whole = practice(charged, paid, costed, basis)
    if whole is None:
        return
    for payer in whole.payers:
        assert set(drop(whole, payer, Fraction(0), refill).values()) == {Change()}
        assert set(drop(whole, payer, share, Fraction(1), payer).values()) == {Change()}


@given(st.integers(-10_000, 10_000), st.lists(st.integers(0, 1_000), min_size=1, max_size=12))
def test_shares_add_up_and_none_is_a_cent_off(total, weights):
    if not any(weights):
        return
    shares = allocate(total, dict(enumerate(weights)))
    assert sum(shares.values()) == total
    for place, weight in enumerate(weights):
        assert abs(shares[place] - Fraction(total * weight, sum(weights))) < 1
