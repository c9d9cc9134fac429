"""Dated figures that others published, each row with its source. The user's own tables come before them."""

import csv
from functools import cache
from importlib.resources import files

import pandas as pd

from medoffice_xl.errors import CannotRead
from medoffice_xl.tables import Table, frame_from_cells


def comes_with(table: Table) -> bool:
    """Whether rows of the table come with the package."""
    return (files(__name__) / f"{table.name}.csv").is_file()


@cache
def published(table: Table) -> pd.DataFrame:
    """The rows that come with the package for a table, such as CONVERSION_FACTORS; do not change the frame."""
    text = (files(__name__) / f"{table.name}.csv").read_text(encoding="utf-8")
    header, *rows = list(csv.reader(text.splitlines()))
    frame, problems = frame_from_cells(table, header, rows, f"{table.name}.csv")
    if problems:
        raise CannotRead(str(problems[0]))
    return frame
