"""Commands that are told to write where nothing can be written: words, exit code 2, and nothing half done."""

import os
import shutil
from pathlib import Path

import pytest
from acme_practice import TODAY, tables

from medoffice_xl import cli
from medoffice_xl.book import open_book
from medoffice_xl.book.master import copy_master

pytestmark = pytest.mark.whole


def refused(told: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: object) -> str:
    """What the command line says when it gives up."""
    monkeypatch.setattr("sys.argv", ["medoffice", *map(str, words)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    said = " ".join("".join(told.readouterr()).split())
    assert ended.value.code == 2, said
    assert "fault in medoffice" not in said
    assert len(said) > 20
    return said


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = open_book(copy_master(tmp_path_factory.mktemp("practice")))
    made.write(tables())
    made.set_setting("AsOf", TODAY)
    made.save()
    return made.path


def a_file(folder: Path) -> Path:
    place = folder / "taxes.txt"
    place.write_text("mine", encoding="utf-8")
    return place


def below_a_file(folder: Path) -> Path:
    return a_file(folder) / "reports"


def read_only(folder: Path) -> Path:
    """A folder in which nothing may be made; for whoever may do everything one of the system's own."""
    if not hasattr(os, "geteuid"):
        pytest.skip("needs folders that only some may write into")
    if not os.geteuid():
        of_the_system = Path("/sys/kernel")
        if not of_the_system.is_dir():
            pytest.skip("needs a folder in which not even root may make anything")
        return of_the_system / "reports"
    place = folder / "locked"
    place.mkdir()
    place.chmod(0o500)
    return place / "reports"


def too_long(folder: Path) -> Path:
    return folder / ("x" * 300)


def missing_drive(folder: Path) -> Path:
    if not Path("/proc/self").exists():
        pytest.skip("needs a place in which no folder can be made")
    return Path("/proc/no-such-drive/practice")


def a_link_to_itself(folder: Path) -> Path:
    place = folder / "round"
    place.symlink_to(place)
    return place


PLACES = [a_file, below_a_file, read_only, too_long, missing_drive, a_link_to_itself]
COMMANDS = {
    "demo": ["demo", "--physicians", "1", "--months", "3", "--out", "{place}"],
    "init": ["init", "{place}"],
    "report": ["report", "{book}", "denials", "--out", "{place}"],
    "letters": ["report", "{book}", "appeal-letters", "--out", "{place}"],
}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
@pytest.mark.parametrize("command", COMMANDS)
def test_it_ends_in_words(tmp_path: Path, filled: Path, capfd, monkeypatch, command: str, place) -> None:
    there = place(tmp_path)
    book = Path(shutil.copy(filled, tmp_path / "PracticeManager.xlsm"))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    refused(capfd, monkeypatch, *(word.format(place=there, book=book) for word in COMMANDS[command]))
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert after == before


@pytest.mark.parametrize("name", ["PracticeManager.xlsm", "missing/PracticeManager.xlsm", "x" * 300])
def test_a_workbook_that_is_not_there(tmp_path: Path, capfd, monkeypatch, name: str) -> None:
    refused(capfd, monkeypatch, "report", tmp_path / name, "denials", "--out", tmp_path)
    assert list(tmp_path.iterdir()) == []
