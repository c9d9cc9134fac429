"""A table's rows as sheet XML, streamed: some hundred thousand rows in seconds and little memory.

Each column is formatted in one go, so that the cost of a cell is one small string; equal texts are escaped once.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from medoffice_xl.book.places import letters
from medoffice_xl.book.user_formats import Formats
from medoffice_xl.book.values import is_plain, number_text, text_xml
from medoffice_xl.errors import BookError
from medoffice_xl.money import price_digits
from medoffice_xl.tables import Column, Kind, Table
from medoffice_xl.tables.frames import EPOCH

_ROWS_AT_A_TIME = 10_000
_CENTS = 100
_ADDRESS_AND_STYLE = re.compile(r'(<c r="[A-Z]+\d+")(?: s="\d+")?')


@dataclass(frozen=True, slots=True)
class Extra:
    """What stands in the same rows but is not ours: the user's own columns, and notes beside the table.

    `cells` holds a row's further cells by column number; `attributes` what else is said of a row, its height say;
    `formats` the formats of cells that look otherwise than their column does.
    """

    cells: Mapping[int, Mapping[int, str]]
    attributes: Mapping[int, str]
    formats: Formats


def row_chunks(
    table: Table,
    frame: pd.DataFrame,
    first_row: int,
    columns: Mapping[str, int],
    styles: Mapping[str, str],
    extra: Extra,
) -> Iterator[bytes]:
    """The rows, some thousands at a time. `columns` says where each field stands, `styles` its style attribute."""
    order = sorted(table.columns, key=lambda column: columns[column.name])
    for start in range(0, len(frame), _ROWS_AT_A_TIME):
        chunk = frame.iloc[start : start + _ROWS_AT_A_TIME]
        numbers = range(first_row + start, first_row + start + len(chunk))
        written = [
            _column_cells(
                table, column, chunk[column.name], letters(columns[column.name]), styles[column.name], numbers
            )
            for column in order
        ]
        places = [columns[column.name] for column in order]
        yield "".join(_joined(numbers, written, places, extra)).encode()


def blank_row(table: Table, number: int, columns: Mapping[str, int], styles: Mapping[str, str], extra: Extra) -> bytes:
    """The one empty row that a table without data keeps."""
    order = sorted(table.columns, key=lambda column: columns[column.name])
    written = [[f'<c r="{letters(columns[column.name])}{number}"{styles[column.name]}/>'] for column in order]
    return "".join(_joined([number], written, [columns[column.name] for column in order], extra)).encode()


def _joined(
    numbers: Sequence[int], written: Sequence[Sequence[str]], places: Sequence[int], extra: Extra
) -> Iterator[str]:
    for number, own in zip(numbers, zip(*written, strict=True), strict=True):
        attributes = extra.attributes.get(number, "")
        formats = extra.formats.get(number)
        looks: Sequence[str] = own
        if formats:
            looks = [_formatted(cell, formats.get(place)) for place, cell in zip(places, own, strict=True)]
        further = extra.cells.get(number)
        if not further:
            yield f'<row r="{number}"{attributes}>{"".join(looks)}</row>'
            continue
        by_place = dict(zip(places, looks, strict=True)) | dict(further)
        yield f'<row r="{number}"{attributes}>{"".join(by_place[place] for place in sorted(by_place))}</row>'


def _formatted(cell: str, style: str | None) -> str:
    """The cell in another format."""
    if style is None:
        return cell
    return _ADDRESS_AND_STYLE.sub(rf'\1 s="{style}"', cell, count=1)


def _column_cells(
    table: Table, column: Column, series: "pd.Series", letter: str, style: str, numbers: Sequence[int]
) -> list[str]:
    """One column's cells. Empty ones are written too: they carry the column's style."""
    contents = _texts(table, column, series, letter) if column.kind is Kind.TEXT else _plain(column.kind, series)
    head, middle = f'<c r="{letter}', f'"{style}'
    return [f"{head}{number}{middle}{content}" for number, content in zip(numbers, contents, strict=True)]


def _plain(kind: Kind, series: "pd.Series") -> list[str]:
    """Numbers, amounts and days."""
    if not series.hasnans:
        return [f"><v>{value}</v></c>" for value in _PLAIN[kind](series)]
    return [
        "/>" if missing else f"><v>{value}</v></c>"
        for value, missing in zip(_PLAIN[kind](series), series.isna().tolist(), strict=True)
    ]


def _texts(table: Table, column: Column, series: "pd.Series", letter: str) -> list[str]:
    """Text; what XML would read otherwise is looked for in all of it at once, and is rare in codes and ids."""
    values = series.fillna("").tolist()
    different = set(values)
    if is_plain(different):
        made = {text: f' t="inlineStr"><is><t>{text}</t></is></c>' for text in different}
    else:
        made = {text: _text_content(table, column, text, letter) for text in different}
    made[""] = "/>"
    return [made[text] for text in values]


def _text_content(table: Table, column: Column, text: str, letter: str) -> str:
    try:
        return f' t="inlineStr"><is>{text_xml(text)}</is></c>'
    except BookError as error:
        raise BookError(f"{table.sheet}, column {letter} ({column.header}): {error}") from error


def _days(series: "pd.Series") -> list[int]:
    return ((series - EPOCH) // pd.Timedelta(days=1)).fillna(0).astype("int64").tolist()


def _dollars(series: "pd.Series") -> list[str]:
    """Cents as dollars, written from the whole number: no float comes between."""
    return [_dollar_text(cents) for cents in series.fillna(0).astype("int64").tolist()]


def _prices(series: "pd.Series") -> list[str]:
    return [price_digits(nanos) for nanos in series.fillna(0).astype("int64").tolist()]


def _dollar_text(cents: int) -> str:
    dollars, rest = divmod(abs(cents), _CENTS)
    sign = "-" if cents < 0 else ""
    return f"{sign}{dollars}.{rest:02d}" if rest else f"{sign}{dollars}"


def _numbers(series: "pd.Series") -> list[str]:
    try:
        return [number_text(value) for value in series.fillna(0).tolist()]
    except ValueError as error:
        raise BookError(f"The column {series.name} holds a number that no cell can hold ({error}).") from error


_PLAIN: dict[Kind, Callable[["pd.Series"], Sequence[object]]] = {
    Kind.MONEY: _dollars,
    Kind.PRICE: _prices,
    Kind.DATE: _days,
    Kind.NUMBER: _numbers,
    Kind.WHOLE: _numbers,
    Kind.RATE: _numbers,
}
