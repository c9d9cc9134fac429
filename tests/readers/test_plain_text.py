"""A regular text table read by columns gives the cells that reading it by rows gives; any other is left to that."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice_xl.readers.plain_text import plain_text
from medoffice_xl.readers.sheets import read_grids

CELLS = st.text(st.sampled_from('ab1. ,;"\u00e9\u00a0\u200b-'), max_size=6)


def by_columns(path, width, heading_line=1):
    plain = plain_text(path)
    found = plain.columns(heading_line, width) if plain else None
    if found is None:
        return None
    columns, lines = found
    return [list(row) for row in zip(*columns, strict=True)], lines


def by_rows(path):
    """Blanks before a cell mean nothing, in quotation marks or not."""
    (grid,) = read_grids(path)
    return [[cell.lstrip(" ") for cell in row] for row in grid.rows[1:]], grid.lines[1:]


@given(
    st.integers(2, 5).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=8)),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.booleans(),
)
def test_both_ways_give_the_same_cells(tmp_path_factory, rows, ends, quoting, ended):
    width = len(rows[0]) if rows else 3
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator=ends, quoting=quoting)
    writer.writerows([[f"Heading {place}" for place in range(width)], *rows])
    path = tmp_path_factory.mktemp("plain") / "export.csv"
    path.write_bytes(text.getvalue().encode() if ended else text.getvalue().removesuffix(ends).encode())
    found = by_columns(path, width)
    if found is not None:
        assert found == by_rows(path)


def test_a_plain_export_is_read_by_columns(tmp_path):
    path = tmp_path / "export.csv"
    path.write_text('Claim,Payer,Charge\n1,"Alpha, Inc",10\n,,\n\n2, Beta,20\n')
    assert by_columns(path, 3) == by_rows(path) == ([["1", "Alpha, Inc", "10"], ["2", "Beta", "20"]], [2, 5])


def test_a_row_of_nothing_but_blanks_is_empty_both_ways(tmp_path):
    path = tmp_path / "export.csv"
    path.write_text('Claim,Payer\n""," "\n1,Alpha\n')
    assert by_columns(path, 2) == by_rows(path) == ([["1", "Alpha"]], [3])


@pytest.mark.parametrize(
    "content",
    [
        b'Claim,Payer\n1,"Alpha\nInc"\n',  # a line break in a cell
        b"Claim,Payer\n1\n",  # a short row
        b"Claim,Payer\n1,Alpha,x\n",  # a long one
        b'Claim,Payer\n1,"Alpha\n',  # a quotation that does not end
        b'Claim,Payer\n1, "Alpha, Inc"\n',  # a quotation after a blank
        b'Claim,Payer\n1,The "A" plan\n',  # quotation marks inside a cell
        b"Claim,Payer\r1,Alpha\r",  # lines of old Macs
        "Claim,Payer\n1,Soci\u00e9t\u00e9\n".encode("cp1252"),
        "Claim,Payer\n1,Alpha\n".encode("utf-16"),
        b"PK\x03\x04",
        b"<html><table><tr><td>Claim</td></tr></table></html>",
    ],
)
def test_what_is_not_regular_is_left_to_the_other_way(tmp_path, content):
    path = tmp_path / "export.csv"
    path.write_bytes(content)
    assert by_columns(path, 2) is None
