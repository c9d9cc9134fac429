"""The whole way by the command line: files in, figures out; and what a user is told when it cannot be."""

import shutil
import zipfile
from datetime import date, timedelta

import openpyxl
import pytest
from typer.testing import CliRunner

from medoffice_xl.book import open_book
from medoffice_xl.book.master import copy_master
from medoffice_xl.cli.app import load_commands
from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.errors import MedOfficeError

pytestmark = pytest.mark.whole

app = load_commands()


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
    """A workbook with the practice's files in it."""
    book = open_book(copy_master(tmp_path_factory.mktemp("filled")))
    book.write({"payers": payer_list()})
    book.set_setting("AsOf", raw.as_of)
    book.save()
    code, said = medoffice("import", book.path, raw.charges, raw.fee_schedule, raw.remittances[0].parent)
    assert code in (0, 1), said
    return book.path


@pytest.fixture
def book(filled, tmp_path):
    return shutil.copy(filled, tmp_path / filled.name)


def line(**cells):
    """One row of a charge export, good unless said."""
    good = {"Claim": "C1", "Service Date": "09/01/2026", "Payer": "State Medicaid", "Code": "G0439", "Charge": "100.00"}
    return good | cells


def export(path, *rows):
    """A charge export with these rows."""
    path.write_text("\n".join([",".join(rows[0]), *(",".join(row.values()) for row in rows)]), encoding="utf-8")
    return path


def test_figures_follow_from_the_files(filled, raw):
    """Total A/R by hand: every charge less everything posted to it, from the tables themselves."""
    opened = open_book(filled)
    charges, payments = opened.read("charges"), opened.read("payments")
    owed = (charges["charge"].sum() - payments["amount"].sum()) / 100
    assert opened.setting("AsOf") == raw.as_of
    shown = next(
        cell for row in _receivables(filled) for cell in row if isinstance(cell, float) and cell == round(owed, 2)
    )
    assert shown == pytest.approx(owed)


def _receivables(path):
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_path(path).get_sheet_by_name("Receivables").to_python()


def test_twice_changes_nothing(book, raw):
    before = book.read_bytes()
    code, said = medoffice("import", book, raw.charges, raw.fee_schedule)
    assert code == 0
    assert "2 files were taken in before" in said
    assert book.read_bytes() == before


def test_charges_alone_leave_figures_without_data_but_none_broken(tmp_path):
    """What lacks data is #N/A with its reason, or empty; nothing adds or compares what is not there."""
    book = copy_master(tmp_path)
    code, said = medoffice("import", book, export(tmp_path / "charges.csv", line(), line(Claim="C2", Charge="80.00")))
    assert code in (0, 1), said
    shown = openpyxl.load_workbook(book, data_only=True, keep_vba=True)
    cells = [(sheet.title, cell) for sheet in shown for row in sheet.iter_rows() for cell in row]
    broken = {f"{title}!{cell.coordinate}": cell.value for title, cell in cells if cell.data_type == "e"}
    assert broken
    assert set(broken.values()) == {"#N/A"}, broken


def test_a_corrected_export_says_what_changed(book, tmp_path):
    assert medoffice("import", book, export(tmp_path / "first.csv", line()))[0] == 0
    code, said = medoffice("import", book, export(tmp_path / "second.csv", line(Charge="120.00")))
    assert code == 0
    changes = open_book(book).read("problems")["problem"]
    assert changes.str.contains("100.00").any() and changes.str.contains("120.00").any(), said


BAD = {
    "future": line(Claim="C2", Line="1", **{"Service Date": f"{date.today() + timedelta(days=40):%m/%d/%Y}"}),
    "negative": line(Claim="C3", Line="1", Charge="-50.00"),
    "not an amount in whole cents": line(Claim="C4", Line="1", Charge="a lot"),
    "31/31/2026": line(Claim="C5", Line="1", **{"Service Date": "31/31/2026"}),
    "already on line 2": line(Line="1"),
}
"""Rows with what is said of each; the last comes for the second time."""


