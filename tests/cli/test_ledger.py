"""A practice whose large tables stand in a ledger beside its workbook: the same cents, and the way back."""

import shutil

import pytest
from pandas.testing import assert_frame_equal
from typer.testing import CliRunner

from medoffice_xl.book import open_book
from medoffice_xl.book.master import copy_master
from medoffice_xl.book.places import Place
from medoffice_xl.book.sheet_part import patch_values
from medoffice_xl.cli.app import load_commands
from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.errors import BookError, LedgerError, MedOfficeError
from medoffice_xl.hosts.headless import answers, refresh
from medoffice_xl.lake import open_lake
from medoffice_xl.tables import TABLES

pytestmark = pytest.mark.whole

app = load_commands()
LARGE = [table.name for table in TABLES.values() if table.by_month]


def medoffice(*words):
    """Run the command as a shell would: its exit code and everything it printed."""
    result = CliRunner().invoke(app, [str(word) for word in words])
    if isinstance(result.exception, MedOfficeError):
        return 2, str(result.exception)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, " ".join(result.output.split())


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    return write_practice(tmp_path_factory.mktemp("practice"), doctors=1, months=3, seed=5)


@pytest.fixture(scope="module")
def filled(raw, tmp_path_factory):
    """A workbook with the practice's files in it, but the last remittance."""
    book = open_book(copy_master(tmp_path_factory.mktemp("filled")))
    book.write({"payers": payer_list()})
    book.set_setting("AsOf", raw.as_of)
    book.save()
    code, said = medoffice("import", book.path, raw.charges, raw.fee_schedule, *raw.remittances[:-1])
    assert code in (0, 1), said
    return book.path


@pytest.fixture(scope="module")
def kept_beside(filled, tmp_path_factory):
    """The same with a ledger."""
    folder = tmp_path_factory.mktemp("beside")
    path = shutil.copy(filled, folder / filled.name)
    code, said = medoffice("ledger", path, "--make", folder / "ledger")
    assert code == 0, said
    assert "Charges: 432 rows" in said
    return path


@pytest.fixture
def book(kept_beside, tmp_path):
    """A copy of the workbook and of its ledger, which was moved with it."""
    path = shutil.copy(kept_beside, tmp_path / kept_beside.name)
    shutil.copytree(kept_beside.parent / "ledger", tmp_path / "ledger")
    opened = open_book(path)
    opened.keep_in(open_lake(tmp_path / "ledger"))
    opened.save()
    return path


@pytest.fixture
def alone(filled, tmp_path):
    return shutil.copy(filled, tmp_path / "alone.xlsm")


def figures(path):
    """Every formula's value by cell, but the handles and what tells when they were made."""
    found = refresh(path).figures
    told_when = ("Handles!", "Home!B4", "Dashboard!B2")
    return {cell: value for cell, value in found.items() if not cell.startswith(told_when)}


def test_every_figure_of_every_page_is_the_same(kept_beside, filled, tmp_path):
    alone = shutil.copy(filled, tmp_path / "alone.xlsm")
    beside = figures(kept_beside)
    assert len(beside) > 2_000
    assert beside == figures(alone)


def test_questions_are_answered_from_the_ledger(book, alone):
    asked = ["=AR_TOTAL(Practice,AsOf)", "=UNDERPAID(Practice)", "=AR_AGING(Practice,AsOf)", "=ROWS(tblCharges)"]
    assert [each.rows for each in answers(book, asked)] == [each.rows for each in answers(alone, asked)]
    open_lake(book.parent / "ledger").staged({"charges": open_book(alone).read("charges").iloc[:0]}).published()
    (owed,) = answers(book, ["=CHARGES_IN(Practice,DATE(2026,1,1),DATE(2026,12,31))"])
    assert owed.rows == [[0]]


def test_the_sheets_show_the_newest_rows_and_say_so(book):
    opened = open_book(book)
    opened.set_setting("LedgerRows", 10)
    opened.keep_in(opened.lake)
    opened.save()
    shown = open_book(book)
    assert shown.layout.tables["tblCharges"].body.last.row - shown.layout.tables["tblCharges"].body.first.row == 9
    assert len(shown.read("charges")) == 432
    (said,) = answers(book, ["=Charges!A3"])
    assert said.rows[0][0].startswith("The newest 10 of 432 rows of Charges. They stand in the ledger")


