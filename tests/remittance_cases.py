"""The remittances of tests/cases/835, brought in as a manager does, and changed a little."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pandas as pd

from medoffice_xl.intake.files import BroughtIn, bring_in
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.tables import TABLES, empty_frame

CASES = Path(__file__).parent / "cases" / "835"
TODAY = date(2026, 11, 26)


def case(name: str) -> Path:
    """The file of a case, a remittance unless its name ends otherwise."""
    return CASES / (name if "." in name else f"{name}.835")


class Books:
    """A workbook's tables, into which files come one import after the other."""

    def __init__(self) -> None:
        self.tables = {name: empty_frame(table) for name, table in TABLES.items()}
        self.told: list[Problem] = []

    def bring(self, *paths: Path) -> BroughtIn:
        """Import these files together."""
        brought = bring_in(paths, self.tables, today=TODAY)
        self.tables |= brought.frames
        self.told += brought.problems
        return brought

    def paid(self) -> dict[str, int]:
        """What insurance paid, in cents, by claim."""
        payments = self.tables["payments"]
        paid = payments[payments["kind"] == "insurance payment"]
        return paid.groupby("claim_id")["amount"].sum().to_dict()

    def balance(self) -> int:
        """What is still owed on all charges, in cents."""
        return int(self.tables["charges"]["charge"].sum() - self.tables["payments"]["amount"].sum())

    def words(self, *severities: Severity) -> list[str]:
        """What was told, of these severities or of any."""
        return [str(each) for each in self.told if not severities or each.severity in severities]

    def money(self) -> list[str]:
        """The problems of money."""
        return self.words(Severity.MONEY)


def books(*names: str) -> Books:
    """The books after these cases, one import each."""
    found = Books()
    for name in names:
        found.bring(case(name))
    return found


def changed(folder: Path, name: str, *changes: tuple[str, str], to: str = "changed.835") -> Path:
    """A case with texts exchanged: one that is not in it is a mistake of the test."""
    text = case(name).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    path = folder / to
    path.write_text(text, encoding="utf-8")
    return path


def rows(frame: pd.DataFrame, columns: Iterable[str]) -> list[list[object]]:
    """Some columns as lists."""
    return frame[list(columns)].values.tolist()
