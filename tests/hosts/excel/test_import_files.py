from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from contract_tables import contract, rate, rates
from drug_price_files import NAME, cms_zip
from drug_price_files import text as limits_text
from era_text import enveloped, text, transaction
from paper_book import PaperBook

from medoffice_xl.hosts.excel import import_files
from medoffice_xl.hosts.excel.live_practice import LivePractice
from medoffice_xl.hosts.excel.live_tables import find_table, named_value, read_table
from medoffice_xl.lake import as_told, make_lake, open_lake
from medoffice_xl.tables import (
    BASE_UNITS,
    CHARGES,
    DRUG_PRICES,
    EXPORT_COLUMNS,
    FEE_SCHEDULES,
    IMPORTS,
    MPFS,
    TABLES,
    empty_frame,
)
from medoffice_xl.tables.appeals import APPEALS

pytestmark = pytest.mark.whole

EXPORT = """Claim ID,Service Date,Post Date,Insurance,CPT Code,Charge Amount
C1,06/01/2026,06/02/2026,Gray Oak,G0438,120.00
C2,06/03/2026,06/03/2026,Blue Harbor,G0439,80.50
"""


def empty_book(**frames):
    paper = PaperBook("Dashboard", "My notes")
    for name, table in TABLES.items():
        paper.put_table(table, frames.get(name, empty_frame(table)))
    paper.put_name("PaymentsFrom", "835")
    paper.put_name("FiscalYearStart", 1)
    paper.put_name("AsOf", "2026-01-01")
    paper.put_name("AsOfMoved", None)
    return paper


@pytest.fixture
def book():
    return empty_book()


def choose(book, *paths):
    book.app.impl = SimpleNamespace(choose_files=lambda title: [str(path) for path in paths])


@pytest.fixture
def export(tmp_path):
    path = tmp_path / "june.csv"
    path.write_text(EXPORT)
    return path


def test_a_chosen_file_goes_into_its_tables(book, export):
    choose(book, export)
    import_files.run(book, lambda what: None)
    charges = read_table(book, CHARGES).frame
    # 120.00 + 80.50 = 200.50.
    assert charges["charge"].sum() == 20_050
    assert list(read_table(book, IMPORTS).frame["file"]) == ["june.csv"]
    assert book.app.told[0].startswith("june.csv (")
    assert "2 rows added" in book.app.told[0]
    assert book.app.calculation == "automatic"
    assert named_value(book, "AsOf") == datetime(2026, 6, 3)


def test_with_a_ledger_rows_go_there_and_the_sheet_shows_the_newest(book, export, tmp_path):
    large = {name: empty_frame(table) for name, table in TABLES.items() if table.by_month}
    lake = make_lake(tmp_path / "ledger").staged(large).published()
    book.put_name("LedgerFolder", as_told(lake))
    book.put_name("LedgerRows", 1)
    choose(book, export)
    import_files.run(book, lambda what: None)
    after = open_lake(tmp_path / "ledger")
    assert after.frame("charges")["claim_id"].tolist() == ["C1", "C2"]
    assert read_table(book, CHARGES).frame["claim_id"].tolist() == ["C2"]
    assert LivePractice(book, print).table("charges")["charge"].sum() == 20_050
    assert named_value(book, "LedgerFolder") == as_told(after)
    first = find_table(book, "tblCharges").range
    (told,) = first.sheet.range((first.row - 1, first.column)).options(ndim=2).value
    assert told[0].startswith("The newest 1 of 2 rows of Charges.")
    assert named_value(book, "AsOf") == datetime(2026, 6, 3)


def test_what_is_typed_over_a_row_of_a_ledger_stays_and_is_told(book, export, tmp_path):
    large = {name: empty_frame(table) for name, table in TABLES.items() if table.by_month}
    book.put_name("LedgerFolder", as_told(make_lake(tmp_path / "ledger").staged(large).published()))
    book.put_name("LedgerRows", 5)
    choose(book, export)
    import_files.run(book, lambda what: None)
    charges = find_table(book, "tblCharges").range
    column = charges.column + [column.name for column in CHARGES].index("charge")
    charges.sheet.range((charges.row + 1, column)).value = 127
    more = tmp_path / "july.csv"
    more.write_text(EXPORT.splitlines()[0] + "\nC3,07/01/2026,07/02/2026,Gray Oak,G0438,10.00\n")
    choose(book, more)
    import_files.run(book, lambda what: None)
    # 120.00 + 80.50 + 10.00 count; the row of 127.00 stands on the sheet beside them.
    assert open_lake(tmp_path / "ledger").frame("charges")["charge"].tolist() == [12_000, 8_050, 1_000]
    assert sorted(read_table(book, CHARGES).frame["charge"]) == [1_000, 8_050, 12_000, 12_700]
    problems = read_table(book, TABLES["problems"]).frame
    assert problems["problem"].str.contains("on the sheet and not in the ledger").sum() == 1


def test_the_same_file_again_changes_nothing(book, export):
    choose(book, export)
    import_files.run(book, lambda what: None)
    before = {sheet.name: dict(sheet.cells) for sheet in book.sheets}
    import_files.run(book, lambda what: None)
    assert {sheet.name: sheet.cells for sheet in book.sheets} == before
    assert book.app.told[1] == "june.csv: it is in the workbook already; nothing was changed."


