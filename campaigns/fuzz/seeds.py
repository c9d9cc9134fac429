"""Good files of every kind that is read, small ones: what the others are made from."""

import csv
import io
import struct
import sys
import tempfile
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from html import escape
from pathlib import Path

import xlsxwriter

from medoffice_xl.demo.files import write_practice

ROOT = Path(__file__).parent.parent.parent
TESTS = ROOT / "tests"
LARGEST = 60_000
LINES = 60


@dataclass(frozen=True, slots=True)
class Seed:
    """A good file: its name, which some readers look at, and its bytes."""

    name: str
    data: bytes

    @property
    def ending(self) -> str:
        """Its ending: each is as likely as any other."""
        return Path(self.name).suffix


@dataclass(frozen=True, slots=True)
class Originals:
    """Good files, and what is asked of them for each file that is made."""

    by_ending: dict[str, list[Seed]]
    contents: list[bytes]


def originals() -> Originals:
    """All good files, by their endings and by what is in them."""
    found = seeds()
    by_ending: dict[str, list[Seed]] = {ending: [] for ending in sorted({seed.ending for seed in found})}
    for seed in found:
        by_ending[seed.ending].append(seed)
    return Originals(by_ending, [seed.data for seed in found])


def seeds() -> list[Seed]:
    """Files of others and of users' reports, an invented practice's, CMS's, and tables as workbooks and as pages."""
    found = as_they_come()
    tables = [seed for seed in found if seed.name.endswith(".csv") and len(seed.data) < 20_000]
    made = [form for seed in tables for form in _other_forms(seed)]
    unlike: dict[bytes, Seed] = {}
    for seed in [*found, *made]:
        unlike.setdefault(seed.data, seed)
    return sorted(unlike.values(), key=lambda seed: (seed.name, seed.data))


def as_they_come() -> list[Seed]:
    """Files of others and of users' reports, an invented practice's and CMS's, each in the one form it comes in."""
    if str(TESTS) not in sys.path:
        sys.path.insert(0, str(TESTS))
    return [*_kept(), *_invented(), *_of_cms()]


def _kept() -> list[Seed]:
    paths = sorted(path for folder in ("cases", "samples") for path in (TESTS / folder).rglob("*") if path.is_file())
    kept = [Seed(path.name, path.read_bytes()) for path in paths if path.suffix not in (".md", ".py", ".txt")]
    return [seed for seed in kept if len(seed.data) <= LARGEST]


def _invented() -> list[Seed]:
    with tempfile.TemporaryDirectory() as folder:
        raw = write_practice(Path(folder), doctors=1, months=3, seed=7)
        tables = (raw.charges, raw.fee_schedule, raw.charge_master, raw.costs)
        short = [Seed(path.name, b"".join(path.read_bytes().splitlines(keepends=True)[:LINES])) for path in tables]
        remittances = [Seed(path.name, path.read_bytes()) for path in raw.remittances]
        return short + [seed for seed in remittances if len(seed.data) <= LARGEST][:6]


def _of_cms() -> list[Seed]:
    """CMS's quarterly lists, made as the tests make them."""
    import drug_price_files as drugs  # noqa: PLC0415  (the tests' folder has just been put on the path)
    import unit_limit_files as limits  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        drug_text = drugs.text("J1100,1 MG,12.345", "J0135,20 MG,1234.5")
        limit_text = limits.text("J1100,8,3", "G0438,1,2")
        paths = [
            drugs.drug_file(Path(folder), "J1100,1 MG,12.345"),
            limits.limit_file(Path(folder), "J1100,8,3"),
            drugs.cms_zip(Path(folder), {drugs.NAME: drug_text}),
            limits.limit_zip(Path(folder), {limits.JANUARY: limit_text}),
        ]
        return [Seed(path.name, path.read_bytes()) for path in paths]


def _text(data: bytes) -> str:
    return data.decode("utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8", "replace")


def _other_forms(seed: Seed) -> list[Seed]:
    """The same table as workbooks new and old, as a page and as Excel's XML."""
    rows = list(csv.reader(io.StringIO(_text(seed.data), newline="")))
    stem = seed.name.removesuffix(".csv")
    forms = {".xlsx": _workbook, ".xls": _old_workbook, ".ods": _open_document, ".html": _page, ".xml": _excel_xml}
    return [Seed(stem + ending, made(rows)) for ending, made in forms.items()]


def _workbook(rows: list[list[str]]) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_numbers": True, "strings_to_formulas": False})
    sheet = book.add_worksheet()
    for place, row in enumerate(rows):
        sheet.write_row(place, 0, row)
    book.close()
    return stream.getvalue()


def _old_workbook(rows: list[list[str]]) -> bytes:
    import hostile_workbooks as old  # noqa: PLC0415

    def label(row: int, column: int, text: str) -> bytes:
        plain = text.encode("latin-1", "replace")[:250]
        return old.record(0x0204, struct.pack("<HHHHB", row, column, 0, len(plain), 0) + plain)

    cells = b"".join(label(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row[:255]) if text)
    return old.xls(cells)


def _open_document(rows: list[list[str]]) -> bytes:
    import hostile_workbooks as made  # noqa: PLC0415

    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    lines = ("".join(cell.format(escape(text)) for text in row) for row in rows)
    return made.ods("".join(f"<table:table-row>{line}</table:table-row>" for line in lines))


def _page(rows: list[list[str]]) -> bytes:
    lines = ("".join(f"<td>{escape(text)}</td>" for text in row) for row in rows)
    return f"<html><body><table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table></body></html>".encode()


def _excel_xml(rows: list[list[str]]) -> bytes:
    cell = '<Cell><Data ss:Type="String">{}</Data></Cell>'
    lines = ("".join(cell.format(escape(text)) for text in row) for row in rows)
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{name}" xmlns:ss="{name}"><Worksheet ss:Name="S"><Table>'
        f"{''.join(f'<Row>{line}</Row>' for line in lines)}</Table></Worksheet></Workbook>"
    ).encode()
