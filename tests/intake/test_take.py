"""The intake end to end, on frames: twice, corrected, in any order, to the cent."""

from dataclasses import replace

import pandas as pd
import pytest
from remit_rows import TODAY, charge, charges, payers, payments, remit, remits, rows

from medoffice_xl.intake import Settings, take_in, take_in_all
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.reading import Reading
from medoffice_xl.tables import PROVIDER_ADJUSTMENTS, REMITTANCES, empty_frame

pytestmark = pytest.mark.whole


def export(*given, posted=None, file="charges.csv"):
    tables = {"charges": charges(*given)}
    return Reading(file, "charges", tables if posted is None else tables | {"payments": posted})


def remittance(*given, file="a.835"):
    answers = remits(*given)
    checks = answers.drop_duplicates(["remittance"])[["remittance", "trace", "payer_id", "payer", "paid_date"]]
    tables = {
        "remits": answers,
        "remittances": rows(REMITTANCES, *checks.to_dict("records")),
        "provider_adjustments": empty_frame(PROVIDER_ADJUSTMENTS),
    }
    return Reading(file, "835", tables)


def book_after(*readings, book=None, settings=None):
    """The tables after readings, each with a content of its own, and the last intake."""
    book = dict(book or {})
    for number, reading in enumerate(readings):
        intake = take_in(
            reading, book, content_hash=f"{reading.file}-{number}-{len(book)}", today=TODAY, settings=settings
        )
        book |= intake.frames
    return book, intake


BILLED = (charge("C1", "1", "G0438", 20000), charge("C1", "2", "G2211", 5000))
ANSWERED = (
    remit("C1", "G0438", 20000, 9600, "CO-45:80.00; PR-2:24.00"),
    remit("C1", "G2211", 5000, 0, "CO-50:50.00", line_no=2),
)


def total(book):
    return int(book["payments"]["amount"].sum()) if len(book["payments"]) else 0


def sorted_payments(book):
    return book["payments"].sort_values(["claim_id", "line_id", "kind", "trace"], ignore_index=True)


def test_the_same_content_twice_changes_nothing():
    first = take_in(export(*BILLED), {}, content_hash="h", today=TODAY)
    second = take_in(export(*BILLED, file="copy of charges.csv"), first.frames, content_hash="h", today=TODAY)
    assert second.frames == {}
    assert [p.problem for p in second.problems] == [
        "This content was taken in on 2026-07-01 as charges.csv; nothing was changed."
    ]


def test_the_log_of_imports():
    book, _ = book_after(export(*BILLED))
    row = book["imports"].iloc[0]
    assert (row["file"], row["kind"], row["added"], row["changed"], row["unchanged"]) == (
        "charges.csv",
        "charges",
        2,
        0,
        0,
    )


def test_a_corrected_file_says_what_changed():
    corrected = export(BILLED[0] | {"charge": 21000}, BILLED[1])
    book, intake = book_after(export(*BILLED), corrected)
    assert intake.changes.values.tolist() == [["charges", "C1 1", "Charge", "$200.00", "$210.00"]]
    assert [p.problem for p in intake.problems if "changed" in p.problem] == [
        "Charges changed: Charge: $200.00 → $210.00."
    ]
    assert intake.counts["charges"].changed == 1
    assert book["imports"]["changed"].tolist() == [0, 1]


def test_remits_become_payments_and_a_denial_stays_open():
    book, intake = book_after(export(*BILLED), remittance(*ANSWERED))
    assert total(book) == 9600 + 8000
    told = [p.problem for p in intake.problems]
    assert "1 adjustments CO-50 ($50.00) were not written off; the balance stays open." in told


def test_the_order_of_files_makes_no_difference():
    book, _ = book_after(export(*BILLED), remittance(*ANSWERED))
    other, _ = book_after(remittance(*ANSWERED), export(*BILLED))
    pd.testing.assert_frame_equal(sorted_payments(book), sorted_payments(other))
    assert set(other["payments"]["line_id"]) == {"1"}


def test_a_corrected_remittance_replaces_the_former_one_whole():
    corrected = remittance(remit("C1", "G0438", 20000, 10000, "CO-45:76.00; PR-2:24.00"))
    book, intake = book_after(export(*BILLED), remittance(*ANSWERED), corrected)
    assert total(book) == 10000 + 7600
    assert len(book["remits"]) == 1
    assert len(book["remittances"]) == 1
    assert intake.counts["remits"].removed == 1


def test_another_check_leaves_the_first_one_alone():
    second = remittance(remit("C1", "G2211", 5000, 3000, "CO-45:20.00", trace="T2"), file="b.835")
    book, _ = book_after(export(*BILLED), remittance(*ANSWERED), second)
    assert total(book) == 9600 + 8000 + 3000 + 2000
    assert len(book["remits"]) == 3


