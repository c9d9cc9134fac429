"""`medoffice upgrade`: the whole way of a workbook from its version to the one installed, or nothing at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import udfs  # noqa: F401  (registers the functions whose calls are rewritten)
from medoffice_xl.book.access import content_mark, read_bytes, replace_file, sole_writer
from medoffice_xl.book.book import Book
from medoffice_xl.book.layout import schema_of
from medoffice_xl.book.master import master_workbook
from medoffice_xl.book.package import Package
from medoffice_xl.book.places import Place
from medoffice_xl.book.shared_strings import shared_items, text_of
from medoffice_xl.book.sheet_part import Cell, cells, patch_values, rows, split
from medoffice_xl.book.told_names import LEDGER_FOLDER
from medoffice_xl.book.trees import as_bytes, read_tree
from medoffice_xl.cells.arguments import read_date
from medoffice_xl.errors import BookError, BookVersion, MedOfficeError
from medoffice_xl.files.whole import write_whole
from medoffice_xl.intake.as_of import POSTED, moved_as_of, newest_posting
from medoffice_xl.lake import as_told
from medoffice_xl.tables import SCHEMA_VERSION, TABLES
from medoffice_xl.upgrade.comments import has_comments, put_comments
from medoffice_xl.upgrade.contents import carry_people, list_sheets
from medoffice_xl.upgrade.data_sheets import DataSheets, carried_rows
from medoffice_xl.upgrade.former import Former
from medoffice_xl.upgrade.ledger import carried_ledger, published
from medoffice_xl.upgrade.parts import Copies
from medoffice_xl.upgrade.places import move_of
from medoffice_xl.upgrade.recorded import BEHIND_THE_SCENES, anchors, recorded, shown
from medoffice_xl.upgrade.references import Moves
from medoffice_xl.upgrade.rules import count_rules
from medoffice_xl.upgrade.signatures import present_words
from medoffice_xl.upgrade.styles import Styles
from medoffice_xl.upgrade.user_sheets import Rewritten, Told, UserSheets

CONF = "xlwings.conf"


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What an upgrade came to.

    `rows` counts each table's rows; `sheets` and `names` are the user's; `left_out` is what could not be carried and
    was left out because the user said so; `made_again` names sheets that a button makes.
    """

    path: Path
    former: Path
    version: str
    rows: dict[str, int]
    sheets: list[str]
    names: list[str]
    rewritten: list[Rewritten]
    left_out: list[str]
    made_again: list[str]


class NotCarried(BookError):
    """Something of the user's cannot be carried; `obstacles` names each. Nothing was changed."""

    def __init__(self, name: str, obstacles: list[str]) -> None:
        self.obstacles = obstacles
        listed = "\n".join(f"  · {one}" for one in obstacles)
        super().__init__(
            f"{name} was left as it is, because this cannot be carried to the new version:\n{listed}\n"
            "Move or note it elsewhere and try again; or go on without it: medoffice upgrade BOOK --without"
        )


def upgrade(path: Path, *, without: bool = False) -> Upgraded:
    """Carry a workbook to this version; the former file stays beside it under its version's name.

    Raises NotCarried, before anything is done, when something of the user's would be lost, unless he goes on `without`
    it; BookVersion for a workbook that needs no upgrade or is of a newer version.
    """
    with sole_writer(path):
        data = read_bytes(path)
        package = Package(data, path.name)
        version = schema_of(package, path.name)
        if version == SCHEMA_VERSION:
            raise BookVersion(f"{path.name} is of this version already; nothing was changed.")
        former = Former(Book(path, data, package), recorded(version))
        told = Told()
        new = _new_book(path)
        _collisions(former, new, told)
        rows = _carry(former, new, told)
        lake = carried_ledger(former.book, version)
        if lake:
            new.set_setting(LEDGER_FOLDER, as_told(lake))
        if told.obstacles and not without:
            raise NotCarried(path.name, sorted(set(told.obstacles)))
        beside = _beside(path, version)
        write_whole(beside, data)
        try:
            with published(lake):
                replace_file(path, new.package, content_mark(data))
        except MedOfficeError:
            beside.unlink()
            raise
    return Upgraded(
        path, beside, version, rows, former.own_sheets, former.own_names, told.rewritten,
        sorted(set(told.obstacles)), former.made_reports,
    )  # fmt: skip


def _new_book(path: Path) -> Book:
    """This version's empty workbook, to be saved at the former one's place."""
    master = master_workbook()
    data = master.read_bytes()
    return Book(path, data, Package(data, master.name))


def _beside(path: Path, version: str) -> Path:
    """Where the former file goes: a name that is free."""
    wanted = path.with_name(f"{path.stem} (version {version}){path.suffix}")
    number = 2
    while wanted.exists():
        wanted = path.with_name(f"{path.stem} (version {version}, {number}){path.suffix}")
        number += 1
    return wanted


def _collisions(former: Former, new: Book, told: Told) -> None:
    """What the user has called as the new version calls something of its own."""
    layout = new.layout
    sheets, tables = {name.casefold() for name in layout.sheets}, {name.casefold() for name in layout.tables}
    told.obstacles += [
        f"Your sheet “{name}” is called as a sheet of the new version. Rename it first."
        for name in former.own_sheets
        if name.casefold() in sheets
    ]
    told.obstacles += [
        f"Your name {name} is used by the new version. Rename it first."
        for name in former.own_names
        if name in layout.names
    ]
    told.obstacles += [
        f"Your table {name} is called as a table of the new version. Rename it first."
        for name, part in former.tables.items()
        if part.sheet in former.own_sheets and name.casefold() in tables
    ]


