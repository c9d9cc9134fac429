"""Headings that are spread over several lines, found by what they say and not by where they stand."""

import re
from collections.abc import Mapping

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers.mpfs.grid import Grid


def squeezed(text: str) -> str:
    """Letters and digits alone, in capitals: `NON-FAC PE RVU` and `Non-fac  PE RVU` are the same."""
    return re.sub(r"[^A-Z0-9]", "", text.upper())


def is_code(text: str) -> bool:
    """Whether a cell holds a procedure code, be it without its leading zeros; a footnote holds none."""
    return re.fullmatch(r"[A-Za-z0-9]{5}|\d{1,4}", text) is not None and any(sign.isdigit() for sign in text)


def header_line(rows: Grid, *needed: str) -> int | None:
    """Index of the first of the top rows that has all these squeezed cells."""
    for index, row in enumerate(rows[:40]):
        if set(needed) <= {squeezed(cell) for cell in row}:
            return index
    return None


def places(rows: Grid, header: int, wanted: Mapping[str, str], name: str, optional: frozenset[str]) -> dict[str, int]:
    """Column of each wanted field. `wanted` maps field to a squeezed heading, read downwards to the header line."""
    width = len(rows[header])
    stacked = [
        squeezed("".join(row[column] for row in rows[: header + 1] if column < len(row))) for column in range(width)
    ]
    found = {}
    for field, heading in wanted.items():
        hits = [column for column, label in enumerate(stacked) if label == heading]
        hits = hits or [column for column, label in enumerate(stacked) if _ends(label, heading)]
        if hits:
            found[field] = hits[0]
        elif field not in optional:
            raise CannotRead(
                f"{name} has no column “{heading}”. Take the file from the CMS zip, with all its headings."
            )
    return found


def _ends(label: str, heading: str) -> bool:
    """True where a title above the columns was read into the heading; FACILITY must not match NONFACILITY."""
    return label.endswith(heading) and not label.removesuffix(heading).endswith("NON")
