"""One list of reason codes, read alike by denial rate, denial list, voucher check and the posting of remittances."""

from datetime import date

import pandas as pd
import pytest
from contract_tables import REASONS, book, contract, rate, rates
from practice_tables import charges, payments, remits

from medoffice_xl.areas.denials.denial_rate import denial_rate, denied_lines
from medoffice_xl.claims.adjustments import read_adjustments
from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.line_class import LineClass
from medoffice_xl.errors import NoData
from medoffice_xl.intake.postings import post
from medoffice_xl.published import published
from medoffice_xl.tables import REASON_CODES

JUNE_30 = date(2026, 6, 30)
PAID = {"claim_id": "paid", "paid_date": "2026-06-10", "charge": 100, "paid": 60, "adjustments": "CO-45:40.00"}
LISTED = published(REASON_CODES)
CARC = LISTED[LISTED["list"] == "CARC"]

# By what X12 says of each code (external code list 139): who bears it, and whether the payer refused.
MEANT = {
    "100": "patient",  # payment made to patient/insured
    "187": "patient",  # consumer spending account payments
    "209": "note",  # not collectable from the patient; may be billed to a subsequent payer (group OA)
    "234": "bundled",  # not paid separately
    "246": "note",  # for required reporting only
    "B10": "bundled",  # allowed amount reduced because a component was paid
    "B11": "note",  # transferred to the proper payer
    "B13": "duplicate",  # previously paid
    "B15": "denial",  # requires a qualifying service that was not received
    "B20": "denial",  # furnished by another provider
}


def refusal(code: str) -> dict:
    return {"claim_id": "x", "paid_date": "2026-06-10", "dos": "2026-06-01", "code": "X1001", "charge": 100,
            "adjustments": f"CO-{code}:100.00"}  # fmt: skip


# Reasons that set the price or say who owes it, and those that are no refusal of the service
NO_DENIALS = (
    *("1", "2", "3", "23", "24", "44", "45", "66", "85", "104", "131", "144", "237", "253"),
    *("18", "59", "97", "231", "236"),
)


@pytest.mark.parametrize("code", NO_DENIALS)
def test_price_patient_law_and_bundling_are_no_denials(code):
    assert REASONS.taken_as(code) != "denial"
    assert denial_rate(remits(PAID, refusal(code)), REASONS, JUNE_30, answer="final").value == 0


@pytest.mark.parametrize(("code", "taken"), MEANT.items())
def test_codes_that_lists_kept_by_hand_disagreed_on(code, taken):
    assert REASONS.taken_as(code) == taken


def every_code() -> pd.DataFrame:
    """One refusal of each code, of a claim of its own."""
    return remits(*({**refusal(code), "claim_id": f"c{code}", "payer_claim_no": f"p{code}"} for code in CARC["code"]))


def test_every_room_takes_a_code_alike():
    """The same codes are denials in the denial list and in the check, and no other."""
    lines = every_code()
    denials = {f"c{code}" for code in CARC["code"][CARC["taken_as"] == "denial"]}
    assert set(denied_lines(lines, REASONS, JUNE_30)["claim_id"]) == denials
    agreed = book(contract(effective="2026-01-01"), rates(rate("X1001", 100.0, effective="2026-01-01")))
    checked = check(lines, agreed).line_class == LineClass.DENIED
    assert set(lines["claim_id"][checked]) == denials
    # A refusal as a duplicate is no answer, so its claim is not counted
    counted = len(CARC) - int((CARC["taken_as"] == "duplicate").sum())
    assert denial_rate(lines, REASONS, JUNE_30).value == pytest.approx(len(denials) / counted)


