"""Small results come out of every kind of frame as the same plain values."""

from datetime import date, datetime

import narwhals as nw
import pandas as pd
import pytest
from kinds_of_frame import Convert, converter, every_kind
from practice_tables import charges

from medoffice_xl.ledger.rows import fetch, fetch_one, take
from medoffice_xl.tables import CHARGES


@pytest.fixture
def on(request: pytest.FixtureRequest) -> Convert:
    return converter(getattr(request, "param", "pandas"))


def rows(on, **columns):
    return nw.from_native(on(pd.DataFrame(columns))).lazy()


@every_kind
def test_what_is_a_fraction_stays_one(on):
    share = fetch_one(rows(on, share=[0.4, 1.0]).select(nw.col("share").mean()))["share"]
    assert (share, type(share)) == (pytest.approx(0.7), float)


@every_kind
def test_money_and_counts_are_whole(on):
    made = rows(on, cents=pd.Series([5, 2**53 + 1], dtype="int64"), name=pd.Series(["a", "b"], dtype="str"))
    found = fetch_one(made.select(nw.col("cents").sum(), rows=nw.len(), most=nw.col("cents").max()))
    assert found == {"cents": 2**53 + 6, "rows": 2, "most": 2**53 + 1}
    assert {type(value) for value in found.values()} == {int}
    assert fetch(made.group_by("name").agg(nw.col("cents").mean()).filter(nw.col("name") == "a")) == [
        {"name": "a", "cents": 5.0}
    ]


@every_kind
def test_no_rows_sum_to_nothing_and_have_no_mean(on):
    made = rows(on, cents=pd.Series([5], dtype="int64"), share=[0.5]).filter(nw.col("cents") > 9)
    assert fetch_one(made.select(nw.col("cents").sum(), nw.col("share").mean())) == {"cents": 0, "share": None}


@every_kind
def test_days_are_days_and_missing_ones_none(on):
    days = pd.Series([datetime(2026, 3, 1), pd.NaT]).astype("datetime64[us]")
    assert [row["day"] for row in fetch(rows(on, day=days))] == [date(2026, 3, 1), None]


def test_columns_that_are_as_the_table_has_them_are_taken_as_they_are_and_others_made_so():
    """Text that is missing is empty either way, and what comes out is of the same types."""
    names = ("claim_id", "payer", "dos", "charge")
    loaded = charges({"claim_id": "a", "dos": "2026-05-01", "charge": 16}, {"claim_id": "b", "dos": None, "charge": 1})
    loose = loaded.astype({"claim_id": "object", "charge": "float64"}).assign(payer=["Acme", None])
    missing = loaded.assign(payer=pd.Series(["Acme", None], dtype="str"))
    taken = [take(frame, CHARGES, *names).collect().to_pandas() for frame in (loaded, loose, missing)]
    assert taken[0]["payer"].tolist() == ["Acme", "Acme"]
    for other in taken[1:]:
        assert other["payer"].tolist() == ["Acme", ""]
        pd.testing.assert_frame_equal(other.drop(columns="payer"), taken[0].drop(columns="payer"))
