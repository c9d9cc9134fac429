"""The A/R bridge: a month worked out by hand, and for any entries the identity that A/R rests on."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kinds_of_frame import every_kind
from practice_tables import charges, payments

from medoffice_xl.areas.receivables.ar_bridge import ar_bridge, ar_bridge_by_payer
from medoffice_xl.areas.receivables.ar_days_change import ar_days_change
from medoffice_xl.areas.receivables.days_in_ar import ar_total, days_in_ar
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.sets.unchanging import unchanging
from medoffice_xl.tables.payments import PAYMENT_KINDS

MAY_31, JUNE_30 = date(2026, 5, 31), date(2026, 6, 30)

# Charges a day: 945,000 of 03/03 to 05/31 are 10,500 over 90 days; 955,260 of 04/02 to 06/30 are 10,614. June is
# 318,420 less 2,115 voided = 316,305, so 04/02 to 05/31 are 638,955 and 03/03 to 04/01 are 306,045.
# Owed on 05/31: 945,000 less 532,649.82 paid = 412,350.18; with what was typed in late 411,100.18.
CHARGED = charges(
    {"claim_id": "march", "dos": "2026-03-03", "charge": 306_045},
    {"claim_id": "april", "dos": "2026-04-02", "charge": 636_840},
    {"claim_id": "void", "dos": "2026-05-31", "charge": 2_115, "code": "G0438"},
    {"claim_id": "june", "dos": "2026-06-10", "charge": 318_420},
    {"claim_id": "void", "line_id": "2", "dos": "2026-05-31", "post_date": "2026-06-01", "charge": -2_115,
     "code": "G0438"},
    {"claim_id": "july", "dos": "2026-07-01", "charge": 7_777},
)  # fmt: skip
POSTED = payments(
    {"claim_id": "march", "post_date": "2026-05-31", "amount": 532_649.82},
    {"claim_id": "april", "post_date": "2026-05-28", "entered": "2026-06-01", "amount": 1_250.00},
    {"claim_id": "april", "post_date": "2026-06-01", "amount": 141_903.77},
    {"claim_id": "april", "post_date": "2026-06-02", "amount": 28_116.23, "kind": "patient payment"},
    {"claim_id": "april", "post_date": "2026-06-02", "amount": -1_340.00, "kind": "refund"},
    {"claim_id": "april", "post_date": "2026-06-30", "amount": -2_480.55, "kind": "recoupment"},
    {"claim_id": "june", "post_date": "2026-06-30", "amount": 128_904.10, "kind": "contractual adjustment"},
    {"claim_id": "june", "post_date": "2026-06-30", "amount": 4_210.15, "kind": "denial write-off"},
    {"claim_id": "june", "post_date": "2026-06-30", "amount": 140.10, "kind": "small balance"},
    {"claim_id": "june", "post_date": "2026-06-30", "amount": 2_000.00, "kind": "bad debt"},
    {"claim_id": "june", "post_date": "2026-07-01", "amount": 5.00, "kind": "bad debt"},
)


def lines(breakdown):
    return {row[0]: row[1] for row in breakdown.body}


@every_kind
def test_a_month_to_the_cent(on):
    assert lines(ar_bridge(on(CHARGED), on(POSTED), JUNE_30)) == {
        "Opening A/R": 41_235_018,
        "Restated since": -125_000,
        "Restated opening": 41_110_018,
        "Charges": 31_842_000,
        "Voids": -211_500,
        "Insurance payments": -14_190_377,
        "Patient payments": -2_811_623,
        "Contractual adjustments": -12_890_410,
        "Denials written off": -421_015,
        "Small balances": -14_010,
        "Other adjustments": 0,
        "Bad debt": -200_000,
        "Refunds": 134_000,
        "Recoupments": 248_055,
        "Unapplied cash": 0,
        "Closing A/R": 42_595_138,
    }


@every_kind
def test_the_days_of_that_month(on):
    found = lines(ar_days_change(on(CHARGED), on(POSTED), JUNE_30))
    assert {line: round(days, 2) for line, days in found.items()} == {
        "Opening days in A/R": 39.27,
        "More or less owed": 1.28,
        "Charges a day": -0.42,
        "Closing days in A/R": 40.13,
        "Of it written off": 0.60,
        "Closing days without write-offs": 40.73,
    }
    assert found["Closing days in A/R"] == days_in_ar(CHARGED, POSTED, JUNE_30).value


def test_it_is_said_in_words_what_was_written_off():
    assert ar_days_change(CHARGED, POSTED, JUNE_30).notes == ["0.60 days of it was written off."]
    assert ar_days_change(CHARGED, POSTED, MAY_31).notes == []


def test_a_late_entry_moves_the_restated_opening_only():
    late = lines(ar_bridge(CHARGED, POSTED, JUNE_30))
    in_time = lines(ar_bridge(CHARGED, POSTED.assign(entered=POSTED["post_date"]), JUNE_30))
    changed = {line for line in late if late[line] != in_time[line]}
    assert changed == {"Opening A/R", "Restated since"}
    assert in_time["Opening A/R"] == in_time["Restated opening"] == late["Restated opening"]


@pytest.mark.parametrize(("entered", "restated"), [("2026-05-31", 0), ("2026-06-01", -5_000)])
def test_what_was_typed_in_on_the_opening_day_is_not_late(entered, restated):
    posted = payments({"claim_id": "a", "post_date": "2026-05-31", "entered": entered, "amount": 50})
    found = lines(ar_bridge(charges({"claim_id": "a", "dos": "2026-05-01", "charge": 90}), posted, JUNE_30))
    assert found["Restated since"] == restated


@pytest.mark.parametrize(("posted", "line"), [("2026-05-31", "Opening A/R"), ("2026-06-01", "Insurance payments")])
def test_the_opening_day_itself_is_before_the_month(posted, line):
    billed = charges({"claim_id": "a", "dos": "2026-05-01", "charge": 90})
    found = lines(ar_bridge(billed, payments({"claim_id": "a", "post_date": posted, "amount": 50}), JUNE_30))
    assert found[line] == {"Opening A/R": 4_000, "Insurance payments": -5_000}[line]


def test_only_transfers_move_nothing():
    # 60.00 moves from the payer to the patient of one claim: taken off on one line, put on the other
    billed = charges(
        {"claim_id": "a", "dos": "2026-05-01", "charge": 60},
        {"claim_id": "a", "line_id": "2", "dos": "2026-05-01", "post_date": "2026-06-05", "charge": 60, "payer": "P"},
    )
    moved = payments({"claim_id": "a", "line_id": "1", "post_date": "2026-06-05", "amount": 60,
                      "kind": "other adjustment"})  # fmt: skip
    found = lines(ar_bridge(billed, moved, JUNE_30))
    assert found["Closing A/R"] - found["Opening A/R"] == 0
    assert found["Charges"] + found["Other adjustments"] == 0


def test_unapplied_cash_has_its_own_line():
    posted = payments({"claim_id": "", "post_date": "2026-06-20", "amount": 12, "kind": "patient payment"})
    found = lines(ar_bridge(charges({"claim_id": "a", "dos": "2026-05-01", "charge": 60}), posted, JUNE_30))
    assert (found["Unapplied cash"], found["Closing A/R"]) == (-1_200, 4_800)


def test_a_claim_found_to_be_capitated_restates_the_opening():
    billed = charges(
        {"claim_id": "a", "dos": "2026-05-01", "charge": 60}, {"claim_id": "b", "dos": "2026-05-02", "charge": 7}
    )
    posted = payments({"claim_id": "a", "line_id": "1", "post_date": "2026-06-20", "amount": 60, "reason": "CO-24",
                       "kind": "contractual adjustment"})  # fmt: skip
    found = lines(ar_bridge(billed, posted, JUNE_30))
    assert (found["Opening A/R"], found["Restated since"], found["Closing A/R"]) == (6_700, -6_000, 700)


def test_over_several_months():
    assert lines(ar_bridge(CHARGED, POSTED, JUNE_30, months=4))["Opening A/R"] == 0
    with pytest.raises(OutOfRange, match="give 1 to 120"):
        ar_bridge(CHARGED, POSTED, JUNE_30, months=0)
    with pytest.raises(OutOfRange):
        ar_bridge(CHARGED, POSTED, JUNE_30, months=121)
    with pytest.raises(NoData, match="Nothing has been charged"):
        ar_bridge(charges(), payments(), JUNE_30)


PAYERS, DAYS = ("Acme", "Best"), st.dates(date(2026, 4, 20), date(2026, 7, 5))
CENTS = st.integers(-20_000, 90_000).map(lambda cents: cents / 100)
CLAIMS = st.sampled_from(["a", "b", "c", "d"])


@st.composite
def ledgers(draw):
    billed = draw(st.lists(st.tuples(CLAIMS, DAYS, CENTS, st.sampled_from(PAYERS)), min_size=1, max_size=8))
    posted = draw(st.lists(st.tuples(st.sampled_from(["a", "b", "c", "d", "gone", ""]), DAYS, CENTS,
                                     st.sampled_from(PAYMENT_KINDS), st.integers(0, 40),
                                     st.sampled_from(["", "", "", "CO-24"])), max_size=12))  # fmt: skip
    return (
        unchanging(charges(*(
            {"claim_id": claim, "line_id": str(at), "dos": day, "charge": cents, "payer": payer, "code": "G2211"}
            for at, (claim, day, cents, payer) in enumerate(billed)))),
        unchanging(payments(*(
            {"claim_id": claim, "post_date": day, "amount": cents, "kind": kind, "reason": reason,
             "entered": day + timedelta(days=late)}
            for claim, day, cents, kind, late, reason in posted))),
    )  # fmt: skip


@given(ledgers())
def test_every_bridge_ties_to_ar(tables):
    try:
        total = ar_total(*tables, JUNE_30).value
    except NoData:
        return
    found = ar_bridge(*tables, JUNE_30)
    by_line = lines(found)
    closing = by_line.pop("Closing A/R")
    restated = by_line.pop("Restated opening")
    assert closing == total == sum(by_line.values())
    assert restated == by_line["Opening A/R"] + by_line["Restated since"]
    assert sum(found.rows.collect()["balance"].to_list()) == closing - restated
    try:
        then = ar_total(tables[0], tables[1][~(tables[1]["entered"] > "2026-05-31")], MAY_31).value
    except NoData:
        then = by_line["Opening A/R"]  # nothing charged by then: only unapplied cash stands
    assert by_line["Opening A/R"] == then
    *payers, whole = ar_bridge_by_payer(*tables, JUNE_30).body
    assert [sum(column) for column in zip(*(row[1:] for row in payers), strict=True)] == list(whole[1:])
    assert (whole[1], whole[-1]) == (by_line["Opening A/R"], closing)
    assert sum(row[-1] for row in payers) == closing


@every_kind
def test_a_payer_in_scope_is_its_row_of_all_payers(on):
    billed = charges(
        {"claim_id": "a", "dos": "2026-05-01", "charge": 60}, {"claim_id": "b", "dos": "2026-06-02", "payer": "Best",
                                                               "charge": 70})  # fmt: skip
    posted = payments({"claim_id": "b", "post_date": "2026-06-09", "amount": 9})
    rows = {row[0]: row[1:] for row in ar_bridge_by_payer(on(billed), on(posted), JUNE_30).body}
    best = lines(ar_bridge(on(billed), on(posted), JUNE_30, scope=Scope("best")))
    assert list(rows["Best"]) == [amount for line, amount in best.items() if line != "Restated opening"]
    assert ar_bridge_by_payer(on(billed), on(posted), JUNE_30, top=1).body[1][0] == "All other"
