"""How costs are shared out: four settings that every figure of profitability takes together."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from medoffice_xl.areas.payers.payer_economics import Terms
from medoffice_xl.cells.arguments import Argument, Takes
from medoffice_xl.errors import BadArgument
from medoffice_xl.money import to_cents

OfCost = Annotated[
    list[Any] | None,
    "Four settings: what costs are shared out by (work RVUs, visits or charges), cost of a denied claim, cost of money "
    "a year, Medicare's year. Left out: by work RVUs, no cost of either, the newest year.",
]

_TERMS = (
    Argument("CostBasis", "", Takes.TEXT, True, "work RVUs"),
    Argument("ReworkCost", "", Takes.NUMBER, True, 0.0),
    Argument("CostOfCapital", "", Takes.NUMBER, True, 0.0),
    Argument("RvuYear", "", Takes.WHOLE, True, 0),
)
"""The settings in their order, as on the sheet Settings, with what an empty cell stands for."""

NAMES = tuple(argument.name for argument in _TERMS)


def terms_of(as_of: date, window: int, settle: int, given: list[Any] | None) -> Terms:
    """The terms from a cell function's arguments; dollars become cents."""
    cells = given or []
    if len(cells) > len(_TERMS):
        raise BadArgument(f"“CostTerms” has {len(cells)} cells; give {len(_TERMS)}: {', '.join(NAMES)}.")
    padded = [*cells, *[None] * (len(_TERMS) - len(cells))]
    basis, rework, capital, year = (term.read(cell) for term, cell in zip(_TERMS, padded, strict=True))
    return Terms(as_of, window, settle, basis, to_cents(Decimal(str(rework))), capital, year)
