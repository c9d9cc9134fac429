"""`medoffice demo`: an invented practice from raw files to finished figures."""

import shutil
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from medoffice_xl.areas import demo_parts
from medoffice_xl.areas.staff.demo import personnel
from medoffice_xl.book import open_book
from medoffice_xl.book.master import copy_master, put_workbook
from medoffice_xl.book.personnel import NAME as PERSONNEL
from medoffice_xl.build.pages import dashboard, figure_cells
from medoffice_xl.build.personnel import cells_of_personnel, personnel_workbook
from medoffice_xl.cli.app import app, console
from medoffice_xl.cli.import_files import into
from medoffice_xl.cli.shown import show_failures, show_outcomes
from medoffice_xl.demo.adjudication import HIDDEN
from medoffice_xl.demo.agreements import contract_list
from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.demo.overhead import HIDDEN as HIDDEN_IN_COSTS
from medoffice_xl.demo.overhead import medicare_values
from medoffice_xl.errors import BookError
from medoffice_xl.files.whole import make_folder
from medoffice_xl.hosts.headless import Refreshed, refresh_book
from medoffice_xl.measure import Unit

SHAPES = {
    Unit.DAYS: "{:.1f} days",
    Unit.PERCENT: "{:.1%}",
    Unit.MONEY: "${:,.2f}",
    Unit.COUNT: "{:,.0f}",
    Unit.POINTS: "{:+.1f} points",
}

MARK = ".medoffice-demo"
"""Left in a demo's folder, so that a later demo may write it anew."""


@app.command()
def demo(
    out: Annotated[Path, typer.Option(help="Folder to write to.")] = Path("demo"),
    physicians: Annotated[int, typer.Option(min=1, max=60, help="Physicians of the practice.")] = 10,
    months: Annotated[int, typer.Option(min=3, max=36, help="Months of history.")] = 14,
    seed: Annotated[int, typer.Option(help="Another number makes another practice.")] = 835,
) -> None:
    """Write the raw files of an invented practice, bring them into a workbook, and show what it finds."""
    _clear(out)
    with console.status("Writing the practice's raw files") as status:
        raw = write_practice(out / "inbox", physicians, months, seed)
        added = demo_parts(raw.practice)
        put_workbook(out, personnel_workbook(cells_of_personnel(personnel(raw.practice))), PERSONNEL)
        book = open_book(copy_master(out))
        book.set_setting("PracticeName", "Willow Creek Family Medicine")
        book.set_setting("AsOf", raw.as_of)
        book.write({"payers": payer_list(), "contracts": contract_list(), "mpfs": medicare_values()})
        for part in added:
            book.write(dict(part.tables))
            for name, value in part.settings.items():
                book.set_setting(name, value)
        brought = into(book, [*raw.all, *(file for part in added for file in part.files)], progress=status.update)
        refreshed = refresh_book(book, progress=status.update)
        status.update("Saving")
        book.save()
    show_outcomes(brought.outcomes)
    show_failures(refreshed)
    console.print(_figures(refreshed))
    console.print("Hidden in the files, for the workbook to find:")
    for hidden in (*HIDDEN, *HIDDEN_IN_COSTS, *(each for part in added for each in part.hidden)):
        console.print(f"  · {hidden.what} ({hidden.sheet})", markup=False, highlight=False)
    console.print(
        f"\nRaw files: {out / 'inbox'}\nWorkbook:  {book.path}  (open it in Excel or LibreOffice)\n"
        f"Personnel: {out / PERSONNEL}  (of invented people, so not encrypted; encrypt your own)",
        markup=False,
    )


def _clear(out: Path) -> None:
    """Make room in a folder that is new, empty or an earlier demo's; anything else is left alone."""
    if out.is_dir() and any(out.iterdir()):
        if not (out / MARK).exists():
            raise BookError(f"{out} holds other files and was left as it is. Give an empty folder with --out.")
        shutil.rmtree(out)
    make_folder(out)
    (out / MARK).touch()


def _figures(refreshed: Refreshed) -> Table:
    table = Table(title="Willow Creek Family Medicine", title_justify="left")
    table.add_column("Figure")
    table.add_column("Value", justify="right")
    for label, cell, unit in figure_cells(dashboard.PAGE, dashboard.KEY_FIGURES):
        value = refreshed.figures[cell]
        table.add_row(label, SHAPES[unit].format(value) if isinstance(value, int | float) else str(value))
    return table
