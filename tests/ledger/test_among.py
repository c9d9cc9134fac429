"""Questions about columns of text that are asked once for what is the same."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from medoffice_xl.ledger.among import among
from medoffice_xl.ledger.each_once import each_once

TEXTS = some.lists(some.sampled_from(["", "C1", "c1", "C2", "C 2", "0"]))


@given(TEXTS, TEXTS)
def test_a_text_stands_among_others_as_python_says(texts, others):
    found = among(pd.Series(texts, dtype="str"), pd.Series(others, dtype="str"))
    assert found.tolist() == [text in others for text in texts]
    assert found.dtype == bool


def test_what_is_missing_stands_among_what_is_missing_alone():
    missing = pd.Series(["C1", None], dtype="str", index=[7, 9])
    assert among(missing, pd.Series(["C1"], dtype="str")).to_dict() == {7: True, 9: False}
    assert among(missing, pd.Index([None, "C2"], dtype="str")).to_dict() == {7: False, 9: True}


ROWS = some.lists(some.tuples(some.sampled_from(["a", "A", ""]), some.integers(0, 3), some.sampled_from([None, "x"])))


@given(ROWS, some.booleans())
def test_every_row_has_its_answer_and_each_kind_is_asked_once(rows, as_columns):
    asked = []
    lists = [[row[at] for row in rows] for at in range(3)]
    kinds = ("str", "int64", "object")
    columns = [pd.Series(each, dtype=kind) for each, kind in zip(lists, kinds, strict=True)] if as_columns else lists

    def answer(text, number, either):
        asked.append((text, number, either))
        return f"{text}/{number}/{either}"

    assert each_once(answer, *columns) == [f"{text}/{number}/{either}" for text, number, either in rows]
    assert asked == list(dict.fromkeys(rows))


@pytest.mark.parametrize("column", [pd.Series(["2026-06-30"], dtype="datetime64[us]"), pd.Series([10_000])])
def test_values_come_as_python_has_them(column):
    assert each_once(type, column) == [type(next(iter(column)))]
