"""LOCCO: which counties belong to which locality."""

import pandas as pd

from medoffice_xl.problems import Problem
from medoffice_xl.readers.mpfs.grid import Grid
from medoffice_xl.readers.mpfs.headings import squeezed
from medoffice_xl.readers.mpfs.locality import is_locality, zeros_lost
from medoffice_xl.readers.mpfs.release import release
from medoffice_xl.tables import LOCALITIES, frame_from_cells
from medoffice_xl.tables.locality import locality_key


def is_counties(rows: Grid) -> bool:
    """True for a LOCCO file."""
    return any("FEESCHEDULEAREA" in squeezed(cell) for row in rows[:10] for cell in row)


def read_counties(rows: Grid, name: str) -> tuple[pd.DataFrame, list[Problem]]:
    """The file's localities as the table `localities`; a state is written once and counts until the next one."""
    year = release(rows[:10], name).year
    body: list[list[object]] = []
    keys: list[tuple[str, str]] = []
    state = ""
    for row in rows:
        if len(row) < 5 or not is_locality(row[0], row[1]):
            continue
        state = row[2] or state
        keys.append((row[0], row[1]))
        body.append([year, locality_key(row[0], row[1]), state, row[3], row[4]])
    frame, problems = frame_from_cells(LOCALITIES, LOCALITIES.headers, body, name)
    return frame, [*zeros_lost(keys, name, 1), *problems]
