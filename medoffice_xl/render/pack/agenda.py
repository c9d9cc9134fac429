"""The agenda of the physicians' meeting as a Word document: an item a chapter of the pack, with room to decide."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Inches, Pt

from medoffice_xl.areas.pack.document import Pack, PrintedChapter
from medoffice_xl.files.whole import make_folder, write_whole
from medoffice_xl.render.word_document import bytes_of, new_document, paragraph, printable, repeat_on_every_page

HEADINGS = ("", "Item", "What the pack says", "Decision", "Who, by when")
WIDTHS = (0.3, 1.3, 3.1, 1.2, 1.0)
CLOSING = ("Actions of the last meeting", "Other matters", "Next meeting")


def write_agenda(pack: Pack, path: Path) -> Path:
    """Write the agenda to the file; it is whole or as it was."""
    make_folder(path.parent)
    write_whole(path, agenda_docx(pack))
    return path


def agenda_docx(pack: Pack) -> bytes:
    """The agenda as the bytes of a Word document; the same pack is the same bytes."""
    document = new_document(f"Agenda of the physicians' meeting, {pack.day:%B %Y}", pack.practice)
    paragraph(document, pack.practice, bold=True)
    document.add_heading(printable(f"Physicians' meeting: figures of {pack.day:%B %Y}"), level=1)
    paragraph(document, "Date and time: [ ]     Place: [ ]     Present: [ ]")
    for sentence in pack.verdict:
        _said(document, sentence.head, sentence.words)
    _table(document, list(_items(pack)))
    paragraph(document, "Minutes: [ ]")
    return bytes_of(document)


def _said(document: Any, head: str, words: str) -> None:
    line = document.add_paragraph()
    line.add_run(printable(f"{head}: ")).bold = True
    line.add_run(printable(words))


def _items(pack: Pack) -> list[tuple[str, str]]:
    chapters = [(chapter.title, _of(chapter)) for chapter in pack.chapters]
    return [*chapters, *((title, "") for title in CLOSING)]


def _of(chapter: PrintedChapter) -> str:
    return " ".join(section.lead for section in chapter.sections if section.lead)


def _table(document: Any, items: Sequence[tuple[str, str]]) -> None:
    table = document.add_table(rows=0, cols=len(HEADINGS))
    table.style = "Table Grid"
    table.autofit = False
    rows = [HEADINGS, *((str(number), title, words, "", "") for number, (title, words) in enumerate(items, 1))]
    for at, cells in enumerate(rows):
        for place, (cell, words) in enumerate(zip(table.add_row().cells, cells, strict=True)):
            cell.width = Inches(WIDTHS[place])
            line = cell.paragraphs[0]
            line.alignment = WD_ALIGN_PARAGRAPH.LEFT
            line.paragraph_format.space_after = Pt(0)
            run = line.add_run(printable(words))
            run.bold, run.font.size = at == 0 or place == 1, Pt(9)
    repeat_on_every_page(table.rows[0])
    document.add_paragraph()
