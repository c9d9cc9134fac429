"""Patient balances: they add up to the patients' part of A/R; statements, plans and agencies say what comes next."""

from datetime import date

import pandas as pd
import pytest
from contract_tables import moved, table
from kinds_of_frame import every_kind
from practice_tables import charges, payments

from medoffice_xl.areas.patients.patient_balances import PLAN_MISSED, WITH_AGENCY, patient_balances, patients_asked
from medoffice_xl.areas.patients.placements import placements_by
from medoffice_xl.areas.patients.plans import MISSED_AFTER, payment_plans
from medoffice_xl.areas.receivables.ar_by import ar_by
from medoffice_xl.areas.worklists.ar_worklist import ar_worklist
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.sets import Tables
from medoffice_xl.tables.patient_accounts import PATIENT_STEPS, PAYMENT_PLANS, PLACEMENTS, STATEMENTS

DAY = date(2026, 6, 30)


def charge(claim, account, dollars=100, dos="2026-03-01", **more):
    return {"claim_id": claim, "patient_acct": account, "dos": dos, "charge": dollars, **more}


def paid(claim, dollars, day, kind="insurance payment"):
    return {"claim_id": claim, "post_date": day, "amount": dollars, "kind": kind}


CHARGED = charges(
    charge("a1", "A"), charge("a2", "A", 50, "2026-05-01"), charge("b", "B"), charge("c", "C"),
    charge("self", "S", 80, "2026-06-01", payer="Self-pay"), charge("insurer", "A"),
)  # fmt: skip
POSTED = payments(
    paid("a1", 60, "2026-04-01"), paid("a2", 30, "2026-06-10"), paid("b", 70, "2026-04-01"),
    paid("c", 90, "2026-04-01"), paid("c", 15, "2026-04-20", "patient payment"),
)  # fmt: skip
# The patients' part: A 40.00 + 20.00, B 30.00, C 5.00 in credit, S 80.00; “insurer” is not theirs.


def given(on=lambda frame: frame, **more):
    return Tables.of({"charges": on(CHARGED), "payments": on(POSTED), **more})


def sent(*pairs):
    return table(STATEMENTS, *({"statement_account": account, "sent_on": day, "asked": 1} for account, day in pairs))


def rows(found):
    return {row[0]: row[1:] for row in found.body}


@every_kind
def test_the_balances_are_the_patients_part_of_ar(on):
    found = rows(patient_balances(given(on), DAY))
    assert {name: row[0] for name, row in found.items()} == {
        "S": 8_000, "A": 6_000, "B": 3_000, "C": -500, "Total": 16_500,
    }  # fmt: skip
    assert found["Total"][0] == ar_by(CHARGED, POSTED, DAY, "payer", "patient").body[-1][7]
    assert found["A"][1:3] == (2, date(2026, 4, 1))
    assert found["S"][2] == date(2026, 6, 1)  # no insurer answers a self-pay: from the day of entry
    assert found["C"][-1].startswith("Pay it back")


def test_the_others_are_one_row():
    body = patient_balances(given(), DAY, 2).body
    assert [(row[0], row[1]) for row in body] == [("S", 8_000), ("A", 6_000), ("2 more", 2_500), ("Total", 16_500)]


def by_claim(tables):
    return {row.claim_id: row for row in patients_asked(tables, DAY).itertuples()}


def test_a_statement_asks_for_what_was_owed_on_its_day():
    # a1 is the patient's since 04/01, a2 since 06/10: the statement of 03/31 asked for neither
    tables = given(
        patient_statements=sent(("A", "2026-03-31"), ("A", "2026-04-01"), ("A", "2026-06-10"), ("A", "2026-07-01"))
    )
    asked = by_claim(tables)
    assert (asked["a1"].statements, asked["a2"].statements, asked["b"].statements) == (2, 1, 0)
    assert asked["a1"].last_statement.date() == date(2026, 6, 10)


