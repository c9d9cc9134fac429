"""The words for why Windows did not start Python: one table, in Python and in the workbook's VBA."""

import re

import pytest

from medoffice_xl.build.start_module import start_module
from medoffice_xl.windows.refusals import GONE, NOT_REGISTERED, REFUSALS, in_words
from medoffice_xl.windows.server_class import PROGRAM_ID


def spoken(name: str, condition: str) -> str:
    """What the module's text says after a line, its pieces joined."""
    body = start_module().split(condition, 1)[1]
    pieces = []
    for line in body.splitlines():
        pieces += re.findall(r'"((?:[^"]|"")*)"', line)
        if pieces and not line.endswith("& _"):
            break
    return "".join(pieces).replace('""', '"')


def test_the_class_is_the_one_that_is_registered():
    assert f'Public Const SERVER_CLASS As String = "{PROGRAM_ID}"' in start_module()


@pytest.mark.parametrize("refusal", REFUSALS)
def test_every_refusal_is_said_whole(refusal):
    assert spoken("StartRefused", f"Case {', '.join(map(str, refusal.numbers))}\n") == refusal.words


def test_no_number_means_two_things():
    numbers = [number for refusal in REFUSALS for number in refusal.numbers]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (-2147221164, NOT_REGISTERED),
        (0x80070005 - 2**32, "allow the program named here: P"),
        (0x800704EC - 2**32, "allow the program named here: P"),
        (0x80080005 - 2**32, "The program: P"),
        (0x80070002 - 2**32, GONE + "P"),
        (1, "Windows says: said"),
    ],
)
def test_what_windows_answers_in_words(number, words):
    assert in_words(number, "P", "said").endswith(words)
