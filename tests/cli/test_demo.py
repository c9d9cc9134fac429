"""`medoffice demo`: from nothing to a workbook full of figures."""

import pytest
from typer.testing import CliRunner

from medoffice_xl.book import open_book
from medoffice_xl.cli.app import load_commands
from medoffice_xl.cli.demo import MARK

pytestmark = pytest.mark.whole

app = load_commands()


def demo(out):
    return CliRunner().invoke(app, ["demo", "--out", str(out), "--physicians", "1", "--months", "3"])


def test_a_practice_with_figures_and_no_errors(invented):
    assert "Days in A/R" in invented.said
    assert "#" not in invented.said.replace("# ", "")
    book = open_book(invented.workbook)
    assert len(book.read("charges")) > 100
    assert set(book.read("remittances")["off_by"]) == {0, -3500}  # the check that is $35.00 short
    assert (book.read("payments")["source"] == "835").any()
    assert (invented.folder / "inbox" / "charges.csv").exists()


def test_a_second_demo_replaces_the_first(tmp_path):
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / MARK).touch()
    (tmp_path / "demo" / "old.txt").touch()
    assert demo(tmp_path / "demo").exit_code == 0
    assert not (tmp_path / "demo" / "old.txt").exists()


def test_a_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "taxes.xlsx").write_bytes(b"mine")
    result = demo(tmp_path)
    assert result.exception is not None
    assert "other files" in str(result.exception)
    assert [path.name for path in tmp_path.iterdir()] == ["taxes.xlsx"]
