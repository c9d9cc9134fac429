"""Small unit limit files in CMS's layout, for tests: HCPCS Level II codes, invented limits."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

JANUARY = "MCR_MUE_PractitionerServices_Eff_01-01-2026.csv"
APRIL = "MCR_MUE_PractitionerServices_Eff_04-01-2026.csv"
HOSPITALS = "MCR_MUE_OutpatientHospitalServices_Eff_01-01-2026.csv"
SUPPLIERS = "MCR_MUE_DMESupplierServices_Eff_01-01-2026.csv"
HEADING = "Practitioner Services MUE Values"
NOTICE = '"A notice of copyright © that an invented owner wrote,\r\nand that goes on\r\nfor three lines.",,,'
SAID = {"1": "1 Line Edit", "2": "2 Date of Service Edit: Policy", "3": "3 Date of Service Edit: Clinical"}


def text(*rows: str, heading: str = HEADING, notice: str = NOTICE) -> str:
    """The notice (lines 1 to 3), the headings (lines 4 and 5) and the rows, from line 6 on: `J1100,8,3`.

    A row of three cells is a code, its limit and its indicator; one with more is taken as it stands.
    """
    headings = f'"HCPCS/\r\nCPT Code",{heading},MUE Adjudication Indicator,MUE Rationale'
    return "\r\n".join([notice, headings, *map(_full, rows)]) + "\r\n"


def _full(row: str) -> str:
    cells = row.split(",")
    return f"{cells[0]},{cells[1]},{SAID.get(cells[2], cells[2])},Invented rationale" if len(cells) == 3 else row


def limit_file(folder: Path, *rows: str, name: str = JANUARY, encoding: str = "cp1252", **said: str) -> Path:
    """A unit limit file."""
    path = folder / name
    path.write_bytes(text(*rows, **said).encode(encoding))
    return path


def limit_zip(
    folder: Path, members: Mapping[str, str | bytes], name: str = "practitioner-services-mue-table.zip"
) -> Path:
    """A zip with these files."""
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content.encode("cp1252") if isinstance(content, str) else content)
    return path