def test_an_import_goes_into_the_ledger_with_the_same_rows(book, alone, raw):
    for path in (book, alone):
        code, said = medoffice("import", path, raw.remittances[-1])
        assert code in (0, 1), said
    beside, sheets = open_book(book), open_book(alone)
    assert beside.lake.rows("remits") == len(sheets.read("remits")) > 100
    for name in TABLES:
        assert_frame_equal(beside.read(name), sheets.read(name), obj=name)
    code, said = medoffice("import", book, raw.remittances[-1])
    assert "was taken in before: nothing was changed" in said
    assert figures(book) == figures(alone)


def test_an_import_that_was_cut_off_between_ledger_and_workbook_is_told_and_made_up_for(book, alone, raw):
    before = book.read_bytes()
    medoffice("import", book, raw.remittances[-1])
    book.write_bytes(before)
    opened = open_book(book)
    opened.read("charges")
    assert "was written after this workbook was saved" in opened.problems[0].problem
    for path in (book, alone):
        medoffice("import", path, raw.remittances[-1])
    beside, sheets = open_book(book), open_book(alone)
    for name in LARGE:
        assert_frame_equal(beside.read(name), sheets.read(name), obj=name)


def test_a_workbook_that_cannot_be_saved_takes_its_ledger_back(book, monkeypatch):
    state = open_lake(book.parent / "ledger").state
    opened = open_book(book)
    opened.write({"charges": opened.read("charges").iloc[:-1]})
    book.write_bytes(book.read_bytes() + b"\0")  # another program was quicker
    with pytest.raises(BookError, match="was changed by another program"):
        opened.save()
    assert open_lake(book.parent / "ledger").state == state


def test_back_to_the_sheets(book, alone):
    code, said = medoffice("ledger", book, "--back")
    assert code == 0, said
    assert "All rows stand in" in said
    shutil.rmtree(book.parent / "ledger")
    back, sheets = open_book(book), open_book(alone)
    for name in TABLES:
        assert_frame_equal(back.read(name), sheets.read(name), obj=name)
    (said,) = answers(book, ['=Charges!A3&""'])
    assert said.rows == [[""]]


def test_a_ledger_that_moved_is_told_and_found_again(book):
    (book.parent / "ledger").rename(book.parent / "archive")
    for words in (("ask", book, "=AR_TOTAL(Practice,AsOf)"), ("ledger", book), ("ledger", book, "--back")):
        code, said = medoffice(*words)
        assert (code, "moved, renamed, or its drive is not connected" in said) == (2, True), words
    opened = open_book(book)
    for _ in ("who asks first", "and who asks after"):
        with pytest.raises(LedgerError, match="moved, renamed"):
            opened.read("payers")
    code, said = medoffice("ledger", book, "--at", book.parent / "archive")
    assert code == 0, said
    assert medoffice("ledger", book, "--check")[1].startswith("Every file of the ledger is as it was written.")


def test_what_a_ledger_cannot_hold_is_said_first(alone, tmp_path):
    opened = open_book(alone)
    row = opened.layout.tables["tblPayments"].body.first.row
    part = opened.layout.sheets["Payments"]
    amount = opened.layout.tables["tblPayments"].headers.index("Amount") + 1
    wrong = {Place(row, amount): "much"}
    opened.package.replace(part, patch_values(opened.package.read(part), wrong, {}, part))
    opened.save()
    before = alone.read_bytes()
    code, said = medoffice("ledger", alone, "--make", tmp_path / "ledger")
    assert code == 2
    assert f"1 cells of the sheet Payments that cannot be read, the first in row {row}" in said
    assert alone.read_bytes() == before
    assert not (tmp_path / "ledger").exists()


def test_a_ledger_is_not_made_twice_nor_over_something_else(book, alone, tmp_path):
    assert "has a ledger already" in medoffice("ledger", book, "--make", tmp_path / "second")[1]
    assert "is not empty" in medoffice("ledger", alone, "--make", tmp_path)[1]
    assert "has no ledger" in medoffice("ledger", alone, "--back")[1]
    with pytest.raises(LedgerError):
        open_lake(tmp_path / "second")
