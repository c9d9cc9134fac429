"""Many small files read as one: what parsing and making tables costs apart from the rows is then paid once.

Only plain files are read so: one whole interchange, under a name of its own. A file of which anything is to be told
but what was left out on purpose is left to be read alone, so that its problems are those of the file and of nothing
beside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.reading import read_whole
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.era.advice import Advice, Remark, parse_joined, version
from medoffice_xl.readers.era.columns import texts
from medoffice_xl.readers.era.coverage import Coverage, counted, problems
from medoffice_xl.readers.era.envelope import Interchange, looks_like_remittance, open_envelope
from medoffice_xl.readers.era.parser_findings import parser_problems
from medoffice_xl.readers.era.remittance import KIND, money_first, worked_out
from medoffice_xl.readers.era.segments import SegmentIndex, index_segments
from medoffice_xl.readers.era.swallowed import runs_on
from medoffice_xl.readers.reading import Reading
from medoffice_xl.tables.claim_status import REVERSAL

SMALL = 500_000
"""Bytes up to which a file is read with others: what a larger one costs is its rows."""
AT_ONCE = 3_000_000
"""Bytes read as one, at most."""
WORKERS = 2
"""What is read at the same time: the parser lets other threads run."""
_TURNS = 4
"""How often files are left out before all are left: what is told of many at once names only the first of them."""
_HEADER = b"ISA"
_ENVELOPES = (("ISA", "IEA"), ("GS", "GE"), ("ST", "SE"))


@dataclass(frozen=True, slots=True)
class _Plain:
    """A file that can be read with others: its one interchange, whole, and the count of its segments."""

    path: Path
    interchange: Interchange
    coverage: Coverage


def read_together(paths: Iterable[Path]) -> dict[Path, Reading]:
    """What files hold, by path, as `read` gives it: of those that are plain and have nothing to tell.

    The others are left out, whatever they are; none is refused here.
    """
    alike: dict[tuple[object, ...], list[_Plain]] = defaultdict(list)
    for plain in _plain_ones(paths):
        alike[plain.interchange.separators, version(plain.interchange)].append(plain)
    parts = [part for files in alike.values() for part in _parts(files)]
    with ThreadPoolExecutor(WORKERS) as workers:
        return {path: reading for found in workers.map(_read, parts) for path, reading in found.items()}


def _plain_ones(paths: Iterable[Path]) -> list[_Plain]:
    found = {path.name: _plain(path) for path in paths}
    return [plain for plain in found.values() if plain is not None]


def _plain(path: Path) -> _Plain | None:
    """The file as one that can be read with others; None where it is not, or cannot be read at all."""
    try:
        if path.stat().st_size > SMALL:
            return None
        data = read_whole(path)
        if not data.startswith(_HEADER) or not looks_like_remittance(data):
            return None
        envelope = open_envelope(data, path.name)
    except (CannotRead, OSError):
        return None
    if envelope.problems or envelope.left_out or len(envelope.interchanges) != 1:
        return None
    (interchange,) = envelope.interchanges
    if not interchange.data.endswith(interchange.separators.segment):
        return None
    index = index_segments(interchange)
    coverage = counted([(interchange, index)], 0, [])
    whole = _closed(index) and not runs_on(interchange)
    return None if coverage.unplaced or not whole else _Plain(path, interchange, coverage)


def _closed(index: SegmentIndex) -> bool:
    """Whether all that is opened is closed: what a parser makes of the rest would reach into the next file."""
    counts = np.bincount(index.kind, minlength=len(index.names))
    times = {name: int(counts[place]) for place, name in enumerate(index.names)}
    return all(times.get(opens) == times.get(closes) for opens, closes in _ENVELOPES)


def _parts(files: Sequence[_Plain]) -> Iterable[list[_Plain]]:
    """The files in parts of AT_ONCE bytes, in order."""
    ends = accumulate(len(each.interchange.data) for each in files)
    parts: dict[int, list[_Plain]] = defaultdict(list)
    for plain, end in zip(files, ends, strict=True):
        parts[end // AT_ONCE].append(plain)
    return parts.values()


def _read(files: Sequence[_Plain]) -> dict[Path, Reading]:
    """What the files hold, once all are left out of which something is to be told; none where there is no end of it."""
    for _ in range(_TURNS):
        readings, odd = _read_as_one(files)
        if not odd:
            return readings
        files = [each for place, each in enumerate(files) if place not in odd]
    return {}


def _read_as_one(files: Sequence[_Plain]) -> tuple[dict[Path, Reading], set[int]]:
    """The readings, or the places of the files of which something is to be told: all where no line says whose it is."""
    if not files:
        return {}, set()
    everyone = set(range(len(files)))
    starts = [0, *accumulate(each.coverage.total for each in files)][:-1]
    moved = [replace(each.interchange, before=start) for each, start in zip(files, starts, strict=True)]
    try:
        advice = parse_joined(moved, [each.path.name for each in files])
    except CannotRead:
        return {}, everyone
    found = worked_out(replace(advice, parser_remarks=[]))
    told = [*(each.line for each in found.problems()), *(each.line for each in advice.foreign), *_taken_back(advice)]
    if None in told or any(each.line is None for each in advice.parser_remarks):
        return {}, everyone
    picked = _picked(files, starts, advice.parser_remarks)
    costly = {place for place, own in picked.items() if any(each.severity is not Severity.FORMAT for each in own)}
    without_payment = everyone - set(_places(starts, advice.payments.column("segment").to_pylist()))
    odd = costly | without_payment | set(_places(starts, told))
    return ({}, odd) if odd else (_readings(files, found.tables(), picked), odd)


def _taken_back(advice: Advice) -> list[int]:
    """Where claims are taken back: whether a correction is in the same file is asked of the file alone."""
    back = pc.equal(texts(advice.claims, "claim_status"), REVERSAL)
    lines: list[int] = advice.claims.column("segment").filter(back).to_pylist()
    return lines


def _picked(files: Sequence[_Plain], starts: Sequence[int], remarks: Sequence[Remark]) -> dict[int, list[Problem]]:
    """The problems that the parser's remarks come to, by the place of their file."""
    of_file: dict[int, list[Remark]] = defaultdict(list)
    for place, remark in zip(_places(starts, [each.line for each in remarks]), remarks, strict=True):
        of_file[place].append(replace(remark, line=(remark.line or 0) - starts[place]))
    return {place: parser_problems(own, files[place].path.name) for place, own in of_file.items()}


def _places(starts: Sequence[int], lines: Iterable[int | None]) -> list[int]:
    """In which files lines of all of them stand."""
    numbers = np.array([line for line in lines if line is not None], dtype=np.int64)
    places: list[int] = (np.searchsorted(np.array(starts), numbers - 1, side="right") - 1).tolist()
    return places


def _readings(
    files: Sequence[_Plain], tables: Mapping[str, pd.DataFrame], picked: Mapping[int, list[Problem]]
) -> dict[Path, Reading]:
    apart = {name: dict(iter(frame.groupby("source_file", sort=False))) for name, frame in tables.items()}
    readings = {}
    for place, plain in enumerate(files):
        name = plain.path.name
        own = {table: apart[table].get(name, tables[table].iloc[:0]).reset_index(drop=True) for table in tables}
        found = money_first([*picked.get(place, ()), *problems(plain.coverage, name)])
        readings[plain.path] = Reading(name, KIND, own, found)
    return readings
