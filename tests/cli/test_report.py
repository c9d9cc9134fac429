"""`medoffice report`: the buttons' reports from a workbook that nobody has open."""

from pathlib import Path

import pytest
from acme_practice import TODAY, tables
from openpyxl import load_workbook
from typer.testing import CliRunner

from medoffice_xl.book import open_book
from medoffice_xl.book.master import copy_master
from medoffice_xl.cli.app import load_commands
from medoffice_xl.cli.report import NAMES
from medoffice_xl.errors import BadArgument, BookError, NoData

pytestmark = pytest.mark.whole

app = load_commands()


@pytest.fixture(scope="module")
def book(tmp_path_factory) -> Path:
    """A workbook with one claim, underpaid by 10.00."""
    made = open_book(copy_master(tmp_path_factory.mktemp("practice")))
    made.write(tables())
    made.set_setting("AsOf", TODAY)
    made.set_setting("PracticeName", "Invented Family Practice")
    made.save()
    return made.path


def run(*words: object):
    return CliRunner().invoke(app, ["report", *map(str, words)])


@pytest.mark.parametrize("name", NAMES)
def test_every_report_is_a_file_and_the_workbook_stays(book: Path, tmp_path: Path, name: str) -> None:
    before = book.read_bytes()
    result = run(book, name, "--out", tmp_path)
    assert result.exit_code == 0, result.output
    (file,) = tmp_path.iterdir()
    assert str(file) in result.output
    assert "2025-07-01" in file.name
    assert book.read_bytes() == before


def test_the_voucher_check_says_what_is_owed(book: Path, tmp_path: Path) -> None:
    run(book, "voucher-check", "--out", tmp_path)
    sheet = load_workbook(tmp_path / "Voucher check 2025-07-01.xlsx")["Voucher check"]
    assert "1 line of 1 underpaid by $10.00." in [cell for row in sheet.iter_rows(values_only=True) for cell in row]


def test_the_letters_are_word_files(book: Path, tmp_path: Path) -> None:
    run(book, "appeal-letters", "--out", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["Appeal Acme Health 2025-07-01.docx"]


def test_an_unknown_name_lists_the_known_ones(book: Path) -> None:
    result = run(book, "moon-phase")
    assert isinstance(result.exception, BadArgument)
    assert "voucher-check, " in str(result.exception)


def test_nothing_to_appeal_is_said_and_no_folder_made(tmp_path: Path) -> None:
    empty = open_book(copy_master(tmp_path))
    empty.set_setting("AsOf", TODAY)
    empty.save()
    result = run(empty.path, "appeal-letters", "--out", tmp_path / "letters")
    assert isinstance(result.exception, NoData)
    assert not (tmp_path / "letters").exists()


def test_a_workbook_without_a_day_asks_for_one(tmp_path: Path) -> None:
    book = open_book(copy_master(tmp_path))
    book.set_setting("AsOf", "soon")
    book.save()
    result = run(book.path, "open-receivables", "--out", tmp_path / "reports")
    assert isinstance(result.exception, BookError)
    assert "Type one" in str(result.exception)
