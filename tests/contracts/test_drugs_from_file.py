"""Drugs and anesthesia, from CMS's files to the price of a line: imported, dated, corrected."""

from datetime import date

import pytest
from contract_tables import billed, book, contract
from drug_price_files import APRIL, NAME, cms_zip, drug_file, text

from medoffice_xl.contracts.pricing import price
from medoffice_xl.contracts.status import Status
from medoffice_xl.intake.files import bring_in
from medoffice_xl.problems import Severity
from medoffice_xl.tables import TABLES, empty_frame

pytestmark = pytest.mark.whole

TODAY = date(2026, 7, 1)


def taken(*paths, into=None):
    """The tables after an import of these files, and the import."""
    tables = {name: empty_frame(table) for name, table in TABLES.items()} | (into or {})
    brought = bring_in(paths, tables, today=TODAY)
    return tables | brought.frames, brought


def cents(tables, line, dos, **terms):
    """The price of one line, or why it has none."""
    of = book(
        contract(effective="2026-01-01", **terms), drug_prices=tables["drug_prices"], base_units=tables["base_units"]
    )
    found = price(billed(of, line, dos=dos), of)
    return int(found.cents[0]) if found.status[0] == Status.PRICED else Status(int(found.status[0]))


@pytest.fixture
def two_quarters(tmp_path):
    """January's zip and April's file: J1100 at 12.345, then at 12.500; J1101 in January alone."""
    january = cms_zip(tmp_path, {NAME: text("J1100,1 MG,12.345", "J1101,1 MG,0.500")})
    april = drug_file(tmp_path, "J1100,1 MG,12.500", name="april.csv", effective=APRIL)
    return taken(january, april)[0]


TEN = ("J1100", "", 9000.0, 10.0)


def test_asp_plus_six_percent_is_the_limit(two_quarters):
    # The limit is 106% of ASP: 12.345 / 1.06 × 1.06 × 10 units = 123.45
    assert cents(two_quarters, TEN, "2026-02-10", method="ASP + %", percent=0.06) == 12345


def test_asp_plus_ten_percent(two_quarters):
    # 12.345 / 1.06 × 1.10 × 10 = 135.795 / 1.06 = 128.108…, half up 128.11
    assert cents(two_quarters, TEN, "2026-02-10", method="ASP + %", percent=0.10) == 12811


@pytest.mark.parametrize(
    ("dos", "expected"),
    [
        ("2026-01-01", 12345),  # 12.345 × 10
        ("2026-03-31", 12345),
        ("2026-04-01", 12500),  # 12.500 × 10
        ("2026-06-30", 12500),
        ("2026-07-01", Status.UNLISTED),  # no file of July's quarter
    ],
)
def test_the_day_of_service_picks_the_quarter(two_quarters, dos, expected):
    assert cents(two_quarters, TEN, dos, method="ASP + %", percent=0.06) == expected


def test_a_code_that_left_the_list_has_no_price_any_more(two_quarters):
    one = ("J1101", "", 90.0, 4.0)
    assert cents(two_quarters, one, "2026-03-31", method="ASP + %", percent=0.06) == 200  # 0.500 × 4
    assert cents(two_quarters, one, "2026-04-01", method="ASP + %", percent=0.06) is Status.UNLISTED


def test_the_same_file_twice_changes_nothing(tmp_path):
    path = drug_file(tmp_path, "J1100,1 MG,12.345")
    tables, first = taken(path)
    assert (first.outcomes[0].kind, first.outcomes[0].added) == ("Medicare drug prices", 1)
    _, again = taken(path, into=tables)
    assert again.outcomes[0].already_there
    assert again.frames == {}
    # The same rows in another wrapping are the same rows.
    zipped = cms_zip(tmp_path, {NAME: path.read_bytes()})
    (same,) = taken(zipped, into=tables)[1].outcomes
    assert (same.added, same.changed, same.unchanged) == (0, 0, 1)


def test_a_corrected_quarter_says_what_changed(tmp_path):
    dear = drug_file(tmp_path, "J1100,1 MG,23456.781", "J1101,1 MG,0.500")
    tables, _ = taken(dear)
    corrected = drug_file(tmp_path, "J1100,1 MG,23456.782", "J1101,1 MG,0.500", "J1102,1 MG,1.000", name="updated.csv")
    tables, brought = taken(corrected, into=tables)
    (outcome,) = brought.outcomes
    assert (outcome.added, outcome.changed, outcome.unchanged) == (1, 1, 1)
    assert [(problem.problem, problem.value) for problem in brought.problems] == [
        ("Drug prices changed: Payment limit: 23456.781 → 23456.782.", "J1100 2026-01-01")
    ]
    assert cents(tables, ("J1100", "", 99999.0), "2026-02-10", method="ASP + %", percent=0.06) == 2345678


def test_the_problems_of_a_zip_are_counted_and_give_way_to_those_of_its_next_version(tmp_path):
    tables, brought = taken(cms_zip(tmp_path, {NAME: text("J1100,1 MG,N/A", "J1101,1 MG,1.000")}))
    assert tables["imports"]["problems"].tolist() == [2]  # the code without a limit, and the files left alone
    assert [problem.severity for problem in brought.problems] == [Severity.DATA, Severity.NOTE]
    tables, _ = taken(cms_zip(tmp_path, {NAME: text("J1100,1 MG,2.000", "J1101,1 MG,1.000")}), into=tables)
    assert tables["problems"]["severity"].tolist() == ["note"]
    assert len(tables["drug_prices"]) == 2


def test_anesthesia_from_the_list_of_base_units(tmp_path):
    path = tmp_path / "units.csv"
    path.write_text("2024 Anesthesia Base Units by CPT Code\n\nCODE,Base Unit\nX0100,7\n")
    tables, brought = taken(path)
    assert brought.outcomes[0].added == 1
    # 7 base + 129 minutes / 15 = 8.6 → 15.6 units × 50.00 = 780.00
    line = ("X0100", "", 9000.0, 129.0)
    assert cents(tables, line, "2026-02-10", method="anesthesia", factor=50.0) == 78000
