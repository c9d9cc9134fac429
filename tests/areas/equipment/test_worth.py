"""Whether a candidate is worth its price: worked cases, sensitivity, break-even, lease or buy."""

from datetime import date
from fractions import Fraction

import pytest
from contract_tables import contract, rate, rates
from equipment_candidates import BACK, ECHO, sources
from kinds_of_frame import every_kind
from practice_frames import frame
from practice_tables import charges, payments

from medoffice_xl.areas.equipment.break_even import break_even_procedures
from medoffice_xl.areas.equipment.flows import Stress, cash_flows
from medoffice_xl.areas.equipment.lease_or_buy import lease_or_buy
from medoffice_xl.areas.equipment.sources import Lookback
from medoffice_xl.areas.equipment.tables import CODES
from medoffice_xl.areas.equipment.worth import equipment_irr, equipment_npv, equipment_payback, equipment_rates
from medoffice_xl.areas.equipment.yearly import equipment_flows
from medoffice_xl.errors import BadArgument, NoData, OutOfRange


def flows(**fields):
    of = sources({**ECHO, **fields})
    return [round(flow) for flow in cash_flows(of, BACK, of.candidate("Echo")).flows[1:]]


def part(measure, label):
    return next(each.value for each in measure.parts if each.label == label)


def test_macrs_case():
    of = sources(ECHO)
    assert flows() == [2_487_264, 2_775_264, 2_468_064, 2_283_744, 2_771_984]
    assert equipment_npv(of, BACK, "echo ").value == 1_943_037
    assert equipment_irr(of, BACK, "Echo").value == pytest.approx(0.1796, abs=5e-5)


def test_full_section_179_case():
    of = sources({**ECHO, "depreciation": "Section 179"})
    assert flows(depreciation="Section 179") == [4_407_264, 2_007_264, 2_007_264, 2_007_264, 2_357_264]
    found = equipment_npv(of, BACK, "Echo")
    assert found.value == 2_236_868
    assert any("other income" in note for note in found.notes)
    assert equipment_irr(of, BACK, "Echo").value == pytest.approx(0.2094, abs=5e-5)


REMOVED = {
    "price": 2_400, "life": 2, "salvage": -30_000, "volume": 125, "allowed": 10, "collected": 1, "variable": 0,
    "maintenance": 0, "tax_rate": 0, "discount_rate": 0.09,
}  # fmt: skip
"""−2,400, then 12 × 125 × 10, then as much less 30,000 to take it away: 1.5 × (−1,600, 10,000, −10,000), which is worth
nothing at 25% and at 400%."""


def test_several_rates_of_return_are_all_listed():
    of = sources({**ECHO, **REMOVED})
    found = equipment_rates(of, BACK, "Echo")
    assert [rate for rate, _ in found.body] == [pytest.approx(0.25, abs=1e-3), pytest.approx(4.0, abs=1e-2)]
    assert all(says.startswith("one of 2: ") for _, says in found.body)
    with pytest.raises(OutOfRange, match="IRR ambiguous"):
        equipment_irr(of, BACK, "Echo")


@pytest.mark.parametrize(("discount", "says"), [(0.17, "above"), (0.18, "not above")])
def test_one_rate_is_held_against_the_discount_rate(discount, says):
    """17.96% of the case."""
    found = equipment_rates(sources({**ECHO, "discount_rate": discount}), BACK, "Echo")
    assert found.body == [(pytest.approx(0.1796, abs=5e-5), f"{says} the discount rate")]


def test_no_rate_of_return_is_said():
    with pytest.raises(OutOfRange, match="all cash flows are losses"):
        equipment_rates(sources({**ECHO, "volume": 0, "salvage": 0, "tax_rate": 0}), BACK, "Echo")


def test_a_tenth_less_volume_and_lower_rates():
    # 18,000 procedures in five years fewer: each year 28.8 × 120.40 × 70% less; × 3.889651 (five years at 9%)
    of = sources(ECHO)
    lower = equipment_npv(of, BACK, "Echo", Stress(volume=Fraction(-1, 10))).value
    assert lower == pytest.approx(1_943_037 - 28.8 * 12_040 * 0.7 * 3.8896513, abs=2)
    # 10% of 165 × 96% = 15.84 a procedure, 288 of them
    lower = equipment_npv(of, BACK, "Echo", Stress(rate=Fraction(-1, 10))).value
    assert lower == pytest.approx(1_943_037 - 288 * 1_584 * 0.7 * 3.8896513, abs=2)
    equipment_npv(of, BACK, "Echo", Stress(volume=Fraction(-1)))
    with pytest.raises(OutOfRange, match="volume"):
        equipment_npv(of, BACK, "Echo", Stress(volume=Fraction(-101, 100)))


