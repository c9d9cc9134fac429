"""Which remittance is which: nothing is lost, nothing counts twice, and what is replaced says its figures."""

import pytest
from remittance_cases import Books, books, case, changed

from medoffice_xl.intake.versions import numbers_nothing
from medoffice_xl.problems import Severity

pytestmark = pytest.mark.whole

FIRST = "takeback_paid"
"""Check EFT830 of 03/01/2026: $100.00 for claim 6001, the payer's T1."""


def both(one, two):
    """The books after two files, the one first or the other: they are the same."""
    found = []
    for order in ((one, two), (two, one)):
        each = Books()
        for path in order:
            each.bring(path)
        found.append(each)
    assert found[0].paid() == found[1].paid()
    assert len(found[0].tables["remits"]) == len(found[1].tables["remits"])
    return found[0]


def test_two_zero_payments_of_different_days_under_one_number():
    found = both(case("zero_trace_day_1"), case("zero_trace_day_2"))
    lines = found.tables["remits"].set_index("claim_id")
    assert lines.loc["1001", ["charge", "contractual"]].tolist() == [15000, 15000]
    assert lines.loc["1002", ["charge", "deductible"]].tolist() == [9000, 9000]
    assert len(found.tables["remittances"]) == 2


@pytest.mark.parametrize("files", [("no_trace_first", "no_trace_second"), ("empty_trace_first", "empty_trace_second")])
def test_two_payers_without_a_number(files):
    assert sum(both(*map(case, files)).paid().values()) == {"no": 18000, "empty": 4000}[files[0].partition("_")[0]]


ANOTHER_DAY = (("20260301~\nTRN", "20260302~\nTRN"),)


@pytest.mark.parametrize(
    ("number", "other"),
    [
        *((number, ANOTHER_DAY) for number in ("0", "000000000", "EO0000000000", "NONE", "999999999", "")),
        ("0", (("GREEN PLAN", "BLUE PLAN"),)),
        ("0", (("*1999999999~", "*1888888888~"),)),
        ("0", (("BPR*I*100*", "BPR*I*90*"), ("*150*100**", "*150*90**"), ("CO*45*50", "CO*45*60"))),
        ("0", (("CLP*6001*", "CLP*6009*"),)),
        ("0", (("*T1*", "*T9*"),)),
    ],
    ids=["0", "zeros", "EO", "NONE", "nines", "empty", "payer", "payer id", "amount", "claim", "payer's claim"],
)
def test_another_day_payer_amount_or_claim_under_a_number_that_numbers_nothing(tmp_path, number, other):
    plain = changed(tmp_path, FIRST, ("EFT830", number))
    found = both(plain, changed(tmp_path, FIRST, ("EFT830", number), *other, to="other.835"))
    assert sum(found.paid().values()) == (19000 if len(other) == 3 else 20000)
    assert len(found.tables["remittances"]) == 2


@pytest.mark.parametrize("number", ["EFT830", "0", ""])
def test_a_file_that_is_sent_again_counts_once(tmp_path, number):
    plain = changed(tmp_path, FIRST, ("EFT830", number))
    again = changed(tmp_path, FIRST, ("EFT830", number), ("*000000001", "*000000002"), to="again.835")
    found = both(plain, again)
    assert found.paid() == {"6001": 10000}
    assert len(found.tables["remittances"]) == 1
    assert "was there already; it counts once" in " ".join(found.words(Severity.NOTE))
    assert found.money() == []


def test_a_padded_number_is_the_same_number(tmp_path):
    found = books("padded_trace.csv", "padded_trace_first", "padded_trace_again")
    assert found.paid() == {"C1": 1000}
    assert found.balance() == 0  # 20.00 charged = 10.00 paid + 10.00 CO-45
    for number, padded in enumerate(("T1*", "  T1*", "\tT1\t*", "T1\u00a0*", "T1* ", "T1*\u200b")):
        again = ("TRN*1*T1  *1999999999", f"TRN*1*{padded}1999999999")
        found.bring(changed(tmp_path, "padded_trace_first", again, to=f"{number}.835"))
        assert found.paid() == {"C1": 1000}


