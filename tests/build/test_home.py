"""The page Home, the sheets behind it, and how fresh the figures are."""

import shutil
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from practice_frames import frame

from medoffice_xl.areas import every
from medoffice_xl.book import open_book
from medoffice_xl.book.cell_counts import sums_of
from medoffice_xl.book.master import master_workbook
from medoffice_xl.book.places import Area, Place, split_sheet
from medoffice_xl.book.told_names import AT, FRESHNESS, PYTHON, THEN
from medoffice_xl.book.values import CellError
from medoffice_xl.build.pages import pages, placed
from medoffice_xl.build.sheet_groups import sheet_groups
from medoffice_xl.cells.handles import keep_table
from medoffice_xl.hosts.headless import refresh_book
from medoffice_xl.hosts.headless.engine import Engine
from medoffice_xl.pages.contents import Link
from medoffice_xl.tables import CHARGES, PAYERS, TABLES, empty_frame


def links() -> list[Link]:
    """Every way that leads from Home."""
    return [content for row in placed().pages[0].grid for content in row if isinstance(content, Link)]


def states(path: Path) -> dict[str, bool]:
    """Each sheet, and whether it is hidden."""
    with zipfile.ZipFile(path) as package:
        contents = package.read("xl/workbook.xml").decode()
    tags = [tag.partition("/>")[0] for tag in contents.partition("</sheets>")[0].split("<sheet ")[1:]]
    return {tag.split('name="')[1].partition('"')[0]: 'state="hidden"' in tag for tag in tags}


@pytest.fixture
def book(tmp_path):
    """A workbook of one's own."""
    return Path(shutil.copy(master_workbook(), tmp_path))


def test_home_leads_to_every_page_and_every_table():
    to = {link.sheet for link in links()}
    assert {page.name for page in pages()} - {"Home"} <= to
    assert {table.sheet for table in TABLES.values()} <= to
    assert {kind.sheet for area in every() for kind in area.to_do} <= to


def test_every_page_has_its_figure_there():
    """But Home itself, and the settings: they are what figures are made with."""
    assert {page.name for page in pages() if page.key is None} == {"Home", "Settings"}


def test_every_table_stands_in_one_group():
    grouped = [table.name for group in sheet_groups() for table in group.tables]
    assert sorted(grouped) == sorted(TABLES)


def test_a_sheet_of_data_is_hidden_until_it_holds_rows(book):
    before = states(book)
    assert not any(before[page.name] for page in pages())
    assert all(before[table.sheet] for table in TABLES.values())
    opened = open_book(book)
    opened.write({"payers": frame(PAYERS, {"payer": "Acme"})})
    opened.write({"charges": opened.read("charges"), "places": opened.read("places")})
    opened.save()
    after = states(book)
    assert not after["Payer list"]
    assert after["Charges"]
    assert after["Places of service"], "rows that came with the workbook are not the practice's"


def test_a_sheet_that_the_user_hides_stays_hidden(book):
    opened = open_book(book)
    rows = frame(PAYERS, {"payer": "Acme"})
    opened.write({"payers": rows})
    workbook = opened.package.read("xl/workbook.xml")
    opened.package.replace(
        "xl/workbook.xml", workbook.replace(b'name="Payer list"', b'name="Payer list" state="hidden"')
    )
    opened.write({"payers": pd.concat([rows, rows.assign(payer="Beta")])})
    opened.save()
    assert states(book)["Payer list"]


def test_freshness_is_told_by_plain_formulas(book):
    opened = open_book(book)
    refresh_book(opened)
    engine = Engine(opened)
    engine.evaluate()
    sheet, told = split_sheet(opened.layout.names[FRESHNESS.lower()])
    then = Area.parse(split_sheet(opened.layout.names[THEN.lower()])[1])
    handle, sums = then.first, Place(then.first.row, then.first.column + 1)
    now = Place(handle.row, handle.column - 2)

    def says(place: Place, value: object) -> str:
        before = engine.value(sheet, place)
        engine.put({sheet: {place: value}})
        said = engine.value(sheet, Place.parse(told))
        engine.put({sheet: {place: before}})
        return str(said)

    where = {name: Place.parse(split_sheet(opened.layout.names[name.lower()])[1]) for name in (AT, PYTHON)}
    assert str(engine.value(sheet, Place.parse(told))).startswith("Current: last refreshed")
    assert says(sums, "other sums").startswith("Older than the tables")
    assert says(where[PYTHON], "not running").startswith("Python is not running")
    assert says(where[AT], None).startswith("No figures yet")
    assert says(now, CellError("#VALUE!")).startswith("Not current")
    table = TABLES[str(engine.value(sheet, now)).partition(" ")[0]]
    broken = keep_table(table, empty_frame(table), left_out=1)
    assert says(now, broken).startswith("Rows that cannot be read count nowhere")


def test_figures_that_have_followed_a_table_are_current(book):
    """Its sums have changed, but so has its handle: the host has loaded it again, and asked again what hangs on it."""
    opened = open_book(book)
    refresh_book(opened)
    engine = Engine(opened)
    engine.evaluate()
    sheet, told = split_sheet(opened.layout.names[FRESHNESS.lower()])
    first = Area.parse(split_sheet(opened.layout.names[THEN.lower()])[1]).first
    engine.put({sheet: {first: "another handle", Place(first.row, first.column + 1): "other sums"}})
    assert str(engine.value(sheet, Place.parse(told))).startswith("Current")


def test_sums_tell_rows_words_and_amounts():
    formula = sums_of(CHARGES)
    assert formula.startswith("=ROWS(tblCharges[Claim])")
    assert "tblCharges[Payer]" in formula.partition("SUM(")[0]
    assert "tblCharges[Charge]" in formula.partition("SUM(")[2]


def test_what_does_not_count_is_in_no_sum():
    assert "Note" not in sums_of(PAYERS)
