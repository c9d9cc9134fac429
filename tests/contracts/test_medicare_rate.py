"""Medicare's amounts, published and computed from the official files."""

import numpy as np
import pytest
from contract_tables import medicare as medicare_rows
from contract_tables import rvu
from mpfs_files import GPCI_2025, RVU_2025

from medoffice_xl.contracts.exact_amounts import half_up, medicare_nanos, scaled
from medoffice_xl.contracts.medicare_rate import MedicareTables, medicare_rate
from medoffice_xl.errors import NoData
from medoffice_xl.readers.mpfs import read


@pytest.fixture(scope="module")
def medicare() -> MedicareTables:
    return MedicareTables(read(RVU_2025).tables["mpfs"], read(GPCI_2025).tables["gpci"])


@pytest.mark.parametrize(
    ("code", "locality", "setting", "amount"),
    [
        # CMS RVU25D, national, Alabama, Manhattan, San Francisco: computed from the official files
        ("G0438", "", "NF", "160.44"),
        ("G0438", "10112-00", "NF", "148.92"),
        ("G0438", "13202-01", "NF", "181.11"),
        ("G0438", "01112-05", "NF", "194.78"),
        ("G0439", "", "NF", "126.47"),
        ("G0439", "10112-00", "NF", "116.81"),
        ("G0439", "13202-01", "NF", "143.26"),
        ("G0439", "01112-05", "NF", "154.82"),
        ("G2211", "", "NF", "15.53"),
        ("G2211", "10112-00", "NF", "14.70"),
        ("G2211", "13202-01", "NF", "17.34"),
        ("G2211", "01112-05", "NF", "17.87"),
        ("G0402", "", "NF", "160.76"),
        ("G0402", "", "F", "125.83"),
        ("G0402", "10112-00", "NF", "149.20"),
        ("G0402", "10112-00", "F", "118.84"),
        ("G0402", "13202-01", "NF", "181.49"),
        ("G0402", "13202-01", "F", "140.76"),
        ("G0402", "01112-05", "NF", "195.24"),
        ("G0402", "01112-05", "F", "145.67"),
    ],
)
def test_amounts_of_2025(medicare: MedicareTables, code: str, locality: str, setting: str, amount: str) -> None:
    assert medicare_rate(medicare, code, "", locality, setting).value == round(float(amount) * 100)


@pytest.mark.parametrize(
    ("total", "factor", "published"),
    [
        # RVU totals and CMS's own table of selected procedures, CY 2024 final rule, factor 32.7442
        (0.43, 32.7442, 1408),
        (0.24, 32.7442, 786),
        (2.73, 32.7442, 8939),
        (1.96, 32.7442, 6418),
        # 2.75 RVU in 2025
        (2.75, 32.3465, 8895),
    ],
)
def test_national_amounts_are_rounded_half_up_once(total: float, factor: float, published: int) -> None:
    one, none = np.array([1000]), np.array([0])
    nanos = medicare_nanos((scaled([total], 100), none, none), (one, one, one), scaled([factor], 10_000))
    assert half_up(nanos).tolist() == [published]


def test_half_a_cent_goes_up() -> None:
    # 1.05 RVU × 1.000 × 33.1000 = 34.755 exactly
    one, none = np.array([1000]), np.array([0])
    nanos = medicare_nanos((scaled([1.05], 100), none, none), (one, one, one), scaled([33.1], 10_000))
    assert nanos.tolist() == [34_755_000_000]
    assert half_up(nanos).tolist() == [3476]


def test_what_a_practice_that_does_not_participate_may_take(medicare: MedicareTables) -> None:
    parts = {part.label: part.value for part in medicare_rate(medicare, "G0438").parts}
    assert parts["Allowed if not participating (95.00% of the fee)"] == 15242, "160.44 × 0.95 = 152.418"
    assert parts["Limiting charge (109.25% of the fee)"] == 17528, "160.44 × 1.0925 = 175.2807"


def test_the_limiting_charge_of_the_published_example() -> None:
    # CMS, RVU25D: 2.75 RVU × 32.3465 = 88.95; 88.95 × 1.0925 = 97.18
    answer = medicare_rate(MedicareTables(medicare_rows(rvu("X1001", 2.75, mod="", na_nf="", na_f=""))), "X1001")
    parts = {part.label: part.value for part in answer.parts}
    assert (answer.value, parts["Limiting charge (109.25% of the fee)"]) == (8895, 9718)


@pytest.mark.parametrize(
    ("status", "why"),
    [
        ("R", "its status is R, restricted: where it is covered, the contractor prices it"),
        ("A", "its status is A, its file has no relative values for it"),
        ("T", "its status is T, its file has no relative values for it"),
        ("C", "its status is C, priced by the contractor"),
        ("X", "its status is X, excluded by statute"),
    ],
)
def test_a_code_without_relative_values_has_no_amount_whatever_its_status(status: str, why: str) -> None:
    tables = MedicareTables(medicare_rows(rvu("X1001", 0.0, status=status, mod="")))
    for setting in ("NF", "F"):
        with pytest.raises(NoData, match=f"Medicare has no amount for X1001: {why}"):
            medicare_rate(tables, "X1001", setting=setting)


def test_a_setting_without_relative_values_has_no_amount_and_the_other_one_has() -> None:
    # 0.40 RVU of practice expense outside a facility alone: 0.40 × 32.3465 = 12.9386
    tables = MedicareTables(medicare_rows(rvu("X1001", 0.0, pe_nf=0.4, mod="", na_f="NA", na_nf="")))
    assert medicare_rate(tables, "X1001", setting="NF").value == 1294
    with pytest.raises(NoData, match="no amount for X1001 in a facility: its file has relative values for the other"):
        medicare_rate(tables, "X1001", setting="F")
    other = MedicareTables(medicare_rows(rvu("X1001", 0.0, pe_f=0.4, mod="", na_f="", na_nf="NA")))
    with pytest.raises(NoData, match="outside a facility"):
        medicare_rate(other, "X1001", setting="NF")


def test_an_amount_that_cms_prints_as_na_is_computed_all_the_same() -> None:
    tables = MedicareTables(medicare_rows(rvu("X1001", 1.0, pe_f=0.4, mod="", na_f="NA", na_nf="")))
    in_facility = medicare_rate(tables, "X1001", setting="F")
    # 1.40 × 32.3465 = 45.2851
    assert in_facility.value == 4529
    assert any(note.startswith("CMS prints NA") for note in in_facility.notes)
    assert not any(note.startswith("CMS prints NA") for note in medicare_rate(tables, "X1001").notes)
