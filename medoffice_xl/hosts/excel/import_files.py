"""Import files: chosen in the host's dialog, taken into the tables of the live workbook."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import xlwings

from medoffice_xl.cells.arguments import read_date
from medoffice_xl.files.fault_log import write_down
from medoffice_xl.hosts.excel import file_dialog, refresh
from medoffice_xl.hosts.excel.complaints import confirm, inform
from medoffice_xl.hosts.excel.file_dialog import choose_files
from medoffice_xl.hosts.excel.import_message import figures_that_changed, import_message
from medoffice_xl.hosts.excel.live_ledger import ledger_of, shown, tell, without_typed
from medoffice_xl.hosts.excel.live_tables import as_of, find_table, named_value, read_table
from medoffice_xl.hosts.excel.progress import Progress
from medoffice_xl.intake import settings_of
from medoffice_xl.intake.as_of import POSTED, moved_as_of, newest_posting
from medoffice_xl.intake.files import BroughtIn, Reader, bring_in
from medoffice_xl.intake.restated import replacements
from medoffice_xl.intake.room import ledger_offered
from medoffice_xl.intake.rows_of_ledger import LARGE
from medoffice_xl.lake import Lake
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.recognise import read_cms_file
from medoffice_xl.render.live import bring_forward
from medoffice_xl.render.live_table import carry_out, plan
from medoffice_xl.tables import EXPORT_COLUMNS, TABLES


def run(book: xlwings.Book, say: Progress) -> None:
    """Let the user choose files, take them in, and say what became of each."""
    paths = choose_files(book)
    if paths:
        take_in(book, say, paths)


def run_medicare(book: xlwings.Book, say: Progress) -> None:
    """The same for CMS's fee schedule, drug payment limits and unit limits: any other file is refused."""
    paths = choose_files(book, file_dialog.MEDICARE)
    if paths:
        take_in(book, say, paths, read_cms_file)


def take_in(book: xlwings.Book, say: Progress, paths: list[Path], read: Reader | None = None) -> None:
    """Take files into the live workbook's tables, recalculate, and say what became of each."""
    say("reading the tables")
    live = {
        name: read_table(book, table)
        for name, table in TABLES.items()
        if find_table(book, table.excel_name) is not None
    }
    tables = {name: table.frame for name, table in live.items()}
    lake = ledger_of(book)
    typed: list[Problem] = []
    if lake:
        for name in lake.manifest.tables:
            live[name], told = without_typed(lake, TABLES[name], live[name])
            typed += told
        tables |= {name: lake.frame(name) for name in lake.manifest.tables if name not in LARGE}
        tables = {name: frame for name, frame in tables.items() if name not in LARGE}
    brought = bring_in(
        paths,
        tables,
        today=date.today(),
        unread=[*(problem for table in live.values() for problem in table.problems), *typed],
        settings=settings_of(lambda name: named_value(book, name)),
        read=read,
        progress=lambda what: say(what[:1].lower() + what[1:]),
        agree=lambda file, understood: confirm(book, f"{file}\n\n{understood}\n\nTake it in so?"),
        lake=lake,
    )
    frames = {**brought.frames, **brought.to_say}
    beside: dict[str, pd.DataFrame] = {}
    if lake and brought.frames:
        lake = brought.lake.published() if brought.lake else lake
        beside = shown(book, lake)
        frames |= beside
    steps = [
        plan(
            (found := live.get(name) or read_table(book, TABLES[name])).place,
            TABLES[name],
            found.cells,
            found.frame,
            found.lines,
            frame,
        )
        for name, frame in frames.items()
    ]
    further = [*_to_look_at(brought), *_offer(lake, {**tables, **brought.frames})]
    if steps:
        say("writing the tables")
        with _calculating_once(book):
            carry_out(steps)
            if lake:
                tell(book, lake, live, beside)
            _move_as_of(book, lake, {**tables, **brought.frames})
        further += _calculated(book, say) if brought.frames else []
    if brought.to_say:
        bring_forward(book.sheets[EXPORT_COLUMNS.sheet])
    inform(book, import_message(brought.outcomes, further))


def _move_as_of(book: xlwings.Book, lake: Lake | None, frames: Mapping[str, pd.DataFrame]) -> None:
    """Let the day of the figures follow what was posted."""
    moved_to = named_value(book, "AsOfMoved")
    posted = {
        name: (lake.frame(name, [column]) if lake and name in lake else frames[name])[column]
        for name, column in POSTED.items()
        if name in frames or lake
    }
    day = moved_as_of(as_of(book), read_date(moved_to) if moved_to else None, newest_posting(posted, date.today()))
    if day:
        for name in ("AsOf", "AsOfMoved"):
            book.names[name].refers_to_range.value = datetime(day.year, day.month, day.day)


def _calculated(book: xlwings.Book, say: Progress) -> list[str]:
    """The rows are in whatever becomes of the figures, so a failure here is told, not raised."""
    try:
        refresh.run(book, say)
    except Exception as error:
        write_down(error, "Refresh after an import")
        return ["The figures could not be calculated yet: press Refresh."]
    return []


@contextmanager
def _calculating_once(book: xlwings.Book) -> Iterator[None]:
    """Keep the host from calculating every figure after every table, where it can be kept."""
    mode = None
    with suppress(Exception):
        mode = book.app.calculation
        book.app.calculation = "manual"
    try:
        yield
    finally:
        if mode is not None:
            book.app.calculation = mode


def _offer(lake: Lake | None, frames: Mapping[str, pd.DataFrame]) -> list[str]:
    """A ledger, where the sheets' end is near and there is none."""
    offered = "" if lake else ledger_offered(frames)
    return [offered] if offered else []


def _to_look_at(brought: BroughtIn) -> list[str]:
    matter = sum(problem.severity in (Severity.MONEY, Severity.DATA) for problem in brought.problems)
    told = figures_that_changed(replacements(brought.problems))
    told += [f"{matter:,} problems to look at: see the sheet Problems."] if matter else []
    return [*told, brought.underpaid] if brought.underpaid else told
