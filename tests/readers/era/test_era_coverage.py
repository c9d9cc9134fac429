"""Every segment is used, left out on purpose, or reported: counted in and counted out."""

import re

import pytest
from era_text import SAMPLES, enveloped, text, transaction

from medoffice_xl.readers.era.advice import parse
from medoffice_xl.readers.era.coverage import USED, cover
from medoffice_xl.readers.era.listing import transactions
from medoffice_xl.readers.era.remittance import worked_out
from medoffice_xl.readers.era.segments import Level

PATHS = sorted(SAMPLES.glob("[!S]*"))
FULL = enveloped(
    *transaction(
        "60",
        "CLP*C1*1*100*60*40*MB*P1*11*1",
        "NM1*QC*1*DOE*JANE****MI*M1",
        "NM1*82*1*DOC*SAMPLE****XX*1234567893",
        "MOA***MA01",
        "REF*F8*P0",
        "REF*EA*M",
        "DTM*232*20260501",
        "AMT*I*0.50",
        "SVC*HC:X1001*100*60",
        "DTM*472*20260502",
        "CAS*PR*2*40",
        "REF*6R*L7",
        "REF*HPI*1987654321",
        "AMT*B6*100",
        "AMT*I*1.25",
        "LQ*HE*N130",
        "SVC*HC:X1002*0*0",
        "PLB*1*20261231*L6*0",
    )
)


def seen(content: bytes) -> tuple[object, list[str]]:
    """Everything that is listed of a file, and the problems that matter without their places."""
    advice = parse(content, "x")
    found = worked_out(advice)
    return transactions(found), sorted(
        {each.problem for each in found.problems() if "hold nothing" not in each.problem}
    )


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_counted_in_and_out(path) -> None:
    content = path.read_bytes()
    by_hand = len([each for each in content.split(b"~") if each.strip()])
    coverage = cover(parse(content, path.name))
    assert coverage.total == by_hand
    assert coverage.used + sum(coverage.left_out.values()) + coverage.reported == by_hand


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_the_index_and_the_parser_see_the_same_segments(path) -> None:
    advice = parse(path.read_bytes(), path.name)
    indexed: dict[str, list[int]] = {}
    for interchange, index in advice.indexes:
        for place, kind in enumerate(index.kind, start=interchange.before + 1):
            indexed.setdefault(index.names[kind], []).append(place)
    assert advice.claims.column("segment").to_pylist() == indexed.get("CLP", [])
    assert advice.services.column("segment").to_pylist() == indexed.get("SVC", [])
    assert set(advice.adjustments.column("segment").to_pylist()) == set(indexed.get("CAS", []))
    assert advice.remarks.column("segment").to_pylist() == indexed.get("LQ*HE", [])


def test_a_used_segment_makes_a_difference_and_one_left_out_makes_none() -> None:
    whole = text(FULL).encode()
    before = seen(whole)
    _, index = parse(whole, "x").indexes[0]
    for place, segment in enumerate(FULL):
        named, level = index.names[index.kind[place]], Level(int(index.level[place]))
        changed = seen(text([*FULL[:place], re.sub(r"^\w+\*?", "ZZZ*", segment), *FULL[place + 1 :]]).encode())
        if named in ("GS", "GE", "IEA") or named == "ISA":
            continue  # the envelope is checked for its counts only
        if named in USED[level]:
            assert changed[0] != before[0] or named == "SE", segment
        else:
            assert changed[0] == before[0], segment


def test_segments_nobody_knows_are_reported_with_their_place() -> None:
    content = text([*FULL[:14], "XYZ*1", "XYZ*2", "LONGNAME*1", "", *FULL[14:]]).encode()
    coverage = cover(parse(content, "x"))
    found = {each.segment: (each.count, each.line) for each in coverage.unplaced}
    assert found == {"XYZ": (2, 15), "?": (1, 17), "": (1, 18)}


def test_a_second_one_where_one_is_used_is_reported() -> None:
    place = FULL.index("AMT*B6*100")
    coverage = cover(parse(text([*FULL[:place], "AMT*B6*99", *FULL[place:]]).encode(), "x"))
    assert [(each.segment, each.line, each.repeated) for each in coverage.unplaced] == [("AMT*B6", place + 2, True)]
