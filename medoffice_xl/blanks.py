"""What cannot be seen around a text is no part of it: one definition for every way in.

Exports pad their fields with blanks, tabs, no-break blanks and characters without a width. A number padded in one file
and not in the next would be two numbers, so everything that reads text takes them off here, and what is written into
the workbook is what is read back from it.
"""

import re

_CONTROLS = {*range(0x21), *range(0x7F, 0xA0)}
_WIDE = {0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000}
_WITHOUT_WIDTH = {
    0xAD,
    0x61C,
    0x180E,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
    0xFFFE,
    0xFFFF,
}
UNSEEN = "".join(map(chr, sorted(_CONTROLS | _WIDE | _WITHOUT_WIDTH)))
"""Blanks of every width, characters without a width, and control characters."""

_AS_SEEN = dict.fromkeys(_WIDE, " ") | dict.fromkeys(_WITHOUT_WIDTH, None)
_IN_UTF8 = {
    True: re.compile(b"|".join(chr(each).encode() for each in sorted(_WIDE))),
    False: re.compile(b"|".join(chr(each).encode() for each in sorted(_WITHOUT_WIDTH))),
}
_IN_WINDOWS_TEXT = bytes.maketrans(b"\xa0", b" ")


def trimmed(text: str) -> str:
    r"""The text without what cannot be seen at its ends; what stands inside it stays as it is.

    >>> trimmed("\u00a0EFT812 \t"), trimmed("\ufeffGREEN  PLAN\u200b")
    ('EFT812', 'GREEN  PLAN')
    """
    return text.strip(UNSEEN)


def as_seen(text: str) -> str:
    r"""The text with plain blanks for all others, and without the characters that have no width.

    >>> as_seen("GREEN\u00a0PLAN\u200b")
    'GREEN PLAN'
    """
    return text if text.isascii() else text.translate(_AS_SEEN)


def bytes_as_seen(data: bytes) -> bytes:
    """The same for the bytes of a text in UTF-8, or else in Windows' alphabet."""
    if data.isascii():
        return data
    try:
        data.decode()
    except UnicodeDecodeError:
        return data.translate(_IN_WINDOWS_TEXT, b"\xad")
    return _IN_UTF8[False].sub(b"", _IN_UTF8[True].sub(b" ", data))
