"""Workbooks of every earlier version, carried to this one: nothing of the user's is lost, or nothing is done."""

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from medoffice_xl.book import open_book
from medoffice_xl.book.master import copy_master
from medoffice_xl.errors import BookVersion
from medoffice_xl.upgrade import Upgraded, upgrade
from medoffice_xl.upgrade.carry import NotCarried

pytestmark = pytest.mark.whole

SAMPLES = Path(__file__).parent.parent / "samples" / "workbooks"
EVERY = sorted(SAMPLES.glob("*.xlsm"))


@pytest.fixture
def former(tmp_path):
    """Puts a sample where it may be upgraded."""

    def put(name: str) -> Path:
        return Path(shutil.copyfile(SAMPLES / name, tmp_path / "PracticeManager.xlsm"))

    return put


@dataclass(frozen=True, slots=True)
class Carried:
    """A sample as it was and as it is after its upgrade, for tests that only look."""

    before: bytes
    path: Path
    done: Upgraded
    old: openpyxl.Workbook
    new: openpyxl.Workbook


@pytest.fixture(scope="module")
def carried(tmp_path_factory):
    """Gives a sample, upgraded once for all."""

    @cache
    def once(name: str) -> Carried:
        path = Path(shutil.copyfile(SAMPLES / name, tmp_path_factory.mktemp("upgraded") / "PracticeManager.xlsm"))
        before, old = path.read_bytes(), openpyxl.load_workbook(path)
        done = upgrade(path)
        return Carried(before, path, done, old, openpyxl.load_workbook(path))

    return once


def table_rows(sheet: Worksheet, name: str) -> list[dict[str, object]]:
    """A table's rows as another library reads them: by heading, formulas as text."""
    first, *body = ([cell.value for cell in row] for row in sheet[sheet.tables[name].ref])
    return [dict(zip(first, row, strict=True)) for row in body if any(value is not None for value in row)]


@pytest.mark.parametrize("sample", EVERY, ids=lambda path: path.stem)
def test_every_row_of_every_table_is_carried(sample, carried):
    before, after = carried(sample.name).old, carried(sample.name).new
    judged = {"tblBenchmarks", "tblThresholds", "tblReasonCodes", "tblConversionFactors", "tblPlaces"}
    compared = 0
    for sheet in before.worksheets:
        for name in sheet.tables:
            if name in judged or sheet.title not in after.sheetnames:
                continue
            old, new = table_rows(sheet, name), table_rows(after[sheet.title], name)
            assert len(new) == len(old), name
            for was, now in zip(old, new, strict=True):
                assert {heading: now.get(heading) for heading in was} == was
            compared += len(old)
    assert compared > 1500


@pytest.mark.parametrize("sample", EVERY, ids=lambda path: path.stem)
def test_the_former_file_stays_beside_it(sample, carried):
    one = carried(sample.name)
    assert one.done.former.name == "PracticeManager (version 1).xlsm"
    assert one.done.former.read_bytes() == one.before
    assert open_book(one.path).read("charges")["claim_id"].nunique() > 100


def test_a_sheet_of_the_users_keeps_formulas_formats_comment_chart_picture_and_name(carried):
    one = carried("schema_1_libreoffice.xlsm")
    assert one.done.sheets == ["My notes"]
    book = one.new
    notes = book["My notes"]
    assert notes["A1"].value == "Things to raise with the physicians"
    assert (notes["A1"].font.size, notes["A1"].font.bold) == (16, True)
    assert notes["A9"].value == "Fine print: café, “quotes”, <angle> & ampersand"
    assert [notes[f"B{row}"].value for row in range(4, 8)] == [120.5, 80.25, 144, "=SUM(B4:B6)"]
    assert notes["C5"].value == "=B5/SUM(B$4:B$6)"
    assert notes["C5"].number_format == "0.0%"
    assert notes["B5"].number_format == r"\$#,##0.00"
    assert notes["B7"].fill.fgColor.rgb == "FFFFE699"
    assert len(notes._charts) == 1
    package = open_book(one.path).package
    assert [package.read(part)[:4] for part in package.parts if part.startswith("xl/media/")] == [b"\x89PNG"]
    assert book.defined_names["LunchTotal"].attr_text == "'My notes'!$B$7"


