"""A workbook is looked at before it is read: what would take all memory is refused, what is honest is not."""

import struct
import zipfile
from io import BytesIO

import pytest
from hostile_workbooks import (
    SHEET,
    area,
    common_list,
    common_text,
    locked,
    number,
    ods,
    packed,
    record,
    xls,
    xlsx,
)

from medoffice_xl.errors import CannotRead
from medoffice_xl.files import limits, workbooks
from medoffice_xl.files.columns import LAST_COLUMN, LAST_ROW, letters
from medoffice_xl.files.workbooks import check_workbook, opened_workbook, refused_in_words

FAR = '<row r="1"><c r="A1"><v>1</v></c></row>'
X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def cells_of(data: bytes) -> list[list[object]]:
    sheet = opened_workbook(data, "b").get_sheet_by_index(0)
    return sheet.to_python(skip_empty_area=False)  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1048576"><c s="1" r="XFD1048576"><v>1</v></c></row>',
        "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
        '<row r = "1048576"><c  r = "XFD1048576" ><v>1</v></c></row>',
        '<row r="1048576"><c r="xfd1048576"><v>1</v></c></row>',
        '<row\nr="1048576"><c\nr="XFD1048576"><v>1</v></c></row>',
        '<row r="1048576" spans=">"><c s=">" r="XFD1048576"><v>1</v></c></row>',
        '<row r="1048576">' + "<c><v>1</v></c>" * 16_384 + "</row>",
        '<row r="1"><c r="XFD1"><v>1</v></c></row>' + "<row/>" * 9_999 + "<row><c><v>1</v></c></row>",
        f'<x:row xmlns:x="{X}" r="1048576"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>',
        '<row r="9"><c r="ZZZZZ9"><v>1</v></c></row>',
        '<row r="1"><c r="H1000101010"><v>1</v></c></row>',
        '<row r="99999999"><c r="A99999999"><v>1</v></c></row>',
        '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is/></c></row>',
        '<row r="700"><c r="XFD700"><v>1</v></c></row>',
    ],
)
def test_cells_far_out_are_refused_however_they_are_written(rows: str) -> None:
    with pytest.raises(CannotRead, match="cell as far out as"):
        check_workbook(xlsx(FAR + rows), "far.xlsx")


def test_it_says_which_cell_and_how_many() -> None:
    with pytest.raises(CannotRead, match=r"far\.xlsx has a cell as far out as XFD1048576, which makes 17,179,869,184 "):
        check_workbook(xlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "far.xlsx")


def test_just_inside_and_just_outside() -> None:
    """Two million cells are read whatever the sheet holds: 2,000 columns (BXX) of 1,000 rows, and not of 1,001."""
    check_workbook(xlsx('<row r="1000"><c r="BXX1000"><v>1</v></c></row>'), "b")
    with pytest.raises(CannotRead):
        check_workbook(xlsx('<row r="1001"><c r="BXX1001"><v>1</v></c></row>'), "b")


def test_many_sheets_that_are_each_just_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MOST_CELLS", 5_000_000)
    sheet = xlsx('<row r="1000"><c r="BXX1000"><v>1</v></c></row>')
    with zipfile.ZipFile(BytesIO(sheet)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for count, fits in ((2, True), (3, False)):
        more = {f"xl/worksheets/s{place}.xml": parts[SHEET] for place in range(count - 1)}
        if fits:
            check_workbook(packed({**parts, **more}), "b", 5_000_000)
        else:
            with pytest.raises(CannotRead, match="6,000,000 cells"):
                check_workbook(packed({**parts, **more}), "b", 5_000_000)


def test_cells_that_only_have_a_format_may_stand_far_out() -> None:
    data = xlsx(FAR + '<row r="1048576"><c r="XFD1048576" s="1"/></row>')
    assert cells_of(data) == [[1.0]]


def test_a_full_sheet_is_read_and_an_almost_empty_one_as_large_is_not() -> None:
    """70,000 rows of 30 columns are 2.1 million cells, all of them filled or but one."""
    names = [letters(column) for column in range(1, 31)]
    rows = (
        f'<row r="{row}">'
        + "".join(f'<c r="{name}{row}"><v>{row * place * 7_919 % 99_991}</v></c>' for place, name in enumerate(names))
        + "</row>"
        for row in range(1, 70_001)
    )
    check_workbook(xlsx("".join(rows)), "full.xlsx")
    with pytest.raises(CannotRead):
        check_workbook(xlsx('<row r="70000"><c r="AD70000"><v>1</v></c></row>'), "empty.xlsx")


@pytest.mark.parametrize(
    ("cell", "marks"),
    [
        ("<v>1</v>", set()),
        ("<f>A1</f>", {b"<f>"}),
        ('<f t="shared" si="0"/>', {b"<f "}),
        ("<f/>", {b"<f/"}),
        ("<is><t>&lt;f></t></is>", set()),
    ],
)
def test_a_look_tells_of_formulas(cell, marks):
    reach = check_workbook(xlsx(f'<row r="1"><c r="A1">{cell}</c></row>'), "b")["xl/worksheets/sheet1.xml"]
    assert (reach.rows, reach.columns, reach.marks) == (1, 1, marks)


def test_a_look_tells_of_errors():
    cells = '<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>'
    for _ in range(2):  # the second time from memory
        assert check_workbook(xlsx(cells), "b")["xl/worksheets/sheet1.xml"].marks == {b't="e"'}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (xlsx('<!DOCTYPE a [<!ENTITY a "aaaa">]><row><c><v>&a;</v></c></row>'), "not as spreadsheet programs write it"),
        (xlsx("<row><c r=A1><v>1</v></c></row>"), "not as spreadsheet programs write it"),
        (xlsx("<row><c r='A1'><v>1</v></row>"), "not as spreadsheet programs write it"),
        (packed({"xl/workbook.bin": b"x"}), "Excel binary workbook"),
        (packed({"xl/workbook.xml": b"x"}, zipfile.ZIP_BZIP2), "damaged"),
        (b"PK\x03\x04", "damaged"),
        (b"PK\x05\x06" + bytes(18), "cannot be read as a workbook"),
        (xlsx(FAR)[:-40], "damaged"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "damaged"),
        (locked(), "locked with a password"),
        (packed({f"{place}": b"" for place in range(10_001)}), "more than 10,000 files"),
        (xlsx(FAR, **{"xl/big.bin": bytes(80_000_000)}), "far more than its size"),
    ],
)
def test_what_is_no_workbook_that_can_be_read(data: bytes, said: str) -> None:
    with pytest.raises(CannotRead, match=said):
        opened_workbook(data, "b.xlsx")


