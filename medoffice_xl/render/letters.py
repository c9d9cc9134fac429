"""Appeal letters as Word documents."""

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor

from medoffice_xl.areas.compliance.appeal_letters import Letter
from medoffice_xl.files.names import file_names
from medoffice_xl.files.whole import make_folder, write_whole
from medoffice_xl.money import show

HEADINGS = ("Claim", "Your number", "Service", "Code", "Units", "Allowed", "Contract", "Owed")
WIDTHS = (1.0, 1.25, 0.85, 0.75, 0.5, 0.85, 0.85, 0.8)
AMOUNTS = 4
"""Columns from here on are figures, set to the right."""

_LONGEST_PROPERTY = 255
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def write_letters(letters: Sequence[Letter], folder: Path) -> list[Path]:
    """Write one DOCX a letter into the folder; returns the files. An older letter of the same day is replaced.

    Each letter is whole or as it was. Payers whose names a file cannot tell apart get numbers.
    """
    make_folder(folder)
    names = file_names([letter.payer for letter in letters], "payer")
    files = [folder / f"Appeal {name} {letter.day:%Y-%m-%d}.docx" for letter, name in zip(letters, names, strict=True)]
    for path, letter in zip(files, letters, strict=True):
        write_whole(path, _content(letter))
    return files


def _content(letter: Letter) -> bytes:
    document = Document()
    _page(document)
    _plain(document, letter.practice or "[Name of the practice]", bold=True)
    _plain(document, f"{letter.day:%B} {letter.day.day}, {letter.day.year}")
    _plain(document, f"{letter.payer}\nProvider appeals")
    _plain(document, f"Request for corrected payment: {_claims(letter)}, {show(letter.total)}", bold=True)
    _plain(document, "To whom it may concern:")
    _plain(
        document,
        f"The allowed amounts of the services below are less than agreed under {'; '.join(letter.agreements)}. "
        "We compared the allowed amount, before deductible, coinsurance and copay, with the contracted rate on the "
        f"date of service. The difference is {show(letter.total)}.",
    )
    _table(document, letter)
    _plain(
        document,
        "Please reprocess these claims at the contracted rates and send a corrected remittance. If you hold that the "
        "amounts are right, please send us the fee schedule and the payment rule that you applied to each line.",
    )
    _plain(document, "Sincerely,\n\n\n[Name, title, telephone]")
    document.core_properties.author = _printable(letter.practice)[:_LONGEST_PROPERTY]
    document.core_properties.title = _printable(f"Appeal to {letter.payer}")[:_LONGEST_PROPERTY]
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(0.8)
    section.top_margin = section.bottom_margin = Inches(0.9)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(11)
    style.paragraph_format.space_after = Pt(8)


def _plain(document: Any, text: str, *, bold: bool = False) -> None:
    document.add_paragraph().add_run(_printable(text)).bold = bold


def _table(document: Any, letter: Letter) -> None:
    rows = [
        (
            line.claim_id,
            line.payer_claim_no,
            f"{line.dos:%m/%d/%Y}",
            line.code,
            f"{line.units:g}",
            show(line.allowed),
            show(line.expected),
            show(line.difference),
        )
        for line in letter.lines
    ]
    total = ("Total", "", "", "", "", *(show(sum(cents)) for cents in _sums(letter)))
    table = document.add_table(rows=0, cols=len(HEADINGS))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for place, cells in enumerate([HEADINGS, *rows, total]):
        _row(table, cells, strong=place in (0, len(rows) + 1))
    table.rows[0]._tr.get_or_add_trPr().append(_repeated())
    document.add_paragraph()


def _sums(letter: Letter) -> tuple[list[int], list[int], list[int]]:
    return (
        [line.allowed for line in letter.lines],
        [line.expected for line in letter.lines],
        [line.difference for line in letter.lines],
    )


def _row(table: Any, cells: Sequence[str], *, strong: bool) -> None:
    for place, (cell, text) in enumerate(zip(table.add_row().cells, cells, strict=True)):
        cell.width = Inches(WIDTHS[place])
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        if place >= AMOUNTS:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        run = paragraph.add_run(_printable(text))
        run.bold, run.font.size = strong, Pt(9)
        run.font.color.rgb = RGBColor(0x22, 0x22, 0x22)


def _repeated() -> Any:
    """The heading row again on every page."""

    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    return mark


def _claims(letter: Letter) -> str:
    return "1 claim" if letter.claims == 1 else f"{letter.claims} claims"


def _printable(text: str) -> str:
    """Text with a mark in place of what no document can hold."""
    return _NOT_IN_XML.sub("\ufffd", text)
