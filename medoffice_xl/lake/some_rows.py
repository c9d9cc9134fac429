"""Some rows of a ledger's tables, and its next state where only those have changed: no other row is read or written."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from medoffice_xl.lake.columns import PLACE
from medoffice_xl.lake.database import connection, named, one_at_a_time, relation, told_in_words
from medoffice_xl.lake.folder import Lake, write_part
from medoffice_xl.lake.manifest import Part
from medoffice_xl.lake.part_checks import check_columns
from medoffice_xl.lake.parts import by_month, frame_of_arrow, in_order, read_places
from medoffice_xl.lake.places import Places, places_of_some
from medoffice_xl.tables import TABLES, Table

_QUESTION = "SELECT {wanted} FROM {rows} WHERE {holds}"


@dataclass(frozen=True, slots=True)
class SomeRows:
    """Rows of a table, in its order, and the numbers of their places in it."""

    frame: pd.DataFrame
    places: Places

    def is_as(self, other: "SomeRows") -> bool:
        """Whether both are the same rows in the same places."""
        return np.array_equal(self.places, other.places) and self.frame.equals(other.frame)


def some_rows(lake: Lake, name: str, where: str, **among: Collection[str]) -> SomeRows:
    """The rows that `where` holds of, in SQL, where `{one}` are the texts that are given as `one`.

    Raises LedgerError where the ledger cannot be read.
    """
    table = TABLES[name]
    wanted = ", ".join(f'"{each}"' for each in (*table.names, PLACE))
    found = in_order(_asked(lake, table, wanted, where, among))
    return SomeRows(frame_of_arrow(table, found.drop_columns([PLACE]), table.names), found.column(PLACE).to_numpy())


def texts_among(lake: Lake, name: str, column: str, where: str, **among: Collection[str]) -> set[str]:
    """The texts in a column of such rows."""
    return {*_asked(lake, TABLES[name], f'DISTINCT "{column}"', where, among).column(0).to_pylist()}


def with_rows(lake: Lake, before: Mapping[str, SomeRows], after: Mapping[str, pd.DataFrame]) -> Lake:
    """The next state, in which `after` stands for these rows of tables; it is staged, as by `Lake.staged`."""
    parts = {name: tuple(_parts(lake, TABLES[name], before[name], after[name])) for name in after}
    return replace(lake, manifest=lake.manifest.followed_by(parts))


def _asked(lake: Lake, table: Table, wanted: str, where: str, among: Mapping[str, Collection[str]]) -> Any:
    parts = lake.manifest.tables[table.name]
    check_columns(lake.folder, table, parts)
    with one_at_a_time, told_in_words():
        texts = {name: _texts(listed) for name, listed in among.items()}
        with named(rows=relation(lake.folder, table, parts, table.names), **texts) as names:
            holds = where.format(**{name: f"(FROM {names[name]})" for name in among})
            return connection().sql(_QUESTION.format(wanted=wanted, rows=names["rows"], holds=holds)).to_arrow_table()


def _texts(listed: Collection[str]) -> Any:
    import pyarrow as pa  # noqa: PLC0415  (cell functions import without it)

    return connection().from_arrow(pa.table({"text": pa.array(sorted(listed), pa.large_string())}))


def _parts(lake: Lake, table: Table, before: SomeRows, after: pd.DataFrame) -> Iterator[Part]:
    """The table's files; those of months in which none of the rows changed stay."""
    there = {part.month: part for part in lake.manifest.tables[table.name]}
    places = _places_after(lake, table, before, after)
    was, now = dict(by_month(table, before.frame)), dict(by_month(table, after))
    none = np.zeros(0, dtype=np.intp)
    for month in sorted({*there, *now}):
        gone, come = _of(before, was.get(month, none)), _of(SomeRows(after, places), now.get(month, none))
        if month in there and gone.is_as(come):
            yield there[month]
            continue
        rows = _month_after(lake, table, there.get(month), gone.places, come)
        if len(rows.frame):
            yield write_part(lake.folder, table, month, rows.frame, rows.places)


def _of(rows: SomeRows, which: "np.typing.NDArray[np.intp]") -> SomeRows:
    return SomeRows(rows.frame.iloc[which].reset_index(drop=True), rows.places[which])


def _month_after(lake: Lake, table: Table, part: Part | None, gone: Places, come: SomeRows) -> SomeRows:
    """A month's rows less those that are gone and with those that have come, in the order of their places."""
    held, numbers = read_places(lake.folder, table, [part] if part else [], table.names)
    stays = ~np.isin(numbers, gone)
    rows = pd.concat([held[stays], come.frame[table.names]], ignore_index=True)
    places = np.concatenate([numbers[stays], come.places])
    return _of(SomeRows(rows, places), np.argsort(places, kind="stable"))


def _places_after(lake: Lake, table: Table, before: SomeRows, after: pd.DataFrame) -> Places:
    (last,) = _asked(lake, table, f"coalesce(max({PLACE}), -1)", "true", {}).column(0).to_pylist()
    return places_of_some(table.key, before.frame, before.places, after, int(last))
