"""The shape of a table: described once, used by the sheets, the readers, the validation and the docs."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial


class Kind(StrEnum):
    """What a column holds, in the sheet and in a frame.

    TEXT: codes, ids and names, always text (leading zeros and `12E3` survive); empty is "".
    MONEY: dollars in the sheet, int64 cents in the frame (nullable Int64 where not required).
    PRICE: dollars for one unit, exact to nine decimals; int64 nano-dollars in the frame (nullable where not required).
    DATE: a day; datetime64[us] at midnight in the frame, NaT where missing.
    NUMBER: float64. WHOLE: int64 (nullable Int64 where not required).
    RATE: a fraction, 0.02 for 2%, float64; shown as a percentage.
    """

    TEXT = "text"
    MONEY = "money"
    PRICE = "price"
    DATE = "date"
    NUMBER = "number"
    WHOLE = "whole"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its field name, its heading in the sheet and everything else that is known of it.

    `synonyms` are headings seen in practice-management exports; `choices` the allowed values, if closed. Of a column
    that does not count, such as a note, no figure is made: figures are not given it, and a change in it changes none.
    `prompt` is said beside the cell that is typed in, where the heading's help is not enough. `ends` says of a day that
    it is a last one: 12/31/9999 may stand there.
    """

    kind: Kind
    name: str
    header: str
    doc: str
    required: bool = False
    synonyms: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    width: int = 12
    counts: bool = True
    prompt: str = ""
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the workbook.

    `key` names the columns that identify a row: two rows with the same key are the same thing said twice. `told_by`
    are those by which a row is named to a person, where the key says nothing to one. A table that may outgrow its sheet
    says in `by_month` which of its days parts it into months, in a ledger beside the workbook.
    """

    name: str
    sheet: str
    excel_name: str
    doc: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    told_by: tuple[str, ...] = ()
    by_month: str = ""

    def __iter__(self) -> Iterator[Column]:
        return iter(self.columns)

    def __getitem__(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    @property
    def names(self) -> list[str]:
        """Field names, in order."""
        return [column.name for column in self.columns]

    @property
    def told_as(self) -> str:
        """What a problem of its cells names in the place of a file."""
        return f"Sheet {self.sheet}"

    @property
    def counted(self) -> list[str]:
        """Field names of the columns that figures are made of."""
        return [column.name for column in self.columns if column.counts]

    @property
    def headers(self) -> list[str]:
        """Sheet headings, in order."""
        return [column.header for column in self.columns]


text = partial(Column, Kind.TEXT)
money = partial(Column, Kind.MONEY)
price = partial(Column, Kind.PRICE)
day = partial(Column, Kind.DATE)
number = partial(Column, Kind.NUMBER)
whole = partial(Column, Kind.WHOLE)
rate = partial(Column, Kind.RATE)
