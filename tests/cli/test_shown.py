"""What is said of formulas that show an error."""

from medoffice_xl.cli.shown import LACKING, seen_failures, show_failures
from medoffice_xl.hosts.headless.refresh import CellFailure, Refreshed


def test_one_line_a_reason_and_nothing_wrong_is_left_out(capsys) -> None:
    lacking = [CellFailure(f"A!B{row}", "#N/A", f"No claim in week {row}.") for row in range(LACKING + 3)]
    wrong = [CellFailure(f"A!C{row}", "#VALUE!", "Give a date.") for row in range(3)]
    show_failures(Refreshed({}, (*lacking, CellFailure("A!D1", "#N/A", "No claim in week 0."), *wrong), 0.0))
    said = capsys.readouterr().err.splitlines()
    assert said == [
        "A!C0 and 2 more show #VALUE!: Give a date.",
        "A!B0 and 1 more show #N/A: No claim in week 0.",
        *(f"A!B{row} shows #N/A: No claim in week {row}." for row in range(1, LACKING)),
        "… and 3 more figures lack data; =WHY(cell) says what each needs.",
    ]


def test_what_lacks_data_on_workings_is_said_by_its_page():
    lacks = CellFailure("Workings!B2", "#N/A", "No claim was answered.")
    wrong = CellFailure("Workings!B3", "#VALUE!", "No such payer.")
    seen = CellFailure("Payers!C4", "#N/A", "No claim was answered.")
    assert seen_failures(Refreshed({}, (lacks, wrong, seen), 0.1)) == [wrong, seen]