@pytest.mark.parametrize("number", ["eft830", "000EFT830", "Eft830"])
def test_a_number_in_other_letters_or_with_zeros_before_it_is_the_same_number(tmp_path, number):
    """$100.00 were paid, once: a clearinghouse sent the payer's file on."""
    again = changed(tmp_path, FIRST, ("TRN*1*EFT830*", f"TRN*1*{number}*"))
    found = both(case(FIRST), again)
    assert sum(found.paid().values()) == 10000
    assert len(found.tables["remittances"]) == 1


@pytest.mark.parametrize("number", ["EFT830", "eft830", "000EFT830"])
@pytest.mark.parametrize("order", [1, -1])
def test_it_is_the_same_number_also_beside_other_new_files(tmp_path, number, order):
    """$100.00 were paid, once, and the other file's payment is of nothing."""
    again = changed(tmp_path, FIRST, ("TRN*1*EFT830*", f"TRN*1*{number}*"), ("*000000001", "*000000002"))
    found = books(FIRST)
    found.bring(*[again, case("zero_trace_day_1")][::order])
    assert found.paid() == {"6001": 10000}
    assert len(found.tables["remittances"]) == 2


def test_the_same_number_a_year_later_is_another_payment(tmp_path):
    later = changed(tmp_path, FIRST, ("20260301~", "20270301~"), ("*6001*", "*6031*"))
    assert both(case(FIRST), later).paid() == {"6001": 10000, "6031": 10000}


@pytest.mark.parametrize("number", ["eft830", "000EFT830"])
@pytest.mark.parametrize("together", [True, False])
def test_one_payment_whose_parts_write_its_number_otherwise(tmp_path, number, together):
    """$250.00 = $100.00 for claim 6001 + $150.00 for claim 6002: nothing is off."""
    one = changed(tmp_path, FIRST, ("BPR*I*100*", "BPR*I*250*"))
    two = changed(
        tmp_path, FIRST, ("BPR*I*100*", "BPR*I*250*"), ("CLP*6001*1*150*100**12*T1", "CLP*6002*1*200*150**12*T2"),
        ("SVC*HC:G0438*150*100", "SVC*HC:G0438*200*150"), ("TRN*1*EFT830*", f"TRN*1*{number}*"), to="two.835",
    )  # fmt: skip
    found = Books()
    for files in [(one, two)] if together else [(one,), (two,)]:
        found.bring(*files)
    assert found.paid() == {"6001": 10000, "6002": 15000}
    told = found.tables["problems"]["problem"]
    assert [each for each in told if "off by" in each] == []
    assert sum("add up to it" in each for each in told) == 1


def test_one_payment_spread_over_two_files(tmp_path):
    # EFT830 is $250.00 in both files: $100.00 for claim 6001 in the one, $150.00 for claim 6002 in the other
    one = changed(tmp_path, FIRST, ("BPR*I*100*", "BPR*I*250*"))
    two = changed(
        tmp_path, FIRST, ("BPR*I*100*", "BPR*I*250*"), ("CLP*6001*1*150*100**12*T1", "CLP*6002*1*200*150**12*T2"),
        ("SVC*HC:G0438*150*100", "SVC*HC:G0438*200*150"), to="two.835",
    )  # fmt: skip
    found = both(one, two)
    assert found.paid() == {"6001": 10000, "6002": 15000}
    told = found.tables["problems"]["problem"]
    assert told[told.str.startswith("The check or EFT EFT830")].tolist() == [
        "The check or EFT EFT830 is $250.00 and spread over 2 remittances (changed.835, two.835): their claims "
        "($250.00) less their provider adjustments ($0.00) add up to it."
    ]


