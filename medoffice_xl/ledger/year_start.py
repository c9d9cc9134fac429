"""The first month of the practice's own year, as the sheet Settings says it."""

from medoffice_xl.errors import BadArgument

SETTING = "FiscalYearStart"
JANUARY = 1


def year_start(said: object) -> int:
    """1 to 12; January where nothing is said. Raises BadArgument for anything else.

    >>> year_start(7.0), year_start(""), year_start("10")
    (7, 1, 10)
    """
    if said is None or said == "":
        return JANUARY
    try:
        first = int(str(said).removesuffix(".0"))
    except ValueError:
        first = 0
    if not 1 <= first <= 12:
        raise BadArgument(f"“{said}” is no month that a fiscal year begins in. Type 1 to 12 on the sheet Settings.")
    return first
