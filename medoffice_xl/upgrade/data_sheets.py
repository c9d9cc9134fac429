"""Our data sheets in the new workbook: the former rows, and on and beside them what the user has put there."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from html import escape, unescape

import pandas as pd

from medoffice_xl.book.book import Book
from medoffice_xl.book.layout import TablePart, read_layout
from medoffice_xl.book.places import Place, letters
from medoffice_xl.book.row_patches import put_cells
from medoffice_xl.book.shared_strings import text_of
from medoffice_xl.book.sheet_part import Cell, formulas
from medoffice_xl.book.trees import as_bytes, main, read_tree
from medoffice_xl.tables import Kind, Table, frame_from_cells
from medoffice_xl.upgrade.former import Former
from medoffice_xl.upgrade.references import Moves, Unfollowed
from medoffice_xl.upgrade.rules import Rules
from medoffice_xl.upgrade.styles import Styles
from medoffice_xl.upgrade.user_sheets import Rewritten, Told


class DataSheets:
    """Carries what is the user's on our data sheets. The rows themselves are written before, by `carried_rows`."""

    def __init__(self, former: Former, new: Book, moves: Moves, styles: Styles, told: Told) -> None:
        self._former, self._new, self._moves, self._styles, self._told = former, new, moves, styles, told

    def carry(self, table: TablePart) -> None:
        """Carry one sheet: the user's columns of its table, his colours, conditional formats, and notes beside it."""
        sheet, move = table.sheet, self._moves.sheets[table.sheet]
        own = set(self._former.own_columns(table))
        mine = {table.area.first.column + index for index, heading in enumerate(table.headers) if heading in own}
        there = self._former.cells_of(sheet)
        came = self._former.recorded.filled.get(sheet, frozenset())
        placed, formats = {}, {}
        usual = _usual_styles(there, table)
        for cell in there:
            inside, goes = cell.place in table.area, move.place(cell.place)
            beside = not inside and cell.inner and str(cell.place) not in came
            if goes is None:
                if cell.inner and beside:
                    self._told.obstacles.append(f"{sheet}!{cell.place} stands where nothing can stand any more.")
            elif beside or (inside and cell.place.column in mine):
                placed[goes] = self._xml(cell, goes, sheet)
            elif inside and cell.place in table.body and self._coloured(cell, usual):
                formats[goes] = int(cell.attributes["s"])
        self._put(table, placed, formats)
        if own:
            self._add_columns(table, [heading for heading in table.headers if heading in own])
        self._rules(sheet)

    def _rules(self, sheet: str) -> None:
        former = self._former.package.read(self._former.sheets[sheet])
        rules = Rules(former, sheet, partial(self._moves.formula, sheet=sheet), self._styles)
        self._told.obstacles += rules.obstacles
        part = self._new.layout.sheets[sheet]
        self._new.package.replace(part, rules.onto(self._new.package.read(part)))

    def _coloured(self, cell: Cell, usual: Mapping[int, int]) -> bool:
        style, common = int(cell.attributes.get("s", "0")), usual.get(cell.place.column, 0)
        return style != common and self._styles.looks(style) != self._styles.looks(common)

    def _put(self, table: TablePart, placed: Mapping[Place, str], formats: Mapping[Place, int]) -> None:
        if not placed and not formats:
            return
        package = self._new.package
        part = read_layout(package).sheets[table.sheet]
        content = package.read(part)
        under = _styles_of(content, set(formats))
        new_formats = {place: self._styles.cell(style, under.get(place, 0)) for place, style in formats.items()}
        package.replace(part, put_cells(content, placed, new_formats, part))

    def _xml(self, cell: Cell, goes: Place, sheet: str) -> str:
        """A cell of the user's as it shall stand: format, text and formula."""
        style = self._styles.cell(int(cell.attributes.get("s", "0")))
        head = f'<c r="{goes}" s="{style}"'
        kind = cell.attributes.get("t", "")
        if b"<f" in cell.inner:
            formula = next(formulas(cell.raw))
            value = cell.inner.partition(b"<v>")[2].partition(b"</v>")[0].decode()
            text = self._formula(formula.text, sheet, str(cell.place))
            said = f' t="{kind}"' if kind in ("str", "b", "e") else ""
            return f"{head}{said}><f>{escape(text, quote=False)}</f><v>{value}</v></c>"
        if kind in ("s", "inlineStr", "str"):
            text = escape(text_of(cell, self._former.shared), quote=False)
            return f'{head} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
        if not cell.inner:
            return f"{head}/>"
        said = f' t="{kind}"' if kind in ("b", "e") else ""
        return f"{head}{said}>{cell.inner.decode()}</c>"

    def _formula(self, text: str, sheet: str, place: str) -> str:
        try:
            now = self._moves.formula(text, sheet)
        except Unfollowed as why:
            self._told.obstacles.append(f"{sheet}!{place}: {why}.")
            return text
        if now != text:
            self._told.rewritten.append(Rewritten(f"{sheet}!{place}", text, now))
        return now

    def _add_columns(self, table: TablePart, own: list[str]) -> None:
        """Let the new table reach over the user's columns."""
        package = self._new.package
        now = read_layout(package).tables[table.name]
        former = {
            column.get("name"): column
            for column in read_tree(self._former.package, table.part).iter(main("tableColumn"))
        }
        root = read_tree(package, now.part)
        columns = root.find(main("tableColumns"))
        for heading in own:
            number = max(int(column.get("id")) for column in columns) + 1
            column = columns.makeelement(main("tableColumn"), {"id": str(number), "name": heading})
            pattern = former[heading].find(main("calculatedColumnFormula"))
            if pattern is not None and pattern.text:
                made = columns.makeelement(main("calculatedColumnFormula"), {})
                made.text = self._formula(pattern.text, table.sheet, heading)
                column.append(made)
            columns.append(column)
        columns.set("count", str(len(columns)))
        wide = f"{now.area.first}:{letters(now.area.last.column + len(own))}{now.area.last.row}"
        root.set("ref", wide)
        for filtered in root.iter(main("autoFilter")):
            filtered.set("ref", wide)
        package.replace(now.part, as_bytes(root))
        self._widen(table, own)

    def _widen(self, table: TablePart, own: list[str]) -> None:
        """The user's columns as wide as they were."""
        package, move = self._new.package, self._moves.sheets[table.sheet]
        widths = dict(_widths(self._former.package.read(self._former.sheets[table.sheet])))
        part = read_layout(package).sheets[table.sheet]
        content = package.read(part)
        extra = "".join(
            f'<col min="{goes}" max="{goes}" width="{widths[old]}" customWidth="1"/>'
            for heading in own
            if (old := table.area.first.column + table.headers.index(heading)) in widths
            and (goes := move.columns[old]) not in dict(_widths(content))
        )
        if extra and b"</cols>" in content:
            package.replace(part, content.replace(b"</cols>", f"{extra}</cols>".encode(), 1))


