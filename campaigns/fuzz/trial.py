"""One file, brought in as a manager would: whatever it holds, it is read as far as it goes or refused in words."""

import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath

from medoffice_xl.book.table_rows import Extra, row_chunks
from medoffice_xl.errors import MedOfficeError
from medoffice_xl.files.fault_log import is_fault
from medoffice_xl.intake.fit import check_fit
from medoffice_xl.intake.take import take_in_all
from medoffice_xl.readers.era import interpret
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.recognise import read_file
from medoffice_xl.tables import TABLES, empty_frame

TODAY = date(2026, 11, 26)
SLOW = 10.0
"""Seconds of work after which a file hangs."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a file: `fault` is empty where all is well; `kind` is empty where it was refused in words."""

    fault: str = ""
    kind: str = ""
    segments: int = 0
    seconds: float = 0.0


def tried(path: Path, *, wholly: bool) -> Verdict:
    """Read a file, and `wholly` take it into an empty workbook's tables, too; what is wrong with that is a fault."""
    started = time.process_time()
    kind, segments, fault = "", 0, ""
    try:
        reading = check_fit(read_file(path, payer="Acme", effective=TODAY, today=TODAY))
        kind = reading.kind
        fault = "; ".join([*_wrong(reading), *(_wrong_when_taken_in(reading) if wholly else ())])
        if kind == "835":
            segments, lost = _segments(path)
            fault = fault or lost
    except MedOfficeError as error:
        fault = "" if len(str(error)) > 10 else "refused without words"
    except BaseException as error:
        if not is_fault(error):
            raise
        fault = _named(error)
    seconds = time.process_time() - started
    return Verdict(fault or (f"hangs: {seconds:.0f} s" if seconds > SLOW else ""), kind, segments, seconds)


def _wrong(reading: Reading) -> Iterator[str]:
    """What is wrong with what was read: its types, its sums and its words."""
    for name, frame in reading.tables.items():
        if not frame.dtypes.to_dict().items() >= empty_frame(TABLES[name]).dtypes.to_dict().items():
            yield f"the types of {name} are not those of its table"
    if "remits" in reading.tables:
        paid = int(reading.tables["remits"]["paid"].sum()), int(reading.tables["remittances"]["claims_paid"].sum())
        if paid[0] != paid[1]:
            yield f"the lines add up to {paid[0]} cents, the checks to {paid[1]}"
    if not all(problem.problem and problem.advice for problem in reading.problems):
        yield "a problem without words"


def _wrong_when_taken_in(reading: Reading) -> Iterator[str]:
    """What is wrong with it as rows of a workbook: all of it can be taken in, and written into cells."""
    taken = take_in_all([(reading, "0" * 64)], {}, today=TODAY)
    for name, frame in taken.frames.items():
        table = TABLES[name]
        columns = {column.name: place for place, column in enumerate(table, 1)}
        for _ in row_chunks(table, frame, 2, columns, dict.fromkeys(columns, ""), Extra({}, {}, {})):
            pass
    if not taken.frames:
        yield "nothing was taken in"


def _segments(path: Path) -> tuple[int, str]:
    """How many segments a remittance has, and what is lost of them or of its money."""
    found = interpret(path)
    coverage = found.coverage
    there = found.advice.left_out + sum(interchange.count for interchange, _ in found.advice.indexes)
    accounted = coverage.used + sum(coverage.left_out.values()) + coverage.reported
    if not there == coverage.total == accounted:
        return there, f"segments are lost: {there} there, {coverage.total} counted, {accounted} accounted for"
    return there, ""


def _named(error: BaseException) -> str:
    """Kind and place of an exception, the same for the same fault."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "medoffice_xl" in PurePath(frame.filename).parts] or list(frames)
    place = f"{PurePath(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "nowhere"
    return f"{type(error).__name__} at {place}: {str(error)[:200]}"
