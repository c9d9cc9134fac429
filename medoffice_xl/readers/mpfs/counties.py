"""LOCCO: which counties belong to which locality."""

import pandas as pd

from medoffice_xl.problems import Problem
from medoffice_xl.readers.mpfs.cms_file import CmsFile
from medoffice_xl.readers.mpfs.grid import Grid
from medoffice_xl.readers.mpfs.headings import squeezed
from medoffice_xl.readers.mpfs.locality import begins_with_contractor, is_locality, zeros_lost
from medoffice_xl.tables import LOCALITIES, frame_from_cells
from medoffice_xl.tables.locality import locality_key

_COUNTIES = 4
"""Column of the counties: the last of contractor, locality, state and area."""


def is_counties(rows: Grid) -> bool:
    """True for a LOCCO file."""
    return any("FEESCHEDULEAREA" in squeezed(cell) for row in rows[:10] for cell in row)


def read_counties(file: CmsFile) -> tuple[pd.DataFrame, list[Problem]]:
    """The file's localities as the table `localities`; a state is written once and counts until the next one."""
    header = next(i for i, row in enumerate(file.rows) if any("FEESCHEDULEAREA" in squeezed(cell) for cell in row))
    year = file.release(max(header, 9)).year
    body: list[list[object]] = []
    keys: list[tuple[str, str]] = []
    state = ""
    for _, row in file.under(header, _COUNTIES, begins_with_contractor(0)):
        if not is_locality(row[0], row[1]):
            continue
        state = row[2] or state
        keys.append((row[0], row[1]))
        body.append([year, locality_key(row[0], row[1]), state, row[3], row[_COUNTIES]])
    frame, problems = frame_from_cells(LOCALITIES, LOCALITIES.headers, body, file.name)
    return frame, [*zeros_lost(keys, file.name, 1), *problems]
