import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from defusedxml.ElementTree import fromstring

from medoffice_xl.build.package import RIBBON_PART, finish, parts
from medoffice_xl.build.wrappers import function_groups
from medoffice_xl.tables import SCHEMA_VERSION

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def test_the_same_source_gives_the_same_bytes_anywhere(built_workbook):
    """In another process, time zone and hash order."""
    code = "import sys; from medoffice_xl.build import assemble; sys.stdout.buffer.write(assemble.built_workbook())"
    elsewhere = os.environ | {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7"}
    again = subprocess.run([sys.executable, "-c", code], env=elsewhere, capture_output=True, check=True).stdout
    assert again == built_workbook.read_bytes()


def test_the_committed_workbook_is_current(built_workbook):
    """`medoffice build` writes it. Parts are compared, as another zip library may pack them otherwise."""
    committed = Path(__file__).parents[2] / "workbook" / "PracticeManager.xlsm"
    found, wanted = parts(committed.read_bytes()), parts(built_workbook.read_bytes())
    assert found.keys() == wanted.keys()
    assert [name for name in wanted if found[name] != wanted[name]] == []


def test_parts_are_compared_whatever_packed_them(built_workbook, tmp_path):
    """Another zip library may compress to other bytes; the parts are still equal."""
    repacked = tmp_path / "repacked.xlsm"
    found = parts(built_workbook.read_bytes())
    with ZipFile(repacked, "w") as package:
        for name in reversed(found):
            package.writestr(name, found[name])
    assert parts(repacked.read_bytes()) == found
    assert repacked.read_bytes() != built_workbook.read_bytes()


def test_the_ribbon_is_tied_to_the_package(built_workbook):
    relations = fromstring(parts(built_workbook.read_bytes())["_rels/.rels"])
    targets = {relation.get("Type"): relation.get("Target") for relation in relations}
    assert targets["http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"] == RIBBON_PART


def test_the_workbook_part_carries_categories_and_excels_calculation_mark(built_workbook):
    book = fromstring(parts(built_workbook.read_bytes())["xl/workbook.xml"])
    order = [child.tag.removeprefix(MAIN) for child in book]
    assert order.index("functionGroups") == order.index("sheets") + 1
    groups = book.find(f"{MAIN}functionGroups")
    assert groups.get("builtInGroupCount") == "19"
    assert [group.get("name") for group in groups] == function_groups()
    assert book.find(f"{MAIN}calcPr").attrib == {"calcId": "191029"}


def test_the_version_of_the_tables_is_a_property(built_workbook):
    custom = fromstring(parts(built_workbook.read_bytes())["docProps/custom.xml"])
    assert {prop.get("name"): "".join(prop.itertext()) for prop in custom} == {"medoffice_xl schema": SCHEMA_VERSION}


def test_a_workbook_is_not_finished_twice(built_workbook):
    with pytest.raises(ValueError, match="has its ribbon already"):
        finish(built_workbook.read_bytes())
