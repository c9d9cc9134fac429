"""What a line's balance says beyond the columns that were taken is told; nothing is made up to fit it."""

import pytest

from medoffice_xl.problems import Severity
from medoffice_xl.readers.pm_export import read

HEADINGS = "Claim ID,DOS,Payer,Code,Charge,Ins Paid,Patient Paid,Adjustment,Balance"


def told(tmp_path, *rows, headings=HEADINGS):
    path = tmp_path / "export.csv"
    path.write_text("\n".join([headings, *rows]), encoding="utf-8")
    problems = read(path).problems
    return [each for each in problems if each.severity is Severity.MONEY and "was taken" not in each.problem]


FITS = "A,1/5/2026,Acme,G0438,150.00,90.00,20.00,33.00,7.00"


def test_balances_that_fit_say_nothing(tmp_path):
    assert told(tmp_path, FITS, "B,1/5/2026,Acme,G0438,150.00,,,,150.00") == []


@pytest.mark.parametrize(
    ("balance", "said"), [("16.99", "$0.01 in all was not posted"), ("10.00", "$7.00 in all was not")]
)
def test_an_amount_in_no_column_is_told(tmp_path, balance, said):
    # 150.00 less 100.00 and 33.00 is 17.00
    (problem,) = told(tmp_path, FITS, f"B,1/5/2026,Acme,G0438,150.00,100.00,,33.00,{balance}")
    assert said in problem.problem
    assert (problem.line, problem.column, problem.value) == (3, "Balance", f"${balance}")


def test_a_line_on_several_rows_has_the_balance_of_the_last(tmp_path):
    headings = HEADINGS.replace("Claim ID", "Claim ID,Line")
    rows = ["A,1,1/5/2026,Acme,G0438,150.00,90.00,,33.00,27.00", "A,1,1/5/2026,Acme,G0438,150.00,,27.00,,0.00"]
    assert told(tmp_path, *rows, "B,1,1/5/2026,Acme,G0438,150.00,,,,150.00", headings=headings) == []


def test_another_balance_says_nothing_of_the_line(tmp_path):
    assert told(tmp_path, "A,1/5/2026,Acme,G0438,150.00,90.00,,33.00,500.00") == []
