"""Reports by name, from a practice's tables."""

import pytest
from acme_practice import AcmePractice, tables
from example_practice import ExamplePractice
from report_parts import lists, verdict

from medoffice_xl.areas import reports
from medoffice_xl.areas.compliance.letters_to_send import appeal_letters
from medoffice_xl.errors import BookError, NoData

pytestmark = pytest.mark.whole

VERDICTS = {
    "voucher_check": "1 line of 1 underpaid by $10.00.",
    "underpaid_claims": "1 claim to work for $10.00; $0.00 recovered so far.",
    "inferred_rates": "0 rates from 5 lines or more, 1 hint from fewer.",
    "denials": "0 denied lines, $0.00 at stake.",
}


@pytest.mark.parametrize(("name", "says"), VERDICTS.items())
def test_what_a_report_says(name: str, says: str) -> None:
    report = reports()[name](AcmePractice())
    assert verdict(report) == says
    assert lists(report)


@pytest.mark.parametrize("name", reports())
def test_every_report_is_built_from_tables_alone(name: str) -> None:
    report = reports()[name](ExamplePractice())
    assert verdict(report)
    assert lists(report)


def test_no_table_is_read_that_the_report_does_not_need() -> None:
    practice = AcmePractice()
    reports()["open_receivables"](practice)
    assert practice.asked == ["charges", "payments"]


def test_a_check_reads_each_table_once() -> None:
    practice = AcmePractice()
    reports()["voucher_check"](practice)
    assert sorted(practice.asked) == ["charges", "contracts", "fee_schedules", "remits"]


def test_remittances_must_be_there() -> None:
    practice = AcmePractice()
    del practice.tables["remits"]
    with pytest.raises(BookError):
        reports()["voucher_check"](practice)


def test_one_letter_a_payer() -> None:
    (letter,) = appeal_letters(AcmePractice())
    assert (letter.payer, letter.practice, letter.total) == ("Acme Health", "Invented Family Practice", 1000)


def test_no_letter_where_nothing_is_underpaid() -> None:
    with pytest.raises(NoData, match="No claim waits for a letter"):
        appeal_letters(AcmePractice(tables(allowed=100.0)))