def _carry(former: Former, new: Book, told: Told) -> dict[str, int]:
    shared = [
        table
        for table in TABLES.values()
        if table.excel_name in former.tables and table.excel_name in new.layout.tables
    ]
    frames = {table.name: carried_rows(former, table, new.read(table.name), told) for table in shared}
    new.write(frames)
    moves = Moves(
        {
            former.tables[table.excel_name].sheet: move_of(
                former.tables[table.excel_name],
                new.layout.tables[table.excel_name],
                {},
                former.own_columns(former.tables[table.excel_name]),
            )
            for table in shared
        },
        former.inputs,
        frozenset(former.recorded.sheets) - {former.tables[table.excel_name].sheet for table in shared},
        partial(present_words, former.recorded.functions),
    )
    styles = Styles(former.package, new.package)
    sheets = UserSheets(former, moves, styles, told)
    copies = Copies(former.package, new.package, sheets.changed)
    data = DataSheets(former, new, moves, styles, told)
    for table in shared:
        data.carry(former.tables[table.excel_name])
        _comments(former, new, former.tables[table.excel_name].sheet, moves, copies)
    _settings(former, new)
    _day_of_the_figures(new)
    _conf(former, new)
    _pages(former, told)
    copied = {name: copies.copy(former.sheets[name], sheets.content(name)) for name in former.own_sheets}
    _table_ids(new)
    list_sheets(new.package, copies, former, sheets, copied)
    carry_people(former.package, copies)
    copies.save()
    styles.save()
    return {table.sheet: len(frames[table.name]) for table in shared if len(frames[table.name])}


def _comments(former: Former, new: Book, sheet: str, moves: Moves, copies: Copies) -> None:
    old_part, new_part = former.sheets[sheet], new.layout.sheets[sheet]
    if has_comments(former.package, old_part):
        put_comments(copies, former.package, new.package, (old_part, new_part), moves.sheets[sheet])


def _settings(former: Former, new: Book) -> None:
    """Settings and inputs that the user has changed, by name."""
    for (sheet, place), name in former.inputs.items():
        reference = new.layout.names.get(name.lower(), "")
        if not reference or ":" in reference or name == LEDGER_FOLDER:
            continue
        cell = next((cell for cell in former.cells_of(sheet) if cell.place == place), None)
        if shown(cell, former.shared) != former.recorded.inputs.get(name.lower(), ""):
            new.set_setting(name, former.book.setting(name))


def _day_of_the_figures(new: Book) -> None:
    """A workbook whose day nobody had typed shows the newest day posted, as after an import."""
    newest = newest_posting({name: new.column(name, column) for name, column in POSTED.items()}, date.today())
    day = moved_as_of(read_date(new.setting("AsOf")), None, newest)
    if day:
        new.set_setting("AsOf", day)
        new.set_setting("AsOfMoved", day)


def _conf(former: Former, new: Book) -> None:
    """Where Python is, and what else xlwings reads from its hidden sheet."""
    if CONF not in former.sheets or CONF not in new.layout.sheets:
        return
    before = _pairs(former.cells_of(CONF), former.shared)
    part = new.layout.sheets[CONF]
    content = new.package.read(part)
    now = _pairs([cell for _, row in rows(split(content, part).rows) for cell in cells(row)], shared_items(new.package))
    values = {Place(row, 2): before[key][1] for key, (row, _) in now.items() if key in before and before[key][1]}
    new.package.replace(part, patch_values(content, values, {}, part))


def _pairs(found: Iterable[Cell], shared: list[bytes]) -> dict[str, tuple[int, str]]:
    """Rows of key and value, by key."""
    texts = {cell.place: text_of(cell, shared) for cell in found}
    return {
        key: (place.row, texts.get(Place(place.row, 2), ""))
        for place, key in texts.items()
        if place.column == 1 and key
    }


def _pages(former: Former, told: Told) -> None:
    """What the user has put on pages of ours, which are laid out anew."""
    data = former.table_of_sheet
    for sheet in former.sheets:
        if sheet not in former.recorded.sheets or sheet in BEHIND_THE_SCENES:
            continue
        part = former.sheets[sheet]
        if sheet not in data:
            told.obstacles += [f"{sheet}!{cell.place} holds something of yours." for cell in former.own_cells(sheet)]
            if has_comments(former.package, part):
                told.obstacles.append(f"The page {sheet} has comments.")
            if count_rules(former.package, part) > former.recorded.rules.get(sheet, 0):
                told.obstacles.append(f"The page {sheet} has a conditional format of yours.")
        if anchors(former.package, part) > former.recorded.anchors.get(sheet, 0):
            told.obstacles.append(f"The sheet {sheet} has a chart or picture of yours.")


def _table_ids(new: Book) -> None:
    """Every table its own number, as Excel wants it."""
    for number, part in enumerate((part for part in new.package.parts if part.startswith("xl/tables/")), start=1):
        root = read_tree(new.package, part)
        if root.get("id") != str(number):
            root.set("id", str(number))
            new.package.replace(part, as_bytes(root))
