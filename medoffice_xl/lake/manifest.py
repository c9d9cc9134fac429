"""What a ledger holds: its tables, and of each the files that are its rows. What is not listed is not in the ledger.

The manifest is one small file, `ledger.json`. A new state of the ledger is written beside the old one, file by file,
and becomes the ledger's when its manifest takes the old one's place, in one step.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from medoffice_xl.errors import LedgerError
from medoffice_xl.files.words import in_words
from medoffice_xl.tables import SCHEMA_VERSION

NAME = "ledger.json"
FORMAT = 1
"""The number of this way of writing a ledger down."""

UNDATED = "undated"
"""The month of rows without a day."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a table: a month's rows. Its name, beside the ledger's folder, carries a hash of its bytes."""

    file: str
    month: str
    rows: int
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of each table, in the order of their months; and in `former` those that only the state before had."""

    tables: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)
    former: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """A short hash of all content: the same text, the same rows."""
        return _short([part.digest for name in sorted(self.tables) for part in (*self.tables[name],)], *self.tables)

    @property
    def files(self) -> set[str]:
        """The names of all files that are in use."""
        return {part.file for parts in self.tables.values() for part in parts}

    def rows(self, table: str) -> int:
        """How many rows a table has."""
        return sum(part.rows for part in self.tables[table])

    def version(self, table: str) -> str:
        """A short hash of one table's content."""
        return _short([part.digest for part in self.tables[table]], table)

    def followed_by(self, tables: Mapping[str, tuple[Part, ...]]) -> "Manifest":
        """The state after this one, with other files for some tables."""
        return Manifest({**self.tables, **tables})

    def as_bytes(self) -> bytes:
        """The file's content."""
        told = {
            "format": FORMAT,
            "schema": SCHEMA_VERSION,
            "state": self.state,
            "tables": {
                name: [{key: getattr(part, key) for key in Part.__slots__} for part in parts]
                for name, parts in self.tables.items()
            },
            "former": list(self.former),
        }
        return json.dumps(told, indent=1).encode()


def read_manifest(folder: Path, schema: str = "") -> Manifest:
    """The manifest of a folder; raises LedgerError in words where there is none, or none that this version reads.

    `schema` is the version its tables are to be of; left out, this one's.
    """
    try:
        content = (folder / NAME).read_bytes()
    except FileNotFoundError:
        raise LedgerError(_missing(folder)) from None
    except OSError as error:
        raise LedgerError(f"The ledger {folder} cannot be read: {in_words(error)}") from error
    try:
        told = json.loads(content)
        _check_version(folder, told, schema or SCHEMA_VERSION)
        tables = {name: tuple(Part(**part) for part in parts) for name, parts in told["tables"].items()}
        found = Manifest(tables, tuple(told["former"]))
        whole = found.state == told["state"]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        whole = False
    if not whole:
        raise LedgerError(
            f"The file {NAME} of the ledger {folder} is damaged: it is not as medoffice wrote it. Restore the folder "
            "from a backup; nothing was changed."
        )
    return found


def _missing(folder: Path) -> str:
    if not folder.is_dir():
        return (
            f"The ledger {folder} is not there: the folder was moved, renamed, or its drive is not connected. Put it "
            "back, or say where it is now: medoffice ledger BOOK --at FOLDER"
        )
    return (
        f"{folder} is no ledger: it has no file {NAME}. Restore the folder from a backup, or say where the ledger is "
        "now: medoffice ledger BOOK --at FOLDER"
    )


def _check_version(folder: Path, told: Mapping[str, Any], schema: str) -> None:
    if (told["format"], told["schema"]) != (FORMAT, schema):
        raise LedgerError(
            f"The ledger {folder} was made by another version of medoffice_xl (its tables are version "
            f"{told['schema']}, this program's are {SCHEMA_VERSION}). Use the version that made it; nothing was "
            "changed."
        )


def _short(digests: list[str], *names: str) -> str:
    return hashlib.blake2b("\n".join([*names, *digests]).encode(), digest_size=6).hexdigest()
