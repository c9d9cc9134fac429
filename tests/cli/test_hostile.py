"""Files that would harm: each is refused alone, in words, within memory; its neighbours come in all the same."""

import shutil
from pathlib import Path

import pytest
from measured_run import Run, medoffice

from medoffice_xl.book import open_book
from medoffice_xl.book.master import copy_master

pytestmark = pytest.mark.whole

CASES = Path(__file__).parent.parent / "cases"
MOST_MIB = 1024
GOOD = "Claim ID,Service Date,Primary Insurance,HCPCS Code,Charge Amount\nGOOD,1/2/2026,Acme,X1,100.00\n"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_master(tmp_path_factory.mktemp("empty"))


@pytest.fixture
def book(empty: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty, tmp_path / "PracticeManager.xlsm"))


def import_with_a_good_one(book: Path, *bad: Path) -> Run:
    """Import a folder of bad files and a good one; whatever becomes of the others, the good one is in the book."""
    inbox = book.parent / "inbox"
    inbox.mkdir()
    for path in bad:
        shutil.copy(path, inbox / path.name)
    (inbox / "good.csv").write_text(GOOD, encoding="utf-8")
    run = medoffice(book.parent, "import", book, inbox)
    assert "Traceback" not in run.said
    assert run.code == 1, run.said
    assert run.peak < MOST_MIB
    charges = open_book(book).read("charges")
    assert charges[charges["claim_id"] == "GOOD"]["charge"].tolist() == [10_000]
    assert not [path.name for path in book.parent.iterdir() if path.name.startswith(".medoffice-")]
    return run


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("ch_overflow.csv", "ch_overflow.csv, line 2, Charge Amount, “99999999999999999999.00”: This is not an amount"),
        ("nan.xlsx", "nan.xlsx, line 3, Charge Amount, “1e+300”: This is not an amount"),
        ("lzma_corrupt.zip", "lzma_corrupt.zip: "),
    ],
)
def test_a_hostile_file_costs_nothing_but_itself(book: Path, name: str, said: str) -> None:
    run = import_with_a_good_one(book, CASES / name)
    assert said in run.said
    assert "fault in medoffice" not in run.said


def test_a_file_whose_name_cannot_be_shown(book: Path, tmp_path: Path) -> None:
    bad = [tmp_path / name for name in ("a\x1b[31mred.csv", "new\nline.csv", "not text \udcff.csv")]
    for path in bad:
        path.write_text(GOOD, encoding="utf-8")
    run = import_with_a_good_one(book, *bad)
    assert run.said.count("holds signs that cannot be shown") == 3
    assert "\x1b[31m" not in run.said


def test_cells_longer_than_a_cell(book: Path, tmp_path: Path) -> None:
    heading = GOOD.splitlines()[0]
    (tmp_path / "long.csv").write_text(f"{heading}\nL1,1/2/2026,{'x' * 40_000},X1,5.00\n", encoding="utf-8")
    (tmp_path / "long.835").write_text(
        f"ST*835*1~BPR*I*5*C*ACH~TRN*1*{'9' * 40_000}*1~N1*PR*ACME~CLP*1*1*5*5**12*7~SVC*HC:X1*5*5~SE*6*1~",
        encoding="utf-8",
    )
    run = import_with_a_good_one(book, tmp_path / "long.csv", tmp_path / "long.835")
    assert "long.csv, line 2, Primary Insurance" in run.said
    assert "long.835 has a text of 40,000 characters" in run.said
    assert "x" * 300 not in run.said


def test_many_bad_rows_far_apart_fit_into_the_list_of_problems(book: Path, tmp_path: Path) -> None:
    """Every other row is bad, so that their lines make no ranges: 30,000 numbers of lines, more than a cell holds."""
    rows = [f"C{n},1/2/2026,Acme,X1,{'5.00' if n % 2 else 'bad'}" for n in range(60_000)]
    (tmp_path / "bad.csv").write_text("\n".join([GOOD.splitlines()[0], *rows]), encoding="utf-8")
    import_with_a_good_one(book, tmp_path / "bad.csv")
    told = open_book(book).read("problems")
    listed = told[told["problem"].str.startswith("The same on")]["problem"]
    assert listed.str.contains("2,000 more rows").sum() >= 14
    assert listed.str.len().max() < 32_767
