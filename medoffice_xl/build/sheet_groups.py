"""The workbook's data sheets by what they are for: the order of the tabs, of the page Home and of the menu Go to."""

from dataclasses import dataclass

from medoffice_xl.published import comes_with
from medoffice_xl.tables import BENCHMARKS, EXPORT_COLUMNS, IMPORTS, PROBLEMS, TABLES, THRESHOLDS, Table
from medoffice_xl.tables.anesthesia import BASE_UNITS
from medoffice_xl.tables.drug_prices import DRUG_PRICES
from medoffice_xl.tables.gpci import GPCI, LOCALITIES
from medoffice_xl.tables.mpfs import MPFS, OPPS_CAPS
from medoffice_xl.tables.unit_limits import UNIT_LIMITS

FROM_MEDICARE = (MPFS, GPCI, LOCALITIES, BASE_UNITS, OPPS_CAPS, DRUG_PRICES, UNIT_LIMITS)
"""Tables that stand before those that come with published rows."""

TO_JUDGE_BY = (BENCHMARKS, THRESHOLDS)
"""Tables that say what is good and what stands out; the user may change them."""

OF_IMPORTS = (PROBLEMS, IMPORTS, EXPORT_COLUMNS)
"""What was read, and what was found while reading."""


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """Data sheets that belong together; those `of_others` stand under a grey tab."""

    title: str
    tables: tuple[Table, ...]
    of_others: bool = False


def sheet_groups() -> tuple[SheetGroup, ...]:
    """Every table once; those of no other group are the practice's, filled by import or by hand."""
    reference = (*FROM_MEDICARE, *(table for table in TABLES.values() if comes_with(table)))
    others = (*OF_IMPORTS, *TO_JUDGE_BY, *reference)
    return (
        SheetGroup("The practice's data", tuple(table for table in TABLES.values() if table not in others)),
        SheetGroup("What was brought in", OF_IMPORTS),
        SheetGroup("What figures are judged by", TO_JUDGE_BY),
        SheetGroup("Reference", reference, of_others=True),
    )
