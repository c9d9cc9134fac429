"""Cell functions: one decorator from which every host's registration is derived."""

from medoffice_xl.cells.function import CATALOGUE, CellFunction, cell_function
from medoffice_xl.cells.loading import load_beside, load_read, load_set, load_table

__all__ = ["CATALOGUE", "CellFunction", "cell_function", "load_beside", "load_read", "load_set", "load_table"]
