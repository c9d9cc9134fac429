"""Workbooks made to harm: small on the disk, and more than a computer holds once they are read."""

import struct
import zipfile
from io import BytesIO

from medoffice_xl.build.vba.compound_file import compound_file

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets>'
    '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
}
SHEET = "xl/worksheets/sheet1.xml"


def packed(parts: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def xlsx(rows: str | bytes, texts: str = "", **more: str | bytes) -> bytes:
    """A workbook of one sheet with these rows; `texts` are the items of its common list."""
    sheet = rows if isinstance(rows, bytes) else f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>"
    common = {"xl/sharedStrings.xml": f"<sst {MAIN}>{texts}</sst>"} if texts else {}
    return packed({**PARTS, SHEET: sheet, **common, **more})


def ods(rows: str) -> bytes:
    """An OpenDocument spreadsheet of one sheet."""
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": mimetype, "META-INF/manifest.xml": manifest, "content.xml": content})


def record(kind: int, content: bytes = b"") -> bytes:
    """A record of an old Excel workbook."""
    return struct.pack("<HH", kind, len(content)) + content


def number(row: int, column: int) -> bytes:
    """A cell with the number 1."""
    return record(0x0203, struct.pack("<HHHd", row, column, 0, 1.0))


def common_text(row: int, column: int, place: int = 0) -> bytes:
    """A cell with a text of the common list."""
    return record(0x00FD, struct.pack("<HHHI", row, column, 0, place))


def area(rows: int, columns: int) -> bytes:
    """What a sheet says of its size."""
    return record(0x0200, struct.pack("<IIHHH", 0, rows, 0, columns, 0))


def common_list(length: int) -> bytes:
    """A common list of one text, which goes on over as many records as it needs."""
    room = 8_000
    records = [record(0x00FC, struct.pack("<IIHB", 1, 1, length, 0) + b"x" * min(length, room))]
    records += [record(0x003C, b"\0" + b"x" * min(length - start, room)) for start in range(room, length, room)]
    return b"".join(records)


def xls(*sheets: bytes, texts: bytes = b"") -> bytes:
    """An old Excel workbook with these records on its sheets."""

    def globals_(starts: list[int]) -> bytes:
        named = b"".join(
            record(0x0085, struct.pack("<IBBBB", start, 0, 0, 2, 0) + f"S{place}"[:2].encode())
            for place, start in enumerate(starts)
        )
        return record(0x0809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6)) + named + texts + record(0x000A)

    begin = record(0x0809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6))
    bodies = [begin + sheet + record(0x000A) for sheet in sheets]
    starts = [len(globals_([0] * len(sheets)))]
    for body in bodies:
        starts.append(starts[-1] + len(body))
    stream = globals_(starts[:-1]) + b"".join(bodies)
    return compound_file({"Workbook": stream.ljust(4096, b"\0")})


def locked() -> bytes:
    """What Excel makes of a workbook with a password to open it."""
    return compound_file({"EncryptionInfo": bytes(200), "EncryptedPackage": bytes(5000)})
