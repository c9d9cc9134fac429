"""What lies in an imported folder and is nobody's export is passed over, in words."""

from pathlib import Path

import pytest

from medoffice_xl.cli.import_files import _spread
from medoffice_xl.errors import CannotRead
from medoffice_xl.files.passed_over import told, why_not

LEFT = ["~$charges.xlsx", ".~lock.charges.ods#", ".DS_Store", "Thumbs.db", "desktop.ini", "era.835.crdownload"]


@pytest.mark.parametrize("name", LEFT)
def test_it_is_passed_over_and_named(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / name).write_bytes(b"x")
    (tmp_path / "charges.csv").write_bytes(b"x")
    assert _spread([tmp_path]) == [tmp_path / "charges.csv"]
    said = " ".join(capsys.readouterr().out.split())
    assert name in said.replace(" ", "") or name in said


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    hidden = tmp_path / ".export.csv"
    hidden.write_bytes(b"x")
    assert _spread([hidden]) == [hidden]


def test_folders_inside_are_said(tmp_path: Path) -> None:
    (tmp_path / "2025").mkdir()
    assert "2025 (a folder)" in told(tmp_path, [tmp_path / "2025"])


def test_a_folder_with_nothing_of_a_practice(tmp_path: Path) -> None:
    (tmp_path / "Thumbs.db").write_bytes(b"x")
    with pytest.raises(CannotRead, match="no file to bring in"):
        _spread([tmp_path])


@pytest.mark.parametrize("name", ["charges.csv", "~charges.csv", "thumbs.csv", "a.835", "part.csv", "$x.xlsx"])
def test_what_is_read(name: str) -> None:
    assert why_not(Path(name)) == ""


def test_many_are_counted(tmp_path: Path) -> None:
    names = [tmp_path / f".{number}" for number in range(7)]
    assert told(tmp_path, names).count("a hidden file") == 5
    assert "and 2 more" in told(tmp_path, names)
    assert told(tmp_path, []) == ""
