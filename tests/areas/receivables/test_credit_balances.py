"""Credit balances: whose they are, since when, and Medicare's sixty days."""

from datetime import date

import pandas as pd
import pytest
from contract_tables import table
from kinds_of_frame import every_kind
from practice_tables import charges, payments

from medoffice_xl.areas.receivables.credit_balances import MEDICARE_REFUND, credit_balances
from medoffice_xl.areas.receivables.days_in_ar import ar_total
from medoffice_xl.contracts.rulebook import compile_rulebook
from medoffice_xl.errors import NoData
from medoffice_xl.tables import PAYERS
from medoffice_xl.tables.thresholds import threshold_rows

DAY = date(2026, 6, 30)
LISTED = table(
    PAYERS,
    {"payer": "Medicare", "payer_class": "Medicare"},
    {"payer": "Acme", "payer_class": "Commercial"},
)
BOOK = compile_rulebook({"payers": LISTED})
CHARGED = charges(
    {"claim_id": "a", "dos": "2026-03-01", "charge": 100, "payer": "Medicare"},
    {"claim_id": "b", "dos": "2026-03-01", "charge": 100},
    {"claim_id": "open", "dos": "2026-03-01", "charge": 500},
)
POSTED = payments(
    # in credit on 03/10, owed again on 04/10, in credit since 05/01: 60 days later is 06/30
    {"claim_id": "a", "post_date": "2026-03-10", "amount": 120},
    {"claim_id": "a", "post_date": "2026-04-10", "amount": -40},
    {"claim_id": "a", "post_date": "2026-05-01", "amount": 50},
    # 130 paid on 100: the patient's 25 less 5 given back are his, 10 are the payer's
    {"claim_id": "b", "post_date": "2026-06-01", "amount": 110},
    {"claim_id": "b", "post_date": "2026-06-02", "amount": 25, "kind": "patient payment"},
    {"claim_id": "b", "post_date": "2026-06-03", "amount": -5, "kind": "refund"},
    {"claim_id": "", "post_date": "2026-06-20", "amount": 7, "payer": "Patient", "kind": "patient payment"},
    {"claim_id": "open", "post_date": "2026-07-01", "amount": 900},
)


@every_kind
def test_whose_since_when_and_until_when(on):
    found = credit_balances(on(CHARGED), on(POSTED), BOOK, DAY)
    assert found.body == [
        ("Medicare", "a", "Medicare", date(2026, 5, 1), 60, 3_000, date(2026, 6, 30), 0),
        ("Patient", "b", "Acme", date(2026, 6, 1), 29, 2_000, None, None),
        ("Acme", "b", "Acme", date(2026, 6, 1), 29, 1_000, None, None),
        ("Unapplied cash", "", "Patient", date(2026, 6, 20), 10, 700, None, None),
        ("Total", None, None, None, None, 6_700, None, None),
    ]
    excluded, net = (ar_total(CHARGED, POSTED, DAY, mode).value for mode in ("exclude", "net"))
    assert excluded - net == 6_700 == -sum(found.rows.collect()["balance"].to_list())


def parts(found):
    return {part.label: part.value for part in found.parts}


@pytest.mark.parametrize(("day", "late"), [(date(2026, 6, 30), 0), (date(2026, 7, 1), 3_000)])
def test_the_last_day_itself_is_in_time(day, late):
    assert parts(credit_balances(CHARGED, POSTED, BOOK, day))["of Medicare's past the last day"] == late


def test_the_days_are_a_row_of_the_thresholds():
    rows = threshold_rows([MEDICARE_REFUND])
    moved = pd.concat([rows, rows.assign(value=30.0, since=pd.Timestamp("2026-05-01"))], ignore_index=True)
    book = compile_rulebook({"payers": LISTED, "thresholds": moved})
    assert credit_balances(CHARGED, POSTED, book, DAY, "medicare").body[0][6] == date(2026, 5, 31)


def test_the_first_few_and_nothing_at_all():
    found = credit_balances(CHARGED, POSTED, BOOK, DAY, top=1)
    assert [row[0] for row in found.body] == ["Medicare", "Total"]
    assert found.body[-1][5] == 6_700
    with pytest.raises(NoData, match="Nothing of Medicare is in credit on 04/30/2026"):
        credit_balances(CHARGED, POSTED, BOOK, date(2026, 4, 30), "Medicare")