def test_a_formula_of_ours_takes_its_set_and_is_listed(carried):
    sample = carried("schema_1_libreoffice.xlsm")
    assert sample.new["My notes"]["B11"].value == "=AR_DAYS(Practice,AsOf,90)"
    assert [(one.place, one.before, one.after) for one in sample.done.rewritten] == [
        ("My notes!B11", "AR_DAYS(Charges,Payments,AsOf,90)", "AR_DAYS(Practice,AsOf,90)")
    ]


def test_the_comment_of_a_users_sheet_comes_along(carried):
    package = open_book(carried("schema_1_libreoffice.xlsm").path).package
    comments = [package.read(part) for part in package.parts if "comments" in part and part.endswith(".xml")]
    assert any(b'ref="B7"' in part for part in comments)


def test_the_users_columns_follow_their_rows(carried):
    sample = carried("schema_1_in_tables.xlsm")
    before = {row["Claim"]: row["Checked by"] for row in charges(sample.old)}
    after = charges(sample.new)
    assert {row["Claim"]: row["Checked by"] for row in after} == before
    assert sorted(filter(None, before.values())) == ["Ann", "Bo & Co"]
    assert {row["Half"] for row in after} == {"=tblCharges[[#This Row],[Charge]]/2"}


def charges(book: openpyxl.Workbook) -> list[dict[str, object]]:
    return table_rows(book["Charges"], "tblCharges")


def test_a_colour_and_a_comment_stay_with_their_row(carried):
    sample = carried("schema_1_in_tables.xlsm")
    old, new = sample.old["Charges"], sample.new["Charges"]
    claim = old["A7"].value
    assert old["F7"].fill.fgColor.rgb == "FFFFFF00"
    heading = {cell.value: cell.column for cell in new[4]}
    place = next(row for row in range(5, new.max_row + 1) if new.cell(row, heading["Claim"]).value == claim)
    cell = new.cell(place, heading[old["F4"].value])
    assert cell.fill.fgColor.rgb == "FFFFFF00"
    assert cell.number_format == new.cell(place + 1, cell.column).number_format
    assert new.cell(place + 1, cell.column).fill.fgColor.rgb != "FFFFFF00"
    assert cell.comment.text == "Called the payer."


def test_a_formula_beside_a_table_follows_its_columns(carried):
    sample = carried("schema_1_in_tables.xlsm")
    old, new = sample.old["Charges"], sample.new["Charges"]
    assert old["Y6"].value == "=SUM(H5:H6)"
    letter = {cell.value: cell.column_letter for cell in new[4]}[old["H4"].value]
    assert [cell.value for row in new["W5:AZ7"] for cell in row if cell.value] == [f"=SUM({letter}5:{letter}6)"]


def test_settings_and_benchmarks_are_the_users(carried):
    book = open_book(carried("schema_1_in_tables.xlsm").path)
    assert book.setting("WindowDays") == 182
    assert book.setting("PracticeName") == "Willow & Sons"
    benchmarks = book.read("benchmarks").set_index("measure")
    assert benchmarks.loc["Days in A/R", "good"] == 33
    assert "Days to pay" not in benchmarks.index
    assert benchmarks.loc["Coffee a day", "poor"] == 9


def test_a_day_that_followed_today_follows_the_postings_now(former):
    """Version 0.1.0 began with =TODAY(): nobody typed that day, so the newest day posted is shown."""
    path = former("schema_1_in_tables.xlsm")
    edited(path, "Settings", "C6", '<c r="C6"><f>TODAY()</f><v>46357</v></c>')
    upgrade(path)
    book = open_book(path)
    posted = [book.read("charges")["post_date"].max(), book.read("payments")["post_date"].max()]
    newest = max(posted).date()
    assert book.setting("AsOf") == newest
    assert book.setting("AsOfMoved") == newest


def test_a_day_that_was_typed_stays(carried):
    book = open_book(carried("schema_1_in_tables.xlsm").path)
    assert str(book.setting("AsOf")) == "2026-09-30"
    assert book.setting("AsOfMoved") is None


def edited(path: Path, sheet: str, cell: str, xml: str) -> None:
    """A cell of the former workbook written over, as a user would have typed it."""
    from medoffice_xl.book.book import Book
    from medoffice_xl.book.package import Package
    from medoffice_xl.book.places import Place
    from medoffice_xl.book.row_patches import put_cells

    data = path.read_bytes()
    book = Book(path, data, Package(data, path.name))
    part = book.layout.sheets[sheet]
    book.package.replace(part, put_cells(book.package.read(part), {Place.parse(cell): xml}, {}, part))
    book.save()


