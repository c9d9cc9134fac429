"""What is said after an import by button."""

from medoffice_xl.hosts.excel.import_message import figures_that_changed, import_message
from medoffice_xl.intake.file_outcome import FileOutcome


def files(taken: int, refused: int = 0, there: int = 0) -> list[FileOutcome]:
    return [
        *(FileOutcome(f"{number}.835", "835", added=3, changed=1) for number in range(taken)),
        *(FileOutcome(f"bad{number}.pdf", refused="It is a PDF.") for number in range(refused)),
        *(FileOutcome(f"old{number}.835", already_there=True) for number in range(there)),
    ]


def test_a_few_files_are_told_one_by_one():
    said = import_message(files(3, refused=1, there=1), ["2 problems to look at: see the sheet Problems."]).splitlines()
    assert said[0] == "0.835 (835): 3 rows added, 1 changed."
    assert said[3:] == [
        "bad0.pdf: nothing was taken from it. It is a PDF.",
        "old0.835: it is in the workbook already; nothing was changed.",
        "2 problems to look at: see the sheet Problems.",
    ]


def test_a_hundred_files_end_in_one_short_message():
    said = import_message(files(90, refused=7, there=3), []).splitlines()
    assert said == [
        "90 of 100 files taken in: 270 rows added, 90 changed.",
        "3 were in the workbook already.",
        "7 were refused; the first 5:",
        *(f"  bad{number}.pdf: It is a PDF." for number in range(5)),
        "Details are on the sheet Imports.",
    ]


def test_six_files_are_many_and_five_are_few():
    assert len(import_message(files(5), []).splitlines()) == 5
    assert import_message(files(6), []).splitlines() == [
        "6 of 6 files taken in: 18 rows added, 6 changed.", "Details are on the sheet Imports.",
    ]  # fmt: skip


def test_figures_that_changed_are_told_up_to_a_few():
    told = [f"{number}.835: changed" for number in range(6)]
    assert figures_that_changed(told[:5]) == told[:5]
    assert figures_that_changed(told) == [*told[:5], "1 more remittances were replaced: see the sheet Problems."]
