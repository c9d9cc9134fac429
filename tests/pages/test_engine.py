"""The layout engine: nothing covers anything, everything fits, every reference finds what it names."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages.toy_pages import BODY, FIELDS, Calculated, cards, chart, drawn, known, page, spilled

from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import (
    Across,
    Axis,
    Bridge,
    Chart,
    Down,
    Figure,
    Figures,
    Input,
    InputLine,
    InputTable,
    Links,
    Listing,
    Note,
    PerRow,
    Rows,
    RowsInNeed,
    Series,
    Shape,
    Spill,
    TotalChart,
    Verdict,
)
from medoffice_xl.pages.contents import Formula, Link
from medoffice_xl.pages.engine import place, place_one
from medoffice_xl.pages.fields import cents, dollars, text
from medoffice_xl.pages.placed import PAGE_MARK, Role
from medoffice_xl.pages.references import column, figure, row, this, total
from medoffice_xl.pages.text_width import longest_word, text_width, wrapped_lines

AXES = (Axis("Payer"), Axis("Dollars"))


def everything():
    """A page with every kind of block, side by side and one under another."""
    line = InputLine("asked", [Input("Asked", "Payer", "Acme", Unit.TEXT), Input("Share", "Share", 0.5, Unit.PERCENT)])
    table = InputTable("set", [Input("Day", "Day", "=TODAY()", Unit.DATE, "What was posted later does not count.")])
    return page(
        Verdict("Two payers."),
        cards("Days in A/R", "Denial rate", "A/R"),
        Across((Down((line, known("left"))), chart("left"))),
        Across((known("first"), known("second"))),
        known(),
        Figures("facts", [Figure("Mean", 12, Unit.DAYS, says="of all"), Figure("Most", 30, Unit.DAYS)], title="Facts"),
        Figures("abreast", [Figure(name, 1, Unit.COUNT) for name in "abcd"], abreast=2),
        Across((chart("mix"), TotalChart("whole", "Whole", "mix", ("Charges",), ("#000000",), *AXES))),
        Bridge("bridge", "Bridge", "mix", "Payer", "Charges", [("Off", "Charges")], ("Left", "Charges"), *AXES),
        table,
        Links("ways", [(Link("Charges", "Charges"), "Every charge")], title="More"),
        Note("Allowed is compared, never paid. " * 9),
    )


def covered(placed):
    """The cells that something covers: each merged box and chart whole, each other cell that holds something."""
    boxes = [*placed.merged, *(chart.box for chart in placed.charts)]
    spread = [{(r, c) for r in range(b.top, b.bottom + 1) for c in range(b.left, b.right + 1)} for b in boxes]
    corners = {(box.top, box.left) for box in placed.merged}
    single = [
        {(r, c)}
        for r, cells in enumerate(placed.grid)
        for c, content in enumerate(cells)
        if content is not None and (r, c) not in corners
    ]
    return spread + single


def test_nothing_covers_anything():
    cells = list(itertools.chain.from_iterable(covered(place_one(everything()))))
    assert len(cells) == len(set(cells))


def test_two_things_in_one_cell_are_refused():
    placed = place_one(page(known()))
    from medoffice_xl.pages.canvas import Canvas, Places
    from medoffice_xl.pages.placed import Spot

    with pytest.raises(ValueError, match="two things"):
        Canvas(placed, Places()).put(Spot(0, 1), "again")


words = st.text("abcdefgh WMil", min_size=1, max_size=40).filter(str.strip)
headings = st.lists(words.map(lambda name: " ".join(name.split())), min_size=1, max_size=9, unique=True)


@given(headings, headings)
def test_headings_never_touch_and_are_never_cut(first, second):
    """Every word of a heading has its room with air beside it, and the row is as high as the heading's lines."""
    placed = place_one(
        page(
            *(
                Listing(name, [text(names[0]), *map(dollars, names[1:])], Rows([["x", *[1] * (len(names) - 1)]]))
                for name, names in (("one", first), ("two", second))
            )
        )
    )
    for dress, box in placed.dressed:
        heading = placed.grid[box.top][box.left]
        if dress.role is not Role.HEADER or not dress.wraps:
            continue
        room = sum(placed.widths[box.left : box.right + 1])
        assert longest_word(heading, bold=True) + 1 < room
        lines = wrapped_lines(heading, room, bold=True)
        assert placed.heights[box.top] >= 13 * lines