def test_a_file_that_is_none_of_ours_is_refused_by_name(book, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir or Madam")
    choose(book, letter)
    import_files.run(book, lambda what: None)
    assert book.app.told[0].startswith("letter.txt: nothing was taken from it.")
    assert read_table(book, CHARGES).frame.empty


def test_a_cancelled_dialog_does_nothing(book):
    choose(book)
    import_files.run(book, lambda what: None)
    assert book.app.told == []


MEDICARE = Path(__file__).parents[2] / "samples" / "mpfs" / "PPRRVU2025_Oct_hcpcs2_only.csv"


def test_the_cms_button_takes_the_cms_file(book):
    choose(book, MEDICARE)
    import_files.run_medicare(book, lambda what: None)
    assert "G0438" in set(read_table(book, MPFS).frame["code"])
    assert book.app.told[0].startswith(f"{MEDICARE.name} (Medicare fee schedule)")


def test_the_cms_button_takes_drug_payment_limits(book, tmp_path):
    limits = cms_zip(tmp_path, {NAME: limits_text("J1100,=1+1,12.345")})
    choose(book, limits)
    import_files.run_medicare(book, lambda what: None)
    assert read_table(book, DRUG_PRICES).frame[["code", "dosage", "payment_limit"]].values.tolist() == [
        ["J1100", "=1+1", 12.345]
    ]
    assert book.app.told[0].startswith(f"{limits.name} (Medicare drug prices): 1 rows added")


def test_the_cms_button_takes_anesthesia_base_units(book, tmp_path):
    units = tmp_path / "2024 anesthesia base units.csv"
    units.write_text("CODE,Base Unit\nX0100,7\n")
    choose(book, units)
    import_files.run_medicare(book, lambda what: None)
    assert read_table(book, BASE_UNITS).frame["base_units"].tolist() == [7.0]


def test_the_cms_button_takes_no_other_file(book, export):
    choose(book, export)
    import_files.run_medicare(book, lambda what: None)
    assert book.app.told[0].startswith("june.csv: nothing was taken from it.")
    assert read_table(book, CHARGES).frame.empty


CLAIM = ("CLP*C1*1*150*90**12*P1*11*1", "SVC*HC:X1001*150*90**1", "DTM*472*20250602", "CAS*CO*45*60")


def test_an_import_puts_underpaid_claims_on_appeals_and_says_so(tmp_path):
    """The remittance allows 90.00 where 100.00 was agreed."""
    agreed = {
        "contracts": contract(payer="SAMPLE HEALTH"),
        "fee_schedules": rates(rate("X1001", 100.0, payer="SAMPLE HEALTH")),
    }
    book = empty_book(**agreed)
    remittance = tmp_path / "june.835"
    remittance.write_text(text(enveloped(*transaction("90", *CLAIM))))
    choose(book, remittance)
    import_files.run(book, lambda what: None)
    assert "1 claim was found underpaid and put on the sheet Appeals." in book.app.told[0]
    assert list(read_table(book, APPEALS).frame["claim_id"]) == ["C1"]


FEES = "Payer: Gray Oak,\nRates effective 1/1/2026,\nCode,Rate\nG0438,0.054\nG0439,BR\n"


@pytest.mark.parametrize(("answer", "codes"), [("yes", ["G0438", "G0439"]), ("no", [])])
def test_what_was_understood_is_asked_before_it_is_written(book, tmp_path, answer, codes):
    fees = tmp_path / "fees.csv"
    fees.write_text(FEES)
    choose(book, fees)
    book.app.answer = answer
    import_files.run(book, lambda what: None)
    asked, told = book.app.told
    assert asked == (
        "fees.csv\n\nGray Oak: 2 rates of 2 codes, in force 01/01/2026 on (2), for every setting (2), 1 by report. "
        "Nothing was left out.\n\nTake it in so?"
    )
    assert read_table(book, FEE_SCHEDULES).frame["code"].tolist() == codes
    assert told.startswith("fees.csv (fee schedule): 2 rows added" if codes else "fees.csv: nothing was taken from it.")


UNCLEAR = Path(__file__).parents[2] / "samples" / "pm" / "layouts" / "own_words.csv"


def test_a_file_that_is_not_clear_puts_its_columns_on_the_sheet_and_comes_in_when_they_are_said(book):
    choose(book, UNCLEAR)
    import_files.run(book, lambda what: None)
    assert book.app.told[0] == (
        "own_words.csv: nothing was taken from it yet. Say on the sheet Export columns which column is Date "
        "of service, which Code, which Charge (under “Is”, or “Kind”), then import it again."
    )
    columns = read_table(book, EXPORT_COLUMNS)
    place = {row["heading"]: number for number, row in enumerate(columns.frame.to_dict("records"), 1)}
    assert columns.frame["sample1"].tolist() == ["9001", "11/05/2026", "(words)", "G0439", "150.00", "93.60"]
    said = columns.cells[0].index("Is")
    for heading, header in (("When", "Date of service"), ("What", "Code"), ("How much", "Charge"), ("For", "Payer")):
        columns.place.range[place[heading], said].value = header
    import_files.run(book, lambda what: None)
    charges = read_table(book, CHARGES).frame
    assert charges[["claim_id", "payer", "charge"]].values.tolist() == [
        ["9001", "Alpha Health", 15000],
        ["9002", "Beta Plan", 3000],
    ]
    assert "2 rows added" in book.app.told[1]
