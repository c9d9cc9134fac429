"""Where the workbook's text sources lie: beside the workbook in a checkout, inside the package when installed."""

from importlib.resources import files
from importlib.resources.abc import Traversable

GENERATED = "generated"


def source_folder() -> Traversable:
    """The folder of .bas and .cls files."""
    package = files("medoffice_xl")
    installed = package / "_workbook" / "source"
    return installed if installed.is_dir() else package / ".." / "workbook" / "source"


def source_text(name: str) -> str:
    """One source file, with `\\n` line ends."""
    return (source_folder() / name).read_text(encoding="utf-8")


def source_names(ending: str) -> list[str]:
    """The files with this ending that are written by hand, sorted."""
    return sorted(entry.name for entry in source_folder().iterdir() if entry.name.endswith(ending))
