"""Contracts that pay by Medicare: years pinned apart, dated factors, localities, settings, anesthesia, drugs."""

import pandas as pd
import pytest
from contract_tables import billed, book, contract, medicare, rate, rates, rvu, table

from medoffice_xl.contracts.pricing import Priced, price
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.status import Status
from medoffice_xl.tables import BASE_UNITS, CONVERSION_FACTORS, DRUG_PRICES, GPCI, OPPS_CAPS, PROVIDERS

OLD = {"year": 2023, "effective": "2023-01-01", "cf": 33.8872}
TWO_YEARS = medicare(rvu("G0438", 4.96), rvu("G0438", 5.00, **OLD))


def priced(of: Rulebook, *lines: tuple[object, ...], **scope: str) -> Priced:
    return price(billed(of, *lines, **scope), of)


def cents(of: Rulebook, *lines: tuple[object, ...], **scope: str) -> list[int]:
    found = priced(of, *lines, **scope)
    assert (found.status == Status.PRICED).all(), found.status
    return found.cents.tolist()


def test_current_medicare_follows_the_day_of_service() -> None:
    of = book(contract(method="% of Medicare", percent=1.0, effective="2023-01-01"), mpfs=TWO_YEARS)
    assert cents(of, ("G0438", "", 400.0)) == [16044]  # 4.96 × 32.3465 = 160.43864
    assert cents(of, ("G0438", "", 400.0), dos="2023-05-01") == [16944]  # 5.00 × 33.8872 = 169.436


def test_rvu_year_and_factor_year_are_pinned_apart() -> None:
    pinned = book(contract(method="% of Medicare", percent=1.0, rvu_year=2023, cf_year=2023), mpfs=TWO_YEARS)
    assert cents(pinned, ("G0438", "", 400.0)) == [16944]
    mixed = book(contract(method="% of Medicare", percent=1.0, rvu_year=2023), mpfs=TWO_YEARS)
    assert cents(mixed, ("G0438", "", 400.0)) == [16173]  # 5.00 × 32.3465 = 161.7325


def test_a_pinned_year_that_is_not_loaded_is_a_problem_and_no_price() -> None:
    of = book(contract(method="% of Medicare", percent=1.0, rvu_year=2022), mpfs=TWO_YEARS)
    assert "RVU file of 2022" in of.problems[0].problem
    assert priced(of, ("G0438", "", 400.0)).status.tolist() == [Status.NOT_LOADED]


@pytest.mark.parametrize(("day", "expected"), [("2024-03-08", 16372), ("2024-03-09", 16644)])
def test_the_factor_of_march_2024(day: str, expected: int) -> None:
    # 5.00 × 32.7442 = 163.721 and 5.00 × 33.2875 = 166.4375
    rows = medicare(rvu("G0438", 5.00, year=2024, effective="2024-01-01", cf=32.7442))
    of = book(contract(method="% of Medicare", percent=1.0, effective="2024-01-01"), mpfs=rows)
    assert cents(of, ("G0438", "", 400.0), dos=day) == [expected]


def test_the_factor_of_qualifying_participants() -> None:
    rows = medicare(
        rvu("G0438", 5.22, year=2026, effective="2026-01-01", cf=33.4009, program="non-QP"),
        rvu("G0438", 5.22, year=2026, effective="2026-01-01", cf=33.5675, program="QP"),
    )
    plain = book(contract(method="% of Medicare", percent=1.0), mpfs=rows)
    qualified = book(contract(method="% of Medicare", percent=1.0, program="QP"), mpfs=rows)
    assert cents(plain, ("G0438", "", 400.0), dos="2026-02-01") == [17435]  # 174.352698
    assert cents(qualified, ("G0438", "", 400.0), dos="2026-02-01") == [17522]  # 175.22235


ARKANSAS = [
    {
        "year": 2025,
        "effective": day,
        "locality_key": "07102-13",
        "work": work,
        "work_no_floor": 0.955,
        "pe": 0.9,
        "mp": 0.5,
    }
    for day, work in (("2025-01-01", 1.0), ("2025-10-01", 0.955))
]


