"""The memo to the physicians as a Word document of one page."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Inches, Pt

from medoffice_xl.areas.budget.physician_memo import Memo
from medoffice_xl.files.whole import make_folder, write_whole
from medoffice_xl.render.word_document import bytes_of, new_document, paragraph, printable

FIGURES = ("", "Plan", "Actual", "Difference")
CAUSES = ("What hurts", "Dollars", "What to do")


def write_memo(memo: Memo, folder: Path) -> Path:
    """Write the memo into the folder; one of the same day is replaced. It is whole or as it was."""
    make_folder(folder)
    path = folder / f"Budget memo {memo.day:%Y-%m-%d}.docx"
    write_whole(path, _content(memo))
    return path


def _content(memo: Memo) -> bytes:
    document = new_document("Budget memo", memo.practice)
    paragraph(document, memo.practice or "[Name of the practice]", bold=True)
    paragraph(document, f"To the physicians · {memo.day:%B} {memo.day.day}, {memo.day.year}")
    paragraph(document, f"Budget: {memo.state}", bold=True)
    paragraph(document, memo.sentence)
    _table(document, FIGURES, memo.figures, (2.9, 1.3, 1.3, 1.3), (1, 2, 3))
    if memo.causes:
        _table(document, CAUSES, memo.causes, (1.9, 1.1, 3.8), (1,))
    paragraph(document, "Proposed: [what you propose, who sees to it, and by when]")
    for remark in memo.remarks:
        paragraph(document, remark)
    paragraph(document, "[Name, office manager]")
    return bytes_of(document)


def _table(
    document: Any, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], right: Sequence[int]
) -> None:
    table = document.add_table(rows=0, cols=len(headings))
    table.style = "Table Grid"
    table.autofit = False
    for number, cells in enumerate((headings, *rows)):
        for place, (cell, text) in enumerate(zip(table.add_row().cells, cells, strict=True)):
            cell.width = Inches(widths[place])
            lines = cell.paragraphs[0]
            lines.paragraph_format.space_after = Pt(0)
            if place in right:
                lines.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            run = lines.add_run(printable(text))
            run.bold, run.font.size = number == 0, Pt(9)
    document.add_paragraph()
