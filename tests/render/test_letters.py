"""Appeal letters as Word documents."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from medoffice_xl.areas.compliance.appeal_letters import Letter, LetterLine
from medoffice_xl.render.letters import WIDTHS, write_letters

LETTER = Letter(
    payer="Acme Health / Ohio",
    day=date(2025, 7, 1),
    practice="Invented Family Practice",
    agreements=["PPO agreement, in force from January 1, 2025 (Exhibit B)"],
    lines=[
        LetterLine("C2", "P2", date(2025, 6, 2), "X1001", 1.0, 9_000, 10_000),
        LetterLine("C3", "P3", date(2025, 6, 3), "X1002 26", 2.0, 112_345, 140_000),
    ],
)


def test_the_letter_says_what_is_owed(tmp_path: Path) -> None:
    (path,) = write_letters([LETTER], tmp_path / "letters")
    assert path.name == "Appeal Acme Health Ohio 2025-07-01.docx"
    document = Document(str(path))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Request for corrected payment: 2 claims, $286.55" in text  # 10.00 + 276.55
    assert "PPO agreement, in force from January 1, 2025 (Exhibit B)" in text
    cells = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert cells[2] == ["C3", "P3", "06/03/2025", "X1002 26", "2", "$1,123.45", "$1,400.00", "$276.55"]
    assert cells[-1] == ["Total", "", "", "", "", "$1,213.45", "$1,500.00", "$286.55"]


def test_columns_are_as_wide_as_their_words_and_pages_are_numbered(tmp_path: Path) -> None:
    (path,) = write_letters([LETTER], tmp_path)
    document = Document(str(path))
    widths = [column.width.inches for column in document.tables[0].columns]
    assert widths == [pytest.approx(each, abs=0.001) for each in WIDTHS]
    assert sum(WIDTHS) <= 8.5 - 2 * 0.8  # the page less its margins
    foot = document.sections[0].footer.paragraphs[0]._p.xml
    assert "NUMPAGES" in foot
    assert ">PAGE<" in foot


def test_writing_again_replaces_the_letter(tmp_path: Path) -> None:
    write_letters([LETTER], tmp_path)
    assert len(write_letters([LETTER], tmp_path)) == len(list(tmp_path.iterdir())) == 1
