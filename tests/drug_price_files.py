"""Small payment limit files in CMS's layout, for tests: HCPCS Level II codes, invented amounts, no descriptions."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

HEADINGS = (
    "HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage,Vaccine AWP%,Vaccine Limit,"
    "Blood AWP%,Blood limit,Clotting Factor,Notes"
)
HEADINGS_2022 = HEADINGS.replace("Co-insurance Percentage,", "")
JANUARY = "Effective January 1, 2026 through March 31, 2026"
APRIL = "Effective April 1, 2026 through June 30, 2026"
NAME = "section 508 version of January 2026 Medicare Part B Payment Limit File 121725.csv"


def text(*rows: str, effective: str = JANUARY, headings: str = HEADINGS) -> str:
    """The eight title lines, the headings (line 9) and the rows, from line 10 on: `J1100,1 MG,12.345`.

    A row of three cells is a code, its dosage and its limit; one with more is taken as it stands.
    """
    wide = "," * headings.count(",")
    titles = [
        "Payment Allowance Limits for Medicare Part B Drugs",
        f'"{effective}"' if effective else "",
        "Note 1:\u00a0The amounts are invented.",
        '"Note 2: A code that is listed, or absent, says nothing of coverage."',
        "",
        "Note 3: Some drugs are not otherwise classified.",
        "",
        "Note 4: Revised where CMS says so.",
    ]
    lines = [title + wide for title in titles]
    return "\r\n".join([*lines, headings, *(_full(row, headings) for row in rows)]) + "\r\n"


def _full(row: str, headings: str) -> str:
    cells = row.split(",")
    if len(cells) != 3:
        return row
    rest = ",20.000" if "Co-insurance" in headings else ""
    return f"{cells[0]},X,{cells[1]},{cells[2]}{rest}" + ",,,,,,"


def drug_file(folder: Path, *rows: str, name: str = NAME, encoding: str = "cp1252", **said: str) -> Path:
    """A payment limit file."""
    path = folder / name
    path.write_bytes(text(*rows, **said).encode(encoding))
    return path


NEIGHBOURS = {
    "section 508 version of January 2026 NOC Pricing File 121725.csv": "Payment Allowance Limits for Medicare Part B "
    "Drugs,,,\nNot Otherwise Classified,,,\nDrug Generic Name (Trade Name),Dosage,Payment Limit,Notes\nX,1 MG,4.321,\n",
    "section 508 version of January 2026 ASP NDC-HCPCS Crosswalk 121725.csv": "Crosswalk,,,,,,,,,\n_2026_CODE,Short "
    "Description,LABELER NAME,NDC2,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,BILLUNITS,BILLUNITSPKG\n"
    "J1100,X,X,00000-0000-00,X,1 MG,1,1,1,1\n",
    "January 2026 Drugs Not Payable Under Part B.csv": "Drugs Not Payable Under Part B,,,\n"
    "HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit\nJ9998,X,1 MG,0\n",
    "Readme.pdf": "%PDF",
}
"""The other files of CMS's zips."""


def cms_zip(folder: Path, members: Mapping[str, str | bytes], name: str = "january-2026-payment-limits.zip") -> Path:
    """A zip with these files besides the neighbours."""
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in {**NEIGHBOURS, **members}.items():
            archive.writestr(member, content.encode("cp1252") if isinstance(content, str) else content)
    return path
