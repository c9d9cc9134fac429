"""Is the live workbook of this program's version? If not, what to do, in words."""

import xlwings

from medoffice_xl.book.told_names import TABLES_VERSION
from medoffice_xl.errors import BookVersion
from medoffice_xl.hosts.excel.complaints import inform
from medoffice_xl.hosts.excel.live_tables import values
from medoffice_xl.tables import SCHEMA_VERSION

FIRST = "1"
"""The version whose workbooks do not tell it."""


def check_version(book: xlwings.Book) -> None:
    """Raise BookVersion for a workbook of another version, with what is to be done."""
    found = version_of(book)
    if not found or found == SCHEMA_VERSION:
        return
    if not found.isdigit() or int(found) > int(SCHEMA_VERSION):
        raise BookVersion(
            f"This workbook was made by a newer version of medoffice_xl: its tables are version {found}, those of the "
            f"program on this computer {SCHEMA_VERSION}. Update it: pip install --upgrade medoffice_xl."
        )
    raise BookVersion(
        f"This workbook was made by an earlier version of medoffice_xl: its tables are version {found}, those of the "
        f"program on this computer {SCHEMA_VERSION}. It can be carried to this version, with every row, setting, "
        f'column and sheet of yours. Save and close it, then run:\n\n    medoffice upgrade "{book.fullname}"\n\nThe '
        "workbook as it is now stays beside the new one."
    )


def version_of(book: xlwings.Book) -> str:
    """The version of its tables that the workbook tells; empty for a workbook that is none of ours."""
    try:
        names = book.names
        if TABLES_VERSION in names:
            told = values(names[TABLES_VERSION].refers_to_range)[0][0]
            return f"{told:g}" if isinstance(told, float) else str(told)
        return FIRST if "AsOf" in names else ""
    except Exception:  # a host that cannot tell lets the button try
        return ""


def opened() -> None:
    """Called by the workbook's VBA when it has been opened: offers the upgrade where there is one."""
    book = xlwings.Book.caller()
    try:
        check_version(book)
    except BookVersion as error:
        inform(book, str(error))
