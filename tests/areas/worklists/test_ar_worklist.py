"""The worklist of a small practice: every open claim once, with its kind, and balances that add up to A/R."""

from datetime import date

import pandas as pd
import pytest
from contract_tables import table
from example_sets import held
from practice_tables import payments
from worked_practice import CHARGED, DAY, POSTED, posted, work

from medoffice_xl.areas.receivables.days_in_ar import ar_total
from medoffice_xl.areas.worklists.ar_worklist import ar_worklist
from medoffice_xl.areas.worklists.tables import WORKLIST
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.tables import TABLES, empty_frame
from medoffice_xl.tables.appeals import APPEALS


def rows(found):
    return {row[1]: row for row in found.body if row[0] != "Total"}


def test_every_open_claim_once_and_all_of_them_are_ar():
    found = ar_worklist(work(), DAY, "all")
    assert {name: (row[0], row[3]) for name, row in rows(found).items()} == {
        "denied": ("To work", "Denied"), "short": ("To work", "Underpaid"), "silent": ("To work", "No answer"),
        "patient": ("To work", "Patient balance"), "fresh": ("Not yet due", "No answer"),
        "credit": ("Refund", "Credit"), "late": ("Lost", "No answer"),
    }  # fmt: skip
    unapplied = 500
    assert found.body[-1][4] - unapplied == ar_total(CHARGED, POSTED, DAY).value
    assert sum(found.rows.collect()["balance"].to_list()) == found.body[-1][4]


def test_no_claim_waits_for_an_answer():
    """Of the one claim that is left, 20.00 are the patient's."""
    own = CHARGED[CHARGED["claim_id"] == "patient"].reset_index(drop=True)
    paid = POSTED[POSTED["claim_id"] == "patient"].reset_index(drop=True)
    found = rows(ar_worklist(work(charges=own, payments=paid), DAY))
    assert {name: row[3:5] for name, row in found.items()} == {"patient": ("Patient balance", 2_000)}


def test_what_each_is_worth_and_when_it_lapses():
    found = rows(ar_worklist(work(), DAY))
    # denied: the contract's 60.00 × 45% usual in 30 minutes; appeal 90 days from 05/10: 08/08, a Saturday
    assert found["denied"][5:10] == (2_700, 30.0, 90, date(2026, 8, 8), date(2026, 8, 5))
    # short by 20.00 × 70%; silent: 60.00 × 90%, to be filed within 180 days of 03/01: 08/28; patient: 20.00 × 50%
    assert (found["short"][5], found["silent"][5], found["patient"][5]) == (1_400, 5_400, 1_000)
    assert found["silent"][8] == date(2026, 8, 28)
    assert list(found) == ["silent", "patient", "denied", "short"]  # 5.40, 1.67, 0.90, 0.70 a minute
    assert found["denied"][10] == "Authorization (CO-197); $27.00 likely of $60.00 (45%); lapses 08/08/2026."


def test_what_people_said_of_a_claim():
    notes = table(
        WORKLIST,
        {"claim_id": "silent", "status": "pended", "follow_up": pd.Timestamp("2026-07-02"), "owner": "Ann"},
        {"claim_id": "short", "status": "done"},
        {"claim_id": "denied", "status": "open", "owner": "Bob"},
    )
    found = rows(ar_worklist(work(worklist=notes), DAY, "all"))
    assert (found["silent"][0], found["short"][0], found["denied"][12]) == ("Not yet due", "Done", "Bob")
    assert list(rows(ar_worklist(work(worklist=notes), DAY, owner="ann"))) == ["patient"]
    assert list(rows(ar_worklist(work(worklist=notes), DAY, owner="bob"))) == ["patient", "denied"]


def appeal(claim, status, day, about="denial"):
    return {"payer": "Acme Health", "claim_id": claim, "about": about, "status": status, "status_date": day}


def test_what_was_appealed_lapses_no_more_and_what_was_given_up_brings_nothing():
    def listed(*steps):
        return rows(ar_worklist(work(appeals=table(APPEALS, *steps)), DAY, "all"))

    sent = listed(appeal("denied", "sent", "2026-05-20"), appeal("short", "rejected", "2026-06-01", "underpayment"))
    assert sent["denied"][8] is None
    assert sent["denied"][10].startswith("Authorization (CO-197); appeal sent 05/20/2026; ")
    assert (sent["short"][0], sent["short"][5]) == ("Write-off review", 0)
    # a step before the denial of 05/10, and one that is of the other matter, change nothing
    other = listed(appeal("denied", "sent", "2026-05-09"), appeal("short", "rejected", "2026-06-01"))
    assert (other["denied"][8], other["short"][0]) == (date(2026, 8, 8), "To work")


def test_what_fits_into_the_day():
    assert list(rows(ar_worklist(work(), DAY, minutes=46))) == ["silent", "patient", "denied"]
    assert list(rows(ar_worklist(work(), DAY, minutes=45))) == ["silent", "patient", "short"]


def test_as_of_a_day_nothing_later_counts():
    found = rows(ar_worklist(work(), date(2026, 5, 9), "all"))
    assert {found[name][3] for name in ("denied", "short", "patient", "silent")} == {"No answer"}
    assert "fresh" not in found


def test_a_claim_that_was_answered_leaves_the_list_by_itself():
    paid = pd.concat([POSTED, payments(posted("silent", 40, "contractual adjustment", "2026-07-01"))])
    assert "silent" not in rows(ar_worklist(work(payments=paid), date(2026, 7, 1), "all"))


def test_what_the_list_knows_nothing_of_is_named():
    others = ("appeals", "patient_statements", "payment_plans", "placements")
    known = {name: empty_frame(TABLES[name]) for name in others}
    assert ar_worklist(work(**known, worklist=empty_frame(WORKLIST)), DAY).notes == []
    del known["appeals"]
    (note,) = ar_worklist(work(**known, worklist=empty_frame(WORKLIST)), DAY).notes
    assert note == "Not among these tables, so the list knows nothing of it: Appeals. The set Work holds them."


def test_what_is_refused():
    with pytest.raises(BadArgument, match="no lane; choose Due now"):
        ar_worklist(work(), DAY, "today")
    with pytest.raises(NoData, match="Nothing is to be worked"):
        ar_worklist(work(), DAY, "done")


def test_the_cell_function_asks_what_a_handle_holds():
    given = held({name: work()[name] for name in ("charges", "payments", "remits", "contracts", "fee_schedules",
                                                  "payers")}, "Work")  # fmt: skip
    rows = CATALOGUE["AR_WORKLIST"].call(given, DAY, "all")
    assert rows[0][0] == "Lane"
    assert rows[-1][4] == 410.00  # 100 denied, 20 short, 3 × 100 not answered, 20 the patient's, less 30 in credit
