"""Survey programs' exports: SurveyMonkey, Google Forms, CG-CAHPS. Who answered is left out while they are read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from medoffice_xl.areas.satisfaction.questions import OF_3_0, OTHER, is_known, is_scale, measure_of, scale_of, score_of
from medoffice_xl.areas.satisfaction.survey_columns import COLUMNS, MEASURE_OF_FIELD
from medoffice_xl.areas.satisfaction.survey_layouts import (
    CAHPS,
    MONKEY,
    MOST_QUESTIONS_3_0,
    Layout,
    layout_of,
    number_of,
)
from medoffice_xl.areas.satisfaction.tables import COMMENT, MEASURES, SURVEYS
from medoffice_xl.errors import CannotRead
from medoffice_xl.files.limits import LONGEST_TEXT
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.dates import day, orders_of
from medoffice_xl.readers.file import File
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.headers import normalised
from medoffice_xl.readers.mapping import mapping_beside
from medoffice_xl.readers.quickbooks.postings import typed_rows
from medoffice_xl.readers.reader import CERTAIN, NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.sheets import Grid, read_grids
from medoffice_xl.readers.typed import text

KIND = "survey"
_SURE = 96
_NOT_ANSWERED = frozenset(("", "s", "m", "h", "-1", "-5", "-6", "-8", "-9", "."))
"""Codes of CG-CAHPS files for a question that was skipped, missed or marked twice, and no answer."""


@dataclass(frozen=True, slots=True)
class _Question:
    """One question: its column, what it is about, and the answers' lines and texts."""

    place: int
    heading: str
    measure: str


@dataclass(slots=True)
class _Found:
    rows: list[dict[str, Any]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)


def recognises(file: File) -> int:
    """SurveyMonkey's two ids and Google's time stamp tell themselves; numbered questions tell CG-CAHPS."""
    layout = layout_of(file.grid)
    if layout is None or not layout.questions:
        return NO
    return CERTAIN if layout.program == MONKEY else _SURE


def read(path: Path, mapping: Mapping[str, str] | None = None) -> Reading:
    """A row an answer. Raises CannotRead where the file is no survey's export."""
    mapping = mapping_beside(path) if mapping is None else mapping
    for grid in read_grids(path):
        layout = layout_of(grid)
        if layout is not None and layout.questions:
            return _read(path, grid, layout, {normalised(theirs): ours for theirs, ours in mapping.items()})
    raise CannotRead(
        f"{path.name} is no survey that is known here. Export all responses from SurveyMonkey (“all individual "
        "responses”), Google Forms (“download responses”), or CG-CAHPS with a date and questions named Q1, Q2, …"
    )


def _read(path: Path, grid: Grid, layout: Layout, mapping: Mapping[str, str]) -> Reading:
    found = _Found(problems=list(grid.problems))
    rows, lines = grid.rows[layout.below :], grid.lines[layout.below :]
    texts = {place: [text(row[place]).strip() if place < len(row) else "" for row in rows] for place in
             (*layout.questions, *((layout.provider,) if layout.provider is not None else ()))}  # fmt: skip
    days = _days(grid, layout, rows, lines, found)
    responses = _responses(layout, rows, days)
    for question in _questions(path, layout, texts, mapping, found):
        _take(grid.file, question, layout, texts, lines, days, responses, found)
    found.problems += _remarks(grid, layout, found.unused)
    if not found.rows:
        raise CannotRead(f"{path.name} has no answers. Export all individual responses.")
    return Reading(path.name, KIND, {SURVEYS.name: typed_rows(SURVEYS, found.rows)}, found.problems)


def _days(grid: Grid, layout: Layout, rows: list[list[Any]], lines: list[int], found: _Found) -> list[date | None]:
    """The day of each response; one without a day is not taken in, and told."""
    cells = [row[layout.day] if layout.day < len(row) else None for row in rows]
    order = orders_of({"day": cells})["day"]
    days: list[date | None] = []
    bad = []
    for line, cell in zip(lines, cells, strict=True):
        try:
            days.append(day(cell, order))
        except ValueError:
            days.append(None)
        if days[-1] is None:
            bad.append((line, text(cell)))
    found.problems += row_problems(Severity.DATA, "This is no day; the response was not taken in.",
                                   "Correct it and import the file again.", grid.file, bad,
                                   layout.headings[layout.day])  # fmt: skip
    return days


