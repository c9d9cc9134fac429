"""The built workbook in LibreOffice: its formulas, its look on paper, its buttons."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
import xlwings
from hosts.libreoffice.filled_book import filled_book
from openpyxl import load_workbook

from medoffice_xl.areas import actions
from medoffice_xl.build.pages import pages, placed
from medoffice_xl.hosts.excel import run
from medoffice_xl.hosts.libreoffice.blocks import fit_blocks
from medoffice_xl.hosts.libreoffice.bridge import struct
from medoffice_xl.hosts.libreoffice.menu import GO_TO, PROTOCOL, SEPARATOR, TITLE
from medoffice_xl.hosts.libreoffice.rows import fit_rows
from medoffice_xl.hosts.libreoffice.values import EPOCH
from medoffice_xl.tables import TABLES

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled_book(tmp_path_factory.mktemp("workbook"))


@pytest.fixture(scope="module")
def opened(path: Path, shared_office: Any) -> Iterator[xlwings.Book]:
    """The workbook, opened once for the tests that change nothing in it but reports."""
    app = shared_office.running()
    book = app.books.open(path)
    fit_blocks(book)
    yield book
    if app.impl.office.answers:
        book.close()


def plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return (value - EPOCH).total_seconds() / 86_400
    if isinstance(value, date):
        return (value - EPOCH.date()).days
    return None if value == "" else value


def shown(sheet: xlwings.Sheet) -> list[list[Any]]:
    rows = sheet.range((1, 1), sheet.used_range.last_cell).options(ndim=2, err_to_str=True).value
    return [[plain(value) for value in row] for row in rows]


def content(sheet: xlwings.Sheet) -> Any:
    """Formulas and values, as LibreOffice itself holds them: the formulas of a sheet at once."""
    cells = sheet.used_range.api
    return cells.getFormulaArray(), cells.getDataArray()


def contents(book: xlwings.Book) -> dict[str, Any]:
    return {sheet.name: content(sheet) for sheet in book.sheets}


def test_every_formula_shows_what_the_file_stores(opened: xlwings.Book, path: Path) -> None:
    stored = load_workbook(path, data_only=True)
    formulas = load_workbook(path)
    different, compared = [], 0
    for sheet in opened.sheets:
        now = shown(sheet)
        for row in formulas[sheet.name].iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                compared += 1
                before = plain(stored[sheet.name][cell.coordinate].value)
                value = now[cell.row - 1][cell.column - 1]
                if value != (pytest.approx(before) if isinstance(before, float) else before):
                    different.append((sheet.name, cell.coordinate, before, value))
    assert not different
    assert compared > 100


def test_no_formula_is_unknown(opened: xlwings.Book) -> None:
    unknown = [
        (sheet.name, value) for sheet in opened.sheets for row in shown(sheet) for value in row if value == "#NAME?"
    ]
    assert not unknown


def test_every_sheet_prints(opened: xlwings.Book, tmp_path: Path) -> None:
    painter = shutil.which("pdftoppm")
    if painter is None:
        pytest.skip("pdftoppm (poppler) is not installed")
    opened.to_pdf(tmp_path / "book.pdf")
    subprocess.run([painter, "-png", "-r", "40", tmp_path / "book.pdf", tmp_path / "page"], check=True)
    pages = sorted(tmp_path.glob("page*.png"))
    assert len(pages) >= sum(sheet.visible for sheet in opened.sheets)
    assert all(page.stat().st_size > 500 for page in pages)


@pytest.fixture
def told(opened: xlwings.Book, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What message boxes said; the file dialog is cancelled."""
    said: list[str] = []
    app = opened.app.impl
    monkeypatch.setattr(app, "alert", lambda words, *_: said.append(words))
    monkeypatch.setattr(app, "choose_files", lambda title: [])
    opened.sheets["Dashboard"].activate()
    days = placed().places.figures["Dashboard", "key figures", "Days in A/R"]
    opened.sheets["Dashboard"].range((days.row + 1, days.column + 1)).select()
    return said


