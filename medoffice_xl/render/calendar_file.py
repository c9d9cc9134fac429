"""A calendar file on the disk."""

from datetime import date
from pathlib import Path

from medoffice_xl.files.whole import make_folder, write_whole


def write_calendar(calendar: bytes, folder: Path, as_of: date, name: str = "Bills and filings") -> Path:
    """Write due days to the folder, named for what they are of; a file of the same day is replaced."""
    make_folder(folder)
    path = folder / f"{name} {as_of:%Y-%m-%d}.ics"
    write_whole(path, calendar)
    return path