@pytest.mark.parametrize("alphabet", ["UTFCLP", "base64", "shift_jis", "utf-7", "utf-16"])
def test_a_part_in_an_alphabet_of_its_own(alphabet: str) -> None:
    """Prefixed, so that it is parsed; it says an alphabet that nobody knows, or that it is not in."""
    row = f'<x:row xmlns:x="{X}" r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>'
    said = f'<?xml version="1.0" encoding="{alphabet}"?><worksheet xmlns="{X}"><sheetData>{row}</sheetData></worksheet>'
    with pytest.raises(CannotRead, match="not as spreadsheet programs write it"):
        check_workbook(xlsx(said.encode()), "b.xlsx")


def test_ten_thousand_parts_are_not_too_many() -> None:
    check_workbook(packed({f"{place}": b"" for place in range(10_000)}), "b.xlsx")


def test_two_parts_of_one_name() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(SHEET, FAR)
        archive.writestr(SHEET, FAR)
    with pytest.raises(CannotRead, match="two files of one name"):
        check_workbook(stream.getvalue(), "b.xlsx")


def test_a_part_that_unpacks_to_more_than_it_says() -> None:
    """Its entry says five bytes and their check sum; its packed bytes go on to a megabyte."""
    data = bytearray(xlsx(bytes(1_000_000)))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        part = archive.getinfo(SHEET)
    entry = data.rindex(SHEET.encode()) - 46
    for at in (entry + 24, part.header_offset + 22):
        data[at : at + 4] = struct.pack("<I", 5)
    for at in (entry + 16, part.header_offset + 14):
        data[at : at + 4] = struct.pack("<I", 0)
    with pytest.raises(CannotRead, match=r"damaged: xl/worksheets/sheet1\.xml"):
        check_workbook(bytes(data), "b.xlsx")


@pytest.mark.parametrize(("cells", "fits"), [(4_980, True), (5_000, False)])
def test_a_long_text_that_many_cells_share(cells: int, fits: bool) -> None:
    """30,000 characters in 5,000 cells are the 150 million that are read; the other parts count a little, too."""
    rows = "".join(f'<row r="{r}"><c r="A{r}" t="s"><v>1</v></c></row>' for r in range(1, cells + 1))
    texts = "<si><t>short</t></si><si><t>" + "x" * (30_000 - len("<si><t></t></si>")) + "</t></si>"
    data = xlsx(rows, texts)
    if fits:
        check_workbook(data, "b.xlsx")
    else:
        with pytest.raises(CannotRead, match="more text than any export"):
            check_workbook(data, "b.xlsx")


def test_a_long_text_that_few_of_many_cells_share() -> None:
    """A note of 30,000 characters beside 20,000 short texts: 0.7 million characters, and not 600 million."""
    rows = "".join(f'<row r="{r}"><c r="A{r}" t="s"><v>{r == 7:d}</v></c></row>' for r in range(1, 20_001))
    check_workbook(xlsx(rows, "<si><t>short</t></si><si><t>" + "x" * 30_000 + "</t></si>"), "b.xlsx")


CELL = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'
ROW = "<table:table-row{}>{}</table:table-row>"
ROWS, COLUMNS = ' table:number-rows-repeated="{}"', ' table:number-columns-repeated="{}"'