EXPECTED_SHEETS = {
    "remittance_check": "Remittance check",
    "open_receivables": "Open receivables",
    "denials": "Denials",
    "voucher_check": "Voucher check",
    "underpaid_claims": "Underpaid claims",
    "inferred_rates": "Inferred rates",
    "duplicate_bills": "Duplicate bills",
    "cash_forecast": "Cash forecast report",
    "control_tests": "Control tests",
    "worklist": "Worklist report",
    "satisfaction": "Satisfaction report",
    "explain": "Explain",
    "problems": "Problems",
}
TOLD = {
    "appeal_letters": "No claim waits for a letter",
    "apply_accounts": "Costs says already what Ledger and Accounts say.",
    "make_budget": "The ledger has nothing of January 2025",
    "year_filings": "26 filings of 2026 were added.",
    **dict.fromkeys(("statements", "statements_file", "budget_memo"), "No month up to 06/30/2026 is closed"),
    "payables_ageing": "No bill is dated by this day.",
    "pay_this_week": "Nobody says what cash there is",
    "form_1099": "No vendor was paid in 2026",
    "equipment": "Equipment candidates has no rows yet",
    **dict.fromkeys(("due_calendar", "work_files", "physician_pack"), "Written to "),
    "access_lists": "No appointment was made up to 06/30/2026",
    **dict.fromkeys(("agenda", "invitations"), "No meeting on the sheet Meetings is on 06/30/2026 or later."),
    "marketing": "No costs are entered",
    "staff_report": "Nobody on the sheet Staff was hired by this day.",
    "staff_forms": "Nobody on the sheet Staff works here on this day.",
    "staff_calendar": "Nobody on the sheet Staff has a day on which something runs out.",
    "work_calendar": "No claim that is worth its minutes has a deadline or a follow-up day.",
}
"""Actions that say something on this workbook, in which no payer has a contract and no ledger has a row."""

CHANGES = {
    "refresh": {"Handles", "Home", "Dashboard"},
    "year_filings": {"Filings", "Handles", "Workings", "Home", "Dashboard", "Accounts payable"},
}
"""What an action changes beside its own sheet: when the figures were refreshed, and the table that it fills."""

EVERY_ACTION = pytest.mark.parametrize("action", [action.id for action in actions()])


@pytest.fixture(scope="module")
def looked_at(opened: xlwings.Book) -> dict[str, Any]:
    """The content of every sheet as it was last looked at: reading them all takes longer than most actions."""
    return contents(opened)


@EVERY_ACTION
def test_every_action_runs_and_touches_its_own_sheet_alone(
    action: str, opened: xlwings.Book, looked_at: dict[str, Any], told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dict(looked_at)
    monkeypatch.setattr(xlwings.Book, "_mock_caller", opened, raising=False)
    run(action)
    after = contents(opened)
    looked_at.clear()
    looked_at.update(after)
    assert len(told) == (action in TOLD)
    assert all(words.startswith(TOLD[action]) for words in told)
    assert opened.app.status_bar is False
    assert opened.sheets.active.name == EXPECTED_SHEETS.get(action, "Dashboard")
    own = EXPECTED_SHEETS.get(action)
    assert set(after) == set(before) | ({own} if own else set())
    others = set(before) - {own} - CHANGES.get(action, set())
    assert {name: after[name] for name in others} == {name: before[name] for name in others}


def entries(menu: Any) -> list[Any]:
    return [menu.getByName(name) for name in menu.ElementNames]


def addresses(menu: Any) -> list[str]:
    """What the entries of a menu and of the menus below it lead to, in their order."""
    return [
        address
        for entry in entries(menu)
        for address in (addresses(entry.Submenu) if entry.Submenu.ElementNames else [entry.URL])
    ]


def test_the_menu_has_every_action_and_the_way_to_every_sheet(opened: xlwings.Book) -> None:
    office = opened.app.impl.office
    access = office.service("com.sun.star.configuration.ConfigurationProvider").createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationAccess",
        (struct("com.sun.star.beans.NamedValue", Name="nodepath", Value="/org.openoffice.Office.Addons/AddonUI"),),
    )
    ours = access.OfficeMenuBar.getByName("org.medoffice.xl.menu")
    assert ours.Title == TITLE
    *clicks, go_to = entries(ours.Submenu)
    assert [(each.Title, each.URL) for each in clicks] == [(each.label, PROTOCOL + each.id) for each in actions()]
    assert go_to.Title == "Go to"
    ways = [unquote(each).removeprefix(PROTOCOL + GO_TO) for each in addresses(go_to.Submenu) if each != SEPARATOR]
    assert sorted(ways) == sorted([*(page.name for page in pages()), *(table.sheet for table in TABLES.values())])
    tools = access.OfficeToolBar.getByName("org.medoffice.xl.tools")
    assert len(tools.ElementNames) == len(actions())


