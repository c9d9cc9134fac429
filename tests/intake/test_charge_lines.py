"""Charges of several files meet: late ones are new lines, those that come again are the same, negative ones void."""

from datetime import date

import pytest

from medoffice_xl.intake.take import take_in
from medoffice_xl.readers.recognise import read_file

TODAY = date(2026, 12, 1)
WITHOUT_LINES = "Claim,DOS,Posted,Payer,Code,Mod 1,Charge,Pat Paid\n"
WITH_LINES = "Claim,Line,DOS,Posted,Payer,Code,Charge\n"


@pytest.fixture
def week(tmp_path):
    """Takes the rows of one file after the other into a book, and gives the book's tables."""
    book = {}

    def take(heading, *rows):
        path = tmp_path / f"week{len(list(tmp_path.iterdir()))}.csv"
        path.write_text(heading + "\n".join(rows) + "\n")
        taken = take_in(read_file(path, today=TODAY), book, content_hash=path.name, today=TODAY)
        book.update(taken.frames)
        return book, [problem.problem for problem in taken.problems]

    return take


def lines(book):
    return book["charges"][["claim_id", "line_id", "code", "charge"]].values.tolist()


def test_a_late_charge_of_a_claim_is_a_new_line(week):
    week(WITHOUT_LINES, "1,11/02/2026,11/02/2026,A,G0439,,150,", "2,11/02/2026,11/02/2026,A,G0439,,150,")
    book, told = week(WITHOUT_LINES, "1,11/02/2026,11/09/2026,A,G0444,,30,5", "3,11/09/2026,11/09/2026,A,G0439,,150,")
    assert lines(book) == [
        ["1", "1", "G0439", 15000],
        ["2", "1", "G0439", 15000],
        ["1", "2", "G0444", 3000],
        ["3", "1", "G0439", 15000],
    ]
    assert book["payments"][["claim_id", "line_id", "amount"]].values.tolist() == [["1", "2", 500]]
    assert any("1 lines ($30.00) were added to claims that were here already: 1." in each for each in told)


def test_the_same_code_again_on_a_later_day_of_posting_is_a_late_charge(week):
    week(WITHOUT_LINES, "1,11/02/2026,11/02/2026,A,G0444,,30,")
    book, _ = week(WITHOUT_LINES, "1,11/02/2026,11/09/2026,A,G0444,,30,")
    assert lines(book) == [["1", "1", "G0444", 3000], ["1", "2", "G0444", 3000]]


def test_lines_that_come_again_in_another_order_are_the_same(week):
    week(WITHOUT_LINES, "1,11/02/2026,11/02/2026,A,G0439,,150,20", "1,11/02/2026,11/02/2026,A,G0444,,30,")
    book, told = week(WITHOUT_LINES, "1,11/02/2026,11/02/2026,A,G0444,,30,", "1,11/02/2026,11/02/2026,A,G0439,,150,20")
    assert lines(book) == [["1", "1", "G0439", 15000], ["1", "2", "G0444", 3000]]
    assert book["payments"][["line_id", "amount"]].values.tolist() == [["1", 2000]]
    assert not any("added to claims" in each for each in told)


def test_a_corrected_amount_or_modifier_changes_its_line(week):
    week(WITHOUT_LINES, "1,11/02/2026,11/02/2026,A,G0439,,150,", "1,11/02/2026,11/02/2026,A,G0444,,30,")
    book, _ = week(WITHOUT_LINES, "1,11/02/2026,11/02/2026,A,G0439,25,150,", "1,11/02/2026,11/02/2026,A,G0444,,35,")
    assert book["charges"][["line_id", "code", "mod1", "charge"]].values.tolist() == [
        ["1", "G0439", "25", 15000],
        ["2", "G0444", "", 3500],
    ]


def test_where_modifier_and_charge_are_both_others_it_is_another_line(week):
    """150.00 stay, 40.00 come beside them: nothing is overwritten by what may be a second service."""
    week(WITHOUT_LINES, "1,11/02/2026,,A,G0439,,150,")
    book, told = week(WITHOUT_LINES, "1,11/02/2026,,A,G0439,59,40,")
    assert lines(book) == [["1", "1", "G0439", 15000], ["1", "2", "G0439", 4000]]
    assert any("1 lines ($40.00) were added to claims that were here already: 1." in each for each in told)


def test_a_void_in_a_later_file_takes_back_the_line_that_is_there(week):
    week(WITH_LINES, "1,1,11/02/2026,11/02/2026,A,G0439,150", "1,2,11/02/2026,11/02/2026,A,G0444,30")
    book, told = week(WITH_LINES, "1,1,11/02/2026,11/09/2026,A,G0439,-150")
    assert lines(book) == [["1", "2", "G0444", 3000]]
    assert any("1 lines that were in the workbook were voided ($150.00)" in each for each in told)


