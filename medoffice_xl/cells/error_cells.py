"""Cells that show an error, whichever host hands them over; what is made of one hands the error on."""

from collections.abc import Mapping
from typing import Any

from medoffice_xl.errors import BadArgument, MedOfficeError, NoData, OutOfRange

_CODES = {
    "na": "#N/A",
    "value": "#VALUE!",
    "num": "#NUM!",
    "name": "#NAME?",
    "ref": "#REF!",
    "div": "#DIV/0!",
    "div0": "#DIV/0!",
    "null": "#NULL!",
    "spill": "#SPILL!",
    "calc": "#CALC!",
}
"""Errors as cells show them, by the names hosts give them."""

_RAISED: Mapping[str, type[MedOfficeError]] = {"#N/A": NoData, "#NUM!": OutOfRange}


def error_code(value: Any) -> str:
    """The Excel error a cell shows, such as #N/A; empty where it shows none.

    Hosts hand an error over as its text, or (formualizer) as a mapping of type, kind and message.
    """
    while isinstance(value, list | tuple) and len(value) == 1:
        value = value[0]
    if isinstance(value, Mapping) and value.get("type") == "Error":
        return _CODES.get(str(value.get("kind", "")).casefold(), "#VALUE!")
    if isinstance(value, str) and value in _CODES.values():
        return value
    return ""


def hand_on(value: Any, argument: str) -> None:
    """Raise the error that the value of an argument shows, where it shows one, as Excel's own functions do."""
    if code := error_code(value):
        raise _RAISED.get(code, BadArgument)(f"“{argument}” shows {code}. Mend that cell first.")