def click(book: xlwings.Book, address: str) -> None:
    """A click on the entry of this address, as the window hands it on."""
    _, parsed = book.app.impl.office.service("com.sun.star.util.URLTransformer").parseStrict(
        struct("com.sun.star.util.URL", Complete=address)
    )
    book.api.CurrentController.Frame.queryDispatch(parsed, "_self", 0).dispatch(parsed, ())


def test_a_way_leads_to_a_sheet_that_was_hidden(opened: xlwings.Book, told: list[str]) -> None:
    name = "Medicare RVUs"
    assert not opened.sheets[name].visible
    click(opened, f"{PROTOCOL}{GO_TO}{quote(name)}")
    assert opened.sheets[name].visible
    assert opened.sheets.active.name == name
    opened.sheets[name].visible = False
    click(opened, f"{PROTOCOL}{GO_TO}No%20such%20sheet")
    assert told == ["The sheet No such sheet is not in this workbook: it was deleted or renamed."]


def test_a_click_on_the_menu_runs_the_action(opened: xlwings.Book, told: list[str]) -> None:
    click(opened, f"{PROTOCOL}problems")
    assert not told
    assert opened.sheets.active.name == "Problems"


def hidden(sheet: xlwings.Sheet) -> list[int]:
    rows = range(1, sheet.used_range.last_cell.row + 1)
    return [row for row in rows if not sheet.range((row, 1)).api.Rows.IsVisible]


def test_rows_that_no_list_needs_are_hidden_and_come_back(opened: xlwings.Book) -> None:
    sheet = opened.sheets["Receivables"]
    fit_rows(opened)
    marks = {row: sheet.range((row, 1)).value for row in range(2, sheet.used_range.last_cell.row + 1)}
    unneeded = [row for row, mark in marks.items() if mark == 0]
    assert 0 < len(unneeded) < len(marks)
    assert hidden(sheet) == unneeded
    first = sheet.range((unneeded[0], 1))
    mark = first.formula
    first.value = 1
    fit_rows(opened)
    assert hidden(sheet) == unneeded[1:]
    first.formula = mark
    fit_rows(opened)
    assert hidden(sheet) == unneeded
    assert hidden(opened.sheets["Charges"]) == []


def test_a_block_grows_with_its_result_and_its_texts_are_found(opened: xlwings.Book) -> None:
    sheet = opened.sheets.add("Blocks")
    sheet["A1:B2"].formula_array = "=AR_AGING(Practice,AsOf)"
    sheet["N1"].formula = '=SUMIFS(B1:B9,A1:A9,"Total")'
    assert fit_blocks(opened) == []
    # A heading, the payers Acme and Birch, and the total; up to 30 days old is only the charge of 100.
    assert [row[0] for row in sheet["A1:B5"].value] == ["Payer", "Acme", "Birch", "Total", None]
    assert sheet["N1"].value == 100


def test_what_is_in_a_blocks_way_stays_and_is_told(opened: xlwings.Book) -> None:
    sheet = opened.sheets.add("In the way")
    sheet["A4"].value = "mine"
    sheet["A1:B2"].formula_array = "=AR_AGING(Practice,AsOf)"
    assert fit_blocks(opened) == ["In the way!A1:J4"]
    assert sheet["A4"].value == "mine"
