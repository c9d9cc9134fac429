"""Values patched into a sheet part: what is not named stays byte for byte."""

from datetime import date
from typing import Any

import pytest

from medoffice_xl.book.places import Area, Place
from medoffice_xl.book.sheet_part import formulas, patch_values
from medoffice_xl.book.values import CellError, cell_xml, number_text, text_xml
from medoffice_xl.errors import BookError

HEAD = '<worksheet xmlns="x"><dimension ref="A1:C9"/><sheetData>'
TAIL = '</sheetData><pageMargins left="0.7"/></worksheet>'


def patched(rows: str, values: dict[str, Any], extents: dict[str, str] | None = None) -> str:
    part = patch_values(
        f"{HEAD}{rows}{TAIL}".encode(),
        {Place.parse(place): value for place, value in values.items()},
        {Place.parse(place): Area.parse(area) for place, area in (extents or {}).items()},
        "sheet1.xml",
    ).decode()
    assert part.startswith(HEAD)
    assert part.endswith(TAIL)
    return part.removeprefix(HEAD).removesuffix(TAIL)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (1.5, '<c r="A1" s="3"><f>X()</f><v>1.5</v></c>'),
        (45.0, '<c r="A1" s="3"><f>X()</f><v>45</v></c>'),
        (True, '<c r="A1" s="3" t="b"><f>X()</f><v>1</v></c>'),
        ("a<b", '<c r="A1" s="3" t="str"><f>X()</f><v>a&lt;b</v></c>'),
        ("", '<c r="A1" s="3" t="str"><f>X()</f><v></v></c>'),
        (CellError("#N/A"), '<c r="A1" s="3" t="e"><f>X()</f><v>#N/A</v></c>'),
        (CellError("#SPILL!"), '<c r="A1" s="3" t="e"><f>X()</f><v>#VALUE!</v></c>'),
        (date(2026, 6, 30), '<c r="A1" s="3"><f>X()</f><v>46203</v></c>'),
    ],
)
def test_a_formula_keeps_its_text_and_style(value: Any, cell: str) -> None:
    before = '<row r="1" spans="1:2" ht="30"><c r="A1" s="3" t="e" vm="1"><f>X()</f><v>#N/A</v></c><c r="B1"/></row>'
    assert patched(before, {"A1": value}) == f'<row r="1" ht="30">{cell}<c r="B1"/></row>'


def test_cells_and_rows_are_put_in_where_they_belong() -> None:
    before = '<row r="2"><c r="B2"><v>1</v></c></row>\n<row r="5" ht="3"/><row r="9"><c r="C9"/></row>'
    after = patched(before, {"A2": 1, "C2": "x", "A1": 7, "D3": 8, "A5": 2, "B12": 3, "A4": None})
    assert after == (
        '<row r="1"><c r="A1"><v>7</v></c></row>'
        '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>1</v></c>'
        '<c r="C2" t="inlineStr"><is><t>x</t></is></c></row>\n'
        '<row r="3"><c r="D3"><v>8</v></c></row>'
        '<row r="5" ht="3"><c r="A5"><v>2</v></c></row><row r="9"><c r="C9"/></row>'
        '<row r="12"><c r="B12"><v>3</v></c></row>'
    )


def test_a_spill_gets_its_new_area_and_leaves_styled_blanks() -> None:
    before = (
        '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A3">SP()</f><v>1</v></c></row>'
        '<row r="2"><c r="A2" s="4" t="s"><v>9</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>'
    )
    after = patched(before, {"A1": 5, "A2": None, "A3": None, "B1": "n"}, {"A1": "A1:B1"})
    assert after == (
        '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:B1">SP()</f><v>5</v></c>'
        '<c r="B1" t="inlineStr"><is><t>n</t></is></c></row><row r="2"><c r="A2" s="4"/></row><row r="3"></row>'
    )


def test_formulas_are_found_with_their_kind() -> None:
    rows = (
        '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:B2">SP(&quot;a&quot;)&amp;1</f><v>1</v></c>'
        '<c r="B1"><v>3</v></c><c r="C1"><f t="shared" ref="C1:C2" si="0">A1+1</f><v>2</v></c></row>'
        '<row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c></row>'
    )
    first, second, third = formulas(f"{HEAD}{rows}{TAIL}".encode())
    assert (str(first.place), first.text, str(first.extent), first.dynamic) == ("A1", 'SP("a")&1', "A1:B2", True)
    assert (second.text, second.shared, third.text, third.shared) == ("A1+1", "0", "", "0")


@pytest.mark.parametrize("part", ["<x:worksheet/>", "<!DOCTYPE a><worksheet><sheetData/></worksheet>", "<worksheet/>"])
def test_a_part_that_no_spreadsheet_program_writes_is_refused(part: str) -> None:
    with pytest.raises(BookError):
        patch_values(part.encode(), {Place(1, 1): 1}, {}, "sheet1.xml")


def test_an_empty_sheet_takes_values() -> None:
    part = patch_values(b'<worksheet xmlns="x"><sheetData/></worksheet>', {Place(1, 1): 1}, {}, "s")
    expected = b'<worksheet xmlns="x"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>'
    assert part == expected


@pytest.mark.parametrize(
    ("text", "xml"),
    [
        ("=1+1", "<t>=1+1</t>"),
        (" a", '<t xml:space="preserve"> a</t>'),
        ("a&b<c>", "<t>a&amp;b&lt;c&gt;</t>"),
        ("_x0041_", "<t>_x005F_x0041_</t>"),
        ("a\x01b\r", "<t>a_x0001_b_x000D_</t>"),
    ],
)
def test_text_is_text(text: str, xml: str) -> None:
    assert text_xml(text).replace(' xml:space="preserve"', "") == xml.replace(' xml:space="preserve"', "")
    assert (text != text.strip()) == ('xml:space="preserve"' in text_xml(text))


def test_numbers_are_exact_and_never_nonsense() -> None:
    assert [number_text(value) for value in (0.1 + 0.2, 1e300, -0.5, 3)] == [
        "0.30000000000000004",
        "1e+300",
        "-0.5",
        "3",
    ]
    for value in (float("nan"), float("inf")):
        with pytest.raises(ValueError, match=r"nan|inf"):
            number_text(value)
    assert cell_xml('r="A1"', None) == '<c r="A1"/>'
