"""What one workbook holds of the server: the calls of xlwings' own, with this workbook's tables and buttons apart."""

import gc
from typing import Any, Protocol

import xlwings._xlwindows as xlwings_windows
from win32com.server.exception import COMException
from xlwings.com_server import FromVariant, XLPython

from medoffice_xl.cells.handles import forget_owner, loading_for
from medoffice_xl.windows.server_class import AT_WORK

CALLER = "BOOK_CALLER"
"""Where xlwings looks for the workbook that calls; VBA sets it before a button runs."""

ANOTHER_AT_WORK = (
    "Another button is still at work, in this workbook or another one. Wait until it is done, and press again."
)


class Held(Protocol):
    """Counts the objects that are held."""

    def one_more(self) -> None:
        """One has come."""

    def one_less(self) -> None:
        """One has gone."""


class WorkbookServer(XLPython):  # type: ignore[misc]
    """The object that one workbook has. Two workbooks never see each other's tables or caller."""

    _at_work = False

    def __init__(self, held: Held) -> None:
        self._held = held
        self._book: Any = None
        held.one_more()

    def CallUDF(self, script: str, fname: str, args: Any, this_workbook: Any = None, caller: Any = None) -> Any:
        """A formula's answer; what it loads is this workbook's."""
        with loading_for(id(self)):
            return super().CallUDF(script, fname, args, this_workbook, caller)

    def SetAttr(self, obj: Any, attr: str, value: Any) -> None:
        """Set an attribute; the workbook that calls is kept here, apart from that of others."""
        if attr == CALLER:
            self._book = FromVariant(value)
        else:
            super().SetAttr(obj, attr, value)

    def Exec(self, stmt: str, *args: Any) -> None:
        """Run a button's line, one at a time; afterwards nothing of Excel's is held, which could not end otherwise."""
        if WorkbookServer._at_work:
            raise COMException(ANOTHER_AT_WORK, scode=AT_WORK)
        WorkbookServer._at_work = True
        xlwings_windows.BOOK_CALLER, self._book = self._book, None
        try:
            with loading_for(id(self)):
                super().Exec(stmt, *args)
        finally:
            xlwings_windows.BOOK_CALLER = None
            WorkbookServer._at_work = False
            gc.collect()

    def __del__(self) -> None:
        forget_owner(id(self))
        self._held.one_less()
