"""A sheet's columns by letters and by number, and where a sheet ends."""

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384


def letters(column: int) -> str:
    """The letters of a 1-based column.

    >>> letters(28)
    'AB'
    """
    name = ""
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(65 + digit) + name
    return name


def column_number(name: str) -> int:
    """The 1-based column of its letters.

    >>> column_number("AB")
    28
    """
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - 64
    return number
