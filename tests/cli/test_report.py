"""`medoffice report`: the buttons' reports from a workbook that nobody has open."""

import shutil
from pathlib import Path

import pytest
from acme_practice import TODAY, tables
from invented_practice import Invented
from openpyxl import load_workbook
from typer.testing import CliRunner

from medoffice_xl.book import open_book
from medoffice_xl.book.master import copy_master
from medoffice_xl.cli.app import load_commands
from medoffice_xl.cli.report import OWN_FILES, PAGES, REPORTS
from medoffice_xl.errors import BadArgument, BookError, BookVersion, NoData

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


@pytest.mark.parametrize("name", [*REPORTS, *OWN_FILES])
def test_every_report_is_a_file_and_the_workbook_stays(invented: Invented, tmp_path: Path, name: str) -> None:
    before = invented.workbook.read_bytes()
    result = run(invented.workbook, name, "--out", tmp_path)
    assert result.exit_code == 0, result.output
    files = list(tmp_path.iterdir())
    assert files
    for file in files:
        assert str(file) in result.output
        assert "2026-09-30" in file.name
    assert invented.workbook.read_bytes() == before


def test_the_voucher_check_says_what_is_owed(book: Path, tmp_path: Path) -> None:
    run(book, "voucher-check", "--out", tmp_path)
    sheet = load_workbook(tmp_path / "Voucher check 2025-07-01.xlsx")["Voucher check"]
    assert "1 line of 1 underpaid by $10.00." in [cell for row in sheet.iter_rows(values_only=True) for cell in row]


def test_the_letters_are_word_files(book: Path, tmp_path: Path) -> None:
    run(book, "appeal-letters", "--out", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["Appeal Acme Health 2025-07-01.docx"]


def test_a_page_is_written_with_the_values_of_its_formulas(book: Path, tmp_path: Path) -> None:
    """The one claim is underpaid by 10.00."""
    result = run(book, "fee-compliance", "--out", tmp_path)
    assert result.exit_code == 0, result.output
    written = load_workbook(tmp_path / "Fee compliance 2025-07-01.xlsx")
    cells = [cell for row in written["Fee compliance"].iter_rows() for cell in row if cell.value is not None]
    assert 10 in [cell.value for cell in cells]
    assert "Invented Family Practice" not in [cell.value for cell in cells]
    assert [cell.value for cell in cells if cell.data_type == "f" and cell.value != "=NA()"] == []
    assert [each.sheet_state for each in written.worksheets[1:]] == ["hidden"] * (len(written.worksheets) - 1)


def test_rows_that_a_page_does_not_need_are_hidden_in_its_file(book: Path, tmp_path: Path) -> None:
    run(book, "receivables", "--out", tmp_path)
    sheet = load_workbook(tmp_path / "Receivables 2025-07-01.xlsx")["Receivables"]
    shown = [row for row in range(1, sheet.max_row + 1) if not sheet.row_dimensions[row].hidden]
    assert 0 < len(shown) < sheet.max_row
    assert sheet["A1"].value is None


def test_all_is_every_page_and_every_report_that_has_something_to_say(book: Path, tmp_path: Path) -> None:
    result = run(book, "all", "--out", tmp_path)
    assert result.exit_code == 0, result.output
    names = {path.name.removesuffix(" 2025-07-01.xlsx") for path in tmp_path.iterdir()}
    assert set(PAGES.values()) <= names
    assert {"Voucher check", "Open receivables", "Denials"} <= names


def test_a_page_and_a_report_of_one_name_are_told_apart() -> None:
    assert not set(PAGES) & set(REPORTS)
    assert len(set(PAGES.values())) == len(PAGES)


def test_a_page_laid_out_by_another_version_is_not_read_by_its_cells(book: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(book, tmp_path))
    opened = open_book(copy)
    part = opened.layout.sheets["Receivables"]
    content = opened.package.read(part)
    assert b"AR_OVER(Practice,AsOf,90)" in content
    opened.package.replace(part, content.replace(b"AR_OVER(Practice,AsOf,90)", b"AR_OVER(Practice,AsOf,60)"))
    opened.save()
    result = run(copy, "receivables", "--out", tmp_path / "out")
    assert isinstance(result.exception, BookVersion)


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
