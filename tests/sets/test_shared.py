"""What figures share: made once for each version of its tables, from those tables alone."""

import pandas as pd
import pytest

from medoffice_xl.errors import NoData
from medoffice_xl.sets import Shared, Tables, narrowest

FRAME = pd.DataFrame({"a": [1]})


def counted(*, needs=("charges",), uses=(), kept=3):
    """A piece that counts how often it is made."""
    times = []

    def make(tables):
        times.append(1)
        return len(times)

    return Shared("a test's", make, needs, uses, kept), times


def held(**versions):
    """Tables of known versions."""
    return Tables(lambda name: FRAME if name in versions else None, versions)


def test_it_is_made_once_a_version():
    piece, times = counted(uses=("payers",))
    made = [held(charges="c1").shared(piece), held(charges="c1", costs="x").shared(piece)]
    made += [held(charges="c2").shared(piece), held(charges="c1", payers="p1").shared(piece)]
    assert made == [1, 1, 2, 3]
    assert len(times) == 3


def test_what_is_asked_is_a_part_of_the_question():
    piece = Shared("a test's", lambda tables, day: (len(tables["charges"]), day), needs=("charges",))
    for tables in (held(charges="c1"), Tables.of({"charges": FRAME})):
        assert [tables.shared(piece, "June"), tables.shared(piece, "July")] == [(1, "June"), (1, "July")]
        assert tables.shared(piece, "June") is tables.shared(piece, "June")


def test_the_newest_versions_are_kept():
    piece, _ = counted(kept=2)
    for version in ("c1", "c2", "c1", "c3"):
        held(charges=version).shared(piece)
    assert held(charges="c1").shared(piece) == 1
    assert held(charges="c2").shared(piece) == 4


def test_tables_of_no_known_version_share_as_long_as_they_last():
    piece, _ = counted()
    tables = Tables.of({"charges": FRAME})
    assert [tables.shared(piece), tables.narrowed(["charges"]).shared(piece)] == [1, 1]
    assert [Tables.of({"charges": FRAME}).shared(piece), tables.replaced(charges=FRAME).shared(piece)] == [2, 3]


def test_a_table_it_needs_is_named_where_it_is_missing():
    piece, times = counted(needs=("remits",))
    for tables in (held(charges="c1"), Tables.of({"charges": FRAME})):
        with pytest.raises(NoData, match="The table Remits is missing"):
            tables.shared(piece)
    assert times == []


def test_it_cannot_read_what_it_does_not_declare():
    sly = Shared("sly", lambda tables: tables["payments"], needs=("charges",))
    with pytest.raises(KeyError, match="payments is read and not declared"):
        held(charges="c1", payments="p1").shared(sly)


def test_replaced_tables_are_other_tables():
    other = pd.DataFrame({"a": [2]})
    tables = held(charges="c1", payers="p1").replaced(charges=other)
    assert tables["charges"] is other
    assert tables["payers"] is FRAME


def test_the_narrowest_set_holds_all():
    assert narrowest(["contracts", "mpfs"]).name == "Pricing"
    assert narrowest(["contracts", "charges"]).name == "Practice"
    with pytest.raises(ValueError, match="no set holds all of problems"):
        narrowest(["problems"])
