"""Percent of Medicare, weighted and break-even rates, the practice's own leak and the grid."""

from datetime import date

import pandas as pd
import pytest
from contract_tables import book, contract, rate, rates, rvu, table
from kinds_of_frame import every_kind
from payer_books import SAME, cost, costs, medicare, prices, service
from practice_tables import charges, remits

from medoffice_xl.areas.rates.charge_below_allowed import charge_below_allowed
from medoffice_xl.areas.rates.fee_schedule_review import fee_schedule_review, rate_grid
from medoffice_xl.areas.rates.negotiation import negotiation
from medoffice_xl.areas.rates.percent_of_medicare import Schedules, percent_of_medicare
from medoffice_xl.areas.rates.rate_year import RateYear
from medoffice_xl.areas.rates.weighted_rate import break_even_rate, weighted_rate
from medoffice_xl.contracts.medicare_rate import MedicareTables
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.tables import GPCI

AS_OF = date(2026, 3, 31)
# 2025 national amounts, CMS: G0438 4.96 × 32.3465 = 160.44, G0439 3.91 × 32.3465 = 126.47, both non-facility
VALUES = medicare(
    rvu("G0438", 2.60, pe_nf=2.20, pe_f=2.20, mp=0.16), rvu("G0439", 1.92, pe_nf=1.86, pe_f=1.86, mp=0.13)
)
ACME = rates(rate("G0438", 200, payer="Acme"), rate("G0439", 150, payer="Acme"), rate("X9", 30, payer="Acme"))
BEST = rates(rate("G0438", 160.44, payer="Best"), rate("G0439", 126.47, payer="Best"))
# Three G0438 and one G0439 to Acme, one G0439 to Best
MIX = charges(
    service("a", "Acme", 900, "G0438", units=3),
    service("b", "Acme", 200, "G0439"),
    service("c", "Best", 200, "G0439"),
)
NO_PRICES = prices()


def schedules(on, fee_schedules=None, values=VALUES, own=NO_PRICES):
    both = ACME if fee_schedules is None else fee_schedules
    return Schedules(book(None, both, mpfs=values), MedicareTables(values), on(own))


def parts(measure):
    return {part.label: part.value for part in measure.parts}


@every_kind
def test_percent_of_medicare_on_both_mixes(on):
    # practice: (3 × 200 + 2 × 150) ÷ (3 × 160.44 + 2 × 126.47) = 900 ÷ 734.26
    practice = percent_of_medicare(on(MIX), schedules(on), AS_OF, "Acme")
    assert practice.value == pytest.approx(900 / 734.26, abs=1e-12)
    assert parts(practice)["Frequency × Medicare"] == 73_426
    # own: (3 × 200 + 150) ÷ (3 × 160.44 + 126.47) = 750 ÷ 607.79
    own = percent_of_medicare(on(MIX), schedules(on), AS_OF, "Acme", mix="own")
    assert own.value == pytest.approx(750 / 607.79, abs=1e-12)


def test_a_price_of_a_unit_is_weighed_with_all_its_decimals():
    drug = rates(rate("J0131", 0.054, payer="Acme"))
    used = charges(service("a", "Acme", 500, "J0131", units=1000))
    found = weighted_rate(used, book(None, drug), AS_OF, "Acme")
    # 1,000 × 0.054 = 54.00; a unit of 5 cents would make it 50.00
    assert (found.value, parts(found)["Frequency × rate"]) == (5.4, 5_400)


def test_codes_without_medicare_value_are_listed(on):
    more = charges(
        service("a", "Acme", 300, "G0438"), service("x", "Acme", 50, "X9"), service("y", "Acme", 40, "G0439")
    )
    only = rates(rate("G0438", 200, payer="Acme"), rate("X9", 30, payer="Acme"))
    measure = percent_of_medicare(on(more), schedules(on, only), AS_OF, "Acme")
    assert measure.value == pytest.approx(200 / 160.44)
    assert [(left.reason, left.amount) for left in measure.left_out] == [
        ("X9 has no Medicare value", 5_000),
        ("G0439: the contract has no rate for this code", 4_000),
    ]
    # the practice's own 1.00 RVU at the factor of 2025: 32.35
    own = prices({"code": "X9", "list_price": 50, "total_rvu": 1.0})
    filled = percent_of_medicare(on(more), schedules(on, only, own=own), AS_OF, "Acme")
    assert filled.value == pytest.approx((200 + 30) / (160.44 + 32.35))
    assert parts(filled)["Codes valued by the practice's own RVUs"] == 1


