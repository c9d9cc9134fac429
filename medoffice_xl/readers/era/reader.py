"""Read an 835 file: the tables *remits*, *remittances* and *provider_adjustments*, and every problem, money first."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow as pa

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.era import coverage as covering
from medoffice_xl.readers.era.adjustments import Adjustments, gather
from medoffice_xl.readers.era.advice import Advice, load
from medoffice_xl.readers.era.balance import Balances, balance
from medoffice_xl.readers.era.balance_findings import balance_problems
from medoffice_xl.readers.era.coverage import Coverage, cover
from medoffice_xl.readers.era.envelope import looks_like_remittance
from medoffice_xl.readers.era.findings import content_problems
from medoffice_xl.readers.era.identity import identities
from medoffice_xl.readers.era.line_findings import line_problems
from medoffice_xl.readers.era.parser_findings import parser_problems
from medoffice_xl.readers.era.provider_adjustments import holes
from medoffice_xl.readers.era.remits import Units, remits, units
from medoffice_xl.readers.era.remittances import remittances, taken_or_added
from medoffice_xl.readers.era.segments import in_turn
from medoffice_xl.readers.era.told_twice import told_twice
from medoffice_xl.readers.file import File
from medoffice_xl.readers.reader import CERTAIN, NO, Reader
from medoffice_xl.readers.reading import Reading

KIND = "835"
WORKERS = 2
"""Files read at the same time: the parser lets other threads run."""

_ORDER = tuple(Severity)

# Arrow's own allocator keeps what it freed: one part in ten of a large file's peak, and a little time.
pa.set_memory_pool(pa.system_memory_pool())


@dataclass(frozen=True, slots=True)
class Remittance:
    """One file with everything worked out from it, before it becomes tables or a listing."""

    advice: Advice
    adjustments: Adjustments
    balances: Balances
    units: Units
    coverage: Coverage
    identity: pa.Array

    def tables(self) -> dict[str, pd.DataFrame]:
        """The file as tables of the workbook."""
        return {
            "remits": remits(self.advice, self.adjustments, self.units, self.identity),
            "remittances": remittances(self.advice, self.balances, self.identity),
            "provider_adjustments": taken_or_added(self.advice, self.identity),
        }

    def problems(self) -> list[Problem]:
        """Every problem, money first, and in the order of the file."""
        found = [
            *self.advice.envelope_problems,
            *balance_problems(self.advice, self.balances),
            *holes(self.advice.provider_adjustments, self.advice.file),
            *content_problems(self.advice, self.adjustments, self.balances, self.units),
            *line_problems(self.advice),
            *told_twice(self.advice, self.adjustments, self.units),
            *parser_problems(self.advice.parser_remarks, self.advice.file),
            *covering.problems(self.coverage, self.advice.file),
        ]
        return sorted(dict.fromkeys(found), key=lambda each: (_ORDER.index(each.severity), each.line or 0))


def recognises(file: File) -> int:
    """Certain of an 835, from its first bytes; its name says nothing reliable."""
    return CERTAIN if looks_like_remittance(file.begins) else NO


def interpret(path: Path | str) -> Remittance:
    """Read a file as far as it goes and work out its sums and balances.

    Raises CannotRead where it is no remittance at all.
    """
    return worked_out(load(path))


def worked_out(advice: Advice) -> Remittance:
    """Everything that follows from a file's segments."""
    adjustments = gather(advice)
    balances = balance(advice, adjustments)
    found = units(advice, adjustments)
    return Remittance(advice, adjustments, balances, found, cover(advice), identities(advice, balances))


def read(path: Path | str) -> Reading:
    """Read a file into the tables *remits*, *remittances* and *provider_adjustments*.

    Raises CannotRead where it is no remittance at all.
    """
    return _reading(load(path, quantities=False))


def _reading(advice: Advice) -> Reading:
    found = worked_out(advice)
    return Reading(advice.file, KIND, found.tables(), found.problems())


def read_many(paths: Iterable[Path | str]) -> list[Reading]:
    """Read several files, two at a time, in the order given.

    Raises CannotRead for the first that is no remittance at all.
    """
    with ThreadPoolExecutor(WORKERS) as workers:
        return list(workers.map(lambda path: _reading(load(path, quantities=False, index=in_turn)), paths))


READER = Reader(KIND, recognises, lambda file: read(file.path))
