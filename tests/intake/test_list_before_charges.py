"""A list of payments that names no payers may come before its claims' charges and remittances or after them."""

from itertools import permutations

import pandas as pd
import pytest
from remit_rows import TODAY, charge, charges, payments, remit, remits, rows

from medoffice_xl.intake import Settings, take_in
from medoffice_xl.problems import Severity
from medoffice_xl.readers.pm_export.payers import NOT_NAMED, SELF_PAY
from medoffice_xl.readers.reading import Reading
from medoffice_xl.tables import PAYMENTS, PROVIDER_ADJUSTMENTS, REMITTANCES, empty_frame

CHARGES = Reading(
    "charges.csv",
    "charges",
    {"charges": charges(charge("C1", "1", "G0438", 20000), charge("C2", "1", "G2211", 5000) | {"payer": SELF_PAY})},
)
"""An insurer's claim and one of a patient who pays himself."""


def entry(claim, kind, cents, payer=NOT_NAMED):
    day = pd.Timestamp(2026, 4, 1)
    return {"claim_id": claim, "kind": kind, "amount": cents, "payer": payer, "source": "PM", "post_date": day}


LIST = Reading(
    "list.csv",
    "charges",
    {
        "charges": charges(),
        "payments": payments(
            entry("C1", "insurance payment", 9600),
            entry("C1", "contractual adjustment", 8000),
            entry("C1", "patient payment", 2400, "Patient"),
            entry("C2", "insurance payment", 3000),
            entry("C2", "contractual adjustment", 500),
            entry("C9", "insurance payment", 700),
        ),
    },
)


def era():
    answers = remits(remit("C1", "G0438", 20000, 9600, "CO-45:80.00; PR-2:24.00"))
    checks = answers.drop_duplicates(["remittance"])[["remittance", "trace", "payer_id", "payer", "paid_date"]]
    tables = {
        "remits": answers,
        "remittances": rows(REMITTANCES, *checks.to_dict("records")),
        "provider_adjustments": empty_frame(PROVIDER_ADJUSTMENTS),
    }
    return Reading("a.835", "835", tables)


def after(readings, settings):
    book, told = {}, []
    for reading in readings:
        intake = take_in(reading, book, content_hash=reading.file, today=TODAY, settings=settings)
        book |= intake.frames
        told += intake.problems
    return book, told


def posted(book):
    frame = book["payments"]
    return sorted(zip(frame["claim_id"], frame["kind"], frame["payer"], frame["amount"], frame["source"], strict=True))


OF_THE_LIST = [
    ("C1", "patient payment", "Patient", 2400, "PM"),
    ("C2", "other adjustment", SELF_PAY, 500, "PM"),
    ("C2", "patient payment", "Patient", 3000, "PM"),
    ("C9", "insurance payment", NOT_NAMED, 700, "PM"),
]


@pytest.mark.parametrize(
    "order", [*permutations((LIST, CHARGES, era()))], ids=lambda order: ", ".join(r.file for r in order)
)
def test_in_any_order_an_insurers_money_is_its_remittances(order):
    book, _ = after(order, Settings())
    payer = era().tables["remits"]["payer"].iloc[0]
    of_the_remittance = [
        ("C1", "contractual adjustment", payer, 8000, "835"),
        ("C1", "insurance payment", payer, 9600, "835"),
    ]
    assert posted(book) == sorted([*OF_THE_LIST, *of_the_remittance])


@pytest.mark.parametrize(
    "order", [(LIST, CHARGES), (CHARGES, LIST)], ids=lambda order: ", ".join(r.file for r in order)
)
def test_in_any_order_it_is_the_claims_payers(order):
    book, _ = after(order, Settings(payments_from="PM"))
    payer = CHARGES.tables["charges"]["payer"].iloc[0]
    of_the_payer = [("C1", "contractual adjustment", payer, 8000, "PM"), ("C1", "insurance payment", payer, 9600, "PM")]
    assert posted(book) == sorted([*OF_THE_LIST, *of_the_payer])


def test_what_waits_for_its_charges_is_told_with_its_sum():
    """96.00 + 80.00 of C1, 30.00 + 5.00 of C2 and 7.00 of C9, whose charges never come."""
    book, told = after([LIST], Settings())
    assert len(book["payments"]) == len(LIST.tables["payments"])
    (waits,) = [problem for problem in told if NOT_NAMED in problem.problem]
    assert waits.severity == Severity.DATA
    assert waits.problem.startswith("5 payments and adjustments ($218.00) name no payer")
    _, told = after([CHARGES, LIST], Settings())
    (waits,) = [problem for problem in told if NOT_NAMED in problem.problem]
    assert waits.problem.startswith("1 payments and adjustments ($7.00) name no payer")


def test_the_same_money_beside_its_charges_is_told_after_a_list_that_waited():
    """The export brings the patient's 24.00 at its line; the list brought them at the claim alone."""
    lined = payments({**entry("C1", "patient payment", 2400, "Patient"), "line_id": "C1-1"})
    lined["line_id"] = CHARGES.tables["charges"]["line_id"].iloc[0]
    export = Reading("charges.csv", "charges", CHARGES.tables | {"payments": lined})
    _, told = after([LIST, export], Settings())
    assert any("counts twice" in problem.problem for problem in told)


def test_a_users_own_columns_stay_beside_what_waits():
    book, _ = after([LIST], Settings())
    book["payments"] = book["payments"].assign(mine=["a", "b", "c", "d", "e", "f"])
    intake = take_in(CHARGES, book, content_hash="c", today=TODAY)
    kept = intake.frames["payments"].set_index(["claim_id", "kind"])["mine"]
    assert kept[("C9", "insurance payment")] == "f"
    assert kept[("C1", "patient payment")] == "c"
    assert list(intake.frames["payments"].columns)[: len(PAYMENTS.names)] == PAYMENTS.names


@pytest.mark.parametrize("source", ["PM", "835"])
def test_an_export_that_names_no_payers_says_its_own_money_anew(source):
    """Three exports, each with the same bad debt of 5.00 at the same line: it stands once."""
    billed = charges(charge("C1", "1", "G0438", 20000) | {"payer": NOT_NAMED})
    owed = payments(entry("C1", "bad debt", 500) | {"line_id": billed["line_id"].iloc[0]})
    exports = [Reading(f"{n}.csv", "charges", {"charges": billed, "payments": owed}) for n in range(3)]
    book, _ = after(exports, Settings(payments_from=source))
    assert book["payments"]["amount"].tolist() == [500]