def test_columns_are_as_wide_as_what_they_hold():
    long = "Cedar Valley Health of the Upper Counties"
    placed = place_one(page(Listing("mix", (text("Payer"), cents("Owed")), Rows([(long, 123_456_789_00)]))))
    assert placed.widths[1] >= text_width(long)
    assert placed.widths[2] >= text_width("$123,456,789.00")


def test_the_line_of_a_heading_is_as_long_as_its_list():
    placed = place_one(everything())
    lines = {(box.top, box.left): box.right for dress, box in placed.dressed if dress.role is Role.SECTION}
    headers = [box for dress, box in placed.dressed if dress.role is Role.HEADER and not dress.wraps]
    under = [(lines[box.top - 1, box.left], box.right) for box in headers if (box.top - 1, box.left) in lines]
    assert len(under) == 4
    assert all(line == header for line, header in under)


def test_lists_side_by_side_have_a_gap():
    placed = place([page(Across((known("first"), known("second"))))])
    first = placed.places.columns["Toy", "first", "Share of charges"]
    second = placed.places.columns["Toy", "second", "Payer"]
    assert second.left == first.left + 2
    assert placed.pages[0].widths[first.left + 1] == 3


@pytest.mark.parametrize(
    ("rows", "shown", "said"),
    [
        (0, 0, "Nobody was charged."),
        (2, 2, ""),
        (4, 4, ""),
        (5, 4, "There are more: ask for all of them."),
    ],
)
def test_a_list_shows_what_it_has_room_for_and_says_what_it_does_not(rows, shown, said):
    book = Calculated([page(spilled(rows, 4))], rows)
    payers = [f"Payer {number + 1}" for number in range(shown)]
    assert book.column("Payer") == [*payers, *[""] * (4 - shown)]
    assert book.column("Charges")[:shown] == [10.0 * (number + 1) for number in range(shown)]
    assert book.said().strip() == said
    assert book.total("Charges") == (1000 if rows else "")


def test_an_error_of_a_list_is_said_where_the_list_would_be():
    book = Calculated([page(Listing("mix", FIELDS, Spill("=NA()"), room=2, has_total=True, empty="Nothing yet."))])
    assert book.said() == "Nothing yet."
    broken = Calculated([page(Listing("mix", FIELDS, Spill("=1/0"), room=2, has_total=True, empty="Nothing yet."))])
    assert broken.said()["kind"] == "Div"


def test_only_rows_that_hold_something_are_needed():
    book = Calculated([page(spilled(2, 4))], 2)
    box = book.book.places.columns["Toy", "mix", "Payer"]
    assert [book.needed(at) for at in range(box.top, box.bottom + 1)] == [1, 1, 0, 0]
    assert book.needed(box.bottom + 1) == 1
    assert book.needed(box.bottom + 2) == 0
    assert book.value("Toy", 0, 0) == PAGE_MARK


def test_a_row_is_needed_while_a_list_beside_needs_it():
    lists = (spilled(1, 3, name="short"), spilled(3, 3, name="mix"))
    book = Calculated([page(Across(lists))], 3)
    box = book.book.places.columns["Toy", "mix", "Payer"]
    assert [book.needed(at) for at in range(box.top, box.bottom + 1)] == [1, 1, 1]


def test_known_rows_that_come_and_go_are_needed_while_their_first_field_holds_something():
    fields = (text("Payer", 12), dollars("Charges"))
    rows = RowsInNeed([("Alder", 100), (Formula('=IF(1>2,"Birch","")'), 200)])
    book = Calculated([page(Listing("mix", fields, rows, empty="Nothing waits."))])
    box = book.book.places.columns["Toy", "mix", "Payer"]
    assert [book.needed(at) for at in range(box.top, box.bottom + 2)] == [1, 0, 0]
    assert book.said() != "Nothing waits."


def test_known_rows_of_which_none_is_needed_say_so():
    rows = RowsInNeed([(Formula('=IF(1>2,"Alder","")'), 100)])
    book = Calculated([page(Listing("mix", (text("Payer", 12), dollars("Charges")), rows, empty="Nothing waits."))])
    assert book.said() == "Nothing waits."


def test_rows_beside_a_chart_stay():
    placed = place_one(page(Across((spilled(1, 3), chart("mix")))))
    box = placed.charts[0].box
    assert not placed.hidden & set(range(box.top, box.bottom + 1))


def test_the_same_formula_spills_once():
    first, second = spilled(2, 4, name="one"), spilled(2, 3, name="two")
    placed = place([page(first, second)])
    assert len(placed.behind[0].spills) == 1