def test_what_is_posted_of_each_code():
    """Nothing was allowed: what was bundled stays owed, and only contract, capitation and law are written off."""
    billed = charges(*({"claim_id": f"c{code}", "dos": "2026-06-01", "charge": 100} for code in CARC["code"]))
    posted = post(every_code(), billed, payments(), REASONS).payments
    written = CARC["code"][CARC["taken_as"].isin(["contractual", "capitation", "sequestration"])]
    assert posted.groupby("claim_id")["amount"].sum().to_dict() == {f"c{code}": 10_000 for code in written}


def edited(code: str, taken: str) -> ReasonCodes:
    return ReasonCodes.of(LISTED.assign(taken_as=LISTED["taken_as"].mask(LISTED["code"] == code, taken)))


def test_what_the_user_writes_on_the_sheet_counts_everywhere():
    lines = remits(PAID, refusal("96"))
    mine = edited("96", "contractual")
    assert denial_rate(lines, mine, JUNE_30).value == 0
    assert denied_lines(lines, mine, JUNE_30).empty
    of = book(contract(), None, reason_codes=LISTED.assign(taken_as="contractual"))
    assert check(lines, of).line_class[1] != LineClass.DENIED
    billed = charges({"claim_id": "x", "dos": "2026-06-01", "charge": 100})
    assert int(post(lines[1:], billed, payments(), mine).payments["amount"].sum()) == 10_000


def test_bundled_is_written_off_where_something_was_allowed():
    line = {**refusal("97"), "charge": 100, "paid": 30, "adjustments": "CO-97:70.00"}
    billed = charges({"claim_id": "x", "dos": "2026-06-01", "charge": 100})
    made = post(remits(line), billed, payments(), REASONS).payments
    assert dict(zip(made["kind"], made["amount"], strict=True)) == {
        "insurance payment": 3_000, "contractual adjustment": 7_000
    }  # fmt: skip


def test_a_code_that_is_not_on_the_list_denies():
    assert REASONS.taken_as("9999") == "denial"
    assert denial_rate(remits(PAID, refusal("9999")), REASONS, JUNE_30).value == 0.5


@pytest.mark.parametrize(
    ("adjustments", "denied"),
    [
        ("CO-97:20.00; CO-16:80.00", True),  # the weightiest reason counts
        ("CO-18:20.00; CO-16:80.00", True),
        ("CO-24:20.00; CO-16:80.00", True),
        ("CO-45:100.00; CO-16:0.00", False),  # an adjustment of nothing says nothing
        ("CO-45:100.00; CO-16:-0.01", True),
    ],
)
def test_several_reasons(adjustments, denied):
    lines = remits(PAID, {**refusal("16"), "adjustments": adjustments})
    assert denial_rate(lines, REASONS, JUNE_30).value == (0.5 if denied else 0)


def test_an_empty_list_is_the_one_that_comes_with_the_package():
    assert ReasonCodes.of(LISTED[:0]) == ReasonCodes.of(None) == ReasonCodes.of(LISTED)
    assert hash(ReasonCodes.of(None)) == hash(ReasonCodes.of(LISTED))
    assert edited("96", "note") != ReasonCodes.of(None)


def test_codes_as_people_type_them():
    typed = LISTED[:1].assign(code=[" b7 "], taken_as=["bundled"])
    assert ReasonCodes.of(typed).taken_as("B7") == "bundled"


def test_adjustments_are_read_whole():
    assert [(one.reason, one.amount) for one in read_adjustments("CO-45:1,234.50;PR-1: 0.10; x; CO-B7:-3")] == [
        ("CO-45", 123_450), ("PR-1", 10), ("CO-B7", -300)
    ]  # fmt: skip
    assert read_adjustments("") == ()


def test_reason_classes_of_the_table_are_all_known():
    every = pd.DataFrame({"list": "CARC", "code": ["1"], "taken_as": ["patient"], "words": [""]})
    for taken in REASON_CODES["taken_as"].choices:
        lines = remits(refusal("1"))
        try:
            denial_rate(lines, ReasonCodes.of(every.assign(taken_as=taken)), JUNE_30)
        except NoData:
            assert taken == "duplicate"
