"""The agenda of the physicians' meeting as a Word document: an item a chapter of the pack, with room to decide."""

from pathlib import Path
from typing import Any

from medoffice_xl.areas.pack.document import Pack, PrintedChapter
from medoffice_xl.files.whole import make_folder, write_whole
from medoffice_xl.render.word_document import (
    WRITTEN_BY_HAND,
    bytes_of,
    heading,
    new_document,
    paragraph,
    printable,
    ruled_table,
)

HEADINGS = ("No.", "Item", "What the pack says", "Decision", "Who, by when")
WIDTHS = (0.4, 1.25, 2.95, 1.2, 1.1)
OCCASION = ("Date and time", "Place", "Present")
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
    heading(document, f"Physicians' meeting: figures of {pack.day:%B %Y}", level=1)
    ruled_table(document, ("", ""), [(each, "") for each in OCCASION], (1.4, 5.5), strong=(0,))
    for sentence in pack.verdict:
        _said(document, sentence.head, sentence.words)
    rows = [(str(number), title, words, "", "") for number, (title, words) in enumerate(_items(pack), 1)]
    ruled_table(document, HEADINGS, rows, WIDTHS, strong=(1,), tall=WRITTEN_BY_HAND)
    heading(document, "Minutes")
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