def _responses(layout: Layout, rows: list[list[Any]], days: list[date | None]) -> list[str]:
    """What each response is told by: its number, else its time with its place among those of the same."""
    if layout.response is not None:
        return [text(row[layout.response]).strip() if layout.response < len(row) else "" for row in rows]
    seen: dict[str, int] = {}
    found = []
    for row, on in zip(rows, days, strict=True):
        when = text(row[layout.day]).strip() if layout.day < len(row) and on else ""
        seen[when] = seen.get(when, 0) + 1
        found.append(f"{when} #{seen[when]}" if when else "")
    return found


def _questions(
    path: Path, layout: Layout, texts: Mapping[int, list[str]], mapping: Mapping[str, str], found: _Found
) -> Iterator[_Question]:
    numbered = {place: number_of(heading) for place, heading in layout.questions.items()}
    bare = [each[0] for each in numbered.values() if each and not each[1]]
    if layout.program == CAHPS and bare and max(bare) > MOST_QUESTIONS_3_0 and not mapping:
        raise CannotRead(
            f"{path.name} names its questions by number alone, more than the {MOST_QUESTIONS_3_0} of version 3.0: "
            "their numbers mean other questions. Say what they are in a mapping beside it, such as "
            '{"Q21": "office_staff", "Q19": "rating"}.'
        )
    if layout.program == CAHPS and bare and not mapping:
        found.problems.append(
            Problem(Severity.NOTE, "The questions are named by number; they were read as CG-CAHPS 3.0, adult.",
                    "Of another version, put a mapping beside the file.", path.name)
        )  # fmt: skip
    for place, heading in layout.questions.items():
        measure = _measure(heading, numbered[place], mapping)
        said = [answer for answer in texts[place] if answer.casefold() not in _NOT_ANSWERED]
        if measure == "":
            continue
        if measure != COMMENT and said and not is_scale(said):
            found.unused.append(heading)
            continue
        yield _Question(place, heading, measure)


def _measure(heading: str, numbered: tuple[int, str] | None, mapping: Mapping[str, str]) -> str:
    """What a question is about: as the user says, else by its words, else by its number; "" where it is no measure."""
    asked = mapping.get(normalised(heading), "")
    if asked:
        return MEASURE_OF_FIELD.get(asked, asked if asked in MEASURES else OTHER)
    if numbered and not numbered[1]:
        return "" if mapping else OF_3_0.get(numbered[0], "")
    return measure_of(heading)


def _take(
    file: str, question: _Question, layout: Layout, texts: Mapping[int, list[str]], lines: list[int],
    days: list[date | None], responses: list[str], found: _Found,
) -> None:  # fmt: skip
    """Every answer to one question as a row; those in words that are not known are told."""
    said = texts[question.place]
    scores = [None if question.measure == COMMENT else score_of(answer) for answer in said]
    scale = scale_of(question.measure, [score for score in scores if score is not None], layout.program == CAHPS)
    strange = []
    about = texts[layout.provider] if layout.provider is not None else [""] * len(said)
    for line, answer, score, on, response, provider in zip(lines, said, scores, days, responses, about, strict=True):
        if on is None or not response or answer.casefold() in _NOT_ANSWERED:
            continue
        if score is None and question.measure != COMMENT and not is_known(answer):
            strange.append((line, ""))
        found.rows.append({
            "response": response, "answered": on, "provider": provider, "question": question.heading,
            "measure": question.measure, "answer": "" if score is not None else answer[:LONGEST_TEXT],
            "score": score, "scale": None if score is None else scale, "survey": layout.program,
        })  # fmt: skip
    found.problems += row_problems(
        Severity.DATA, "The words of this answer are not known; it was taken in and counts for nothing yet.",
        "Add its words to the sheet Answer words, and say which box they are.", file, strange, question.heading,
    )  # fmt: skip


def _remarks(grid: Grid, layout: Layout, unused: list[str]) -> Iterator[Problem]:
    line = grid.lines[min(layout.below, len(grid.lines)) - 1]
    if layout.private:
        said = f"Left out to keep patients private: {', '.join(dict.fromkeys(layout.private))}."
        yield Problem(Severity.NOTE, said, "Nothing to do.", grid.file, line)
    if unused:
        said = f"Columns that are no scale and no comment were not used: {', '.join(unused)}."
        yield Problem(Severity.NOTE, said, 'If one is a comment, put a mapping beside the file: {"its heading": '
                      '"comment"}.', grid.file, line)  # fmt: skip


READER = Reader(KIND, recognises, lambda file: read(file.path, file.mapping), COLUMNS)
