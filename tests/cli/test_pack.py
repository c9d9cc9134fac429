"""`medoffice pack`: the physicians' pack from a workbook that nobody has open."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from invented_practice import Invented
from openpyxl import load_workbook
from pypdf import PdfReader
from typer.testing import CliRunner

from medoffice_xl.book import open_book
from medoffice_xl.cli.app import load_commands
from medoffice_xl.cli.pack import _day_of
from medoffice_xl.errors import BadArgument
from medoffice_xl.pages.fields import CENTS
from medoffice_xl.pages.written import written

pytestmark = pytest.mark.whole

app = load_commands()


def run(*words: object):
    return CliRunner().invoke(app, ["pack", *map(str, words)])


@pytest.fixture(scope="module")
def workbook(invented: Invented) -> Path:
    return invented.workbook


@pytest.fixture(scope="module")
def pack(workbook: Path, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("pack") / "pack.pdf"
    result = run(workbook, "--out", out)
    assert result.exit_code == 0, result.output
    assert str(out) in result.output
    return out


def words_of(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_six_to_ten_pages_and_the_workbook_stays(workbook: Path, pack: Path, tmp_path: Path) -> None:
    before = workbook.read_bytes()
    again = tmp_path / "again.pdf"
    assert run(workbook, "--out", again).exit_code == 0
    assert again.read_bytes() == pack.read_bytes()
    assert again.with_name("again agenda.docx").read_bytes() == pack.with_name("pack agenda.docx").read_bytes()
    assert workbook.read_bytes() == before
    assert 6 <= len(PdfReader(pack).pages) <= 10


def test_its_figures_are_the_workbook_s_to_the_cent(workbook: Path, pack: Path) -> None:
    """Every line of the A/R bridge, and what each payer allowed, as their sheets have them."""
    words = words_of(pack)
    book = load_workbook(workbook, data_only=True)
    bridge = [row for row in book["AR bridge"].iter_rows(values_only=True) if "Closing A/R" in row]
    closing = next(value for value in bridge[0] if isinstance(value, int | float))
    allowed = [row for row in book["Fee compliance"].iter_rows(values_only=True) if "Total" in row]
    assert allowed
    amounts = [closing, *(value for value in allowed[0][4:6] if isinstance(value, float))]
    for amount in amounts:
        assert written(amount, CENTS) in words


def test_it_names_no_patient_no_claim_and_nobody_s_pay(workbook: Path, pack: Path) -> None:
    words = words_of(pack)
    book = open_book(workbook)
    charges = book.read("charges")
    for claim in charges["claim_id"].unique():
        assert claim not in words
    accounts = book.read("accounts")
    for account, category, pay in zip(
        accounts["account"], accounts["category"], accounts["physician_pay"], strict=True
    ):
        if category in ("clinical staff", "office staff") or pay == "yes":
            assert account not in words
    assert "Staff" in words
    assert "Net income" not in words


def test_the_agenda_has_an_item_a_chapter(pack: Path) -> None:
    _, table = Document(str(pack.with_name("pack agenda.docx"))).tables
    items = [row.cells[1].text for row in table.rows]
    assert items[1:4] == ["At a glance", "Budget and alert", "Cash"]


def test_an_earlier_month_is_worked_out_for_its_last_day(workbook: Path, tmp_path: Path) -> None:
    out = tmp_path / "august.pdf"
    result = run(workbook, "--month", "2026-08", "--out", out)
    assert result.exit_code == 0, result.output
    words = words_of(out)
    assert "Figures as of August 31, 2026" in words
    book = load_workbook(workbook, data_only=True)
    (august,) = [
        row
        for row in book["Receivables"].iter_rows(values_only=True)
        if any(getattr(cell, "date", lambda: None)() == date(2026, 8, 1) for cell in row)
    ]
    ar = [value for value in august if isinstance(value, int | float)][4]
    assert f"to {written(ar, CENTS)}" in words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--month", "2026-10"), "there is no pack of 2026-10 yet"),
        (("--month", "2026-13"), "is no month"),
        (("--month", "August"), "Write year and month, such as 2026-09"),
        (("--out", "pack.docx"), "let it end in .pdf"),
    ],
)
def test_what_cannot_be_is_said(workbook: Path, words, said) -> None:
    result = run(workbook, *words)
    assert result.exit_code != 0
    assert isinstance(result.exception, BadArgument)
    assert said in str(result.exception)


@pytest.mark.parametrize(
    ("month", "day"),
    [
        ("2026-08", date(2026, 8, 31)),
        ("2024-2", date(2024, 2, 29)),
        ("2026-09", date(2026, 9, 15)),
    ],
)
def test_a_month_is_told_to_its_last_day_or_to_the_newest(month, day) -> None:
    assert _day_of(month, date(2026, 9, 15)) == day