def carried_rows(former: Former, table: Table, published: pd.DataFrame, told: Told) -> pd.DataFrame:
    """The rows a sheet shall hold: the user's; of `published` rows those he has neither changed nor taken out.

    What cannot be read is told as an obstacle, because its row would be lost.
    """
    read = former.book.as_the_file_has_it(table)
    frame = read.frame
    told.obstacles += [
        f"{problem.problem} ({table.sheet}, row {problem.line}, {problem.column})" for problem in read.problems
    ]
    came = former.recorded.published.get(table.excel_name)
    if not came or published.empty:
        return frame
    as_it_came = _frame(table, former.recorded.tables[table.excel_name], came)
    return _over(table, published, as_it_came, frame)


def _frame(table: Table, headings: Sequence[str], texts: Sequence[Sequence[str]]) -> pd.DataFrame:
    """Recorded rows as a frame: numbers and days were recorded as the cells hold them."""
    words = {text.casefold() for column in table if column.kind is Kind.TEXT for text in (column.header, column.name)}
    plain = [heading.casefold() in words for heading in headings]
    cells = [
        [text if words_only or not text else float(text) for words_only, text in zip(plain, row, strict=True)]
        for row in texts
    ]
    return frame_from_cells(table, headings, cells)[0]


def _over(table: Table, published: pd.DataFrame, came: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame:
    """The published rows, but those that the user has changed as he has them and those he took out not at all.

    `came` are the rows as they came with the former version. The former order stays; rows that are new are last.
    """
    keys, names = list(table.key), table.names
    order = {key: place for place, key in enumerate(_rows(frame, keys))}
    as_they_came = set(_rows(came, names))
    changed = frame.loc[[row not in as_they_came for row in _rows(frame, names)]]
    not_wanted = {*_rows(changed, keys), *(key for key in _rows(came, keys) if key not in order)}
    rest = published.loc[[key not in not_wanted for key in _rows(published, keys)]]
    whole = pd.concat([rest, changed], ignore_index=True) if len(changed) else rest
    places = [order.get(key, len(order)) for key in _rows(whole, keys)]
    return whole.iloc[sorted(range(len(whole)), key=places.__getitem__)].reset_index(drop=True)


def _rows(frame: pd.DataFrame, names: list[str]) -> list[tuple[str, ...]]:
    return [tuple(row) for row in frame[names].astype("str").to_numpy().tolist()]


def _usual_styles(there: list[Cell], table: TablePart) -> dict[int, int]:
    """The format that most cells of each column have."""
    counted: dict[int, Counter[int]] = {}
    for cell in there:
        if cell.place in table.body:
            counted.setdefault(cell.place.column, Counter())[int(cell.attributes.get("s", "0"))] += 1
    return {column: styles.most_common(1)[0][0] for column, styles in counted.items()}


def _styles_of(content: bytes, places: set[Place]) -> dict[Place, int]:
    """The formats that some cells have now."""
    wanted = {str(place).encode(): place for place in places}
    found = {}
    for match in re.finditer(rb'<c r="([A-Z]+\d+)"(?: s="(\d+)")?', content):
        if match[1] in wanted:
            found[wanted[match[1]]] = int(match[2] or 0)
    return found


def _widths(content: bytes) -> Iterator[tuple[int, str]]:
    for tag in re.findall(rb"<col\b[^>]*>", content[: content.find(b"<sheetData")]):
        told = {name: unescape(value) for name, value in re.findall(r'(\w+)="([^"]*)"', tag.decode())}
        for column in range(int(told["min"]), min(int(told["max"]), 200) + 1):
            if "width" in told:
                yield column, told["width"]
