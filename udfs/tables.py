"""Loading tables once, so that every other formula can use them by the handle of their set."""

from collections.abc import Callable
from typing import Annotated, Any

from medoffice_xl.cells import cell_function, load_set, load_table
from medoffice_xl.sets import SETS, TableSet

Pairs = Annotated[
    Any,
    'A table\'s name and its range with the headings, as often as there are tables: "charges", A4:T99. Handles of '
    "tables and of other sets stand without a name.",
]


@cell_function("Tables", loads=True)
def LOAD_TABLE(
    name: Annotated[str, 'The table\'s name, such as "charges"; docs/tables.md lists them.'],
    table: Annotated[Any, "The whole table with its headings, such as tblCharges[#All]."],
    folder: Annotated[
        str, "The ledger beside the workbook that the table is read from: LedgerFolder. Empty: from its range."
    ] = "",
) -> str:
    """Reads a table once and returns its handle, a short text by which sets of tables take it.

    The handle carries the number of rows and a fingerprint of the content: when a row changes, so does the
    handle, and everything that depends on it recalculates.
    """
    return load_table(name, table, folder)


@cell_function("Tables", loads=True)
def LOAD_SET(
    name: Annotated[str, f"The set's name: {', '.join(SETS)}."],
    *tables: Pairs,
) -> str:
    """Puts tables together and returns the handle of the set, a short text that the other functions take.

    The handle carries a fingerprint of every table: when a row of one changes, so does the handle. A figure is worked
    out again only when one of the tables that it reads has changed.
    """
    return load_set(name, *tables)


def function_of(of: TableSet) -> Callable[..., str]:
    """The cell function that makes a set of ranges."""

    def make(*tables: Any) -> str:
        return load_set(of.name, *tables)

    make.__name__ = make.__qualname__ = of.function
    make.__annotations__ = {"tables": Pairs}
    make.__doc__ = f"""Puts ranges of your own together as the set {of.name}, which the other functions take.

    {of.name} is {of.doc}. Takes pairs, as many as you have: a table's name and its range; a name of the workbook such
    as Contracts, or another set, will do as well. A figure whose table is missing says which. The tables:
    {", ".join(of.tables)}.
    """
    return make


for _each in SETS.values():
    globals()[_each.function] = cell_function("Tables", loads=True)(function_of(_each))
