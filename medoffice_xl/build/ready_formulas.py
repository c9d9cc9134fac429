"""Formulas that run as they are inserted: every cell function over sets of tables, with the workbook's own names.

An argument that has a name of the workbook is that name; one without takes what the function takes by itself, and an
example, or what is picked on a page, where it takes nothing by itself.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby

import udfs
from medoffice_xl.build.pages import placed
from medoffice_xl.cells import CATALOGUE, CellFunction
from medoffice_xl.cells.arguments import Argument, Takes
from medoffice_xl.sets import SETS

_EXAMPLES: Mapping[str, str] = {
    "code": '"G0438"',
    "mods": '""',
    "units": "1",
    "pos": '"11"',
    "charge": "100",
    "setting": '"NF"',
    "dos": "AsOf",
    "from_date": "EDATE(AsOf,-12)+1",
}
"""What an argument without a name is asked with first; the user then types his own over it."""

_BY_KIND: Mapping[Takes, str] = {Takes.DATE: "AsOf", Takes.NUMBER: "1", Takes.WHOLE: "1"}


def ready_formulas() -> Iterator[tuple[str, list[tuple[CellFunction, str]]]]:
    """The categories in order, each with its functions and their formulas."""
    asked = sorted(
        (cell for cell in CATALOGUE.values() if cell.reads and cell.module.startswith(f"{udfs.__name__}.")),
        key=lambda cell: (cell.category, cell.name),
    )
    for category, cells in groupby(asked, key=lambda cell: cell.category):
        yield category, [(cell, ready_formula(cell)) for cell in cells]


def ready_formula(cell: CellFunction) -> str:
    """One call with every argument up to the last that must be said or has a name."""
    said = [number for number, each in enumerate(cell.arguments) if not each.optional or each.name in _names()]
    given = [_given(argument) for argument in cell.arguments[: max(said) + 1]]
    return f"={cell.name}({','.join(given)})"


@cache
def _names() -> tuple[str, ...]:
    """The names that formulas of the workbook may use, in the order of its pages."""
    return (*(name for page in placed().pages for name in page.names), *SETS)


def _given(argument: Argument) -> str:
    if argument.name in _names():
        return argument.name
    if argument.optional:
        return _literal(argument.default)
    example = _EXAMPLES.get(argument.name) or _BY_KIND.get(argument.takes) or _picked_on_a_page(argument.name)
    return example or '""'


def _picked_on_a_page(argument: str) -> str:
    """The first name of the workbook that ends in the argument's: a payer is what DropPayer holds."""
    return next((name for name in _names() if name.endswith(argument.capitalize())), "")


def _literal(value: object) -> str:
    """A value as a formula writes it; an argument without one is left empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return repr(value)
    return '"' + str(value).replace('"', '""') + '"'
