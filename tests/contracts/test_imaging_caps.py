"""Imaging is capped by the outpatient rate of the release in force on the day of service."""

from datetime import date

import numpy as np
import pytest
from contract_tables import billed, book, contract, medicare, rvu, table

from medoffice_xl.contracts.days import to_day
from medoffice_xl.contracts.imaging_caps import NO_CAP, compile_caps
from medoffice_xl.contracts.modifiers import BITS
from medoffice_xl.contracts.pricing import price
from medoffice_xl.tables import GPCI, OPPS_CAPS

HERE, ELSEWHERE = "07102-13", "10112-00"
PLACES = table(
    GPCI,
    *(
        {"year": year, "effective": f"{year}-01-01", "locality_key": key, "work": 1, "pe": 1, "mp": 1}
        for year in (2025, 2026)
        for key in (HERE, ELSEWHERE)
    ),
)
RVUS = medicare(
    rvu("G0130", 10.00),
    rvu("G0130", 4.00, mod="26"),
    rvu("G0130", 6.00, mod="TC"),
    rvu("G0131", 10.00),
    rvu("G0130", 10.00, year=2026, effective="2026-01-01", cf=33.4009, program="non-QP"),
)
UNCAPPED = 32347
"""10.00 × 32.3465 = 323.465."""


def cap(effective, nonfacility, facility, mod="", locality=HERE):
    return {
        "effective": effective, "code": "G0130", "mod": mod, "locality_key": locality,
        "nonfacility": nonfacility, "facility": facility,
    }  # fmt: skip


CAPS = table(
    OPPS_CAPS,
    cap("2025-04-01", 40.10, 25.50),
    cap("2025-01-01", 30.00, 20.00),
    cap("2025-01-01", 15.00, 10.00, mod="TC"),
    cap("2026-01-01", 50.00, 35.00),
)


def cents(*lines, dos, pos="11", **terms):
    fields = {"method": "% of Medicare", "percent": 1.0, "locality": HERE} | terms
    of = book(contract(**fields), mpfs=RVUS, gpci=PLACES, opps_caps=CAPS)
    return price(billed(of, *lines, dos=dos, pos=pos), of).cents.tolist()


@pytest.mark.parametrize(
    ("dos", "expected"),
    [("2025-01-01", 3000), ("2025-03-31", 3000), ("2025-04-01", 4010), ("2025-12-31", 4010), ("2026-01-01", 5000)],
)
def test_each_day_of_service_gets_the_cap_of_its_quarter(dos, expected):
    assert cents(("G0130", "", 900.0), dos=dos) == [expected]


def test_the_cap_of_the_setting():
    assert cents(("G0130", "", 900.0), dos="2025-02-01", pos="22") == [2000]
    assert cents(("G0130", "", 900.0), dos="2025-02-01", pos="11", setting="F") == [2000]


def test_the_technical_component_has_its_own_cap_and_the_professional_none():
    # 4.00 × 32.3465 = 129.386
    assert cents(("G0130", "26", 900.0), ("G0130", "TC", 900.0), dos="2025-02-01") == [12939, 1500]


def test_a_code_or_a_locality_without_a_cap_is_not_capped():
    assert cents(("G0131", "", 900.0), dos="2025-02-01") == [UNCAPPED]
    assert cents(("G0130", "", 900.0), dos="2025-02-01", locality=ELSEWHERE) == [UNCAPPED]
    assert cents(("G0130", "", 900.0), dos="2025-02-01", locality="") == [UNCAPPED]


def test_a_component_without_a_cap_in_the_release_in_force_is_not_capped():
    # 6.00 × 32.3465 = 194.079; April's release has no cap for TC
    assert cents(("G0130", "TC", 900.0), dos="2025-05-01") == [19408]


def test_a_pinned_year_takes_the_last_release_of_that_year():
    assert cents(("G0130", "", 900.0), dos="2026-02-01", rvu_year=2025) == [4010]


def test_the_percent_comes_after_the_cap():
    assert cents(("G0130", "", 900.0), dos="2025-05-01", percent=1.15) == [4612]  # 40.10 × 1.15 = 46.115


def test_a_day_before_the_first_release_of_its_year_gets_the_earliest():
    late = compile_caps(table(OPPS_CAPS, cap("2025-04-01", 40.00, 25.00)))
    assert caps_of(late, date(2025, 2, 1)) == [4000 * 10_000_000]
    assert caps_of(late, date(2024, 12, 31)) == [NO_CAP]


def test_no_caps_at_all():
    none = compile_caps(None)
    assert not none
    assert caps_of(none, date(2025, 2, 1)) == [NO_CAP]


def caps_of(caps, *days):
    code = np.repeat(caps.index_of(np.array(["G0130"], dtype=object)), len(days))
    nothing = np.zeros(len(days), dtype="int64")
    return caps.of(HERE, code, nothing, nothing.astype(bool), np.array([to_day(day) for day in days])).tolist()


def test_many_lines_at_once_get_what_each_gets_alone():
    caps = compile_caps(CAPS)
    rng = np.random.default_rng(7)
    count = 500
    code = rng.integers(-1, 1, count)
    mods = rng.choice([0, BITS["TC"], BITS["26"], BITS["TC"] | BITS["59"]], count)
    facility = rng.random(count) < 0.5
    day = rng.integers(to_day(date(2024, 6, 1)), to_day(date(2026, 12, 31)), count)
    together = caps.of(HERE, code, mods, facility, day)
    alone = [caps.of(HERE, *(column[[row]] for column in (code, mods, facility, day)))[0] for row in range(count)]
    assert together.tolist() == alone
    assert len(set(alone)) == 4 * 2 + 1  # four rows of caps in two settings, and no cap


def test_of_a_release_imported_twice_the_later_row_counts():
    twice = table(OPPS_CAPS, cap("2025-01-01", 30.00, 20.00), cap("2025-01-01", 31.00, 21.00))
    caps = compile_caps(twice)
    assert caps_of(caps, date(2025, 1, 1)) == [3100 * 10_000_000]
