"""Columns that no segment of a file fills are not asked of the parser; what the tables hold is the same."""

import pytest
from era_text import read_body
from hypothesis import given
from mutated_remittances import mutated

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers.era.advice import Advice, parse, parse_joined
from medoffice_xl.readers.era.spec import EVERY_BEARER, bearers

TABLES = ("payments", "claims", "services", "adjustments", "remarks", "provider_adjustments")


def columns_of(advice: Advice) -> dict[tuple[str, str], object]:
    """Every column by table and name."""
    tables = {name: getattr(advice, name) for name in TABLES}
    return {(name, column): table.column(column) for name, table in tables.items() for column in table.column_names}


@given(mutated())
def test_a_column_left_out_holds_what_the_parser_says(data: bytes) -> None:
    try:
        found = parse(data, "mutated.835", quantities=False)
    except CannotRead:
        return
    if len(found.indexes) > 1:
        return
    with_all = parse_joined([found.indexes[0][0]], ["mutated.835"])
    assert columns_of(found) == columns_of(with_all)
    assert found.foreign or found.parser_remarks == with_all.parser_remarks


def test_columns_hang_on_segments() -> None:
    assert bearers({"CLP", "DTM*472", "REF*EA", ""}) == {"DTM*472"}
    assert bearers({"CLP", "SVC"}) == frozenset()


@pytest.mark.parametrize("unclear", ["?", "REF*?", "AMT*I:1", "dtm*150", "DTM*\xff"])
def test_a_name_that_is_none_leaves_every_column(unclear: str) -> None:
    assert bearers({"CLP", "DTM*472", unclear}) == EVERY_BEARER


LINE = ["CLP*C1*1*100*60*40*MB*P1*11*1", "SVC*HC:X1001*100*60"]
FILLED = [
    ("NM1*82*1*DOC*SAMPLE****XX*1234567893", 1, "provider_npi", "1234567893"),
    ("REF*F8*OLD1", 1, "original_ref", "OLD1"),
    ("REF*6R*L7", 2, "line_control", "L7"),
    ("REF*HPI*1234567893", 2, "provider_npi", "1234567893"),
    ("DTM*232*20260501", 1, "dos", "2026-05-01"),
    ("DTM*233*20260502", 1, "dos_to", "2026-05-02"),
    ("DTM*050*20260503", 1, "received", "2026-05-03"),
    ("DTM*472*20260504", 2, "dos", "2026-05-04"),
    ("DTM*150*20260505", 2, "dos", "2026-05-05"),
    ("DTM*151*20260506", 2, "dos_to", "2026-05-06"),
    ("AMT*B6*80", 2, "allowed_reported", "8000"),
    ("AMT*I*5", 2, "interest", "500"),
]


@pytest.mark.parametrize(("segment", "place", "column", "held"), FILLED)
def test_each_of_them_is_read(tmp_path, segment: str, place: int, column: str, held: str) -> None:
    body = [*LINE[:place], segment, *LINE[place:]]
    rows = read_body(tmp_path, "60", *body).tables["remits"]
    assert str(rows[column].iloc[-1]).startswith(held)
    without = read_body(tmp_path, "60", *LINE).tables["remits"]
    assert not str(without[column].iloc[-1]).startswith(held)


def test_that_is_all_of_them() -> None:
    told = {"*".join(segment.split("*")[:2]) for segment, *_ in FILLED}
    assert told == EVERY_BEARER
