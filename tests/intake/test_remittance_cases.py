"""Remittances that went wrong somewhere, brought in with their charges: what is owed, and what is said."""

import pytest
from remittance_cases import Books, books, case, changed

from medoffice_xl.problems import Severity

pytestmark = pytest.mark.whole

PERMUTED = [("", "charges first"), ("reversed", "charges last")]


def owed(*names):
    """What is owed after these cases, in whichever order they come in."""
    forth, back = books(*names).balance(), books(*reversed(names)).balance()
    assert forth == back
    return forth


def test_a_line_answered_as_two():
    # pays 90.00, writes off 40.00 and −30.00
    assert owed("unbundled.csv", "unbundled") == 0


def test_a_reversal_as_4010_has_it():
    # 90.00 paid and 60.00 written off of 150.00
    found = books("reversal_4010.csv", "reversal_4010_paid", "reversal_4010_group_cr")
    assert found.paid() == {"6901": 9000}
    assert owed("reversal_4010.csv", "reversal_4010_paid", "reversal_4010_group_cr") == 0


def test_padded_texts_are_the_plain_ones():
    found = books("padded.csv", "padded")
    assert found.tables["remits"]["adjustments"].tolist() == ["CO-45:50.00"]
    assert found.paid() == {"4001": 10000}
    assert found.tables["payments"]["line_id"].tolist() == ["1", "1"]
    assert found.balance() == 0  # 150.00 charged = 100.00 paid + 50.00 written off


def test_a_padded_denial_is_one(tmp_path):
    found = Books()
    found.bring(case("padded.csv"), changed(tmp_path, "padded", ("CO*45 *50", "CO*50 *50")))
    assert found.balance() == 5000
    assert any("CO-50 ($50.00) were not written off" in told for told in found.words())


def test_two_visits_under_one_number():
    # 80.00 + 95.00 − 80.00 paid; 70.00 + 55.00 − 70.00 written off; 150.00 charged
    names = ("two_visits.csv", "two_visits_first_paid", "two_visits_second_paid", "two_visits_first_reversed")
    assert books(*names).paid() == {"7201": 9500}
    assert owed(*names) == 0


def test_control_numbers_that_contradict_code_and_charge():
    found = books("swapped_controls.csv", "swapped_controls")
    payments = found.tables["payments"]
    paid = payments[payments["kind"] == "insurance payment"].set_index("line_id")["amount"].to_dict()
    assert paid == {"1": 10000, "2": 5000}  # line 1 is G0438 for 200.00, line 2 G0439 for 100.00
    told = [each for each in found.words(Severity.DATA) if "line control number" in each]
    assert len(told) == 2
    assert "code G0439 and the charge of $100.00 are those of line 2" in told[0]


def test_a_claim_answered_line_by_line():
    found = books("split_claim.csv", "split_claim_denied_line", "split_claim_paid_line")
    assert found.paid() == {"9001": 8000}
    assert owed("split_claim.csv", "split_claim_denied_line", "split_claim_paid_line") == 15000


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("patient_share_apart", "says that the patient owes $35.00, but its adjustments come to $20.00"),
        ("interest_of_a_claim_alone", "$5.00 of interest"),
        ("text_after_the_end", "stand after the end"),
    ],
)
def test_what_is_no_more_than_a_note(name, said):
    found = books(name)
    assert any(said in told for told in found.words(Severity.NOTE))
    assert found.words(Severity.MONEY, Severity.DATA) == []


def test_joined_files_come_in_whole():
    assert books("joined_files").paid() == {"7001": 10000, "7002": 8000}


@pytest.mark.parametrize(
    ("name", "what"), [("acknowledgement_999.edi", "acknowledgements (999)"), ("claims_837.edi", "claims as sent")]
)
def test_a_file_of_another_kind_is_called_what_it_is(name, what):
    brought = Books().bring(case(name))
    assert what in brought.outcomes[0].refused
    assert not brought.frames


def test_a_file_is_never_lost_for_another(tmp_path):
    found = Books()
    brought = found.bring(case("acknowledgement_999.edi"), changed(tmp_path, "takeback_paid", ("EFT830", "EFT7")))
    assert [bool(each.refused) for each in brought.outcomes] == [True, False]
    assert found.paid() == {"6001": 10000}
