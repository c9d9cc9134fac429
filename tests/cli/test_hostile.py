"""Files that would harm: each is refused alone, in words, within memory; its neighbours come in all the same."""

import re
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hostile_workbooks import locked, number, ods, packed, xls, xlsx
from measured_run import Run, medoffice

from medoffice_xl.book import open_book
from medoffice_xl.book.master import copy_master
from medoffice_xl.errors import BookError
from medoffice_xl.hosts import headless

pytestmark = pytest.mark.whole

CASES = Path(__file__).parent.parent / "cases"
MOST_MIB = 1024
UNSHOWN = ("a\x1b[31mred.csv", "new\nline.csv", "not text \udcff.csv")
GOOD = "Claim ID,Service Date,Primary Insurance,HCPCS Code,Charge Amount\nGOOD,1/2/2026,Acme,X1,100.00\n"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_master(tmp_path_factory.mktemp("empty"))


@pytest.fixture
def book(empty: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty, tmp_path / "PracticeManager.xlsm"))


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import said, and the workbook after it."""

    run: Run
    book: Path


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    """One folder of bad files and a good one, imported at once: each comes in, or not, for itself."""
    folder = tmp_path_factory.mktemp("hostile")
    book, inbox = copy_master(folder), folder / "inbox"
    inbox.mkdir()
    for name in ("ch_overflow.csv", "nan.xlsx", "lzma_corrupt.zip", "far_cell.xlsx"):
        shutil.copy(CASES / name, inbox / name)
    for name in UNSHOWN:
        (inbox / name).write_text(GOOD.replace("GOOD", "UNSHOWN"), encoding="utf-8")
    heading = GOOD.splitlines()[0]
    (inbox / "long.csv").write_text(f"{heading}\nL1,1/2/2026,{'x' * 40_000},X1,5.00\n", encoding="utf-8")
    (inbox / "long.835").write_text(
        f"ST*835*1~BPR*I*5*C*ACH~TRN*1*{'9' * 40_000}*1~N1*PR*ACME~CLP*1*1*5*5**12*7~SVC*HC:X1*5*5~SE*6*1~",
        encoding="utf-8",
    )
    (inbox / "good.csv").write_text(GOOD, encoding="utf-8")
    return Imported(medoffice(folder, "import", book, inbox), book)


def test_a_folder_of_bad_files_brings_in_its_good_one(imported: Imported) -> None:
    assert "Traceback" not in imported.run.said
    assert "fault in medoffice" not in imported.run.said
    assert imported.run.code == 1, imported.run.said
    assert imported.run.peak < MOST_MIB
    charges = open_book(imported.book).read("charges")
    assert charges[charges["claim_id"] == "GOOD"]["charge"].tolist() == [10_000]
    assert not [path.name for path in imported.book.parent.iterdir() if path.name.startswith(".medoffice-")]


@pytest.mark.parametrize(
    "said",
    [
        "ch_overflow.csv, line 2, Charge Amount, “99999999999999999999.00”: This is not an amount",
        "nan.xlsx, line 3, Charge Amount, “1e+300”: This is not an amount",
        "lzma_corrupt.zip: ",
        "far_cell.xlsx has a cell as far out as XFD1048576",
        "long.csv, line 2, Primary Insurance",
        "long.835 has a text of 40,000 characters",
    ],
)
def test_a_hostile_file_is_told_in_words(imported: Imported, said: str) -> None:
    assert said in imported.run.said
    assert "x" * 300 not in imported.run.said


def test_a_file_whose_name_cannot_be_shown(imported: Imported) -> None:
    assert imported.run.said.count("holds signs that cannot be shown") == len(UNSHOWN)
    assert "\x1b[31m" not in imported.run.said
    assert "UNSHOWN" not in set(open_book(imported.book).read("charges")["claim_id"])


def test_many_bad_rows_far_apart_fit_into_the_list_of_problems(book: Path, tmp_path: Path) -> None:
    """Every other row is bad, so that their lines make no ranges: 30,000 numbers of lines, more than a cell holds."""
    rows = [f"C{n},1/2/2026,Acme,X1,{'5.00' if n % 2 else 'bad'}" for n in range(60_000)]
    (tmp_path / "bad.csv").write_text("\n".join([GOOD.splitlines()[0], *rows]), encoding="utf-8")
    assert medoffice(tmp_path, "import", book, tmp_path / "bad.csv").code == 1
    told = open_book(book).read("problems")
    listed = told[told["problem"].str.startswith("The same on")]["problem"]
    assert listed.str.contains("2,000 more rows").sum() >= 14
    assert listed.str.len().max() < 32_767


@pytest.mark.parametrize(
    "command", [["import", "{}", CASES / "ch_overflow.csv"], ["refresh", "{}"], ["report", "{}", "denials"]]
)
@pytest.mark.parametrize(
    ("part", "mark", "put", "said"),
    [
        (
            "xl/worksheets/sheet1.xml",
            b"</sheetData>",
            b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
            "has a cell as far out as XFD1048576",
        ),
        ("xl/workbook.xml", b"?>", b'?><!DOCTYPE a [<!ENTITY a "aaaa">]>', "is not valid"),
    ],
)
def test_a_workbook_of_ours_that_would_harm_is_left_as_it_is(book, part, mark, put, said, command) -> None:
    with zipfile.ZipFile(book) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert mark in parts[part]
    parts[part] = parts[part].replace(mark, put, 1)
    book.write_bytes(packed(parts))
    before = book.read_bytes()
    run = medoffice(book.parent, *(book if word == "{}" else word for word in command))
    assert run.code == 2
    assert said in run.said
    assert "Traceback" not in run.said
    assert run.peak < MOST_MIB
    assert book.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (locked(), "is protected by a password"),
        (b"", "is empty, not an Excel workbook"),
        (xls(number(0, 0)), "is an old Excel workbook (.xls) or another old Office file, not an Excel workbook"),
        (packed({"xl/workbook.bin": b"x"}), "is an Excel binary workbook (.xlsb), not an Excel workbook"),
        (ods(""), "is an OpenDocument file, not an Excel workbook"),
        (xlsx('<row r="1"><c r="A1"><v>1</v></c></row>'), "is not a Practice Manager workbook"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "is not an Excel workbook"),
        (b"%PDF-1.7", "is not an Excel workbook"),
    ],
)
def test_what_is_no_workbook_of_ours_is_called_what_it_is(tmp_path, content, said) -> None:
    book = tmp_path / "PracticeManager.xlsm"
    book.write_bytes(content)
    with pytest.raises(BookError, match=re.escape(said)):
        headless.refresh(book)
    assert book.read_bytes() == content
