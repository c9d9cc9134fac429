"""The memo to the physicians as a Word document of one page."""

from pathlib import Path

from medoffice_xl.areas.budget.physician_memo import Memo
from medoffice_xl.files.whole import make_folder, write_whole
from medoffice_xl.render.word_document import bytes_of, heading, new_document, paragraph, ruled_table

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
    heading(document, f"Budget: {memo.state}", level=1)
    paragraph(document, memo.sentence)
    ruled_table(document, FIGURES, memo.figures, (2.9, 1.33, 1.33, 1.34), right=(1, 2, 3))
    if memo.causes:
        ruled_table(document, CAUSES, memo.causes, (1.9, 1.2, 3.8), right=(1,))
    paragraph(document, "Proposed: [what you propose, who sees to it, and by when]")
    for remark in memo.remarks:
        paragraph(document, remark)
    paragraph(document, "[Name, office manager]")
    return bytes_of(document)
