"""`medoffice build`: the workbook from source."""

from pathlib import Path

import medoffice_xl
from medoffice_xl.build.assemble import build as build_all
from medoffice_xl.cli.app import app, console
from medoffice_xl.errors import BookError


@app.command()
def build() -> None:
    """Rebuild the workbook, its generated VBA and the reference pages from source, in a checkout of the project."""
    root = Path(medoffice_xl.__file__).parent.parent
    if not (root / "workbook" / "source").is_dir():
        raise BookError(
            "This needs a checkout of the project: an installed medoffice_xl has no sources. "
            "To get a workbook of your own: medoffice init FOLDER"
        )
    for path in build_all(root):
        console.print(str(path.relative_to(root)), markup=False, highlight=False)
