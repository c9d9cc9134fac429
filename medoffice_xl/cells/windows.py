"""A cell function as xlwings' COM server calls it, on Windows.

VBA hands over what Excel has, a range's rows or one value; it gets a value back, or an error's code with its reason
as one text, `#N/A|Nothing was charged …`, of which the wrapper makes an Excel error. A function that loads tables
also hears which cell calls.
"""

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from medoffice_xl.errors import MedOfficeError

if TYPE_CHECKING:
    from medoffice_xl.cells.arguments import Argument
    from medoffice_xl.cells.function import CellFunction

PLACE = "calling_cell"
"""What VBA hands over before the arguments of a function that loads tables."""

_FIRST = -2146828288
ERRORS = {
    _FIRST + code: text
    for code, text in {
        2000: "#NULL!",
        2007: "#DIV/0!",
        2015: "#VALUE!",
        2023: "#REF!",
        2029: "#NAME?",
        2036: "#NUM!",
        2042: "#N/A",
        2043: "#GETTING_DATA",
        2045: "#SPILL!",
        2046: "#CONNECT!",
        2047: "#BLOCKED!",
        2048: "#UNKNOWN!",
        2049: "#FIELD!",
        2050: "#CALC!",
    }.items()
}
"""An error cell arrives as a number, which no sum may ever see."""


def for_xlwings(cell: "CellFunction") -> Callable[..., Any]:
    """The function with all that xlwings looks for: a plain signature, no annotations, arguments unconverted."""
    import xlwings  # noqa: PLC0415  (Windows only)

    def called_by_vba(*values: Any) -> Any:
        return answer(cell, values[1:], str(values[0])) if cell.loads else answer(cell, values)

    called_by_vba.__name__ = called_by_vba.__qualname__ = cell.name
    called_by_vba.__doc__ = cell.doc
    called_by_vba.__module__ = cell.module
    called_by_vba.__wrapped__ = cell.compute  # type: ignore[attr-defined]
    place = [inspect.Parameter(PLACE, inspect.Parameter.POSITIONAL_OR_KEYWORD)] if cell.loads else []
    parameters = [*place, *map(_parameter, cell.arguments)]
    called_by_vba.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    function = xlwings.func(called_by_vba)
    for parameter in parameters:
        function = xlwings.arg(parameter.name, "raw")(function)
    return function  # type: ignore[no-any-return]


def _parameter(argument: "Argument") -> inspect.Parameter:
    if argument.repeats:
        return inspect.Parameter(argument.name, inspect.Parameter.VAR_POSITIONAL)
    default = None if argument.optional else inspect.Parameter.empty
    return inspect.Parameter(argument.name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=default)


def answer(cell: "CellFunction", values: tuple[Any, ...], place: str = "") -> Any:
    """The function's value, or its error as code and reason, parted by a bar."""
    try:
        return cell.call(*(without_error_numbers(value) for value in values), place=place)
    except MedOfficeError as error:
        return f"{error.excel_code}|{error}"
    except Exception as error:
        # Its message may quote a cell; the kind of error is enough to report it.
        return f"#VALUE!|{cell.name} failed in a way nobody foresaw ({type(error).__name__}). Please report it."


def without_error_numbers(value: Any) -> Any:
    """The value with error numbers as the texts that cells show; rows are gone through cell by cell."""
    if isinstance(value, tuple | list):
        return [
            [ERRORS.get(cell, cell) if type(cell) is int else cell for cell in row]
            if isinstance(row, tuple | list)
            else without_error_numbers(row)
            for row in value
        ]
    return ERRORS.get(value, value) if type(value) is int else value
