"""Tables that belong together, given to a figure as one thing."""

from medoffice_xl.sets.declared import PRACTICE, PRICING, SETS, TableSet, narrowest
from medoffice_xl.sets.shared import Shared
from medoffice_xl.sets.tables import Tables

__all__ = ["PRACTICE", "PRICING", "SETS", "Shared", "TableSet", "Tables", "narrowest"]
