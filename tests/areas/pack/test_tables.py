"""Figures and lists of a page as the pack prints them, and what of them it does not tell."""

import pytest
from areas.pack.shown_practice import REMARK, shown_pages

from medoffice_xl.areas.pack.document import BoardLine, FigureLine, Head, Mark
from medoffice_xl.areas.pack.tables import board_block, figure_block, table_block, under_other_name, under_other_names
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Board, Figure, Figures, Spill
from medoffice_xl.pages.engine import place
from medoffice_xl.pages.fields import cents, percent, text
from medoffice_xl.pages.pack import Excerpt
from medoffice_xl.pages.page import Page
from medoffice_xl.pages.shown import ShownPages

COUNT, DAYS = Unit.COUNT, Unit.DAYS

PAGES = shown_pages()


def _table(excerpt, names=None, fewest=11):
    return table_block(excerpt, PAGES.listing(excerpt.page, excerpt.block), PAGES, names or {}, fewest)


def test_figures_are_written_as_their_page_has_them_and_stand_as_it_says():
    found = figure_block(Excerpt("Money", "figures"), PAGES.block("Money", "figures"), PAGES, 11)
    assert found.title == "Figures"
    assert found.lines == [
        FigureLine("Days in A/R", "47.0", REMARK, "fair"),
        FigureLine("Owed", "$1,234.56", "By all", ""),
        FigureLine("Unknown", "n/a", "Nobody knows", ""),
    ]


def test_a_figure_of_few_people_says_that_they_are_few():
    """The 9 claims of the one and the 60 of the other, as figures."""
    page = Page("People", "People", "", (Figures("few", (Figure("New", 9, COUNT), Figure("All", 60, COUNT))),))
    placed = place([page])
    pages = ShownPages([page], placed, lambda _, spot: placed.pages[0].grid[spot.row][spot.column])
    for fewest, value in ((11, "under 11"), (10, "under 10"), (9, "9")):
        found = figure_block(Excerpt("People", "few", people="patients"), page.block("few"), pages, fewest)
        assert [line.value for line in found.lines] == [value, "60"]
    everybody = figure_block(Excerpt("People", "few"), page.block("few"), pages, 11)
    assert [line.value for line in everybody.lines] == ["9", "60"]


def test_a_board_has_its_months_and_what_is_said_of_each_figure():
    formula = "=FIGURES(Office)"
    board = Board(
        "board",
        (Figure("Days in A/R", None, DAYS), Figure("Unknown", None, DAYS)),
        Spill(formula, ("Figure", "Now", "Target", "Says", "Benchmark", "Bars", "Month 1", "Month 2")),
        "Now",
        "Bars",
        ("Month 1", "Month 2"),
        (("Says", "How it stands", 20), ("Target", "Target", 9), ("Benchmark", "Benchmark", 20)),
    )
    page = Page("Board", "Board", "", (board,))
    placed = place([page])
    values = {
        placed.places.figures["Board", "board", "Days in A/R"]: 46.99,
        placed.places.figures["Board", "board", "Unknown"]: "n/a",
        placed.places.remarks["Board", "board", "Days in A/R"]: "Fair · Up 2 days",
        placed.places.words["Board", "board", "Days in A/R", "Target"]: "40 days",
        placed.places.words["Board", "board", "Days in A/R", "Benchmark"]: "Good 40 days or less",
    }
    months = placed.places.trends["Days in A/R"].box

    def cell(sheet, spot):
        if sheet != "Board":
            return {months.left: 44.99, months.right: 46.99}[spot.column] if spot.row == months.top else None
        return values.get(spot)

    found = board_block(Excerpt("Board", "board"), board, ShownPages([page], placed, cell))
    assert found.lines == [
        BoardLine("Days in A/R", "47.0", [44.99, 46.99], "Fair · Up 2 days", "fair", "40 days", "Good 40 days or less"),
        BoardLine("Unknown", "n/a", [], "", "", "", ""),
    ]
    nothing = ShownPages([page], placed, lambda *_: None)
    assert board_block(Excerpt("Board", "board"), board, nothing) is None


