"""What of a sheet part says how it is printed, and that all else of it stays byte for byte."""

import pytest

from medoffice_xl.book.sheet_print import footer, with_breaks, with_footer, with_heights

HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
ROWS = (
    b'<row r="1" ht="20" customHeight="1"><c r="A1"/></row><row r="2" spans="1:2"/><row r="12" hidden="1" ht="9"></row>'
)
SET_UP = (
    b'<pageMargins left="0.4"/><pageSetup paperSize="1"/><headerFooter><oddFooter>&amp;P</oddFooter></headerFooter>'
)
DRAWING = b'<drawing r:id="rId1"/></worksheet>'
PART = HEAD + ROWS + b"</sheetData>" + SET_UP + DRAWING


def cut(*rows: int) -> bytes:
    """As the format has it (ECMA-376, 18.3.1.74): a break before the row of index n is the one after row n."""
    breaks = b"".join(b'<brk id="%d" max="16383" man="1"/>' % row for row in rows)
    return b'<rowBreaks count="%d" manualBreakCount="%d">%s</rowBreaks>' % (len(rows), len(rows), breaks)


def test_rows_take_their_heights_and_no_other_row_changes():
    changed = with_heights(PART, {2: 46, 12: 30.5, 40: 15}, "sheet1.xml")
    expected = PART.replace(b'spans="1:2"/>', b'spans="1:2" ht="46" customHeight="1"/>')
    assert changed == expected.replace(b'hidden="1" ht="9">', b'hidden="1" ht="30.5" customHeight="1">')
    assert with_heights(PART, {}, "sheet1.xml") == PART


def test_breaks_stand_after_the_footer_and_replace_those_of_before():
    first = with_breaks(PART, (20, 40), {20, 30, 40}, "sheet1.xml")
    assert first == PART.replace(SET_UP, SET_UP + cut(20, 40))
    assert with_breaks(first, (30,), {20, 30, 40}, "sheet1.xml") == PART.replace(SET_UP, SET_UP + cut(30))
    assert with_breaks(first, (), {20, 30, 40}, "sheet1.xml") == PART


def test_a_part_that_its_user_cut_stays_as_it_is():
    own = PART.replace(SET_UP, SET_UP + cut(20, 33))
    assert with_breaks(own, (40,), {20, 30, 40}, "sheet1.xml") == own


@pytest.mark.parametrize(
    "set_up", [b"", SET_UP.split(b"<headerFooter>")[0], b'<pageMargins left="0.4"/>', b"<headerFooter/>"]
)
def test_breaks_find_their_place_in_any_set_up(set_up):
    part = PART.replace(SET_UP, set_up)
    assert with_breaks(part, (20,), {20}, "sheet1.xml") == (part.replace(set_up, set_up + cut(20)) if set_up else part)


def test_the_foot_is_read_and_replaced_as_it_is_written():
    assert footer(PART, "sheet1.xml") == "&P"
    footed = with_footer(PART, "&L&8 Oak && Elm <1>", "sheet1.xml")
    assert footed == PART.replace(b"<oddFooter>&amp;P<", b"<oddFooter>&amp;L&amp;8 Oak &amp;&amp; Elm &lt;1&gt;<")
    assert footer(footed, "sheet1.xml") == "&L&8 Oak && Elm <1>"


def test_where_there_is_no_foot_none_is_made():
    part = PART.replace(b"<headerFooter><oddFooter>&amp;P</oddFooter></headerFooter>", b"")
    assert footer(part, "sheet1.xml") == ""
    assert with_footer(part, "&P", "sheet1.xml") == part
