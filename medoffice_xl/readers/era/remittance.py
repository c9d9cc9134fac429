"""Everything that follows from the segments of a remittance file, before it becomes tables or a listing."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow as pa

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.era import coverage as covering
from medoffice_xl.readers.era.adjustments import Adjustments, adjustments_of
from medoffice_xl.readers.era.advice import Advice, load
from medoffice_xl.readers.era.balance import Balances, balance
from medoffice_xl.readers.era.balance_findings import balance_problems
from medoffice_xl.readers.era.coverage import Coverage, cover
from medoffice_xl.readers.era.findings import content_problems
from medoffice_xl.readers.era.identity import identities
from medoffice_xl.readers.era.line_findings import line_problems
from medoffice_xl.readers.era.parser_findings import parser_problems
from medoffice_xl.readers.era.provider_adjustments import holes
from medoffice_xl.readers.era.remits import Units, remits, units
from medoffice_xl.readers.era.remittances import remittances, taken_or_added
from medoffice_xl.readers.era.told_twice import told_twice

KIND = "835"

_ORDER = tuple(Severity)


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
        return money_first(found)


def money_first(found: Iterable[Problem]) -> list[Problem]:
    """Each problem once, by severity and then in the order of the file."""
    return sorted(dict.fromkeys(found), key=lambda each: (_ORDER.index(each.severity), each.line or 0))


def interpret(path: Path | str) -> Remittance:
    """Read a file as far as it goes and work out its sums and balances.

    Raises CannotRead where it is no remittance at all.
    """
    return worked_out(load(path))


def worked_out(advice: Advice) -> Remittance:
    """Everything that follows from a file's segments."""
    adjustments = adjustments_of(advice)
    balances = balance(advice, adjustments)
    found = units(advice, adjustments)
    return Remittance(advice, adjustments, balances, found, cover(advice), identities(advice, balances))
