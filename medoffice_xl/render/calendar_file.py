"""A calendar file on the disk."""

from datetime import date
from pathlib import Path

from medoffice_xl.files.whole import make_folder, write_whole


def write_calendar(calendar: bytes, folder: Path, as_of: date) -> Path:
    """Write the due days of bills and filings to the folder; a file of the same day is replaced."""
    make_folder(folder)
    path = folder / f"Bills and filings {as_of:%Y-%m-%d}.ics"
    write_whole(path, calendar)
    return path
