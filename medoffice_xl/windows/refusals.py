"""Why Windows did not start Python, in words: for the workbook, which has these words in its VBA, and for `doctor`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """What Windows answers, as COM's numbers and as VBA's, and what it means."""

    numbers: tuple[int, ...]
    words: str


NOT_REGISTERED = (
    "Python is not set up for Excel on this account. Run “medoffice register”, or Repair in the Start menu's folder "
    "Practice Manager. If Excel was started as administrator, start it without."
)
GONE = (
    "A part of Python that Excel needs is gone, moved or taken away by a virus scanner. Run the installer again or, "
    "where medoffice was installed by pip, install Python and medoffice anew, then run “medoffice register”. Missing: "
)
DID_NOT_ANSWER = (
    "Windows started Python, but it did not answer: it may be held up by a virus scanner, or damaged. Run “medoffice "
    "doctor”. The program: "
)
HELD_UP_BEFORE = (
    "When Python was last started for Excel, it did not answer: it may be held up by a virus scanner, or damaged. It "
    "was not started again, because Excel would wait two minutes for it. Run “medoffice doctor”, or Check-up in the "
    "Start menu; Refresh tries again. The program: "
)
WAITING = (
    "Practice Manager: waiting for Python, usually some seconds. Still here after half a minute? Something such as a "
    "virus scanner holds it up; Excel goes on in two minutes."
)
"""Stands in the status bar while Excel waits, and can say nothing more."""
ANYTHING_ELSE = "Windows did not start Python. Run “medoffice doctor”, which says what is missing. Windows says: "

REFUSALS = (
    # VBA's "cannot create object"; the class is not registered; it is an invalid class string.
    Refusal((429, -2147221164, -2147221005), NOT_REGISTERED),
    # VBA's "permission denied"; access denied; a policy forbids the program.
    Refusal(
        (70, -2147024891, -2147023636),
        "Windows does not let Python start: a rule of this computer, such as AppLocker, allows programs of other "
        "folders only. Ask whoever looks after the computer to allow the program named here: ",
    ),
    # The system cannot find the file or the path.
    Refusal((53, 76, -2147024894, -2147024893), GONE),
    # A virus scanner does not let the file be read.
    Refusal(
        (-2147024671,),
        "A virus scanner does not let Python start. Let it be restored, or ask whoever looks after the computer to "
        "allow the program named here: ",
    ),
    # The server was started and did not answer in time, or ended at once.
    Refusal((-2146959355, -2147023170), DID_NOT_ANSWER),
)
"""In the order in which they are looked at; all but the first are followed by the program's path."""


def in_words(number: int, program: str, said: str) -> str:
    """Why it was not started; `said` is what Windows itself says."""
    found = next((refusal for refusal in REFUSALS if number in refusal.numbers), None)
    if found is None:
        return ANYTHING_ELSE + said
    return found.words + (program if found.words is not NOT_REGISTERED else "")
