"""`medoffice build`: everything that is made from source, and where it goes."""

from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

import udfs  # noqa: F401  (registers the cell functions the wrappers are made from)
from medoffice_xl.build.docs import pages
from medoffice_xl.build.package import add_macros, finish
from medoffice_xl.build.project import generated_files
from medoffice_xl.build.workbook import write_sheets
from medoffice_xl.files.whole import make_folder, write_whole

WORKBOOK = "PracticeManager.xlsm"


def built_workbook() -> bytes:
    """The master workbook; the same source always gives the same bytes."""
    stream = BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    add_macros(workbook, write_sheets(workbook))
    workbook.close()
    return finish(stream.getvalue())


def build(root: Path) -> list[Path]:
    """Write the workbook, its generated sources and the reference pages under a checkout's root; returns the files."""
    made = {root / "workbook" / "source" / name: text.encode() for name, text in generated_files().items()}
    made |= {root / "docs" / name: text.encode() for name, text in pages().items()}
    made[root / "workbook" / WORKBOOK] = built_workbook()
    for path, content in made.items():
        make_folder(path.parent)
        write_whole(path, content)
    return list(made)
