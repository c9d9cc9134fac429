"""Charts and bridges as the pack draws them, and what is said of them to whoever does not see them."""

import pytest
from areas.pack.shown_practice import shown_pages

from medoffice_xl.areas.pack.axes import ticks
from medoffice_xl.areas.pack.charts import bridge_block, chart_block
from medoffice_xl.pages.pack import Excerpt

PAGES = shown_pages()


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([120.0, 430.0], ["0", "100", "200", "300", "400", "500"]),
        ([-40.0, 50.0], ["−40", "−20", "0", "20", "40", "60"]),
        ([100.0], ["0", "20", "40", "60", "80", "100"]),
        ([0.0], ["0", "0", "0", "1", "1", "1"]),
        ([-7.0], ["−8", "−6", "−4", "−2", "0"]),
    ],
)
def test_an_axis_counts_in_round_numbers_and_reaches_over_its_values(values, labels):
    found = ticks(values, "#,##0")
    assert [tick.label for tick in found] == labels
    assert found[0].at <= min(values) <= max(values) <= found[-1].at


def test_columns_over_months_with_a_line():
    found = chart_block(Excerpt("Money", "trend"), PAGES.block("Money", "trend"), PAGES, 11)
    assert found.categories == ["Aug 26", "Sep 26"]
    assert [(each.name, each.values, each.look, each.second) for each in found.drawings] == [
        ("Charges", [100000.0, 120000.0], "dark", False),
        ("Days", [42.0, 44.0], "line", True),
    ]
    assert not found.lies
    assert [tick.label for tick in found.ticks][-1] == "$125k"
    assert found.told == (
        "Charges and days, Aug 26 to Sep 26. Charges: Aug 26 $100,000, Sep 26 $120,000. Days: Aug 26 42, Sep 26 44."
    )


def test_names_lie_with_their_amounts():
    found = chart_block(Excerpt("Money", "by payer"), PAGES.block("Money", "by payer"), PAGES, 11)
    assert found.lies
    # A half is rounded up, as everywhere.
    assert found.drawings[0].labels == ["$6,000", "$3,101", "$90"]


def test_a_chart_draws_no_few_people_either():
    excerpt = Excerpt("Money", "by payer", people="Claims")
    found = chart_block(excerpt, PAGES.block("Money", "by payer"), PAGES, 11)
    assert (found.categories, found.drawings[0].labels) == (["Blue Harbor"], ["$6,000"])
    assert "$90" not in found.told


def test_a_bridge_goes_from_step_to_step_and_tells_no_name():
    names = {"6110 Jane Roe, biller": "Staff", "6100 Front desk": "Staff"}
    found = bridge_block(Excerpt("Money", "bridge"), PAGES.block("Money", "bridge"), PAGES, names)
    assert [(step.name, step.begins, step.ends, step.label) for step in found.steps] == [
        ("Budgeted net", 0.0, 1000.0, "$1,000"),
        ("Staff", 1000.0, 700.0, "−$300"),
        ("Rate", 700.0, 750.0, "+$50"),
        ("Actual net", 0.0, 750.0, "$750"),
    ]
    assert found.steps[-1].is_result
    assert "Jane Roe" not in found.told
    assert found.told.startswith("From budget to actual. Budgeted net $1,000; Staff −$300;")