@pytest.mark.parametrize("together", [True, False])
def test_what_a_spread_payment_is_off_by_is_told_once(tmp_path, together):
    # $300.00 - $100.00 - $150.00 = $50.00; a part that comes in later changes what is said of the first
    one = changed(tmp_path, FIRST, ("BPR*I*100*", "BPR*I*300*"))
    two = changed(
        tmp_path, FIRST, ("BPR*I*100*", "BPR*I*300*"), ("CLP*6001*1*150*100**12*T1", "CLP*6002*1*200*150**12*T2"),
        ("SVC*HC:G0438*150*100", "SVC*HC:G0438*200*150"), to="two.835",
    )  # fmt: skip
    other_payer = changed(
        tmp_path, FIRST, ("BPR*I*100*", "BPR*I*300*"), ("1999999999", "1888888888"), ("GREEN", "BLUE"), to="other.835"
    )
    found = Books()
    for files in [[one, two, other_payer]] if together else [[one], [other_payer], [two]]:
        found.bring(*files)
    listed = found.tables["problems"]
    told = listed[listed["problem"].str.startswith("The check or EFT EFT830")].sort_values("file")
    assert told["severity"].tolist() == ["money", "money"]
    assert told["file"].tolist() == ["other.835", "two.835"]
    assert [each.split("off by ")[1] for each in told["problem"]] == ["$200.00.", "$50.00."]
    assert found.paid() == {"6001": 20000, "6002": 15000}


def test_one_claim_spread_over_two_files_of_a_payment(tmp_path):
    # $100.00 of the claim stand in the one file, $150.00 in the other: alone neither is the EFT, together they are
    one = changed(tmp_path, FIRST, ("BPR*I*100*", "BPR*I*250*"))
    two = changed(
        tmp_path, FIRST, ("BPR*I*100*", "BPR*I*250*"), ("*1*150*100**12*T1", "*1*200*150**12*T1"),
        ("SVC*HC:G0438*150*100", "SVC*HC:G0439*200*150"), to="two.835",
    )  # fmt: skip
    assert both(one, two).paid() == {"6001": 25000}


def test_a_correction_replaces_and_says_its_figures(tmp_path):
    found = books(FIRST)
    right = (("BPR*I*100*", "BPR*I*110*"), ("*150*100**", "*150*110**"), ("CO*45*50", "CO*45*40"))
    found.bring(changed(tmp_path, FIRST, *right))
    assert found.paid() == {"6001": 11000}
    (told,) = found.money()
    assert "The check or EFT EFT830 of GREEN PLAN of 03/01/2026 was there already and was replaced" in told
    for figure in (
        "Amount $100.00 → $110.00",
        "Claims paid $100.00 → $110.00",
        "claim 6001 G0438: Paid $100.00 → $110.00",
        "Contractual $50.00 → $40.00",
        "Adjustments CO-45:50.00 → CO-45:40.00",
    ):
        assert figure in told


def test_a_correction_of_a_reason_alone_says_so(tmp_path):
    found = books("zero_trace_day_1")
    found.bring(changed(tmp_path, "zero_trace_day_1", ("CO*50*150", "CO*29*150")))
    assert found.tables["remits"]["adjustments"].tolist() == ["CO-29:150.00"]
    assert "Adjustments CO-50:150.00 → CO-29:150.00" in found.money()[0]


def test_a_fact_that_changes_is_told_as_one(tmp_path):
    found = books("padded_trace_first", "padded_trace_again")
    assert found.money() == []
    assert "Payee PRACTICE → PRACTICE LLC" in " ".join(found.words(Severity.DATA))


TWO = (
    ("SE*17*", "CLP*6008*1*70*20**12*T8*11*1~\nSVC*HC:G0439*70*20**1~\nDTM*472*20260210~\nCAS*CO*45*50~\nSE*21*"),
    ("BPR*I*100*", "BPR*I*120*"),
)  # fmt: skip


