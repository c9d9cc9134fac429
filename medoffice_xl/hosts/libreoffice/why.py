"""=WHY(cell) in LibreOffice: the failed formula is found by its place, and computed once more for its reason."""

from collections.abc import Callable
from typing import Any

import xlwings

from medoffice_xl.cells import CATALOGUE
from medoffice_xl.errors import MedOfficeError
from medoffice_xl.files.fault_log import write_down
from medoffice_xl.hosts.excel.live_formula import arguments, our_call
from medoffice_xl.hosts.libreoffice.values import cells_of


def why(app: xlwings.App) -> Callable[[Any, Any], Any]:
    """WHY for the workbooks of a LibreOffice: gets the document that asks and the cell it asks about."""

    def answer(caller: Any, cell: Any) -> Any:
        shown = cells_of(cell)
        in_general = str(CATALOGUE["WHY"].call(shown))
        if not in_general:
            return in_general
        place = app.impl.books.take(caller).range_of(cell.getRangeAddress())
        return _reason(xlwings.Range(impl=place), in_general)

    return answer


def _reason(cell: xlwings.Range, in_general: str) -> str:
    """What the cell's formula of ours complains about; the general meaning where it has none."""
    try:
        found = our_call(str(cell.formula))
        given = arguments(found[1], cell.sheet) if found else []
    except MedOfficeError as error:
        return f"{in_general} {error}"
    if found is None:
        return in_general
    try:
        found[0].call(*given)
    except MedOfficeError as error:
        return str(error)
    except Exception as error:
        log = write_down(error, found[0].name)
        return f"{found[0].name} failed by its own fault. Send the file {log} to whoever looks after this workbook."
    return in_general
