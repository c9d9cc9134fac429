"""Appeal letters as Word documents."""

from dataclasses import replace
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


@pytest.mark.parametrize(("more", "tables"), [(23, 1), (24, 2)])
def test_a_letter_of_more_than_a_page_tells_its_codes_first(tmp_path: Path, more: int, tables: int) -> None:
    """25 lines are a page. X1001: 1 + 24 lines at 10.00; X1002 26: one of two units, 276.55."""
    again = [LetterLine(f"D{place}", "", date(2025, 6, 4), "X1001", 1.0, 9_000, 10_000) for place in range(more)]
    (path,) = write_letters([replace(LETTER, lines=[*LETTER.lines, *again])], tmp_path)
    document = Document(str(path))
    assert len(document.tables) == tables
    if tables == 2:
        cells = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
        assert cells[1:] == [
            ["X1002 26", "1", "2", "$1,123.45", "$1,400.00", "$276.55"],
            ["X1001", "25", "25", "$2,250.00", "$2,500.00", "$250.00"],
            ["Total", "26", "", "$3,373.45", "$3,900.00", "$526.55"],
        ]
        assert [cell.text for cell in document.tables[1].rows[-1].cells][-1] == "$526.55"


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
