"""Values in words: each as the number format of its page has it."""

from datetime import date

import pytest

from medoffice_xl.areas import every
from medoffice_xl.build.pages import pages
from medoffice_xl.pages.blocks import Bridge, Chart, Listing, TotalChart
from medoffice_xl.pages.fields import CENTS, NUMBER_FORMATS
from medoffice_xl.pages.page import every_block
from medoffice_xl.pages.written import NOTHING, written


@pytest.mark.parametrize(
    ("value", "number_format", "words"),
    [
        (1234.5, CENTS, "$1,234.50"),
        (-1234.5, CENTS, "−$1,234.50"),
        (0.005, CENTS, "$0.01"),
        (-0.004, CENTS, "$0.00"),
        (347968.36, "$#,##0;[Color18]-$#,##0", "$347,968"),
        (-0.5, "$#,##0;[Color18]-$#,##0", "−$1"),
        (0.1235, "0.0%;[Color18]-0.0%", "12.4%"),
        (-0.0149, "0.0%;[Color18]-0.0%", "−1.5%"),
        (45, "0%", "4500%"),
        (46.9927, "0.0", "47.0"),
        (-1.384, "0.00;[Color18]-0.00", "−1.38"),
        (12345, "#,##0", "12,345"),
        (-3, "0", "−3"),
        (150000, "$#,##0,\\k", "$150k"),
        (-38499.99, "$#,##0,\\k", "−$38k"),
        (2.25, '+0.0" pts";-0.0" pts"', "+2.3 pts"),
        (-2.25, '+0.0" pts";-0.0" pts"', "−2.3 pts"),
        (date(2026, 9, 1), "mmm yyyy", "Sep 2026"),
        (46266.0, "mm/dd/yyyy", "09/01/2026"),
        (date(2026, 9, 1), "mmm yy", "Sep 26"),
        ("n/a", CENTS, "n/a"),
        (None, CENTS, NOTHING),
    ],
)
def test_as_the_page_shows_it(value, number_format, words):
    assert written(value, number_format) == words


def test_every_format_of_every_page_is_known():
    """A number in a format that is not understood would be written with all its decimals."""
    for page in pages():
        for block in every_block(page.blocks):
            for number_format in _formats(block):
                shown = written(1.0, number_format)
                assert shown, (page.name, number_format)
                assert "#" not in shown and '"' not in shown and "\\" not in shown, (page.name, number_format)
    assert every()


def _formats(block):
    if isinstance(block, Listing):
        yield from (field.shown_format for field in block.fields if field.shown_format != "@")
    if isinstance(block, Chart | TotalChart | Bridge):
        yield from (axis.number_format for axis in (block.bottom, block.side) if axis.number_format)
    yield from (each for each in NUMBER_FORMATS.values() if each != "@")