def test_a_void_without_line_numbers_is_known_by_what_it_says(week):
    week(WITHOUT_LINES, "1,11/02/2026,11/02/2026,A,G0439,,150,", "1,11/02/2026,11/02/2026,A,G0439,25,150,")
    book, _ = week(WITHOUT_LINES, "1,11/02/2026,11/09/2026,A,G0439,25,-150,")
    assert book["charges"][["mod1", "charge"]].values.tolist() == [["", 15000]]


def test_another_amount_taken_back_is_no_void(week):
    week(WITHOUT_LINES, "1,11/02/2026,11/02/2026,A,G0439,,150,")
    book, _ = week(WITHOUT_LINES, "1,11/02/2026,11/09/2026,A,G0439,,-149.99,")
    assert book["charges"]["charge"].tolist() == [15000, -14999]


LEDGER = "Claim,Trans ID,DOS,Type,Payer,Code,Amount\n"


def test_a_void_of_another_day_in_a_later_file_takes_the_line_out(week):
    """The void stands on the day it was made, with a number of its own; 150.00 of the 2nd goes, 30.00 stays."""
    week(
        LEDGER,
        "1,901,11/02/2026,Charge,A,G0439,150",
        "1,902,11/02/2026,Charge,A,G0444,30",
        "1,903,11/20/2026,Payment,A,,-20",
    )
    book, told = week(LEDGER, "1,910,11/23/2026,Void Chg,A,G0439,-150", "1,911,11/24/2026,Payment,A,,-5")
    assert lines(book) == [["1", "902", "G0444", 3000]]
    assert any("1 lines that were in the workbook were voided ($150.00)" in each for each in told)


def test_a_void_takes_out_no_line_of_a_later_day(week):
    week(LEDGER, "1,901,11/24/2026,Charge,A,G0439,150", "1,903,11/25/2026,Payment,A,,-20")
    book, _ = week(LEDGER, "1,910,11/23/2026,Void Chg,A,G0439,-150", "1,911,11/26/2026,Payment,A,,-5")
    assert [row[-1] for row in lines(book)] == [15000, -15000]


IN_ONE_FILE = (
    (LEDGER, "1,901,11/02/2026,Charge,A,G0439,150", "1,910,11/23/2026,Void Chg,A,G0439,-150"),
    (WITH_LINES, "1,1,11/02/2026,11/02/2026,A,G0439,150", "1,1,11/02/2026,11/02/2026,A,G0439,-150"),
    (WITHOUT_LINES, "1,11/02/2026,11/02/2026,A,G0439,,150,", "1,11/02/2026,11/02/2026,A,G0439,,-150,"),
    (
        "Claim,Charge ID,DOS,Payer,Code,Void,Charge\n",
        "1,901,11/02/2026,A,G0439,N,150",
        "1,901,11/02/2026,A,G0439,Y,150",
    ),
)


@pytest.mark.parametrize(("heading", "charged", "void"), IN_ONE_FILE)
def test_a_charge_that_a_later_file_lists_and_takes_back_goes_from_the_book(week, heading, charged, void):
    """The second export is of the whole period: the charge, and that it is void. The other claim's 30.00 stay."""
    other = charged.replace("1,", "2,", 1).replace("901", "902").replace("G0439", "G0444").replace("150", "30")
    paid = ("2,903,11/20/2026,Payment,A,,-5",) if heading == LEDGER else ()
    week(heading, charged, other, *paid)
    second = (void,) if "Void" in heading else (charged, void)
    book, told = week(heading, *second, other, *paid)
    assert [(row[0], row[2], row[3]) for row in lines(book)] == [("2", "G0444", 3000)]
    assert any("1 lines that were in the workbook were voided ($150.00)" in each for each in told)


def test_a_slip_that_was_voided_at_once_takes_no_other_charge_out(week):
    """The same service was charged again on the 9th and taken back: that of the 2nd stays."""
    week(WITHOUT_LINES, "1,11/02/2026,11/02/2026,A,G0439,,150,")
    slip = "1,11/02/2026,11/09/2026,A,G0439,,{},"
    book, _ = week(WITHOUT_LINES, slip.format(150), slip.format(-150), "2,11/09/2026,11/09/2026,A,G0444,,30,")
    assert [(row[0], row[3]) for row in lines(book)] == [("1", 15000), ("2", 3000)]


def test_of_two_like_charges_one_is_void(week):
    twice = ("1,11/02/2026,11/02/2026,A,G0439,,150,",) * 2
    week(WITHOUT_LINES, *twice)
    book, _ = week(WITHOUT_LINES, *twice, "1,11/02/2026,11/02/2026,A,G0439,,-150,")
    assert [row[-1] for row in lines(book)] == [15000]