def test_only_some_figures_and_none_where_none_is_known():
    excerpt = Excerpt("Money", "figures", ("Owed",), title="What is owed")
    found = figure_block(excerpt, PAGES.block("Money", "figures"), PAGES, 11)
    assert (found.title, [line.label for line in found.lines]) == ("What is owed", ["Owed"])
    assert figure_block(Excerpt("Money", "figures", ("Unknown",)), PAGES.block("Money", "figures"), PAGES, 11) is None


def test_a_list_with_its_total_its_marks_and_its_sums():
    found = _table(Excerpt("Money", "payers", ("Payer", "Paid", "Advice"), sums=("Self-pay",)))
    assert found.heads == [Head("Payer", False), Head("Paid", True), Head("Advice", False)]
    assert found.rows == [
        ["Blue Harbor", "$6,000.00", "keep"],
        ["Northgate", "$3,100.50", "leave"],
        ["Self-pay", "$90.00", "keep"],
    ]
    assert found.total == ["Total", "$9,190.50", ""]
    assert found.marks == [Mark(0, 2, "good"), Mark(1, 2, "poor"), Mark(2, 2, "good")]
    assert (found.sums, found.notes) == ([2], [])


def test_rows_beyond_the_room_are_said_to_be_there():
    found = _table(Excerpt("Money", "payers", rows=2))
    assert len(found.rows) == 2
    assert found.notes == ["The first 2 of 3 rows; all are on the sheet Money."]
    assert _table(Excerpt("Money", "payers", rows=3)).notes == []


def test_an_empty_list_is_left_out():
    assert _table(Excerpt("Money", "none")) is None


@pytest.mark.parametrize(
    ("fewest", "kept"),
    [
        # 60, 31 and 9 of 100: the 9 is not shown, and would be 100 less the two others, so that the 31 goes as well.
        (11, ["Blue Harbor"]),
        (10, ["Blue Harbor"]),
        (9, ["Blue Harbor", "Northgate", "Self-pay"]),
    ],
)
def test_few_people_are_not_counted(fewest, kept):
    found = _table(Excerpt("Money", "payers", people="Claims"), fewest=fewest)
    assert [row[0] for row in found.rows] == kept
    assert bool(found.notes) == (len(kept) < 3)
    assert "9" not in " ".join(cell for row in found.rows for cell in row) or fewest == 9


def test_a_list_of_few_people_in_all_is_left_out_with_its_total():
    """Of 60, 31 and 9 none may be shown where 61 are asked for, nor their total, 100, where 101 are."""
    assert _table(Excerpt("Money", "payers", people="Claims"), fewest=101) is None
    assert _table(Excerpt("Money", "payers", people="Claims"), fewest=61) is None
    assert _table(Excerpt("Money", "payers"), fewest=101).total == ["Total", "100", "$9,190.50", "40.0%", ""]


def test_names_that_are_not_told():
    rows = [
        {"Account": "6110 Jane Roe", "Paid": 100.10, "Share": 0.5},
        {"Account": "6110 Jane Roe, bonus", "Paid": 50.05, "Share": 0.25},
        {"Account": "7000 Dr Lee", "Paid": 900.00, "Share": 0.1},
        {"Account": "Rent", "Paid": 10.00, "Share": 0.1},
        {"Account": "Rent", "Paid": 12.00, "Share": 0.2},
    ]
    names = {"6110 Jane Roe": "Staff", "6110 Jane Roe, bonus": "Staff", "7000 Dr Lee": ""}
    found = under_other_names(rows, (text("Account"), cents("Paid"), percent("Share")), names)
    assert found == [
        {"Account": "Staff", "Paid": 150.15, "Share": None},
        {"Account": "Rent", "Paid": 10.00, "Share": 0.1},
        {"Account": "Rent", "Paid": 12.00, "Share": 0.2},
    ]
    assert under_other_name("Spending: 6110 Jane Roe, bonus", names) == "Spending: Staff"
    assert under_other_name("Payers pay; Pay rose (Pay).", {"Pay": "Staff"}) == "Payers pay; Staff rose (Staff)."