@pytest.mark.parametrize(
    "rows",
    [
        ROW.format(ROWS.format(LAST_ROW), CELL.format(COLUMNS.format(LAST_COLUMN), "a")),
        ROW.format(ROWS.format(LAST_ROW - 1), "") + ROW.format("", CELL.format(COLUMNS.format(1000), "a")),
        ROW.format(ROWS.format(9_999_999_999), CELL.format(COLUMNS.format(9_999_999_999), "a")),
        ROW.format(ROWS.format(5_001), CELL.format("", "x" * 30_000)),
        '<!DOCTYPE a [<!ENTITY a "aaaa">]>' + ROW.format("", CELL.format("", "&a;")),
        ROW.format(ROWS.format("many"), CELL.format("", "a")),
    ],
)
def test_an_opendocument_sheet_that_repeats_itself(rows: str) -> None:
    with pytest.raises(CannotRead):
        check_workbook(ods(rows), "b.ods")


def test_an_opendocument_sheet_ends_in_repeated_emptiness() -> None:
    """As LibreOffice writes every sheet: the rest of it is one empty row, repeated."""
    empty = ROW.format(ROWS.format(LAST_ROW - 1), f"<table:table-cell{COLUMNS.format(LAST_COLUMN)}/>")
    data = ods(ROW.format("", CELL.format("", "a") + CELL.format(COLUMNS.format(2), "b")) + empty)
    assert cells_of(data) == [["a", "b", "b"]]


@pytest.mark.parametrize(
    "data",
    [
        xls(area(0xFFFFFFFF, 0xFFFF) + number(0, 0)),
        xls(area(65_537, 256) + number(0, 0)),
        xls(number(65_535, 65_535)),
        xls(number(65_535, 255)),
        xls(*[number(1_000, 255)] * 8),
        xls(number(7_812, 255)),
        xls(b"".join(common_text(row, 0) for row in range(2_501)), texts=common_list(60_000)),
        xls(record(0x0203, b"\0")),
        xls(number(0, 0))[:-2_000],
    ],
)
def test_an_old_workbook_that_would_be_too_much(data: bytes) -> None:
    with pytest.raises(CannotRead):
        check_workbook(data, "b.xls")


def test_an_old_workbook_as_it_should_be() -> None:
    data = xls(area(2, 2) + number(0, 0) + common_text(1, 1), texts=common_list(20_000))
    assert cells_of(data) == [[1.0, ""], ["", "x" * 20_000]]
    check_workbook(xls(b"".join(common_text(row, 0) for row in range(2_499)), texts=common_list(60_000)), "b.xls")
    check_workbook(xls(*[number(1_000, 255)] * 7), "b.xls")
    check_workbook(xls(number(7_811, 255)), "b.xls")


def test_an_old_workbook_may_be_large_where_its_cells_hold_something() -> None:
    """9,000 × 256 cells are above two millions; 768,001 bytes of three cells each are as many, 767,999 are not."""
    sheet = number(8_999, 255) + record(0x00EC, bytes(60_000)) * 12
    rest = 768_001 - len(xls(sheet))
    assert 0 < rest < 60_000
    check_workbook(xls(sheet + record(0x00EC, bytes(rest + 512))), "b.xls")
    with pytest.raises(CannotRead, match="2,304,000 cells of a sheet"):
        check_workbook(xls(sheet), "b.xls")


@pytest.mark.parametrize("table", ["directory", "table of tables"])
def test_an_old_workbook_whose_sectors_go_round(table: str) -> None:
    """The directory's first sector is said to follow its last one; or the file's tables are said to go on in one."""
    data = bytearray(xls(number(0, 0)))
    if table == "directory":
        first = int.from_bytes(data[48:52], "little")
        at = 512 * (1 + int.from_bytes(data[76:80], "little"))
        data[at + 4 * first : at + 4 * first + 4] = struct.pack("<I", first)
    else:
        data[68:72] = struct.pack("<I", 0)
        data[512 + 508 : 1024] = struct.pack("<I", 0)
    with pytest.raises(CannotRead, match="damaged"):
        check_workbook(bytes(data), "b.xls")


def test_a_common_list_without_a_text() -> None:
    check_workbook(xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', " "), "b.xlsx")


def test_the_limits_of_the_docs_hang_together() -> None:
    assert limits.CELLS_ANYWAY < limits.MOST_CELLS < limits.MOST_CELLS_OF_A_BOOK
    assert limits.LONGEST_TEXT < limits.LONGEST_LINE


def test_what_makes_the_library_stumble_is_refused_in_words():
    """The workbook's first record says that it is one byte long, and has two to be read."""
    data = bytearray(xls(number(0, 0)))
    begins = data.index(struct.pack("<H", 0x0809), 512)
    data[begins + 2 : begins + 4] = b"\1\0"
    with pytest.raises(CannotRead, match=r"b\.xls is damaged and cannot be read as a workbook\. Export it again"):
        opened_workbook(bytes(data), "b.xls")


def test_whoever_ends_the_program_is_heard():
    with pytest.raises(KeyboardInterrupt), refused_in_words("b.xls"):
        raise KeyboardInterrupt
