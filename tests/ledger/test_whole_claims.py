"""Answers of a ledger are sorted out part by part, and are those of all rows in one piece."""

from datetime import date

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from medoffice_xl.areas.denials.denial_rate import denial_rate
from medoffice_xl.areas.denials.resolution import first_pass_rate
from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.intake.files import bring_in
from medoffice_xl.lake import make_lake
from medoffice_xl.ledger import whole_claims
from medoffice_xl.ledger.answers import TOLD, all_answers, answers, answers_in, final_answers, first_answers
from medoffice_xl.ledger.kept_rows import KeptFrame
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.ledger.rows import as_pandas, take
from medoffice_xl.ledger.whole_claims import by_whole_claims
from medoffice_xl.tables import REMITS, TABLES, empty_frame

pytestmark = pytest.mark.whole

DAY, REASONS = date(2099, 12, 31), ReasonCodes.of(None)


@pytest.fixture(scope="module")
def remits(tmp_path_factory):
    """The invented practice's answers in an order that is none: no two lines of a claim need stand together."""
    raw = write_practice(tmp_path_factory.mktemp("practice"), doctors=1, months=4, seed=11)
    empty = {name: empty_frame(table) for name, table in TABLES.items()} | {"payers": payer_list()}
    found = bring_in([raw.charges, *raw.remittances], empty, today=raw.as_of).frames["remits"]
    found = found.sample(frac=1, random_state=7).reset_index(drop=True)
    return found.assign(provider_npi=[f"{number:010}" for number in range(len(found))])  # a name for each line


@pytest.fixture(scope="module")
def relation(remits, tmp_path_factory):
    lake = make_lake(tmp_path_factory.mktemp("beside") / "ledger").staged({"remits": remits}).published()
    return lake.shelved("remits").relation()


def in_order(lines):
    return lines.sort_values("provider_npi", ignore_index=True)


def alike(lines, name):
    """Which lines have the number of which, by their names."""
    ordered = in_order(lines)
    return ordered.groupby(name)["provider_npi"].transform("first").tolist()


@pytest.mark.parametrize("size", [100, 1_000, None])
def test_answers_part_by_part_are_those_in_one_piece(remits, relation, monkeypatch, size):
    monkeypatch.setattr(whole_claims, "PART", size or whole_claims.PART)
    whole, parts = answers(remits, REASONS, DAY), answers(relation, REASONS, DAY)
    assert whole["denied"].any()
    assert not whole["kept"].all()
    marks = ["kept", "opening", "standing", "priced", "denied", "bundled", "duplicate"]
    assert_frame_equal(in_order(parts)[[*TOLD, *marks]], in_order(whole)[[*TOLD, *marks]])
    for name in ("answered_claim", "answered_line"):
        assert alike(parts, name) == alike(whole, name)
    for pick in (first_answers, final_answers):
        assert set(pick(parts)["provider_npi"]) == set(pick(whole)["provider_npi"])


def test_answers_of_a_ledger_lie_on_the_disk_and_some_of_them_are_read(remits, relation, monkeypatch):
    """Those of a period are all lines of the claims that were answered something in it; columns are those asked for."""
    monkeypatch.setattr(whole_claims, "PART", 100)
    period = days_up_to(remits["paid_date"].max().date(), 10)
    of_claims, of_all = answers_in(period, relation, REASONS, DAY), answers(relation, REASONS, DAY)
    inside = remits["paid_date"].between(pd.Timestamp(period.first), pd.Timestamp(period.last))
    assert isinstance(all_answers(relation, REASONS, DAY), KeptFrame)
    assert 0 < len(of_claims) < len(of_all) == len(remits)
    assert set(remits["provider_npi"][inside]) <= set(of_claims["provider_npi"])
    assert_frame_equal(in_order(of_claims)[[*TOLD]], in_order(answers_in(period, remits, REASONS, DAY))[[*TOLD]])
    payer = remits["payer"][inside].iloc[0]
    found = answers_in(period, relation, REASONS, DAY, payer.upper())
    assert_frame_equal(
        in_order(found)[[*TOLD]], in_order(answers_in(period, remits, REASONS, DAY, payer.upper()))[[*TOLD]]
    )
    assert list(answers(relation, REASONS, DAY, columns=("paid", "kept")).columns) == ["paid", "kept", "payer"]


@pytest.mark.parametrize("rate", [denial_rate, first_pass_rate])
def test_rows_behind_a_rate_of_a_ledger_are_those_in_memory(remits, relation, rate):
    day = remits["paid_date"].max().date()
    in_memory, in_ledger = (sorted(rate(of, REASONS, day, 45).rows.collect().rows()) for of in (remits, relation))
    assert in_ledger == in_memory != []


def test_every_line_is_in_one_part_and_all_of_its_claim_with_it(remits, relation):
    rows = take(relation, REMITS, "claim_id", "provider_npi")
    parts = [as_pandas(part, REMITS) for part in by_whole_claims(rows, 200)]
    assert len(parts) == -(-len(remits) // 200) > 2
    assert sorted(name for part in parts for name in part["provider_npi"]) == remits["provider_npi"].tolist()
    claims = [set(part["claim_id"]) for part in parts]
    assert sum(map(len, claims)) == remits["claim_id"].nunique()


def test_a_frame_in_memory_is_one_part(remits):
    rows = take(remits, REMITS, "claim_id")
    assert list(by_whole_claims(rows, 1)) == [rows]
