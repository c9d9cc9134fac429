"""Three years of history leave the newest months, and what is owed, as they are; and one payer has slowed down."""

from collections import defaultdict
from datetime import date
from statistics import median

import pytest

from medoffice_xl.areas.receivables.days_in_ar import ar_total
from medoffice_xl.demo.earlier_years import earlier_years
from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.demo.practice import LAST_DAY, NORTHGATE
from medoffice_xl.intake.take import take_in_all
from medoffice_xl.readers.recognise import read_file

pytestmark = pytest.mark.whole


def test_the_newest_months_are_the_same_bytes(tmp_path):
    short, long = (write_practice(tmp_path / str(months), 1, months) for months in (14, 36))
    for path in short.all:
        assert (long.practice.folder / path.relative_to(short.practice.folder)).read_bytes() == path.read_bytes()
    assert not short.earlier
    assert [path.name for path in long.earlier] == ["charges_earlier.csv"]


def test_nothing_of_the_earlier_years_is_owed(tmp_path):
    totals = []
    for months in (14, 26):
        raw = write_practice(tmp_path / str(months), 1, months)
        readings = [(read_file(path), str(path)) for path in raw.all]
        taken = take_in_all(readings, {"payers": payer_list()}, today=raw.as_of).frames
        totals.append(ar_total(taken["charges"], taken["payments"], raw.as_of).value)
    assert totals[0] == totals[1]


def test_a_payer_slows_down():
    found = earlier_years(4, 36, 835, LAST_DAY)
    days = defaultdict(list)
    for answer in found.answers:
        if answer.payer.name == NORTHGATE.name and answer.sequence == 1:
            days[answer.claim.dos.year].append((answer.paid_on - answer.claim.submitted).days)
    assert median(days[2023]) < median(days[2024]) < median(days[2025]) < NORTHGATE.days_to_pay
    assert max(answer.paid_on for answer in found.answers) <= date(2025, 7, 31)
    assert not earlier_years(1, 14, 835, LAST_DAY).claims
