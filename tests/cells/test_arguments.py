"""The same argument is the same thing, whichever host hands it over."""

from datetime import UTC, date, datetime

import pytest

from medoffice_xl.cells.arguments import Argument, Takes
from medoffice_xl.cells.error_cells import error_code
from medoffice_xl.errors import BadArgument, NoData, OutOfRange


def read(takes, value, *, optional=False, default=None, name="it"):
    return Argument(name, "", takes, optional, default).read(value)


EMPTY = [None, "", "  ", [[None]], ((None,),), [[""]], ()]


@pytest.mark.parametrize("value", EMPTY[:-1])
@pytest.mark.parametrize("takes", [Takes.DATE, Takes.NUMBER, Takes.WHOLE, Takes.TEXT])
def test_empty_is_the_default_or_asked_for(takes, value):
    assert read(takes, value, optional=True, default="the default") == "the default"
    with pytest.raises(BadArgument, match="“it” is empty"):
        read(takes, value)


@pytest.mark.parametrize(
    "value",
    [
        46203,  # serial number of 2026-06-30: 46023 is 1 January 2026, 180 days before
        46203.0,
        46203.75,
        datetime(2026, 6, 30, 13),
        datetime(2026, 6, 30, tzinfo=UTC),
        date(2026, 6, 30),
        "2026-06-30",
        ((46203.0,),),
        [[datetime(2026, 6, 30)]],
    ],
)
def test_a_day_in_every_form(value):
    assert read(Takes.DATE, value) == date(2026, 6, 30)


@pytest.mark.parametrize("value", [True, "June", "06/30/2026", float("nan"), 1e15])
def test_what_is_no_day(value):
    with pytest.raises(BadArgument, match="give a date"):
        read(Takes.DATE, value)


@pytest.mark.parametrize("value", [90, 90.0, "90", " 90 ", [[90.0]], (90,)])
def test_a_number_in_every_form(value):
    assert read(Takes.WHOLE, value) == 90
    assert read(Takes.NUMBER, value) == 90.0


@pytest.mark.parametrize("value", [True, "ninety", "nan", float("inf"), datetime(2026, 1, 1)])
@pytest.mark.parametrize("takes", [Takes.WHOLE, Takes.NUMBER])
def test_what_is_no_number(takes, value):
    with pytest.raises(BadArgument, match="“it” is"):
        read(takes, value)


def test_a_whole_number_has_no_fraction():
    with pytest.raises(BadArgument, match="give a whole number"):
        read(Takes.WHOLE, 90.5)


@pytest.mark.parametrize(
    ("value", "text"), [("Acme ", "Acme"), (99213.0, "99213"), (7, "7"), (1.5, "1.5"), (True, "TRUE"), ([["a"]], "a")]
)
def test_text(value, text):
    assert read(Takes.TEXT, value) == text


@pytest.mark.parametrize("value", [[[1, 2]], ((1,), (2,)), [1, 2]])
def test_a_range_is_no_cell(value):
    with pytest.raises(BadArgument, match="takes one cell"):
        read(Takes.NUMBER, value)


@pytest.mark.parametrize(
    ("value", "flat"),
    [(5, [5]), ("", [None]), ([[1], [2]], [1, 2]), (((1, 2),), [1, 2]), ([1, ""], [1, None])],
)
def test_a_column(value, flat):
    assert read(Takes.COLUMN, value) == flat


@pytest.mark.parametrize("kind", ["Na", "Value", "Num", "Div", "Name", "Ref", "Spill"])
@pytest.mark.parametrize("takes", [Takes.DATE, Takes.NUMBER, Takes.TEXT, Takes.SET])
def test_an_error_is_handed_on(takes, kind):
    value = {"type": "Error", "kind": kind}
    expected = {"Na": NoData, "Num": OutOfRange}.get(kind, BadArgument)
    with pytest.raises(expected, match="“it” shows #") as caught:
        read(takes, value)
    assert type(caught.value) is expected


def test_error_codes_of_cells():
    assert error_code({"type": "Error", "kind": "Div"}) == "#DIV/0!"
    assert error_code([["#N/A"]]) == "#N/A"
    assert error_code({"type": "Error", "kind": "Unheard"}) == "#VALUE!"
    for value in (None, 1.0, "text", "#1", [["a"], ["b"]], {}):
        assert error_code(value) == ""


@pytest.mark.parametrize("value", [None, "", [], "charges", "charges 1 rows #0", [["Claim"], ["C1"]]])
def test_a_set_needs_its_handle(value):
    with pytest.raises(BadArgument, match="Practice"):
        read(Takes.SET, value, name="Practice")


def test_a_handle_of_another_session():
    with pytest.raises(NoData, match=r"“Practice 2 tables #0” was loaded by an earlier session .* Press Refresh"):
        read(Takes.SET, "Practice 2 tables #0", name="Practice")
