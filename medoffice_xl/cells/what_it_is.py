"""What a figure is, in a sentence: the summary of the first function of ours that its formula calls."""

from medoffice_xl.cells.formula import calls, parse
from medoffice_xl.cells.function import CATALOGUE


def what_it_is(formula: str) -> str:
    """The sentence; empty where the formula calls none of our functions."""
    ours = (CATALOGUE[call.name.upper()] for call in calls(parse(formula)) if call.name.upper() in CATALOGUE)
    return next((function.summary for function in ours), "")
