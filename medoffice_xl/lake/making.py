"""A ledger opened where a workbook says it is, and a new one made."""

from pathlib import Path

from medoffice_xl.errors import LedgerError
from medoffice_xl.files.whole import make_folder
from medoffice_xl.lake.folder import Lake
from medoffice_xl.lake.manifest import Manifest, read_manifest
from medoffice_xl.tables import TABLES

_MARK = " #"


def open_lake(folder: Path, schema: str = "") -> Lake:
    """The ledger in this folder; raises LedgerError in words where there is none that can be used.

    `schema` is the version of its tables where it is not this one's: then it is only to be read.
    """
    manifest = read_manifest(folder, schema)
    return Lake(folder, manifest, manifest)


def open_whole(folder: Path) -> Lake:
    """The same for whoever is to work with all of it: every file is there, and of the columns that it is to have."""
    lake = open_lake(folder)
    lake.check_files()
    return lake


def make_lake(folder: Path) -> Lake:
    """A ledger with no tables, to be staged and published; raises LedgerError where the folder holds anything.

    What a killed run left of a ledger that it did not come to publish is no obstacle.
    """
    make_folder(folder)
    tables = {table.name for table in TABLES.values() if table.by_month}
    if any(path.name not in tables and not path.name.startswith(".") for path in folder.iterdir()):
        raise LedgerError(f"The folder {folder} is not empty. Name a new one for the ledger; nothing was changed.")
    return Lake(folder.resolve(), Manifest(), Manifest())


def as_told(lake: Lake) -> str:
    """Where a ledger is and in which state: the text that a workbook holds."""
    return f"{lake.folder}{_MARK}{lake.state}"


def open_told(text: str) -> Lake:
    """The ledger in the state that such a text tells of; raises LedgerError where it is in another one by now."""
    folder, state = folder_told(text)
    lake = open_lake(folder)
    if lake.state != state:
        raise LedgerError(
            f"The ledger {folder} was written after this workbook last looked at it. Press Refresh, or run: medoffice "
            "refresh BOOK"
        )
    return lake


def folder_told(text: str) -> tuple[Path, str]:
    """The folder and the state that such a text tells of."""
    folder, _, state = text.rpartition(_MARK)
    return Path(folder), state