def test_a_floor_that_lapsed_in_october_is_a_dated_row() -> None:
    rows = medicare(rvu("G0438", 2.60, pe_nf=2.20, pe_f=1.10, mp=0.16))
    terms = {"method": "% of Medicare", "percent": 1.0, "locality": "07102-13"}
    of = book(contract(**terms), mpfs=rows, gpci=table(GPCI, *ARKANSAS))
    # 2.60 + 2.20 × 0.9 + 0.16 × 0.5 = 4.66 × 32.3465 = 150.73469; 2.60 × 0.955 + 2.06 = 4.543 × 32.3465 = 146.9501495
    assert cents(of, ("G0438", "", 400.0)) == [15073]
    assert cents(of, ("G0438", "", 400.0), dos="2025-10-02") == [14695]
    without = book(contract(**terms, gpci_floor="without"), mpfs=rows, gpci=table(GPCI, *ARKANSAS))
    assert cents(without, ("G0438", "", 400.0)) == [14695]


def test_an_unknown_locality_is_a_problem_and_no_price() -> None:
    of = book(
        contract(method="% of Medicare", percent=1.0, locality="7102-13"), mpfs=TWO_YEARS, gpci=table(GPCI, *ARKANSAS)
    )
    assert of.problems[0].value == "7102-13"
    assert priced(of, ("G0438", "", 400.0)).status.tolist() == [Status.NOT_LOADED]


def test_place_of_service_picks_the_setting() -> None:
    rows = medicare(rvu("G0402", 1.00, pe_nf=2.00, pe_f=1.00))
    of = book(contract(method="% of Medicare", percent=1.0), mpfs=rows)
    assert cents(of, ("G0402", "", 400.0), pos="11") == [9704]  # 3 × 32.3465 = 97.0395
    assert cents(of, ("G0402", "", 400.0), pos="22") == [6469]  # 2 × 32.3465 = 64.693
    assert cents(of, ("G0402", "", 400.0), pos="10") == [9704]  # telehealth at home is no facility
    always = book(contract(method="% of Medicare", percent=1.0, setting="F"), mpfs=rows)
    assert cents(always, ("G0402", "", 400.0), pos="11") == [6469]


def test_a_row_of_its_own_for_53() -> None:
    rows = medicare(rvu("G0105", 10.13), rvu("G0105", 5.06, mod="53"), rvu("G0104", 5.56))
    of = book(contract(method="% of Medicare", percent=1.0), mpfs=rows)
    assert cents(of, ("G0105", "53", 900.0)) == [16367]  # 5.06 × 32.3465 = 163.67329
    assert priced(of, ("G0104", "53", 900.0)).status.tolist() == [Status.BY_REPORT]


def test_imaging_is_capped_by_the_outpatient_rate() -> None:
    cap = {
        "effective": "2025-01-01",
        "code": "G0130",
        "mod": "",
        "locality_key": "07102-13",
        "facility": 20,
        "nonfacility": 30,
    }
    of = book(
        contract(method="% of Medicare", percent=1.0, locality="07102-13"),
        mpfs=medicare(rvu("G0130", 1.14)),
        gpci=table(GPCI, *ARKANSAS),
        opps_caps=table(OPPS_CAPS, cap),
    )
    assert cents(of, ("G0130", "", 900.0)) == [3000]  # 1.14 × 32.3465 = 36.88 without the cap


def test_anesthesia_by_the_minute() -> None:
    # 7 base + 129 minutes / 15 = 8.6 → 15.6 × 20.3178 = 316.95768
    units = table(BASE_UNITS, {"code": "X0100", "base_units": 7, "effective": "2025-01-01"})
    of = book(contract(method="anesthesia"), base_units=units)
    assert cents(of, ("X0100", "", 900.0, 129.0)) == [31696]
    shared = book(contract(method="anesthesia", direction_percent=0.5), base_units=units)
    assert cents(shared, ("X0100", "QK", 900.0, 129.0)) == [15848]  # 158.47884
    whole = book(contract(method="anesthesia", unit_step=1.0, factor=50.0), base_units=units)
    assert cents(whole, ("X0100", "", 9000.0, 129.0)) == [80000]  # 7 + 9 units
    assert cents(of, ("X0100", "", 900.0, 95.0)) == [27023]  # 95 / 15 = 6.3 → 13.3 × 20.3178 = 270.22674


