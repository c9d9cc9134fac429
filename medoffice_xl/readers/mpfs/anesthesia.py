"""ANES: the anesthesia conversion factors, national and by locality."""

import re
from datetime import datetime

import pandas as pd

from medoffice_xl.problems import Problem
from medoffice_xl.readers.mpfs.cms_file import CmsFile
from medoffice_xl.readers.mpfs.grid import Grid
from medoffice_xl.readers.mpfs.headings import squeezed
from medoffice_xl.readers.mpfs.locality import begins_with_contractor, is_locality, zeros_lost
from medoffice_xl.tables import CONVERSION_FACTORS, frame_from_cells
from medoffice_xl.tables.locality import locality_key


def is_anesthesia(rows: Grid) -> bool:
    """True for an ANES file."""
    return any(_is_factor(squeezed(cell)) for row in rows[:10] for cell in row)


def read_anesthesia(file: CmsFile) -> tuple[pd.DataFrame, list[Problem]]:
    """The file's factors as rows of the table `conversion_factors`, for the whole of its year.

    A column a program from 2026 on, where CMS puts both into one file.
    """
    header = next(i for i, row in enumerate(file.rows) if any(_is_factor(squeezed(cell)) for cell in row))
    labels = [squeezed(cell) for cell in file.rows[header]]
    mac, number = file.place(labels, "CONTRACTOR", "CARRIER", "MAC"), file.place(labels, "LOCALITY")
    columns = [place for place, label in enumerate(labels) if _is_factor(label)]
    said = file.release(header)
    days = (datetime(said.year, 1, 1), datetime(said.year, 12, 31))
    kept = [
        (line, row)
        for line, row in file.under(header, max(mac, number, *columns), begins_with_contractor(mac))
        if is_locality(row[mac], row[number])
    ]
    body: list[list[object]] = []
    for column in columns:
        program = said.program or _program(labels[column])
        body += [
            ["anesthesia", program, locality_key(row[mac], row[number]), *days, row[column], file.name]
            for _, row in kept
        ]
        national = re.search(r"(\d+\.\d+)", file.rows[header][column])
        if national:
            body.append(["anesthesia", program, "", *days, national[1], file.name])
    first = kept[0][0] if kept else header + 2
    frame, problems = frame_from_cells(CONVERSION_FACTORS, CONVERSION_FACTORS.headers, body, file.name, first)
    return frame, [*zeros_lost([(row[mac], row[number]) for _, row in kept], file.name, first), *problems]


def _is_factor(label: str) -> bool:
    return re.search(r"ANES(THESIA)?(CF|CONVERSIONFACTOR)", label) is not None


def _program(label: str) -> str:
    if re.search(r"NON(QUALIFYING|QP|APM)", label):
        return "non-QP"
    return "QP" if re.search(r"QUALIFYING|QP|APM", label) else ""
