"""What an import does to Appeals, and to the contracts' rows of Problems."""

from datetime import date

import pandas as pd
from acme_practice import TODAY, tables
from contract_tables import contract, remit, remits, table

from medoffice_xl.intake.threshold_names import unknown_names
from medoffice_xl.intake.underpayments import follow_up
from medoffice_xl.tables import PROBLEMS, THRESHOLDS
from medoffice_xl.tables.appeals import APPEALS

LATER = date(2025, 8, 1)


def row_of(status: str, note: str = "") -> dict[str, str]:
    return {
        "payer": "Acme Health", "claim_id": "C1", "status": status, "status_date": "2025-06-30", "note": note,
    }  # fmt: skip


def test_an_underpaid_claim_goes_to_appeals() -> None:
    given = tables()
    found = follow_up(given, {"remits": given["remits"]}, TODAY)
    (appeal,) = found.frames["appeals"].to_dict("records")
    assert (appeal["payer"], appeal["claim_id"], appeal["status"]) == ("Acme Health", "C1", "detected")
    assert appeal["status_date"].date() == TODAY
    assert str(found) == "1 claim was found underpaid and put on the sheet Appeals."


def test_what_the_user_wrote_survives() -> None:
    kept = table(APPEALS, row_of("sent", "called Ann"))
    given = tables(appeals=kept)
    found = follow_up(given, {"remits": given["remits"]}, LATER)
    assert "appeals" not in found.frames
    assert str(found) == ""


def test_a_corrected_payment_closes_the_claim() -> None:
    first = remit(charge=150.0, paid=90.0, allowed=90.0)
    again = {"trace": "T2", "paid_date": "2025-07-20", "charge": 150.0}
    takes_back = remit(**again | {"claim_status": "22", "charge": -150.0, "paid": -90.0, "allowed": -90.0})
    corrects = remit(**again | {"claim_seq": 2, "paid": 100.0, "allowed": 100.0})
    given = tables(appeals=table(APPEALS, {**row_of("sent", "called Ann"), "level": 2}))
    found = follow_up(given, {"remits": remits([first, takes_back, corrects])}, LATER)
    sent, won = found.frames["appeals"].to_dict("records")
    assert (sent["status"], sent["note"], sent["status_date"].date()) == ("sent", "called Ann", date(2025, 6, 30))
    assert (won["status"], won["about"], won["level"], won["status_date"].date()) == (
        "recovered", "underpayment", 2, LATER,
    )  # fmt: skip
    assert str(found) == "1 claim of the sheet Appeals recovered."


def test_an_import_that_prices_nothing_checks_nothing() -> None:
    given = tables()
    assert follow_up(given, {"costs": given["payments"]}, TODAY).frames == {}
    assert follow_up({}, {}, TODAY).frames == {}


def flawed() -> dict[str, object]:
    """A contract without a first day is of no use."""
    terms = {"payer": "Acme Health", "method": "fee schedule", "effective": None}
    return tables(contracts=contract(**terms))


def test_a_flaw_of_a_contract_goes_to_problems_once() -> None:
    given = flawed()
    found = follow_up(given, {"remits": given["remits"]}, TODAY)
    (problem,) = found.problems
    assert problem.file == "Contracts"
    listed = found.frames["problems"]
    assert list(listed["problem"]) == [problem.problem]
    again = follow_up({**given, **found.frames}, {"remits": given["remits"]}, LATER)
    assert again.problems == ()
    assert "problems" not in again.frames


def test_a_flaw_that_was_mended_leaves_the_list() -> None:
    broken = flawed()
    listed = follow_up(broken, {"remits": broken["remits"]}, TODAY).frames["problems"]
    other = table(PROBLEMS, {"severity": "note", "problem": "x", "advice": "y", "file": "june.csv"})
    given = tables(problems=pd.concat([other, listed], ignore_index=True))
    left = follow_up(given, {"remits": given["remits"]}, LATER).frames["problems"]
    assert list(left["file"]) == ["june.csv"]


def test_a_threshold_that_nobody_looks_for_is_told() -> None:
    names = ("Marked slow", " marked  SLOW", "Markt slow", "Zebra", "")
    rows = table(THRESHOLDS, *({"name": name, "value": 2, "unit": "times", "since": "2026-01-01"} for name in names))
    told = [(one.line, one.value, one.advice) for one in unknown_names(rows)]
    assert told == [
        (4, "Markt slow", "If it is “Marked slow”, write it so."),
        (5, "Zebra", "Give it the name of another row, or delete it."),
    ]
    given = tables(thresholds=rows)
    found = follow_up(given, {"remits": given["remits"]}, TODAY)
    assert [(one.file, one.line) for one in found.problems] == [("Thresholds", 4), ("Thresholds", 5)]


def test_the_steps_of_a_denial_are_not_those_of_an_underpayment() -> None:
    kept = table(APPEALS, {**row_of("sent", "records"), "about": "denial"})
    given = tables(appeals=kept)
    found = follow_up(given, {"remits": given["remits"]}, TODAY)
    assert found.frames["appeals"][["about", "status"]].values.tolist() == [
        ["denial", "sent"], ["underpayment", "detected"],
    ]  # fmt: skip
    assert (found.found, found.recovered) == (1, 0)
