"""GPCI: the cost indices of every locality."""

import re
from datetime import datetime

import pandas as pd

from medoffice_xl.problems import Problem
from medoffice_xl.readers.mpfs.cms_file import CmsFile
from medoffice_xl.readers.mpfs.grid import Grid
from medoffice_xl.readers.mpfs.headings import squeezed
from medoffice_xl.readers.mpfs.locality import begins_with_contractor, is_locality, zeros_lost
from medoffice_xl.tables import GPCI, frame_from_cells
from medoffice_xl.tables.locality import locality_key


def _header(rows: Grid) -> int | None:
    for index, row in enumerate(rows[:40]):
        labels = [squeezed(cell) for cell in row]
        if any("MPGPCI" in label for label in labels) and any("LOCALITY" in label for label in labels):
            return index
    return None


def is_gpci(rows: Grid) -> bool:
    """True for a GPCI file (CMS's Addendum E)."""
    return _header(rows) is not None


def read_gpci(file: CmsFile) -> tuple[pd.DataFrame, list[Problem]]:
    """The file's localities as the table `gpci`, in force from the first day of its year.

    Before 2021 the file had no column of states.
    """
    header = _header(file.rows)
    assert header is not None
    labels = [squeezed(cell) for cell in file.rows[header]]
    work = [place for place, label in enumerate(labels) if "PWGPCI" in label or "WORKGPCI" in label]
    work = work or [file.place(labels, "PWGPCI")]
    bare = next((place for place in work if "WITHOUT" in labels[place]), None)
    floored = next((place for place in work if place != bare), work[0])
    mac = file.place(labels, "MAC", "MEDICAREADMIN", "CONTRACTOR", "CARRIER")
    number = file.place(["" if "NAME" in label else label for label in labels], "LOCALITY")
    title = file.place(labels, "LOCALITYNAME")
    state = next((place for place, label in enumerate(labels) if "STATE" in label), None)
    pe, mp = file.place(labels, "PEGPCI"), file.place(labels, "MPGPCI")
    year = file.release(header).year
    rows = file.under(header, max(mac, number, title, pe, mp, *work), begins_with_contractor(mac))
    kept = [(line, row) for line, row in rows if is_locality(row[mac], row[number])]
    body = [
        [
            year,
            datetime(year, 1, 1),
            locality_key(row[mac], row[number]),
            row[state] if state is not None else "",
            re.sub(r"\*+$", "", row[title]).strip(),
            row[floored],
            row[bare] if bare is not None else "",
            row[pe],
            row[mp],
        ]
        for _, row in kept
    ]
    first = kept[0][0] if kept else header + 2
    frame, problems = frame_from_cells(GPCI, GPCI.headers, body, file.name, first)
    return frame, [*zeros_lost([(row[mac], row[number]) for _, row in kept], file.name, first), *problems]
