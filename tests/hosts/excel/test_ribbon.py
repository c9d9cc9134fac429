from importlib import import_module

import pytest
import xlwings
from paper_book import PaperBook
from practice_frames import frame

from medoffice_xl.areas import actions, reports
from medoffice_xl.hosts.excel import opened, ribbon
from medoffice_xl.tables import CHARGES, PAYMENTS, PROBLEMS, PROVIDER_ADJUSTMENTS, REMITS, REMITTANCES, SCHEMA_VERSION
from medoffice_xl.tables.appeals import APPEALS

pytestmark = pytest.mark.whole


@pytest.fixture
def book(monkeypatch, tmp_path):
    paper = PaperBook("Dashboard", "My notes")
    monkeypatch.setattr(xlwings.Book, "caller", classmethod(lambda cls: paper))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return paper


@pytest.fixture
def practice(book):
    book.put_table(CHARGES, frame(CHARGES, {"claim_id": "A", "dos": "2026-06-01", "payer": "Gray Oak", "charge": 90}))
    book.put_table(PAYMENTS, frame(PAYMENTS))
    remit = {"claim_id": "A", "trace": "EFT1", "claim_status": "1", "charge": 90, "adjustments": "CO-16:90.00"}
    book.put_table(REMITS, frame(REMITS, remit))
    book.put_table(REMITTANCES, frame(REMITTANCES, {"trace": "EFT1"}))
    book.put_table(PROVIDER_ADJUSTMENTS, frame(PROVIDER_ADJUSTMENTS))
    book.put_table(PROBLEMS, frame(PROBLEMS))
    book.put_table(APPEALS, frame(APPEALS))
    book.put_name("AsOf", "2026-06-30")
    book.put_name("TablesVersion", SCHEMA_VERSION)
    return book


def test_every_button_has_a_runner():
    for action in actions():
        module, _, function = (action.runner or "reports.run").rpartition(".")
        assert callable(getattr(import_module(f"medoffice_xl.hosts.excel.{module}"), function))
        assert action.runner or action.id in reports()


@pytest.mark.parametrize(
    ("action", "sheet", "told"),
    [
        ("remittance_check", "Remittance check", "Off balance: 0 checks ($0.00), 1 claim, 1 line."),
        ("open_receivables", "Open receivables", "1 claim owed, $90.00 in all."),
        ("denials", "Denials", "1 denied line, $90.00 at stake."),
        ("voucher_check", "Voucher check", "Nothing could be compared: fill in Contracts or Fee schedules first."),
        ("underpaid_claims", "Underpaid claims", "0 claims to work for $0.00; $0.00 recovered so far."),
        ("inferred_rates", "Inferred rates", "0 rates from 5 lines or more, 0 hints from fewer."),
    ],
)
def test_a_report_goes_to_its_sheet_and_to_no_other(practice, action, sheet, told):
    before = {each.name: dict(each.cells) for each in practice.sheets}
    ribbon.run(action)
    assert practice.app.told == []
    assert practice.sheets.active.name == sheet
    assert told in practice.texts(sheet)
    assert {each.name: each.cells for each in practice.sheets if each.name != sheet} == before


def test_progress_is_shown_and_taken_away(practice):
    ribbon.run("denials")
    assert practice.app.status[0] == "Denials: reading the sheet Remits …"
    assert practice.app.status[-1] is False


def test_problems_goes_to_the_sheet(practice):
    ribbon.run("problems")
    assert practice.sheets.active.name == "Problems"


def test_a_missing_table_is_told_in_words_and_nothing_is_written(book):
    ribbon.run("denials")
    assert [sheet.name for sheet in book.sheets] == ["Dashboard", "My notes"]
    (told,) = book.app.told
    assert "tblRemits is missing from the sheet Remits" in told
    assert "Nothing was changed" in told


def test_an_unforeseen_error_leaves_a_log_without_the_data(practice, monkeypatch, tmp_path):
    def fail(*_):
        raise ValueError("Jane Roe, born 1950-01-01")

    monkeypatch.setattr("medoffice_xl.hosts.excel.reports.show", fail)
    ribbon.run("denials")
    log = tmp_path / "medoffice_xl" / "errors.log"
    assert str(log) in practice.app.told[0]
    assert "Jane" not in practice.app.told[0]
    written = log.read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "reports.py" in written
    assert "Jane" not in written


def test_a_button_of_another_version_says_so(book):
    ribbon.run("moon_phase")
    assert "no action “moon_phase”" in book.app.told[0]


def test_a_workbook_of_an_earlier_version_is_offered_the_upgrade_and_nothing_is_done(book):
    """That of 0.1.0 has a day of its figures and does not tell its version."""
    book.put_name("AsOf", "2026-06-30")
    ribbon.run("denials")
    (told,) = book.app.told
    assert "its tables are version 1" in told
    assert 'medoffice upgrade "/practice/PracticeManager.xlsm"' in told
    assert "Denials" not in [sheet.name for sheet in book.sheets]


def test_a_workbook_of_a_newer_version_asks_for_a_newer_program(book):
    book.put_name("TablesVersion", str(int(SCHEMA_VERSION) + 1))
    ribbon.run("denials")
    (told,) = book.app.told
    assert "newer version" in told
    assert "pip install --upgrade medoffice_xl" in told


@pytest.mark.parametrize("held", [SCHEMA_VERSION, float(SCHEMA_VERSION)])
def test_opening_a_workbook_of_this_version_says_nothing(book, held):
    book.put_name("TablesVersion", held)
    opened()
    assert book.app.told == []


def test_opening_an_earlier_workbook_offers_the_upgrade(book):
    book.put_name("TablesVersion", "1")
    opened()
    assert "medoffice upgrade" in book.app.told[0]
