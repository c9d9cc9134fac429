"""A set is made of the handles of its tables: of a ledger none is read for it."""

import pandas as pd
import pytest

from medoffice_xl.cells import load_set
from medoffice_xl.cells.handles import keep_shelved
from medoffice_xl.errors import NoData
from medoffice_xl.lake import make_lake
from medoffice_xl.tables import CHARGES, empty_frame


@pytest.fixture
def shelved(tmp_path):
    rows = empty_frame(CHARGES).reindex(range(2)).assign(claim_id=["C1", "C2"], dos=pd.Timestamp(2026, 6, 1))
    texts = {name: rows[name].fillna("") for name in rows.columns if rows[name].dtype == "str"}
    rows = rows.assign(**texts, charge=100).astype(empty_frame(CHARGES).dtypes)
    return make_lake(tmp_path / "ledger").staged({"charges": rows}).published().shelved("charges")


@pytest.mark.parametrize(
    "given", [lambda handle: ("charges", handle), lambda handle: (handle,)], ids=["named", "alone"]
)
def test_a_set_reads_no_row_of_a_ledger(shelved, given, monkeypatch):
    monkeypatch.setattr(type(shelved), "frame", lambda _: pytest.fail("the table was read whole"))
    assert load_set("Practice", *given(keep_shelved(shelved))).startswith("Practice 1 tables #")


def test_a_handle_that_nobody_holds_is_still_told():
    with pytest.raises(NoData, match="earlier session"):
        load_set("Practice", "charges", "charges 2 rows #0123456789ab")
