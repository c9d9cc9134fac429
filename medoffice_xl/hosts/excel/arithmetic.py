"""A calculation within an argument, such as `EOMONTH(AsOf,-1)+1`, done for a host that offers no way to ask for it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from medoffice_xl.cells.formula import parse, rewrite
from medoffice_xl.errors import BadArgument
from medoffice_xl.tables.frames import EPOCH

SHEET = "Sheet"


def calculated(expression: str, cell: Callable[[str], Any]) -> Any:
    """The value of an expression over single cells; `cell` gives the value of a name or an address.

    Raises BadArgument for what is more than that.
    """
    import formualizer  # noqa: PLC0415  (a heavy package for a rare case)

    def word(name: str) -> str:
        return name if name.upper() in ("TRUE", "FALSE") else _literal(cell(name))

    workbook = formualizer.Workbook()
    workbook.add_sheet(SHEET)
    try:
        workbook.set_formula(SHEET, 1, 1, "=" + rewrite(parse("=" + expression.replace("$", "")), word=word))
        value = workbook.evaluate_cell(SHEET, 1, 1)
    except (ValueError, formualizer.ParserError) as error:
        raise _too_much(expression) from error
    if value is None or isinstance(value, dict | list):
        raise _too_much(expression)
    return value


def _too_much(expression: str) -> BadArgument:
    return BadArgument(
        f"“{expression}” within the formula is more than can be looked into. Put it into a cell of its own and refer "
        "to that cell."
    )


def _literal(value: Any) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return repr((value - EPOCH.to_pydatetime()).total_seconds() / 86_400)
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    return "0" if value is None else repr(float(value))
