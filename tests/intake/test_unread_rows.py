"""Rows of the workbook's own tables that cannot be read are listed on Problems, as long as they last."""

from remittance_cases import TODAY, Books, case

from medoffice_xl.intake.files import bring_in
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.tables import CONTRACTS

BAD = Problem(Severity.DATA, "This is not a date.", "Correct it.", CONTRACTS.told_as, 7, "From", "soon")


def listed(tables):
    return tables["problems"].query("file == @BAD.file")[["line", "column", "value"]].values.tolist()


def test_they_are_listed_once_and_go_when_they_are_mended():
    found = Books()
    first = bring_in([case("takeback_paid")], found.tables, today=TODAY, unread=[BAD])
    assert BAD in first.problems
    found.tables |= first.frames
    assert listed(found.tables) == [[7, "From", "soon"]]
    second = bring_in([case("unbundled")], found.tables, today=TODAY, unread=[BAD])
    assert BAD not in second.problems
    found.tables |= second.frames
    assert listed(found.tables) == [[7, "From", "soon"]]
    found.tables |= bring_in([case("padded")], found.tables, today=TODAY).frames
    assert listed(found.tables) == []


def test_nothing_new_is_nothing_to_write():
    found = Books()
    found.bring(case("takeback_paid"))
    assert bring_in([case("takeback_paid")], found.tables, today=TODAY, unread=[BAD]).frames == {}