def test_what_stands_on_a_page_of_ours_is_named_and_nothing_is_done(former):
    path = former("schema_1_in_tables.xlsm")
    edited(path, "Payers", "N70", '<c r="N70"><v>12</v></c>')
    before = path.read_bytes()
    with pytest.raises(NotCarried, match=r"Payers!N70 holds something of yours"):
        upgrade(path)
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    assert upgrade(path, without=True).left_out == ["Payers!N70 holds something of yours."]


RULE = (
    '<conditionalFormatting sqref="{}"><cfRule type="expression" dxfId="0" priority="1"><formula>{}</formula></cfRule>'
    "</conditionalFormatting>"
)


def ruled(path: Path, sheet: str, rule: str) -> None:
    """A sheet of the former workbook with a conditional format more, where Excel would have put it."""
    from medoffice_xl.book.book import Book
    from medoffice_xl.book.package import Package

    data = path.read_bytes()
    book = Book(path, data, Package(data, path.name))
    part = book.layout.sheets[sheet]
    before, cells_end, behind = book.package.read(part).partition(b"</sheetData>")
    book.package.replace(part, before + cells_end + rule.encode() + behind)
    book.save()


def test_a_conditional_format_follows_its_column(former):
    """“Appeal status” was the third column of Appeals and is the fifth."""
    path = former("schema_1_in_tables.xlsm")
    ruled(path, "Appeals", RULE.format("C5:C900", "$C5=&quot;won&quot;"))
    (old,) = openpyxl.load_workbook(path)["Appeals"].conditional_formatting
    upgrade(path)
    after = openpyxl.load_workbook(path)["Appeals"]
    assert after["E4"].value == "Appeal status"
    (new,) = after.conditional_formatting
    (rule,) = new.rules
    assert (str(new.sqref), rule.formula) == ("E5:E900", ['$E5="won"'])
    assert rule.dxf == old.rules[0].dxf
    assert rule.dxf is not None


def test_a_conditional_format_on_a_page_of_ours_is_named_and_nothing_is_done(former):
    path = former("schema_1_in_tables.xlsm")
    ruled(path, "Payers", RULE.format("C8:C9", "TRUE"))
    before = path.read_bytes()
    with pytest.raises(NotCarried, match=r"The page Payers has a conditional format of yours"):
        upgrade(path)
    assert path.read_bytes() == before


def test_a_conditional_format_over_columns_that_were_parted_is_named(former):
    path = former("schema_1_in_tables.xlsm")
    ruled(path, "Appeals", RULE.format("B5:C900", "$B5=1"))
    with pytest.raises(NotCarried, match="the columns of B5:C900 no longer stand side by side"):
        upgrade(path)


def test_a_reference_to_a_page_that_is_laid_out_anew_is_named(former):
    path = former("schema_1_libreoffice.xlsm")
    edited(path, "My notes", "B12", '<c r="B12"><f>Dashboard!B5*2</f><v>0</v></c>')
    with pytest.raises(NotCarried, match=r"My notes!B12: Dashboard!B5 points at the page Dashboard"):
        upgrade(path)


def test_a_reference_to_a_setting_becomes_its_name(former):
    path = former("schema_1_libreoffice.xlsm")
    edited(path, "My notes", "B12", '<c r="B12"><f>Settings!$C$7*2</f><v>0</v></c>')
    done = upgrade(path)
    assert openpyxl.load_workbook(path)["My notes"]["B12"].value == "=WindowDays*2"
    assert ("My notes!B12", "Settings!$C$7*2", "WindowDays*2") in [
        (one.place, one.before, one.after) for one in done.rewritten
    ]


def test_a_row_that_cannot_be_read_stops_the_upgrade(former):
    path = former("schema_1_in_tables.xlsm")
    edited(path, "Charges", "D9", '<c r="D9" t="inlineStr"><is><t>last Tuesday</t></is></c>')
    with pytest.raises(NotCarried, match=r"Charges, row 9"):
        upgrade(path)


def test_a_workbook_of_this_version_is_left_alone(tmp_path):
    path = copy_master(tmp_path)
    before = path.read_bytes()
    with pytest.raises(BookVersion, match="of this version already"):
        upgrade(path)
    assert path.read_bytes() == before
