"""How wide a text stands, in digits of the workbook's font: columns are as wide as what they hold."""

from functools import lru_cache

_DIGIT = 1038
_USUAL = 1076
_BOLD = 1.04

_ADVANCES = {
    "a": 981, "c": 866, "e": 1019, "f": 625, "g": 964, "i": 470, "j": 490, "k": 931, "l": 470, "m": 1636, "o": 1080,
    "r": 714, "s": 801, "t": 686, "v": 925, "w": 1464, "x": 887, "y": 927, "z": 809, "A": 1185, "B": 1114, "C": 1092,
    "D": 1260, "E": 1000, "F": 941, "G": 1292, "H": 1276, "I": 516, "J": 653, "K": 1064, "L": 861, "M": 1751,
    "N": 1322, "O": 1356, "P": 1058, "Q": 1378, "R": 1112, "S": 941, "T": 998, "U": 1314, "V": 1162, "W": 1822,
    "X": 1063, "Y": 998, "Z": 959, " ": 463, ".": 517, ",": 511, ":": 548, ";": 548, "-": 627, "(": 621, ")": 621,
    "/": 791, "%": 1464, "&": 1397, "'": 452, "’": 452, "–": 1020, "—": 1856, "·": 517, "…": 1600, "@": 1832,
} | dict.fromkeys("0123456789$+=<>÷×", _DIGIT)  # fmt: skip
"""Of Calibri and Carlito, in 2,048ths of the type size."""


@lru_cache(maxsize=4096)
def text_width(text: str, *, bold: bool = False, size: float = 10) -> float:
    """The width of a line, in digits of 10 point type.

    >>> text_width("1234")
    4.0
    """
    units = sum(_ADVANCES.get(character, _USUAL) for character in text)
    return units / _DIGIT * (_BOLD if bold else 1) * size / 10


def longest_word(text: str, *, bold: bool = False, size: float = 10) -> float:
    """The width of the widest word: what a text needs that may go on in further lines."""
    return max((text_width(word, bold=bold, size=size) for word in text.split()), default=0.0)


def wrapped_lines(text: str, width: float, *, bold: bool = False, size: float = 10) -> int:
    """How many lines a text takes in this width, broken at its blanks."""
    lines, used = 1, 0.0
    blank = text_width(" ", bold=bold, size=size)
    for word in text.split():
        wide = text_width(word, bold=bold, size=size)
        if used and used + blank + wide > width:
            lines, used = lines + 1, wide
        else:
            used += wide + (blank if used else 0)
    return lines
