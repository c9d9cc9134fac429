"""What a purchase deducts: published cases of Section 179, bonus, MACRS and its conventions."""

from datetime import date
from fractions import Fraction

import pytest
from equipment_candidates import ECHO, candidates

from medoffice_xl.areas.equipment.candidate import candidate
from medoffice_xl.areas.equipment.deductions import deductions
from medoffice_xl.areas.equipment.tables import CONVENTIONS, DEPRECIATION_RATES, SECTION_179_LIMITS
from medoffice_xl.areas.equipment.tax_rules import TaxRules
from medoffice_xl.errors import NoData
from medoffice_xl.published import published

RULES = TaxRules()


def deducted(**fields):
    return deductions(candidate(candidates({**ECHO, **fields}), "Echo"), RULES)


@pytest.mark.parametrize(
    ("day", "limit", "phase_out", "suv", "bonus"),
    [
        (date(2023, 1, 1), 1_160_000, 2_890_000, 28_900, "0.8"),
        (date(2024, 12, 31), 1_220_000, 3_050_000, 30_500, "0.6"),
        (date(2025, 1, 19), 2_500_000, 4_000_000, 31_300, "0.4"),
        (date(2025, 1, 20), 2_500_000, 4_000_000, 31_300, "1"),
        (date(2026, 1, 1), 2_560_000, 4_090_000, None, "1"),
    ],
)
def test_limits_by_day(day, limit, phase_out, suv, bonus):
    found = RULES.limits_on(day)
    assert (found.limit, found.phase_out) == (limit * 100, phase_out * 100)
    assert found.suv_limit == (None if suv is None else suv * 100)
    assert found.bonus == Fraction(bonus)


def test_no_limit_is_known_before_the_first_row():
    with pytest.raises(NoData, match="12/31/2022"):
        RULES.limits_on(date(2022, 12, 31))


@pytest.mark.parametrize(
    ("placed", "price", "expected"),
    [
        ("2024-07-01", 3_250_000, 1_020_000),  # published: 1,220,000 − 200,000
        ("2025-07-01", 4_300_000, 2_200_000),  # published: 2,500,000 − 300,000
        ("2026-07-01", 2_560_000, 2_560_000),  # at the limit
        ("2026-07-01", 2_560_001, 2_560_000),
        ("2026-07-01", 4_090_000, 2_560_000),  # at the threshold
        ("2026-07-01", 4_090_001, 2_559_999),
        ("2026-07-01", 6_649_999, 1),
        ("2026-07-01", 6_650_000, 0),  # gone
        ("2026-07-01", 7_000_000, 0),
    ],
)
def test_section_179_and_its_phase_out(placed, price, expected):
    assert deducted(depreciation="Section 179", placed=placed, price=price, salvage=0).first == expected * 100


def test_other_equipment_of_the_year_counts_for_the_phase_out():
    # 2,560,000 − (4,000,000 + 100,000 − 4,090,000)
    found = deducted(depreciation="Section 179", price=100_000, other_purchases=4_000_000)
    assert found.first == 100_000 * 100
    found = deducted(depreciation="Section 179", price=100_000, other_purchases=6_500_000)
    assert found.first == 50_000 * 100


def test_the_limit_then_bonus_on_the_rest_then_macrs():
    # 2024: 1,220,000 of 1,500,000; bonus 60% of 280,000 = 168,000; MACRS on 112,000: 20% = 22,400
    found = deducted(depreciation="Section 179", placed="2024-03-01", price=1_500_000, life=6)
    assert found.first == 122_000_000
    assert found.bonus == 16_800_000
    assert found.by_year[0] == 122_000_000 + 16_800_000 + 2_240_000
    assert found.by_year[1] == 3_584_000  # 32% of 112,000
    assert found.total == 150_000_000  # the whole price by the sixth year


def test_a_sport_utility_vehicle_has_a_lower_limit():
    assert deducted(depreciation="Section 179", placed="2025-03-01", price=60_000, vehicle="SUV").first == 3_130_000
    with pytest.raises(NoData, match="SUV"):
        deducted(depreciation="Section 179", placed="2026-03-01", vehicle="SUV")


def test_what_exceeds_business_income_is_carried_forward():
    found = deducted(depreciation="Section 179", business_income=30_000)
    assert found.by_year == (3_000_000, 3_000_000, 2_000_000, 0, 0)
    assert any("carried forward" in note for note in found.notes)
    enough = deducted(depreciation="Section 179", business_income=80_000)
    assert enough.by_year[0] == 8_000_000
    assert not enough.notes
    assert deducted(depreciation="Section 179", business_income=-5).total == 0


def test_macrs_of_five_years_and_what_the_life_leaves():
    found = deducted()
    assert [float(cents) / 8_000_000 for cents in found.by_year] == pytest.approx([0.2, 0.32, 0.192, 0.1152, 0.1152])
    assert deducted(life=6).total == 8_000_000
    assert deducted(life=9).by_year[6:] == (0, 0, 0)


def test_straight_line():
    assert deducted(depreciation="straight line", price=10_000, down_payment=0).by_year == (200_000,) * 5


@pytest.mark.parametrize(
    ("last_quarter", "convention"),
    [
        # the machine is placed in October: 80,000 of the last quarter's
        (0, "mid-quarter 4"),  # 80,000 of 180,000 = 44%
        (20_000, "mid-quarter 4"),
    ],
)
def test_more_than_forty_percent_in_the_last_quarter(last_quarter, convention):
    found = deducted(placed="2026-10-01", other_purchases=100_000, other_last_quarter=last_quarter)
    assert convention in found.convention


def test_forty_percent_itself_is_half_year():
    # 80,000 of 200,000
    assert "half-year" in deducted(placed="2026-10-01", other_purchases=120_000).convention
    assert "mid-quarter 4" in deducted(placed="2026-10-01", other_purchases=119_999).convention
    # placed in June, where others' last quarter decides: 53,334 of 133,334 is more than 40%
    assert "half-year" in deducted(placed="2026-06-30", other_purchases=53_333, other_last_quarter=53_333).convention
    assert (
        "mid-quarter 2" in deducted(placed="2026-06-30", other_purchases=53_334, other_last_quarter=53_334).convention
    )


def test_mid_quarter_rates_of_the_last_quarter():
    found = deducted(placed="2026-12-31", life=6)
    shares = [0.05, 0.38, 0.228, 0.1368, 0.1094, 0.0958]  # IRS Publication 946, table A-5
    assert [float(cents) / 8_000_000 for cents in found.by_year] == pytest.approx(shares)


def test_what_section_179_takes_does_not_count_for_the_convention():
    found = deducted(depreciation="Section 179", placed="2026-12-31", other_purchases=10, other_last_quarter=4)
    assert "half-year" in found.convention


def test_published_rates_of_each_convention_add_up_to_the_whole_cost():
    rates = published(DEPRECIATION_RATES)
    for (recovery, _), rows in rates.groupby(["recovery", "convention"]):
        assert sum(Fraction(str(share)) for share in rows["rate"]) == 1
        assert list(rows["year"]) == list(range(1, recovery + 2))
    assert set(rates["convention"]) == set(CONVENTIONS)


def test_every_published_row_has_its_source():
    assert (published(SECTION_179_LIMITS)["source"] != "").all()
    with pytest.raises(NoData, match="5, 7 years"):
        RULES.macrs(39, "half-year")
