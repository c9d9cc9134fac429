"""The rows behind a figure add up to it, on every kind of frame, and every column has a heading."""

from datetime import date, datetime

import narwhals as nw
import pytest
from contract_tables import REASONS
from kinds_of_frame import every_kind
from practice_tables import charges, payments, remits
from report_parts import lists

from medoffice_xl.areas.denials.denial_rate import denial_rate
from medoffice_xl.areas.payers.payer_mix import payer_mix
from medoffice_xl.areas.receivables.ageing import ageing, share_over
from medoffice_xl.areas.receivables.charge_lag import charge_lag
from medoffice_xl.areas.receivables.collections import collection_rate
from medoffice_xl.areas.receivables.days_in_ar import ar_total, days_in_ar
from medoffice_xl.areas.receivables.days_to_pay import days_to_pay
from medoffice_xl.areas.receivables.monthly import monthly
from medoffice_xl.ledger.activity import charged, collected
from medoffice_xl.ledger.rows_behind import COLUMNS
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.measure import Unit
from medoffice_xl.reports import explanation

JUNE_30 = date(2026, 6, 30)

CHARGED = charges(
    {"claim_id": "old", "dos": "2026-01-10", "charge": 600},
    {"claim_id": "new", "dos": "2026-06-10", "charge": 400, "payer": "Best"},
    {"claim_id": "new", "line_id": "2", "dos": "2026-06-10", "post_date": "2026-06-14", "charge": 50, "payer": "Best"},
    {"claim_id": "over", "dos": "2026-06-10", "charge": 200},
    {"claim_id": "paid", "dos": "2026-06-10", "charge": 80},
    {"claim_id": "late", "dos": "2026-06-29", "post_date": "2026-07-02", "charge": 999},
    {"claim_id": "capitated", "dos": "2026-06-10", "charge": 70},
)
POSTED = payments(
    {"claim_id": "over", "post_date": "2026-06-20", "amount": 300, "payer": "Acme"},
    {"claim_id": "over", "post_date": "2026-06-25", "amount": -40, "kind": "refund", "payer": "Acme"},
    {"claim_id": "paid", "post_date": "2026-06-20", "amount": 80, "payer": "Acme"},
    {"claim_id": "new", "post_date": "2026-06-21", "amount": 100, "kind": "contractual adjustment", "payer": "Best"},
    {"claim_id": "", "post_date": "2026-06-21", "payer": "Patient", "kind": "patient payment", "amount": 50},
    {"claim_id": "nobody", "post_date": "2026-06-21", "amount": 33, "payer": "Acme"},
    {"claim_id": "capitated", "post_date": "2026-06-21", "amount": 70, "reason": "CO-24", "payer": "Acme"},
)
ANSWERED = remits(
    {"claim_id": "new", "paid_date": "2026-06-15", "charge": 400, "paid": 300, "adjustments": "CO-45:100.00"},
    {"claim_id": "new", "paid_date": "2026-06-15", "line_no": 2, "charge": 50, "adjustments": "CO-50:50.00"},
    {"claim_id": "old", "paid_date": "2026-06-20", "charge": 600, "adjustments": "CO-29:600.00"},
    {"claim_id": "twice", "paid_date": "2026-06-20", "charge": 10, "adjustments": "CO-18:10.00"},
)


@pytest.fixture
def both(on):
    return on(CHARGED), on(POSTED)


def rows(result):
    """The rows as dictionaries; a day without its time."""
    frame = nw.from_native(result.rows).lazy().collect()
    assert set(frame.columns) <= set(COLUMNS)
    for name in frame.columns:
        assert (COLUMNS[name].unit is Unit.DATE) == frame.schema[name].is_temporal(), name
        assert (COLUMNS[name].unit is Unit.TEXT) == (frame.schema[name] == nw.String), name
    return [
        {name: cell.date() if isinstance(cell, datetime) else cell for name, cell in row.items()}
        for row in frame.iter_rows(named=True)
    ]


def total(result, column):
    return sum(row[column] for row in rows(result))


def parts(result):
    return {part.label: part.value for part in result.parts}


@every_kind
def test_ar_is_the_sum_of_its_claims_and_unapplied_cash(both):
    net, owed = ar_total(*both, JUNE_30), ar_total(*both, JUNE_30, "exclude")
    # 600 old + 350 new − 60 over − 50 unapplied
    assert {row["claim_id"]: row["balance"] for row in rows(net)} == {
        "old": 60_000, "new": 35_000, "over": -6_000, "": -5_000
    }  # fmt: skip
    assert total(net, "balance") == net.value == 84_000
    assert total(owed, "balance") == owed.value == 95_000


@pytest.mark.parametrize("definition", ["gross", "adjusted", "net", "AAFP"])
@every_kind
def test_days_in_ar_list_their_ar(both, definition):
    measure = days_in_ar(*both, JUNE_30, 30, definition)
    assert total(measure, "balance") == parts(measure)["A/R"]


@every_kind
def test_ageing_lists_every_claim_of_its_total(both):
    aged = ageing(*both, JUNE_30)
    assert total(aged, "balance") == aged.body[-1][7] == 84_000
    by_payer = {row[0]: row[7] for row in aged.body}
    assert sum(row["balance"] for row in rows(aged) if row["payer"] == "Best") == by_payer["Best"]


