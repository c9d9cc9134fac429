"""Whether the workbook holds what was read: a text longer than a cell would keep the whole book from being saved."""

from dataclasses import replace

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.limits import LONGEST_TEXT
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.reading import Reading
from medoffice_xl.tables import TABLES, Kind


def check_fit(reading: Reading) -> Reading:
    """The reading itself; raises CannotRead where it holds a text longer than a cell."""
    for name, frame in reading.tables.items():
        texts = [column for column in TABLES[name] if column.kind is Kind.TEXT and column.name in frame]
        for column in texts:
            longest = frame[column.name].str.len().max() if len(frame) else 0
            if longest > LONGEST_TEXT:
                raise CannotRead(
                    f"{reading.file} has a text of {longest:,.0f} characters for “{column.header}”; a cell holds "
                    f"{LONGEST_TEXT:,}. The file is damaged, or a field of it was never closed. Export it again."
                )
    return reading


def told_if_empty(reading: Reading) -> Reading:
    """The reading itself; with a problem where nothing came of the file, and nothing says why."""
    if any(len(frame) for frame in reading.tables.values()):
        return reading
    if any(problem.severity is not Severity.NOTE for problem in reading.problems):
        return reading
    found = "The file has headings, but nothing under them was taken in."
    advice = "Export it again for a time in which there is something, unless there was nothing."
    return replace(reading, problems=[*reading.problems, Problem(Severity.DATA, found, advice, reading.file)])
