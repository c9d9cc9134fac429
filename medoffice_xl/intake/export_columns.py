"""The table *Export columns*: what it remembers of an export's headings, and what is written there of one."""

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from medoffice_xl.readers.mapping import NOTHING
from medoffice_xl.readers.seen import Remembered, Seen
from medoffice_xl.tables import EXPORT_COLUMNS, empty_frame
from medoffice_xl.tables.export_columns import NOTHING as SAID_NOTHING
from medoffice_xl.tables.export_columns import OF_EXPORTS

_BY_HEADER = {column.header.casefold(): column.name for column in OF_EXPORTS} | {SAID_NOTHING.casefold(): NOTHING}
_BY_NAME = {column.name: column.header for column in OF_EXPORTS} | {NOTHING: SAID_NOTHING}


def remembered(rows: pd.DataFrame) -> dict[str, Remembered]:
    """What the user said, by layout: columns that they named, and a kind that is not the one of the other rows.

    What was said is a field's heading or its name, whatever its capitals; anything else is left to the reader to
    refuse.
    """
    found = {}
    for layout, own in rows.groupby("layout", sort=False):
        said = own[own["said"].str.strip() != ""]
        mapping = {
            str(heading): _BY_HEADER.get(word.strip().casefold(), word.strip())
            for heading, word in zip(said["heading"], said["said"], strict=True)
        }
        found[str(layout)] = Remembered(_kind(own["kind"]), mapping)
    return found


def _kind(kinds: "pd.Series[str]") -> str:
    """The kind of a layout: of several that stand there, the one that was typed over the others."""
    counted = Counter(kind.strip() for kind in kinds if kind.strip())
    return min(counted, key=lambda kind: counted[kind]) if counted else ""


def rows_of(seen: Seen, file: str, kind: str, said: Mapping[str, str] | None = None) -> pd.DataFrame:
    """The rows for an export: its columns as they were taken, and what was said of them."""
    rows = [
        {
            "file": file,
            "kind": kind,
            "heading": column.heading,
            "taken_as": _BY_NAME.get(column.taken_as, column.taken_as),
            "said": _BY_NAME.get((said or {}).get(column.heading, ""), (said or {}).get(column.heading, "")),
            **{f"sample{number}": sample for number, sample in enumerate(column.samples, 1)},
            "layout": seen.layout,
        }
        for column in seen.columns
    ]
    return pd.DataFrame(rows, columns=EXPORT_COLUMNS.names).astype(empty_frame(EXPORT_COLUMNS).dtypes.to_dict())
