"""What goes between LibreOffice and a cell function."""

import math
from datetime import date, datetime
from struct import pack, unpack

import pytest

from medoffice_xl.hosts.libreoffice.values import block_to_uno, error_float, from_uno, to_uno


@pytest.mark.parametrize(("code", "number"), [("#N/A", 32767), ("#VALUE!", 519), ("#NUM!", 503), ("#DIV/0!", 532)])
def test_an_error_is_a_number_that_is_none_with_libreoffices_number_in_it(code: str, number: int) -> None:
    made = error_float(code)
    assert math.isnan(made)
    assert unpack("<Q", pack("<d", made))[0] & 0xFFFF == number
    assert from_uno(made) == code


def test_days_become_serial_numbers() -> None:
    assert to_uno(date(1900, 3, 1)) == 61  # the first day on which LibreOffice and Excel count alike
    assert to_uno(datetime(1900, 3, 1, 12)) == 61.5


def test_nothing_is_an_empty_text_and_one_value_is_a_block() -> None:
    assert block_to_uno([[None, True], ["a", 2]]) == (("", 1.0), ("a", 2.0))
    assert block_to_uno(7) == ((7.0,),)
