"""Loading a table once, so that every other formula can use it by its handle."""

from typing import Annotated, Any

from medoffice_xl.cells import cell_function, load_table


@cell_function("Tables")
def LOAD_TABLE(table: Annotated[Any, "The whole table with its headings, such as tblCharges[#All]."]) -> str:
    """Reads a table once and returns its handle, a short text that the other functions take in its place.

    The handle carries the number of rows and a fingerprint of the content: when a row changes, so does the
    handle, and everything that depends on it recalculates.
    """
    return load_table(table)
