"""A remittance file as oxedi gives it: plain tables, with every row's segment number, and what oxedi remarked."""

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import oxedi
import pyarrow as pa
import pyarrow.compute as pc

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.limits import MOST_SEGMENTS
from medoffice_xl.files.reading import read_whole
from medoffice_xl.problems import Problem
from medoffice_xl.readers.era.columns import as_table, where
from medoffice_xl.readers.era.envelope import Envelope, Interchange, open_envelope
from medoffice_xl.readers.era.procedures import with_procedures
from medoffice_xl.readers.era.provider_adjustments import provider_adjustments
from medoffice_xl.readers.era.segments import NO_INDEX, SegmentIndex, index_segments
from medoffice_xl.readers.era.spec import EVERY_BEARER, bearers, spec, with_every_column
from medoffice_xl.readers.era.swallowed import cut_where_it_runs_on, runs_on
from medoffice_xl.readers.foreign import ASK_FOR_835, TRANSACTION_SETS

_PARENTS = ("payment", "claim", "service")


@dataclass(frozen=True, slots=True)
class Remark:
    """What oxedi found at a segment (1-based in the file; None at its end), without the value that stood there.

    `value` is filled only where the element cannot identify a patient.
    """

    kind: str
    line: int | None
    segment: str
    element: int | None
    component: int | None
    loop: str
    value: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """A transaction of another kind than 835: its kind (ST01), its first segment, and the next transaction's."""

    kind: str
    line: int
    end: int


@dataclass(frozen=True, slots=True)
class Advice:
    """One file, or several read as one: tables of payments and totals, claims, services, adjustments, remark codes.

    `files` names the file of each payment, `file` is the name in messages. Money is int64 cents (null where missing or
    unreadable), text never null, `segment` the number of the row's segment from 1; `payment`, `claim` and `service`
    are row numbers in their tables, -1 for none.
    `foreign` names the transactions of another kind than 835, which are not in the tables.
    """

    file: str
    files: pa.Array
    payments: pa.Table
    totals: pa.Table
    claims: pa.Table
    services: pa.Table
    adjustments: pa.Table
    provider_adjustments: pa.Table
    remarks: pa.Table
    outpatient_remarks: pa.Table
    inpatient_remarks: pa.Table
    parser_remarks: list[Remark]
    indexes: list[tuple[Interchange, SegmentIndex]]
    left_out: int
    envelope_problems: list[Problem]
    foreign: list[Foreign]

    def total_segments(self) -> list[int]:
        """By payment, the number of the segment that states its total (BPR); of its first one if it has none."""
        places = self.totals.select(["payment", "segment"]).to_pydict()
        stated = dict(zip(places["payment"], places["segment"], strict=True))
        return [stated.get(row, first) for row, first in enumerate(self.payments.column("segment").to_pylist())]

    @property
    def claim_remarks(self) -> tuple[pa.Table, pa.Table]:
        """The elements of MOA and of MIA that may be remark codes, by claim."""
        return self.outpatient_remarks, self.inpatient_remarks


def load(path: Path | str, quantities: bool = True) -> Advice:
    """Parse a file; `quantities` says whether the adjustments have that column.

    Raises CannotRead where it cannot be opened or holds no remittance.
    """
    path = Path(path)
    return parse(read_whole(path), path.name, quantities)


def parse(data: bytes, file: str, quantities: bool = True) -> Advice:
    """Parse the bytes of a file; `file` is its name for messages and the tables."""
    envelope = open_envelope(data, file)
    _check_size(envelope, file)
    interchanges = envelope.interchanges
    with ThreadPoolExecutor(1) as beside:
        running_on = beside.map(runs_on, interchanges)
        indexes, parsed = _indexed_and_parsed(interchanges, file, quantities)
    problems = list(envelope.problems)
    if any(running_on):
        cut = [cut_where_it_runs_on(interchange, file) for interchange in interchanges]
        interchanges = [interchange for interchange, _ in cut]
        problems += [problem for _, told in cut for problem in told]
        indexes, parsed = _indexed_and_parsed(interchanges, file, quantities)
    tables, foreign = _only_remittances(_together([tables for tables, _ in parsed]))
    if foreign and not len(tables["payments"]):
        held = TRANSACTION_SETS.get(foreign[0].kind, "something else")
        raise CannotRead(f"{file} is not a remittance file (835): it holds {held} ({foreign[0].kind}). {ASK_FOR_835}")
    if not len(tables["payments"]):
        raise CannotRead(f"{file} holds no remittance (no ST*835). Ask the payer or clearinghouse for the 835.")
    return Advice(
        file=file,
        files=pa.repeat(pa.scalar(file, pa.large_string()), len(tables["payments"])),
        parser_remarks=[
            remark
            for _, remarks in parsed
            for remark in remarks
            if not any(each.line <= (remark.line or 0) < each.end for each in foreign)
        ],
        indexes=list(zip(interchanges, indexes, strict=True)),
        left_out=envelope.left_out,
        envelope_problems=problems,
        foreign=foreign,
        **tables,
    )


