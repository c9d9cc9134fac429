"""A small practice's workbook, and what is done to it: each run of the program with what it should leave behind."""

import os
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from medoffice_xl.book import open_book
from medoffice_xl.book.master import NAME, copy_master
from medoffice_xl.demo.agreements import contract_list
from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.demo.overhead import medicare_values
from medoffice_xl.tables import TABLES

REPORTS = ("remittance-check", "open-receivables", "denials", "voucher-check", "underpaid-claims", "appeal-letters")
DONE, PROBLEMS, COULD_NOT = 0, 1, 2
PASSING = ".medoffice-"


@dataclass(frozen=True, slots=True)
class Action:
    """One run of the program in a folder of its own.

    `words` are its command line, `prepare` fills the folder before it, and it writes into the folder `writes_to`.
    """

    name: str
    words: Callable[[Path], list[str]]
    prepare: Callable[[Path], None]
    writes_to: Callable[[Path], Path] = lambda folder: folder


def base(folder: Path) -> Path:
    """A workbook with a practice's charges and half its remittances; the other half lies beside it in `more`."""
    raw = write_practice(folder / "inbox", doctors=1, months=3, seed=5)
    book = open_book(copy_master(folder))
    book.set_setting("AsOf", raw.as_of)
    book.write({"payers": payer_list(), "contracts": contract_list(), "mpfs": medicare_values()})
    book.save()
    more = folder / "more"
    more.mkdir()
    for path in raw.remittances[::2]:
        path.rename(more / path.name)
    return book.path


def actions(filled: Path) -> list[Action]:
    """Every kind of run that writes, on copies of the folder of a filled workbook."""

    def copy(folder: Path) -> None:
        shutil.copytree(filled, folder, dirs_exist_ok=True)

    def written(folder: Path) -> None:
        copy(folder)
        _out(folder).mkdir()

    return [
        Action("import", lambda folder: ["import", str(folder / NAME), str(folder / "more")], copy),
        Action("refresh", lambda folder: ["refresh", str(folder / NAME)], copy),
        Action("init", lambda folder: ["init", str(_new(folder))], lambda folder: folder.mkdir(exist_ok=True), _new),
        *(
            Action(
                f"report {name}",
                lambda folder, name=name: ["report", str(folder / NAME), name, "--out", str(_out(folder))],  # type: ignore[misc]
                written,
                _out,
            )
            for name in REPORTS
        ),
    ]


def _new(folder: Path) -> Path:
    return folder / "new"


def _out(folder: Path) -> Path:
    return folder / "out"


def command(words: list[str]) -> list[str]:
    """A command line of the program, as a process of its own."""
    return [sys.executable, "-c", "from medoffice_xl.cli import main; main()", *words]


def state(folder: Path) -> dict[str, object]:
    """Everything in a folder that a user would look at; a file that is not whole raises."""
    return {str(path.relative_to(folder)): _content(path) for path in _files(folder)}


def is_writing(folder: Path) -> bool:
    """Whether something is being written into a folder just now."""
    try:
        with os.scandir(folder) as entries:
            return any(entry.name.startswith(PASSING) and entry.name.endswith(".tmp") for entry in entries)
    except FileNotFoundError:
        return False


def leavings(folder: Path) -> list[str]:
    """Passing files that are still there."""
    return [str(path.relative_to(folder)) for path in folder.rglob(f"{PASSING}*")]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(PASSING))


def _content(path: Path) -> object:
    """A workbook by its tables and settings, another file by what it unpacks to; that it unpacks proves it whole."""
    if path.suffix not in (".xlsm", ".xlsx", ".docx"):
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != "docProps/core.xml"}
    if path.suffix != ".xlsm":
        return parts
    book = open_book(path)
    tables = {name: book.read(name).to_csv() for name in TABLES}
    return tables | {"AsOf": book.setting("AsOf"), "parts": sorted(parts)}
