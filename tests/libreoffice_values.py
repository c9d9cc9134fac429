"""What LibreOffice shows of a workbook, in a profile of its own that never recalculates on load."""

import math
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

_NEVER = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode"><value>1</value></prop></item>
</oor:items>"""


def shown_by_libreoffice(path: Path, folder: Path) -> dict[str, dict[str, Any]]:
    """Every cell's value by sheet and address; skips the test where LibreOffice is missing."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_NEVER)
    subprocess.run(
        [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return values_of(folder / f"{path.stem}.xlsx")


def values_of(path: Path) -> dict[str, dict[str, Any]]:
    """Every cell's stored value by sheet and address, as openpyxl reads it."""
    return {
        sheet.title: {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row}
        for sheet in load_workbook(path, data_only=True)
    }


def differences(path: Path, folder: Path) -> list[tuple[str, str, Any, Any]]:
    """Cells that LibreOffice shows otherwise than the file says: sheet, address, stored, shown.

    Functions of ours are unknown to it unless the add-in is loaded; those cells, and what is computed from them
    anew, show #NAME? and are left to `as_values`.
    """
    stored, shown = values_of(path), shown_by_libreoffice(path, folder)
    return [
        (sheet, address, value, shown[sheet].get(address))
        for sheet, cells in stored.items()
        for address, value in cells.items()
        if shown[sheet].get(address) != "#NAME?" and not _same(value, shown[sheet].get(address))
    ]


def _same(stored: Any, shown: Any) -> bool:
    """Equal; numbers to the 15 digits that LibreOffice writes."""
    if isinstance(stored, float) and isinstance(shown, float):
        return math.isclose(stored, shown, rel_tol=1e-14)
    return bool(stored == shown)


def as_values(path: Path, target: Path) -> Path:
    """A copy with every formula taken out and its stored value left: what a reader without functions sees."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for info in source.infolist():
            content = source.read(info)
            if info.filename.startswith("xl/worksheets/sheet"):
                content = re.sub(rb"<f\b[^>]*?(?:/>|>.*?</f>)", b"", content, flags=re.DOTALL)
            out.writestr(info, content)
    return target
