"""`@cell_function`: says once what a formula is, for every host.

VBA wrappers, function help, the docs page, the headless and LibreOffice registrations and the tests'
catalogue are all derived from `CATALOGUE`. On Windows the function also carries what xlwings needs.
"""

import functools
import inspect
import sys
import typing
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from typing import Any

from medoffice_xl.cells.answers import answer, constants
from medoffice_xl.cells.arguments import Argument, Takes
from medoffice_xl.cells.handles import loading_at, rows_left_out, table_name
from medoffice_xl.cells.results import Block, CellValue, explanation, to_cells
from medoffice_xl.cells.windows import for_xlwings
from medoffice_xl.errors import BadArgument
from medoffice_xl.lake.database import one_at_a_time, told_in_words
from medoffice_xl.measure import Breakdown, Measure
from medoffice_xl.sets import SETS, Shared, Tables, narrowest
from medoffice_xl.tables import TABLES

CATALOGUE: "dict[str, CellFunction]" = {}
"""Every cell function, by its name in the sheet."""


@dataclass(frozen=True, slots=True)
class CellFunction:
    """One cell function: what a host needs to register, call, explain and document it.

    `needs` are the tables it cannot do without, `uses` those it takes where the set has them. One that `loads` keeps
    tables for others, by the cell that calls it.
    """

    name: str
    category: str
    summary: str
    doc: str
    arguments: tuple[Argument, ...]
    spills: bool
    module: str
    compute: Callable[..., Any]
    needs: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    loads: bool = False

    @property
    def reads(self) -> tuple[str, ...]:
        """Every table that its value may depend on."""
        return self.needs + self.uses

    def call(self, *values: Any, place: str = "") -> CellValue | Block:
        """The function's value for a host's raw values; raises MedOfficeError.

        `place` is the cell that calls, as far as the host knows it.
        """
        with one_at_a_time, told_in_words():
            if self.loads:
                with loading_at(place):
                    return to_cells(self.measure(*values))
            given = self._given(values)
            return answer(self._question("value", given), lambda: to_cells(self._measure(given)))  # type: ignore[no-any-return]

    def measure(self, *values: Any) -> Any:
        """What the function computes, with its explanation, before it becomes cells."""
        with one_at_a_time, told_in_words():
            return self._measure(self._given(values))

    def explain(self, *values: Any) -> Block:
        """What the value was made of, as rows of label, value and unit."""
        with one_at_a_time, told_in_words():
            given = self._given(values)
            return answer(self._question("explanation", given), lambda: self._explained(given))  # type: ignore[no-any-return]

    def _unread(self, given: list[Any]) -> Block:
        """Rows of the tables read that cannot be read, and count nowhere."""
        handles = given[0].version(self.reads) if self.reads else ()
        counts = {table_name(handle): rows_left_out(handle) for handle in handles or () if handle}
        return [
            [f"Left out: rows of {TABLES[name].sheet} that cannot be read", count, "rows"]
            for name, count in counts.items()
            if count
        ]

    def _given(self, values: tuple[Any, ...]) -> list[Any]:
        """The values, one an argument; a set's handle has become its tables, of which it gives those that are read."""
        repeats = bool(self.arguments) and self.arguments[-1].repeats
        if len(values) > len(self.arguments) and not repeats:
            raise BadArgument(f"{self.name} takes at most {len(self.arguments)} arguments.")
        given = [*values, *[None] * (len(self.arguments) - repeats - len(values))]
        if self.reads:
            tables: Tables = self.arguments[0].read(given[0])
            tables.require(self.needs)
            given[0] = tables.narrowed(self.reads)
        return given

    def _question(self, asked: str, given: list[Any]) -> tuple[Hashable, ...] | None:
        """What is asked, as far as the answer depends on it; None where the answer is not to be remembered."""
        if not self.reads:
            return None
        versions, others = given[0].version(self.reads), constants(given[1:])
        return None if versions is None or others is None else (asked, self.name, versions, others)

    def _measure(self, given: list[Any]) -> Any:
        fixed = [argument for argument in self.arguments if not argument.repeats]
        read = [
            value if argument.takes is Takes.SET else argument.read(value)
            for argument, value in zip(fixed, given, strict=False)
        ]
        return self.compute(*read, *given[len(fixed) :])

    def _explained(self, given: list[Any]) -> Block:
        result = self._measure(given)
        if not isinstance(result, Measure | Breakdown):
            raise BadArgument(f"{self.name} has nothing to explain.")
        return [*explanation(result), *self._unread(given)]


