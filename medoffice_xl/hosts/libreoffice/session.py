"""LibreOffice with everything of ours in it: the cell functions, the menu, and xlwings' view of it."""

from collections.abc import Iterator
from contextlib import contextmanager

import xlwings

import udfs
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.hosts.excel import run
from medoffice_xl.hosts.libreoffice.addin import serve
from medoffice_xl.hosts.libreoffice.blocks import fit_blocks
from medoffice_xl.hosts.libreoffice.engine import attach
from medoffice_xl.hosts.libreoffice.menu import menu, serve_menu
from medoffice_xl.hosts.libreoffice.office import Office
from medoffice_xl.hosts.libreoffice.rows import fit_rows
from medoffice_xl.hosts.libreoffice.signatures import configuration
from medoffice_xl.hosts.libreoffice.why import why

__all__ = ["session", "udfs"]


@contextmanager
def session(*, visible: bool = False) -> Iterator[xlwings.App]:
    """A LibreOffice for the length of a `with`; its workbooks calculate with our functions as long."""
    office = Office([configuration(CATALOGUE), *menu()], visible=visible)
    office.start()
    app = attach(office)
    try:
        serve(office, CATALOGUE, {"WHY": why(app)})
        serve_menu(office, app, _perform)
        yield app
    finally:
        app.impl.detach()
        office.stop()


def _perform(action_id: str) -> None:
    """Run an action; what it changed may have made blocks longer, and lists too."""
    run(action_id)
    fit_blocks(xlwings.Book.caller())
    fit_rows(xlwings.Book.caller())