def test_the_anesthesia_factor_of_the_locality() -> None:
    units = table(BASE_UNITS, {"code": "X0100", "base_units": 7, "effective": "2025-01-01"})
    local = {"kind": "anesthesia", "locality_key": "10112-00", "effective": "2025-01-01", "end": "2025-12-31"}
    factors = table(CONVERSION_FACTORS, {**local, "factor": 19.31, "source": "ANES2025"})
    of = book(contract(method="anesthesia", locality="10112-00"), base_units=units, conversion_factors=factors)
    assert of.problems == ()
    assert cents(of, ("X0100", "", 900.0, 129.0)) == [30124]  # 15.6 × 19.31 = 301.236


def test_drugs_above_the_average_sales_price() -> None:
    limit = {"code": "J1100", "payment_limit": 0.123, "effective": "2025-04-01", "end": "2025-06-30"}
    prices = table(DRUG_PRICES, limit)
    same = book(contract(method="ASP + %", percent=0.06), drug_prices=prices)
    assert cents(same, ("J1100", "", 90.0, 10.0)) == [123]  # 10 × 0.123
    less = book(contract(method="ASP + %", percent=0.0), drug_prices=prices)
    assert cents(less, ("J1100", "", 90.0, 100.0)) == [1160]  # 100 × 0.123 / 1.06 = 11.6037…
    assert priced(same, ("J1100", "", 90.0), dos="2025-07-01").status.tolist() == [Status.UNLISTED]


def test_a_carve_out_of_codes_comes_before_the_contract() -> None:
    rows = pd.concat(
        [
            contract(method="% of Medicare", percent=1.0),
            contract(method="% of charges", percent=0.5, codes="J0000-J9999; Q5101"),
        ],
        ignore_index=True,
    )
    of = book(rows, rates(rate("J1100", 3.0)), mpfs=TWO_YEARS)
    assert cents(of, ("G0438", "", 400.0), ("J2001", "", 80.0), ("Q5101", "", 60.0), ("J1100", "", 80.0)) == [
        16044,
        4000,
        3000,
        300,
    ]


def test_capitated_codes_have_no_price() -> None:
    of = book(contract(method="capitation"))
    assert priced(of, ("X1001", "", 90.0)).status.tolist() == [Status.CAPITATED]


def test_a_non_physician_is_paid_less() -> None:
    import dataclasses

    import numpy as np

    who = table(PROVIDERS, {"npi": "1000000001", "kind": "non-physician"})
    of = book(contract(npp_percent=0.85), rates(rate("X1001", 100.01)), providers=who)
    assert of.non_physicians == {"1000000001"}
    line = dataclasses.replace(billed(of, ("X1001", "", 400.0)), non_physician=np.array([True]))
    assert price(line, of).cents.tolist() == [8501]  # 85.0085


def test_gaps_and_days_decide() -> None:
    rows = pd.concat(
        [contract(termination="2025-05-31"), contract(effective="2025-07-01")],
        ignore_index=True,
    )
    of = book(rows, rates(rate("X1001", 90.0, end="2025-08-31"), rate("X1001", 95.0, effective="2025-09-01")))
    days = {"2025-05-31": 9000, "2025-06-15": None, "2025-08-31": 9000, "2025-09-01": 9500}
    for day, amount in days.items():
        found = priced(of, ("X1001", "", 400.0), dos=day)
        assert (found.cents[0] if found.status[0] == Status.PRICED else None) == amount
    assert priced(of, ("X1001", "", 400.0), dos="2025-06-15").status.tolist() == [Status.NO_CONTRACT]


def test_settings_of_flat_rates() -> None:
    of = book(contract(), rates(rate("X1001", 90.0), rate("X1001", 60.0, pos_class="F")))
    assert cents(of, ("X1001", "", 400.0), pos="11") == [9000]
    assert cents(of, ("X1001", "", 400.0), pos="21") == [6000]


def test_rates_without_a_contract_row_are_the_agreement() -> None:
    of = book(None, rates(rate("X1001", 90.0)))
    assert cents(of, ("X1001", "", 400.0)) == [9000]
    assert cents(of, ("X1001", "", 40.0)) == [4000]
    assert of.alone.tolist() == [True, False]  # the last row stands for no contract


def test_large_amounts_stay_exact() -> None:
    # 999,999.99 × 0.123457 × 1.5 = 185185.498… : beyond 64 bits on the way
    of = book(contract(mod_22=0.123457, bilateral_percent=1.5), rates(rate("X1001", 999_999.99)))
    assert cents(of, ("X1001", "22 50", 9_999_999.0)) == [18518550]
