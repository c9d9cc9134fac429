"""OPPSCAP: what imaging is capped at by the outpatient-hospital rates, by locality."""

from datetime import datetime

import pandas as pd

from medoffice_xl.problems import Problem
from medoffice_xl.readers.mpfs.grid import Grid
from medoffice_xl.readers.mpfs.headings import header_line, squeezed
from medoffice_xl.readers.mpfs.locality import is_locality, zeros_lost
from medoffice_xl.readers.mpfs.release import release
from medoffice_xl.tables import OPPS_CAPS, frame_from_cells
from medoffice_xl.tables.locality import locality_key


def is_imaging_caps(rows: Grid) -> bool:
    """True for an OPPSCAP file."""
    return header_line(rows, "HCPCS", "MOD", "CARRIER", "LOCALITY") is not None


def read_imaging_caps(rows: Grid, name: str) -> tuple[pd.DataFrame, list[Problem]]:
    """The file's caps as the table `opps_caps`."""
    header = header_line(rows, "HCPCS", "MOD", "CARRIER", "LOCALITY")
    assert header is not None
    labels = [squeezed(cell) for cell in rows[header]]
    code, mod, mac, locality = (labels.index(word) for word in ("HCPCS", "MOD", "CARRIER", "LOCALITY"))
    nonfacility = next(i for i, label in enumerate(labels) if label.startswith("NONFAC"))
    facility = next(i for i, label in enumerate(labels) if label.startswith("FAC"))
    said = release(rows[: header + 1], name)
    effective = datetime(said.year, said.effective.month, 1)
    kept = [row for row in rows[header + 1 :] if len(row) > nonfacility and is_locality(row[mac], row[locality])]
    body = [
        [effective, row[code], row[mod], locality_key(row[mac], row[locality]), row[facility], row[nonfacility]]
        for row in kept
    ]
    frame, problems = frame_from_cells(OPPS_CAPS, OPPS_CAPS.headers, body, name, header + 2)
    return frame, [*zeros_lost([(row[mac], row[locality]) for row in kept], name, header + 2), *problems]