@pytest.mark.parametrize(
    ("days", "step", "due"),
    [
        ((), "Send the first statement.", "2026-04-01"),
        (("2026-04-05",), "Send the second statement.", "2026-05-05"),
        (("2026-04-05", "2026-05-05", "2026-06-05"), "Call; agree on a plan", "2026-07-05"),
        (("2026-04-05", "2026-05-05", "2026-06-05", "2026-06-25"), "Call; agree on a plan", "2026-07-25"),
    ],
)
def test_what_comes_next_is_told_by_the_statements_sent(days, step, due):
    asked = by_claim(given(patient_statements=sent(*(("B", day) for day in days))))["b"]
    assert asked.next_step.startswith(step)
    assert asked.due.date() == date.fromisoformat(due)


def test_the_practices_own_steps_hold():
    own = table(PATIENT_STEPS, {"statements": 0, "wait": 14, "step": "Call first.", "step_source": "ours"})
    asked = by_claim(given(patient_steps=own))["b"]
    assert (asked.next_step, asked.due.date()) == ("Call first.", date(2026, 4, 15))


def plan(**more):
    return table(
        PAYMENT_PLANS,
        {"plan_account": "B", "agreed_on": "2026-04-10", "plan_total": 30, "instalment": 12, "first_due": "2026-04-20",
         **more},
    )  # fmt: skip


def with_paid(*more):
    return payments(*({**row, "post_date": row["post_date"].date(), "amount": row["amount"] / 100} for row in
                      POSTED[["claim_id", "post_date", "amount", "kind"]].to_dict("records")), *more)  # fmt: skip


def test_an_instalment_is_missed_ten_days_after_its_day():
    tables = given(payment_plans=plan())
    # 12.00 on 04/20, 05/20, and the rest of 6.00 on 06/20
    (before, _), (after, _) = (payment_plans(tables, day).body for day in (date(2026, 4, 29), date(2026, 4, 30)))
    assert before == ("B", "kept", date(2026, 4, 10), 3_000, 0, 1_200, 0, 0, None, date(2026, 4, 20))
    assert after == ("B", "missed", date(2026, 4, 10), 3_000, 0, 1_200, 1_200, 1, date(2026, 4, 20), date(2026, 5, 20))
    longer = given(payment_plans=plan(), thresholds=moved(MISSED_AFTER, 11))
    assert payment_plans(longer, date(2026, 4, 30)).body[0][1] == "kept"


def test_what_was_paid_is_taken_for_the_instalments_in_their_order():
    more = with_paid(
        paid("b", 20, "2026-05-01", "patient payment"),
        paid("b", 5, "2026-04-09", "patient payment"),  # before the agreement
        paid("a2", 9, "2026-05-01", "patient payment"),  # another account's
    )
    tables = Tables.of({"charges": CHARGED, "payments": more, "payment_plans": plan()})
    assert payment_plans(tables, date(2026, 5, 29)).body[0][1:8] == (
        "kept", date(2026, 4, 10), 3_000, 2_000, 2_400, 0, 0,
    )  # fmt: skip
    row = payment_plans(tables, date(2026, 5, 30)).body[0]
    assert row[5:] == (2_400, 400, 1, date(2026, 5, 20), date(2026, 6, 20))


def test_a_plan_that_ended_or_was_not_agreed_yet_does_not_run():
    for day in (date(2026, 4, 9), date(2026, 5, 1)):
        with pytest.raises(NoData, match="No payment plan runs"):
            payment_plans(given(payment_plans=plan(plan_ended="2026-05-01")), day)
    assert payment_plans(given(payment_plans=plan(plan_ended="2026-05-01")), date(2026, 4, 30)).rows_used == 1


