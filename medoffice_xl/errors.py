"""What can go wrong, in the user's words: a small named family.

Every message says what was found and what to do. A host shows the message; a cell shows `excel_code`,
and `=WHY(cell)` tells the message.
"""


class MedOfficeError(Exception):
    """Something the user can act on; the message is written for them."""

    excel_code = "#VALUE!"


class NoData(MedOfficeError):
    """There is nothing to compute from. No answer is not zero."""

    excel_code = "#N/A"


class BadArgument(MedOfficeError):
    """An argument is not of the kind the function needs."""

    excel_code = "#VALUE!"


class OutOfRange(MedOfficeError):
    """A number is outside what the definition allows."""

    excel_code = "#NUM!"


class CannotRead(MedOfficeError):
    """A file is not what it should be; nothing was taken from it."""


class CannotWrite(MedOfficeError):
    """A file or folder cannot be written; what stood there stands."""


class InUse(CannotWrite):
    """Another run is writing the same file."""


class BookError(MedOfficeError):
    """The workbook cannot be used as it is; it was left as it was."""


NOT_KNOWN = (NoData, BadArgument, OutOfRange, BookError)
"""What keeps one figure from being known and others not: a table that is not there or holds too little, an argument."""


class BookInUse(BookError):
    """Another program holds the workbook open."""


class BookReadOnly(BookError):
    """The workbook may not be written."""


class BookVersion(BookError):
    """The workbook was made by another version of medoffice_xl."""


class LedgerError(MedOfficeError):
    """The ledger beside a workbook cannot be used as it is; it was left as it was."""