Read = str | Shared[Any]


def cell_function(
    category: str,
    *,
    needs: tuple[Read, ...] = (),
    uses: tuple[Read, ...] = (),
    spills: bool = False,
    loads: bool = False,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Make a function a cell function of the same name.

    Each parameter is annotated as Annotated[type, "what it is"]; the docstring is the help text, its first line the
    summary. A function that reads tables says which it needs and which it uses where they are there, by name or by
    what many figures share; its first parameter is named for the narrowest set that holds them, and gives these tables
    and no others. The decorated function takes a host's raw values; the plain one stays reachable as `.__wrapped__`.
    """

    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        doc = inspect.cleandoc(function.__doc__ or "")
        needed = _tables(needs, "needs")
        used = dict.fromkeys((*_tables(needs, "uses"), *_tables(uses, "reads")))
        cell = CellFunction(
            name=function.__name__,
            category=category,
            summary=doc.partition("\n")[0],
            doc=doc,
            arguments=_arguments(function),
            spills=spills,
            module=function.__module__,
            compute=function,
            needs=needed,
            uses=tuple(name for name in used if name not in needed),
            loads=loads,
        )
        _check(cell)
        CATALOGUE[cell.name] = cell

        @functools.wraps(function)
        def called_by_host(*values: Any) -> Any:
            return cell.call(*values)

        return for_xlwings(cell) if sys.platform == "win32" else called_by_host

    return register


def _tables(read: tuple[Read, ...], part: str) -> tuple[str, ...]:
    """The tables by name, each once; of what is shared, its tables of this part."""
    found: dict[str, None] = {}
    for one in read:
        if isinstance(one, Shared):
            found |= dict.fromkeys(getattr(one, part))
        elif part != "uses":
            found[one] = None
    return tuple(found)


def _check(cell: CellFunction) -> None:
    """Raise ValueError for a function that is declared wrongly."""
    if cell.name in CATALOGUE and CATALOGUE[cell.name].module != cell.module:
        raise ValueError(f"two cell functions are called {cell.name}")
    sets = [argument.name for argument in cell.arguments if argument.takes is Takes.SET]
    wanted = [narrowest(cell.reads).name] if cell.reads else []
    if sets != wanted or (sets and cell.arguments[0].name not in SETS):
        raise ValueError(f"{cell.name} reads {', '.join(cell.reads)}: its first argument is {wanted}, not {sets}")


def _arguments(function: Callable[..., Any]) -> tuple[Argument, ...]:
    hints = typing.get_type_hints(function, include_extras=True)
    return tuple(
        _argument(parameter, hints[parameter.name]) for parameter in inspect.signature(function).parameters.values()
    )


_TAKES = {
    Tables: Takes.SET,
    date: Takes.DATE,
    float: Takes.NUMBER,
    int: Takes.WHOLE,
    str: Takes.TEXT,
    list: Takes.COLUMN,
}


def _argument(parameter: inspect.Parameter, hint: Any) -> Argument:
    declared, *notes = typing.get_args(hint)
    repeats = parameter.kind is inspect.Parameter.VAR_POSITIONAL
    optional = repeats or parameter.default is not inspect.Parameter.empty
    return Argument(
        name=parameter.name,
        doc=next(note for note in notes if isinstance(note, str)),
        takes=_takes(declared),
        optional=optional,
        default=parameter.default if optional and not repeats else None,
        repeats=repeats,
    )


def _takes(declared: Any) -> Takes:
    if declared == list[list[Any]]:
        return Takes.ROWS
    choices = [part for part in typing.get_args(declared) if part is not type(None)]
    kind = choices[0] if choices and typing.get_origin(declared) is not list else declared
    return _TAKES.get(typing.get_origin(kind) or kind, Takes.ANY)
