import pytest
from paper_book import PaperBook
from practice_frames import frame

import udfs  # noqa: F401  (registers the functions)
from medoffice_xl.cells.handles import is_held
from medoffice_xl.errors import BadArgument
from medoffice_xl.hosts.excel.live_formula import arguments, our_call
from medoffice_xl.tables import CHARGES


@pytest.fixture
def book():
    paper = PaperBook("Dashboard", "Bob's notes")
    paper.put_table(CHARGES, frame(CHARGES, {"claim_id": "A", "charge": 90}, {"claim_id": "B", "charge": 10}))
    paper.put_name("Charges", "charges 2 rows #0e", '=LOAD_TABLE("charges",tblCharges[#All])')
    paper.put_name("Practice", "Practice 1 tables #0f", '=LOAD_SET("Practice",Charges)')
    paper.put_name("WindowDays", 90.0)
    paper.sheets["Dashboard"].cells.update({(5, 3): 30.0, (6, 3): 40.0})
    paper.sheets["Bob's notes"].cells[1, 1] = "net"
    return paper


def given(book, text):
    found = our_call(f"=AR_DAYS({text})")
    assert found
    return arguments(found[1], book.sheets["Dashboard"])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("90", 90.0),
        ("-1.5E2", -150.0),
        ('"say ""net"""', 'say "net"'),
        ("TRUE", True),
        ("", None),
        ("$C$5", 30.0),
        ("C5:C6", [[30.0], [40.0]]),
        ("'Bob''s notes'!A1", "net"),
        ("WindowDays", 90.0),
        ("tblCharges[Charge]", [[90.0], [10.0]]),
    ],
)
def test_an_argument_is_read_as_the_host_hands_it_over(book, text, value):
    assert given(book, f"1,{text}")[1] == value


def test_a_handle_of_another_session_is_loaded_again(book):
    (handle,) = given(book, "Charges")
    assert handle.startswith("charges 2 rows #")
    assert is_held(handle)


def test_a_set_of_another_session_is_loaded_again_with_its_tables(book):
    (handle,) = given(book, "Practice")
    assert handle.startswith("Practice 1 tables #")
    assert is_held(handle)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("WindowDays+1", 91.0),
        ("$C$5*2", 60.0),
        # 46,203 is 30 June 2026; the month before ends on 31 May, 46,173.
        ("EOMONTH(46203,-1)+1", 46_174.0),
        ('IF(C6>C5,"net","gross")', "net"),
    ],
)
def test_a_small_sum_within_an_argument_is_done(book, text, value):
    assert given(book, text) == [value]


@pytest.mark.parametrize("text", ["SUM(Nowhere)", "NO_SUCH(1)", "C5:C6*2"])
def test_what_is_more_than_a_sum_is_not_guessed(book, text):
    with pytest.raises(BadArgument, match="within"):
        given(book, text)


def test_our_function_is_found_inside_others():
    function, _ = our_call('=IFERROR(ROUND(AR_DAYS(Practice,AsOf),1),"")')
    assert function.name == "AR_DAYS"


@pytest.mark.parametrize("formula", ["", "12", "=SUM(A1:A5)", "AR_DAYS(1)"])
def test_what_holds_none_of_our_functions(formula):
    assert our_call(formula) is None
