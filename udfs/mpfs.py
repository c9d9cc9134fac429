"""What Medicare allows."""

from typing import Annotated, Any

from medoffice_xl.cells import cell_function
from medoffice_xl.cells.results import Block
from medoffice_xl.cells.whole_columns import as_long, days, texts
from medoffice_xl.contracts.medicare_rate import MedicareTables, medicare_rate
from medoffice_xl.contracts.shared import MEDICARE
from medoffice_xl.errors import MedOfficeError
from medoffice_xl.measure import Measure
from medoffice_xl.tables.locality import given_key
from udfs.sets import OfPricing


@cell_function("Fee schedules", needs=(MEDICARE,), spills=True)
def MPFS_RATE(
    Pricing: OfPricing,
    code: Annotated[list[Any], "Procedure code, or a column of codes."],
    mods: Annotated[list[Any], "26, TC or 53; empty for the whole service."],
    Locality: Annotated[
        list[Any], 'Medicare contractor and locality, such as "10112-00"; empty is the national amount.'
    ],
    setting: Annotated[list[Any], "NF non-facility, F facility; empty is NF."],
    dos: Annotated[list[Any], "Date of service; picks the release and the conversion factor."],
) -> Measure | Block:
    """What Medicare allows for one unit of a code, to the cent.

    Takes single cells, or whole columns and then spills one amount a row. Import CMS's files first. Where a column has
    a row without an amount, the row says why; a single cell shows #N/A, and WHY tells the reason.
    """
    tables = Pricing.shared(MEDICARE)
    rows = as_long({"code": code, "mods": mods, "Locality": Locality, "setting": setting, "dos": dos})
    asked = list(
        zip(
            texts(rows["code"]),
            texts(rows["mods"]),
            [given_key(text) for text in texts(rows["Locality"])],
            [text.upper() or "NF" for text in texts(rows["setting"])],
            [day.date() for day in days("dos", rows["dos"])],
            strict=True,
        )
    )
    if len(asked) == 1:
        return medicare_rate(tables, *asked[0])
    return [[_amount(tables, one)] for one in asked]


def _amount(tables: MedicareTables, asked: tuple[Any, ...]) -> float | str:
    try:
        return medicare_rate(tables, *asked).value / 100
    except MedOfficeError as error:
        return str(error)