def test_a_year_that_is_not_loaded():
    with pytest.raises(NoData, match=r"No relative values of 2026 are loaded, only 2025. Import CMS's file of 2026"):
        percent_of_medicare(SAME(MIX), schedules(SAME), AS_OF, "Acme", 2026)
    with pytest.raises(NoData, match="No Medicare file is loaded"):
        percent_of_medicare(SAME(MIX), schedules(SAME, values=medicare()), AS_OF, "Acme")


def test_a_payer_without_rates():
    with pytest.raises(NoData, match="No code has both a rate of Cove and a Medicare amount"):
        percent_of_medicare(SAME(MIX), schedules(SAME), AS_OF, "Cove")
    with pytest.raises(NoData, match="No code has a rate of Cove"):
        weighted_rate(SAME(MIX), schedules(SAME).book, AS_OF, "Cove")
    with pytest.raises(NoData, match="No payer with services has a contract or rates"):
        fee_schedule_review(SAME(MIX), SAME(remits()), schedules(SAME, rates()), AS_OF)


@every_kind
def test_a_restricted_code_is_no_medicare_of_nothing(on):
    # Acme pays Medicare's amount for G0438 and 82.70 for R1, which Medicare's file does not value: 100%, not 151.5%
    values = pd.concat([VALUES, medicare(rvu("R1", 0.0, status="R"))], ignore_index=True)
    agreed = rates(rate("G0438", 160.44, payer="Acme"), rate("R1", 82.70, payer="Acme"))
    lines = charges(service("a", "Acme", 200, "G0438"), service("b", "Acme", 100, "R1"))
    of = schedules(on, agreed, values)
    measure = percent_of_medicare(on(lines), of, AS_OF, "Acme")
    assert measure.value == 1.0
    assert [left.reason for left in measure.left_out] == ["R1 has no Medicare value"]
    # Its own 2.00 RVU × 32.3465 = 64.69 stand in: (160.44 + 82.70) ÷ (160.44 + 64.69). Own RVUs of 0 do not.
    own = schedules(on, agreed, values, prices({"code": "R1", "list_price": 9, "total_rvu": 2.0}))
    assert percent_of_medicare(on(lines), own, AS_OF, "Acme").value == pytest.approx(243.14 / 225.13, abs=1e-12)
    none = schedules(on, agreed, values, prices({"code": "R1", "list_price": 9, "total_rvu": 0.0}))
    assert percent_of_medicare(on(lines), none, AS_OF, "Acme").value == 1.0
    grid = rate_grid(on(lines), of, AS_OF)
    assert grid.body[1] == ("R1", 1.0, 10_000, None, "no value", None)


@every_kind
def test_weighted_average_and_break_even(on):
    # (3 × 200 + 2 × 150) ÷ 5 = 180; overhead 500 and physicians 400 over 5 services = 180
    assert weighted_rate(on(MIX), schedules(on).book, AS_OF, "Acme").value == 18_000
    assert weighted_rate(on(MIX), schedules(on).book, AS_OF, "Acme", top=1).value == 20_000
    spent = costs(cost("2026-03-01", 500, "fixed", "rent"), cost("2026-03-01", 400, "fixed", "physicians"))
    even = break_even_rate(on(MIX), on(spent), AS_OF, 31)
    assert even.value == 18_000
    assert (parts(even)["Overhead"], parts(even)["Physician compensation"]) == (50_000, 40_000)
    with pytest.raises(NoData, match="Fill in the table Costs"):
        break_even_rate(on(MIX), on(costs()), AS_OF, 31)


@every_kind
def test_the_practices_own_leak(on):
    # Billed 120 twice and 2 × 120 once where 150 is agreed: 4 × 30 lost; billed 160 once: nothing
    lines = charges(
        service("a", "Acme", 120, "G0439"),
        service("b", "Acme", 120, "g0439"),
        service("c", "Acme", 240, "G0439", units=2),
        service("d", "Acme", 160, "G0439"),
        service("e", "Best", 1, "G0439"),
    )
    agreed = rates(rate("G0439", 149.40, payer="Acme"))
    own = prices({"code": "G0439", "list_price": 120}, {"code": "G0439", "list_price": 999, "effective": "2027-01-01"})
    leak = charge_below_allowed(on(lines), book(None, agreed), on(own), AS_OF)
    # 4 × 29.40; 149.40 to the next dollar is 150
    assert leak.body == [("G0439", "", 12_000, 12_000, 14_940, "Acme", 15_000, 3, 11_760)]
    dear = charge_below_allowed(on(MIX), book(None, rates(rate("G0439", 1, payer="Acme"))), on(own), AS_OF)
    assert (list(dear.body), dear.notes) == ([], ["No charge is below what its contract allows."])
    with pytest.raises(NoData, match="Fill in Contracts or Fee schedules"):
        charge_below_allowed(on(MIX), book(None, None), on(own), AS_OF)