def test_the_first_years_may_bring_less():
    of = sources({**ECHO, "first_year": 0.5, "second_year": 0.75})
    years = equipment_flows(of, BACK, "Echo").body
    assert [row[1] for row in years] == [0, 144, 216, 288, 288, 288]
    assert years[1][2] == 144 * 12_040 - 600_000


def test_the_years_end_at_the_net_present_value():
    of = sources({**ECHO, "depreciation": "bonus"})
    body = equipment_flows(of, BACK, "Echo").body
    assert body[-1][-1] == equipment_npv(of, BACK, "Echo").value
    assert body[0][-1] == -8_000_000


def test_payback():
    # 24,872.64 + 27,752.64 + 24,680.64 = 77,305.92; 2,694.08 ÷ 22,837.44 = 0.118
    of = sources(ECHO)
    assert equipment_payback(of, BACK, "Echo").value == pytest.approx(3.118, abs=5e-4)
    assert equipment_payback(of, BACK, "Echo", "discounted").value > 3.9
    with pytest.raises(NoData, match="never pays back"):
        equipment_payback(sources({**ECHO, "volume": 1}), BACK, "Echo")
    with pytest.raises(BadArgument, match="simple, discounted"):
        equipment_payback(of, BACK, "Echo", "soon")


def test_break_even():
    found = break_even_procedures(sources(ECHO), BACK, "Echo")
    assert found.value == 18
    assert part(found, "Exact") == pytest.approx(17.63, abs=5e-3)  # 2,122.11 ÷ 120.40
    assert part(found, "Loan payment a month") == 162_211


def test_break_even_never_where_a_procedure_costs_what_it_brings():
    with pytest.raises(NoData, match="never breaks even"):
        break_even_procedures(sources({**ECHO, "variable": 158.40}), BACK, "Echo")
    # a cent of margin: 2,122.11 ÷ 0.01
    assert break_even_procedures(sources({**ECHO, "variable": 158.39}), BACK, "Echo").value == 212_212


def test_break_even_of_a_whole_number_is_that_number():
    # 1,000 a month ÷ 100 a procedure
    exact = {**ECHO, "allowed": 100, "collected": 1, "variable": 0, "maintenance": 0, "loan_rate": 0, "price": 60_000}
    assert break_even_procedures(sources(exact), BACK, "Echo").value == 10


def test_break_even_of_a_lease_and_of_cash():
    none = {"loan_months": None, "maintenance": 0}
    leased = {**ECHO, **none, "lease_payment": 1_204, "lease_count": 60}
    assert break_even_procedures(sources(leased), BACK, "Echo").value == 10
    yearly = {**leased, "lease_payment": 14_448, "lease_every": "a year", "lease_count": 5}
    assert break_even_procedures(sources(yearly), BACK, "Echo").value == 10
    # 80,000 over 60 months at 9%: 1,660.67 ÷ 120.40 = 13.79
    assert break_even_procedures(sources({**ECHO, **none}), BACK, "Echo").value == 14


# Ross' case: 10,000; 2,500 a year in arrears, five years; 34% tax; straight line; 5% after tax.
ROSS = {
    **ECHO, "price": 10_000, "salvage": 0, "depreciation": "straight line", "tax_rate": 0.34, "loan_rate": 0.05 / 0.66,
    "lease_payment": 2_500, "lease_count": 5, "lease_every": "a year", "lease_due": "arrears",
}  # fmt: skip


def test_lease_or_buy():
    found = lease_or_buy(sources(ROSS), BACK, "Echo")
    assert found.value == -8_768  # 10,000 − 2,330 × 4.329477
    assert part(found, "Advice") == "buy: saves $87.68"


def test_a_lease_in_advance_costs_more():
    # each payment a year earlier: 1,650 × 4.329477 × 5% = 357.18 more
    found = lease_or_buy(sources({**ROSS, "lease_due": "advance"}), BACK, "Echo")
    assert found.value == pytest.approx(-8_768 - 35_718, abs=1)


def test_a_lower_payment_is_leased():
    # (2,500 − 2,400) × 66% × 4.3294767 = 285.7455 less: 198.0648
    found = lease_or_buy(sources({**ROSS, "lease_payment": 2_400}), BACK, "Echo")
    assert found.value == pytest.approx(-8_768 + 28_575, abs=1)
    assert part(found, "Advice") == "lease: saves $198.06"


def test_lease_needs_its_terms():
    with pytest.raises(NoData, match="no lease"):
        lease_or_buy(sources(ECHO), BACK, "Echo")
    with pytest.raises(NoData, match="loan rate"):
        lease_or_buy(sources({**ROSS, "loan_rate": None}), BACK, "Echo")
    with pytest.raises(BadArgument, match="Lease payments"):
        lease_or_buy(sources({**ROSS, "lease_count": None}), BACK, "Echo")
    shorter = lease_or_buy(sources({**ROSS, "lease_count": 4}), BACK, "Echo")
    assert any("4 years" in note for note in shorter.notes)


