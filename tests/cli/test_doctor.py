"""`medoffice doctor` of a workbook: a threshold whose name nobody looks for is told."""

import pandas as pd
import pytest
from typer.testing import CliRunner

from medoffice_xl.book import open_book
from medoffice_xl.book.master import copy_master
from medoffice_xl.cli.app import app, load_commands

SPELLED = "Biller's hour"


@pytest.fixture
def workbook(tmp_path):
    """The workbook as it comes, with two rows of the user's own on Thresholds."""

    def written(name):
        book = open_book(copy_master(tmp_path))
        rows = book.read("thresholds")
        own = rows[rows["name"] == SPELLED].assign(value=42.0, since=pd.Timestamp("2026-07-01"))
        book.write({"thresholds": pd.concat([rows, own, own.assign(name=name)], ignore_index=True)})
        book.save()
        return book.path, len(rows) + 3  # the headings are row 1, the two rows come after those that were there

    return written


def told(path):
    load_commands()
    answered = CliRunner().invoke(app, ["doctor", str(path)])
    return answered.exit_code, [line for line in answered.output.splitlines() if line.startswith("!! Thresholds")]


def test_a_misspelt_name_is_told_with_its_row_and_the_name_it_may_have_meant(workbook):
    path, row = workbook("Billers hour")
    code, lines = told(path)
    assert code == 1
    assert lines == [f"!! Thresholds: row {row}, “Billers hour”: No threshold has this name; the row judges nothing."]


@pytest.mark.parametrize("name", [SPELLED, "biller's  HOUR"])
def test_a_name_as_it_is_written_elsewhere_is_not(workbook, name):
    assert told(workbook(name)[0])[1] == []