POSTED = payments(
    {
        "claim_id": "C1",
        "line_id": "1",
        "kind": "insurance payment",
        "amount": 9600,
        "source": "PM",
        "payer": "Blue Harbor",
    },
    {"claim_id": "C1", "line_id": "1", "kind": "contractual adjustment", "amount": 8000, "source": "PM"},
    {"claim_id": "C1", "line_id": "1", "kind": "patient payment", "amount": 2400, "source": "PM", "payer": "Patient"},
)


def test_the_same_money_from_two_files_counts_once():
    # 96 + 80 from the payer, 24 from the patient, whichever file it is taken from
    for choice in ("835", "PM"):
        for files in ((export(*BILLED, posted=POSTED), remittance(*ANSWERED)),
                      (remittance(*ANSWERED), export(*BILLED, posted=POSTED))):  # fmt: skip
            book, _ = book_after(*files, settings=Settings(payments_from=choice))
            assert total(book) == 9600 + 8000 + 2400
            sources = book["payments"].groupby("source")["amount"].sum().to_dict()
            assert sources == ({"835": 17600, "PM": 2400} if choice == "835" else {"PM": 20000})


def test_insurance_money_without_a_remittance_is_said():
    _, intake = book_after(export(*BILLED, posted=POSTED))
    assert [(p.severity, p.problem) for p in intake.problems if "remittance" in p.problem] == [
        (Severity.NOTE, "2 insurance payments and contractual adjustments ($176.00) of the practice-management system "
                        "were not posted: they come from the remittances."),
        (Severity.MONEY, "1 claims were paid $96.00 by insurance according to the practice-management system, "
                         "but no remittance of them is here; they count as unpaid."),
    ]  # fmt: skip


def test_a_later_export_replaces_what_the_earlier_one_posted():
    later = POSTED.assign(post_date=pd.Timestamp(2026, 4, 9)).iloc[[2]].assign(amount=3000)
    book, _ = book_after(export(*BILLED, posted=POSTED), export(*BILLED, posted=later))
    assert book["payments"]["amount"].tolist() == [3000]


def test_the_users_own_entries_stay():
    own = payments({"claim_id": "C1", "kind": "other adjustment", "amount": 100, "source": "entered"})
    book, _ = book_after(
        export(*BILLED, posted=POSTED), remittance(*ANSWERED), remittance(*ANSWERED, file="again.835"),
        book={"payments": own},
    )  # fmt: skip
    assert book["payments"]["source"].tolist().count("entered") == 1
    assert total(book) == 100 + 2400 + 17600


def test_payers_go_by_their_own_names_everywhere():
    book, _ = book_after(
        export(*(row | {"payer": "BHP"} for row in BILLED)), remittance(*(row | {"payer": "BHP"} for row in ANSWERED)),
        book={"payers": payers(Blue_Harbor="BHP")},
    )  # fmt: skip
    for table in ("charges", "remits", "remittances", "payments"):
        assert set(book[table]["payer"]) == {"Blue Harbor"}


def test_problems_of_a_corrected_file_replace_the_old_ones():
    wrong = replace(export(*BILLED), problems=[Problem(Severity.DATA, "Wrong.", "Mend.", "charges.csv", 3)])
    other = replace(
        export(*BILLED, file="b.csv"), problems=[Problem(Severity.DATA, "Odd.", "Look.", "b.csv", 9, "Charge", "x")]
    )
    book, _ = book_after(wrong, other, export(*BILLED))
    data = book["problems"][book["problems"]["severity"] == "data"]
    assert data[["problem", "file", "line"]].values.tolist() == [["Odd.", "b.csv", 9]]
    assert book["problems"]["found"].dt.date.unique().tolist() == [TODAY]


def test_a_fee_schedule_is_merged_by_its_key():
    from remit_rows import rows as frame_of

    from medoffice_xl.tables import FEE_SCHEDULES

    rate = {"payer": "Blue Harbor", "code": "G0438", "rate": 100_000_000_000, "effective": pd.Timestamp(2026, 1, 1)}
    first = Reading("fees.csv", "fee schedule", {"fee_schedules": frame_of(FEE_SCHEDULES, rate)})
    second = replace(first, tables={"fee_schedules": frame_of(FEE_SCHEDULES, rate | {"rate": 110_054_000_000})})
    book, intake = book_after(first, second)
    assert book["fee_schedules"]["rate"].tolist() == [110_054_000_000]
    assert intake.changes[["old", "new"]].values.tolist() == [["$100.00", "$110.054"]]


