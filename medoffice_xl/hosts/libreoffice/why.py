"""=WHY(cell) in LibreOffice: the failed formula is found by its place, and computed once more for its reason."""

from collections.abc import Callable
from typing import Any

import xlwings

from medoffice_xl.cells import CATALOGUE
from medoffice_xl.errors import MedOfficeError
from medoffice_xl.hosts.excel.live_formula import arguments, our_call
from medoffice_xl.hosts.libreoffice.values import cells_of


def why(app: xlwings.App) -> Callable[[Any, Any], Any]:
    """WHY for the workbooks of a LibreOffice: gets the document that asks and the cell it asks about."""

    def answer(caller: Any, cell: Any) -> Any:
        shown = cells_of(cell)
        in_general = CATALOGUE["WHY"].call(shown)
        if not in_general:
            return in_general
        place = app.impl.books.take(caller).range_of(cell.getRangeAddress())
        return _reason(xlwings.Range(impl=place)) or in_general

    return answer


def _reason(cell: xlwings.Range) -> str:
    """What the cell's formula of ours complains about; empty when it has none or does not complain."""
    try:
        found = our_call(str(cell.formula))
        if found is not None:
            found[0].call(*arguments(found[1], cell.sheet))
    except MedOfficeError as error:
        return str(error)
    return ""
