"""The physician pack of a practice, whoever has its workbook open."""

from datetime import date

import pandas as pd

import udfs
from medoffice_xl.area import headlines
from medoffice_xl.areas import pack_sections
from medoffice_xl.areas.pack.compose import Sources, compose
from medoffice_xl.areas.pack.document import Pack
from medoffice_xl.cells.what_it_is import what_it_is
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.pages.shown import ShownPages
from medoffice_xl.reports.practice import Practice
from medoffice_xl.reports.small_cells import SMALLEST_SHOWN
from medoffice_xl.tables import BENCHMARKS, THRESHOLDS

assert udfs  # importing it fills the catalogue


def pack_of(practice: Practice, pages: ShownPages, day: date) -> Pack:
    """The pack of what the pages show as of the day."""
    thresholds = practice.table(THRESHOLDS.name) if practice.has(THRESHOLDS.name) else None
    fewest = Thresholds(thresholds).on(day).whole(SMALLEST_SHOWN)
    benchmarks = practice.table(BENCHMARKS.name) if practice.has(BENCHMARKS.name) else pd.DataFrame()
    by_name = {each.name: f"{each.says}." for each in headlines()}
    sources = Sources(what_it_is, _published(benchmarks), by_name)
    return compose(pack_sections(), pages, practice.name, day, fewest, sources)


def _published(benchmarks: pd.DataFrame) -> dict[str, str]:
    """Where each measure's benchmark was published, as the practice's own table says."""
    if benchmarks.empty:
        return {}
    columns = (benchmarks[name] for name in ("measure", "source", "year"))
    return {
        str(measure): f"{source}, {int(year)}" if pd.notna(year) else str(source)
        for measure, source, year in zip(*columns, strict=True)
    }
