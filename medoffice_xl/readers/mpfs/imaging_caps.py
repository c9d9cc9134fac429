"""OPPSCAP: what imaging is capped at by the outpatient-hospital rates, by locality."""

from datetime import datetime

import pandas as pd

from medoffice_xl.problems import Problem
from medoffice_xl.readers.mpfs.cms_file import CmsFile
from medoffice_xl.readers.mpfs.grid import Grid
from medoffice_xl.readers.mpfs.headings import header_line, is_code, squeezed
from medoffice_xl.readers.mpfs.locality import is_locality, zeros_lost
from medoffice_xl.tables import OPPS_CAPS, frame_from_cells
from medoffice_xl.tables.locality import locality_key


def is_imaging_caps(rows: Grid) -> bool:
    """True for an OPPSCAP file."""
    return header_line(rows, "HCPCS", "MOD", "CARRIER", "LOCALITY") is not None


def read_imaging_caps(file: CmsFile) -> tuple[pd.DataFrame, list[Problem]]:
    """The file's caps as the table `opps_caps`."""
    header = header_line(file.rows, "HCPCS", "MOD", "CARRIER", "LOCALITY")
    assert header is not None
    labels = [squeezed(cell) for cell in file.rows[header]]
    code, mod, mac, locality = (labels.index(word) for word in ("HCPCS", "MOD", "CARRIER", "LOCALITY"))
    nonfacility = file.place(labels, "NONFAC")
    facility = file.place(["" if label.startswith("NON") else label for label in labels], "FAC")
    said = file.release(header)
    effective = datetime(said.year, said.effective.month, 1)
    last = max(code, mod, mac, locality, facility, nonfacility)
    rows = file.under(header, last, lambda row: is_code(row[code] if code < len(row) else ""))
    kept = [row for _, row in rows if is_locality(row[mac], row[locality])]
    body = [
        [effective, row[code], row[mod], locality_key(row[mac], row[locality]), row[facility], row[nonfacility]]
        for row in kept
    ]
    frame, problems = frame_from_cells(OPPS_CAPS, OPPS_CAPS.headers, body, file.name, header + 2)
    return frame, [*zeros_lost([(row[mac], row[locality]) for row in kept], file.name, header + 2), *problems]
