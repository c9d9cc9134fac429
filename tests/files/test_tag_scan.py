"""Addresses and text in markup, found as arrays of bytes: the same that a look at every tag finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice_xl.files.tag_scan import Tags


@pytest.mark.parametrize(
    ("markup", "reach"),
    [
        (b'<row r="1"><c r="A1"/></row>', (1, 1)),
        (b'<c r="A9"/><c r="Z3" s="2"><v>1</v></c>', (9, 26)),
        (b'<c r="AA10"/><c r="B11"/>', (11, 27)),
        (b'<c r="XFD1048576"/>', (1_048_576, 16_384)),  # 24 × 676 + 6 × 26 + 4
        (b'<cols><col min="1"/></cols><c r="C2"/>', (2, 3)),
        (b"<cols/>", (0, 0)),
        (b"", (0, 0)),
    ],
)
def test_last_row_and_column(markup, reach):
    assert Tags(markup).reach_of_cells() == reach


@pytest.mark.parametrize(
    "markup",
    [b"<c/>", b"<c>", b'<c s="1" r="A1"/>', b'<c  r="A1"/>', b'<c r="1"/>', b'<c r="A"/>', b'<c r="a1"/>',
     b'<c r="ABCD1"/>', b'<c r="A12345678"/>', b'<c r="A1B"/>', b'<c r="A1"/><c\n r="B1"/>', b'<c r="AB'],
)  # fmt: skip
def test_a_cell_that_does_not_begin_with_its_address(markup):
    assert Tags(markup).reach_of_cells() is None


@pytest.mark.parametrize(
    ("markup", "so"),
    [
        (b'<row r="1"><c r="A1"/></row><row r="1048576" ht="15"/>', True),
        (b"<rowBreaks/><ro/><r/>", True),
        (b"", True),
        (b'<row r="1"/><row/>', False),
        (b"<row>", False),
        (b'<row ht="15" r="1"/>', False),
        (b'<row  r="1"/>', False),
        (b'<row r=""/>', False),
        (b'<row r="12345678"/>', False),
        (b'<row r="1x"/>', False),
        (b'<row\nr="1"/>', False),
    ],
)
def test_rows_that_begin_with_their_numbers(markup, so):
    assert Tags(markup).rows_begin_with_numbers() is so


@pytest.mark.parametrize(
    ("markup", "so"),
    [
        (b'<x:c r="A1"/>', True),
        (b"<x:row>", True),
        (b"</x:c\n>", True),
        (b"<t>12:30 or c:colon</t>", False),
        (b"<x:cols/><mc:rest/>", False),
        (b"<x:", False),
        (b"", False),
    ],
)
def test_names_with_a_prefix(markup, so):
    assert Tags(markup).may_have_prefixed() is so


@pytest.mark.parametrize(
    ("markup", "characters"),
    [(b"<t>abc</t><t>de</t>", 5), (b"<t/>", 0), (b"", 0), (b"<t>a>b</t>", 3), (b"<v>1</v>23", 3)],
)
def test_text_between_tags(markup, characters):
    assert Tags(markup).characters() == characters


@given(st.text("<>ab", max_size=40).filter(lambda text: text.startswith("<")))
def test_text_is_what_stands_after_each_tag(markup):
    data = markup.encode()
    assert Tags(data).characters() == sum(len(found) - 1 for found in re.findall(rb">[^<]+", data))
