"""Small parts of a workbook that are no plain XML: told as damage, whatever the parser raises at them."""

import pytest
from hostile_workbooks import packed

from medoffice_xl.book.layout import read_xml
from medoffice_xl.book.package import Package
from medoffice_xl.errors import BookError

PART = "xl/workbook.xml"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<a>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b'<?xml version="1.0" encoding="UTFCLP"?><a/>',
        b'<?xml version="1.0" encoding="base64"?><a/>',
        b'<?xml version="1.0" encoding="shift_jis"?><a/>',
    ],
)
def test_a_part_that_is_no_plain_xml_is_damage(content: bytes) -> None:
    package = Package(packed({PART: content}), "b.xlsm")
    with pytest.raises(BookError, match=f"{PART} is not valid"):
        read_xml(package, PART)
