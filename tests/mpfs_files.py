"""Small CMS files in the real layout, for tests: any year, any rows, HCPCS Level II codes."""

from pathlib import Path

SAMPLES = Path(__file__).parent / "samples" / "mpfs"
RVU_2025 = SAMPLES / "PPRRVU2025_Oct_hcpcs2_only.csv"
GPCI_2025 = SAMPLES / "GPCI2025.csv"

_LINES_2026 = """\
,,{year} National Physician Fee Schedule Relative Value File {month} Release,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
,,RELEASED,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
,,,,,,,,,,,,,,,,,,,,,,,,,,,,,NON-FACILITY,FACILITY,
,,,,NOT USED,,,,,,,,,,,,,,,,,,,,,,PHYSICIAN,,DIAGNOSTIC,PE USED,PE USED,MP USED
,,,,FOR,,,NON-FAC,,FACILITY,,,,,,,,,,,,,,,,,SUPERVISION OF,,IMAGING,FOR OPPS,FOR OPPS,FOR OPPS
,,,STATUS,MEDICARE,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,PCTC,GLOB,PRE,INTRA,POST,MULT,BILAT,\
ASST,CO-,TEAM,PRIC,ENDO,CONV,DIAGNOSTIC,CALCULATION,FAMILY,PAYMENT,PAYMENT,PAYMENT
HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,\
SURG,SURG,SURG,IND,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT
"""


def file_2026(folder: Path, name: str, factor: str, month: str = "July", year: int = 2026) -> Path:
    """A PPRRVU file in the layout of 2026, which has a column more, with G0438 at 5.22 RVU in all."""
    row = f"G0438,,text,A,,2.60,2.45,,1.10,,0.17,5.22,3.87,0,XXX,0,0,0,0,0,0,0,0,9,,{factor},09,0,99,0.00,0.00,0.00\n"
    path = folder / name
    path.write_text(_LINES_2026.format(year=year, month=month) + row, encoding="latin-1")
    return path
