"""A machine with no Excel: recalculation by formualizer."""

from medoffice_xl.hosts.headless.refresh import CellFailure, Refreshed, explain_cell, refresh, refresh_book

__all__ = ["CellFailure", "Refreshed", "explain_cell", "refresh", "refresh_book"]