def test_several_files_at_once_are_the_same_as_one_after_the_other():
    files = [
        export(*BILLED, posted=POSTED),
        remittance(*ANSWERED),
        remittance(remit("C1", "G2211", 5000, 3000, "CO-45:20.00", trace="T2"), file="b.835"),
        remittance(*ANSWERED, file="same content.835"),
        remittance(remit("C1", "G0438", 20000, 10000, "CO-45:76.00; PR-2:24.00"), file="corrected.835"),
    ]
    batch = list(zip(files, ["h0", "h1", "h2", "h1", "h3"], strict=True))
    at_once = take_in_all(batch, {}, today=TODAY)
    book = {}
    for reading, digest in batch:
        book |= take_in(reading, book, content_hash=digest, today=TODAY).frames
    assert set(at_once.frames) == set(book)
    for name in set(book) - {"problems", "payments"}:
        pd.testing.assert_frame_equal(at_once.frames[name], book[name])
    pd.testing.assert_frame_equal(sorted_payments(at_once.frames), sorted_payments(book))
    assert sorted(at_once.frames["problems"]["problem"]) == sorted(book["problems"]["problem"])
    assert at_once.frames["imports"]["file"].tolist() == ["charges.csv", "a.835", "b.835", "corrected.835"]
    # C1: 24.00 from the patient; line 1 100.00 + 76.00; line 2 30.00 + 20.00
    assert total(at_once.frames) == 2400 + 17600 + 5000


OF_A_LIST = payments(
    {"claim_id": "C1", "line_id": "", "kind": "patient payment", "amount": 2400, "source": "PM", "payer": "Patient"},
)
AT_THE_LINE = payments(
    {"claim_id": "C1", "line_id": "1", "kind": "patient payment", "amount": 2400, "source": "PM", "payer": "Patient"},
)


def twice_told(intake):
    return [each.problem for each in intake.problems if "it counts twice" in each.problem]


def test_a_list_of_postings_counts_once_and_stands_at_its_claim():
    listed = export(posted=OF_A_LIST, file="postings.csv")
    book, intake = book_after(export(*BILLED), listed, listed)
    assert book["payments"][["claim_id", "line_id", "amount"]].values.tolist() == [["C1", "", 2400]]
    assert len(book["charges"]) == 2
    assert twice_told(intake) == []


@pytest.mark.parametrize("list_first", [True, False])
def test_the_same_money_by_a_list_and_beside_its_charge_is_told(list_first):
    """$24.00 at the claim and $24.00 at its line: whether they are the same, the user knows."""
    files = [export(posted=OF_A_LIST, file="postings.csv"), export(*BILLED, posted=AT_THE_LINE)]
    _, intake = book_after(*(files if list_first else reversed(files)))
    (told,) = twice_told(intake)
    assert told.startswith("1 claims have payments and adjustments by this file ($24.00) and by another one ($24.00)")


def test_entries_that_name_no_payer_are_their_claims():
    unnamed = payments(
        {"claim_id": "C1", "kind": "other adjustment", "amount": 100, "source": "PM", "payer": "Payer not named"},
        {"claim_id": "C9", "kind": "other adjustment", "amount": 200, "source": "PM", "payer": "Payer not named"},
    )
    book, _ = book_after(export(*BILLED), export(posted=unnamed, file="postings.csv"))
    known = book["charges"]["payer"].iloc[0]
    assert book["payments"][["claim_id", "payer"]].values.tolist() == [["C1", known], ["C9", "Payer not named"]]


@pytest.mark.parametrize("settings", [Settings(), Settings(payments_from="PM")])
def test_money_of_a_list_on_a_self_pay_claim_is_the_patients(settings):
    """50.00 came in, 10.00 of it went back, 15.00 were written off: 200.00 - 50.00 + 10.00 - 15.00 = 145.00 are owed.

    No remittance can bring that money, so the setting asks nothing of it; what an insurer's claim C2 was paid it does.
    """
    of_c1 = {"claim_id": "C1", "source": "PM", "payer": "Payer not named"}
    listed = payments(
        of_c1 | {"kind": "insurance payment", "amount": 5000},
        of_c1 | {"kind": "insurance payment", "amount": -1000},
        of_c1 | {"kind": "contractual adjustment", "amount": 1500},
        of_c1 | {"claim_id": "C2", "kind": "insurance payment", "amount": 7000},
    )
    billed = export(charge("C1", "1", "G0438", 20000, payer="Self-pay"), charge("C2", "1", "G0438", 20000))
    book, intake = book_after(billed, export(posted=listed, file="postings.csv"), settings=settings)
    posted = book["payments"]
    own = posted[posted["claim_id"] == "C1"]
    assert sorted(own[["kind", "payer", "amount"]].values.tolist()) == [
        ["other adjustment", "Self-pay", 1500],
        ["patient payment", "Patient", 5000],
        ["refund", "Patient", -1000],
    ]
    insured = posted[posted["claim_id"] == "C2"][["kind", "payer", "amount"]].values.tolist()
    told = [each.problem for each in intake.problems if "count as unpaid" in each.problem]
    if settings.payments_from == "PM":
        assert (insured, told) == ([["insurance payment", "Blue Harbor", 7000]], [])
    else:
        assert insured == []
        assert [each.split(" by insurance")[0] for each in told] == ["1 claims were paid $70.00"]
