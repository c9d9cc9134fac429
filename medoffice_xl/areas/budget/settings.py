"""What Settings says of the budget: the first month of the fiscal year, growth and inflation."""

from fractions import Fraction

from medoffice_xl.errors import BadArgument
from medoffice_xl.ledger.year_start import SETTING, year_start
from medoffice_xl.reports.practice import Practice


def year_start_of(practice: Practice) -> int:
    """1 to 12; January where nothing is said. Raises BadArgument for anything else."""
    return year_start(practice.setting(SETTING))


def share_of(practice: Practice, name: str) -> Fraction:
    """A setting that is a share, such as 0.03; none where nothing is said. Raises BadArgument for anything else."""
    said = practice.setting(name)
    if said is None or said == "":
        return Fraction(0)
    try:
        return Fraction(str(said))
    except ValueError as error:
        raise BadArgument(f"“{said}” is no share. Type one such as 3% on the sheet Settings.") from error