def _indexed_and_parsed(
    interchanges: Sequence[Interchange], file: str, quantities: bool
) -> tuple[list[SegmentIndex], list[tuple[dict[str, pa.Table], list[Remark]]]]:
    """The indexes of a file's interchanges, and what the parser makes of each, with the columns they need together."""
    indexes = [index_segments(interchange) for interchange in interchanges]
    present = bearers({name for index in indexes for name in index.names})
    return indexes, [_parse_one(interchange, file, present, quantities) for interchange in interchanges]


def parse_joined(interchanges: Sequence[Interchange], files: Sequence[str]) -> Advice:
    """Whole interchanges of one way of writing, parsed as one, each from the file of that name.

    `before` of each counts the segments of those in front of it; they have no index. Raises CannotRead where they
    cannot be taken apart.
    """
    joined = replace(interchanges[0], data=b"".join(each.data for each in interchanges), before=0)
    tables, remarks = _parse_one(joined, "", EVERY_BEARER, quantities=False)
    tables, foreign = _only_remittances(tables)
    starts = np.array([each.before + 1 for each in interchanges])
    of = np.searchsorted(starts, tables["payments"].column("segment").to_numpy(), side="right") - 1
    return Advice(
        file="",
        files=pa.array(files, pa.large_string()).take(pa.array(of)),
        parser_remarks=remarks,
        indexes=[(each, NO_INDEX) for each in interchanges],
        left_out=0,
        envelope_problems=[],
        foreign=foreign,
        **tables,
    )


def _check_size(envelope: Envelope, file: str) -> None:
    """Raise CannotRead where a file has more segments than memory holds while they are read."""
    there = envelope.left_out + sum(interchange.count for interchange in envelope.interchanges)
    if there > MOST_SEGMENTS:
        raise CannotRead(
            f"{file} has {there:,} segments; remittances of up to {MOST_SEGMENTS:,} are read. Ask the payer or "
            "clearinghouse for a file a day or a check, or part it between its interchanges (ISA to IEA)."
        )


def _parse_one(
    interchange: Interchange, file: str, present: frozenset[str], quantities: bool
) -> tuple[dict[str, pa.Table], list[Remark]]:
    separators = interchange.separators
    delimiters = oxedi.Delimiters(
        separators.element, separators.component, separators.segment, separators.repetition or None
    )
    try:
        wanted = spec(version(interchange), present, quantities)
        result = oxedi.parse(interchange.data, spec=wanted, delimiters=delimiters)
    except ValueError as error:
        raise CannotRead(f"{file} cannot be taken apart into segments: {error}") from error
    sources = {name: pa.table(result.tables[name]) for name in result.tables}
    tables = {name: with_every_column(name, as_table(source)) for name, source in sources.items()}
    for name, table in tables.items():
        numbered = pc.add(table.column("segment"), interchange.before + 1)
        tables[name] = table.set_column(table.column_names.index("segment"), "segment", numbered)
    tables["provider_adjustments"] = _provider_adjustments(sources["provider_adjustments"], result, interchange.before)
    tables["services"] = with_procedures(tables["services"], separators.component)
    remarks = [
        *(_remark(each, result, interchange.before) for each in result.diagnostics),
        *_beyond_limits(sources, tables),
    ]
    return tables, remarks


def _provider_adjustments(said: pa.Table, result: Any, before: int) -> pa.Table:
    """The pairs of every PLB segment that says anything (`said` has a row for each element with a text)."""
    places = dict(zip(said.column("segment").to_pylist(), said.column("payment").to_pylist(), strict=True))
    document = result.document
    return provider_adjustments(
        [(place + before + 1, payment, document[place].elements) for place, payment in places.items()]
    )


_LIMITED = {
    "payments": {"amount": ("BPR", 2), "paid_date": ("BPR", 16)},
    "claims": {
        "charge": ("CLP", 3), "paid": ("CLP", 4), "interest": ("AMT", 2),
        "dos": ("DTM", 2), "dos_to": ("DTM", 2), "received": ("DTM", 2),
    },
    "services": {
        "charge": ("SVC", 2), "paid": ("SVC", 3), "interest": ("AMT", 2), "allowed_reported": ("AMT", 2),
        "dos": ("DTM", 2), "dos_from": ("DTM", 2), "dos_to": ("DTM", 2),
    },
    "adjustments": {"amount": ("CAS", 3)},
}  # fmt: skip
"""Where amounts and days stand."""