@every_kind
def test_share_over_lists_what_is_owed_with_the_day_its_age_runs_from(both):
    measure = share_over(*both, JUNE_30, 90)
    old = sum(row["balance"] for row in rows(measure) if (JUNE_30 - row["opened"]).days > 90)
    assert old / total(measure, "balance") == measure.value == 600 / 950


@pytest.mark.parametrize("basis", ["matched", "cash"])
@every_kind
def test_collection_rates_are_payments_over_charges_less_contractual(both, basis):
    measure = collection_rate(*both, JUNE_30, basis=basis)
    collectable = total(measure, "charge") - total(measure, "contractual")
    assert total(measure, "money") / collectable == measure.value
    # matched: the charge entered in July is not there yet; cash: 340 + 33 of a claim not here + 50 unapplied
    assert collectable == 133_000 - 10_000
    assert total(measure, "money") == (34_000 if basis == "matched" else 42_300)


@every_kind
def test_payer_mix_adds_up_by_payer(both):
    mix = payer_mix(*both, JUNE_30)
    for name, charge, _, money, *_ in mix.body[:-1]:
        assert sum(row["charge"] for row in rows(mix) if row["payer"] == name) == charge
        assert sum(row["money"] for row in rows(mix) if row["payer"] == name) == money


@every_kind
def test_charges_and_collections_list_their_lines(both):
    lines, posted = both
    june = date(2026, 6, 1), JUNE_30
    entered, received = charged(lines, *june), collected(posted, *june)
    assert total(entered, "charge") == entered.value == 80_000  # 400 + 50 + 200 + 80 + 70
    assert total(received, "amount") == received.value == 49_300  # 300 − 40 + 80 + 50 + 33 + 70
    best = charged(lines, *june, Scope("best"))
    assert total(best, "charge") == best.value == 45_000


@every_kind
def test_charge_lag_is_the_mean_of_its_lines(both):
    measure = charge_lag(both[0], JUNE_30)
    lags = [(row["post_date"] - row["dos"]).days for row in rows(measure)]
    # entered from April to June: new 0 and 4, over 0, paid 0, capitated 0
    assert sorted(lags) == [0, 0, 0, 0, 4]
    assert sum(lags) / len(lags) == measure.value


@every_kind
def test_days_to_pay_are_the_mean_of_their_claims(on):
    measure = days_to_pay(on(CHARGED), on(ANSWERED), REASONS, JUNE_30)
    days = [(row["paid_date"] - row["sent"]).days for row in rows(measure)]
    assert days == [5]
    assert sum(days) / len(days) == measure.value


@every_kind
def test_denial_rates_are_the_denied_of_the_lines(on):
    dollars, claims = (denial_rate(on(ANSWERED), REASONS, JUNE_30, count=count) for count in ("dollars", "claims"))
    denied = sum(row["charge"] for row in rows(dollars) if row["denied"])
    assert denied / total(dollars, "charge") == dollars.value == 650 / 1050
    assert {row["claim_id"] for row in rows(claims)} == {"new", "old"}
    assert len(rows(claims)) == claims.rows_used == 3


@every_kind
def test_months_are_the_sums_of_their_entries(both):
    table = monthly(*both, JUNE_30, 6)
    june = [row for row in rows(table) if row["day"] >= date(2026, 6, 1)]
    _, charge, money, contractual, owed, _ = table.body[-1]
    assert [sum(row[name] for row in june) for name in ("charge", "money", "contractual")] == [
        charge, money, contractual
    ]  # fmt: skip
    assert total(table, "balance") == owed == 84_000


def test_capitated_lines_are_left_out_by_line_and_charge(both):
    for result in (
        ar_total(*both, JUNE_30),
        days_in_ar(*both, JUNE_30, 30),
        ageing(*both, JUNE_30),
        share_over(*both, JUNE_30),
        collection_rate(*both, JUNE_30),
        collection_rate(*both, JUNE_30, basis="cash"),
        payer_mix(*both, JUNE_30),
        monthly(*both, JUNE_30),
    ):
        found = [left for left in result.left_out if "CO-24" in left.reason]
        assert [(left.rows, left.amount) for left in found] == [(1, 7_000)]
    assert not [left for left in ar_total(*both, JUNE_30, scope=Scope("Best")).left_out if "CO-24" in left.reason]
    assert not [left for left in ar_total(*both, date(2026, 6, 9)).left_out if "CO-24" in left.reason]


def test_the_sheet_shows_them_under_their_headings(both):
    report = explanation.build(ar_total(*both, JUNE_30), "=AR_TOTAL()", "Dashboard!C5")
    behind = lists(report)[-1]
    assert [(field.name, field.unit) for field in behind.fields] == [
        ("Claim", Unit.TEXT), ("Payer", Unit.TEXT), ("Age runs from", Unit.DATE), ("Balance", Unit.MONEY)
    ]  # fmt: skip
    assert ("old", "Acme", date(2026, 1, 10), 60_000) in behind.source.body