def test_no_leak_where_the_contract_does_not_cap():
    pays_in_full = contract(payer="Acme", lesser_of="none")
    leak = charge_below_allowed(
        SAME(charges(service("a", "Acme", 1, "G0439"))), book(pays_in_full, ACME), SAME(NO_PRICES), AS_OF
    )
    assert list(leak.body) == []


@every_kind
def test_an_old_rate_year_is_found(on):
    def period(code, dollars, first, last=None):
        return rate(code, dollars, payer="Acme", effective=first, end=last)

    of_two_years = rates(
        period("G0438", 100, "2025-01-01", "2025-12-31"), period("G0438", 110, "2026-01-01"),
        rate("G0439", 50, payer="Acme"),
    )  # fmt: skip
    line = {"payer": "Acme", "charge": 300, "dos": "2026-03-02", "paid_date": "2026-03-20", "units": 1}
    answers = remits(
        *(
            {**line, "claim_id": f"o{n}", "code": "G0438", "allowed": 100, "paid": 100, "claim_seq": n}
            for n in range(3)
        ),
        {**line, "claim_id": "n", "code": "G0438", "allowed": 110, "paid": 110, "claim_seq": 9},
        {**line, "claim_id": "same", "code": "G0439", "allowed": 50, "paid": 50, "claim_seq": 10},
    )
    review = fee_schedule_review(on(MIX), on(answers), schedules(on, of_two_years), AS_OF)
    row = review.body[0]
    assert (row[0], row[6], row[7]) == ("Acme", "old", "last year's rates (3 of 4 lines)")
    assert row[4] == "not loaded"
    assert review.notes == ["No relative values of 2026 are loaded: its column says so. Import CMS's file."]
    assert RateYear(1, 3, 0, old_share=0.5).words == "the rates in force (3 of 4 lines)"


@every_kind
def test_the_grid_puts_the_money_first(on):
    both = schedules(on, rates(*(dict(row) for row in _rows(ACME)), *(dict(row) for row in _rows(BEST))))
    grid = rate_grid(on(MIX), both, AS_OF)
    assert [column.header for column in grid.columns][5:] == ["Acme", "Best"]
    assert grid.body[0] == ("G0438", 3.0, 90_000, 16_044, "Medicare", 20_000 / 16_044, 1.0)
    assert [row[0] for row in rate_grid(on(MIX), both, AS_OF, top=1).body] == ["G0438"]
    with pytest.raises(OutOfRange):
        rate_grid(on(MIX), both, AS_OF, top=0)


@every_kind
def test_what_to_ask_and_what_it_brings(on):
    both = schedules(on, rates(*_rows(ACME), *_rows(BEST)))
    sheet = negotiation(on(MIX), both, AS_OF, "Best", target=1.1)
    # 110% of 126.47 = 139.117 → 139.12; 12.65 more for one unit
    assert sheet.body[0] == ("G0439", 1.0, 12_647, 12_647, 1.0, 15_000, 13_912, 1_265)
    assert sheet.body[-1][-1] == 1_265
    # Acme pays more than the target already: never ask for less
    assert negotiation(on(MIX), both, AS_OF, "Acme", target=1.1).body[-1][-1] == 0


def _rows(frame):
    return [
        {"payer": row.payer, "code": row.code, "rate": row.rate / 1e9, "effective": "2025-01-01"}
        for row in frame.itertuples()
    ]


def test_a_contract_of_a_locality_is_compared_at_its_locality():
    # Alabama 2025, CMS: work 1.000, PE 0.869, MP 0.575; 115% of its own amounts is 115% there, less elsewhere
    alabama = {"year": 2025, "effective": "2025-01-01", "locality_key": "10112-00", "work": 1.0, "pe": 0.869}
    indices = table(GPCI, {**alabama, "mp": 0.575})
    own = contract(payer="Acme", method="% of Medicare", percent=1.15, locality="10112-00", rvu_year=2025, cf_year=2025)
    of_alabama = Schedules(book(own, None, mpfs=VALUES, gpci=indices), MedicareTables(VALUES, indices), NO_PRICES)
    there = percent_of_medicare(MIX, of_alabama, AS_OF, "Acme", locality="10112-00")
    assert there.value == pytest.approx(1.15, abs=1e-4)
    assert percent_of_medicare(MIX, of_alabama, AS_OF, "Acme").value < 1.10
