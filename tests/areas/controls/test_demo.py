"""What is hidden in the invented practice is found, and nothing else of its kind."""

from datetime import date

import pytest

from medoffice_xl.areas.controls.checks import ControlTest, every_check
from medoffice_xl.areas.controls.demo import demo
from medoffice_xl.demo.bank import NEVER_CARRIED
from medoffice_xl.demo.files import write_practice
from medoffice_xl.intake.take import take_in_all
from medoffice_xl.readers.recognise import read_file
from medoffice_xl.sets import Tables

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module", params=[1, 4])
def practice(request, tmp_path_factory):
    """Fourteen months, brought in from their files: of one physician, whose days have many sums alike, and of four."""
    raw = write_practice(tmp_path_factory.mktemp("demo"), doctors=request.param)
    files = [raw.charges, *raw.remittances, *demo(raw.practice).files]
    readings = [(read_file(path, today=raw.as_of), path.name) for path in files]
    return take_in_all(readings, {}, today=raw.as_of).frames, raw


def of_test(practice, test):
    frames, raw = practice
    return [
        each for check in every_check(Tables.of(frames), raw.as_of) if check.test == test for each in check.findings
    ]


def test_the_day_that_never_reached_the_bank_is_the_only_one(practice):
    _, raw = practice
    paid = sum(money.paid for money in raw.practice.money.values() if money.paid_on == NEVER_CARRIED)
    (finding,) = of_test(practice, ControlTest.DEPOSITS)
    assert [(row.day, row.cents) for row in finding.rows] == [(date(2026, 6, 10), paid)]
    assert finding.cents == paid > 0


def test_the_user_who_writes_off_more(practice):
    if practice[1].practice.doctors == 1:
        pytest.skip("one physician's write-offs are too few to judge a user")
    said = [each.what for each in of_test(practice, ControlTest.WRITE_OFFS) if "of user" in each.what]
    assert len(said) == 1
    assert "of user tsingh were" in said[0]
    assert "in September 2026" in said[0]
