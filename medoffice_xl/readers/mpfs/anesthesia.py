"""ANES: the anesthesia conversion factors, national and by locality."""

import re
from datetime import datetime

import pandas as pd

from medoffice_xl.problems import Problem
from medoffice_xl.readers.mpfs.grid import Grid
from medoffice_xl.readers.mpfs.headings import squeezed
from medoffice_xl.readers.mpfs.locality import is_locality, zeros_lost
from medoffice_xl.readers.mpfs.release import release
from medoffice_xl.tables import CONVERSION_FACTORS, frame_from_cells
from medoffice_xl.tables.locality import locality_key


def is_anesthesia(rows: Grid) -> bool:
    """True for an ANES file."""
    return any("ANESCF" in squeezed(cell) for row in rows[:10] for cell in row)


def read_anesthesia(rows: Grid, name: str) -> tuple[pd.DataFrame, list[Problem]]:
    """The file's factors as rows of the table `conversion_factors`, for the whole of its year."""
    header = next(i for i, row in enumerate(rows) if any("ANESCF" in squeezed(cell) for cell in row))
    column = next(i for i, cell in enumerate(rows[header]) if "ANESCF" in squeezed(cell))
    said = release(rows[: header + 1], name)
    days = (datetime(said.year, 1, 1), datetime(said.year, 12, 31))
    kept = [
        (line, row)
        for line, row in enumerate(rows[header + 1 :], header + 2)
        if len(row) > column and is_locality(row[0], row[1])
    ]
    body: list[list[object]] = [
        ["anesthesia", said.program, locality_key(row[0], row[1]), *days, row[column], name] for _, row in kept
    ]
    national = re.search(r"(\d+\.\d+)", rows[header][column])
    if national:
        body.append(["anesthesia", said.program, "", *days, national[1], name])
    first = kept[0][0] if kept else header + 2
    frame, problems = frame_from_cells(CONVERSION_FACTORS, CONVERSION_FACTORS.headers, body, name, first)
    return frame, [*zeros_lost([(row[0], row[1]) for _, row in kept], name, first), *problems]
