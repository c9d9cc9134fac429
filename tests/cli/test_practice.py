"""The Start menu's entries, with a folder in place of Documents."""

import shutil
from contextlib import suppress
from pathlib import Path

import pytest
import typer

from medoffice_xl.book import open_book
from medoffice_xl.cli.practice import INBOX, practice, practice_workbook
from medoffice_xl.errors import BadArgument
from medoffice_xl.windows.folders import documents

SAMPLE = Path(__file__).parents[1] / "samples" / "pm" / "posted_money.csv"


def test_the_first_time_makes_a_workbook_and_an_inbox_and_later_keeps_them(tmp_path):
    workbook = practice_workbook(tmp_path / "Practice")
    assert (workbook.parent / INBOX).is_dir()
    workbook.write_bytes(b"mine")
    assert practice_workbook(tmp_path / "Practice").read_bytes() == b"mine"


def test_import_takes_what_lies_in_the_inbox(tmp_path):
    with pytest.raises(BadArgument, match="There is nothing to import"):
        practice("import", tmp_path)
    shutil.copy(SAMPLE, tmp_path / INBOX)
    with suppress(typer.Exit):
        practice("import", tmp_path)
    assert len(open_book(tmp_path / "PracticeManager.xlsm").read("charges")) > 0


def test_another_word_is_refused(tmp_path):
    with pytest.raises(BadArgument, match="none of open, import, refresh, check, repair"):
        practice("delete", tmp_path)


def test_documents_is_the_users_own_where_windows_tells_nothing(monkeypatch, tmp_path):
    monkeypatch.setattr("pathlib.Path.home", lambda: tmp_path)
    assert documents() == tmp_path / "Documents"


def test_documents_that_onedrive_has_moved(monkeypatch, tmp_path):
    """Windows tells a local path, with the names of its environment in it."""
    monkeypatch.setenv("USERPROFILE_OF_TEST", str(tmp_path))
    told = "$USERPROFILE_OF_TEST/OneDrive - Oak Clinic/Documents"
    monkeypatch.setattr("medoffice_xl.windows.folders.registry_value", lambda *where: told)
    assert documents() == tmp_path / "OneDrive - Oak Clinic" / "Documents"
