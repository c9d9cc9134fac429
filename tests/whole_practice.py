"""The tables of an invented practice with what every area adds to it, as the workbook of the demo holds them."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from medoffice_xl.areas import demo_parts
from medoffice_xl.demo.agreements import contract_list
from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.demo.overhead import medicare_values
from medoffice_xl.intake.files import bring_in
from medoffice_xl.tables import TABLES, empty_frame

Frames = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class WholePractice:
    """Every table by name, and the day they are looked at."""

    tables: Frames
    as_of: date


def whole_practice(folder: Path, doctors: int = 1, months: int = 14, seed: int = 835) -> WholePractice:
    """Raw files brought in, and what is typed."""
    raw = write_practice(folder, doctors, months, seed)
    parts = demo_parts(raw.practice)
    typed = {"payers": payer_list(), "contracts": contract_list(), "mpfs": medicare_values()}
    tables: Frames = {name: empty_frame(table) for name, table in TABLES.items()} | typed
    for part in parts:
        tables |= part.tables
    files = [*raw.all, *(file for part in parts for file in part.files)]
    return WholePractice(tables | dict(bring_in(files, tables, today=raw.as_of).frames), raw.as_of)
