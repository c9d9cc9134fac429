"""What the invented practice was given as flaws is what the check finds, and nothing else."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from contract_tables import AS_DECLARED

from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.checked_lines import checked_lines
from medoffice_xl.contracts.line_class import Finding, LineClass
from medoffice_xl.contracts.patterns import patterns
from medoffice_xl.contracts.rulebook import compile_rulebook
from medoffice_xl.demo.agreements import contract_list
from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.readers import era, fee_schedule, pm_export

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Checked lines and rates of three physicians over fourteen months."""
    raw = write_practice(Path(tmp_path_factory.mktemp("practice")), doctors=3, months=14)
    remits = pd.concat([era.read(path).tables["remits"] for path in raw.remittances], ignore_index=True)
    rates = fee_schedule.read(raw.fee_schedule).tables["fee_schedules"]
    charges = pm_export.read(raw.charges).tables["charges"]
    book = compile_rulebook({"contracts": contract_list(), "fee_schedules": rates, "payers": payer_list()})
    assert book.problems == ()
    return checked_lines(remits, check(remits, book, charges), book), rates


def test_each_flaw_has_its_pattern(practice: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    lines, rates = practice
    found = {pattern.payer: pattern for pattern in patterns(lines, AS_DECLARED, rates)}
    assert found.keys() == {"Northgate Mutual", "Blue Harbor PPO", "Cedar Valley Health"}
    assert found["Northgate Mutual"].kind == "old schedule"
    assert found["Northgate Mutual"].since >= date(2026, 1, 1)
    assert (found["Blue Harbor PPO"].kind, found["Blue Harbor PPO"].codes) == ("moved", ("X1002",))
    assert found["Blue Harbor PPO"].since >= date(2026, 5, 1)
    assert (found["Cedar Valley Health"].kind, found["Cedar Valley Health"].codes) == ("constant ratio", ("G2211",))
    assert "88" in found["Cedar Valley Health"].words


def test_payers_that_pay_right_stay_quiet(practice: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    lines, _ = practice
    wrong = lines[lines["finding"].isin([Finding.UNDERPAID, Finding.OVERPAID, Finding.PAID_TWICE])]
    assert set(wrong["payer"]) == {"Northgate Mutual", "Blue Harbor PPO", "Cedar Valley Health"}


def test_the_duplicate_the_correction_and_the_low_charge(practice: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    lines, _ = practice
    assert set(lines["payer"][lines["finding"] == Finding.PAID_TWICE]) == {"Blue Harbor PPO"}
    assert set(lines["payer"][lines["recovered"] != 0]) == {"Cedar Valley Health"}
    below = lines[lines["line_class"] == LineClass.BELOW_CONTRACT]
    assert set(below["code"]) == {"X1005"}
    assert {"Blue Harbor PPO", "Cedar Valley Health"} <= set(below["payer"])


def test_sequestration_that_nobody_agreed_to(practice: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    lines, _ = practice
    off = lines[lines["taken_over"] != 0]
    assert set(off["payer"]) == {"Silver Oaks Advantage"}
    assert off["dos"].min() >= pd.Timestamp(2026, 7, 1)
    taken = off["adjustments"].str.extract(r"CO-253:([\d.]+)")[0].astype(float).mul(100).round().astype("int64")
    assert off["taken_over"].tolist() == taken.tolist(), "all of it: the contract says 0%"


def test_the_payer_that_answers_late_owes_interest(practice: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    lines, _ = practice
    late = lines[lines["interest_owed"] > 0]
    assert set(late["payer"]) == {"Northgate Mutual"}
    assert 5 < late["late_days"].mean() < 30, "46 days on average, then to the next Friday; the contract says 30"
    assert late["interest_due"].equals(late["interest_owed"]), "it never pays interest"
