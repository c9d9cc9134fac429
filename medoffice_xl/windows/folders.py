"""The user's own folders, where Windows says they are: OneDrive moves Documents elsewhere, which stays a local path."""

import os
from pathlib import Path

from medoffice_xl.windows.registry import registry_value

SHELL_FOLDERS = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"


def documents() -> Path:
    """The folder Documents."""
    told = registry_value("HKEY_CURRENT_USER", SHELL_FOLDERS, "Personal")
    return Path(os.path.expandvars(told)) if told else Path.home() / "Documents"
