"""The layouts that survey programs export: where their headings are, what tells one response from another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from medoffice_xl.readers.headers import LOOKED_AT, normalised
from medoffice_xl.readers.seen import told_apart
from medoffice_xl.readers.sheets import Cell, Grid

MONKEY, GOOGLE, CAHPS = "SurveyMonkey", "Google Forms", "CG-CAHPS"

_UNDER = re.compile(r"(?:open-ended |)response|other \(please specify\)", re.IGNORECASE)
_NUMBERED = re.compile(r"q(?:uestion)?[ _]?0*(\d{1,2})\b\.?\s*(.*)", re.IGNORECASE | re.DOTALL)
MOST_QUESTIONS_3_0 = 31
"""Questions of the adult survey 3.0; 3.1 has one more, so that bare numbers mean other questions there."""

_NUMBERS_OF_CAHPS = 5
"""Numbered questions from which on a file is taken for CG-CAHPS."""

_OF_RESPONSE = ("respondent id", "response id", "survey id", "sample id", "respondent", "id")
_OF_DAY = ("end date", "timestamp", "date completed", "completed", "completion date", "date received", "received date",
           "response date", "submitted", "submission date", "survey date", "date", "start date")  # fmt: skip
_OF_PROVIDER = ("provider", "provider name", "physician", "doctor", "clinician", "which provider did you see",
                "who did you see", "who did you see today", "which doctor did you see", "your provider",
                "which provider did you visit", "provider seen", "name of provider")  # fmt: skip
_PRIVATE = re.compile(
    r"\b(?:e-?mail|ip address|first name|last name|full name|your name|patient name|phone|mobile|date of birth|dob|"
    r"custom data|username|address|mrn|member id|account)\b|^name$",
    re.IGNORECASE,
)
_OF_PROGRAM = re.compile(r"(?:collector id|start date|date modified|language|status|duration)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands. `questions` are the headings by column; `below` is the first row of answers."""

    program: str
    headings: Sequence[str]
    below: int
    response: int | None
    day: int
    provider: int | None
    questions: dict[int, str]
    private: Sequence[str]


def layout_of(grid: Grid) -> Layout | None:
    """The layout of a survey's export; None for any other file."""
    for place, row in enumerate(grid.rows[:LOOKED_AT]):
        headings = ["" if cell is None else " ".join(str(cell).split()) for cell in row]
        known = {normalised(heading) for heading in headings}
        if {"respondentid", "collectorid"} <= known:
            under = _second_row(grid, place, [normalised(heading) for heading in headings].index("respondentid"))
            return _layout(MONKEY, _two_rows(headings, under), place + 1 + bool(under))
        if headings and normalised(headings[0]) == "timestamp" and sum(map(bool, headings)) > 1:
            return _layout(GOOGLE, headings, place + 1)
        if sum(_NUMBERED.fullmatch(heading) is not None for heading in headings) >= _NUMBERS_OF_CAHPS:
            return _layout(CAHPS, headings, place + 1)
    return None


def number_of(heading: str) -> tuple[int, str] | None:
    """The number and the words of a numbered question; None where it has no number.

    >>> number_of("Q21. How often were clerks helpful?"), number_of("q07")
    ((21, 'How often were clerks helpful?'), (7, ''))
    """
    found = _NUMBERED.fullmatch(heading)
    return (int(found[1]), found[2]) if found else None


def _second_row(grid: Grid, place: int, response: int) -> Sequence[Cell]:
    """SurveyMonkey's second row of headings; empty where somebody deleted it, and a response stands there."""
    under: Sequence[Cell] = grid.rows[place + 1] if place + 1 < len(grid.rows) else ()
    return () if len(under) > response and under[response] not in ("", None) else under


def _two_rows(headings: Sequence[str], under: Sequence[Cell]) -> list[str]:
    """SurveyMonkey writes a question over its first column, and the choices of its columns in a second row."""
    said, found = "", []
    for column in range(max(len(headings), len(under))):
        said = (headings[column] if column < len(headings) else "") or said
        below = "" if column >= len(under) or under[column] is None else " ".join(str(under[column]).split())
        found.append(said if not below or _UNDER.fullmatch(below) else f"{said}: {below}")
    return found


def _layout(program: str, headings: Sequence[str], below: int) -> Layout | None:
    names = [normalised(heading) for heading in headings]
    day = _first(names, _OF_DAY)
    if day is None:
        return None
    response, provider = _first(names, _OF_RESPONSE), _first(names, _OF_PROVIDER)
    taken = {day, response, provider}
    private = [heading for place, heading in enumerate(headings) if place not in taken and _PRIVATE.search(heading)]
    questions = {
        place: heading
        for place, heading in enumerate(told_apart(headings))
        if place not in taken and heading and heading not in private and not _OF_PROGRAM.match(heading)
    }
    return Layout(program, headings, below, response, day, provider, questions, private)


def _first(names: Sequence[str], wanted: Sequence[str]) -> int | None:
    """The column of the first of these names that is there."""
    for word in map(normalised, wanted):
        if word in names:
            return names.index(word)
    return None
