"""`@cell_function`: says once what a formula is, for every host.

VBA wrappers, function help, the docs page, the headless and LibreOffice registrations and the tests'
catalogue are all derived from `CATALOGUE`. On Windows the function also carries what xlwings needs.
"""

import functools
import inspect
import sys
import typing
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from medoffice_xl.cells.answers import answer
from medoffice_xl.cells.arguments import Argument, Takes
from medoffice_xl.cells.results import Block, CellValue, explanation, to_cells
from medoffice_xl.cells.windows import for_xlwings
from medoffice_xl.errors import BadArgument
from medoffice_xl.measure import Breakdown, Measure

CATALOGUE: "dict[str, CellFunction]" = {}
"""Every cell function, by its name in the sheet."""


@dataclass(frozen=True, slots=True)
class TableOf:
    """Marks an argument that takes the table of this name, as a handle or a raw range."""

    name: str


@dataclass(frozen=True, slots=True)
class CellFunction:
    """One cell function: what a host needs to register, call, explain and document it."""

    name: str
    category: str
    summary: str
    doc: str
    arguments: tuple[Argument, ...]
    spills: bool
    module: str
    compute: Callable[..., Any]

    def call(self, *values: Any) -> CellValue | Block:
        """The function's value for a host's raw values; raises MedOfficeError."""
        return answer(self.name, values, lambda: to_cells(self.measure(*values)))  # type: ignore[no-any-return]

    def measure(self, *values: Any) -> Any:
        """What the function computes, with its explanation, before it becomes cells."""
        if len(values) > len(self.arguments):
            raise BadArgument(f"{self.name} takes at most {len(self.arguments)} arguments.")
        padded = (*values, *([None] * (len(self.arguments) - len(values))))
        return self.compute(*(argument.read(value) for argument, value in zip(self.arguments, padded, strict=True)))

    def explain(self, *values: Any) -> Block:
        """What the value was made of, as rows of label, value and unit."""
        result = self.measure(*values)
        if not isinstance(result, Measure | Breakdown):
            raise BadArgument(f"{self.name} has nothing to explain.")
        return explanation(result)


def cell_function(category: str, *, spills: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Make a function a cell function of the same name.

    Each parameter is annotated as Annotated[type, "what it is"], or Annotated[type, TableOf("charges"), "…"];
    the docstring is the help text, its first line the summary. The decorated function takes a host's raw
    values; the plain one stays reachable as `.__wrapped__`.
    """

    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        doc = inspect.cleandoc(function.__doc__ or "")
        cell = CellFunction(
            name=function.__name__,
            category=category,
            summary=doc.partition("\n")[0],
            doc=doc,
            arguments=_arguments(function),
            spills=spills,
            module=function.__module__,
            compute=function,
        )
        if cell.name in CATALOGUE and CATALOGUE[cell.name].module != cell.module:
            raise ValueError(f"two cell functions are called {cell.name}")
        CATALOGUE[cell.name] = cell

        @functools.wraps(function)
        def called_by_host(*values: Any) -> Any:
            return cell.call(*values)

        return for_xlwings(cell) if sys.platform == "win32" else called_by_host

    return register


def _arguments(function: Callable[..., Any]) -> tuple[Argument, ...]:
    hints = typing.get_type_hints(function, include_extras=True)
    return tuple(
        _argument(parameter, hints[parameter.name]) for parameter in inspect.signature(function).parameters.values()
    )


_TAKES = {date: Takes.DATE, float: Takes.NUMBER, int: Takes.WHOLE, str: Takes.TEXT, list: Takes.COLUMN}


def _argument(parameter: inspect.Parameter, hint: Any) -> Argument:
    declared, *notes = typing.get_args(hint)
    table = next((note.name for note in notes if isinstance(note, TableOf)), "")
    optional = parameter.default is not inspect.Parameter.empty
    return Argument(
        name=parameter.name,
        doc=next(note for note in notes if isinstance(note, str)),
        takes=Takes.TABLE if table else _takes(declared),
        optional=optional,
        default=parameter.default if optional else None,
        table=table,
    )


def _takes(declared: Any) -> Takes:
    choices = [part for part in typing.get_args(declared) if part is not type(None)]
    kind = choices[0] if choices and typing.get_origin(declared) is not list else declared
    return _TAKES.get(typing.get_origin(kind) or kind, Takes.ANY)
