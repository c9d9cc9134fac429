"""Published run-off triangles: what they come to, and how sure that is."""

import numpy as np
import pytest

from medoffice_xl.areas.forecast.triangle import (
    bornhuetter_ferguson,
    chain_ladder,
    development_factors,
    mack_standard_error,
    newest,
    to_ultimate,
)


def triangle(*rows: str):
    size = len(rows)
    found = np.full((size, size), np.nan)
    for place, row in enumerate(rows):
        values = [float(value) for value in row.split()]
        found[place, : len(values)] = values
    return found


# Taylor and Ashe, as in Mack 1993
TAYLOR_ASHE = triangle(
    "357848 1124788 1735330 2218270 2745596 3319994 3466336 3606286 3833515 3901463",
    "352118 1236139 2170033 3353322 3799067 4120063 4647867 4914039 5339085",
    "290507 1292306 2218525 3235179 3985995 4132918 4628910 4909315",
    "310608 1418858 2195047 3757447 4029929 4381982 4588268",
    "443160 1136350 2128333 2897821 3402672 3873311",
    "396132 1333217 2180715 2985752 3691712",
    "440832 1288463 2419861 3483130",
    "359480 1421128 2864498",
    "376686 1363294",
    "344014",
)
# Reinsurance Association of America, general liability, as in Mack 1994
RAA = triangle(
    "5012 8269 10907 11805 13539 16181 18009 18608 18662 18834",
    "106 4285 5396 10666 13782 15599 15496 16169 16704",
    "3410 8992 13873 16141 18735 22214 22863 23466",
    "5655 11555 15766 21266 23425 26083 27067",
    "1092 9565 15836 22169 25955 26180",
    "1513 6445 11702 12935 15852",
    "557 4020 10946 12314",
    "1351 6947 13112",
    "3133 5395",
    "2063",
)
SMALL = triangle("4000 9000 10800 11400", "4200 9300 11250", "3800 8700", "4100")


def reserves(of):
    return chain_ladder(of) - newest(of)[0]


def test_taylor_ashe():
    found = reserves(TAYLOR_ASHE)
    published = [94_634, 469_511, 709_638, 984_889, 1_419_459, 2_177_641, 3_920_301, 4_278_972, 4_625_811]
    assert [round(each) for each in found[1:]] == published
    assert round(found.sum()) == 18_680_856
    assert round(mack_standard_error(TAYLOR_ASHE)) == 2_447_095


def test_taylor_ashe_by_calendar_year():
    factors = development_factors(TAYLOR_ASHE)
    times = to_ultimate(factors)
    paid, lag = newest(TAYLOR_ASHE)

    def in_year(ahead):
        by = np.array([times[min(each + ahead, 9)] for each in lag])
        before = np.array([times[min(each + ahead - 1, 9)] for each in lag])
        return (paid * times[lag] * (1 / by - 1 / before)).sum()

    years = [in_year(ahead) for ahead in range(1, 10)]
    assert [round(each) for each in years[:4]] == [5_226_536, 4_179_394, 3_131_668, 2_127_272]
    assert round(sum(years)) == 18_680_856


def test_raa():
    assert round(reserves(RAA).sum()) == 52_135
    assert round(mack_standard_error(RAA)) == 26_909


def test_small_triangle():
    factors = development_factors(SMALL)
    # 27,000 ÷ 12,000; 22,050 ÷ 18,300; 11,400 ÷ 10,800
    assert factors == pytest.approx([2.25, 1.204918, 1.055556], abs=1e-6)
    assert chain_ladder(SMALL) == pytest.approx([11_400, 11_875, 11_065.16, 11_732.89], abs=5e-3)
    assert reserves(SMALL).sum() == pytest.approx(10_623.05, abs=5e-3)


def test_bornhuetter_ferguson_of_the_young_row():
    times = to_ultimate(development_factors(SMALL))[0]
    assert times == pytest.approx(2.86168, abs=5e-6)
    young = bornhuetter_ferguson(4_100, 11_600, times)
    assert young == pytest.approx(11_646.44, abs=5e-3)
    assert reserves(SMALL)[:3].sum() + young - 4_100 == pytest.approx(10_536.60, abs=5e-3)


def test_only_the_newest_diagonals():
    # of two: (9,300 → 11,250 and 8,700 of 3,800; 11,400 of 10,800): the step to lag 1 from 4,200 is one diagonal older
    assert development_factors(SMALL, 1) == pytest.approx([8_700 / 3_800, 11_250 / 9_300, 11_400 / 10_800])
    assert development_factors(SMALL, 2)[0] == pytest.approx((8_700 + 9_300) / 8_000)
    assert development_factors(SMALL, 3) == pytest.approx(development_factors(SMALL))


def test_money_that_goes_back_lowers_and_nothing_grows_no_more():
    refunds = triangle("100 90", "100")
    assert development_factors(refunds) == pytest.approx([0.9])
    assert development_factors(triangle("0 50", "10")) == pytest.approx([np.inf])
    assert development_factors(triangle("0 0", "10")) == pytest.approx([1.0])
    assert development_factors(triangle("50 0", "10")) == pytest.approx([1.0])
