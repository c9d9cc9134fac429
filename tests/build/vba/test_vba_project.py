"""The project is read back by tools written by others: olefile (strict) and olevba."""

import io
from importlib.resources import files

import olefile
import pytest
from oletools.olevba import VBA_Parser, decompress_stream

from medoffice_xl.build.vba import Kind, Module, read_module, sheet_module, vba_project
from medoffice_xl.build.vba.compound_file import compound_file
from medoffice_xl.build.vba.project import encrypted


def opened(project: bytes) -> olefile.OleFileIO:
    return olefile.OleFileIO(io.BytesIO(project), raise_defects=olefile.DEFECT_UNSURE)


def read_back(project: bytes) -> dict[str, bytes]:
    """Every module's stream, decompressed."""
    ole = opened(project)
    names = [path[1] for path in ole.listdir() if path[0] == "VBA" and path[1] not in ("dir", "_VBA_PROJECT")]
    return {name: bytes(decompress_stream(bytearray(ole.openstream(["VBA", name]).read()))) for name in names}


def standard(name: str, lines: int = 1) -> Module:
    return Module(name, Kind.STANDARD, f'Attribute VB_Name = "{name}"\n' + "' a line of code\n" * lines)


@pytest.mark.parametrize("count", [1, 2, 3, 7, 30, 65, 99, 140])
def test_any_number_of_modules_is_read_back(count):
    modules = [standard(f"m{number}", number * 7) for number in range(count)]
    found = read_back(vba_project(modules))
    assert found == {module.name: module.stream() for module in modules}


@pytest.mark.parametrize("lines", [200, 5_000, 60_000])
def test_a_module_may_be_long(lines):
    text = "\n".join(f"' {number * 2654435761 % 2**32:x}" for number in range(lines))
    module = Module("big", Kind.STANDARD, f'Attribute VB_Name = "big"\n{text}')
    assert read_back(vba_project([module])) == {"big": module.stream()}


def test_the_files_of_xlwings_are_read_back_and_know_their_kind():
    xlwings = read_module((files("xlwings") / "xlwings.bas").read_text(encoding="utf-8"))
    dictionary = read_module((files("xlwings") / "addin" / "Dictionary.cls").read_text(encoding="utf-8"))
    modules = [sheet_module("shDashboard"), xlwings, dictionary]
    project = vba_project(modules)
    assert read_back(project) == {module.name: module.stream() for module in modules}
    listed = opened(project).openstream("PROJECT").read().decode("cp1252").split("\r\n")
    assert listed[1:4] == ["Document=shDashboard/&H00000000", "Module=xlwings", "Class=Dictionary"]


def test_olevba_lists_every_module():
    parser = VBA_Parser("vbaProject.bin", data=vba_project([standard("one"), sheet_module("shTwo")]))
    assert {name for _, _, name, _ in parser.extract_macros()} == {"one.bas", "shTwo.cls"}


def test_a_class_keeps_its_code_and_loses_the_header_of_its_file():
    text = (
        'VERSION 1.0 CLASS\nBEGIN\n  MultiUse = -1\nEND\nAttribute VB_Name = "ThisWorkbook"\n'
        "Attribute VB_PredeclaredId = True\nOption Explicit\n"
    )
    module = read_module(text)
    assert module.kind is Kind.WORKBOOK
    stored = module.stream().decode("cp1252").split("\r\n")
    assert stored[1] == 'Attribute VB_Base = "0{00020819-0000-0000-C000-000000000046}"'
    assert stored[-2:] == ["Option Explicit", ""]
    assert stored.count("Attribute VB_PredeclaredId = True") == 1


def test_the_three_fields_are_what_excel_writes():
    """Taken from a file Excel saved: its id, and its CMG, DPB and GC, each beginning with its seed."""
    project_id = "{E2E0E410-BF04-4DC5-BDD2-D3FBBA8B7D37}"
    assert encrypted(bytes(4), project_id, 0xA7) == "A7A58C2B7CDD73E173E173E173E1"
    assert encrypted(b"\0", project_id, 0xA2) == "A2A089308531853185"
    assert encrypted(b"\xff", project_id, 0x9D) == "9D9FB6314A2D4B2D4BD2"


def test_names_in_unicode_are_stored_raw():
    """A compressed PROJECTwm makes Excel drop the project."""
    assert opened(vba_project([standard("ab")])).openstream("PROJECTwm").read() == b"ab\0a\0b\0\0\0\0\0"


def test_the_same_modules_give_the_same_bytes():
    modules = [standard("one"), standard("two", 900)]
    assert vba_project(modules) == vba_project(modules)


def test_the_folder_of_streams_is_a_red_black_tree():
    """Along every path as many black entries, and no red one under a red one."""
    for count in range(1, 40):
        ole = opened(compound_file({f"n{number}": b"x" for number in range(count)}))
        entries = ole.direntries

        def black_height(number, above_red=False, entries=entries):
            if number == olefile.NOSTREAM:
                return 1
            red = entries[number].color == 0
            assert not (red and above_red)
            left = black_height(entries[number].sid_left, red)
            assert left == black_height(entries[number].sid_right, red)
            return left + (not red)

        for number in range(len(entries)):
            if entries[number] is None:
                entries[number] = ole._load_direntry(number)
        assert black_height(ole.root.sid_child) >= 1


@pytest.mark.parametrize(
    "modules",
    [
        [standard("twice"), standard("Twice")],
        [standard("PracticeManager")],
        [standard("no good")],
        [standard("x" * 32)],
        [Module("a", Kind.STANDARD, "x" * 1024)],
        [Module("a", Kind.STANDARD, "a = 1 + _\n" * 25 + "1")],
        [Module("a", Kind.STANDARD, "' → is not in the code page")],
    ],
)
def test_what_the_editor_could_not_hold_is_refused(modules):
    with pytest.raises(ValueError):
        vba_project(modules)


def test_a_source_file_must_say_its_name():
    with pytest.raises(ValueError, match="VB_Name"):
        read_module("Option Explicit\n")
