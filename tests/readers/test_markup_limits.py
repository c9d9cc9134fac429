"""Pages and Excel's XML that were made to harm: many cells out of few tags, places far out, numbers without end."""

from pathlib import Path

import pytest

from medoffice_xl.errors import CannotRead
from medoffice_xl.files import limits, texts
from medoffice_xl.readers import markup
from medoffice_xl.readers.sheets import read_grids

NAME = "urn:schemas-microsoft-com:office:spreadsheet"


def page(rows: str) -> str:
    return f"<html><table>{rows}</table></html>"


def excel_xml(rows: str) -> str:
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{NAME}" xmlns:ss="{NAME}"><Worksheet ss:Name="S"><Table>{rows}'
        "</Table></Worksheet></Workbook>"
    )


@pytest.mark.parametrize(
    "text",
    [
        page('<tr><td colspan="2000">a</td></tr>' * 7_000),
        excel_xml('<Row><Cell ss:Index="2000"><Data ss:Type="String">a</Data></Cell></Row>' * 7_000),
        excel_xml('<Row><Cell ss:MergeAcross="2000"><Data ss:Type="String">a</Data></Cell></Row>' * 7_000),
    ],
)
def test_few_tags_that_make_many_cells(tmp_path: Path, text: str) -> None:
    """7,000 rows of 2,000 columns are 14 million cells."""
    path = tmp_path / "a.xls"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CannotRead, match=r"12,000,000 of a file are read"):
        read_grids(path)


def test_too_many_tags_and_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xls"
    path.write_text(page("<tr><td>a</td></tr>" * 3), encoding="utf-8")
    assert len(read_grids(path)[0].rows) == 3
    monkeypatch.setattr(texts, "MOST_TAGS", 4 + 3 * 4 - 1)
    with pytest.raises(CannotRead, match="tags"):
        read_grids(path)
    monkeypatch.setattr(texts, "MOST_TAGS", 4 + 3 * 4)
    assert read_grids(path)
    monkeypatch.setattr(texts, "LARGEST_MARKUP", path.stat().st_size - 1)
    with pytest.raises(CannotRead, match="bytes"):
        read_grids(path)


@pytest.mark.parametrize("number", ["9" * 5_000, "²", "1e9", "-1", ""])
def test_places_that_are_no_numbers_or_without_end(tmp_path: Path, number: str) -> None:
    path = tmp_path / "a.xls"
    path.write_text(page(f'<tr><td colspan="{number}">a</td></tr>'), encoding="utf-8")
    assert read_grids(path)[0].rows[0][0] == "a"
    cell = f'<Row ss:Index="{number}"><Cell ss:Index="{number}"><Data ss:Type="String">a</Data></Cell></Row>'
    path.write_text(excel_xml(cell), encoding="utf-8")
    grid = read_grids(path)[0]
    assert grid.rows[0][-1] == "a"
    assert grid.lines[0] <= 1_048_576


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n" * (limits.MOST_LINES + 1), "lines"),
        ("a,b\n" + "," * 900_000 + ("\n" + "," * 900_000) * 13, "cells"),
        ("Claim,Code\n" + "x" * (limits.LONGEST_LINE + 1), r"Line 2 of a\.csv has more than 1,000,000 bytes"),
    ],
)
def test_texts_that_would_take_all_memory(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CannotRead, match=said):
        read_grids(path)


def test_the_longest_line_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Claim,Code\nx," + "y" * (limits.LONGEST_LINE - 2) + "\n", encoding="utf-8")
    assert len(read_grids(path)[0].rows[1][1]) == limits.LONGEST_LINE - 2


def test_a_page_that_breaks_off_inside_a_tag_does_not_hang(tmp_path: Path) -> None:
    """Behind a quotation mark that is never closed every tag would be tried to the end: 6,000 tags of 54,000 signs."""
    path = tmp_path / "a.xls"
    path.write_text(page('<tr><td a="x>b</td></tr>' + "<td>c</td" * 6_000), encoding="utf-8")
    with pytest.raises(CannotRead, match="breaks off inside a tag on line 1"):
        read_grids(path)
    path.write_text("<html><table><tr><td>a</td></tr><tr><td>b</td", encoding="utf-8")
    assert read_grids(path)[0].rows[0] == ["a"]


def test_how_much_may_stand_behind_a_tag_without_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One tag of four signs."""
    path = tmp_path / "a.xls"
    path.write_text("<html><table><tr><td>a</td></tr><tr><td>b</td", encoding="utf-8")
    monkeypatch.setattr(markup, "MOST_UNENDED", 4)
    assert read_grids(path)[0].rows[0] == ["a"]
    monkeypatch.setattr(markup, "MOST_UNENDED", 3)
    with pytest.raises(CannotRead, match="breaks off inside a tag"):
        read_grids(path)
