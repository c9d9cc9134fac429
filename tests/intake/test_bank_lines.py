"""A line of the bank that comes as OFX and as CSV counts once."""

from datetime import date

import pandas as pd
import pytest

from medoffice_xl.intake.take import take_in
from medoffice_xl.readers.recognise import read_file
from tests.areas.controls.test_bank_files import OFX

AS_CSV = """Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #
CHECK,03/03/2026,"CHECK 1041",-320.10,CHECK_PAID,2929.90,1041,
CREDIT,03/02/2026,"{text}",1250.00,ACH_CREDIT,3250.00,,
"""
OF_OFX = "HCCLAIMPMT BLUE HARBOR"


@pytest.fixture
def read(tmp_path):
    def one(text, name):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read_file(path)

    return one


def brought_in(*readings):
    tables, intakes = {}, []
    for number, reading in enumerate(readings):
        intakes.append(take_in(reading, tables, content_hash=str(number), today=date(2026, 4, 1)))
        tables |= intakes[-1].frames
    return tables["bank"], intakes


def told(intake):
    return [(each.severity, each.problem) for each in intake.problems if "other format" in each.problem]


ONCE = "2 bank lines are there already from a file of the other format; they count once."


def csv(read, text=OF_OFX, account="6543"):
    return read(AS_CSV.format(text=text), f"Chase{account}_Activity.csv")


def test_csv_after_ofx_adds_nothing_and_says_so(read):
    bank, (_, second) = brought_in(read(OFX, "stmt.qfx"), csv(read))
    assert bank["line_id"].tolist() == ["F1", "F2"]
    assert bank["balance"].tolist() == [325_000, 292_990]
    assert (second.counts["bank"].added, second.counts["bank"].removed) == (0, 0)
    assert [found for _, found in told(second)] == [ONCE]


def test_ofx_after_csv_adds_nothing_and_again_changes_nothing(read):
    bank, (first, second) = brought_in(csv(read), read(OFX, "stmt.qfx"))
    assert (first.counts["bank"].added, second.counts["bank"].added) == (2, 0)
    assert bank["amount"].sum() == 125_000 - 32_010
    again = take_in(read(OFX, "stmt.qfx"), {"bank": bank}, content_hash="x", today=date(2026, 4, 2))
    assert (again.counts["bank"].added, again.counts["bank"].changed) == (0, 0)


@pytest.mark.parametrize("change", [{"account": "1111"}, {"day": "03/04/2026"}, {"amount": "1250.01"}])
def test_another_account_day_or_amount_is_another_line(read, change):
    text = AS_CSV.format(text=OF_OFX).replace("03/02/2026", change.get("day", "03/02/2026"))
    text = text.replace("1250.00", change.get("amount", "1250.00"))
    bank, _ = brought_in(read(OFX, "stmt.qfx"), read(text, f"Chase{change.get('account', '6543')}_Activity.csv"))
    assert len(bank) == (4 if "account" in change else 3)


def test_a_file_that_does_not_name_its_account_is_taken_as_the_one(read):
    bank, _ = brought_in(read(OFX, "stmt.qfx"), read(AS_CSV.format(text=OF_OFX), "download.csv"))
    assert bank["account"].tolist() == ["6543", "6543"]


def test_of_lines_alike_as_many_are_one_as_both_files_have(read):
    twice = AS_CSV.format(text=OF_OFX) + 'CREDIT,03/02/2026,"DEPOSIT",1250.00,ACH_CREDIT,2000.00,,\n'
    bank, (_, second) = brought_in(read(OFX, "stmt.qfx"), read(twice, "Chase6543_Activity.csv"))
    assert second.counts["bank"].added == 1
    assert bank["amount"].tolist() == [125_000, -32_010, 125_000]
    assert bank["description"].tolist()[2] == "DEPOSIT"


def test_texts_without_a_word_in_common_are_to_be_compared(read):
    _, (_, second) = brought_in(read(OFX, "stmt.qfx"), csv(read, "REMOTE ONLINE"))
    ((severity, found),) = told(second)
    assert severity == "data"
    assert found == f"{ONCE} 1 of them have no word of their text in common."


def test_an_empty_book_is_left_alone(read):
    bank, (only,) = brought_in(csv(read))
    assert (len(bank), told(only)) == (2, [])
    assert isinstance(bank, pd.DataFrame)
