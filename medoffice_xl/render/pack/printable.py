"""Text that the pack's own font can print: a box stands for what it cannot.

An archive's PDF may hold no text without a shape, so that a practice's name in another script would stop the whole
pack.
"""

from functools import cache
from pathlib import Path

FONT = Path(__file__).parent / "fonts" / "SourceSans3.ttf"
BOX = "□"
_ALWAYS = frozenset("\n\t\u200b\u00ad\u2028")
"""Break lines or are not seen at all."""


def printable(text: str) -> str:
    """The text with a box for every character that the font has no shape for."""
    shapes = _shapes()
    return "".join(each if ord(each) in shapes or each in _ALWAYS else BOX for each in text)


@cache
def _shapes() -> frozenset[int]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 (only where a pack is printed)

    with TTFont(FONT, lazy=True) as font:
        return frozenset(font.getBestCmap())
