"""The VBA that knows by which class Python is asked for, and what Windows' answers mean in words."""

from collections.abc import Iterator
from textwrap import wrap

from medoffice_xl.build.sheets.conf import SHEET
from medoffice_xl.windows import server_class
from medoffice_xl.windows.refusals import (
    ANYTHING_ELSE,
    DID_NOT_ANSWER,
    GONE,
    HELD_UP_BEFORE,
    NOT_REGISTERED,
    REFUSALS,
    WAITING,
)

MODULE = "modStart"
_MADE_BY = "' Made by `medoffice build` from medoffice_xl/windows. Change that, not this module."
_LONGEST_PIECE = 80

_CONSTANTS = {
    "SERVER_CLASS": server_class.PROGRAM_ID,
    "SETTINGS_OF": server_class.APP,
    "SETTINGS_SECTION": server_class.SECTION,
    "PROGRAM_SETTING": server_class.PROGRAM,
    "NEEDS_SETTING": server_class.NEEDS,
    "STARTING_SETTING": server_class.STARTING,
    "PARTED_BY": server_class.PARTED_BY,
    "CONF_SHEET": SHEET,
    "WAY_SETTING": server_class.WAY,
    "BY_XLWINGS": server_class.BY_XLWINGS,
    "XLWINGS_PROGRAM": server_class.XLWINGS_PROGRAM,
}


def start_module() -> str:
    """The module's text."""
    lines = [
        f'Attribute VB_Name = "{MODULE}"',
        _MADE_BY,
        "Option Explicit",
        "Option Private Module",
        "",
        *(f'Public Const {name} As String = "{text}"' for name, text in _CONSTANTS.items()),
        f"Public Const ANOTHER_AT_WORK As Long = {server_class.AT_WORK}",
        "",
        *_function("NotRegistered", [], NOT_REGISTERED, ""),
        "",
        *_function("PartIsGone", ["ByVal path As String"], GONE, " & path"),
        "",
        *_function("DidNotAnswer", [], DID_NOT_ANSWER, ""),
        "",
        *_function("WaitingForPython", [], WAITING, ""),
        "",
        *_function("HeldUpBefore", ["ByVal program As String"], HELD_UP_BEFORE, " & program"),
        "",
        "' Why Windows did not start Python, in words.",
        "Public Function StartRefused(ByVal number As Long, ByVal said As String, ByVal program As String) As String",
        "    Select Case number",
        *_cases(),
        "        Case Else",
        *_assignment("StartRefused", ANYTHING_ELSE, " & said", 12),
        "    End Select",
        "End Function",
    ]
    return "\n".join(lines) + "\n"


def _cases() -> Iterator[str]:
    for refusal in REFUSALS:
        yield f"        Case {', '.join(map(str, refusal.numbers))}"
        after = "" if refusal.words == NOT_REGISTERED else " & program"
        yield from _assignment("StartRefused", refusal.words, after, 12)


def _function(name: str, parameters: list[str], words: str, after: str) -> Iterator[str]:
    yield f"Public Function {name}({', '.join(parameters)}) As String"
    yield from _assignment(name, words, after, 4)
    yield "End Function"


def _assignment(name: str, words: str, after: str, indent: int) -> Iterator[str]:
    """`name = "words" & after`, over as many lines as it takes."""
    pieces = wrap(words, _LONGEST_PIECE, drop_whitespace=False)
    for number, piece in enumerate(pieces):
        opening = f"{name} = " if number == 0 else "    "
        ending = after if number == len(pieces) - 1 else " & _"
        quoted = piece.replace('"', '""')
        yield f'{" " * indent}{opening}"{quoted}"{ending}'