def test_a_list_picks_columns_by_name():
    source = Spill("=Data!$A$1:$C$4", ("Payer", "Charges", "Share of charges"))
    shares = Listing("mix", (FIELDS[0], FIELDS[2]), source, room=2, has_total=True)
    assert Calculated([page(shares)], 2).column("Share of charges") == [0.1, 0.1]
    lost = Listing("mix", (FIELDS[0], dollars("Lost")), source, room=2)
    with pytest.raises(ValueError, match="asks for Lost"):
        place([page(lost)])


def test_references_find_cells_on_this_page_and_on_others():
    sums = Figures(
        "sums",
        [
            Figure("Second", Formula(f"={row(2, 'mix', 'Charges', 'Toy')}"), Unit.MONEY),
            Figure("All", Formula(f"=SUM({column('mix', 'Charges', 'Toy')})"), Unit.MONEY),
            Figure("Total", Formula(f"={total('mix', 'Charges', 'Toy')}"), Unit.MONEY),
            Figure("Twice", Formula(f"=2*{figure('sums', 'Second')}"), Unit.MONEY),
        ],
    )
    book = Calculated([page(spilled(3, 4)), page(sums, name="Other page")], 3)
    values = [book.value("Other page", *spot) for spot in book.book.places.figures.values()]
    assert values == [20, 60, 1000, 40]


@pytest.mark.parametrize("lost", [row(1, "mix", "Lost"), total("lost", "Charges"), figure("mix", "Charges")])
def test_a_reference_to_what_is_not_there_is_refused(lost):
    with pytest.raises(ValueError, match="there is no"):
        place([page(known(), Figures("f", [Figure("x", Formula(f"={lost}"), Unit.COUNT)]))])


def test_fields_are_worked_out_from_their_row():
    twice = dollars("Twice", formula=f"2*{this('Charges')}")
    book = Calculated([page(Listing("mix", (*FIELDS, twice), Spill("=Data!$A$1:$C$4"), room=3, has_total=True))], 2)
    assert book.column("Twice") == [20, 40, ""]


def test_a_list_has_a_row_for_each_row_of_another():
    names = text("Payer", 20)
    longer = Listing(
        "more", (names, dollars("Length", formula=f"LEN({this('Payer')})")), PerRow("mix", "Payer"), room=4
    )
    book = Calculated([page(spilled(2, 4), longer)], 2)
    assert book.column("Payer", "more") == ["Payer 1", "Payer 2", "", ""]
    assert book.column("Length", "more") == [7, 7, "", ""]


def test_a_chart_draws_the_rows_without_the_total():
    placed = place([page(known(), chart("mix"))])
    (drawn_series,) = placed.pages[0].charts[0].series
    body = placed.places.columns["Toy", "mix", "Charges"]
    assert drawn_series.values.box == body
    assert body.bottom - body.top + 1 == len(BODY)


def test_a_bridge_ends_at_its_result_and_has_no_step_too_many():
    bridge = Bridge("b", "B", "mix", "Payer", "Charges", [("Fixed", "Charges")], ("Left", "Charges"), *AXES)
    book = Calculated([page(spilled(2, 4), bridge)], 2)
    names = [book.value("Chart data", at, 1) for at in range(2, 8)]
    assert names == ["Payer 1", "Payer 2", "Fixed", "Left", "", ""]
    assert [book.value("Chart data", at, 0) for at in range(2, 8)] == [1, 1, 1, 1, 0, 0]
    ends = [book.value("Chart data", at, 3) for at in range(2, 6)]
    # 10, and 20 on it; 1,000 off; and the result is what the total says.
    assert ends == [10, 30, -970, 1000]


def test_bars_whose_order_programs_dispute_are_refused():
    bar = Series("Charges", "Charges", "#000000", Shape.BAR)
    with pytest.raises(ValueError, match="draw columns"):
        Chart("c", "C", "mix", "Payer", (bar, bar), *AXES)


def test_two_columns_of_one_name_are_refused():
    with pytest.raises(ValueError, match="two columns of the name Paid"):
        Listing("mix", (dollars("Paid"), dollars("Paid")), Rows([]))


def test_the_same_pages_give_the_same_bytes():
    assert drawn(place([everything()])) != b""
    first, second = place([everything()]), place([everything()])
    assert (first.pages[0].grid, first.pages[0].widths) == (second.pages[0].grid, second.pages[0].widths)
