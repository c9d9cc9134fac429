"""Every report over a ledger is the one over frames, and reads no large table whole."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import pytest
from whole_practice import whole_practice

from medoffice_xl.areas import reports
from medoffice_xl.areas.compliance.letters_to_send import appeal_letters
from medoffice_xl.areas.worklists.work_files import work_files
from medoffice_xl.errors import MedOfficeError
from medoffice_xl.lake import Lake, make_lake
from medoffice_xl.tables import TABLES

pytestmark = pytest.mark.whole

MILLIONS = {"charges", "payments", "remits", "appointments"}
"""Tables with rows for every line or visit; those of checks are read as they are."""

ASKED = {**reports(), "letters": appeal_letters, "work files": lambda practice: list(work_files(practice))}


@dataclass
class InMemory:
    """A practice whose tables are frames."""

    tables: dict[str, pd.DataFrame]
    as_of: date
    name: str = "Invented Family Practice"

    def has(self, table: str) -> bool:
        return table in self.tables

    def table(self, name: str) -> pd.DataFrame:
        return self.tables[name]

    def rows(self, name: str) -> object:
        return self.table(name)

    def setting(self, name: str) -> object:
        return {"WindowDays": 90, "YearStart": 1, "FiscalYearStart": 1}.get(name)


@dataclass
class InLedger(InMemory):
    """The same practice with a ledger, which refuses to hand out a large table whole."""

    lake: Lake | None = None

    def table(self, name: str) -> pd.DataFrame:
        assert name not in MILLIONS, f"{name} is read whole"
        return self.tables[name]

    def rows(self, name: str) -> object:
        assert self.lake is not None
        return self.lake.shelved(name).relation() if name in self.lake else self.table(name)


@pytest.fixture(scope="module")
def practices(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    made = whole_practice(folder / "files", doctors=1, months=5)
    large = {table.name: made.tables[table.name] for table in TABLES.values() if table.by_month}
    lake = make_lake(folder / "ledger").staged(large).published()
    return InMemory(made.tables, made.as_of), InLedger(made.tables, made.as_of, lake=lake)


def told_by(report, practice):
    """What the report shows, or why it does not."""
    try:
        return report(practice)
    except MedOfficeError as error:
        return type(error), str(error)


@pytest.mark.parametrize("name", ASKED)
def test_a_report_over_a_ledger_is_the_one_over_frames(practices, name):
    in_memory, in_ledger = practices
    assert told_by(ASKED[name], in_ledger) == told_by(ASKED[name], in_memory)


def test_most_reports_have_something_to_say(practices):
    said = [told_by(report, practices[0]) for report in ASKED.values()]
    assert sum(not (isinstance(each, tuple) and isinstance(each[0], type)) for each in said) > len(said) * 2 / 3