def test_the_whole_file_takes_the_place_of_one_that_was_cut_off(tmp_path):
    whole = changed(tmp_path, FIRST, *TWO, to="whole.835")
    text = whole.read_text(encoding="utf-8")
    cut = tmp_path / "cut.835"
    cut.write_text(text[: text.index("CLP*6008") + 20], encoding="utf-8")
    assert both(cut, whole).paid() == {"6001": 10000, "6008": 2000}


@pytest.mark.parametrize("number", ["EFT830", "0"])
def test_so_it_does_where_the_number_numbers_nothing(tmp_path, number):
    whole = changed(tmp_path, FIRST, *TWO, ("EFT830", number), to="whole.835")
    text = whole.read_text(encoding="utf-8")
    cut = tmp_path / "cut.835"
    cut.write_text(text[: text.index("CLP*6008") + 20], encoding="utf-8")
    assert both(cut, whole).paid() == {"6001": 10000, "6008": 2000}


def test_of_two_versions_the_later_made_stands_in_any_order(tmp_path):
    right = (("BPR*I*100*", "BPR*I*110*"), ("*150*100**", "*150*110**"), ("CO*45*50", "CO*45*40"))
    later = changed(tmp_path, FIRST, ("*20260301*1200*1*X*", "*20260301*1201*1*X*"), *right)
    found = both(case(FIRST), later)
    assert found.paid() == {"6001": 11000}
    last = Books()
    last.bring(later)
    last.bring(case(FIRST))
    assert "in a version that was made later" in " ".join(last.words(Severity.DATA))


def test_a_remittance_that_stands_twice_in_one_file_counts_once(tmp_path):
    text = case(FIRST).read_text(encoding="utf-8")
    twice = tmp_path / "twice.835"
    twice.write_text(text + text, encoding="utf-8")
    found = Books()
    found.bring(twice)
    assert found.paid() == {"6001": 10000}
    assert len(found.tables["remits"]) == len(found.tables["remittances"]) == 1
    found.bring(case(FIRST))
    assert found.paid() == {"6001": 10000}
    assert found.tables["remittances"]["remittance"].str.contains("-").sum() == 0


def test_a_known_other_name_of_the_payer_is_the_same_payer(tmp_path):
    from remit_rows import payers

    found = Books()
    found.bring(case(FIRST))
    found.tables["payers"] = payers(GREEN_PLAN="Green Plan of Albany")
    found.bring(changed(tmp_path, FIRST, ("GREEN PLAN", "GREEN PLAN OF ALBANY")))
    assert found.paid() == {"6001": 10000}


def test_two_that_stand_and_answer_one_claim_are_told(tmp_path):
    plain = changed(tmp_path, FIRST, ("EFT830", "0"))
    instead = ("CLP*6001*1*150*100**12*T1", "CLP*6007*1*150*80**12*T7"), ("SVC*HC:G0438*150*100", "SVC*HC:G0438*150*80")
    same_total = ("BPR*I*120*", "BPR*I*100*")
    other = changed(tmp_path, FIRST, ("EFT830", "0"), *TWO, same_total, *instead, to="other.835")
    mixed = changed(tmp_path, FIRST, ("EFT830", "0"), *TWO, same_total, to="mixed.835")
    found = Books()
    for path in (plain, other, mixed):
        found.bring(path)
    assert any("answers claim 6008 as another remittance" in told for told in found.words(Severity.DATA))


@pytest.mark.parametrize(
    ("trace", "nothing"),
    [("", True), ("0", True), ("EO0000000000", True), ("N/A", True), ("999999999", True), ("1111", True),
     ("111", False), ("EFT830", False), ("0012", False), ("10000000", False)],
)  # fmt: skip
def test_what_numbers_nothing(trace, nothing):
    assert numbers_nothing(trace) is nothing
