"""`medoffice libreoffice`: the workbook in LibreOffice, for practices without Excel."""

from pathlib import Path
from typing import Annotated

import typer

from medoffice_xl.cli.app import app, complaints, console


@app.command()
def libreoffice(book: Annotated[Path, typer.Argument(help="The workbook.", exists=True, dir_okay=False)]) -> None:
    """Open the workbook in LibreOffice, with the functions live and the reports in the menu Practice Manager.

    The functions run in this command: leave it running as long as LibreOffice is open.
    """
    from medoffice_xl.hosts.libreoffice.blocks import fit_blocks  # noqa: PLC0415
    from medoffice_xl.hosts.libreoffice.rows import fit_rows  # noqa: PLC0415
    from medoffice_xl.hosts.libreoffice.session import session  # noqa: PLC0415  (only here LibreOffice is needed)

    with session(visible=True) as office:
        with console.status("Opening"):
            opened = office.books.open(book)
            blocked = fit_blocks(opened)
            fit_rows(opened)
        for place in blocked:
            complaints.print(
                f"There is no room for all rows of {place}. Move the cells that are in the way.", markup=False
            )
        console.print(
            f"{book} is open in LibreOffice. Leave this window open; it ends with LibreOffice.\n"
            "LibreOffice saves data and formulas but not the ribbon and the macros: keep a copy for Excel.",
            markup=False,
        )
        office.impl.office.wait()