FIRST = {
    WITH_LINES: "C1,1,09/01/2026,09/01/2026,A,X1001,100",
    WITHOUT_LINES: "C1,09/01/2026,09/01/2026,A,X1001,,100,",
}
VOID_OF_ANOTHER_DAY = {
    WITH_LINES: ("C1,2,09/05/2026,09/05/2026,A,X1001,-100", "C1,3,09/05/2026,09/05/2026,A,X1004,130"),
    WITHOUT_LINES: ("C1,09/05/2026,09/05/2026,A,X1001,,-100,", "C1,09/05/2026,09/05/2026,A,X1004,,130,"),
}


def charged(book):
    return int(book["charges"]["charge"].sum())


def says_voided(told):
    return any("were voided" in each for each in told)


@pytest.mark.parametrize("heading", [WITH_LINES, WITHOUT_LINES])
def test_a_charge_that_comes_again_beside_its_void_of_another_day_counts_once(week, heading):
    """100.00 - 100.00 + 130.00 = 130.00, and again so when the same period is exported a second and a third time."""
    week(heading, FIRST[heading])
    for _ in range(2):
        book, told = week(heading, FIRST[heading], *VOID_OF_ANOTHER_DAY[heading])
        assert sorted(row[-1] for row in lines(book)) == [-10000, 10000, 13000]
        assert charged(book) == 13000
        assert not says_voided(told)


@pytest.mark.parametrize("heading", [WITH_LINES, WITHOUT_LINES])
def test_a_whole_period_that_comes_twice_voids_nothing(week, heading):
    week(heading, FIRST[heading], *VOID_OF_ANOTHER_DAY[heading])
    book, told = week(heading, FIRST[heading], *VOID_OF_ANOTHER_DAY[heading])
    assert sorted(row[-1] for row in lines(book)) == [-10000, 10000, 13000]
    assert not says_voided(told)
    assert not any("added to claims" in each for each in told)


def test_a_numbered_void_and_rebill_of_the_same_day_beside_the_charge(week):
    """100.00 - 100.00 + 120.00 = 120.00."""
    charge = FIRST[WITH_LINES]
    rebill = ("C1,2,09/01/2026,09/05/2026,A,X1001,-100", "C1,3,09/01/2026,09/05/2026,A,X1001,120")
    week(WITH_LINES, charge)
    book, told = week(WITH_LINES, charge, *rebill)
    assert charged(book) == 12000
    assert not says_voided(told)


@pytest.mark.parametrize("heading", [WITH_LINES, WITHOUT_LINES])
def test_a_void_that_is_in_the_book_takes_nothing_back_when_it_comes_again(week, heading):
    """The second file begins after the charge: 100.00 - 100.00 + 130.00 = 130.00 stay."""
    week(heading, FIRST[heading], *VOID_OF_ANOTHER_DAY[heading])
    book, told = week(heading, *VOID_OF_ANOTHER_DAY[heading])
    assert charged(book) == 13000
    assert not says_voided(told)


@pytest.mark.parametrize("heading", [WITH_LINES, WITHOUT_LINES])
def test_a_void_of_another_day_that_comes_alone_takes_its_charge_back(week, heading):
    """100.00 go, 130.00 come; the whole period after it adds up to the same: 100.00 - 100.00 + 130.00."""
    week(heading, FIRST[heading])
    book, told = week(heading, *VOID_OF_ANOTHER_DAY[heading])
    assert [row[-1] for row in lines(book)] == [13000]
    assert any("1 lines that were in the workbook were voided ($100.00)" in each for each in told)
    book, told = week(heading, FIRST[heading], *VOID_OF_ANOTHER_DAY[heading])
    assert charged(book) == 13000
    assert not says_voided(told)


@pytest.mark.parametrize(("again", "left"), [(1, [10000]), (2, [-10000, 10000, 10000])])
def test_of_two_like_charges_a_void_of_another_day_takes_back_the_one_that_does_not_come_again(week, again, left):
    """Two of 100.00, one taken back: 100.00."""
    charge, void = FIRST[WITHOUT_LINES], VOID_OF_ANOTHER_DAY[WITHOUT_LINES][0]
    week(WITHOUT_LINES, charge, charge)
    book, _ = week(WITHOUT_LINES, *[charge] * again, void)
    assert sorted(row[-1] for row in lines(book)) == left


@pytest.mark.parametrize(("served", "left"), [("11/02/2026", []), ("11/03/2026", []), ("11/01/2026", [15000, -15000])])
def test_a_later_void_under_another_number_takes_back_a_charge_of_its_day_or_before(week, served, left):
    """A void of the day before the service is of something else."""
    week(WITH_LINES, "1,1,11/02/2026,11/02/2026,A,G0439,150")
    book, _ = week(WITH_LINES, f"1,2,{served},11/09/2026,A,G0439,-150")
    assert [row[-1] for row in lines(book)] == left
