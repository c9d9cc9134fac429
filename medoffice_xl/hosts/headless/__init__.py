"""A machine with no Excel: recalculation by formualizer."""

from medoffice_xl.hosts.headless.questions import Answer, answers
from medoffice_xl.hosts.headless.refresh import CellFailure, Refreshed, explain_cell, refresh, refresh_book

__all__ = ["Answer", "CellFailure", "Refreshed", "answers", "explain_cell", "refresh", "refresh_book"]
