"""Every segment is accounted for: used, left out on purpose, or reported. Count them in, count them out.

Which segments are used follows from the columns of `spec`; it is said here once more, by segment and part of the
remittance, so that a segment that neither side knows cannot pass unseen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.era.advice import Advice, Foreign
from medoffice_xl.readers.era.columns import Array
from medoffice_xl.readers.era.envelope import Interchange
from medoffice_xl.readers.era.segments import Level, SegmentIndex

USED: dict[Level, frozenset[str]] = {
    Level.OUTSIDE: frozenset({"ISA", "GS", "GE", "IEA"}),
    Level.HEADER: frozenset({"ST", "BPR", "TRN", "CUR", "N1*PR", "N1*PE"}),
    Level.CLAIM: frozenset(
        {"CLP", "CAS", "NM1*82", "MIA", "MOA", "REF*F8", "DTM*050", "DTM*232", "DTM*233", "AMT*I"},
    ),
    Level.LINE: frozenset(
        {"SVC", "CAS", "DTM*472", "DTM*150", "DTM*151", "REF*6R", "REF*HPI", "AMT*B6", "AMT*I", "LQ*HE"},
    ),
    Level.TRAILER: frozenset({"PLB", "SE"}),
}

_MANY = frozenset({"CLP", "CAS", "SVC", "LQ*HE", "PLB", "ST", "SE"})

ONCE: dict[Level, frozenset[str]] = {level: USED[level] - _MANY for level in (Level.HEADER, Level.CLAIM, Level.LINE)}
"""Segments of which one header, claim or line uses the first; a further one is reported."""

_PATIENTS = "names and ids of patients"
_ADDRESSES = "addresses and contacts"
_OTHERS = "other payers and providers"
_REFERENCES = "other reference numbers"
_DATES = "other dates"
_EXTRA = "supplemental amounts and quantities"
_SUMMARIES = "numbering and summaries"

LEFT_OUT: dict[Level, dict[str, str]] = {
    Level.OUTSIDE: {"TA1": _SUMMARIES},
    Level.HEADER: {
        "REF": _REFERENCES,
        "DTM": _DATES,
        "NTE": _OTHERS,
        "N1": _OTHERS,
        "N2": _ADDRESSES,
        "N3": _ADDRESSES,
        "N4": _ADDRESSES,
        "PER": _ADDRESSES,
        "RDM": _ADDRESSES,
        "LX": _SUMMARIES,
        "TS2": _SUMMARIES,
        "TS3": _SUMMARIES,
    },
    Level.CLAIM: {
        "NM1*QC": _PATIENTS,
        "NM1*IL": _PATIENTS,
        "NM1*74": _PATIENTS,
        "NM1*GB": _PATIENTS,
        "NM1": _OTHERS,
        "DMG": _PATIENTS,
        "N3": _ADDRESSES,
        "N4": _ADDRESSES,
        "PER": _ADDRESSES,
        "REF": _REFERENCES,
        "DTM": _DATES,
        "AMT": _EXTRA,
        "QTY": _EXTRA,
    },
    Level.LINE: {"REF": _REFERENCES, "DTM": _DATES, "AMT": _EXTRA, "QTY": _EXTRA, "LQ": _REFERENCES},
    Level.TRAILER: {},
}
"""What no table keeps, by segment id with or without its qualifier, and the words for it."""

_CARRY_MONEY = frozenset({"BPR", "CLP", "SVC", "CAS", "PLB"})


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Segments of one kind that are not used and not left out on purpose: how many, and the first's number."""

    segment: str
    count: int
    line: int
    repeated: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """The count of a file's segments: total = used + left out + reported."""

    total: int
    used: int
    left_out: dict[str, int]
    unplaced: list[Unplaced]
    foreign: int
    cut_off: int

    @property
    def reported(self) -> int:
        """Segments that are the subject of a problem."""
        return sum(each.count for each in self.unplaced) + self.foreign + self.cut_off


def cover(advice: Advice) -> Coverage:
    """Count every segment of a file."""
    return counted(advice.indexes, advice.left_out, advice.foreign)


