"""Files that lie in a folder beside a practice's own: what programs and systems leave there, and nobody exported."""

from collections.abc import Iterable
from pathlib import Path

from medoffice_xl.files.names import shown

_OF_SYSTEMS = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini"})
_UNFINISHED = (".crdownload", ".part", ".partial", ".download", ".tmp", ".temp")
_LEAST = 5
"""Names listed one by one."""


def why_not(path: Path) -> str:
    """What a file in a folder is that is passed over; empty for one that is read.

    >>> why_not(Path("~$charges.xlsx")), why_not(Path(".DS_Store")), why_not(Path("charges.csv"))
    ('the mark of an open file', 'a hidden file', '')
    """
    name = path.name
    if name.startswith("~$") or name.startswith(".~lock."):
        return "the mark of an open file"
    if name.casefold() in _OF_SYSTEMS:
        return "a file of the system"
    if name.startswith("."):
        return "a hidden file"
    if name.casefold().endswith(_UNFINISHED):
        return "an unfinished download or passing file"
    return ""


def told(folder: Path, passed_over: Iterable[Path]) -> str:
    """What was passed over in a folder, in words; empty where nothing was."""
    listed = [f"{shown(path.name)} ({'a folder' if path.is_dir() else why_not(path)})" for path in passed_over]
    if not listed:
        return ""
    more = f" and {len(listed) - _LEAST:,} more" if len(listed) > _LEAST else ""
    return f"Passed over in {folder}: {', '.join(listed[:_LEAST])}{more}. Name a file or folder to bring it in."