def _beyond_limits(sources: dict[str, pa.Table], tables: dict[str, pa.Table]) -> Iterator[Remark]:
    """Amounts too large for money and days that books cannot hold: oxedi could read them, the tables leave them out."""
    for name, columns in _LIMITED.items():
        for column, (segment, element) in columns.items():
            if column not in sources[name].column_names:
                continue
            source = sources[name].column(column)
            plain = tables[name].column(column)
            if plain.null_count == source.null_count:
                continue
            lost = pc.and_(pc.is_null(plain), pc.is_valid(source)).to_numpy()
            for row in where(lost):
                line = tables[name].column("segment")[row].as_py()
                yield Remark("TypeMismatch", line, segment, element, None, "", str(source[row].as_py()))


def version(interchange: Interchange) -> str:
    """The version of the standard: 4010 where the group header (GS08) says so."""
    element = interchange.separators.element
    head = interchange.data[:2000]
    return "4010" if element + b"004010" in head or element + b"00401" + element in head else "5010"


def _together(parts: Sequence[dict[str, pa.Table]]) -> dict[str, pa.Table]:
    """The interchanges of a file as one, row numbers carried on."""
    if len(parts) == 1:
        return parts[0]
    shifted: dict[str, list[pa.Table]] = {name: [] for name in parts[0]}
    before = dict.fromkeys(_PARENTS, 0)
    for tables in parts:
        for name, table in tables.items():
            shifted[name].append(_shifted(table, before))
        for parent in _PARENTS:
            before[parent] += len(tables[f"{parent}s"])
    return {name: pa.concat_tables(tables).combine_chunks() for name, tables in shifted.items()}


def _shifted(table: pa.Table, before: dict[str, int]) -> pa.Table:
    for parent, rows in before.items():
        if parent in table.column_names:
            own = table.column(parent)
            moved = pc.if_else(pc.less(own, 0), own, pc.add(own, rows))
            table = table.set_column(table.column_names.index(parent), parent, moved)
    return table


def _only_remittances(tables: dict[str, pa.Table]) -> tuple[dict[str, pa.Table], list[Foreign]]:
    """The tables without transactions of another kind (ST01 is not 835), and where and what those are."""
    payments = tables["payments"]
    kinds = payments.column("kind").to_pylist()
    other = np.array([kind not in ("835", "") for kind in kinds], dtype=bool)
    if not other.any():
        return tables, []
    starts = [*payments.column("segment").to_pylist(), sys.maxsize]
    foreign = [Foreign(kinds[row], starts[row], starts[row + 1]) for row in where(other)]
    kept = {"payment": ~other}
    chosen = {"payments": payments.filter(~other)}
    for name in ("claims", "services", *(each for each in tables if each not in ("payments", "claims", "services"))):
        table = tables[name]
        keep = kept["payment"][table.column("payment").to_numpy()]
        table = table.filter(keep)
        for parent, stays in kept.items():
            if parent in table.column_names:
                place = np.append(np.cumsum(stays) - 1, -1)
                renumbered = pa.array(place[table.column(parent).to_numpy()])
                table = table.set_column(table.column_names.index(parent), parent, renumbered)
        chosen[name] = table
        if name in ("claims", "services"):
            kept[name.removesuffix("s")] = keep
    return chosen, foreign


_SHOWABLE = {
    "BPR": {1, 2, 3, 4, 5, 16},
    "TRN": {1, 2, 3},
    "CLP": set(range(1, 15)),
    "SVC": set(range(1, 8)),
    "CAS": set(range(1, 20)),
    "PLB": set(range(2, 15)),
    "AMT": {1, 2},
    "QTY": {1, 2},
    "DTM": {1},
    "LQ": {1, 2},
    "MIA": set(range(1, 25)),
    "MOA": set(range(1, 10)),
    "LX": {1},
    "TS3": set(range(1, 25)),
    "ST": {1, 2, 3},
    "SE": {1, 2},
    "GS": {1, 4, 5, 6, 7, 8},
    "GE": {1, 2},
    "IEA": {1, 2},
}
"""Elements whose value may be quoted. All others may hold names, member ids, bank accounts or addresses."""


def _remark(diagnostic: Any, result: Any, before: int) -> Remark:
    place = diagnostic.segment
    segment = result.document[place].id.decode("latin-1") if place is not None else ""
    shown = diagnostic.element in _SHOWABLE.get(segment, ())
    return Remark(
        kind=diagnostic.kind,
        line=None if place is None else place + before + 1,
        segment=segment,
        element=diagnostic.element,
        component=diagnostic.component,
        loop=diagnostic.path.rsplit("/", 1)[-1].split("#")[0],
        value=diagnostic.datum.decode("utf-8", "replace")[:40] if shown else "",
    )