def test_plans_beyond_those_shown_are_one_row():
    agreed = plan()
    agreed = pd.concat([agreed.assign(plan_account=name) for name in ("B", "C", "D")], ignore_index=True)
    body = payment_plans(given(payment_plans=agreed), date(2026, 4, 30), 1).body
    # 30.00 each; B and D missed 12.00 of it, C paid 15.00 on 04/20
    assert [(row[0], row[3], row[6]) for row in body] == [
        ("B", 3_000, 1_200), ("2 more", 6_000, 1_200), ("Total", 9_000, 2_400),
    ]  # fmt: skip
    with pytest.raises(OutOfRange, match="The number of rows"):
        payment_plans(given(payment_plans=agreed), date(2026, 4, 30), -1)


def test_of_two_plans_of_an_account_the_missed_one_is_told():
    two = pd.concat([plan(), plan(agreed_on="2026-06-25", first_due="2026-07-25")], ignore_index=True)
    assert by_claim(given(payment_plans=two))["b"].plan == "missed"


def placed(**more):
    return table(
        PLACEMENTS,
        {"placed_account": "B", "placed_on": "2026-05-10", "agency": "Ridgeline", "placed_amount": 30, "fee": 0.25,
         **more},
    )  # fmt: skip


def test_what_an_agency_recovers_and_keeps():
    more = with_paid(
        paid("b", 10.02, "2026-05-10", "patient payment"),
        paid("b", 4, "2026-05-09", "patient payment"),  # before it was placed
        paid("b", 2, "2026-06-15", "patient payment"),
    )
    tables = Tables.of({"charges": CHARGED, "payments": more, "placements": placed()})
    # 12.02 of 30.00; a quarter is 3.005: 3.01
    assert placements_by(tables, DAY).body[-1][1:] == (1, 1, 3_000, 1_202, 301, 901, 1_202 / 3_000)
    assert placements_by(tables, date(2026, 6, 14)).body[0][4] == 1_002
    # The 2.00 of June 15 are the agency's where it gave the account back a day later, else whoever's has it then.
    for recalled, recovered in (("2026-06-15", 1_002), ("2026-06-16", 1_202)):
        back = Tables.of({"charges": CHARGED, "payments": more, "placements": placed(recalled_on=recalled)})
        assert placements_by(back, DAY).body[0][1:5] == (1, 0, 3_000, recovered)
    with pytest.raises(NoData, match="No account was placed"):
        placements_by(tables, date(2026, 5, 9))


def lanes(**more):
    return {row[1]: row for row in ar_worklist(given(**more), DAY, "all").body if row[0] != "Total"}


def test_the_worklist_says_what_comes_next_and_leaves_an_agencys_account_alone():
    found = lanes(patient_statements=sent(("B", "2026-06-05")))
    assert (found["b"][0], found["b"][11]) == ("Not yet due", "Send the second statement.")
    assert (found["a1"][0], found["a1"][11]) == ("To work", "Send the first statement.")
    assert "1 statement sent" in found["b"][10]
    found = lanes(placements=placed())
    assert (found["b"][0], found["b"][5]) == ("With an agency", 0)
    assert found["b"][10] == "the patient's part; with Ridgeline since 05/10/2026."


def test_a_missed_instalment_is_a_follow_up_and_a_kept_plan_waits():
    found = lanes(payment_plans=plan())
    assert found["b"][0] == "Follow-up"
    assert "instalment of 04/20/2026 missed" in found["b"][10]
    found = lanes(payment_plans=plan(first_due="2026-07-01"))
    assert (found["b"][0], found["b"][11][:16]) == ("Not yet due", "The plan is kept")


def test_what_an_agency_has_is_its_own_whatever_plan_runs():
    both = by_claim(given(payment_plans=plan(), placements=placed()))["b"]
    assert (both.plan, both.agency, both.next_step) == ("missed", "Ridgeline", WITH_AGENCY)
    assert pd.isna(both.due)
    back = by_claim(given(payment_plans=plan(), placements=placed(recalled_on=str(DAY))))["b"]
    assert (back.agency, back.next_step, back.due.date()) == ("", PLAN_MISSED, date(2026, 4, 20))