def counted(
    indexes: Iterable[tuple[Interchange, SegmentIndex]], cut_off: int, strangers: Sequence[Foreign]
) -> Coverage:
    """Count every segment of a file's interchanges, those that were cut off, and transactions of another kind."""
    total = cut_off
    used = foreign = 0
    left_out: dict[str, int] = {}
    unplaced: list[Unplaced] = []
    for interchange, index in indexes:
        total += len(index)
        outside = _foreign(index, [each.line - interchange.before - 1 for each in strangers])
        foreign += int(outside.sum())
        for kind in _kinds(index, ~outside):
            words = _left_out(kind.segment, kind.level)
            if kind.segment in USED[kind.level]:
                used += kind.count - kind.repeats
                if kind.repeats:
                    line = kind.first_repeat + interchange.before + 1
                    unplaced.append(Unplaced(kind.segment, kind.repeats, line, True))
            elif words:
                left_out[words] = left_out.get(words, 0) + kind.count
            else:
                unplaced.append(Unplaced(kind.segment, kind.count, kind.first + interchange.before + 1, False))
    return Coverage(total, used, left_out, unplaced, foreign, cut_off)


def _left_out(segment: str, level: Level) -> str:
    """What a segment that no table keeps is called; "" for any other."""
    return LEFT_OUT[level].get(segment) or LEFT_OUT[level].get(segment.partition("*")[0], "")


@dataclass(frozen=True, slots=True)
class _Kind:
    """Segments of one name at one level: how many, the first's position, and those beyond the one that is used.

    Positions are −1 where nobody asks for them: the segments are known, and there may be many.
    """

    segment: str
    level: Level
    count: int
    first: int
    repeats: int
    first_repeat: int


def _kinds(index: SegmentIndex, chosen: Array) -> Iterator[_Kind]:
    levels = len(Level)
    kinds = index.kind * levels + index.level
    if not chosen.all():
        kinds = np.where(chosen, kinds, len(index.names) * levels)
    counts = np.bincount(kinds, minlength=len(index.names) * levels)[: len(index.names) * levels]
    for kind in np.flatnonzero(counts).tolist():
        segment, level = index.names[kind // levels], Level(kind % levels)
        known = segment in USED[level] or _left_out(segment, level)
        if known and segment not in ONCE.get(level, ()):
            yield _Kind(segment, level, int(counts[kind]), -1, 0, -1)
            continue
        places = np.flatnonzero(kinds == kind)
        again = places[:0]
        if segment in ONCE.get(level, ()):
            owner = (index.transaction if level is Level.HEADER else index.opener)[places]
            again = places[1:][owner[1:] == owner[:-1]]
        yield _Kind(segment, level, len(places), int(places[0]), len(again), int(again[0]) if len(again) else -1)


def problems(coverage: Coverage, file: str) -> list[Problem]:
    """What was not used, in a manager's words."""
    found = [_problem(each, file) for each in coverage.unplaced]
    if coverage.left_out:
        parts = ", ".join(f"{words} ({count})" for words, count in sorted(coverage.left_out.items()))
        found.append(
            Problem(
                Severity.NOTE,
                f"{sum(coverage.left_out.values())} of {coverage.total} segments hold nothing the tables keep: "
                f"{parts}.",
                "Nothing to do: they carry no money and were left out on purpose.",
                file,
            )
        )
    return found


def _problem(unplaced: Unplaced, file: str) -> Problem:
    segment, count = unplaced.segment, unplaced.count
    times = "" if count == 1 else f" ({count} of them; this is the first)"
    if not segment:
        return Problem(Severity.FORMAT, f"An empty segment{times}.", "Nothing to do.", file, unplaced.line)
    severity = Severity.MONEY if segment.split("*")[0] in _CARRY_MONEY else Severity.DATA
    if unplaced.repeated:
        what = f"A second {segment} segment where there should be one{times}; only the first was used."
    elif segment == "?":
        what = f"A segment without a proper name{times}; it was not used."
    else:
        what = f"The segment {segment} is not known at this place{times}; it was not used."
    advice = (
        "Amounts may be missing: compare with the paper or portal remittance, and ask the payer for a corrected file."
        if severity is Severity.MONEY
        else "Look whether it holds something you need; ask the payer what it means."
    )
    return Problem(severity, what, advice, file, unplaced.line, segment if segment != "?" else "")


def _foreign(index: SegmentIndex, starts: list[int]) -> Array:
    """Segments of transactions of another kind: from their ST to their SE."""
    outside = np.zeros(len(index), dtype=bool)
    if not starts:
        return outside
    starting = np.flatnonzero(_named(index, "ST"))
    leaving = np.flatnonzero(_named(index, "ST", "GE", "IEA"))
    for start in starts:
        if start in starting:
            later = leaving[leaving > start]
            outside[start : later[0] if len(later) else len(index)] = True
    return outside


def _named(index: SegmentIndex, *ids: str) -> Array:
    named: Array = np.array([name in ids for name in index.names], dtype=bool)[index.kind]
    return named
