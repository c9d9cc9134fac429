"""The workbook's data sheets by what they are for: the order of the tabs, of the page Home and of the menu Go to."""

from dataclasses import dataclass

from medoffice_xl.tables import BENCHMARKS, EXPORT_COLUMNS, IMPORTS, PROBLEMS, TABLES, THRESHOLDS, Table
from medoffice_xl.tables.anesthesia import BASE_UNITS
from medoffice_xl.tables.conversion_factors import CONVERSION_FACTORS
from medoffice_xl.tables.drug_prices import DRUG_PRICES
from medoffice_xl.tables.gpci import GPCI, LOCALITIES
from medoffice_xl.tables.mpfs import MPFS, OPPS_CAPS
from medoffice_xl.tables.places import PLACES
from medoffice_xl.tables.reason_codes import REASON_CODES
from medoffice_xl.tables.unit_limits import UNIT_LIMITS

PUBLISHED = (CONVERSION_FACTORS, PLACES, REASON_CODES)
"""Tables that begin with published rows, which the user may change."""

REFERENCE = (MPFS, GPCI, LOCALITIES, BASE_UNITS, OPPS_CAPS, DRUG_PRICES, UNIT_LIMITS, *PUBLISHED)
"""Tables of others: they stand at the end, under a grey tab."""

TO_JUDGE_BY = (BENCHMARKS, THRESHOLDS)
"""Tables that say what is good and what stands out; the user may change them."""

OF_IMPORTS = (PROBLEMS, IMPORTS, EXPORT_COLUMNS)
"""What was read, and what was found while reading."""


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """Data sheets that belong together."""

    title: str
    tables: tuple[Table, ...]


def sheet_groups() -> tuple[SheetGroup, ...]:
    """Every table once; those of no other group are the practice's, filled by import or by hand."""
    others = (*OF_IMPORTS, *TO_JUDGE_BY, *REFERENCE)
    return (
        SheetGroup("The practice's data", tuple(table for table in TABLES.values() if table not in others)),
        SheetGroup("What was brought in", OF_IMPORTS),
        SheetGroup("What figures are judged by", TO_JUDGE_BY),
        SheetGroup("Reference", REFERENCE),
    )