@pytest.fixture(scope="module")
def told_of_bad_rows(filled, tmp_path_factory):
    """What an import says of a good row and of the bad ones below it, from line 3 on."""
    folder = tmp_path_factory.mktemp("bad")
    book = shutil.copy(filled, folder / filled.name)
    code, said = medoffice("import", book, export(folder / "export.csv", line(Line="1"), *BAD.values()))
    assert code == 1
    return said.split("[data]")


@pytest.mark.parametrize(("number", "found"), list(enumerate(BAD, 3)))
def test_a_bad_row_is_told_with_file_line_and_value(told_of_bad_rows, number, found):
    (told,) = [told for told in told_of_bad_rows if f"export.csv, line {number}," in told]
    assert found in told


def _not_an_835(folder):
    path = folder / "letter.835"
    path.write_text("Dear practice, please find enclosed", encoding="utf-8")
    return path


def _unknown_headers(folder):
    path = folder / "export.csv"
    path.write_text("Foo,Bar,Baz\n1,2,3\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(("make", "said_of_it"), [(_not_an_835, "letter.835"), (_unknown_headers, "Foo")])
def test_a_file_that_is_nothing_known_leaves_the_workbook_alone(book, tmp_path, make, said_of_it):
    before = book.read_bytes()
    code, said = medoffice("import", book, make(tmp_path))
    assert code == 2
    assert said_of_it in said
    assert book.read_bytes() == before


def test_half_a_remittance_is_read_as_far_as_it_goes(book, raw, tmp_path):
    whole = raw.remittances[0].read_bytes()
    half = tmp_path / "half.835"
    half.write_bytes(whole[: len(whole) * 2 // 3])
    code, said = medoffice("inspect", half)
    assert code == 1
    assert "The file stops in the" in said


def test_a_workbook_that_is_open_elsewhere(book, raw):
    (book.parent / f"~${book.name}").write_bytes(b"\x05Maria")
    before = book.read_bytes()
    code, said = medoffice("import", book, raw.charges)
    assert code == 2
    assert "open" in said.lower()
    assert book.read_bytes() == before


def test_a_read_only_workbook(book, tmp_path):
    book.chmod(0o444)
    code, said = medoffice("import", book, export(tmp_path / "export.csv", line()))
    assert code == 2
    assert "read-only" in said.lower()


def test_a_workbook_of_another_version(book, raw):
    with zipfile.ZipFile(book) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["docProps/custom.xml"] = parts["docProps/custom.xml"].replace(b"<vt:lpwstr>2<", b"<vt:lpwstr>0<")
    with zipfile.ZipFile(book, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    code, said = medoffice("import", book, raw.charges)
    assert code == 2
    assert "version" in said.lower()


def test_refresh_recalculates_without_a_change(book):
    code, said = medoffice("refresh", book)
    assert code in (0, 1)
    assert "formulas recalculated" in said


PROFIT_AND_LOSS = (
    'Clinic,\nProfit and Loss,\n"January 2026",\n\n,Jan 2026\nExpenses,\nRent,"2,000.00"\nTotal Expenses,"$2,000.00"\n'
)


def test_the_books_come_in_are_mapped_once_and_refresh_follows(book, tmp_path):
    report = tmp_path / "report.csv"
    report.write_text(PROFIT_AND_LOSS)
    code, said = medoffice("import", book, report)
    assert code == 1
    assert "report.csv: Profit and loss, January 2026: 1 account, expense $2,000.00. Its totals agree." in said
    assert "1 account of costs (Rent) is not mapped yet" in said
    opened = open_book(book)
    assert opened.read("costs")["category"].tolist() == ["not mapped"]
    accounts = opened.read("accounts").assign(category="rent", fixed_share=1.0)
    opened.write({"accounts": accounts})
    opened.save()
    medoffice("refresh", book)
    costs = open_book(book).read("costs")
    assert costs[["account", "category", "behaviour", "amount"]].values.tolist() == [["Rent", "rent", "fixed", 200_000]]
