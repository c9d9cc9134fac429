"""`medoffice build`: everything that is made from source, and where it goes."""

from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

import udfs  # noqa: F401  (registers the cell functions the wrappers are made from)
from medoffice_xl.areas import report_sheets
from medoffice_xl.book.package import Package
from medoffice_xl.build.docs import pages
from medoffice_xl.build.package import add_macros, finish
from medoffice_xl.build.project import generated_files
from medoffice_xl.build.workbook import write_sheets
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.files.whole import make_folder, write_whole
from medoffice_xl.tables import SCHEMA_VERSION
from medoffice_xl.upgrade.recorded import record

WORKBOOK = "PracticeManager.xlsm"
RECORDED = Path("medoffice_xl") / "upgrade" / "recorded"


def built_workbook() -> bytes:
    """The master workbook; the same source always gives the same bytes."""
    stream = BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    add_macros(workbook, write_sheets(workbook))
    workbook.close()
    return finish(stream.getvalue())


def _record(workbook: bytes) -> str:
    """What this version's empty workbook holds, for the versions that come after it."""
    arguments = {cell.name: [argument.name for argument in cell.arguments] for cell in CATALOGUE.values()}
    return record(Package(workbook, WORKBOOK), arguments, report_sheets())


def build(root: Path) -> list[Path]:
    """Write the workbook, its generated sources and the reference pages under a checkout's root; returns the files."""
    made = {root / "workbook" / "source" / name: text.encode() for name, text in generated_files().items()}
    made |= {root / "docs" / name: text.encode() for name, text in pages().items()}
    made[root / "workbook" / WORKBOOK] = workbook = built_workbook()
    made[root / RECORDED / f"schema_{SCHEMA_VERSION}.json"] = _record(workbook).encode()
    for path, content in made.items():
        make_folder(path.parent)
        write_whole(path, content)
    return list(made)