def test_no_candidate_of_the_name_and_two_of_it():
    with pytest.raises(BadArgument, match="Echo"):
        equipment_npv(sources(ECHO), BACK, "Ecko")
    with pytest.raises(BadArgument, match="rows 5 and 6"):
        equipment_npv(sources(ECHO, {**ECHO, "candidate": "ECHO"}), BACK, "Echo")
    with pytest.raises(NoData, match="no rows"):
        equipment_npv(sources(), BACK, "Echo")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"price": 0}, "Purchase price"),
        ({"life": 0}, "Useful life"),
        ({"life": 41}, "Useful life"),
        ({"volume": -1}, "Procedures a month"),
        ({"tax_rate": 1.01}, "Income tax rate"),
        ({"down_payment": 80_001}, "Down payment"),
        ({"other_purchases": 5, "other_last_quarter": 6}, "last quarter"),
        ({"collected": 1.2}, "Collected of allowed"),
    ],
)
def test_what_cannot_be_is_said_with_row_and_column(fields, said):
    with pytest.raises((BadArgument, OutOfRange), match=f"row 5: “.*{said}"):
        equipment_npv(sources({**ECHO, **fields}), BACK, "Echo")


# ------------------------------------------------------------- the practice's own payer mix and contract rates

OWN = {**ECHO, "allowed": None, "collected": None, "variable": 10}
THREE_TO_ONE = charges(
    *(
        {"claim_id": name, "dos": day, "charge": 200, "code": "X1", "payer": payer}
        for name, day, payer in (
            ("A0", "2026-05-01", "Acme Health"),
            ("A1", "2026-05-01", "Acme Health"),
            ("A2", "2026-05-01", "Acme Health"),
            ("B", "2026-05-01", "Birch"),
            ("S", "2026-05-01", "Self-pay"),
            ("later", "2026-07-01", "Birch"),
        )
    )
)
PRICED = {
    "contracts": contract(termination=None),
    "fee_schedules": rates(
        rate("X1", 160), rate("X2", 40), rate("X1", 100, payer="Birch"), rate("X2", 20, payer="Birch")
    ),
}
PAID = payments(
    *(
        {"claim_id": name, "post_date": "2026-06-01", "amount": amount, "kind": kind}
        for name in ("A0", "A1", "A2", "B", "S")
        for amount, kind in ((80, "insurance payment"), (100, "contractual adjustment"))
    )
)


def at_own_mix(*codes, **tables):
    rows = [{"candidate": "Echo", **code} for code in codes]
    given = {"charges": THREE_TO_ONE, "payments": PAID, **PRICED, **tables}
    return sources(OWN, **{CODES.name: frame(CODES, *rows)}, **given)


def test_allowed_at_the_practices_payer_mix():
    found = break_even_procedures(at_own_mix({"code": "x1"}), BACK, "Echo")
    assert part(found, "Allowed a procedure") == 14_500  # (3 × 160 + 1 × 100) ÷ 4
    assert part(found, "Payer mix of") == "these codes"
    # five claims of 200, adjusted by 100, paid 80 each
    assert part(found, "Collected of allowed") == pytest.approx(0.8)
    [left] = found.left_out
    assert left.reason.startswith("Self-pay") and left.rows == 1


def test_several_codes_and_units():
    found = break_even_procedures(at_own_mix({"code": "X1"}, {"code": "X2", "units": 2}), BACK, "Echo")
    assert part(found, "Allowed a procedure") == 14_500 + 7_000  # and 2 × (3 × 40 + 20) ÷ 4


def test_codes_nobody_bills_yet_take_the_mix_of_all_services():
    found = break_even_procedures(at_own_mix({"code": "X2"}), BACK, "Echo")
    assert part(found, "Allowed a procedure") == 3_500
    assert part(found, "Payer mix of") == "all services"


def test_later_services_do_not_count():
    after = Lookback(date(2026, 7, 1))
    found = break_even_procedures(at_own_mix({"code": "X1"}), after, "Echo")
    assert part(found, "Allowed a procedure") == 13_600  # (3 × 160 + 2 × 100) ÷ 5


def test_no_codes_no_charges_no_price():
    with pytest.raises(NoData, match="Equipment codes"):
        break_even_procedures(at_own_mix(), BACK, "Echo")
    with pytest.raises(NoData, match="no payer's contract"):
        break_even_procedures(at_own_mix({"code": "X9"}), BACK, "Echo")
    with pytest.raises(NoData, match="no services"):
        break_even_procedures(at_own_mix({"code": "X1"}), Lookback(date(2020, 1, 1)), "Echo")


@every_kind
def test_every_frame(on):
    found = break_even_procedures(at_own_mix({"code": "X1"}, charges=on(THREE_TO_ONE), payments=on(PAID)), BACK, "Echo")
    assert (found.value, part(found, "Allowed a procedure")) == (21, 14_500)  # 2,122.11 ÷ (145 × 80% − 10) = 20.02
