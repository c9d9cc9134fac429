"""The workbook as plain .xlsx: the same sheets and values, and nothing that runs."""

import re
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from medoffice_xl.book.master import master_workbook
from medoffice_xl.book.package import Package
from medoffice_xl.book.plain_copy import EMPTIED, plain_copy


@pytest.fixture(scope="module")
def original() -> bytes:
    return master_workbook().read_bytes()


@pytest.fixture(scope="module")
def copy(original) -> bytes:
    return plain_copy(Package(original, "Practice.xlsm"))


def parts(workbook: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(workbook)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_no_macro_no_ribbon_no_formula_is_left(copy):
    found = parts(copy)
    assert not [name for name in found if "vba" in name or "customUI" in name]
    everything = b"".join(found.values())
    assert not re.search(rb"macroEnabled|vbaProject|customUI", everything)
    sheets = [content for name, content in found.items() if name.startswith("xl/worksheets/sheet")]
    assert sheets
    assert not [content for content in sheets if re.search(rb"<f[\s>/]", content)]


def test_every_list_of_parts_names_parts_that_are_there(copy):
    found = parts(copy)
    told = re.findall(rb'PartName="/([^"]+)"', found["[Content_Types].xml"])
    assert {name.decode() for name in told} <= set(found)
    for target in re.findall(rb'Target="([^"]+)"', found["xl/_rels/workbook.xml.rels"]):
        assert "xl/" + target.decode() in found


def test_every_value_is_the_stored_one_and_every_sheet_is_there(original, copy):
    before = openpyxl.load_workbook(BytesIO(original), data_only=True, read_only=True)
    after = openpyxl.load_workbook(BytesIO(copy), read_only=True)
    assert after.sheetnames == before.sheetnames
    compared = 0
    for sheet in before:
        if sheet.title in EMPTIED:
            assert not [cell for row in after[sheet.title].iter_rows(values_only=True) for cell in row if cell]
            continue
        if sheet.sheet_state != "visible":
            continue
        assert list(after[sheet.title].iter_rows(values_only=True)) == list(sheet.iter_rows(values_only=True))
        compared += 1
    assert compared > 10


def test_the_workbook_itself_stays_as_it_is(original):
    package = Package(original, "Practice.xlsm")
    plain_copy(package)
    assert "xl/vbaProject.bin" in package
    assert not package.changed
