import pytest
from paper_book import PaperBook
from practice_frames import frame

from medoffice_xl.errors import BookError
from medoffice_xl.hosts.excel.live_tables import read_table
from medoffice_xl.render.live_table import carry_out, plan
from medoffice_xl.tables import PAYERS

OAK, ELM, ASH = {"payer": "Oak"}, {"payer": "Elm"}, {"payer": "Ash"}


def bring(book, *rows):
    live = read_table(book, PAYERS)
    return plan(live.place, PAYERS, live.cells, live.frame, live.lines, frame(PAYERS, *rows))


@pytest.fixture
def book():
    paper = PaperBook("Dashboard")
    paper.put_table(PAYERS, frame(PAYERS, OAK, ELM))
    return paper


def payers(book):
    return [row[0] for row in read_table(book, PAYERS).cells[1:]]


def test_new_rows_go_under_the_others_and_the_table_grows(book):
    carry_out([bring(book, OAK, ELM, ASH)])
    assert payers(book) == ["Oak", "Elm", "Ash"]
    assert read_table(book, PAYERS).place.range.shape[0] == 4


def test_an_empty_tables_blank_row_is_used_first():
    paper = PaperBook("Dashboard")
    paper.put_table(PAYERS, frame(PAYERS))
    carry_out([bring(paper, OAK)])
    assert payers(paper) == ["Oak"]


def test_text_is_formatted_as_text_before_it_is_written(book):
    sheet = book.sheets[PAYERS.sheet]
    sheet.done.clear()
    carry_out([bring(book, OAK, ELM, {"payer": "=1+1"})])
    place = next(place for place, value in sheet.cells.items() if value == "=1+1")
    assert sheet.formats[place] == "@"
    assert [what for what, _ in sheet.done].index("value") > [what for what, _ in sheet.done].index("number_format")


def test_rows_that_stay_the_same_are_not_written(book):
    sheet = book.sheets[PAYERS.sheet]
    sheet.done.clear()
    carry_out([bring(book, OAK, {**ELM, "note": "slow"})])
    assert [address for what, address in sheet.done if what == "value"] == ["$A$6:$" + _last() + "$6"]


def _last():
    return chr(64 + len(PAYERS.columns))


def test_rows_that_are_gone_are_taken_out(book):
    carry_out([bring(book, ELM)])
    assert payers(book) == ["Elm"]


def test_what_stands_below_is_never_covered(book):
    book.sheets[PAYERS.sheet].cells[7, 2] = "call them"
    with pytest.raises(BookError, match="needs 1 more rows, and there is something below"):
        bring(book, OAK, ELM, ASH)


def test_a_failure_takes_back_what_was_done(book):
    before = dict(book.sheets[PAYERS.sheet].cells)
    good = bring(book, OAK, ELM, ASH)
    other = PaperBook("Dashboard")
    other.put_table(PAYERS, frame(PAYERS, OAK))
    bad = bring(other, OAK, ASH)
    other.sheets[PAYERS.sheet].fails_at = "value"
    with pytest.raises(RuntimeError):
        carry_out([good, bad])
    kept = {place: value for place, value in book.sheets[PAYERS.sheet].cells.items() if value is not None}
    assert kept == {place: value for place, value in before.items() if value is not None}
    assert read_table(book, PAYERS).place.range.shape[0] == 3


def test_a_missing_column_is_told(book):
    book.sheets[PAYERS.sheet].cells[4, 1] = "Who"
    live = read_table(book, PAYERS)
    with pytest.raises(BookError, match="lacks the column Payer"):
        plan(live.place, PAYERS, live.cells, frame(PAYERS), [], frame(PAYERS, OAK))
